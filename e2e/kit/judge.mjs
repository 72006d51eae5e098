// Asks a judge of `e2e/judges` about a file that the application made.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { required } from './process.mjs'

const judges = fileURLToPath(new URL('../judges/', import.meta.url))

/** `judge('pdf.py', '--says', 'Saint-Martin', file)`: gives what the judge says, fails when the verdict is bad. */
export async function judge(name, ...parameters) {
  const { code, said } = await ask(name, parameters)
  if (code !== 0) throw new Error(`${name}: ${code}\n${said}`)
  return said
}

/** Gives what the judge says when it refuses; fails when it accepts, or could not judge. */
export async function refused(name, ...parameters) {
  const { code, said } = await ask(name, parameters)
  if (code !== 1) throw new Error(`${name} did not refuse: ${code}\n${said}`)
  return said
}

async function ask(name, parameters) {
  try {
    const { stdout } = await promisify(execFile)(required('PASSERELLE_PYTHON'), [`${judges}${name}`, ...parameters])
    return { code: 0, said: stdout }
  } catch ({ message, code, stdout, stderr }) {
    return { code, said: `${stdout}${stderr}` || message }
  }
}
