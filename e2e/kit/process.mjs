// Programs that a story starts: found through the environment, never left behind.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// A story that takes too long is ended by a signal: leave in order, so that what it started ends too.
process.once('SIGTERM', () => process.exit(1))

/** The value of a variable that `cargo xtask test` sets. */
export function required(name) {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: start the stories with \`cargo xtask test browser\``)
  return value
}

/** Starts a program; its output is kept, and it ends with us whatever happens. */
export function start(program, parameters, { env = {}, stdin = 'ignore' } = {}) {
  const child = spawn(program, parameters, { env: { ...process.env, ...env }, stdio: [stdin, 'pipe', 'pipe'] })
  const started = { child, output: '', out: '', ended: false }
  child.stdout.on('data', (bytes) => {
    started.out += bytes
    started.output += bytes
  })
  child.stderr.on('data', (bytes) => (started.output += bytes))
  started.end = new Promise((resolve) => {
    const over = (how) => {
      started.ended = true
      resolve(how)
    }
    child.on('error', (error) => {
      started.output += `${error}\n`
      over(error)
    })
    child.on('close', (code, signal) => over(code ?? signal))
  })
  const kill = () => child.kill('SIGKILL')
  process.on('exit', kill)
  started.end.then(() => process.off('exit', kill))
  return started
}

/** Asks a program to end and waits for it; after ten seconds it is ended. */
export async function stop(started) {
  started.child.kill('SIGTERM')
  const timer = setTimeout(() => started.child.kill('SIGKILL'), 10_000)
  const how = await started.end
  clearTimeout(timer)
  return how
}

/** Waits until `look` gives something, at most `seconds`; `otherwise` says what went wrong. */
export async function until(look, { seconds = 10, every = 50, otherwise = () => 'it did not happen' } = {}) {
  const limit = performance.now() + seconds * 1000
  for (;;) {
    const found = await look()
    if (found) return found
    if (performance.now() > limit) throw new Error(`after ${seconds} s: ${otherwise()}`)
    await new Promise((resolve) => setTimeout(resolve, every))
  }
}

/** A port of 127.0.0.1 that nobody uses. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/** A new empty folder, and how to remove it. */
export async function temporaryFolder(name) {
  const path = await mkdtemp(join(tmpdir(), `passerelle-${name}-`))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}
