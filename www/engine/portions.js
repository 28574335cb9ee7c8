/**
 * How a long text and its result are cut: the part that is read first, and the pieces in which a result travels.
 *
 *     firstPart(text)                 // where the first part ends, or null for a text that is short
 *     [...pieces(analysis)]           // { key: "names", items: [..] }, none of them large
 *
 * What is read first only bridges the wait: the whole text is then read in one go, because names can be told
 * apart and merged only by one who has seen them all. Pure.
 *
 * @import { Analysis } from "../analysis.js"
 * @import { Vector } from "./protocol.js"
 */

/** A shorter text is there at once, whole. */
export const LONG = 60_000;

/** The first part is about this long: two or three screens, read in a tenth of a second. */
const FIRST = 12_000;

/** Where the first part may end at the latest. */
const LAST = 18_000;

/** So many of the largest things cross to the page in a few milliseconds. */
const PIECE = 1_500;

/** @type {Vector[]} */
const VECTORS = ["names", "entities", "figures", "dates", "attributions", "conflicts"];

/**
 * The end of the first part: of a line if one ends in time, else of a sentence, else of a word.
 * @param {string} text
 * @returns {number | null}
 */
export function firstPart(text) {
  if (text.length < LONG) return null;
  const room = text.slice(FIRST, LAST);
  const line = room.search(/[\r\n]/u);
  if (line >= 0) return FIRST + line;
  const sentence = room.search(/[.!?…]["”'’)\]]*\s/u);
  if (sentence >= 0) return FIRST + sentence + 1;
  const word = room.search(/\s/u);
  if (word >= 0) return FIRST + word;
  return /[\uDC00-\uDFFF]/.test(text.charAt(LAST)) ? LAST - 1 : LAST; // between the halves of a sign is no place to cut
}

/**
 * Takes the long vectors out of an analysis, piece by piece; what is left in it is small.
 * @param {Analysis} analysis
 * @returns {Generator<{ key: Vector, items: unknown[] }>}
 */
export function* pieces(analysis) {
  for (const key of VECTORS) {
    /** @type {unknown[]} */
    const all = analysis[key];
    if (all.length <= PIECE) continue;
    for (let place = 0; place < all.length; place += PIECE) yield { key, items: all.slice(place, place + PIECE) };
    all.length = 0;
  }
}
