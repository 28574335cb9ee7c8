/**
 * From degrees to the plane, by the Equal Earth projection (Šavrič, Patterson and Jenny, 2018).
 *
 *     across(50) * radians(10)   // how far 10 degrees of longitude reach at 50° north
 *     up(50)                     // how far 50° north lies above the equator
 *
 * Chosen because areas stay true, so that neither Greenland nor Russia looms, parallels are straight,
 * and what it does to a longitude is one factor: any meridian can be the middle, and land that crosses
 * the date line is drawn twice and needs no cutting. Lengths are in radii of the globe. It knows
 * neither pixels nor frames.
 */

const A1 = 1.340264;
const A2 = -0.081106;
const A3 = 0.000893;
const A4 = 0.003796;
const HALF_ROOT = Math.sqrt(3) / 2;

/** @param {number} degrees */
export const radians = (degrees) => (degrees * Math.PI) / 180;

/** @param {number} lat */
const parameter = (lat) => Math.asin(HALF_ROOT * Math.sin(radians(lat)));

/**
 * The length of a radian of longitude at this latitude.
 * @param {number} lat
 */
export function across(lat) {
  const t = parameter(lat);
  return Math.cos(t) / (HALF_ROOT * (A1 + 3 * A2 * t ** 2 + 7 * A3 * t ** 6 + 9 * A4 * t ** 8));
}

/**
 * The height above the equator.
 * @param {number} lat
 */
export function up(lat) {
  const t = parameter(lat);
  return A1 * t + A2 * t ** 3 + A3 * t ** 7 + A4 * t ** 9;
}

/** Half of the map of the whole world: its width at the equator, its height at a pole. */
export const HALF_WIDTH = Math.PI * across(0);
export const HALF_HEIGHT = up(90);

/**
 * The latitude at this height; beyond the poles, the pole.
 * @param {number} height
 */
export function latitudeAt(height) {
  let [south, north] = [-90, 90];
  for (let step = 0; step < 40; step += 1) {
    const middle = (south + north) / 2;
    if (up(middle) < height) south = middle;
    else north = middle;
  }
  return (south + north) / 2;
}

/**
 * The same longitude, at most half a turn from the middle.
 * @param {number} lon
 * @param {number} middle
 */
export function from(lon, middle) {
  return ((((lon - middle + 180) % 360) + 360) % 360) - 180;
}
