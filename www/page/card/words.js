/**
 * The words of the article as a card quotes them: on one line, in their sentence, in their paragraph.
 *
 *     sentenceOf(text, figure)     // { start, end } of the sentence, which holds the figure whole
 *     paragraphAt(text, offset)    // 3, counted over all lines that have words
 *
 * Pure. Sentences are those of the lists, cut for the eye only.
 *
 * @import { Span } from "../../analysis.js"
 */

import { Sentences } from "../../element/view/sentences.js";

/** A longer sentence is shown around what it is shown for. */
const LONGEST = 260;

/** Of the text read last its sentences and the starts of its lines: a card asks several times of one text. */
let known = { text: "", sentences: new Sentences(""), starts: /** @type {number[]} */ ([]) };

/** @param {string} text */
function read(text) {
  if (known.text !== text) known = { text, sentences: new Sentences(text), starts: [...text.matchAll(/[^\r\n]*\S[^\r\n]*/gu)].map(({ index }) => index) };
  return known;
}

/**
 * The words themselves, on one line.
 * @param {string} text
 * @param {Span} span
 */
export function words(text, { start, end }) {
  return text.slice(start, end).replace(/\s+/gu, " ").trim();
}

/**
 * In quotation marks, unless they have some.
 * @param {string} said
 */
export function quoted(said) {
  return /^["“‘«']/u.test(said) ? said : `“${said}”`;
}

/**
 * Not longer than this, cut between words.
 * @param {string} said
 * @param {number} length
 */
export function clipped(said, length) {
  if (said.length <= length) return said;
  return `${said.slice(0, length).replace(/\s+\S*$/u, "")} …`;
}

/**
 * Which paragraph it is, from 1; headings count, for they stand in the text as well.
 * @param {string} text
 * @param {number} offset
 */
export function paragraphAt(text, offset) {
  const { starts } = read(text);
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(low, 1);
}

/**
 * The sentence that holds the span whole, clipped around it where it is very long.
 * @param {string} text
 * @param {Span} span
 * @returns {Span & { cutBefore: boolean, cutAfter: boolean }}
 */
export function sentenceOf(text, span) {
  const { sentences } = read(text);
  // What was asked for is shown whole, wherever the cuts fall.
  const { start } = sentences.at(span.start);
  const { end } = sentences.at(Math.max(span.start, span.end - 1));
  return around(text, { start: Math.min(start, span.start), end: Math.max(end, span.end) }, span);
}

/**
 * @param {string} text
 * @param {Span} sentence
 * @param {Span} span
 */
function around(text, sentence, span) {
  const room = Math.max(0, LONGEST - (span.end - span.start)) / 2;
  const start = sentence.end - sentence.start <= LONGEST ? sentence.start : Math.max(sentence.start, wordStart(text, span.start - room, span.start));
  const end = sentence.end - sentence.start <= LONGEST ? sentence.end : Math.min(sentence.end, wordEnd(text, span.end + room, span.end));
  return { start, end, cutBefore: start > sentence.start, cutAfter: end < sentence.end };
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} limit
 */
function wordStart(text, from, limit) {
  let at = Math.max(0, Math.floor(from));
  while (at > 0 && at < limit && !/\s/u.test(text.charAt(at - 1))) at += 1;
  return at;
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} limit
 */
function wordEnd(text, from, limit) {
  let at = Math.min(text.length, Math.ceil(from));
  while (at < text.length && at > limit && !/\s/u.test(text.charAt(at))) at -= 1;
  return at;
}
