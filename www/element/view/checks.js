/**
 * What is worth a second look: figures that differ, sums, dates without a day, quotations without a speaker.
 *
 * It says what stands in the text and gives no verdict: two figures for one thing may both be true. Regular
 * times ("annually") and hours are left out, for no calendar has them.
 *
 * @import { Analysis, Conflict } from "../../analysis.js"
 * @import { Check, CheckPart } from "../view.js"
 * @import { Sentences } from "./sentences.js"
 */

import { counted } from "../view-words.js";
import { counts, quoteMark } from "./marks.js";
import { who, words } from "./parts.js";

/** Letters of a sentence that are shown. */
const LENGTH = 200;

const NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/**
 * @param {string} text
 * @param {Analysis} analysis
 * @param {Sentences} sentences
 * @returns {Generator<undefined, Check[]>}
 */
export function* checks(text, analysis, sentences) {
  /** @type {Check[][]} */
  const all = [];
  for (const kind of [conflicts, unresolved, speakerless]) {
    all.push(kind(text, analysis, sentences));
    yield;
  }
  return all.flat();
}

/**
 * @param {string} text
 * @param {Analysis} analysis
 * @param {Sentences} sentences
 * @returns {Check[]}
 */
function conflicts(text, analysis, sentences) {
  return analysis.conflicts.flatMap((conflict, index) => {
    const parts = conflict.figures.flatMap((place) => {
      const figure = analysis.figures[place];
      if (!figure || !counts(figure)) return [];
      const { name } = who(text, analysis, figure.said_by === null ? null : analysis.attributions[figure.said_by]?.speaker);
      return part(`f${place}`, words(text, figure.outer), sentences.excerpt(figure, LENGTH).words, name);
    });
    if (parts.length === 0) return [];
    const kind = conflict.rule ?? "differ";
    const detail = kind === "differ" ? "The article gives more than one figure for the same thing." : `${sentenceCase(conflict.why)}.`;
    return check(`c${index}`, kind, title(conflict, parts.length), detail, parts);
  });
}

/**
 * @param {Conflict} conflict
 * @param {number} count
 */
function title({ rule, counts: thing }, count) {
  const of = thing === "" ? "" : `: ${thing.replace(/\s+/gu, " ")}`;
  if (rule === "sum") return `The parts do not add up to the total${of}`;
  if (rule === "change") return `A change and its levels differ${of}`;
  return `${NUMBERS[count] ?? count} figures differ${of}`;
}

/** @param {string} words */
const sentenceCase = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/**
 * Where the publication date is missing it is one gap with one remedy, so one check.
 * @param {string} text
 * @param {Analysis} analysis
 * @param {Sentences} sentences
 * @returns {Check[]}
 */
function unresolved(text, { dates, published }, sentences) {
  const parts = dates.flatMap((date, index) => {
    if (date.resolved || date.kind === "set" || date.kind === "time") return [];
    return part(`d${index}`, words(text, date), sentences.excerpt(date, LENGTH).words, null);
  });
  if (parts.length === 0) return [];
  if (published === null) {
    const title = `${counted(parts.length, "date needs", "dates need")} the publication date`;
    return [check("u", "unresolved", title, "Give the day the article was published, and they get their place on the calendar.", parts)];
  }
  return parts.map((one) => check(`u${one.mark}`, "unresolved", `No day was found for “${one.words}”`, "The article does not say which day is meant.", [one]));
}

/**
 * @param {string} text
 * @param {Analysis} analysis
 * @param {Sentences} sentences
 * @returns {Check[]}
 */
function speakerless(text, { attributions }, sentences) {
  return attributions.flatMap(({ spans, kind, speaker }, index) => {
    const [first] = spans;
    if (speaker !== null || kind === "indirect" || !first) return [];
    const shown = sentences.excerpt({ start: first.start, end: first.start }, LENGTH).words;
    return check(`s${index}`, "speakerless", "A quotation without a speaker", "Nobody was found who says it.", [
      part(quoteMark(index, 0), words(text, first), shown, null),
    ]);
  });
}

/**
 * @param {string} id
 * @param {Check["kind"]} kind
 * @param {string} title
 * @param {string} detail
 * @param {CheckPart[]} parts
 * @returns {Check}
 */
function check(id, kind, title, detail, parts) {
  return { id, kind, title, detail, marks: parts.map(({ mark }) => mark), parts };
}

/**
 * @param {string} mark
 * @param {string} said
 * @param {string} sentence
 * @param {string | null} by
 * @returns {CheckPart}
 */
function part(mark, said, sentence, by) {
  return { mark, words: said, sentence, ...(by === null ? {} : { by }) };
}
