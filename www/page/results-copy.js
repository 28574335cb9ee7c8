/**
 * Rows as plain words for the clipboard: tab separated, so that they fall into the cells of a spreadsheet.
 *
 * @import { Check, Moment, Row, Table } from "../element/view.js"
 */

/**
 * @param {Table} table
 * @param {Row} row
 */
export function rowWords({ columns }, row) {
  const cells = columns.map(({ key }) => (key === "title" ? titleOf(row) : (row.cells[key] ?? "")));
  return cells.map(plain).join("\t").trimEnd();
}

/** @param {Row} row A quotation is cut in its list, not in the copy. */
const titleOf = (row) => (row.kind === "quote" ? (row.phrase ?? row.title) : row.title);

/** @param {Moment} moment */
export function momentWords({ label, sentence }) {
  return `${label}\t${plain(sentence)}`;
}

/** @param {Check} check */
export function checkWords({ title, parts }) {
  return [title, ...parts.map(({ words, by, sentence }) => [words, by ?? "", sentence].map(plain).join("\t"))].join("\n");
}

/** @param {string} words */
const plain = (words) => words.replace(/\s+/gu, " ").trim();

/**
 * Says whether it worked: a browser may refuse.
 * @param {string} words
 */
export async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}
