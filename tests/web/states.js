// Every state of the page is reached by a test. Which test reaches which, by its name; the first test below finds
// each of them again, so that none is renamed or dropped unnoticed. States that no other file reaches are reached here.
//
//   empty          page.js        a short paste waits for the button
//   empty, files   input.js       Markdown and old encodings are opened from the disk as words
//   empty, early   input.js       the box takes a text before the core has arrived
//   loading        page.js        the bytes of a slow core are told while it comes
//   analysing      states.js      while a text is read there is a bar, and Cancel brings the text back at once
//   result         page.js        a pasted article is marked and listed at once
//   result, phone  reading.js     on a phone the bar opens a list, and a row closes it and leads to its words
//   result, paper  lists.js       on paper the article has its lines, numbers at its figures and a table for them, and nothing of the page
//   exports        export.js      Export saves each format under the name of the article
//   corrected      corrections.js undo and redo by buttons and by keys, not while text is written
//   nothing found  page.js        a text without names and numbers says what was looked for
//   not English    page.js        a text in another language says that only figures and dates are shown
//   error          page.js        a core that cannot be fetched is an error that keeps the text, and Try again works
//   error, details input.js       the details of an error tell its cause and nothing of the article
//   refused        states.js      a text that stops the analysis twice is refused, and stays
//   very long      input.js       a text over two million characters is asked about, and its first part can be read alone
//   too long       input.js       a text over the limit says the limit and offers its first part
//   offline        offline.js     a chip says that the network is gone, and nothing is disabled
//   server gone    offline.js     with the server gone a reload works: analysis, samples, map, limits and the libraries of exports
//   new version    offline.js     a new version waits, is offered quietly beside an empty box, and comes whole by its button
//   core blocked   blocked.js     a site that forbids the core is told the exact header line, and with that line it works
//   no scripts     states.js      without scripts the page says why it needs them

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { actions, ARTICLE, state, wrapped } from "./actions.js";

/** The best of three: the machine may be busy with something else. */
const CANCEL_MS = 100;

/** The list above. @returns {Promise<{ state: string, file: string, name: string }[]>} */
async function listed() {
  const lines = (await readFile(new URL(import.meta.url), "utf8")).split("\n");
  return lines.flatMap((line) => {
    const [, state = "", file = "", name = ""] = line.match(/^\/\/ {3}(\S.*?) +(\w+\.js) +(.+)$/) ?? [];
    return name ? [{ state, file, name }] : [];
  });
}

const value = () => /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value;

/** @type {import("./run.js").Test[]} */
const tests = [
  {
    name: "every state is reached by the test that is said to reach it",
    only: "chromium",
    async run() {
      const states = await listed();
      assert.ok(states.length >= 16);
      for (const { state, file, name } of states) {
        const there = file === "states.js" ? tests : (await import(`./${file}`)).default;
        assert.ok(there.some((/** @type {import("./run.js").Test} */ test) => test.name === name), `${state}: no test “${name}” in ${file}`);
      }
    },
  },
  {
    name: "while a text is read there is a bar, and Cancel brings the text back at once",
    async run(context) {
      const page = await context.open(await wrapped(context, "slow-core.js"));
      /** @type {number[]} */
      const took = [];
      for (let round = 0; round < 3 && !(Math.min(...took) <= CANCEL_MS); round += 1) {
        await actions(page).analyse(ARTICLE);
        await state(page, "analysing");
        assert.ok(await page.evaluate(() => document.querySelector("#progress")?.checkVisibility() && document.querySelector("#working-detail")?.textContent?.includes("words")));
        took.push(
          await page.evaluate(() => {
            const start = performance.now();
            /** @type {HTMLElement} */ (document.querySelector("#cancel")).click();
            return document.body.dataset.state === "empty" ? performance.now() - start : Infinity;
          }),
        );
      }
      assert.ok(Math.min(...took) <= CANCEL_MS, `${took} ms`);
      assert.equal(await page.evaluate(value), ARTICLE);
    },
  },
  {
    name: "a text that stops the analysis twice is refused, and stays",
    async run(context) {
      const page = await context.open(await wrapped(context, "failing-core.js"));
      await actions(page).analyse("The TRAP killed 12 people in Lisbon.");
      await state(page, "error");
      assert.equal(await page.evaluate(() => document.querySelector("#failure-title")?.textContent), "This text cannot be analysed");
      assert.ok(await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#retry")).hidden), "trying again would not help");
      assert.match(await page.evaluate(value), /TRAP/);
    },
  },
  {
    name: "without scripts the page says why it needs them",
    only: "chromium",
    async run({ open, url }) {
      const page = await open("limits.html");
      const context = await page.driver.context().browser().newContext({ javaScriptEnabled: false });
      const plain = await context.newPage();
      await plain.goto(url);
      assert.match(await plain.locator("noscript").innerText(), /needs JavaScript/);
      await context.close();
    },
  },
];
export default tests;
