/**
 * Makes a text that comes in fit to be read: one kind of line end, none of the signs that nobody sees.
 *
 *     clean("Lis\u00adbon\r\n1,\u200b200 people")  // "Lisbon\n1,200 people"
 *     unwrap(text)                                 // lines that were broken to fit a width, joined again
 *
 * What stands in the field is what is analysed, so this happens before a text gets there and never after. A space
 * that holds words together ("1 200") and the marks of right-to-left text stay: they mean something.
 */

/** Soft hyphen, zero-width space, word joiner, byte order mark, and control signs that are no white space. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000e-\u001f]/gu;

/** Lines are broken to fit a width by hand or machine between these; a paragraph that is one line is longer. */
const LEAST_WIDTH = 50;
const MOST_WIDTH = 100;

/** @param {string} text */
export function clean(text) {
  return text.replace(/\r\n?|[\u2028\u2029\u0085]/gu, "\n").replace(UNSEEN, "");
}

/**
 * Joins lines only where every break of the paragraph was needed: the next word would not have fitted.
 * @param {string} text
 */
export function unwrap(text) {
  const blocks = text.split(/(\n[^\S\n]*\n\s*)/u); // each second is what stands between two paragraphs
  const width = blocks.reduce((most, block) => Math.max(most, ...widths(block)), 0);
  if (width < LEAST_WIDTH || width > MOST_WIDTH) return text;
  return blocks.map((block, index) => (index % 2 === 0 && isWrapped(block, width) ? block.replace(/[^\S\n]*\n[^\S\n]*/gu, " ") : block)).join("");
}

/** @param {string} block */
function widths(block) {
  const lines = block.split("\n");
  return lines.length > 1_000 ? [Infinity] : lines.map((line) => line.trimEnd().length);
}

/**
 * @param {string} block
 * @param {number} width
 */
function isWrapped(block, width) {
  const lines = block.trim().split("\n").map((line) => line.trim());
  if (lines.length < 2) return false;
  return lines.slice(1).every((line, index) => {
    const [word = ""] = line.split(/\s/u, 1);
    const before = lines[index] ?? "";
    return !/^([-*•–—]|\d+[.)])$/u.test(word) && before.length + 1 + word.length > width;
  });
}
