/**
 * Where the words of one text stand in another that is nearly the same: the page has changed since it was read, or was
 * read elsewhere, with its white space in other places.
 *
 *     const place = align("Three ships sank.", "News\nThree  ships sank.");
 *     place(6, 11)     // { start: 12, end: 17 }: "ships"
 *
 * White space counts for nothing. What has changed is left out, sentence by sentence, never guessed. In time linear in
 * the two texts. Pure.
 */

/** @typedef {(start: number, end: number) => { start: number, end: number } | null} Place */

/** A sentence is looked for so far behind the one before: more than that has not been put in between. In signs. */
const REACH = 5_000;

/** The ends of sentences and lines, in a text. */
const ENDS = /[.!?…]["”’)\]]*\s+|\n+/gu;

/**
 * @param {string} from
 * @param {string} to
 * @returns {Place}
 */
export function align(from, to) {
  if (from === to) return (start, end) => ({ start, end });
  const [own, other] = [signs(from), signs(to)];
  const offsets = own.text === other.text ? shifted(own.text.length, 0) : found(from, own, other);
  return (start, end) => {
    const [first, last] = [offsets[own.before(start)], offsets[own.before(end) - 1]];
    if (first === undefined || last === undefined || first < 0 || last < 0 || last - first !== own.before(end) - 1 - own.before(start)) return null;
    return { start: other.at(first), end: other.at(last) + 1 };
  };
}

/**
 * A text without its white space, and the way there and back.
 * @param {string} text
 */
function signs(text) {
  const places = new Int32Array(text.length);
  const counts = new Int32Array(text.length + 1);
  let count = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    counts[offset] = count;
    if (isSpace(text.charCodeAt(offset))) continue;
    places[count] = offset;
    count += 1;
  }
  counts[text.length] = count;
  return {
    text: text.replace(/\s+/gu, ""),
    /** How many signs are before the offset. @param {number} offset */
    before: (offset) => counts[Math.min(offset, text.length)] ?? count,
    /** The offset of a sign. @param {number} sign */
    at: (sign) => places[sign] ?? text.length,
  };
}

/** As `\s` in a pattern. @param {number} unit */
function isSpace(unit) {
  if (unit === 32 || (unit >= 9 && unit <= 13)) return true;
  return unit > 127 && /\s/u.test(String.fromCharCode(unit));
}

/**
 * @param {number} length
 * @param {number} shift
 */
function shifted(length, shift) {
  return Int32Array.from({ length }, (_, sign) => sign + shift);
}

/**
 * For each sign where it stands in the other text, or -1.
 * @param {string} text
 * @param {ReturnType<typeof signs>} own
 * @param {ReturnType<typeof signs>} other
 */
function found(text, own, other) {
  const offsets = new Int32Array(own.text.length).fill(-1);
  let cursor = 0;
  let start = 0;
  const ends = [...text.matchAll(ENDS)].map(({ index, 0: words }) => index + words.length);
  for (const end of [...ends, text.length]) {
    const [first, last] = [own.before(start), own.before(end)];
    start = end;
    if (first === last) continue;
    const window = other.text.slice(cursor, cursor + REACH + last - first);
    const place = window.indexOf(own.text.slice(first, last));
    if (place < 0) continue;
    offsets.set(Int32Array.from({ length: last - first }, (_, sign) => cursor + place + sign), first);
    cursor += place + last - first;
  }
  return offsets;
}
