// The words of the product by their keys, so that a story is written once and told in every language.
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const made = new Map()
const filler = '\u0001'

/** The words in one language, from the translations of every crate. */
export function words(language) {
  if (!made.has(language)) made.set(language, new Words(language))
  return made.get(language)
}

class Words {
  constructor(language) {
    this.language = language
    this.bundle = new FluentBundle(language, { useIsolating: false })
    for (const file of translations(language)) {
      const errors = this.bundle.addResource(new FluentResource(readFileSync(file, 'utf8')))
      if (errors.length) throw new Error(`${file}: ${errors.join('; ')}`)
    }
  }

  /** The words of a key; a key without words is a mistake of the story. */
  say(key, values = {}) {
    const errors = []
    const said = this.bundle.formatPattern(this.#message(key).value, values, errors)
    if (errors.length) throw new Error(`${key}: ${errors.join('; ')}`)
    return said
  }

  /** What a story names: a key, `[key, values]`, a regular expression, or words as they stand. */
  name(name) {
    if (Array.isArray(name)) return this.say(...name)
    return typeof name === 'string' && isKey(name) ? this.shape(name) : name
  }

  /** The words of a key; what the page fills in may be anything. */
  shape(key) {
    const variables = [...variablesOf(this.#message(key).value)]
    const said = this.say(key, Object.fromEntries(variables.map((name) => [name, filler])))
    if (!said.includes(filler)) return said
    const parts = said.split(filler).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    return new RegExp(`^${parts.join('.+').replace(/\s+/g, String.raw`\s+`)}$`)
  }

  #message(key) {
    const message = this.bundle.getMessage(key)
    if (!message?.value) throw new Error(`no words for ${key} in ${this.language}`)
    return message
  }
}

/** The names of the variables in a pattern of Fluent. */
function* variablesOf(pattern) {
  if (Array.isArray(pattern)) for (const part of pattern) yield* variablesOf(part)
  else if (pattern?.type === 'var') yield pattern.name
  else if (pattern?.type === 'select') {
    yield* variablesOf(pattern.selector)
    for (const { value } of pattern.variants) yield* variablesOf(value)
  }
}

/** Keys begin with the name of a crate and have no spaces: `placement-request-title`. */
function isKey(name) {
  return /^[a-z]+(-[A-Za-z0-9]+)+$/.test(name)
}

/** `translations/fr.ftl` of a crate, or one in each folder there. */
function translations(language) {
  const groups = ['platform', 'capabilities'].map((group) => join(root, group)).filter(existsSync)
  const crates = groups.flatMap((group) => readdirSync(group).sort().map((name) => join(group, name)))
  const folders = [...crates, join(root, 'server')].map((crate) => join(crate, 'translations')).filter(existsSync)
  const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true }).sort().map((name) => join(folder, name)))
  return files.filter((file) => file.endsWith(`/${language}.ftl`))
}
