// The host page stays what it was for its reader: links, selection, copy and find-in-page, with marks under the pointer.

import assert from "node:assert/strict";

import { activate, assertUntouched, isReady, marked, seen, STORY, visit } from "./host-page.js";

/** @typedef {import("./run.js").Context} Context */
/** @typedef {import("./host-page.js").Visit} Visit */

/** @param {Context} context */
async function read(context) {
  const page = await visit(context, new URL(STORY, context.url).href);
  await activate(page);
  return page;
}

/** Where these words stand in the window, brought into view. @param {Visit} page @param {string} words @returns {Promise<{ x: number, y: number, left: number, right: number }>} */
const place = (page, words) =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(/** @type {Element} */ (document.querySelector("[data-host] h1")?.parentElement), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = /** @type {Text} */ (node).data.indexOf(wanted);
      if (start < 0) continue;
      node.parentElement?.scrollIntoView({ block: "center" });
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { x: (left + right) / 2, y: (top + bottom) / 2, left, right };
    }
    throw new Error(`no ${wanted}`);
  }, words);

/** What the card says; empty while there is none. @param {Visit} page @returns {Promise<string>} */
const card = (page) =>
  page.evaluate(() => {
    const root = document.querySelector("article-analyzer")?.shadowRoot?.querySelector("[part~=card]");
    return root?.checkVisibility() ? (root.textContent ?? "") : "";
  });

/** @param {Visit} page @param {string} words */
async function clickOn(page, words) {
  const { x, y } = await place(page, words);
  await page.driver.mouse.click(x, y);
}

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "a press on marked words opens a card about them; Escape closes it, and nothing was prevented",
    async run(context) {
      const page = await read(context);
      await clickOn(page, "Koen Daems");
      await page.until(() => document.querySelector("article-analyzer")?.shadowRoot?.querySelector("[part~=card]")?.checkVisibility());
      assert.match(await card(page), /Koen Daems/);
      await page.press("Escape");
      assert.equal(await card(page), "");
      assert.equal((await seen(page)).prevented, 0);
      await assertUntouched(page);
    },
  },
  {
    name: "a press on words without a mark opens nothing",
    async run(context) {
      const page = await read(context);
      await clickOn(page, "wants trams");
      await new Promise((done) => setTimeout(done, 300));
      assert.equal(await card(page), "");
      await assertUntouched(page);
    },
  },
  {
    name: "a link under a mark leads where it leads",
    async run(context) {
      const page = await read(context);
      assert.ok((await marked(page)).person?.includes("Annelies Verstraete"));
      await clickOn(page, "Verstraete");
      await page.until(() => location.hash === "#below");
      assert.equal(await card(page), "");
      assert.equal((await seen(page)).prevented, 0);
      await assertUntouched(page);
    },
  },
  {
    name: "words are selected across marks as ever, and no card comes between",
    async run(context) {
      const page = await read(context);
      const from = await place(page, "Koen Daems");
      const to = await place(page, "3 January 2027");
      const { mouse } = page.driver;
      await mouse.move(from.left + 1, from.y);
      await mouse.down();
      await mouse.move((from.left + to.right) / 2, from.y);
      await mouse.move(to.right - 1, to.y);
      await mouse.up();
      const selected = await page.evaluate(() => getSelection()?.toString().replace(/\s+/g, " "));
      assert.equal(selected, "Koen Daems wants trams to run every 4 minutes from 3 January 2027");
      assert.equal(await card(page), "");
      await assertUntouched(page);
    },
  },
  {
    name: "what is copied and what is found in the page is the same with marks as without",
    async run(context) {
      const page = await visit(context, new URL(STORY, context.url).href);
      await isReady(page);
      const all = () =>
        page.evaluate(() => {
          getSelection()?.selectAllChildren(/** @type {Element} */ (document.querySelector("#story")));
          const copied = getSelection()?.toString();
          const found = ["Annelies Verstraete", "40,000 people", "every 4 minutes"].map((words) => {
            getSelection()?.collapse(document.body, 0);
            return /** @type {any} */ (window).find(words, true);
          });
          getSelection()?.removeAllRanges();
          return { copied, found };
        });
      const before = await all();
      await activate(page);
      assert.deepEqual(await all(), before);
      assert.deepEqual(before.found, [true, true, true]);
      await assertUntouched(page);
    },
  },
  {
    name: "where two kinds lie on the same words both are marked, and a press asks for the inner one",
    async run(context) {
      const page = await read(context);
      await page.evaluate(async () => {
        const element = /** @type {any} */ (document.querySelector("article-analyzer"));
        const { text, result } = element;
        const start = text.indexOf("hall of 1905");
        const analysis = structuredClone(result);
        analysis.names = [{ start, end: start + 12, kind: "place", confidence: 1, entity: 0 }];
        analysis.entities = [{ kind: "place", name: "hall of 1905", aliases: [], roles: [], mentions: [0], references: [] }];
        Object.assign(analysis, { figures: [], attributions: [], conflicts: [] });
        analysis.dates = [{ start: start + 8, end: start + 12, kind: "date", value: "1905", high: null, bound: "exact", resolved: true }];
        document.querySelector("#link")?.removeAttribute("href"); // a link would be followed instead
        element.results = { text, analysis };
        await element.analyze();
      });
      const words = await marked(page);
      assert.deepEqual([words.place, words.date], [["hall of 1905"], ["1905"]]);
      await clickOn(page, "1905");
      assert.match(await page.until(() => {
        const root = document.querySelector("article-analyzer")?.shadowRoot?.querySelector("[part~=card]");
        return root?.checkVisibility() && root.textContent;
      }), /^.{0,20}1905/);
      await clickOn(page, "hall of");
      await page.until(() => document.querySelector("article-analyzer")?.shadowRoot?.querySelector("[part~=card]")?.textContent?.includes("hall of 1905"));
    },
  },
];
