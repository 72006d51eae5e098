// A real mail server on loopback, for stories in which somebody receives a message.
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { required, start, temporaryFolder, until } from './process.mjs'

const program = fileURLToPath(new URL('../smtp.py', import.meta.url))

/** Starts the mail server; it ends when its standard input does. */
export async function startMail() {
  const folder = await temporaryFolder('mail')
  const server = start(required('PASSERELLE_PYTHON'), [program, folder.path], { stdin: 'pipe' })
  const ready = () => server.ended || server.out.trim()
  await until(ready, { otherwise: () => `the mail server said ${server.output}` })
  if (server.ended) throw new Error(`the mail server ended\n${server.output}`)
  return {
    url: `smtp://127.0.0.1:${server.out.trim()}`,
    messages: () => messages(folder.path),
    /** The newest message to this address, as soon as there is one. */
    messageTo: (address) => messageTo(folder.path, address),
    async stop() {
      server.child.stdin.end()
      await server.end
      await folder.remove()
    },
  }
}

/** All messages in the order of their arrival: `from`, `to`, `subject`, `text`, `html`, `headers`, `attachments`. */
async function messages(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))))
}

async function messageTo(folder, address) {
  const find = async () => (await messages(folder)).findLast(({ to }) => to.includes(address))
  return until(find, { seconds: 15, otherwise: () => `no message to ${address}` })
}
