/**
 * The card of a date: its place on the calendar, how that was found, and the figures that hold as of it.
 *
 * Pure. The core does not tell what a date was counted from; the words do, as far as they say it.
 *
 * @import { DateMention } from "../../analysis.js"
 * @import { Fact, Part, Subject } from "./facts.js"
 */

import { dateValue } from "../../element/view-words.js";
import { sentence } from "./figure.js";
import { indexOf, markOf } from "./marks.js";
import { paragraphAt, words } from "./words.js";

const MOST_FIGURES = 4;

/** Counted from another date of the text: "two days later", "that day", "the next morning". */
const FROM_TEXT = /\b(?:later|earlier|that|same|following|previous|before|after)\b/iu;

/** @param {Subject} subject */
export function dateFacts(subject) {
  const { text, analysis, mark } = subject;
  const index = indexOf(mark.row);
  const date = analysis.dates[index];
  if (!date) return undefined;
  const facts = [calendar(date, text, analysis.published), figures(subject, index), sentence(text, date)];
  return { title: words(text, date), facts };
}

/**
 * @param {DateMention} date
 * @param {string} text
 * @param {string | null} published
 * @returns {Fact}
 */
function calendar(date, text, published) {
  const { value, high, resolved } = date;
  const known = value === null ? "" : high === null ? dateValue(value) : `${dateValue(value)} to ${dateValue(high)}`;
  /** @type {Fact} */
  const fact = { key: "calendar", label: "On the calendar", lines: known === "" ? [] : [[{ text: known }]] };
  if (resolved && known !== "") return { ...fact, why: howResolved(words(text, date), date, published) };
  if (published !== null || date.kind === "set") return { ...fact, lines: [...fact.lines, [{ text: date.kind === "set" ? "comes again and again" : "not a fixed date", tone: "quiet" }]] };
  return { ...fact, lines: [...fact.lines, [{ text: "needs the publication date", tone: "quiet" }], [{ text: "Set the publication date", does: "date" }]] };
}

/**
 * @param {string} said
 * @param {DateMention} date
 * @param {string | null} published
 */
function howResolved(said, { value }, published) {
  const year = /^\d{4}|^\d{3}|^\d{2}/u.exec(value ?? "")?.[0];
  if (year && (said.includes(year) || /\b\d{4}\b|’\d\d\b|'\d\d\b/u.test(said))) return "the words say it in full";
  if (FROM_TEXT.test(said) || published === null) return "counted from another date in the text";
  return `counted from the publication day, ${dateValue(published)}`;
}

/**
 * @param {Subject} subject
 * @param {number} date
 * @returns {Fact}
 */
function figures({ text, analysis, marks }, date) {
  const dated = analysis.figures.flatMap((figure, index) => (figure.role === "claim" && figure.as_of === date ? [{ figure, index }] : []));
  /** @type {Part[][]} */
  const lines = dated.slice(0, MOST_FIGURES).map(({ figure, index }) => [
    { text: words(text, figure.outer), tone: "words", go: markOf(marks, "figure", index) },
    { text: ` (paragraph ${paragraphAt(text, figure.start)})`, tone: "quiet" },
  ]);
  if (dated.length > MOST_FIGURES) lines.push([{ text: `and ${dated.length - MOST_FIGURES} more`, tone: "quiet" }]);
  return { key: "figures", label: "Figures as of it", lines };
}
