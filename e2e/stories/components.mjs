// Every component of the style page, in both languages, on a screen and on a phone: accessible, valid, never too wide.
import { execFile } from 'node:child_process'
import { equal } from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { openBrowser, person } from '../kit/browser.mjs'
import { required, temporaryFolder } from '../kit/process.mjs'

const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' }
let browser, folder, server, url

async function send(request, response) {
  try {
    const file = join(folder.path, normalize(new URL(request.url, url).pathname))
    const content = await readFile(file)
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(content)
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

for (const language of ['fr', 'en']) {
  for (const phone of [false, true]) {
    const where = phone ? 'phone' : 'desktop'
    test(`every component can be read and used (${language}, ${where})`, async () => {
      const reader = await person(browser, { url, language, phone })
      await reader.go(`/style-${language}.html`)
      await reader.shot(`components-${language}-${where}`)
      await reader.axe()
      await reader.htmlValidate()
      equal(await reader.overflows(), false, 'the page is wider than the screen')
      await reader.leave()
    })
  }
}
