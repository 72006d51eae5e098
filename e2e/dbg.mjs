import { createServer } from 'node:http'
import { openBrowser, person } from './kit/browser.mjs'
const s = createServer((q, r) => r.writeHead(200, {'content-type':'text/html'}).end('<!DOCTYPE html><html lang="fr"><head><title>a</title></head><body><main><h1>Bonjour</h1><noscript>sans</noscript></main></body></html>'))
await new Promise(ok => s.listen(0, ok))
const b = await openBrowser()
const p = await person(b, { url: `http://localhost:${s.address().port}`, javascript: false })
const step = async (n, f) => { const t = setTimeout(() => { console.log('HANG', n); process.exit(1) }, 12000); console.log(n, await f()); clearTimeout(t) }
await step('go', () => p.go('/').then(() => 1))
await step('see', () => p.see('Bonjour'))
await step('heading', () => p.heading())
await step('overflows', () => p.overflows())
await step('seeNot', () => p.seeNot('nope'))
await step('axe', () => p.axe())
await step('go', () => p.go('/').then(() => 1))
await step('shot', () => p.page.screenshot().then(() => 1))
await step('html', () => p.htmlValidate())
process.exit(0)
