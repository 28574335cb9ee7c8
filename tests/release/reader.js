// What readers do with an article, and what scripts do to it, is the same with marks on it as without the element.

import assert from "node:assert/strict";
import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { activate, DIST, follows, hostPage, marked } from "./site.js";

/**
 * The same page twice: with the element, marks drawn, and without.
 * @param {import("./run.js").Context} context
 */
async function both({ work, serve, open, browser }) {
  const root = join(work, `reader-${browser}`);
  await cp(join(DIST, "embed"), root, { recursive: true });
  await writeFile(join(root, "with.html"), hostPage('<script type="module" src="article-analyzer.js"></script>'));
  await writeFile(join(root, "without.html"), hostPage(""));
  const url = await serve(root);
  const page = await open(`${url}with.html`);
  await activate(page);
  assert.ok((await page.evaluate(marked)).includes("Marta Zielinska"));
  return { page, alone: await open(`${url}without.html`) };
}

/** Fails unless both pages answer the same. @param {Awaited<ReturnType<typeof both>>} pages @param {(page: import("./run.js").Page) => Promise<any>} ask */
async function same({ page, alone }, ask) {
  const answer = await ask(page);
  assert.deepEqual(answer, await ask(alone));
  return answer;
}

/** Everything from within the first paragraph to within the last: it begins and ends in the middle of marks. @param {import("./run.js").Page} page */
const select = (page) =>
  page.evaluate(() => {
    const link = /** @type {Element} */ (document.querySelector("#story a")).firstChild;
    const last = /** @type {Element} */ (document.querySelector("#story p:last-of-type")).firstChild;
    const selection = /** @type {Selection} */ (getSelection());
    selection.setBaseAndExtent(/** @type {Node} */ (link), 3, /** @type {Node} */ (last), 9);
    return { words: selection.toString(), ranges: selection.rangeCount };
  });

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "a click on a link under a mark follows the link",
    async run(context) {
      const pages = await both(context);
      const hash = await same(pages, async (page) => {
        await page.click("#story a");
        return page.evaluate(() => location.hash);
      });
      assert.equal(hash, "#zielinska");
      assert.equal(await pages.page.evaluate(() => document.querySelector("article-analyzer")?.matches(":state(result)")), true);
    },
  },
  {
    name: "a selection across marks is what it is without them, and stays when the element draws anew",
    async run(context) {
      const pages = await both(context);
      const { words } = await same(pages, select);
      assert.match(words, /^ta Zielinska\./);
      await pages.page.evaluate(() => document.querySelector("article-analyzer")?.setAttribute("marks", "none"));
      assert.equal(await pages.page.evaluate(() => getSelection()?.toString()), words);
    },
  },
  {
    name: "a word under a mark is selected by a double click, as without it",
    async run(context) {
      const pages = await both(context);
      const words = await same(pages, async (page) => {
        await page.evaluate(() => document.querySelector("#story b")?.scrollIntoView());
        await page.driver.click("#story b", { clickCount: 2, count: 2 });
        return page.evaluate(() => getSelection()?.toString().trim());
      });
      assert.match(words, /12|weeks/);
    },
  },
  {
    name: "what is copied is what is copied without the element",
    async run(context) {
      const pages = await both(context);
      const copied = await same(pages, async (page) => {
        await select(page);
        await page.evaluate(() => document.addEventListener("copy", (event) => queueMicrotask(() => (/** @type {any} */ (window).stopped = event.defaultPrevented)), { once: true }));
        await page.press("Control+c");
        await page.evaluate(() => {
          const field = document.createElement("textarea");
          document.body.append(field);
          field.focus();
        });
        await page.press("Control+v");
        return page.evaluate(() => ({ text: document.querySelector("textarea")?.value, stopped: /** @type {any} */ (window).stopped }));
      });
      assert.match(copied.text, /^ta Zielinska\.\s+About 8,4/);
      assert.equal(copied.stopped, false);
    },
  },
  {
    name: "what is looked for in the page is found where it is found without the element",
    async run(context) {
      const pages = await both(context);
      const found = await same(pages, (page) =>
        page.evaluate(() =>
          ["Zielinska", "8,400 cars", "closes for 12", "12 weeks from"].map((words) => {
            getSelection()?.removeAllRanges();
            const isFound = /** @type {any} */ (window).find(words, false, false, false, false, true);
            const selection = getSelection();
            return { isFound, words: selection?.toString(), isInside: document.querySelector("#story")?.contains(selection?.anchorNode ?? null) };
          }),
        ),
      );
      assert.ok(found.every((/** @type {any} */ one) => one.isFound && one.isInside), JSON.stringify(found));
    },
  },
  {
    name: "scripts that change the article get what they would get without the element, and the marks follow",
    async run(context) {
      const pages = await both(context);
      const step = async (/** @type {string} */ name, /** @type {() => void} */ change, /** @type {string[]} */ there, /** @type {string[]} */ gone) => {
        for (const page of [pages.page, pages.alone]) await page.evaluate(change);
        await follows(pages.page, { name, there, gone });
        await same(pages, (page) => page.evaluate(() => document.querySelector("#story")?.innerHTML));
      };
      await step("a text is replaced", () => void (/** @type {Element} */ (document.querySelector("#story a")).textContent = "Olga Nowak"), ["Olga Nowak", "Piotr Wolny"], ["Marta Zielinska"]);
      await step("all nodes are made anew", () => {
        const story = /** @type {Element} */ (document.querySelector("#story"));
        story.innerHTML = story.innerHTML.replace("8,400", "9,100");
      }, ["Olga Nowak", "9,100"], ["8,400"]);
      await step("a text is split", () => {
        const last = /** @type {Text} */ (document.querySelector("#story p:last-of-type")?.firstChild);
        last.splitText(20).splitText(9);
      }, ["Piotr Wolny", "9,100"], []);
      await step("texts are joined", () => document.querySelector("#story")?.normalize(), ["Piotr Wolny", "9,100"], []);
      await step("a paragraph is removed", () => document.querySelector("#story p:last-of-type")?.remove(), ["Olga Nowak"], ["Piotr Wolny", "9,100"]);
    },
  },
];
