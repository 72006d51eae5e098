// Every component of the style page, in each language, on a screen and on a phone, light and dark: accessible, valid,
// never wider than the screen, and at home under our content security policy.
import { execFile } from 'node:child_process'
import { deepEqual, equal } from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { openBrowser, person } from '../kit/browser.mjs'
import { required, temporaryFolder } from '../kit/process.mjs'

const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' }
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'"
let browser, folder, server, url

async function send(request, response) {
  try {
    const file = join(folder.path, normalize(new URL(request.url, url).pathname))
    const content = await readFile(file)
    const type = types[extname(file)] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(content)
  } catch {
    response.writeHead(404).end()
  }
}

before(async () => {
  folder = await temporaryFolder('style')
  await promisify(execFile)(join(required('PASSERELLE_EXAMPLES'), 'style'), [folder.path])
  server = createServer(send)
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://localhost:${server.address().port}`
  browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  server?.close()
  await folder?.remove()
})

const ways = [
  { language: 'fr', phone: false, dark: false },
  { language: 'fr', phone: true, dark: true },
  { language: 'en', phone: false, dark: true },
  { language: 'en', phone: true, dark: false },
  { language: 'fr', phone: true, dark: false, javascript: false },
]

for (const way of ways) {
  const { language, phone, dark, javascript = true } = way
  const name = `${language}-${phone ? 'phone' : 'desktop'}${dark ? '-dark' : ''}${javascript ? '' : '-plain'}`
  test(`every component can be read and used (${name})`, async () => {
    const reader = await person(browser, { url, ...way })
    await reader.go(`/style-${language}.html`)
    await reader.shot(`components-${name}`)
    await reader.axe()
    await reader.htmlValidate()
    equal(await reader.overflows(), false, 'the page is wider than the screen')
    deepEqual(reader.troubles, [])
    await reader.leave()
  })
}
