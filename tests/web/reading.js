// Reading the result: rows and marks lead to one another, by mouse and by keyboard, on wide and narrow screens.

import assert from "node:assert/strict";

import { actions, ARTICLE, state } from "./actions.js";

/** @param {import("./run.js").Context} context @param {import("./browsers.js").Look} [look] */
async function read({ open }, look) {
  const page = await open("", look);
  await actions(page).analyse(ARTICLE, "2025-11-15");
  await state(page, "result");
  return page;
}

/** The words under the focus, if they are a mark. */
const focused = () => (document.activeElement?.matches("mark") ? document.activeElement.textContent : null);

/** @type {import("./run.js").Test[]} */
export default [
  ...["ceasefire", "freight", "dam"].map((sample) => ({
    name: `the lists count exactly the marks in the text: ${sample}`,
    /** @param {import("./run.js").Context} context */
    async run({ open }) {
      const page = await open();
      await page.click(`[data-sample=${sample}]`);
      await state(page, "result");
      const counts = await page.evaluate(() => {
        const kinds = ["figure", "person", "organization", "place", "other", "quote", "date"];
        return kinds.map((kind) => {
          /** @type {HTMLElement} */ (document.querySelector(`#tab-${kind}`)).click(); // a list is built when it is looked at
          const marks = new Set([...document.querySelectorAll(`#article mark[data-kind=${kind}]:not([data-form=pronoun])`)].map((mark) => /** @type {HTMLElement} */ (mark).dataset.mark)).size;
          const rows = [...document.querySelectorAll(`#panel-${kind} [data-row]`)];
          const listed = rows.reduce((sum, row) => sum + Number(row.querySelector(".place")?.textContent ?? 1), 0);
          const legend = Number(document.querySelector(`#legend [data-filter=${kind}] .count`)?.textContent ?? 0);
          const tab = Number(document.querySelector(`#tab-${kind} .count`)?.textContent);
          return { kind, marks, listed, legend, rows: rows.length, tab };
        });
      });
      for (const { kind, marks, listed, legend, rows, tab } of counts) {
        assert.equal(listed, marks, `${sample}: ${listed} ${kind} listed, ${marks} marked`);
        assert.equal(legend, marks, `${sample}: the legend of ${kind}`);
        assert.equal(tab, rows, `${sample}: the tab of ${kind}`);
      }
    },
  })),
  {
    name: "a row leads to its words: in view, flashed, with the focus; Escape leads back",
    async run(context) {
      const page = await read(context, { width: 1000, height: 420 });
      const row = "#panel-figure tbody tr:last-child";
      const title = await page.evaluate((selector) => document.querySelector(`${selector} .words`)?.textContent, row);
      await page.evaluate((selector) => /** @type {HTMLElement} */ (document.querySelector(`${selector} .jump`)).focus(), row);
      await page.press("Enter");
      assert.equal(await page.evaluate(focused), title);
      const { top, bottom, flashed } = await page.evaluate(() => {
        const mark = /** @type {HTMLElement} */ (document.activeElement);
        const { top, bottom } = mark.getBoundingClientRect();
        return { top, bottom, flashed: mark.classList.contains("flash") };
      });
      assert.ok(flashed && top > 0 && bottom < 420, `${top}..${bottom}`);
      await page.press("Escape");
      assert.ok(await page.evaluate((selector) => document.activeElement === document.querySelector(`${selector} .jump`), row));
    },
  },
  {
    name: "a click anywhere on a row leads to its words",
    async run(context) {
      const page = await read(context);
      await page.click("#tab-place");
      await page.click("#panel-place tbody tr:first-child td[data-key=country]");
      const title = await page.evaluate(() => document.querySelector("#panel-place tbody tr:first-child .words")?.textContent);
      assert.equal(await page.evaluate(focused), title);
    },
  },
  {
    name: "the steps of a row go through all mentions and round again",
    async run(context) {
      const page = await read(context);
      await page.click("#tab-person");
      const row = "#panel-person tbody tr:first-child";
      const mentions = Number(await page.evaluate((selector) => document.querySelector(`${selector} .place`)?.textContent, row));
      assert.ok(mentions > 1, "somebody is mentioned twice");
      /** @type {string[]} */
      const seen = [];
      for (let step = 0; step < mentions + 1; step += 1) {
        await page.click(`${row} [data-step='1']`);
        seen.push(await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.mark));
      }
      assert.equal(new Set(seen).size, mentions);
      assert.equal(seen.at(-1), seen[0]);
    },
  },
  {
    name: "words that are clicked show their row and a card",
    async run(context) {
      const page = await read(context);
      await page.click("#article mark[data-kind=place]");
      const shown = await page.evaluate(() => ({
        tab: document.querySelector("#results [aria-selected=true]")?.id,
        row: document.querySelector("#panel-place tr[aria-current] .words")?.textContent,
        card: document.querySelector("#card:popover-open .card-title")?.textContent,
      }));
      assert.equal(shown.tab, "tab-place");
      assert.ok(shown.row && shown.row === shown.card, JSON.stringify(shown));
      await page.press("Escape");
      assert.equal(await page.evaluate(() => document.querySelector("#card:popover-open")), null);
    },
  },
  {
    name: "the card of a figure shows it with its words, by the pointer alone too",
    async run(context) {
      const page = await read(context);
      await page.driver.hover("#article p:nth-child(2) mark[data-kind=figure]");
      const title = await page.until(() => document.querySelector("#card:popover-open .card-title")?.textContent);
      assert.match(title, /at least 40 ships/);
      assert.equal(await page.evaluate(focused), null);
    },
  },
  {
    name: "the article is one tab stop, and arrows go from mark to mark",
    async run(context) {
      const page = await read(context);
      assert.equal(await page.evaluate(() => document.querySelectorAll("#article [tabindex='0']").length), 1);
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#article [tabindex='0']")).focus());
      const first = await page.evaluate(focused);
      await page.press("ArrowRight");
      const second = await page.evaluate(focused);
      assert.ok(second !== null && second !== first);
      await page.press("ArrowLeft");
      assert.equal(await page.evaluate(focused), first);
      await page.press("End");
      await page.press("ArrowRight");
      assert.ok((await page.evaluate(focused)) !== null, "there is nothing after the last mark");
      assert.equal(await page.evaluate(() => document.querySelectorAll("#article [tabindex='0']").length), 1);
    },
  },
  {
    name: "down goes to the next mention of the same thing",
    async run(context) {
      const page = await read(context);
      await page.click("#tab-person");
      await page.click("#panel-person tbody tr:first-child .jump");
      const row = () => document.querySelector("#panel-person tr[aria-current]")?.id;
      const before = await page.evaluate(() => [document.querySelector("#panel-person tr[aria-current]")?.id, /** @type {HTMLElement} */ (document.activeElement).dataset.mark]);
      await page.press("ArrowDown");
      assert.equal(await page.evaluate(row), before[0]);
      assert.notEqual(await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.mark), before[1]);
    },
  },
  {
    name: "the legend turns a kind's marks off and on, and says so",
    async run(context) {
      const page = await read(context);
      const drawn = () => {
        const mark = /** @type {Element} */ (document.querySelector("#article mark[data-kind=place]"));
        const { textDecorationLine, backgroundColor } = getComputedStyle(mark);
        return textDecorationLine === "underline" && backgroundColor !== "rgba(0, 0, 0, 0)";
      };
      const pressed = () => document.querySelector("[data-filter=place]")?.getAttribute("aria-pressed");
      assert.deepEqual([await page.evaluate(drawn), await page.evaluate(pressed)], [true, "true"]);
      await page.click("[data-filter=place]");
      assert.deepEqual([await page.evaluate(drawn), await page.evaluate(pressed)], [false, "false"]);
      await page.click("[data-filter=all]");
      assert.equal(await page.evaluate(() => document.querySelectorAll("#legend [aria-pressed=true]").length), 0);
      await page.click("[data-filter=all]");
      assert.deepEqual([await page.evaluate(drawn), await page.evaluate(pressed)], [true, "true"]);
    },
  },
  {
    name: "each kind has a line of its own, and no mark sets the colour of text",
    async run(context) {
      const page = await context.open();
      await page.click("[data-sample=ceasefire]");
      await state(page, "result");
      const styles = await page.evaluate(() =>
        ["figure", "person", "organization", "place", "other", "date"].flatMap((kind) => {
          const mark = document.querySelector(`#article mark[data-kind=${kind}]`);
          if (!mark?.parentElement) return [];
          const { textDecorationStyle, textDecorationThickness, color } = getComputedStyle(mark);
          return [{ kind, line: `${textDecorationStyle} ${textDecorationThickness}`, same: color === getComputedStyle(mark.parentElement).color }];
        }),
      );
      assert.ok(styles.length >= 5, JSON.stringify(styles));
      assert.equal(new Set(styles.map((/** @type {{ line: string }} */ { line }) => line)).size, styles.length, JSON.stringify(styles));
      for (const { kind, same } of styles) assert.ok(same, kind);
    },
  },
  {
    name: "tabs follow the arrow keys",
    async run(context) {
      const page = await read(context);
      await page.click("#tab-figure");
      await page.press("ArrowRight");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "tab-person");
      await page.press("ArrowLeft");
      await page.press("ArrowLeft");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "tab-checks");
      assert.equal(await page.evaluate(() => document.querySelectorAll("#results .panel:not([hidden])").length), 1);
    },
  },
  {
    name: "on a phone the bar opens a list, and a row closes it and leads to its words",
    async run(context) {
      const page = await read(context, { width: 390, height: 844 });
      await page.click("#dock [data-sheet=more]");
      await page.click("#tab-place");
      assert.ok(await page.evaluate(() => document.querySelector("#drawer:modal #panel-place:not([hidden])") !== null));
      const title = await page.evaluate(() => document.querySelector("#panel-place .words")?.textContent);
      await page.click("#panel-place .jump");
      assert.equal(await page.evaluate(() => document.querySelector("#drawer[open]")), null);
      assert.equal(await page.evaluate(focused), title);
    },
  },
  {
    name: "the skip link is the first stop after the result and leads to the figures",
    async run(context) {
      const page = await read(context);
      await page.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "skip");
      await page.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "tab-figure");
    },
  },
  {
    name: "the keyboard alone goes from the paste box to a figure's words",
    async run({ open }) {
      const page = await open();
      await page.paste("#text", "Three ships");
      await page.evaluate((article) => (/** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value = article), ARTICLE);
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#form .primary")).focus());
      await page.press("Enter");
      await state(page, "result");
      // Past the skip link, the day, the buttons, the legend and the article: the long way on purpose.
      for (let step = 0; step < 40; step += 1) {
        await page.press("Tab");
        if (await page.evaluate(() => document.activeElement?.matches("[role=tab]"))) break;
      }
      await page.press("Home");
      for (let step = 0; step < 12; step += 1) {
        await page.press("Tab"); // past the panel and the heads of its columns
        if (await page.evaluate(() => document.activeElement?.matches("#panel-figure .jump"))) break;
      }
      assert.ok(await page.evaluate(() => document.activeElement?.matches("#panel-figure .jump")));
      await page.press("Enter");
      assert.ok((await page.evaluate(focused)) !== null);
    },
  },
];
