/**
 * Marks laid into a stretch of text as a tree: inside one another where they nest, cut where they cross.
 *
 *     weave(0, 20, [name 4..16, figure 10..20])
 *     // text 0..4, name 4..16 [ text 4..10, figure 10..16 ], figure 16..20
 *
 * Pure and linear in pieces. A mark that is cut appears in several pieces under one id.
 *
 * @import { Mark } from "../element/view.js"
 */

/** @typedef {{ start: number, end: number, mark: Mark | null, inside: Piece[] }} Piece Text where `mark` is null. */

/**
 * @param {number} start
 * @param {number} end
 * @param {Mark[]} marks Sorted by start, the longer first, all touching `start..end`.
 * @returns {Piece[]}
 */
export function weave(start, end, marks) {
  const clipped = marks
    .map((mark) => ({ mark, start: Math.max(mark.start, start), end: Math.min(mark.end, end) }))
    .filter((stretch) => stretch.start < stretch.end);
  return nest(start, end, clipped);
}

/** @typedef {{ mark: Mark, start: number, end: number }} Stretch */

/**
 * @param {number} start
 * @param {number} end
 * @param {Stretch[]} stretches
 * @returns {Piece[]}
 */
function nest(start, end, stretches) {
  /** @type {Piece[]} */
  const pieces = [];
  /** @type {Stretch[]} What stuck out of an outer mark and goes on after it. */
  let carried = [];
  let next = 0;
  let place = start;
  while (carried.length > 0 || next < stretches.length) {
    const outer = carried.shift() ?? stretches[next++];
    if (!outer) break;
    const inner = carried;
    for (let other = stretches[next]; other && other.start < outer.end; other = stretches[next]) {
      inner.push(other);
      next += 1;
    }
    if (place < outer.start) pieces.push(plain(place, outer.start));
    const inside = inner.map((other) => ({ ...other, end: Math.min(other.end, outer.end) }));
    pieces.push({ start: outer.start, end: outer.end, mark: outer.mark, inside: nest(outer.start, outer.end, inside) });
    carried = inner.filter((other) => other.end > outer.end).map((other) => ({ ...other, start: outer.end }));
    place = outer.end;
  }
  if (place < end) pieces.push(plain(place, end));
  return pieces;
}

/**
 * @param {number} start
 * @param {number} end
 * @returns {Piece}
 */
function plain(start, end) {
  return { start, end, mark: null, inside: [] };
}
