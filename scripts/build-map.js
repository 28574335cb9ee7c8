// Makes the map of the page out of Natural Earth's coasts and borders: www/map/world.js.
//
//   node scripts/build-map.js
//
// Coasts and borders are kept once, as lines ("arcs") that land and countries are put together from, in
// twentieths of a degree and without the points that nobody would miss. Countries are as in ISO 3166-1, the
// codes that the places of an analysis carry. Their middles are read from the head of the core's own list of
// places: a place of an article that lies there is the country itself. It draws nothing: the page does.
// It must fit a budget, for a reader on a slow line waits for it when the places are first opened.

import { mkdir, readFile, writeFile } from 'node:fs/promises'

import { feature, mergeArcs } from 'topojson-client'

const TARGET = new URL('../www/map/', import.meta.url)
const SHAPES = new URL('../node_modules/world-atlas/countries-50m.json', import.meta.url)
const PLACES = new URL('../src/lang/en/places.bin', import.meta.url)

/** To a degree: five kilometres at most, half of a pixel where the map shows a continent. */
const STEPS = 20
/** In square degrees: a corner of a line goes when the triangle with its neighbours is smaller. */
const LEAST_CORNER = 0.08
/** In square degrees: smaller islands go; about the size of Malta's neighbours in the Aegean. */
const LEAST_ISLAND = 0.08

/** What has no number of its own, by name: of which country it is in ISO 3166, or what GeoNames calls it. */
const NUMBERLESS = new Map([['Kosovo', 'XK'], ['N. Cyprus', 'CY'], ['Somaliland', 'SO']])
/** A point on the peninsula that ISO 3166-2 lists as UA-43, while Natural Earth draws who holds it. */
const CRIMEA = [34.3, 45.2]

/** @typedef {[number, number]} Point Longitude and latitude. */

const topology = JSON.parse(await readFile(SHAPES, 'utf8'))
topology.arcs = topology.arcs.map(decoded).map(simplified)
delete topology.transform

const countries = new Map()
for (const geometry of topology.objects.countries.geometries) {
  for (const arcs of geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs) {
    const polygon = { type: 'Polygon', arcs }
    const code = contains(outline(polygon), CRIMEA) ? 'UA' : codeOf(geometry)
    if (code) countries.set(code, [...(countries.get(code) ?? []), polygon])
  }
}
const land = ringsOf(topology.objects.land.geometries)
const shapes = [...countries].map(([code, polygons]) => /** @type {const} */ ([code, ringsOf(polygons)])).filter(([, rings]) => rings.length > 0)
const middles = countryMiddles(await readFile(PLACES))
await mkdir(TARGET, { recursive: true })
await writeFile(new URL('world.js', TARGET), written())

/** The lines that are used, numbered anew, and all that is made of them. */
function written() {
  /** @type {Map<number, number>} */
  const numbers = new Map()
  /** @param {number[][]} rings */
  const renumbered = (rings) =>
    rings.map((ring) => ring.map((arc) => {
      const line = arc < 0 ? ~arc : arc
      if (!numbers.has(line)) numbers.set(line, numbers.size)
      const number = /** @type {number} */ (numbers.get(line))
      return arc < 0 ? ~number : number
    }).join(' ')).join(',')
  const landRings = renumbered(land)
  const countryRings = shapes.sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, rings]) => `${code}:${renumbered(rings)}`)
  const points = middles.filter(([code]) => countries.has(code)).map(([code, lat, lon]) => `${code}:${lat},${lon}`)
  const lines = [...numbers.keys()].map((arc) => inSteps(topology.arcs[arc]))
  return `// Made by scripts/build-map.js. Coasts and borders: Natural Earth (public domain), by world-atlas (ISC).
/** Steps to a degree. */
export const STEPS = ${STEPS};
/** Lines: longitude and latitude of the first point, then the way to each next one. */
export const LINES = "${lines.join(';')}";
/** Rings of lines; ~n is line n backwards. */
export const LAND = "${landRings}";
/** The same, by country. */
export const COUNTRIES = "${countryRings.join(';')}";
/** Latitude and longitude of the middle of each country, as an analysis gives them. */
export const MIDDLES = "${points.join(';')}";
`
}

/** @param {{ id?: string, properties: { name: string } }} geometry */
function codeOf({ id, properties }) {
  return id === undefined ? NUMBERLESS.get(properties.name) : new Intl.Locale(`und-${id}`).region
}

/** Rings that are large enough, of all polygons together: borders between them vanish. @param {any[]} geometries */
function ringsOf(geometries) {
  const { arcs } = mergeArcs(topology, geometries)
  return arcs.flat().filter((/** @type {number[]} */ ring) => {
    const points = outline({ type: 'Polygon', arcs: [ring] })
    return area(points) >= LEAST_ISLAND
  })
}

/** @param {{ type: string, arcs: number[][] }} polygon @returns {Point[]} */
function outline(polygon) {
  /** @type {Point[]} */
  const points = /** @type {any} */ (feature(topology, /** @type {any} */ (polygon))).geometry.coordinates[0]
  let turn = 0
  return points.map(([lon, lat], index) => {
    const before = points[index - 1]?.[0] ?? lon
    if (Math.abs(lon - before) > 180) turn += lon < before ? 360 : -360
    return [lon + turn, lat]
  })
}

/** @param {Point[]} arc Differences, as TopoJSON has them. @returns {Point[]} */
function decoded(arc) {
  const { scale, translate } = topology.transform
  let [x, y, last, turn] = [0, 0, NaN, 0]
  return arc.map(([dx, dy]) => {
    const lon = (x += dx) * scale[0] + translate[0]
    if (Math.abs(lon - last) > 180) turn += lon < last ? 360 : -360 // over the date line and on
    last = lon
    return [lon + turn, (y += dy) * scale[1] + translate[1]]
  })
}

/** Visvalingam's way: the least corner goes first, until all are large enough. @param {Point[]} line */
function simplified(line) {
  const points = [...line]
  const isRing = points[0]?.join() === points.at(-1)?.join()
  const least = isRing ? 4 : 2
  while (points.length > least) {
    let [corner, at] = [Infinity, 0]
    for (let index = 1; index < points.length - 1; index += 1) {
      const size = area(points.slice(index - 1, index + 2))
      if (size < corner) [corner, at] = [size, index]
    }
    if (corner >= LEAST_CORNER) break
    points.splice(at, 1)
  }
  return points
}

/** In square degrees of the equator. @param {Point[]} points */
function area(points) {
  const twice = points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
  return (Math.abs(twice) / 2) * Math.cos(((points[0]?.[1] ?? 0) * Math.PI) / 180)
}

/** @param {Point[]} ring @param {number[]} point */
function contains(ring, [x = 0, y = 0]) {
  let inside = false
  ring.forEach(([ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  })
  return inside
}

/** Whole steps, each point from the one before; what falls together is left out. @param {Point[]} line */
function inSteps(line) {
  let last = [0, 0]
  return line.map(([lon, lat]) => [Math.round(lon * STEPS), Math.round(lat * STEPS)]).flatMap(([x = 0, y = 0], index) => {
    const step = [x - (last[0] ?? 0), y - (last[1] ?? 0)]
    last = [x, y]
    return index > 0 && step[0] === 0 && step[1] === 0 ? [] : step
  }).join(' ').replaceAll(' -', '-')
}

/**
 * The countries at the head of the list of places: how many, then of each two letters, its point, its inhabitants.
 * @param {Buffer} file Laid out as src/lang/place.rs says, version 1.
 * @returns {[string, number, number][]}
 */
function countryMiddles(file) {
  const VERSION = 1, HEADER = 16
  if (file.toString('latin1', 0, 4) !== 'AApl' || file.readUInt16LE(4) !== VERSION) throw new Error('places.bin: a layout that is not known here')
  let at = HEADER * 8
  const number = (/** @type {number} */ width) => {
    let value = 0
    for (const end = at + width; at < end; at += 1) value = value * 2 + (((file[at >> 3] ?? 0) >> (7 - (at & 7))) & 1)
    return value
  }
  return Array.from({ length: number(8) }, () => {
    const code = String.fromCharCode(65 + number(5), 65 + number(5))
    const [south, west] = [number(12), number(13)]
    number(7)
    return [code, (south * 5 - 9000) / 100, (west * 5 - 18000) / 100]
  })
}
