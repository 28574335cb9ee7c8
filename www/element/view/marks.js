/**
 * Every stretch of the text that is marked, with the row that tells of it.
 *
 * Names and figures and dates by their words; a quotation by each of its pieces; and, as further mentions of
 * an entity, the roles and pronouns that stand for it. Marks lie over one another where the text does it: a
 * figure within a quotation is normal.
 *
 * @import { Analysis, Figure } from "../../analysis.js"
 * @import { Mark } from "../view.js"
 */

import { doubt } from "../view-words.js";

/** Marks between two pauses. */
const STEP = 2_000;

/**
 * Labels name and do not count ("Boeing 737"), so they are neither marked nor listed.
 * @param {Figure} figure
 */
export const counts = (figure) => figure.role === "claim";

/**
 * @param {number} attribution
 * @param {number} piece
 */
export const quoteMark = (attribution, piece) => (piece === 0 ? `q${attribution}` : `q${attribution}p${piece}`);

/**
 * @param {number} entity
 * @param {number} reference
 */
export const referenceMark = (entity, reference) => `e${entity}r${reference}`;

/**
 * In text order, the longer first where two begin together: what contains others comes before them.
 * @param {Analysis} analysis
 * @returns {Generator<undefined, Mark[]>}
 */
export function* marks(analysis) {
  /** @type {Mark[]} */
  const all = [];
  for (const kind of [quotes, names, references, figures, dates]) {
    for (const mark of kind(analysis)) {
      all.push(mark);
      if (all.length % STEP === 0) yield;
    }
  }
  return all.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** @param {Analysis} analysis */
function* quotes({ attributions }) {
  for (const [index, { spans, kind }] of attributions.entries()) {
    for (const [piece, { start, end }] of spans.entries()) {
      yield /** @type {Mark} */ ({ id: quoteMark(index, piece), kind: "quote", start, end, row: `q${index}`, form: kind });
    }
  }
}

/** @param {Analysis} analysis */
function* names(analysis) {
  for (const [index, { start, end, kind, entity, confidence }] of analysis.names.entries()) {
    // Drawn as what it names is taken for, so that marks and lists agree.
    const drawn = analysis.entities[entity]?.kind ?? kind;
    yield /** @type {Mark} */ ({ id: `n${index}`, kind: drawn, start, end, row: `e${entity}`, doubt: doubt(confidence) });
  }
}

/** @param {Analysis} analysis */
function* references({ entities }) {
  for (const [index, { kind, references }] of entities.entries()) {
    for (const [place, { start, end, form }] of references.entries()) {
      yield /** @type {Mark} */ ({ id: referenceMark(index, place), kind, start, end, row: `e${index}`, form });
    }
  }
}

/** @param {Analysis} analysis */
function* figures(analysis) {
  for (const [index, figure] of analysis.figures.entries()) {
    if (!counts(figure)) continue;
    yield /** @type {Mark} */ ({ id: `f${index}`, kind: "figure", start: figure.start, end: figure.end, row: `f${index}` });
  }
}

/** @param {Analysis} analysis */
function* dates({ dates }) {
  for (const [index, { start, end }] of dates.entries()) {
    yield /** @type {Mark} */ ({ id: `d${index}`, kind: "date", start, end, row: `d${index}` });
  }
}
