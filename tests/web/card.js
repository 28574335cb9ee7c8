// The card on the page: what it shows for each kind, when it comes and goes, where it stands, how it leads on.

import assert from "node:assert/strict";

import { actions, ARTICLE, state, wrapped } from "./actions.js";

/** @param {import("./run.js").Context} context @param {import("./browsers.js").Look} [look] @param {string} [day] */
async function read({ open }, look, day = "2025-11-15") {
  const page = await open("", look);
  await actions(page).analyse(ARTICLE, day);
  await state(page, "result");
  return page;
}

/** @param {import("./run.js").Page} page @param {string} words */
const focus = (page, words) =>
  page.evaluate((words) => {
    const mark = [...document.querySelectorAll("#article mark")].find((mark) => mark.textContent === words);
    /** @type {HTMLElement} */ (mark).focus();
  }, words);

const isShown = () => document.querySelector("#card:popover-open") !== null;

/** The facts by their labels. */
const shown = () => ({
  kind: document.querySelector("#card:popover-open .card-kind")?.textContent,
  title: document.querySelector("#card .card-title")?.textContent,
  ...Object.fromEntries([...document.querySelectorAll("#card dt")].map((head) => [head.textContent, head.nextElementSibling?.textContent])),
});

const wait = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));

/** Card and words as they lie on the screen. */
const boxes = () => {
  const box = (/** @type {Element | null} */ element) => {
    const { top, bottom, left, right } = /** @type {Element} */ (element).getBoundingClientRect();
    return { top, bottom, left, right };
  };
  return { card: box(document.querySelector("#card")), words: box(document.querySelector("#article mark.anchor")), width: document.documentElement.clientWidth, height: innerHeight };
};

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "each kind has a card with its facts",
    async run(context) {
      const page = await read(context);
      await focus(page, "40");
      const figure = await page.evaluate(shown);
      assert.deepEqual([figure.kind, figure.title, figure.Value], ["Figure", "at least 40 ships", "40"]);
      assert.match(figure.Precision, /at least.*“at least”/);
      assert.match(figure.Counts, /^ships.*right after the number$/);
      assert.match(figure["Said by"], /nobody is named/);
      assert.equal(await page.evaluate(() => document.querySelector("#card [data-fact=sentence] strong")?.textContent), "at least 40 ships");
      await focus(page, "12 hours");
      assert.match((await page.evaluate(shown))["Said by"], /^Elena Marsh \(“told”\)“told” stands right after the quotation$/);
      await focus(page, "Elena Marsh");
      const person = await page.evaluate(shown);
      assert.deepEqual([person.kind, person.title], ["Person", "Elena Marsh"]);
      assert.match(person["Also called"], /Marsh/);
      assert.match(person.Mentioned, /times by name/);
      assert.match(person.Says, /statement/);
      assert.match(person["How sure"], /sure/);
      await focus(page, "Lisbon");
      const place = await page.evaluate(shown);
      assert.equal(place.Country, "Portugal");
      assert.match(place["Which place"], /sure|likely/);
      assert.match(place["Located at"], /north.*west/);
      await focus(page, "November 3, 2025");
      const date = await page.evaluate(shown);
      assert.match(date["On the calendar"], /^3 November 2025.*in full$/);
      assert.deepEqual(page.errors, []);
    },
  },
  {
    name: "a date that needs the publication day leads to its field",
    async run(context) {
      const page = await read(context, {}, "");
      await focus(page, "Thursday");
      await page.click("#card [data-act=date]");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "published-again");
      assert.equal(await page.evaluate(isShown), false);
    },
  },
  {
    name: "Next and Previous go through all figures and round again, by pointer and by arrows, the focus stays in the card",
    async run(context) {
      const page = await read(context);
      await focus(page, "40");
      const place = () => document.querySelector("#card .card-place")?.textContent;
      const first = await page.evaluate(place);
      assert.match(first, /^Figure \d+ of \d+$/);
      await page.press("Enter");
      assert.ok(await page.evaluate(() => document.activeElement?.closest("#card") !== null), "Enter leads into the card");
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#card [data-step='-1']")).focus());
      await page.press("ArrowRight");
      const second = await page.evaluate(place);
      assert.notEqual(second, first);
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "Next figure");
      const count = Number(first.match(/of (\d+)/)?.[1]);
      for (let step = 1; step < count; step += 1) await page.press("Enter");
      assert.equal(await page.evaluate(place), first);
      await page.press("Escape");
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), "40");
      assert.equal(await page.evaluate(isShown), false);
    },
  },
  {
    name: "a name in the card leads to its words, and the card with it",
    async run(context) {
      const page = await read(context);
      await focus(page, "12 hours");
      await page.click("#card [data-fact=said] .card-go");
      assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ""), /Marsh$/);
      assert.equal((await page.evaluate(shown)).kind, "Person");
    },
  },
  {
    name: "where several marks lie the innermost comes first, and the switcher leads to the others by keys",
    async run(context) {
      const page = await context.open(await wrapped(context, "overlapping-core.js"));
      await actions(page).analyse(ARTICLE, "2025-11-15");
      await state(page, "result");
      await focus(page, "1,200");
      const pressed = () => [...document.querySelectorAll("#card .card-one")].map((one) => `${one.textContent} ${one.getAttribute("aria-pressed")}`);
      assert.deepEqual(await page.evaluate(pressed), ["Figure true", "Other name false"]);
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#card .card-one")).focus());
      await page.press("ArrowRight");
      assert.deepEqual(await page.evaluate(pressed), ["Figure false", "Other name true"]);
      assert.equal((await page.evaluate(shown)).title, "About Workers");
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Other name");
      assert.equal(await page.evaluate(() => document.querySelector("#results [aria-selected=true]")?.id), "tab-other");
    },
  },
  {
    name: "under the pointer it comes after a moment, stays while the pointer is on it, and goes with Escape or with the pointer",
    async run(context) {
      const page = await read(context);
      await page.driver.hover("#article p:nth-child(2) mark[data-kind=figure]");
      assert.equal(await page.evaluate(isShown), false, "not at once");
      await page.until(isShown);
      await page.driver.hover("#card .card-title");
      await wait(600);
      assert.equal(await page.evaluate(isShown), true, "it can be pointed at");
      await page.driver.hover("#summary");
      await page.until(() => document.querySelector("#card:popover-open") === null);
      await page.driver.hover("#article p:nth-child(2) mark[data-kind=figure]");
      await page.until(isShown);
      await page.press("Escape");
      assert.equal(await page.evaluate(isShown), false);
    },
  },
  {
    name: "one that was pressed for stays when the pointer goes on, until it is closed",
    async run(context) {
      const page = await read(context);
      await page.click("#article p:nth-child(2) mark[data-kind=figure]");
      const { title } = await page.evaluate(shown);
      await page.driver.hover("#article mark[data-kind=place]");
      await wait(600);
      assert.equal((await page.evaluate(shown)).title, title);
      await page.click("#card .card-close");
      assert.equal(await page.evaluate(isShown), false);
      await page.click("#article p:nth-child(2) mark[data-kind=figure]");
      assert.equal(await page.evaluate(isShown), true, "the words have the focus still, and bring it again");
      await page.click("#summary");
      assert.equal(await page.evaluate(isShown), false);
    },
  },
  ...[{ width: 320, height: 640 }, { width: 700, height: 500 }, { width: 1280, height: 900 }].map((look) => ({
    name: `it lies on the screen and not on its words, for every mark: ${look.width} wide`,
    /** @param {import("./run.js").Context} context */
    async run(context) {
      const page = await read(context, look);
      const marks = await page.evaluate(() => [...document.querySelectorAll("#article mark[tabindex]")].map((mark) => /** @type {HTMLElement} */ (mark).dataset.mark));
      for (const id of marks) {
        await page.evaluate((id) => {
          const mark = /** @type {HTMLElement} */ (document.querySelector(`#article mark[data-mark="${id}"]`));
          mark.scrollIntoView({ block: "nearest" });
          mark.focus({ preventScroll: true });
        }, id);
        const { card, words, width, height } = await page.evaluate(boxes);
        const where = `${id}: ${JSON.stringify({ card, words })}`;
        assert.ok(card.left >= 0 && card.right <= width + 0.5 && card.top >= 0 && card.bottom <= height + 0.5, where);
        assert.ok(card.bottom - card.top > 120, where);
        assert.ok(card.top >= words.bottom - 0.5 || card.bottom <= words.top + 0.5, where);
        await page.press("Escape");
      }
      assert.deepEqual(page.errors, []);
    },
  })),
  {
    name: "beside the lists it does not lie on them",
    async run(context) {
      const page = await read(context);
      for (const words of ["Thursday", "€3.5 million", "Monday"]) {
        await focus(page, words);
        const { card } = await page.evaluate(boxes);
        const pane = await page.evaluate(() => document.querySelector("#results")?.getBoundingClientRect().left);
        assert.ok(card.right <= pane, `${words}: ${card.right} > ${pane}`);
      }
    },
  },
  {
    name: "Copy gives the card as text",
    only: "chromium",
    async run(context) {
      const page = await read(context);
      await page.driver.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await focus(page, "40");
      await page.click("#card .card-copy");
      await page.until(() => document.querySelector("#card .card-copy")?.textContent === "Copied");
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(copied, /^at least 40 ships\nValue: 40\n/);
      assert.match(copied, /^Sentence: Talks between/m);
    },
  },
];
