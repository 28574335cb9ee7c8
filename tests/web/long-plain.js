// How a long text and its result are cut, and long work in steps; no browser needed.

import assert from "node:assert/strict";

import { finish, mapped, slowly } from "../../www/element/view/steps.js";
import { firstPart, LONG, pieces } from "../../www/engine/portions.js";
import { news } from "./news.js";

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "invented news is the same for the same seed, and as long as was asked for",
    run() {
      assert.equal(news(20_000, 3), news(20_000, 3));
      assert.notEqual(news(20_000, 3), news(20_000, 4));
      assert.ok(news(20_000).length > 19_000 && news(20_000).length <= 20_000);
    },
  },
  {
    name: "the first part ends with a line, else a sentence, else a word, and halves no sign",
    run() {
      assert.equal(firstPart("a".repeat(LONG - 1)), null);
      const text = news(LONG + 500);
      assert.equal(text[firstPart(text) ?? 0], "\n");
      const sentences = "It rained all day. ".repeat(4_000);
      assert.match(sentences.slice(0, firstPart(sentences) ?? 0), /day\.$/);
      const words = "rain ".repeat(20_000);
      assert.match(words.slice(0, firstPart(words) ?? 0), /rain$/);
      for (const shift of ["", "x"]) {
        const signs = shift + "🚢".repeat(40_000);
        assert.ok(signs.slice(0, firstPart(signs) ?? 0).isWellFormed(), "cut between the halves of a sign");
      }
    },
  },
  {
    name: "a result in pieces is whole when they are put together, and a short one has none",
    run() {
      const analysis = /** @type {any} */ ({ schema: 1, names: [], entities: [], figures: [], dates: [], attributions: [], conflicts: [] });
      assert.deepEqual([...pieces({ ...analysis, figures: [{ start: 1 }] })], []);
      const names = Array.from({ length: 10_000 }, (_, start) => ({ start }));
      const left = { ...analysis, names: [...names] };
      const all = [...pieces(left)];
      assert.deepEqual(all.flatMap(({ items }) => items), names);
      assert.ok(all.every(({ key, items }) => key === "names" && items.length <= 1_500));
      assert.equal(left.names.length, 0);
    },
  },
  {
    name: "work in steps gives what it gives at once, lets others in between and stops when told",
    async run() {
      const slow = (/** @type {number} */ one) => {
        const end = performance.now() + 0.2;
        while (performance.now() < end);
        return one * 2;
      };
      const items = Array.from({ length: 1_000 }, (_, index) => index);
      const wanted = finish(mapped(items, slow));
      let others = 0;
      const timer = setInterval(() => (others += 1), 1);
      assert.deepEqual(await slowly(mapped(items, slow), {}), wanted);
      clearInterval(timer);
      assert.ok(others > 1, `${others} came between`);
      const controller = new AbortController();
      const stopped = slowly(mapped(items, slow), { signal: controller.signal });
      controller.abort(new Error("enough"));
      await assert.rejects(stopped, /enough/);
    },
  },
];
