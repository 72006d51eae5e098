// The application as a story sees it: the real program, a copy of the demonstration network, a port of its own.
import { cp } from 'node:fs/promises'
import { freePort, required, start, stop, temporaryFolder, until } from './process.mjs'

/** Makes the demonstration network once; stories start from copies of the folder it returns. */
export async function makeNetwork() {
  const folder = await temporaryFolder('network')
  try {
    const server = await serve(folder.path)
    await server.stop()
    return folder
  } catch (error) {
    await folder.remove()
    throw error
  }
}

/** Serves a copy of the network that the runner made; `mail` is a mail server of `mail.mjs`. */
export async function startServer({ mail, env = {} } = {}) {
  const folder = await temporaryFolder('story')
  await cp(required('PASSERELLE_NETWORK'), folder.path, { recursive: true })
  try {
    const sender = 'Passerelle <passerelle@example.org>'
    const settings = mail ? { PASSERELLE_MAIL_URL: mail.url, PASSERELLE_MAIL_FROM: sender, ...env } : env
    const server = await serve(folder.path, settings)
    return { ...server, stop: () => server.stop().finally(folder.remove) }
  } catch (error) {
    await folder.remove()
    throw error
  }
}

async function serve(folder, env = {}) {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const parameters = ['demo', '--dir', folder, '--port', String(port)]
  const program = start(required('PASSERELLE_BIN'), parameters, { env: { ...notSettings(), ...env } })
  const answers = () => fetch(`${url}/healthz`).then((response) => response.ok, () => false)
  await until(() => program.ended || answers(), { seconds: 60, otherwise: () => `no answer\n${program.output}` })
  if (program.ended) throw new Error(`the server ended\n${program.output}`)
  return {
    url,
    folder,
    log: () => program.output,
    people: () => readPeople(program.out),
    /** How to sign in as the person whose address starts like this. */
    account: (start) => findPerson(readPeople(program.out), start),
    stop: () => stop(program),
  }
}

/** Our own variables would be settings that the program does not know: it refuses those. */
function notSettings() {
  const ours = Object.keys(process.env).filter((name) => name.startsWith('PASSERELLE_'))
  return Object.fromEntries(ours.map((name) => [name, undefined]))
}

/** The people whom the program prints: role, organisation, e-mail, password, two spaces or more between them. */
export function readPeople(text) {
  return text.split('\n').flatMap((line) => {
    const cells = line.trim().split(/\s{2,}|\t/)
    const at = cells.findIndex((cell) => /^\S+@\S+$/.test(cell))
    if (at < 0 || at + 1 >= cells.length) return []
    return [{ role: cells[0], organisation: cells.slice(1, at).join(' '), email: cells[at], password: cells[at + 1] }]
  })
}

function findPerson(people, start) {
  const person = people.find(({ email }) => email.startsWith(start))
  if (!person) throw new Error(`no demonstration person ${start}*; there are ${people.map(({ email }) => email).join(', ')}`)
  return person
}
