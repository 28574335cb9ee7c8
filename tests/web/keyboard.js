// From paste to export by keys alone, the way somebody goes who has no mouse: nothing is clicked, nothing is focused
// by the test. And the order in which the focus goes, which is the order of what is seen.

import assert from "node:assert/strict";

import { ARTICLE, state } from "./actions.js";

/** Steps of Tab that the longest way of this page may take. */
const FAR = 60;

/** @typedef {import("./run.js").Page} Page */

/** Where the focus is: an id, or what it is. */
const here = () => {
  const at = document.activeElement;
  return at ? at.id || `${at.tagName.toLowerCase()} ${at.getAttribute("role") ?? ""} ${at.textContent?.trim().slice(0, 30)}`.trim() : "";
};

/** Presses Tab until the focus is on what matches. @param {Page} page @param {string} selector @param {string} [key] */
async function tabTo(page, selector, key = "Tab") {
  const way = [];
  for (let step = 0; step < FAR; step += 1) {
    await page.press(key);
    way.push(await page.evaluate(here));
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return way;
  }
  throw new Error(`${selector} is not reached by ${FAR} × ${key}: ${way.join(" > ")}`);
}

/** The clipboard is filled by keys too, as by a reader who comes from another page. @param {Page} page @param {string} text */
async function copy(page, text) {
  await page.evaluate((words) => {
    const source = Object.assign(document.createElement("textarea"), { id: "copy-source", value: words });
    document.body.append(source);
    source.select();
  }, text);
  await page.press("Control+c");
  await page.evaluate(() => {
    document.querySelector("#copy-source")?.remove();
    document.body.tabIndex = -1; // back to the start of the page
    document.body.focus();
    document.body.removeAttribute("tabindex");
  });
}

/** @param {Page} page */
const focusIsSeen = (page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return "nothing has the focus";
    const seen = [at, at.closest(".sheet"), at.parentElement].some((element) => element && getComputedStyle(element).outlineStyle !== "none" && parseFloat(getComputedStyle(element).outlineWidth) > 0);
    return seen ? "" : `no outline on ${at.id || at.outerHTML.slice(0, 120)}`;
  });

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "from paste to the figures and back by keys alone, each stop with a visible focus",
    async run({ open }) {
      const page = await open();
      await copy(page, ARTICLE);
      await tabTo(page, "#text");
      assert.equal(await focusIsSeen(page), "");
      await page.press("Control+v"); // an article is analysed at once
      await state(page, "result");
      assert.equal(await page.evaluate(here), "reader-title");

      await page.press("Tab");
      assert.equal(await page.evaluate(here), "skip", "the first stop of a result leads to the figures");
      await page.press("Enter");
      assert.equal(await page.evaluate(here), "tab-figure");
      assert.equal(await focusIsSeen(page), "");
      await page.press("ArrowRight");
      assert.match(await page.evaluate(here), /^tab-/);
      await page.press("ArrowLeft");
      assert.equal(await page.evaluate(here), "tab-figure");

      await tabTo(page, "#panel-figure .jump");
      assert.equal(await focusIsSeen(page), "");
      await page.press("Enter"); // to its words
      assert.ok(await page.evaluate(() => document.activeElement?.matches("#article mark")));
      assert.equal(await focusIsSeen(page), "");
      await page.press("ArrowRight");
      assert.ok(await page.evaluate(() => document.activeElement?.matches("#article mark")));
      await page.press("Enter"); // into its card
      assert.ok(await page.evaluate(() => document.activeElement?.closest("#card") !== null));
      await page.press("Escape");
      assert.ok(await page.evaluate(() => document.activeElement?.matches("#article mark")), "Escape returns to the words");
    },
  },
  {
    name: "the focus goes in the order of the page: names, text, day, Analyse; then legend, article, lists",
    only: "chromium",
    async run({ open }) {
      const page = await open();
      await page.until(() => document.querySelector("#article") !== null);
      const way = await tabTo(page, "[data-sample=ceasefire]");
      const places = ["own-names", "text", "published"].map((id) => way.indexOf(id));
      assert.ok(places.every((place) => place >= 0), way.join(" > "));
      assert.deepEqual([...places].sort((a, b) => a - b), places, way.join(" > "));
      await page.press("Enter");
      await state(page, "result");
      const seen = [];
      for (let step = 0; step < FAR; step += 1) {
        await page.press("Tab");
        const where = await page.evaluate(() => ["overview", "legend", "article", "results", "colophon"].find((name) => document.activeElement?.closest(`.${name}, #${name}`)) ?? "");
        if (where !== "" && where !== seen.at(-1)) seen.push(where);
        if (where === "colophon") break;
      }
      assert.deepEqual(seen, ["overview", "legend", "article", "results", "colophon"]);
    },
  },
  {
    name: "from the result to a saved export by keys alone",
    async run({ open }) {
      const page = await open();
      await tabTo(page, "[data-sample=dam]");
      await page.press("Enter");
      await state(page, "result");
      await page.evaluate(() => {
        const saved = (/** @type {any} */ (window).saved = /** @type {string[]} */ ([]));
        HTMLAnchorElement.prototype.click = function () {
          saved.push(this.download);
        };
      });
      await tabTo(page, "#export");
      await page.press("Enter");
      await page.until(() => document.querySelector("#exports")?.matches("[open]"));
      assert.ok(await page.evaluate(() => document.activeElement?.closest("#exports") !== null));
      await tabTo(page, "#exports .primary");
      assert.equal(await focusIsSeen(page), "");
      await page.press("Enter");
      await page.until(() => /** @type {any} */ (window).saved.some((/** @type {string} */ name) => name.endsWith(".zip")));
      await page.press("Escape");
      await page.until(() => !document.querySelector("#exports")?.matches("[open]"));
      assert.equal(await page.evaluate(here), "export");
    },
  },
];
