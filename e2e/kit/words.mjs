// The words of the product by their keys, so that a story is written once and told in every language.
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const made = new Map()

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
    const message = this.bundle.getMessage(key)
    if (!message?.value) throw new Error(`no words for ${key} in ${this.language}`)
    const errors = []
    const said = this.bundle.formatPattern(message.value, values, errors)
    if (errors.length) throw new Error(`${key}: ${errors.join('; ')}`)
    return said
  }

  /** What a story names: a key, `[key, values]`, a regular expression, or words as they stand. */
  name(name) {
    if (Array.isArray(name)) return this.say(...name)
    return typeof name === 'string' && isKey(name) ? this.say(name) : name
  }
}

/** Keys begin with the name of a crate and have no spaces: `placement-request-title`. */
function isKey(name) {
  return /^[a-z]+(-[A-Za-z0-9]+)+$/.test(name)
}

function translations(language) {
  const groups = ['platform', 'capabilities'].map((group) => join(root, group)).filter(existsSync)
  const crates = groups.flatMap((group) => readdirSync(group).sort().map((name) => join(group, name)))
  const files = [...crates, join(root, 'server')].map((crate) => join(crate, 'translations', `${language}.ftl`))
  return files.filter(existsSync)
}
