// The measures of speed and memory, with their limits; what was reached is printed, a line a measure.
//
// Each time is the best of three, held as holding.js says. How long the page is held up is told in Chromium
// by processor time, which others on the machine cannot lengthen much, and elsewhere by the longest gap between two
// turns of the event loop.

import { readFileSync } from "node:fs";

import { hold, slowness } from "./holding.js";
import { news } from "./news.js";

/** Minutes, for a very long text on a busy machine. */
const PATIENT = 240_000;

/** @typedef {import("./run.js").Context} Context */
/** @typedef {import("./run.js").Page} Page */

/** Puts a text into the field, without analysing it. @param {Page} page @param {string} text */
const put = (page, text) =>
  page.evaluate((words) => {
    const field = /** @type {HTMLTextAreaElement} */ (document.querySelector("#text"));
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }, text);

/**
 * Presses Analyse, or pastes a long text, as a reader does, who need not press anything then; and tells when the frame
 * with the first marks was made, when all was there, and the longest gap between two turns of the event loop meanwhile.
 * @param {Page} page
 * @param {string} [pasted]
 * @returns {Promise<{ first: number, all: number, gap: number }>}
 */
const analyse = (page, pasted) =>
  page.evaluate(
    (words) =>
      new Promise((done) => {
        const field = /** @type {HTMLTextAreaElement} */ (document.querySelector("#text"));
        const article = /** @type {HTMLElement} */ (document.querySelector("#article"));
        const data = new DataTransfer();
        if (words) data.setData("text/plain", words);
        const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
        Object.defineProperty(paste, "clipboardData", { value: data }); // Firefox takes none from a script
        field.select();
        const start = performance.now();
        let [first, before, gap] = [0, start, 0];
        // Not by turns of the loop: the page's own work is more urgent than they are.
        const watch = new MutationObserver(() => {
          if (!["reading", "result"].includes(document.body.dataset.state ?? "") || !article.querySelector("mark")) return;
          watch.disconnect();
          const { scheduler } = /** @type {any} */ (window);
          const drawn = () => (first = performance.now() - start);
          requestAnimationFrame(() => (scheduler ? scheduler.postTask(drawn, { priority: "user-blocking" }) : setTimeout(drawn)));
        });
        watch.observe(document.body, { attributeFilter: ["data-state"] });
        const turns = new MessageChannel();
        turns.port1.onmessage = () => {
          const now = performance.now();
          gap = Math.max(gap, now - before);
          before = now;
          const { state = "" } = document.body.dataset;
          if (state === "error") return done({ first: Infinity, all: Infinity, gap });
          if (first > 0 && state === "result" && article.ariaBusy === null) return done({ first, all: now - start, gap });
          setTimeout(() => turns.port2.postMessage(0), 1);
        };
        if (words) field.dispatchEvent(paste);
        else /** @type {HTMLElement} */ (document.querySelector("#form .primary")).click();
        turns.port2.postMessage(0);
      }),
    pasted,
  );

/** @param {Page} page */
async function again(page) {
  await page.click("#fresh");
  await page.until(() => document.body.dataset.state === "empty");
}

/** The memory of the process that shows the page, in megabytes; Linux tells it. @param {Page} page */
async function memory(page) {
  const session = await page.driver.context().browser().newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const sizes = processInfo
    .filter((/** @type {any} */ { type }) => type === "renderer")
    .map((/** @type {any} */ { id }) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, "utf8"))?.[1] ?? 0) / 1024);
  return Math.max(...sizes);
}

/**
 * The longest task of the page's main thread while something is done, in processor time.
 * @param {Page} page
 * @param {() => Promise<void>} act
 */
async function longestTask(page, act) {
  const browser = page.driver.context().browser();
  await browser.startTracing(page.driver, { categories: ["toplevel", "blink.user_timing"] });
  await page.evaluate(() => performance.mark("measured from here"));
  await act();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  const start = traceEvents.find((/** @type {any} */ { name }) => name === "measured from here");
  let longest = 0;
  for (const { name, pid, tid, ts, tdur = 0 } of traceEvents) {
    if (name.endsWith("RunTask") && pid === start.pid && tid === start.tid && ts > start.ts) longest = Math.max(longest, tdur / 1000);
  }
  return longest;
}

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "speed: the first mark of 1,000 words, cold and warm",
    limit: PATIENT,
    async run(context) {
      const text = news(6_100);
      let [cold, warm, slow] = [Infinity, Infinity, 1];
      for (let round = 0; round < 3; round += 1) {
        const page = await context.open();
        slow = Math.max(slow, await slowness(page));
        await put(page, text);
        cold = Math.min(cold, (await analyse(page)).first);
        for (let time = 0; time < 3; time += 1) {
          await again(page);
          await put(page, text);
          warm = Math.min(warm, (await analyse(page)).first);
        }
        await page.close();
      }
      hold(context, "1,000 words, first mark, cold", cold, 800, slow);
      hold(context, "1,000 words, first mark, warm", warm, 150, slow);
    },
  },
  {
    name: "speed: 300,000 characters, first viewport, all, Cancel",
    limit: PATIENT,
    async run(context) {
      const page = await context.open();
      const text = news(300_000);
      let [first, all, cancel, slow] = [Infinity, Infinity, Infinity, await slowness(page)];
      for (let round = 0; round < 3; round += 1) {
        const times = await analyse(page, text);
        [first, all] = [Math.min(first, times.first), Math.min(all, times.all)];
        await again(page);
      }
      slow = Math.max(slow, await slowness(page));
      for (let round = 0; round < 3; round += 1) {
        void analyse(page, text).catch(() => {}); // it never ends
        const took = await page.evaluate(
          () =>
            new Promise((done) => {
              const button = () => /** @type {HTMLElement} */ (document.querySelector(document.body.dataset.state === "reading" ? "#reading-on button" : "#cancel"));
              setTimeout(() => {
                const start = performance.now();
                button().click();
                requestAnimationFrame(() => setTimeout(() => done(document.body.dataset.state === "empty" ? performance.now() - start : Infinity)));
              }, 200);
            }),
        );
        cancel = Math.min(cancel, took);
      }
      hold(context, "300,000 characters, first viewport", first, 500, slow);
      hold(context, "300,000 characters, all", all, 5_000, slow);
      hold(context, "300,000 characters, Cancel", cancel, 100, slow);
    },
  },
  {
    name: "speed: 2 million characters hold the page up no longer than a blink",
    limit: PATIENT,
    async run(context) {
      const page = await context.open();
      const slow = await slowness(page);
      const text = news(2_000_000);
      if (context.browser !== "chromium") {
        const { gap, all } = await analyse(page, text);
        console.log(`      | ${context.browser} | 2,000,000 characters, all | ${all.toFixed(0)} ms | |`);
        return hold(context, "2,000,000 characters, longest gap", gap, 200, slow);
      }
      await new Promise((done) => setTimeout(done, 1_500));
      let [all, most] = [0, 0];
      const watch = setInterval(() => void memory(page).then((now) => (most = Math.max(most, now)), () => {}), 500);
      const longest = await longestTask(page, async () => void ({ all } = await analyse(page, text)));
      clearInterval(watch);
      most = Math.max(most, await memory(page));
      console.log(`      | chromium | 2,000,000 characters, all | ${all.toFixed(0)} ms | |`);
      hold(context, "2,000,000 characters, longest task (processor)", longest, 200, Math.min(slow, 1.5));
      hold(context, "2,000,000 characters, memory of page and worker", most, 500, 1, "MB");
    },
  },
  {
    name: "speed: the core in a worker, 700 words and 1 million characters",
    limit: PATIENT,
    async run(context) {
      const page = await context.open("@tests/engine.html");
      await page.until(() => /** @type {any} */ (window).ready);
      const slow = await slowness(page);
      const best = (/** @type {string} */ text, /** @type {number} */ times) =>
        page.evaluate(
          async ([words, rounds]) => {
            let least = Infinity;
            for (let round = 0; round < rounds; round += 1) {
              const start = performance.now();
              await /** @type {any} */ (window).client.analyze(words);
              least = Math.min(least, performance.now() - start);
            }
            return least;
          },
          [text, times],
        );
      const short = await best(news(4_200), 40);
      const long = await best(news(1_000_000), 2);
      console.log(`      | ${context.browser} | the core, 1,000,000 characters, there and back | ${long.toFixed(0)} ms | |`);
      // Firefox has no such limit of its own; it is told and held to three times Chromium's.
      hold(context, "the core, 700 words, there and back", short, context.browser === "chromium" ? 15 : 45, slow);
    },
  },
];
