/**
 * What a map shows: which part of the world, in a frame of so many pixels.
 *
 *     const view = fit([{ lon: 30.5, lat: 50.45 }, { lon: 37.6, lat: 55.75 }], size);
 *     place(view, size).point(30.5, 50.45)   // [x, y] in pixels
 *
 * Equal Earth presses regions far from the equator flat and draws those at it long. The nearer the map
 * comes, the more that is taken back, in height by as much as in width, so that areas stay true and
 * the shapes in the middle become so. Pure: no DOM.
 */

import { across, from, HALF_HEIGHT, HALF_WIDTH, latitudeAt, radians, up } from "./project.js";

/** @typedef {{ lon: number, lat: number }} Spot */
/** @typedef {{ width: number, height: number }} Size In pixels. */
/** The spot in the middle, and how many degrees of the ground lie between the left and the right edge. @typedef {{ lon: number, lat: number, span: number }} View */
/** @typedef {{ a: number, d: number, e: number, f: number, point: (lon: number, lat: number) => [number, number] }} Placing From the plane to pixels: x = a * x + e, y = d * y + f. */

/** The whole world from left to right. */
export const WORLD_SPAN = (HALF_WIDTH * 2 * 180) / Math.PI;
/** 1,000 km: nearer than that the coast is too coarse to tell more. */
export const LEAST_SPAN = 9;
/** A first look is not nearer: one city alone is shown with the countries around it. */
export const FIRST_SPAN = 24;
/** Cut at 169° west, in the Bering Strait, so that no land lies on both sides. */
const WORLD_MIDDLE = 11;
/** Shapes are true in the middle up to this span, areas alone from that one on. */
const NEAR = 60;
const FAR = 200;
/** Beyond this latitude stretching would never end. */
const STRETCHED_MOST = 72;

/** In a low frame Antarctica is left out rather than Greenland. */
const WORLD_HEIGHT = 6.5;

/** @type {View} */
export const WORLD = { lon: WORLD_MIDDLE, lat: WORLD_HEIGHT, span: WORLD_SPAN };

/** A frame is as high as its spots need, between these shares of its width: low enough for the world, and for a screen. */
const LOWEST = 0.44;
const HIGHEST = 0.62;
const HIGHEST_PIXELS = 400;

/**
 * @param {View} view
 * @param {Size} size
 * @returns {Placing}
 */
export function place({ lon: middle, lat, span }, { width, height }) {
  const nearness = Math.min(1, Math.max(0, Math.log(FAR / span) / Math.log(FAR / NEAR)));
  const bounded = Math.min(STRETCHED_MOST, Math.abs(lat));
  const stretch = (across(bounded) / Math.cos(radians(bounded))) ** nearness;
  const scale = width / radians(span);
  const [a, d] = [scale / stretch, -scale * stretch];
  const room = Math.max(0, HALF_HEIGHT - height / 2 / -d); // no more beyond a pole than must be
  const [e, f] = [width / 2, height / 2 - d * Math.min(room, Math.max(-room, up(lat)))];
  return { a, d, e, f, point: (lon, lat) => [a * across(lat) * radians(from(lon, middle)) + e, d * up(lat) + f] };
}

/**
 * The nearest view that holds all spots with a margin, over the date line where that is the shorter way.
 * @param {Spot[]} spots
 * @param {Size} size
 * @param {number} [least]
 * @returns {View}
 */
export function fit(spots, size, least = FIRST_SPAN) {
  if (spots.length === 0) return WORLD;
  const heights = spots.map(({ lat }) => up(lat));
  const lat = latitudeAt((Math.min(...heights) + Math.max(...heights)) / 2);
  const lon = middleOf(spots.map((spot) => spot.lon));
  let [near, far] = [least, WORLD_SPAN];
  if (holds({ lon, lat, span: near }, size, spots)) return { lon, lat, span: near };
  for (let step = 0; step < 20; step += 1) {
    const span = (near + far) / 2;
    if (holds({ lon, lat, span }, size, spots)) far = span;
    else near = span;
  }
  return { lon, lat, span: far };
}

/**
 * The frame for a first view of the spots.
 * @param {Spot[]} spots
 * @param {number} width
 * @returns {Size}
 */
export function frame(spots, width) {
  const highest = Math.min(HIGHEST_PIXELS, Math.round(width * HIGHEST));
  const lowest = Math.min(HIGHEST_PIXELS, Math.round(width * LOWEST));
  const size = { width, height: highest };
  const { point } = place(fit(spots, size), size);
  const heights = spots.map(({ lon, lat }) => point(lon, lat)[1]);
  const needed = Math.max(...heights) - Math.min(...heights) + 2 * (margin(size)[1] ?? 0);
  return { width, height: Math.min(highest, Math.max(lowest, Math.ceil(needed))) };
}

/** Room for names beside the outermost spots. @param {Size} size */
const margin = ({ width, height }) => [Math.min(56, width * 0.14), Math.min(32, height * 0.16)];

/**
 * @param {View} view
 * @param {Size} size
 * @param {Spot[]} spots
 */
export function holds(view, size, spots) {
  const { point } = place(view, size);
  const [aside = 0, above = 0] = margin(size);
  return spots.every(({ lon, lat }) => {
    const [x, y] = point(lon, lat);
    return x >= aside && x <= size.width - aside && y >= above && y <= size.height - above;
  });
}

/**
 * What lies under a pixel.
 * @param {View} view
 * @param {Size} size
 * @param {number} x
 * @param {number} y
 * @returns {Spot}
 */
export function under(view, size, x, y) {
  const { a, d, e, f } = place(view, size);
  const lat = latitudeAt((y - f) / d);
  const turn = (((x - e) / a / Math.max(0.05, across(lat))) * 180) / Math.PI;
  return { lon: from(view.lon + turn, 0), lat };
}

/**
 * Opposite the widest gap between two longitudes.
 * @param {number[]} longitudes
 */
function middleOf(longitudes) {
  const sorted = longitudes.map((lon) => from(lon, 0)).sort((a, b) => a - b);
  let [widest, east] = [-1, 0];
  sorted.forEach((lon, index) => {
    const before = index > 0 ? sorted[index - 1] : undefined;
    const gap = lon - (before ?? (sorted.at(-1) ?? 0) - 360);
    if (gap > widest) [widest, east] = [gap, lon];
  });
  return from(east + (360 - widest) / 2, 0);
}
