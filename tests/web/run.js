// Tests of the page, the engine and the element, with the real core, in Chromium and Firefox:
//
//   node tests/web/run.js                       everything
//   node tests/web/run.js firefox               in one browser
//   node tests/web/run.js chromium "a row"      only tests whose name contains these words
//
// Each file beside this one exports a list of tests; what needs no browser runs first. CHROMIUM and
// FIREFOX name the browsers' files, /usr/bin/chromium and /usr/bin/firefox-esr unless they are set.

import { existsSync } from "node:fs";
import { join } from "node:path";

import { LAUNCH } from "./browsers.js";
import { site, WWW } from "./site.js";

/** No test may hold up the others for ever. */
const LIMIT = 60_000;

const BROWSER_FILES = [
  "./page.js", "./reading.js", "./lists.js", "./card.js", "./engine.js", "./long.js", "./element.js", "./element-manners.js", "./doubt.js", "./names.js", "./map.js",
  "./input.js", "./corrections.js", "./export.js", "./access.js", "./offline.js", "./blocked.js", "./states.js", "./keyboard.js", "./measures.js",
  "./speed.js", "./host-policies.js", "./host-ladder.js", "./host-hostile.js", "./host-many.js", "./host-reading.js", "./host-measures.js",
  "./host-pages.js",
];
const PLAIN_FILES = [
  "./view.js", "./lists-plain.js", "./weave.js", "./names-list.js", "./map-model.js", "./card-facts.js", "./input-pure.js", "./corrections-model.js",
  "./limits.js", "./long-plain.js", "./ahead.js", "./align.js", "./guide.js",
];

/** @typedef {Awaited<ReturnType<typeof LAUNCH.chromium>>} Browser */
/** @typedef {Awaited<ReturnType<Browser["open"]>>} Page */
/**
 * What a test gets: an opener of pages that are closed after it.
 * @typedef {{ browser: string, url: string, open: (path?: string, look?: import("./browsers.js").Look) => Promise<Page>,
 *   altered: (alter: Parameters<typeof site>[0]) => Promise<string> }} Context
 */
/** @typedef {{ name: string, only?: string, limit?: number, run: (context: Context) => Promise<void> | void }} Test */

const words = process.argv.slice(2);
const browsers = words.filter((word) => word in LAUNCH);
const filter = words.filter((word) => !(word in LAUNCH)).join(" ");
let passed = 0;
let failed = 0;

/** @param {string} place @param {Test} test @param {() => Promise<void> | void} run */
async function report(place, { name, limit = LIMIT }, run) {
  const start = performance.now();
  let timer;
  try {
    const end = new Promise((_, fail) => {
      timer = setTimeout(() => fail(new Error(`not done after ${limit} ms`)), limit);
    });
    await Promise.race([run(), end]);
    passed += 1;
    console.log(`ok    ${place}: ${name} (${Math.round(performance.now() - start)} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${place}: ${name}\n      ${String(error instanceof Error ? error.stack : error).replaceAll("\n", "\n      ")}`);
  } finally {
    clearTimeout(timer);
  }
}

/** @param {Test} test @param {Browser} browser @param {string} url */
async function runInBrowser(test, browser, url) {
  /** @type {(() => Promise<void>)[]} */
  const closings = [];
  /** @type {Context} */
  const context = {
    browser: browser.name,
    url,
    async open(path = "", look) {
      const page = await browser.open(look);
      closings.push(() => page.close());
      await page.goto(new URL(path, url).href);
      return page;
    },
    async altered(alter) {
      const other = await site(alter);
      closings.push(() => other.close());
      return other.url;
    },
  };
  await report(browser.name, test, () => test.run(context));
  for (const close of closings) await close().catch(() => {});
}

/** @param {string[]} files @returns {Promise<Test[]>} */
async function load(files) {
  const modules = await Promise.all(files.map((file) => import(file)));
  return modules.flatMap((module) => module.default).filter((test) => test.name.includes(filter));
}

async function main() {
  if (!existsSync(join(WWW, "pkg/article_analyzer_bg.wasm"))) {
    throw new Error("the core is not built: run scripts/build-wasm --quick first");
  }
  if (browsers.length === 0) for (const test of await load(PLAIN_FILES)) await report("plain", test, () => test.run(/** @type {any} */ (null)));
  const tests = await load(BROWSER_FILES);
  const { url, close } = await site();
  for (const name of /** @type {(keyof typeof LAUNCH)[]} */ (browsers.length ? browsers : Object.keys(LAUNCH))) {
    const browser = await LAUNCH[name]();
    for (const test of tests) if ((test.only ?? name) === name) await runInBrowser(test, browser, url);
    await browser.close();
  }
  await close();
}

try {
  await main();
} catch (error) {
  failed += 1;
  console.log(`FAIL  ${error instanceof Error ? error.stack : error}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
