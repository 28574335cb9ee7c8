// The lists as a reader meets them: tabs, sorting, copying, quotations within which figures stand, timeline, checks, paper.

import assert from "node:assert/strict";

import { actions, state } from "./actions.js";

const ARTICLE = `Toll of bridge collapse disputed
The city council said on Tuesday that 42 people were killed in the collapse of the Harlow bridge. The hospital said that 38 people were killed in the collapse.
Mayor Anna Vogel said: “Officials told me that at least 12 workers were missing on Monday.”
The works began in March 2024 and cost about 2.5 million euros, a few million more than planned. Vogel said she would resign.
שלום לכולם, אמר ראש העיר Daniel Cohen בירושלים ביום 12 November 2024.`;

/** @param {import("./run.js").Context} context @param {import("./browsers.js").Look} [look] @param {string} [day] */
async function read({ open }, look, day) {
  const page = await open("", look);
  await actions(page).analyse(ARTICLE, day);
  await state(page, "result");
  return page;
}

/** @param {import("./run.js").Page} page What is copied is kept for the test. */
const keepCopies = (page) =>
  page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (/** @type {string} */ words) => void (/** @type {any} */ (window).copied = words) } });
  });

/** @type {import("./run.js").Test[]} */
export default [
  ...[1280, 1000, 390, 320].map((width) => ({
    name: `all tabs are seen whole, and nothing is too wide: ${width} px`,
    /** @param {import("./run.js").Context} context */
    async run(context) {
      const page = await read(context, { width, height: 800 });
      if (width < 900) await page.click("#dock [data-sheet=more]");
      const seen = await page.evaluate(() => {
        const frame = /** @type {Element} */ (document.querySelector("#results")).getBoundingClientRect();
        return [...document.querySelectorAll("#results [role=tab]")].map((tab) => {
          const { left, right, width } = tab.getBoundingClientRect();
          return { name: tab.id, whole: width > 0 && left >= frame.left - 1 && right <= frame.right + 1 };
        });
      });
      assert.deepEqual(seen.map((/** @type {any} */ { name }) => name), ["figure", "person", "organization", "place", "other", "quote", "date", "checks"].map((name) => `tab-${name}`));
      for (const { name, whole } of seen) assert.ok(whole, name);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(sideways <= 0, `the page is ${sideways} px too wide`);
    },
  })),
  {
    name: "a column is sorted by its head, the third press is back in the order of the text",
    async run(context) {
      const page = await read(context);
      const values = () => [...document.querySelectorAll("#panel-figure tbody tr")].map((line) => line.querySelector(".words")?.textContent);
      const sort = () => document.querySelector("#panel-figure th[data-key=value]")?.getAttribute("aria-sort");
      const before = await page.evaluate(values);
      await page.click("#panel-figure th[data-key=value] .sort");
      assert.equal(await page.evaluate(sort), "ascending");
      const ascending = await page.evaluate(values);
      assert.equal(ascending[0], "12");
      assert.deepEqual([...ascending].sort(), [...before].sort());
      await page.click("#panel-figure th[data-key=value] .sort");
      assert.equal(await page.evaluate(sort), "descending");
      assert.notEqual((await page.evaluate(values))[0], "12");
      await page.click("#panel-figure th[data-key=value] .sort");
      assert.deepEqual([await page.evaluate(sort), await page.evaluate(values)], [null, before]);
    },
  },
  {
    name: "every row is copied as plain words, and the page says so",
    async run(context) {
      const page = await read(context);
      await keepCopies(page);
      const rows = await page.evaluate(() => [document.querySelectorAll("#panel-figure tbody tr").length, document.querySelectorAll("#panel-figure .copy").length]);
      assert.equal(rows[0], rows[1]);
      await page.click("#panel-figure tbody tr:first-child .copy");
      assert.match(await page.until(() => /** @type {any} */ (window).copied), /^42\t42\tpeople/);
      assert.match(await page.until(() => document.querySelector("#toast:not([hidden]) p")?.textContent), /^Copied/);
      for (const tab of ["date", "checks", "quote"]) {
        await page.evaluate(() => void (/** @type {any} */ (window).copied = ""));
        await page.click(`#tab-${tab}`);
        await page.click(`#panel-${tab} .copy`);
        assert.ok(await page.until(() => /** @type {any} */ (window).copied), tab);
      }
    },
  },
  {
    name: "a figure in a statement in a quotation: all are reached by arrows, the outer before the inner, and by a click",
    async run(context) {
      const page = await read(context);
      /** @type {string[]} */
      const chain = await page.evaluate(() => {
        const inner = /** @type {HTMLElement} */ ([...document.querySelectorAll("#article mark[data-kind=figure]")].find((mark) => mark.textContent === "12"));
        const around = [];
        for (let mark = /** @type {HTMLElement | null | undefined} */ (inner); mark; mark = mark.parentElement?.closest("mark")) around.push(mark.dataset.mark ?? "");
        return around.reverse();
      });
      assert.ok(chain.length >= 2, String(chain));
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#article [tabindex='0']")).focus());
      /** @type {string[]} */
      const reached = [];
      for (let step = 0; step < 60; step += 1) {
        reached.push(await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.mark));
        await page.press("ArrowRight");
      }
      const places = chain.map((id) => reached.indexOf(id));
      assert.ok(places.every((place, index) => place >= 0 && place > (places[index - 1] ?? -1)), `${chain}: ${reached}`);
      const all = await page.evaluate(() => new Set([...document.querySelectorAll("#article mark:not([data-form=pronoun])")].map((mark) => /** @type {HTMLElement} */ (mark).dataset.mark)).size);
      assert.equal(new Set(reached).size, all, "every mark is reached");
      await page.press("Escape");
      await page.click(`#article mark[data-mark=${chain.at(-1)}]`);
      assert.equal(await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.mark), chain.at(-1));
      await page.press("Escape");
    },
  },
  {
    name: "a quotation has its bar, and what stands in it keeps its own line",
    async run(context) {
      const page = await read(context);
      const drawn = await page.evaluate(() => {
        const quote = /** @type {Element} */ (document.querySelector("#article mark[data-kind=quote]:has(mark[data-kind=figure])"));
        const figure = /** @type {Element} */ (quote.querySelector("mark[data-kind=figure]"));
        return { bar: getComputedStyle(quote).borderInlineStartWidth, line: getComputedStyle(quote).textDecorationLine, inner: getComputedStyle(figure).textDecorationStyle };
      });
      assert.notEqual(drawn.bar, "0px");
      assert.equal(drawn.line, "none");
      assert.equal(drawn.inner, "double");
    },
  },
  {
    name: "the timeline is an ordered list in the order of the calendar, whose dates lead to their words",
    async run(context) {
      const page = await read(context, {}, "2026-08-17");
      await page.click("#tab-date");
      const labels = await page.evaluate(() => [...document.querySelectorAll("#panel-date ol.moments .when")].map((when) => when.textContent));
      assert.ok(labels.indexOf("March 2024") < labels.indexOf("12 November 2024") && labels.indexOf("12 November 2024") < labels.indexOf("17 August 2026"), String(labels));
      assert.ok(await page.evaluate(() => document.querySelectorAll("#panel-date svg circle").length > 1));
      await page.click("#panel-date ol.moments li:first-child .jump");
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), "March 2024");
    },
  },
  {
    name: "figures that differ say so in their rows and in the checks, which lead to the words and can be ticked off",
    async run(context) {
      const page = await read(context);
      assert.match(await page.evaluate(() => document.querySelector("#summary")?.textContent), /2 differ/);
      await page.click("#panel-figure .differs");
      const shown = await page.evaluate(() => ({
        tab: document.querySelector("#results [aria-selected=true]")?.id,
        title: document.activeElement?.querySelector(".check-title")?.textContent,
        parts: [...(document.activeElement?.querySelectorAll(".check-parts .words") ?? [])].map((words) => words.textContent),
        all: document.querySelector("#panel-checks")?.textContent,
        badge: Number(document.querySelector("#tab-checks .count")?.textContent),
      }));
      assert.equal(shown.tab, "tab-checks");
      assert.match(shown.title, /^Two figures differ/);
      assert.deepEqual(shown.parts, ["42 people", "38 people"]);
      assert.doesNotMatch(shown.all, /\bwrong\b|\bfalse\b/i);
      await page.click("#panel-checks .check:first-child input");
      assert.equal(await page.evaluate(() => Number(document.querySelector("#tab-checks .count")?.textContent)), shown.badge - 1);
      await page.click("#panel-checks .check:first-child input");
      await page.click("#panel-checks .check:first-child .check-parts li:nth-child(2) .jump");
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), "38");
    },
  },
  {
    name: "dates without a day ask for the publication date, and the button leads to it",
    async run(context) {
      const page = await read(context);
      await page.click("#tab-checks");
      await page.click("#panel-checks .ask-day");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "published-again");
    },
  },
  {
    name: "pronouns are off until they are asked for, and then count among the mentions",
    async run(context) {
      const page = await read(context);
      await page.click("#tab-person");
      const told = () => {
        const pronouns = new Set([...document.querySelectorAll("#article mark[data-form=pronoun]")].map((mark) => /** @type {HTMLElement} */ (mark).dataset.mark)).size;
        const listed = [...document.querySelectorAll("#panel-person .place")].reduce((sum, place) => sum + Number(place.textContent), 0);
        const line = getComputedStyle(/** @type {Element} */ (document.querySelector("#article mark[data-form=pronoun]"))).textDecorationLine;
        return { pronouns, listed, line };
      };
      const before = await page.evaluate(told);
      assert.ok(before.pronouns > 0, "the article has a pronoun that is resolved");
      assert.equal(before.line, "none");
      await page.click("#legend [data-filter=pronoun]");
      const after = await page.evaluate(told);
      assert.deepEqual([after.line, after.listed], ["underline", before.listed + before.pronouns]);
    },
  },
  {
    name: "the legend is one tab stop, and arrows go along it",
    async run(context) {
      const page = await read(context);
      assert.equal(await page.evaluate(() => document.querySelectorAll("#legend [tabindex='0']").length), 1);
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#legend [tabindex='0']")).focus());
      await page.press("ArrowRight");
      assert.equal(await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.filter), "person");
      await page.press("End");
      assert.equal(await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.filter), "all");
    },
  },
  {
    name: "on a phone figures and checks come alone in a sheet, and a check leads to its words",
    async run(context) {
      const page = await read(context, { width: 390, height: 844 });
      const dock = await page.evaluate(() => [...document.querySelectorAll("#dock button")].map((button) => button.textContent));
      assert.match(dock.join(" · "), /^Figures \d+ · Checks \d+ · More$/);
      await page.click("#dock [data-sheet=figure]");
      assert.ok(await page.evaluate(() => document.querySelector("#drawer:modal #panel-figure:not([hidden])")?.checkVisibility()));
      assert.equal(await page.evaluate(() => document.querySelector("#drawer [role=tab]")?.checkVisibility()), false);
      await page.click("#drawer form button");
      await page.click("#dock [data-sheet=checks]");
      await page.click("#panel-checks .check-parts .jump");
      assert.equal(await page.evaluate(() => document.querySelector("#drawer[open]")), null);
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), "42");
    },
  },
  {
    name: "a paragraph in Hebrew runs from right to left, and loses no letter",
    async run(context) {
      const page = await read(context);
      const last = await page.evaluate(() => {
        const paragraph = /** @type {HTMLElement} */ (document.querySelector("#article p:last-child"));
        return { direction: getComputedStyle(paragraph).direction, text: paragraph.textContent };
      });
      assert.deepEqual(last, { direction: "rtl", text: ARTICLE.split("\n").at(-1) });
    },
  },
  {
    name: "on paper the article has its lines, numbers at its figures and a table for them, and nothing of the page",
    only: "chromium",
    async run(context) {
      const page = await read(context);
      await page.driver.emulateMedia({ media: "print" });
      await page.until(() => document.querySelector(".printed"));
      const paper = await page.evaluate(() => {
        const numbers = [...document.querySelectorAll("#article mark[data-number]")].map((mark) => [/** @type {HTMLElement} */ (mark).dataset.number, mark.textContent]);
        const rows = [...document.querySelectorAll(".printed tbody tr")].map((line) => [line.children[0]?.textContent, line.children[1]?.textContent]);
        const seen = ["#legend", "#pane", "#dock", ".masthead", ".actions"].filter((part) => document.querySelector(part)?.checkVisibility());
        const superscript = getComputedStyle(/** @type {Element} */ (document.querySelector("#article mark[data-number]")), "::after").content;
        return { numbers, rows, seen, superscript };
      });
      assert.deepEqual(paper.numbers, paper.rows);
      assert.deepEqual(paper.seen, []);
      assert.match(paper.superscript, /1/);
      await page.driver.emulateMedia({ media: "screen" });
      await page.until(() => !document.querySelector(".printed"));
    },
  },
];
