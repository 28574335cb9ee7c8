/**
 * Where in the text the reader is: at the words that are chosen, else at the first line in view.
 *
 * It knows of the article pane only that each of its paragraphs is one line of the text that has words in it.
 */

/** Below what may stick to the top of the window. */
const TOP = 90;

/**
 * @param {HTMLElement} article
 * @param {string} text
 * @returns {number} An offset in the text.
 */
export function placeOfReading(article, text) {
  const paragraphs = [...article.querySelectorAll("p")];
  const chosen = document.activeElement?.closest("mark") ?? article.querySelector("mark.current");
  const own = chosen && article.contains(chosen) ? paragraphs.find((paragraph) => paragraph.contains(chosen)) : undefined;
  const paragraph = own ?? paragraphs.find((one) => one.getBoundingClientRect().bottom > TOP);
  const line = paragraph && lineOf(text, paragraphs.indexOf(paragraph));
  if (!paragraph || !line) return 0;
  const range = document.createRange();
  range.setStart(paragraph, 0);
  if (own && chosen) range.setEndBefore(chosen);
  else if (!endAtTop(range, paragraph)) return line.start;
  return Math.min(line.start + range.toString().length, line.end);
}

/**
 * Ends the range at the first letters of the paragraph that are in view; says whether there are any within it.
 * @param {Range} range
 * @param {HTMLElement} paragraph
 */
function endAtTop(range, paragraph) {
  const { top, left, right } = paragraph.getBoundingClientRect();
  if (top >= TOP || !document.caretPositionFromPoint) return false;
  const isRtl = getComputedStyle(paragraph).direction === "rtl";
  const caret = document.caretPositionFromPoint(isRtl ? right - 2 : left + 2, TOP + 4);
  if (!caret || !paragraph.contains(caret.offsetNode)) return false;
  range.setEnd(caret.offsetNode, caret.offset);
  return true;
}

/**
 * @param {string} text
 * @param {number} index Among the lines that have words in them.
 */
function lineOf(text, index) {
  let left = index;
  for (const { index: start, 0: line } of text.matchAll(/[^\r\n]+/gu)) {
    if (line.trim() === "") continue;
    if (left === 0) return { start, end: start + line.length };
    left -= 1;
  }
  return undefined;
}
