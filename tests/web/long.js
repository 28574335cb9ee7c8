// Long texts: their first part at once, the whole in its place, nothing moved, and lists that are built as far as wanted.

import assert from "node:assert/strict";

import { actions, state, wrapped } from "./actions.js";
import { news } from "./news.js";

const TEXT = news(90_000);

/** All that is done with a long text is done. @param {import("./run.js").Page} page */
const whole = (page) => page.until(() => document.body.dataset.state === "result" && document.querySelector("#article")?.ariaBusy === null);

/** @param {import("./run.js").Context} context */
async function unhurried(context) {
  const page = await context.open(await wrapped(context, "unhurried-core.js"));
  await actions(page).analyse(TEXT, "2026-01-05");
  await state(page, "reading");
  return page;
}

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "the first part of a long text is shown with its marks while the rest is read",
    async run(context) {
      const page = await unhurried(context);
      // Two screens of it stand at once, the rest of the first part follows in steps.
      await page.until(() => (document.querySelector("#article")?.textContent?.length ?? 0) > 12_000);
      assert.equal(await page.evaluate(() => document.body.dataset.state), "reading", "and the whole is not there yet");
      const { marks, line, value, overflow } = await page.evaluate(() => ({
        marks: document.querySelectorAll("#article mark").length,
        line: document.querySelector("#reading-on")?.textContent ?? "",
        value: document.querySelector("#reading-on progress")?.getAttribute("value"),
        overflow: document.documentElement.scrollWidth > innerWidth,
      }));
      assert.ok(marks > 100, `${marks} marks`);
      assert.match(line, /first \d+ % of the text/);
      assert.ok(value !== null, "the way is known");
      assert.equal(overflow, false);
      await whole(page);
      assert.equal(await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#reading-on")).hidden), true);
    },
  },
  {
    name: "first part, then whole: the marks are those of the whole text read at once",
    async run(context) {
      const page = await unhurried(context);
      await whole(page);
      const differing = await page.evaluate(async (text) => {
        const { analyze } = await import(new URL("/engine/client.js", location.href).href);
        const { describe } = await import(new URL("/element/view.js", location.href).href);
        const view = describe(text, await analyze(text, { published: "2026-01-05", names: { add: [], retype: [], ignore: [] } }));
        /** @type {Map<string, string>} */
        const shown = new Map();
        for (const mark of document.querySelectorAll("#article mark")) {
          const { mark: id = "", kind } = /** @type {HTMLElement} */ (mark).dataset;
          shown.set(id, `${shown.get(id) ?? `${kind}:`}${mark.textContent}`);
        }
        const plain = (/** @type {string} */ words) => words.replace(/\s+/gu, "");
        const wanted = view.marks.map((/** @type {any} */ mark) => [mark.id, `${mark.kind}:${text.slice(mark.start, mark.end)}`]);
        const wrong = wanted.filter((/** @type {string[]} */ [id = "", words = ""]) => plain(shown.get(id) ?? "") !== plain(words));
        return { wanted: wanted.length, shown: shown.size, wrong: wrong.slice(0, 3).map((/** @type {string[]} */ [id = "", words]) => [id, words, shown.get(id)]) };
      }, TEXT);
      assert.ok(differing.wanted > 2000);
      assert.equal(differing.shown, differing.wanted);
      assert.deepEqual(differing.wrong, []);
    },
  },
  {
    name: "when the whole comes, the place and the focus stay",
    async run(context) {
      const page = await unhurried(context);
      const chosen = () => {
        const element = document.activeElement;
        return { words: element?.textContent, kind: /** @type {HTMLElement} */ (element).dataset.kind, top: element?.getBoundingClientRect().top ?? 0 };
      };
      await page.evaluate(() => {
        const marks = [...document.querySelectorAll("#article mark[data-kind=figure]")];
        const mark = /** @type {HTMLElement} */ (marks[40]);
        mark.scrollIntoView({ block: "center" });
        mark.focus({ preventScroll: true });
        Object.assign(window, { old: mark });
      });
      // What was not drawn before it came into view has its true height only then.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))));
      const before = await page.evaluate(chosen);
      await whole(page);
      const after = await page.evaluate(chosen);
      assert.equal(after.words, before.words);
      assert.equal(after.kind, "figure");
      assert.ok(Math.abs(after.top - before.top) < 3, `moved from ${before.top} to ${after.top}`);
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).old.isConnected), false, "marks are those of the whole");
    },
  },
  {
    name: "what was turned off while the rest was read stays off",
    async run(context) {
      const page = await unhurried(context);
      await page.click("#legend [data-filter=place]");
      await whole(page);
      assert.equal(await page.evaluate(() => document.querySelector("#legend [data-filter=place]")?.getAttribute("aria-pressed")), "false");
      assert.equal(await page.evaluate(() => document.querySelector("#article")?.classList.contains("without-place")), true);
    },
  },
  {
    name: "Cancel while the rest is read comes back to the text, and the next article is read",
    async run(context) {
      const page = await unhurried(context);
      await page.click("#reading-on button");
      await state(page, "empty");
      assert.equal(await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value.length), TEXT.length);
      await actions(page).analyse("At least 12 ships left Lisbon on Monday, Elena Marsh told reporters in Madrid.");
      await state(page, "result");
      assert.ok(await page.evaluate(() => (document.querySelector("#article")?.textContent ?? "").startsWith("At least 12 ships")));
    },
  },
  {
    name: "a long list is built as far as it is wanted, and leads everywhere",
    async run(context) {
      const page = await context.open();
      await actions(page).analyse(TEXT);
      await whole(page);
      const rows = () => document.querySelectorAll("#panel-figure tbody tr").length;
      const all = await page.evaluate(() => Number(document.querySelector("#tab-figure .count")?.textContent));
      assert.ok(all > 500, `${all} figures`);
      await page.until(() => document.querySelectorAll("#panel-figure tbody tr").length >= 200);
      assert.ok((await page.evaluate(rows)) < all);
      // The last figure of the article: its row stands, though those between do not.
      await page.evaluate(() => /** @type {HTMLElement} */ ([...document.querySelectorAll("#article mark[data-kind=figure]:not(.rest)")].at(-1)).focus());
      const row = await page.until(() => document.querySelector("#panel-figure tr[aria-current]")?.id);
      assert.match(row, /^row-f\d+$/);
      assert.ok((await page.evaluate(rows)) < all);
      await page.click("#panel-figure .portions button:not([hidden])");
      assert.equal(await page.evaluate(() => document.querySelector("#panel-figure tbody tr")?.id), await page.evaluate(() => `row-${/** @type {HTMLElement} */ (document.querySelector("#article mark[data-kind=figure]")).dataset.mark}`));
    },
  },
];
