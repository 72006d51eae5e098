// Runs all stories of `e2e/stories`, or those whose file name contains a word given, and counts them.
// The demonstration network is made once; each story starts from a copy.
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { fileURLToPath } from 'node:url'
import { makeNetwork } from './kit/server.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const asked = process.argv.slice(2)

async function storyFiles() {
  const names = await readdir(join(here, 'stories'))
  const wanted = names.filter((name) => name.endsWith('.mjs') && asked.every((word) => name.includes(word)))
  return wanted.sort().map((name) => join(here, 'stories', name))
}

/** Plays the files, two at a time, and counts tests that are not groups of tests. */
function play(files) {
  const count = { passed: 0, failed: 0 }
  const events = run({ files, concurrency: 2, timeout: 600_000 })
  events.on('test:pass', (event) => (count.passed += counts(event, files)))
  events.on('test:fail', (event) => (count.failed += counts(event, files)))
  const told = events.compose(new spec())
  told.pipe(process.stdout)
  return finished(told).then(() => count)
}

/** A file that passes is no story; a file that fails without a story of its own is a failure. */
function counts({ name, details }, files) {
  const isFile = files.includes(name)
  return details.type === 'suite' || (isFile && !details.error) || details.error?.failureType === 'subtestsFailed' ? 0 : 1
}

const files = await storyFiles()
const traces = (process.env.PASSERELLE_TRACES ??= join(here, '..', 'node_modules', '.passerelle-traces'))
await rm(traces, { recursive: true, force: true })
await mkdir(traces, { recursive: true })
// Without a network, each story that needs one fails and says so; the others are played.
const network = await makeNetwork().catch((error) => console.error(`no demonstration network: ${error.message}`))
if (network) process.env.PASSERELLE_NETWORK = network.path
const { passed, failed } = await play(files)
await network?.remove()
if (failed) console.log(`pictures and logs of what failed: ${traces}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed || !passed ? 1 : 0
