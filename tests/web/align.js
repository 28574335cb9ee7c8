// Where the words of one text stand in another; no browser needed.

import assert from "node:assert/strict";

import { align } from "../../www/highlight/align.js";
import { news } from "./news.js";

/** The words of the first text as they stand in the second. @param {string} from @param {string} to @param {string} words */
function carried(from, to, words) {
  const start = from.indexOf(words);
  const place = align(from, to)(start, start + words.length);
  return place && to.slice(place.start, place.end);
}

const FROM = "Three ships sank. At least 40 people died, Elena Marsh said.\n\nIt rained.";

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "words are found again where only white space differs",
    run() {
      assert.equal(carried("a b  c d", "a\nb c\u00a0d", "b  c"), "b c");
      assert.deepEqual(align("same text", "same text")(5, 9), { start: 5, end: 9 });
      assert.equal(carried("Elena Marsh", "Elena\n  Marsh", "Elena Marsh"), "Elena\n  Marsh");
    },
  },
  {
    name: "sentences that moved are followed, those that changed are left out, not guessed",
    run() {
      const to = "News of the day\nThree  ships sank.\nFour trains were late. At least  40 people died, Elena Marsh said. It rained a lot.";
      assert.equal(carried(FROM, to, "ships"), "ships");
      assert.equal(carried(FROM, to, "Elena Marsh"), "Elena Marsh");
      assert.equal(carried(FROM, to, "It rained."), null);
      assert.equal(carried(FROM, "", "ships"), null);
      assert.equal(align("", FROM)(0, 0), null);
    },
  },
  {
    name: "of a word that stands twice the right one is meant",
    run() {
      const from = "Marsh spoke first. Then Reis answered her. Marsh spoke first.";
      const to = `Before. ${from}`;
      const last = from.lastIndexOf("Marsh");
      assert.deepEqual(align(from, to)(last, last + 5), { start: last + 8, end: last + 13 });
    },
  },
  {
    name: "two long texts with nothing in common take no longer than their length allows",
    run() {
      const time = (/** @type {number} */ length) => {
        const [from, to] = [news(length, 1), news(length, 2).replaceAll("e", "x")];
        const start = performance.now();
        align(from, to);
        return performance.now() - start;
      };
      time(50_000);
      const [half, whole] = [Math.min(time(200_000), time(200_000)), Math.min(time(400_000), time(400_000))];
      assert.ok(whole < 4 * half + 50, `${half} ms, twice as long ${whole} ms`);
    },
  },
];
