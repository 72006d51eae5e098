// Asks a judge of `e2e/judges` about a file that the application made.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { required } from './process.mjs'

const judges = fileURLToPath(new URL('../judges/', import.meta.url))

/** `judge('pdf.py', '--says', 'Saint-Martin', file)`: gives what the judge says, fails when the verdict is bad. */
export async function judge(name, ...parameters) {
  try {
    const { stdout } = await promisify(execFile)(required('PASSERELLE_PYTHON'), [`${judges}${name}`, ...parameters])
    return stdout
  } catch ({ message, stdout, stderr }) {
    throw new Error(`${name}: ${message}\n${stdout}${stderr}`)
  }
}
