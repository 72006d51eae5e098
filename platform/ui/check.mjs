// Looks at the style page as strangers do: axe-core and html-validate, in Chromium, phone and desktop, light and dark.
//
// First `cargo run -p passerelle-ui --example style -- <folder>`, then `node platform/ui/check.mjs <folder>`; pictures
// are written to the folder. The page is served under the strict content security policy of the product; a violation of
// it, an error in the console or a page wider than its window counts like an accessibility violation. Ends with 1 if there is any.

import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { chromium } from 'playwright-core'
import { HtmlValidate } from 'html-validate'

const folder = process.argv[2]
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549', 'RGAAv4']
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' }
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// Several h1 show several pages at once; `role=button` on links and redundant roles are the design system's.
const RULES = {
  extends: ['html-validate:recommended'],
  rules: {
    'heading-level': ['error', { allowMultipleH1: true, minInitialRank: 'h2' }],
    'form-dup-name': ['error', { shared: ['radio', 'checkbox'] }],
    'prefer-native-element': 'off',
    'no-redundant-role': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    'void-style': 'off'
  }
}

const problems = []

function serve () {
  const server = createServer((request, response) => {
    const file = join(folder, decodeURIComponent(new URL(request.url, 'http://localhost').pathname))
    if (!existsSync(file)) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain', 'content-security-policy': POLICY })
    response.end(readFileSync(file))
  })
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(server)))
}

async function look (browser, origin, { language, width, scheme, script }) {
  const name = `${language}-${width}-${scheme}${script ? '' : '-noscript'}`
  const options = { viewport: { width, height: 844 }, colorScheme: scheme, bypassCSP: false, javaScriptEnabled: script }
  const page = await browser.newPage(options)
  page.on('console', message => message.type() === 'error' && problems.push(`${name}: ${message.text()}`))
  page.on('pageerror', error => problems.push(`${name}: ${error}`))
  await page.goto(`${origin}/style-${language}.html`)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  if (script) await judge(page, name)
  await page.close()
}

async function judge (page, name) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (wide > 0) problems.push(`${name}: the page is ${wide} px wider than its window`)
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  const { violations, passes } = await page.evaluate(tags => window.axe.run(document, { runOnly: tags }), TAGS)
  for (const { id, nodes } of violations) {
    problems.push(`${name}: ${id}: ${nodes.map(node => `${node.target} ${node.any[0]?.message ?? ''}`).join('\n    ')}`)
  }
  console.log(`${name}: axe passes ${passes.length} rules, ${violations.length} violations`)
}

async function validate (language) {
  const report = await new HtmlValidate(RULES).validateFile(join(folder, `style-${language}.html`))
  for (const message of report.results.flatMap(result => result.messages)) {
    problems.push(`html-validate ${language} ${message.line}:${message.column} ${message.ruleId}: ${message.message}`)
  }
}

const server = await serve()
const origin = `http://127.0.0.1:${server.address().port}`
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
})
for (const language of ['fr', 'en']) {
  await validate(language)
  for (const width of [320, 390, 1280]) {
    for (const scheme of ['light', 'dark']) await look(browser, origin, { language, width, scheme, script: true })
  }
}
await look(browser, origin, { language: 'fr', width: 390, scheme: 'light', script: false })
await browser.close()
server.close()
for (const problem of problems) console.log(problem)
console.log(`${problems.length} problems`)
process.exitCode = problems.length > 0 ? 1 : 0
