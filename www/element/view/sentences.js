/**
 * The sentence around a place in the text, for lists that quote it.
 *
 *     const sentences = new Sentences(text);
 *     sentences.at(120)                    // { start: 98, end: 164 }
 *     sentences.excerpt({ start: 120, end: 126 }, 80)   // { words: "…", start: 21, end: 27 }
 *
 * Good enough to show, not to analyse: the core cuts sentences in its own, more careful way. Lines end
 * sentences; a full stop after a single letter or a common short form does not.
 *
 * @import { Span } from "../../analysis.js"
 */

/** Short forms whose full stop ends no sentence. */
const SHORT = /(?:^|[\s(“"‘'])(?:\p{L}|Mrs?|Ms|Dr|St|Sgt|Lt|Col|Gen|Capt|Maj|Rep|Sen|Gov|Rev|Prof|No|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Inc|Co|Corp|Ltd|\p{L}\.\p{L})\.$/u;

/** A stop with what closes behind it, before a blank and what may open a sentence; or the end of a line. */
const BREAK = /[.!?…][”"’'»)\]]*[^\S\r\n]+(?=[“"‘'«([]*[\p{Lu}\p{Lo}\d])|[\r\n]+/gu;

/** How far back a short form may reach. */
const REACH = 8;

export class Sentences {
  #text;
  /** @type {number[] | undefined} Where sentences begin. */
  #starts;

  /** @param {string} text */
  constructor(text) {
    this.#text = text;
  }

  /**
   * @param {number} place
   * @returns {Span}
   */
  at(place) {
    const starts = (this.#starts ??= begin(this.#text));
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= place) low = middle;
      else high = middle;
    }
    return trimmed(this.#text, starts[low] ?? 0, starts[low + 1] ?? this.#text.length);
  }

  /**
   * The sentence of a span, on one line, cut at words to about `length` letters around it; `start` and `end` say
   * where in it the span stands.
   * @param {Span} span
   * @param {number} length
   */
  excerpt(span, length) {
    const sentence = this.at(span.start);
    const end = Math.max(sentence.end, span.end);
    const room = Math.max(0, length - (span.end - span.start));
    // What one side does not need is the other's.
    const before = Math.min(span.start - sentence.start, Math.max(room / 2, room - (end - span.end)));
    const from = span.start - before <= sentence.start ? sentence.start : this.#wordFrom(span.start - before, span.start);
    const to = span.end + (room - before) >= end ? end : this.#wordTo(span.end + (room - before), span.end);
    const line = (/** @type {number} */ a, /** @type {number} */ b) => this.#text.slice(a, b).replace(/\s+/gu, " ");
    const head = (from > sentence.start ? "… " : "") + line(from, span.start);
    const middle = line(span.start, span.end);
    return { words: head + middle + line(span.end, to) + (to < end ? " …" : ""), start: head.length, end: head.length + middle.length };
  }

  /**
   * @param {number} from
   * @param {number} limit
   */
  #wordFrom(from, limit) {
    const blank = this.#text.slice(from, limit).search(/\s/u);
    return blank < 0 ? limit : Math.floor(from) + blank + 1;
  }

  /**
   * @param {number} to
   * @param {number} limit
   */
  #wordTo(to, limit) {
    const last = this.#text.slice(limit, to).search(/\s\S*$/u);
    return last < 0 ? limit : limit + last;
  }
}

/** @param {string} text */
function begin(text) {
  const starts = [0];
  for (const { index, 0: stop } of text.matchAll(BREAK)) {
    if (stop.startsWith(".") && SHORT.test(text.slice(Math.max(0, index - REACH), index + 1))) continue;
    starts.push(index + stop.length);
  }
  return starts;
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function trimmed(text, start, end) {
  while (start < end && /\s/u.test(text[start] ?? "")) start += 1;
  while (end > start && /\s/u.test(text[end - 1] ?? "")) end -= 1;
  return { start, end };
}
