/**
 * The dated statements of an article in the order of the calendar, and the stretch of time they cover.
 *
 * A year stands before its months, a month before its days; what has no place on the calendar comes last, in
 * text order. Every date of the text is an item, so that list and marks count the same.
 *
 * @import { Analysis, DateMention } from "../../analysis.js"
 * @import { Moment } from "../view.js"
 * @import { Sentences } from "./sentences.js"
 */

import { dateKey, dayRange } from "../view-words.js";
import { mapped } from "./steps.js";
import { words } from "./parts.js";
import { calendar } from "./rows.js";

/** Letters of a sentence that are shown. */
const LENGTH = 160;

/**
 * @param {string} text
 * @param {Analysis} analysis
 * @param {Sentences} sentences
 * @returns {Generator<undefined, Moment[]>}
 */
export function* timeline(text, { dates, published }, sentences) {
  const moments = yield* mapped(dates, (date, index) => {
    const { words: sentence, start, end } = sentences.excerpt(date, LENGTH);
    const value = placed(date);
    return {
      id: `d${index}`,
      value,
      high: value === null ? null : date.high,
      label: calendar(date, published),
      words: words(text, date),
      sentence,
      within: { start, end },
      marks: [`d${index}`],
    };
  });
  const keys = new Map(moments.map(({ id, value }) => [id, value === null ? null : dateKey(value)]));
  // Sorting is stable: text order among equals.
  return moments.sort((a, b) => order(keys.get(a.id) ?? null, keys.get(b.id) ?? null));
}

/**
 * The calendar value, where it is one: a duration or an hour alone has no place.
 * @param {DateMention} date
 */
function placed({ value, resolved }) {
  return resolved && value !== null && dateKey(value) !== null ? value : null;
}

/**
 * @param {string | null} a
 * @param {string | null} b
 */
function order(a, b) {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/**
 * From the first day to the last that the article names, "3–20 Nov"; its years where it names no day.
 * @param {Analysis} analysis
 */
export function span({ dates, published }) {
  const values = dates.filter(({ resolved }) => resolved).flatMap(({ value, high }) => [value, high].filter((one) => one !== null));
  const days = values.filter((value) => /^\d{4}-\d\d-\d\d/.test(value)).map((value) => value.slice(0, 10));
  const years = values.filter((value) => /^\d{4}/.test(value)).map((value) => value.slice(0, 4));
  const known = (days.length > 0 ? days : years).sort();
  const [first, last] = [known[0], known.at(-1)];
  return first === undefined || last === undefined ? null : dayRange(first, last, published);
}
