/**
 * The words of the article as a card quotes them: on one line, in their sentence, in their paragraph.
 *
 *     sentenceOf(text, figure)     // { start, end } of the sentence, which holds the figure whole
 *     paragraphAt(text, offset)    // 3, counted over all lines that have words
 *
 * Pure. It cuts sentences for the eye only: the core knows them better, but does not tell them.
 *
 * @import { Span } from "../../analysis.js"
 */

/** A longer sentence is shown around what it is shown for. */
const LONGEST = 260;

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

/** The starts of the lines of the text read last: a card asks for several paragraphs of one text. */
let known = { text: "", starts: /** @type {number[]} */ ([]) };

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
  if (known.text !== text) known = { text, starts: [...text.matchAll(/[^\r\n]*\S[^\r\n]*/gu)].map(({ index }) => index) };
  const { starts } = known;
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
  const line = lineOf(text, span);
  let sentence = { start: line.start, end: line.start };
  for (const { segment, index } of sentences.segment(text.slice(line.start, line.end))) {
    const start = line.start + index;
    const end = start + segment.length;
    const runsOn = sentence.end > sentence.start && !isClosed(text.slice(sentence.start, sentence.end), segment);
    sentence = { start: runsOn ? sentence.start : start, end };
    if (end >= span.end && start <= span.end && isClosed(segment, text.slice(end, line.end))) break;
    if (sentence.start <= span.start && span.end > end) sentence = { start: sentence.start, end };
  }
  // What was asked for is shown whole, wherever the cuts fell.
  sentence = { start: Math.min(sentence.start, span.start), end: Math.max(sentence.end, span.end) };
  return around(text, sentence, span);
}

/**
 * @param {string} text
 * @param {Span} span
 */
function lineOf(text, { start, end }) {
  const after = text.slice(end).search(/[\r\n]/u);
  const before = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1));
  return { start: start === 0 ? 0 : before + 1, end: after < 0 ? text.length : end + after };
}

/**
 * Whether a sentence ends there: not after "Dr." or an initial, nor before a small letter.
 * @param {string} before
 * @param {string} after
 */
function isClosed(before, after) {
  return !/(?:^|[\s(“"])(?:\p{Lu}|\p{Lu}\p{Ll}{1,2}|\p{L}(?:\.\p{L})+)\.\s*$/u.test(before) && !/^\s*\p{Ll}/u.test(after);
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
