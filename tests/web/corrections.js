// Corrections of one article: asked for on cards and in rows, kept on the device for that text, undone and redone.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { actions, ARTICLE, state } from "./actions.js";

const DAM = await readFile(new URL("../../www/samples/dam.txt", import.meta.url), "utf8");

/** @typedef {import("./run.js").Page} Page */

/** @param {import("./run.js").Context} context @param {import("./browsers.js").Look} [look] */
async function read({ open }, look) {
  const page = await open("", look);
  await actions(page).analyse(ARTICLE, "2025-11-15");
  await state(page, "result");
  return page;
}

/** The same article again on a page loaded anew. @param {import("./run.js").Context} context @param {Page} page @param {string} [text] */
async function reload({ url }, page, text = ARTICLE) {
  await page.goto(url);
  await actions(page).analyse(text, "2025-11-15");
  await state(page, "result");
}

/** How often these words are marked as this kind. @param {Page} page @param {string} words @param {string} [kind] */
const marked = (page, words, kind) =>
  page.evaluate(
    ([words, kind]) => [...document.querySelectorAll(`#article mark${kind ? `[data-kind=${kind}]` : ""}`)].filter((mark) => mark.textContent === words).length,
    [words, kind ?? ""],
  );

/** @param {Page} page @param {string} words @param {number} [nth] */
const focus = (page, words, nth = 0) =>
  page.evaluate(
    ([words, nth]) => {
      const marks = [...document.querySelectorAll("#article mark")].filter((mark) => mark.textContent === words);
      /** @type {HTMLElement} */ (marks[nth]).focus();
    },
    [words, nth],
  );

/** Opens "Not right?" on words and presses what is called so, one after the other. @param {Page} page @param {string} words @param {string[]} labels */
async function correct(page, words, ...labels) {
  await focus(page, words);
  await page.click("#card [data-does=correct]");
  for (const label of labels) await press(page, "#correct", label);
}

/** @param {Page} page @param {string} root @param {string} label */
async function press(page, root, label) {
  await page.until(
    ([root, label]) => {
      const button = [...document.querySelectorAll(`${root} button`)].find((button) => button.textContent === label);
      /** @type {HTMLElement | undefined} */ (button)?.click();
      return button !== undefined;
    },
    [root, label],
  );
}

/** @param {Page} page @param {string} text */
const told = (page, text) => page.until((text) => document.querySelector("#toast:not([hidden]) p")?.textContent === text, text);

const strip = () => document.querySelector(".corrections-strip")?.textContent;

/** The titles of a list, whose tab is chosen for it: only the one that is looked at need be there. @param {Page} page @param {string} kind */
const rows = (page, kind) =>
  page.evaluate((kind) => {
    /** @type {HTMLElement} */ (document.querySelector(`#tab-${kind}`)).click();
    return [...document.querySelectorAll(`#panel-${kind} .jump`)].map((row) => row.textContent);
  }, kind);

const pressed = () => document.activeElement?.textContent;

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "hide one, hide all: marks and rows follow, Undo in the line at the bottom brings them back",
    async run(context) {
      const page = await read(context);
      await correct(page, "Marsh", "Hide this one");
      await told(page, "“Marsh” is hidden.");
      assert.equal(await marked(page, "Marsh"), 1);
      assert.equal(await page.evaluate(pressed), "Undo", "the words are marked no more, so the focus is where they come back");
      await correct(page, "Marsh", "Hide all 2");
      await told(page, "All mentions of “Marsh” are hidden.");
      assert.equal((await marked(page, "Marsh")) + (await marked(page, "Elena Marsh")), 0);
      assert.equal((await rows(page, "person")).includes("Elena Marsh"), false);
      await page.click("#toast .button");
      await told(page, "Taken back: All mentions of “Marsh” are hidden.");
      assert.equal((await marked(page, "Marsh")) + (await marked(page, "Elena Marsh")), 2);
      assert.equal(await page.evaluate(() => document.activeElement === document.body), false, "the focus is somewhere");
      assert.deepEqual(page.errors, []);
    },
  },
  {
    name: "another kind: all mentions are drawn anew, and the focus is on the words",
    async run(context) {
      const page = await read(context);
      const before = await marked(page, "Lisbon");
      await correct(page, "Lisbon", "An organisation");
      await told(page, "“Lisbon” is an organisation.");
      assert.deepEqual([await marked(page, "Lisbon", "organization"), await marked(page, "Lisbon", "place")], [before, 0]);
      assert.ok((await rows(page, "organization")).includes("Lisbon"));
      assert.equal(await page.evaluate(pressed), "Lisbon");
    },
  },
  {
    name: "the same as another, someone else, another's: rows merge and split",
    async run(context) {
      const page = await read(context);
      await correct(page, "Marsh", "This one is someone else");
      await told(page, "“Marsh” is someone or something else.");
      assert.ok((await rows(page, "person")).includes("Marsh") && (await rows(page, "person")).includes("Elena Marsh"));
      await correct(page, "Marsh", "Same as another…", "Paulo Reis");
      await told(page, "“Marsh” is the same as “Paulo Reis”.");
      assert.equal((await rows(page, "person")).includes("Marsh"), false);
      await correct(page, "Elena Marsh", "Means another here…", "Paulo Reis");
      await told(page, "“Elena Marsh” means “Paulo Reis”.");
      assert.equal(await page.evaluate(() => document.querySelector(".corrections-strip")?.textContent?.startsWith("Corrections (3)")), true);
    },
  },
  {
    name: "undo and redo by buttons and by keys, not while text is written",
    async run(context) {
      const page = await read(context);
      await correct(page, "Lisbon", "A person");
      await told(page, "“Lisbon” is a person.");
      await correct(page, "Paulo Reis", "Hide it");
      await told(page, "“Paulo Reis” is hidden.");
      await page.press("Control+z");
      await told(page, "Taken back: “Paulo Reis” is hidden.");
      assert.equal(await marked(page, "Paulo Reis"), 1);
      await page.press("Control+z");
      assert.ok((await marked(page, "Lisbon", "place")) > 0);
      await page.press("Control+Shift+z");
      await told(page, "Done again: “Lisbon” is a person.");
      assert.ok((await marked(page, "Lisbon", "person")) > 0);
      await page.press("Control+y");
      assert.equal(await marked(page, "Paulo Reis"), 0);
      await press(page, ".corrections-strip", "Undo");
      assert.equal(await marked(page, "Paulo Reis"), 1);
      await press(page, ".corrections-strip", "Redo");
      assert.equal(await marked(page, "Paulo Reis"), 0);
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#published-again")).focus());
      await page.press("Control+z");
      assert.equal(await marked(page, "Paulo Reis"), 0);
    },
  },
  {
    name: "kept for this text on the device, through a reload and another publication day; another text is untouched",
    async run(context) {
      const page = await read(context);
      await correct(page, "Lisbon", "An organisation");
      await told(page, "“Lisbon” is an organisation.");
      await reload(context, page, DAM);
      assert.equal((await page.evaluate(strip))?.startsWith("Corrections (0)"), true);
      assert.equal(await page.evaluate(() => document.querySelector(".corrections-strip button")?.hasAttribute("hidden")), true);
      await reload(context, page);
      assert.ok((await marked(page, "Lisbon", "organization")) > 0);
      await actions(page).setDay("#published-again", "2025-11-22");
      await page.until(() => /** @type {HTMLInputElement} */ (document.querySelector("#published")).value === "2025-11-22");
      await state(page, "result");
      assert.ok((await marked(page, "Lisbon", "organization")) > 0);
      await press(page, ".corrections-strip", "Undo");
      assert.ok((await marked(page, "Lisbon", "place")) > 0, "what was corrected another day is undone too");
      const kept = await page.evaluate(() => localStorage.getItem("article-analyzer.corrections"));
      assert.equal(kept, null, "nothing is left of it");
      for (const request of page.requests) assert.ok(!request.includes("Lisbon"), request);
    },
  },
  {
    name: "the list takes back any of them, and forgets all",
    async run(context) {
      const page = await read(context);
      await correct(page, "Lisbon", "An organisation");
      await told(page, "“Lisbon” is an organisation.");
      await correct(page, "Paulo Reis", "Hide it");
      await press(page, ".corrections-strip", "Corrections (2)");
      await page.until(() => document.querySelector("#corrections-list[open]")?.textContent?.includes("Kept in this browser only"));
      await press(page, "#corrections-list", "Take back");
      assert.deepEqual([(await marked(page, "Lisbon", "place")) > 0, await marked(page, "Paulo Reis")], [true, 0]);
      assert.equal(await page.evaluate(pressed), "Take back", "the focus is on the next one");
      await press(page, "#corrections-list", "Forget all");
      assert.equal(await marked(page, "Paulo Reis"), 1);
      assert.equal(await page.evaluate(() => localStorage.getItem("article-analyzer.corrections")), null);
      await page.press("Escape");
      await page.until(() => document.activeElement?.closest(".corrections-strip") !== null);
    },
  },
  {
    name: "a figure: not what it counts, and other words of its sentence",
    async run(context) {
      const page = await read(context);
      const counted = () =>
        page.evaluate(() => {
          /** @type {HTMLElement} */ (document.querySelector("#tab-figure")).click();
          const row = [...document.querySelectorAll("#panel-figure tr[data-row]")].find((row) => row.querySelector(".jump")?.textContent === "40");
          return row?.querySelector("td[data-label='What it counts']")?.textContent;
        });
      assert.equal(await counted(), "ships");
      await correct(page, "40", "It does not count “ships”");
      await told(page, "What “40” counts is not told.");
      assert.equal(await counted(), "");
      await correct(page, "40", "Choose what it counts…", "Port", "Lisbon", "Use these words");
      await told(page, "“40” counts “Port Authority of Lisbon”.");
      assert.equal(await counted(), "Port Authority of Lisbon");
    },
  },
  {
    name: "a quotation gets another speaker from its row, and is hidden",
    async run(context) {
      const page = await read(context);
      const quotes = await rows(page, "quote");
      const index = quotes.findIndex((/** @type {string} */ title) => title.includes("We have offered"));
      const row = () => page.evaluate((index) => document.querySelectorAll("#panel-quote tr[data-row]")[index]?.textContent, index);
      const ask = () => page.evaluate((index) => /** @type {HTMLElement} */ (document.querySelectorAll("#panel-quote .row-more")[index]).click(), index);
      assert.ok((await row())?.includes("Elena Marsh"));
      await ask();
      for (const label of ["Who said it…", "Paulo Reis"]) await press(page, "#correct", label);
      await told(page, "“We have offered to work 12 hours a day,” was said by “Paulo Reis”.");
      assert.ok((await row())?.includes("Paulo Reis"));
      await ask();
      await press(page, "#correct", "Not a quotation: hide it");
      await page.until((count) => document.querySelectorAll("#panel-quote tr[data-row]").length === count - 1, quotes.length);
      assert.ok(await page.evaluate(() => document.activeElement?.matches("#panel-quote .row-more")));
    },
  },
  {
    name: "from a row: the same sheet, and the focus stays among the rows",
    async run(context) {
      const page = await read(context);
      await page.click("#tab-person");
      const before = await rows(page, "person");
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#panel-person .row-more")).focus());
      await page.press("Enter");
      await press(page, "#correct", "Another name");
      await page.until((count) => document.querySelectorAll("#panel-person .jump").length === count - 1, before.length);
      assert.ok(await page.evaluate(() => document.activeElement?.matches("#panel-person .row-more")));
      await page.press("Enter");
      await page.press("Escape");
      assert.ok(await page.until(() => document.activeElement?.matches("#panel-person .row-more")), "Escape leads back");
    },
  },
  {
    name: "a missed name: selected in the article, or written into a sheet by keys alone",
    async run(context) {
      const page = await read(context);
      await page.evaluate((words) => {
        const walker = document.createTreeWalker(/** @type {Node} */ (document.querySelector("#article")), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.nodeValue?.indexOf(words) ?? -1;
          if (at >= 0) return getSelection()?.setBaseAndExtent(node, at + 2, node, at + 5); // in the middle of the word
        }
      }, "dockers");
      await page.until(() => document.querySelector(".corrections-marker:popover-open") !== null);
      await page.click(".corrections-marker [data-mark=organization]");
      await told(page, "“dockers” is an organisation.");
      assert.equal(await marked(page, "dockers", "organization"), 1);
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".corrections-strip button:last-of-type")).focus());
      await page.press("Enter");
      await page.driver.keyboard.type("nowhere");
      await page.press("Tab");
      await page.press("Enter");
      await page.until(() => document.querySelector("#mark-name .names-status")?.textContent === "“nowhere” does not stand in this article.");
      await page.evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).select());
      await page.driver.keyboard.type("workers");
      await page.press("Tab");
      await page.press("Enter");
      await told(page, "“workers” is a person.");
      assert.equal(await marked(page, "workers", "person"), 1);
      assert.equal(await page.evaluate(pressed), "workers");
      assert.deepEqual(page.errors, []);
    },
  },
  {
    name: "where the browser keeps nothing, corrections work and say so",
    async run({ altered, open }) {
      const url = await altered((path, answer) => {
        if (path !== "/page.js") return;
        const blocked = 'Object.defineProperty(Storage.prototype, "setItem", { value() { throw new DOMException("full", "QuotaExceededError"); } });\n';
        return { ...answer, body: blocked + Buffer.from(answer.body).toString() };
      });
      const page = await open(url);
      await actions(page).analyse(ARTICLE, "2025-11-15");
      await state(page, "result");
      await correct(page, "Lisbon", "An organisation");
      await told(page, "“Lisbon” is an organisation.");
      await press(page, ".corrections-strip", "Corrections (1)");
      await page.until(() => document.querySelector("#corrections-list[open]")?.textContent?.includes("This browser keeps nothing here"));
      assert.ok((await marked(page, "Lisbon", "organization")) > 0);
    },
  },
  {
    name: "on a phone the sheets fit 320 pixels, and the line of corrections is above the lists in their drawer",
    async run(context) {
      const page = await read(context, { width: 320, height: 640 });
      await correct(page, "Lisbon");
      const fits = () => page.evaluate(() => [...document.querySelectorAll("dialog[open] *")].every((part) => part.getBoundingClientRect().right <= innerWidth + 0.5));
      assert.ok(await fits());
      await press(page, "#correct", "Same as another…");
      assert.ok(await fits());
      await page.press("Escape");
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#dock button")).click());
      await page.until(() => document.querySelector("#drawer[open] .corrections-strip") !== null);
      await page.press("Escape");
      await page.until(() => document.querySelector("#drawer .corrections-strip") === null);
      // Nothing was corrected, so it takes no room from the article.
      assert.equal(await page.evaluate(() => document.querySelector(".corrections-strip")?.checkVisibility()), false);
    },
  },
];
