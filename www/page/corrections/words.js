/**
 * Corrections in words.
 *
 * @import { Correction } from "./correct.js"
 */

import { ONE } from "../names-list.js";

/** A quotation is told by its beginning. */
const LONGEST = 48;

/**
 * What holds with it: "“Lisbon” is an organisation".
 * @param {Correction} correction
 */
export function inWords(correction) {
  const words = quoted(correction.at.words);
  switch (correction.does) {
    case "hide":
      return `${words} is hidden`;
    case "hide-all":
      return `All mentions of ${words} are hidden`;
    case "retype":
    case "name":
      return `${words} is ${ONE[correction.kind]}`;
    case "merge":
      return `${words} is the same as ${quoted(correction.into.words)}`;
    case "split": {
      const all = correction.alike ? `Every ${words}` : words;
      return correction.to ? `${all} means ${quoted(correction.to.words)}` : `${all} is someone or something else`;
    }
    case "count":
      return correction.counts ? `${words} counts ${quoted(correction.counts.words)}` : `What ${words} counts is not told`;
    case "speaker":
      return `${words} was said by ${correction.speaker ? quoted(correction.speaker.words) : "nobody who is named"}`;
  }
}

/** @param {string} words */
export function quoted(words) {
  const bare = words.replace(/\s+/gu, " ").trim().replace(/^["“”]+|["“”]+$/gu, "");
  return `“${bare.length > LONGEST ? `${bare.slice(0, LONGEST).replace(/\s+\S*$/u, "")} …` : bare}”`;
}
