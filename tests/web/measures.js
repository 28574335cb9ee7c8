// What is promised in numbers and can be measured from inside: how soon and how steadily the page comes, how long
// it keeps the main thread, what it asks of the network in a whole session, what moves, what is said aloud.
//
// Times are of one machine and one run: the limits are those of the promise, and are met with room to spare.

import assert from "node:assert/strict";

import { actions, ARTICLE, state } from "./actions.js";

const LCP_MS = 1500;
const CLS = 0.02;
/** Time beyond 50 ms of each long task of the main thread, in sum. */
const BLOCKING_MS = 100;

/** @typedef {import("./run.js").Page} Page */

/** From before the first byte on. @param {Page} page */
const observe = (page) =>
  page.driver.addInitScript(() => {
    const seen = { lcp: 0, cls: 0, /** @type {number[]} */ tasks: [] };
    /** @type {any} */ (window).measured = seen;
    /** @param {string} type @param {(entry: any) => void} take */
    const on = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    on("largest-contentful-paint", ({ startTime }) => (seen.lcp = startTime));
    on("layout-shift", ({ value, hadRecentInput }) => (seen.cls += hadRecentInput ? 0 : value));
    on("longtask", ({ duration }) => seen.tasks.push(duration));
  });

/** @param {Page} page @returns {Promise<{ lcp: number, cls: number, tasks: number[] }>} */
const measured = (page) => page.evaluate(() => ({ .../** @type {any} */ (window).measured }));

/** @param {number[]} tasks */
const blocking = (tasks) => tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0);

const settle = () => new Promise((done) => setTimeout(done, 1000));

/** Everything that is announced politely while the page works. @param {Page} page */
const listen = (page) =>
  page.evaluate(() => {
    const said = (/** @type {any} */ (window).said = /** @type {string[]} */ ([]));
    for (const region of document.querySelectorAll("[role=status], [role=alert], [aria-live]")) {
      new MutationObserver(() => {
        const words = region.textContent?.trim() ?? "";
        if (words !== "" && region.checkVisibility({ visibilityProperty: true })) said.push(words);
      }).observe(region, { childList: true, characterData: true, subtree: true });
    }
  });

/** @param {string} name @param {import("./browsers.js").Look} look */
const steady = (name, look) => ({
  name: `the page comes soon and stays where it is, and neither it nor an analysis holds the reader up: ${name}`,
  only: "chromium",
  /** @param {import("./run.js").Context} context */
  async run({ open, url }) {
    const page = await open("limits.html", look);
    await observe(page);
    // The machine may be busy with something else: what it can do is the best of three.
    /** @type {string[]} */
    const tries = [];
    for (let round = 0; round < 3; round += 1) {
      await page.goto(url);
      await settle();
      const first = await measured(page);
      await actions(page).analyse(ARTICLE, "2025-11-15");
      await state(page, "result");
      await settle();
      const both = await measured(page);
      const load = blocking(first.tasks);
      const analysis = blocking(both.tasks.slice(first.tasks.length));
      tries.push(`LCP ${Math.round(first.lcp)} ms, CLS ${first.cls.toFixed(4)}, blocked ${Math.round(load)} ms by loading, ${Math.round(analysis)} ms by an analysis`);
      assert.ok(first.cls <= CLS, tries.at(-1)); // no machine is too busy for this one
      if (first.lcp > 0 && first.lcp <= LCP_MS && load <= BLOCKING_MS && analysis <= BLOCKING_MS) {
        console.log(`      ${tries.at(-1)}`);
        return;
      }
    }
    assert.fail(tries.join("; "));
  },
});

/** @type {import("./run.js").Test[]} */
export default [
  steady("desktop", { width: 1280, height: 900 }),
  steady("phone", { width: 390, height: 844 }),
  {
    name: "a whole session asks only for the page's own files, and carries no text",
    async run({ browser, open, url }) {
      const page = await open();
      /** @type {string[]} */
      const bodies = [];
      page.driver.on("request", (/** @type {any} */ request) => {
        const body = browser === "chromium" && request.postData(); // Firefox's driver cannot tell; a GET has none
        if (body) bodies.push(body);
        if (request.method() !== "GET") bodies.push(request.method());
      });
      for (const sample of ["ceasefire", "freight", "dam"]) {
        await page.click(`[data-sample=${sample}]`);
        await state(page, "result");
        await page.click("#fresh");
      }
      await actions(page).analyse(ARTICLE, "2025-11-15");
      await state(page, "result");
      for (const kind of ["person", "organization", "quote", "date", "checks", "place"]) await page.click(`#tab-${kind}`);
      await page.until(() => document.querySelector(".map-picture[viewBox]") !== null);
      await page.click("#article mark[data-kind=figure]");
      const shown = await page.evaluate(() => location.href + document.cookie + document.title);
      await page.goto(new URL("limits.html", url).href);
      assert.deepEqual(bodies, []);
      assert.ok(page.requests.length > 40, "the browser reports its requests");
      const words = ARTICLE.match(/\p{L}{6,}/gu) ?? [];
      for (const request of page.requests) {
        assert.ok(request.startsWith(url) || request.startsWith("data:"), request);
        assert.ok(!request.startsWith(url) || !/[?#]/.test(request), request);
        for (const word of ["Marsh", "Lisbon", "dockers"]) assert.ok(words.length > 0 && !request.includes(word), request);
      }
      assert.equal(shown, `${url}Article Analyzer`);
    },
  },
  {
    name: "what was found is announced once",
    async run({ open }) {
      const page = await open();
      await page.until(() => document.querySelectorAll("[role=status]").length > 0);
      await listen(page);
      await actions(page).analyse(ARTICLE, "2025-11-15");
      await state(page, "result");
      await settle();
      const summary = await page.evaluate(() => document.querySelector("#announcement")?.textContent ?? "");
      assert.match(summary, /figures/);
      const said = await page.evaluate(() => /** @type {any} */ (window).said);
      assert.deepEqual(said.filter((/** @type {string} */ words) => words === summary), [summary], String(said));
      assert.ok(said.filter((/** @type {string} */ words) => /figures/.test(words)).length === 1, `said twice in other words: ${said}`);
    },
  },
  {
    name: "where motion is to be reduced nothing moves",
    only: "chromium",
    async run({ open }) {
      const page = await open("", { reducedMotion: true });
      await page.click("[data-sample=dam]");
      await state(page, "result");
      await page.click("#article mark[data-kind=figure]");
      const slow = await page.evaluate(() => {
        const moving = [...document.querySelectorAll("*")].flatMap((element) => {
          const { animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element);
          const seconds = [...animationDuration.split(","), ...transitionDuration.split(",")].map((time) => (time.includes("ms") ? parseFloat(time) / 1000 : parseFloat(time) || 0));
          return Math.max(...seconds) > 0.01 || scrollBehavior === "smooth" ? [element.id || element.className || element.tagName] : [];
        });
        const running = document.getAnimations().filter(({ playState, effect }) => playState === "running" && Number(effect?.getComputedTiming().duration) > 10).length;
        return { moving, running };
      });
      assert.deepEqual(slow, { moving: [], running: 0 });
    },
  },
];
