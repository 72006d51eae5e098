// A story: what people want to do with Passerelle, told once and played in every way that is asked for.
//
//   story('A ward asks for a peer', { languages: ['fr', 'en'], phones: [true] }, async ({ person, server, mail }) => {
//     const nurse = await person()
//     await nurse.go('/')
//     await nurse.follow('placement-home-ask')
//   })
//
// Every telling has a server and data of its own; `tellAside` puts a line into the report. A script error or a breach of the content security policy fails it.
import { deepEqual } from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openBrowser, person } from './browser.mjs'
import { startMail } from './mail.mjs'
import { startServer } from './server.mjs'

let browser
after(() => browser?.then((opened) => opened.close()))

/**
 * Registers a story. `languages`, `phones`, `javascripts`: every combination is a test. `mail: true`: a mail server
 * runs. `env`: settings of the server.
 */
export function story(title, ways, tell) {
  const { languages = ['fr', 'en'], phones = [false], javascripts = [true], mail = false, env = {} } = ways
  for (const language of languages) {
    for (const phone of phones) {
      for (const javascript of javascripts) {
        const way = { language, phone, javascript }
        test(`${title} (${describe(way)})`, (context) => play(context, way, { mail, env }, tell))
      }
    }
  }
}

function describe({ language, phone, javascript }) {
  return [language, phone ? 'phone' : 'desktop', ...(javascript ? [] : ['no JavaScript'])].join(', ')
}

async function play(context, way, needs, tell) {
  browser ??= openBrowser()
  const opened = await browser
  const mail = needs.mail ? await startMail() : undefined
  const people = []
  let server
  try {
    server = await startServer({ mail, env: needs.env })
    const enter = async (other = {}) => {
      const entered = await person(opened, { url: server.url, ...way, ...other })
      people.push(entered)
      return entered
    }
    const tellAside = (text) => text.trim().split('\n').forEach((line) => context.diagnostic(line))
    await tell({ person: enter, server, mail, tellAside, ...way })
    tellAside(judged(people))
    deepEqual(people.flatMap(({ troubles }) => troubles), [])
  } catch (error) {
    await keepTraces(context.name, people, server)
    throw error
  } finally {
    await Promise.all(people.map((one) => one.leave()))
    await server?.stop()
    await mail?.stop()
  }
}

/** How much axe looked at. */
function judged(people) {
  const sum = (what) => people.reduce((all, { judged }) => all + judged[what], 0)
  return `axe: ${sum('pages')} pages, ${sum('rules')} judgements of rules`
}

/** Leaves what a person who looks for the cause wants: pictures, and what the server said. */
async function keepTraces(name, people, server) {
  const folder = process.env.PASSERELLE_TRACES
  if (!folder) return
  await mkdir(folder, { recursive: true })
  const file = join(folder, name.match(/[\p{L}\p{N}]+/gu).join('-'))
  await writeFile(`${file}.log`, server?.log() ?? 'the server did not start')
  const pictures = people.map(({ page }, index) => page.screenshot({ path: `${file}-${index + 1}.png`, fullPage: true }))
  await Promise.allSettled(pictures)
}
