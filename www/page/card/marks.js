/**
 * From marks to what they stand for and back: which figure a mark is, which mark leads to a quotation.
 *
 * Marks name their row by a letter and the index into the analysis ("f3", "e0", "d2", "q1"). Pure.
 *
 * @import { Attribution, Span } from "../../analysis.js"
 * @import { Mark } from "../../element/view.js"
 */

/** @param {Mark} mark */
export function isQuote({ kind }) {
  return /** @type {string} */ (kind) === "quote";
}

/** @param {string} row */
export function indexOf(row) {
  return Number(/\d+/u.exec(row)?.[0] ?? -1);
}

/**
 * The first mark of the thing, if it is marked.
 * @param {Mark[]} marks
 * @param {"figure" | "date" | "quote"} kind
 * @param {number} index
 */
export function markOf(marks, kind, index) {
  return marks.find((mark) => /** @type {string} */ (mark.kind) === kind && indexOf(mark.row) === index)?.id;
}

/**
 * The mark of a name that lies in the span, else the first mention of the thing.
 * @param {Mark[]} marks
 * @param {Span} span
 * @param {number | null} entity
 */
export function nameIn(marks, { start, end }, entity) {
  if (entity === null) return undefined;
  const own = marks.filter((mark) => mark.row === `e${entity}`);
  return (own.find((mark) => mark.start < end && mark.end > start) ?? own[0])?.id;
}

/**
 * Where a statement is read: its own mark, else the first mark in it.
 * @param {Mark[]} marks
 * @param {Attribution} said
 * @param {number} index
 */
export function placeOf(marks, { spans, speaker }, index) {
  const inside = (/** @type {Mark} */ mark) => [...spans, ...(speaker ? [speaker] : [])].some((span) => mark.start >= span.start && mark.end <= span.end);
  return markOf(marks, "quote", index) ?? marks.find(inside)?.id;
}

/**
 * The marks that Previous and Next go through: mentions of the same thing, else all things of the kind, once each.
 * @param {Mark[]} marks
 * @param {Mark} mark
 */
export function sequence(marks, mark) {
  const single = isQuote(mark) || mark.kind === "figure" || mark.kind === "date";
  if (!single) return marks.filter((other) => other.row === mark.row).map((other) => other.id);
  /** @type {Map<string, string>} */
  const first = new Map();
  // A thing in several pieces is stepped to by the piece that is looked at.
  first.set(mark.row, mark.id);
  for (const other of marks) if (other.kind === mark.kind && !first.has(other.row)) first.set(other.row, other.id);
  const ids = new Set(first.values());
  return marks.filter((other) => ids.has(other.id)).map((other) => other.id);
}
