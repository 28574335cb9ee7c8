// Tests of what is released, as its users get it: the npm package, the single file, the Hugo shortcode, and the
// element in pages of frameworks; in Chromium and Firefox:
//
//   node tests/release/run.js                    everything
//   node tests/release/run.js firefox            in one browser
//   node tests/release/run.js chromium "React"   only tests whose name contains these words
//
// They use what scripts/release has laid into dist. CHROMIUM and FIREFOX name the browsers' files, as for tests/web.

import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { LAUNCH } from "../web/browsers.js";
import { serve } from "./server.js";

/** Among them are the building of an app and of a site. */
const LIMIT = 60_000;

const PLAIN_FILES = ["./package.js", "./manifest.js"];
const BROWSER_FILES = ["./npm.js", "./embed.js", "./interface.js", "./react.js", "./reader.js", "./hugo.js"];

/** @typedef {Awaited<ReturnType<typeof LAUNCH.chromium>>} Browser */
/** @typedef {Awaited<ReturnType<Browser["open"]>>} Page */
/**
 * What a test gets: an empty folder that all tests of the run share, and openers and servers that are closed after it.
 * @typedef {{ browser: string, work: string, open: (url: string) => Promise<Page>,
 *   serve: (...wanted: Parameters<typeof serve>) => Promise<string> }} Context
 */
/** @typedef {{ name: string, run: (context: Context) => Promise<void> | void }} Test */

const words = process.argv.slice(2);
const browsers = words.filter((word) => word in LAUNCH);
const filter = words.filter((word) => !(word in LAUNCH)).join(" ");
let passed = 0;
let failed = 0;

/** @param {string} place @param {Test} test @param {Partial<Context>} context */
async function report(place, { name, run }, context) {
  const start = performance.now();
  let timer;
  try {
    const end = new Promise((_, fail) => {
      timer = setTimeout(() => fail(new Error(`not done after ${LIMIT} ms`)), LIMIT);
    });
    await Promise.race([run(/** @type {Context} */ (context)), end]);
    passed += 1;
    console.log(`ok    ${place}: ${name} (${Math.round(performance.now() - start)} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${place}: ${name}\n      ${String(error instanceof Error ? error.stack : error).replaceAll("\n", "\n      ")}`);
  } finally {
    clearTimeout(timer);
  }
}

/** @param {Test} test @param {Browser} browser @param {string} work */
async function runInBrowser(test, browser, work) {
  /** @type {(() => Promise<void>)[]} */
  const closings = [];
  await report(browser.name, test, {
    browser: browser.name,
    work,
    async open(url) {
      const page = await browser.open();
      closings.push(() => page.close());
      await page.goto(url);
      return page;
    },
    async serve(...wanted) {
      const server = await serve(...wanted);
      closings.push(server.close);
      return server.url;
    },
  });
  for (const close of closings) await close().catch(() => {});
}

/** @param {string[]} files @returns {Promise<Test[]>} */
async function load(files) {
  const modules = await Promise.all(files.map((file) => import(file)));
  return modules.flatMap((module) => module.default).filter((test) => test.name.includes(filter));
}

/** @param {string} work */
async function main(work) {
  if (!existsSync(new URL("../../dist/integrity.json", import.meta.url))) throw new Error("nothing is built: run scripts/release first");
  if (browsers.length === 0) for (const test of await load(PLAIN_FILES)) await report("plain", test, { work });
  const tests = await load(BROWSER_FILES);
  for (const name of /** @type {(keyof typeof LAUNCH)[]} */ (browsers.length ? browsers : Object.keys(LAUNCH))) {
    const browser = await LAUNCH[name]();
    for (const test of tests) await runInBrowser(test, browser, work);
    await browser.close();
  }
}

const work = await mkdtemp(join(tmpdir(), "article-analyzer-release-"));
try {
  await main(work);
} catch (error) {
  failed += 1;
  console.log(`FAIL  ${error instanceof Error ? error.stack : error}`);
} finally {
  await rm(work, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
