/**
 * The card of a figure: value, precision, what it counts, who says so, as of when, its sentence, its rivals.
 *
 * Pure.
 *
 * @import { Bound, Conflict, Figure } from "../../analysis.js"
 * @import { Fact, Part, Subject } from "./facts.js"
 */

import { dateValue, figureValue } from "../../element/view-words.js";
import { indexOf, markOf } from "./marks.js";
import { because, nameOf, ruleInWords, speakerParts, takenFor } from "./speech.js";
import { paragraphAt, quoted, sentenceOf, words } from "./words.js";

/** So many others are listed; the list of figures has them all. */
const MOST_OTHERS = 4;

/** @type {Record<Bound, string>} */
const BOUNDS = {
  exact: "as stated",
  about: "about this, it may be a little more or less",
  more_than: "more than this",
  at_least: "at least this, it may be more",
  less_than: "less than this",
  at_most: "at most this, it may be less",
  nearly: "nearly this, a little less",
  between: "between the two",
};

const CHANGES = { up: "a rise by this", down: "a fall by this", to: "the new level", from: "the earlier level" };

const OUTCOMES = { differ: "differs", sum: "does not add up", change: "does not fit the change" };

/** @param {Subject} subject */
export function figureFacts(subject) {
  const { text, analysis, mark } = subject;
  const index = indexOf(mark.row);
  const figure = analysis.figures[index];
  if (!figure) return undefined;
  const others = also(subject, index, figure);
  const isDisputed = analysis.conflicts.some((conflict) => conflict.figures.includes(index));
  /** @type {Fact[]} */
  const facts = [
    value(figure, text),
    precisionFact(figure, text),
    countsFact(figure, text),
    saidFact(subject, figure),
    asOf(subject, figure),
    others,
    sentence(text, figure.outer), // last: it stands in the article, beside the card
  ];
  // What the article gives another figure for is to be seen at once, without scrolling.
  return { title: words(text, figure.outer), facts: isDisputed ? [others, ...facts.filter((fact) => fact !== others)] : facts };
}

/**
 * @param {Figure} figure
 * @param {string} text
 * @returns {Fact}
 */
function value(figure, text) {
  const known = figureValue(figure);
  return { key: "value", label: "Value", lines: [[{ text: known ?? `no number: ${quoted(words(text, figure))} is vague` }]] };
}

/**
 * @param {Figure} figure
 * @param {string} text
 * @returns {Fact}
 */
function precisionFact(figure, text) {
  const { bound, change, high } = figure;
  /** @type {Part[]} */
  const said = [{ text: bound === "between" && high === null ? "a vague amount" : BOUNDS[bound] }];
  if (bound !== "exact") said.push({ text: ` (${quoted(qualifier(figure, text))})`, tone: "quiet" });
  return { key: "precision", label: "Precision", lines: change === null ? [said] : [said, [{ text: CHANGES[change] }]] };
}

/**
 * The words around the number that qualify it: "at least", "or more"; else the number's own ("dozens").
 * @param {Figure} figure
 * @param {string} text
 */
function qualifier({ start, end, outer, counts, bound, high }, text) {
  const before = words(text, { start: outer.start, end: Math.max(start, outer.start) });
  if (bound === "between" && high !== null) return words(text, { start: Math.min(outer.start, start), end });
  if (before !== "") return before;
  const limit = counts && counts.start >= end ? Math.min(counts.start, outer.end) : outer.end;
  return (limit > end && words(text, { start: end, end: limit }).replace(/(?:\s*\b(?:of|the|its))+$/u, "")) || words(text, { start, end });
}

/**
 * @param {Figure} figure
 * @param {string} text
 * @returns {Fact}
 */
function countsFact(figure, text) {
  const { counts } = figure;
  if (!counts) return { key: "counts", label: "Counts", lines: [[{ text: "not said beside the number", tone: "quiet" }]] };
  return { key: "counts", label: "Counts", lines: [[{ text: words(text, counts), tone: "words" }]], why: whyCounted(figure, counts, text) };
}

/**
 * @param {Figure} figure
 * @param {NonNullable<Figure["counts"]>} counts
 * @param {string} text
 */
function whyCounted({ start, end }, counts, text) {
  const gap = counts.start >= end ? text.slice(end, counts.start) : text.slice(counts.end, start);
  if (/[.!?]["”’)]*\s|[\r\n]/u.test(gap)) return "carried over from another sentence";
  if (counts.end <= start) return "named before the number in its sentence";
  if (counts.start < end) return "named within the number";
  if (/^[\s-]*$/u.test(gap)) return "the noun right after the number";
  return /\bof\b/u.test(gap) ? "the noun after the number and “of”" : "the noun that follows the number";
}

/**
 * @param {Subject} subject
 * @param {Figure} figure
 * @returns {Fact}
 */
function saidFact(subject, { said_by }) {
  const said = said_by === null ? undefined : subject.analysis.attributions[said_by];
  const label = "Said by";
  if (!said) return { key: "said", label, lines: [[{ text: "the article itself, nobody is named", tone: "quiet" }]] };
  return { key: "said", label, lines: [speakerParts(subject, said)], why: because(ruleInWords(subject.text, said), takenFor(subject, said)) };
}

/**
 * @param {Subject} subject
 * @param {Figure} figure
 * @returns {Fact}
 */
function asOf({ text, analysis, marks }, { as_of }) {
  const date = as_of === null ? undefined : analysis.dates[as_of];
  if (!date || as_of === null) return { key: "asOf", label: "As of", lines: [] };
  const said = words(text, date);
  const calendar = date.value === null || !date.resolved ? "" : dateValue(date.value) + (date.high === null ? "" : ` to ${dateValue(date.high)}`);
  /** @type {Part[]} */
  const parts = [{ text: said, tone: "words", go: markOf(marks, "date", as_of) }];
  if (calendar !== "" && calendar !== said) parts.push({ text: ` (${calendar})`, tone: "quiet" });
  return { key: "asOf", label: "As of", lines: [parts], why: "a date of the same sentence" };
}

/**
 * @param {string} text
 * @param {{ start: number, end: number }} span What is emphasised in it.
 * @returns {Fact}
 */
export function sentence(text, span) {
  const { start, end, cutBefore, cutAfter } = sentenceOf(text, span);
  const tidy = (/** @type {string} */ words) => words.replace(/\s+/gu, " ");
  /** @type {Part[]} */
  const parts = [
    { text: (cutBefore ? "… " : "") + tidy(text.slice(start, span.start)).trimStart() },
    { text: tidy(text.slice(span.start, span.end)), tone: "strong" },
    { text: tidy(text.slice(span.end, end)).trimEnd() + (cutAfter ? " …" : "") },
  ];
  return { key: "sentence", label: "Sentence", lines: [parts.filter((part) => part.text !== "")] };
}

/**
 * Figures of the same thing: those that disagree first, then others that count the same.
 * @param {Subject} subject
 * @param {number} index
 * @param {Figure} figure
 * @returns {Fact}
 */
function also(subject, index, figure) {
  const { analysis } = subject;
  /** @type {Map<number, Conflict>} */
  const rivals = new Map();
  for (const conflict of analysis.conflicts) {
    if (!conflict.figures.includes(index)) continue;
    for (const other of conflict.figures) if (other !== index && !rivals.has(other)) rivals.set(other, conflict);
  }
  const lines = [...rivals].map(([other, conflict]) => otherLine(subject, other, OUTCOMES[conflict.rule]));
  const reasons = new Set([...rivals.values()].map((conflict) => conflict.why));
  const same = sameHead(subject, index, figure).filter((other) => !rivals.has(other));
  const shown = same.slice(0, Math.max(1, MOST_OTHERS - lines.length));
  lines.push(...shown.map((other) => otherLine(subject, other)));
  if (same.length > shown.length) lines.push([{ text: `and ${same.length - shown.length} more in the list of figures`, tone: "quiet" }]);
  return { key: "also", label: "Also in this article", lines, why: because(...reasons) };
}

/**
 * "38 bodies (paragraph 4, Interior Ministry): differs"
 * @param {Subject} subject
 * @param {number} index
 * @param {string} [outcome]
 * @returns {Part[]}
 */
function otherLine({ text, analysis, marks }, index, outcome) {
  const other = analysis.figures[index];
  if (!other) return [];
  const speaker = other.said_by === null ? null : analysis.attributions[other.said_by]?.speaker;
  const where = [`paragraph ${paragraphAt(text, other.start)}`, ...(speaker ? [nameOf(text, analysis.entities, speaker)] : [])];
  /** @type {Part[]} */
  const parts = [{ text: words(text, other.outer), tone: "words", go: markOf(marks, "figure", index) }, { text: ` (${where.join(", ")})`, tone: "quiet" }];
  return outcome ? [...parts, { text: ": " }, { text: outcome, tone: "strong" }] : parts;
}

/**
 * Others that count the same noun in the same unit.
 * @param {Subject} subject
 * @param {number} index
 * @param {Figure} figure
 */
function sameHead({ text, analysis }, index, { counts, unit, kind }) {
  if (!counts) return [];
  // "between 90 and 110 people" counts as "70 people" does
  const countedAs = (/** @type {Figure["kind"]} */ one) => (one === "range" ? "cardinal" : one);
  const head = headOf(text, counts);
  return analysis.figures.flatMap((other, at) => {
    const alike = at !== index && other.role === "claim" && other.unit === unit && (unit !== null || countedAs(other.kind) === countedAs(kind));
    return alike && other.counts && headOf(text, other.counts) === head ? [at] : [];
  });
}

/**
 * "Bodies" and "body" are one; a plural that is made in another way is another word.
 * @param {string} text
 * @param {NonNullable<Figure["counts"]>} counts
 */
function headOf(text, { head }) {
  return words(text, head).toLowerCase().replace(/ies$/u, "y").replace(/(?<=[^s])s$/u, "");
}
