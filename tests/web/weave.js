// Marks as a tree: nested where they nest, cut where they cross, and never a letter lost.

import assert from "node:assert/strict";

import { weave } from "../../www/page/weave.js";

/** @param {string} id @param {number} start @param {number} end @returns {import("../../www/element/view.js").Mark} */
const mark = (id, start, end) => ({ id, start, end, kind: "other", row: id });

/** "ab[x:cd[y:ef]]": the text with its marks. @param {string} text @param {ReturnType<typeof weave>} pieces @returns {string} */
function drawn(text, pieces) {
  return pieces.map((piece) => (piece.mark ? `[${piece.mark.id}:${drawn(text, piece.inside)}]` : text.slice(piece.start, piece.end))).join("");
}

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "a text without marks is one piece",
    run: () => assert.equal(drawn("abcdef", weave(0, 6, [])), "abcdef"),
  },
  {
    name: "marks side by side leave the text between them",
    run: () => assert.equal(drawn("abcdef", weave(0, 6, [mark("x", 0, 2), mark("y", 3, 6)])), "[x:ab]c[y:def]"),
  },
  {
    name: "a figure inside a name is nested",
    run: () => assert.equal(drawn("abcdef", weave(0, 6, [mark("x", 0, 5), mark("y", 2, 4)])), "[x:ab[y:cd]e]f"),
  },
  {
    name: "two marks of the same words are nested, not lost",
    run: () => assert.equal(drawn("abcdef", weave(0, 6, [mark("x", 1, 3), mark("y", 1, 3)])), "a[x:[y:bc]]def"),
  },
  {
    name: "crossing marks are cut where the outer one ends",
    run: () => assert.equal(drawn("abcdef", weave(0, 6, [mark("x", 0, 3), mark("y", 2, 5)])), "[x:ab[y:c]][y:de]f"),
  },
  {
    name: "a mark that goes on after the line is cut at its end",
    run: () => assert.equal(drawn("abcdef", weave(2, 4, [mark("x", 1, 6)])), "[x:cd]"),
  },
  {
    name: "whatever the marks are, the text stays whole",
    run() {
      const text = "abcdefghijklmnopqrstuvwxyz";
      let seed = 7;
      const random = (/** @type {number} */ below) => (seed = (seed * 16807) % 2147483647) % below;
      for (let round = 0; round < 500; round += 1) {
        const marks = Array.from({ length: random(9) }, (_, index) => {
          const start = random(26);
          return mark(`m${index}`, start, start + 1 + random(26 - start));
        }).sort((a, b) => a.start - b.start || b.end - a.end);
        const shown = drawn(text, weave(0, 26, marks));
        assert.equal(shown.replace(/\[m\d:|\]/g, ""), text);
        for (const { id } of marks) assert.ok(shown.includes(`[${id}:`), `${id} is missing in ${shown}`);
      }
    },
  },
  {
    name: "many marks in one line take linear time",
    run() {
      // A text pasted without line ends is one line; each step looking at all marks again took minutes.
      const time = (/** @type {number} */ count) => {
        const marks = Array.from({ length: count }, (_, index) => mark("m", index * 10, index * 10 + 5));
        const start = performance.now();
        weave(0, count * 10, marks);
        return performance.now() - start;
      };
      time(20_000);
      const [once, twice] = [time(100_000), time(200_000)];
      assert.ok(twice < 3 * once + 50, `${once} ms, then ${twice} ms for twice as many`);
    },
  },
];
