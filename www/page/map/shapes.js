/**
 * The shapes of land and countries, from the lines that `scripts/build-map.js` has laid into
 * `map/world.js`, as paths for an SVG.
 *
 * A path is drawn around any meridian: rings that reach over the far side of the globe are drawn on
 * both edges, and the globe's outline cuts what stands out. It knows no pixels.
 */

import { COUNTRIES, LAND, LINES, MIDDLES, STEPS } from "../../map/world.js";
import { across, from, latitudeAt, radians, up } from "./project.js";

/** Points: longitude, the length of a degree of longitude there, height. @typedef {[number, number, number][]} Ring */

/** Paths are in thousandths of the globe's radius: whole numbers, and short. */
export const UNIT = 1000;

/** @type {Ring[] | undefined} */
let lines;

/** @param {string} code */
function ringsOf(code) {
  lines ??= LINES.split(";").map(line);
  return code.split(",").map((ring) => {
    const numbers = ring.split(" ").map(Number);
    return joined(numbers.map((number) => (number < 0 ? lines?.[~number]?.toReversed() : lines?.[number]) ?? []));
  });
}

/** Lines end to end, without a jump at the date line; what goes round a pole is closed by it. @param {Ring[]} parts */
function joined(parts) {
  /** @type {Ring} */
  const ring = [];
  for (const part of parts) {
    const turn = Math.round(((ring.at(-1)?.[0] ?? part[0]?.[0] ?? 0) - (part[0]?.[0] ?? 0)) / 360) * 360;
    for (const [lon, degree, height] of part.slice(ring.length > 0 ? 1 : 0)) ring.push([lon + turn, degree, height]);
  }
  const [start, end] = [ring[0]?.[0] ?? 0, ring.at(-1)?.[0] ?? 0];
  if (Math.abs(end - start) > 180) ring.push(point(end, -90), point(start, -90));
  return ring;
}

/** @param {string} code @returns {Ring} */
function line(code) {
  const numbers = code.match(/-?\d+/g)?.map(Number) ?? [];
  let [x, y] = [0, 0];
  /** @type {Ring} */
  const points = [];
  for (let index = 0; index < numbers.length; index += 2) {
    points.push(point((x += numbers[index] ?? 0) / STEPS, (y += numbers[index + 1] ?? 0) / STEPS));
  }
  return points;
}

/** @param {number} lon @param {number} lat @returns {Ring[number]} */
const point = (lon, lat) => [lon, UNIT * across(lat) * radians(1), Math.round(UNIT * up(lat))];

/** @param {string} list @returns {Map<string, string>} */
const table = (list) => new Map(list.split(";").map((entry) => /** @type {[string, string]} */ (entry.split(":"))));

const countries = table(COUNTRIES);
const middles = table(MIDDLES);
/** @type {Map<string, Ring[]>} */
const outlines = new Map();

/** All land. */
export const land = () => ringsOf(LAND);

/** @param {string} country ISO 3166-1 alpha-2. @returns {Ring[]} None where it is too small to be drawn. */
export function outline(country) {
  const known = outlines.get(country);
  if (known) return known;
  const code = countries.get(country);
  const rings = code === undefined ? [] : ringsOf(code);
  outlines.set(country, rings);
  return rings;
}

/**
 * The box around the largest part of a country: islands far away do not count. In degrees, and its size as in its path.
 * @typedef {{ west: number, east: number, south: number, north: number, width: number, height: number }} Bounds
 */

/**
 * @param {string} country
 * @returns {Bounds | undefined} None where it is too small to be drawn.
 */
export function bounds(country) {
  const boxes = outline(country).map((ring) => {
    const [longitudes, heights] = [ring.map(([lon]) => lon), ring.map((point) => point[2])];
    const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
    const [low, high] = [Math.min(...heights), Math.max(...heights)];
    const width = (east - west) * (ring[0]?.[1] ?? 0);
    return { west, east, south: latitudeAt(low / UNIT), north: latitudeAt(high / UNIT), width, height: high - low };
  });
  return boxes.sort((a, b) => b.width * b.height - a.width * a.height)[0];
}

/**
 * Whether a place of an analysis is the country itself: it lies in its middle.
 * @param {{ country: string | null, lat: number, lon: number }} place
 */
export function isCountry({ country, lat, lon }) {
  return country !== null && middles.get(country) === `${lat},${lon}`;
}

/**
 * @param {Ring[]} rings
 * @param {number} middle
 */
export function path(rings, middle) {
  return rings.map((ring) => {
    const start = from(ring[0]?.[0] ?? 0, middle) - (ring[0]?.[0] ?? 0);
    const reach = ring.map(([lon]) => lon + start);
    const [west, east] = [Math.min(...reach), Math.max(...reach)];
    const turns = [0, ...(west < -180 ? [360] : []), ...(east > 180 ? [-360] : [])];
    return turns.map((turn) => drawn(ring, start + turn)).join("");
  }).join("");
}

/**
 * @param {Ring} ring
 * @param {number} shift Degrees to the east.
 */
function drawn(ring, shift) {
  return `M${ring.map(([lon, degree, height]) => `${Math.round(degree * (lon + shift))} ${height}`).join("L")}Z`;
}

/** The edge of the world, which all is cut at. */
export function globe() {
  return drawn([...meridian(180), ...meridian(-180).toReversed()], 0);
}

/** @param {number} lon */
const meridian = (lon) => Array.from({ length: 61 }, (_, index) => point(lon, index * 3 - 90));

/**
 * Meridians and parallels.
 * @param {number} middle
 * @param {number} step In degrees.
 */
export function grid(middle, step) {
  const open = (/** @type {Ring} */ ring) => drawn(ring, 0).slice(0, -1);
  const parallels = Array.from({ length: 180 / step - 1 }, (_, index) => (index + 1) * step - 90);
  const meridians = Array.from({ length: 360 / step }, (_, index) => from(index * step, middle));
  return [
    ...parallels.map((lat) => open([point(-180, lat), point(180, lat)])),
    ...meridians.map((lon) => open(meridian(lon))),
  ].join("");
}
