// Tests of the WordPress plugin, packed as it is handed out, in a real WordPress with a real database, as real users,
// in Chromium and, where a browser's own ways matter, in Firefox too:
//
//   node tests/wordpress/run.js                 everything
//   node tests/wordpress/run.js "contributor"   only tests whose name contains these words
//
// It starts all that it needs and takes it away again; the system's own services are not touched. Needs the packages
// that scripts/test names, and the core in www/pkg. CHROMIUM and FIREFOX name the browsers' files.

import { pack } from "../../scripts/build-wordpress.js";
import { LAUNCH } from "../web/browsers.js";
import { Person } from "./people.js";
import { startWordPress } from "./wordpress.js";

/** No test may hold up the others for ever. */
const LIMIT = 90_000;

/** The last takes the plugin away. */
const FILES = ["./matrix.js", "./pages.js", "./safety.js", "./editor.js", "./packing.js", "./removal.js"];

const ROLES = /** @type {const} */ (["administrator", "author", "contributor"]);

/** @typedef {Awaited<ReturnType<typeof LAUNCH.chromium>>} Browser */
/** @typedef {import("../web/run.js").Page} Page */
/**
 * `open` opens a page of the site in the test's browser, by default as a visitor; pages are closed after the test.
 * @typedef {{ wordpress: import("./wordpress.js").WordPress, people: Record<typeof ROLES[number], Person>, zip: Uint8Array,
 *   open: (path: string, look?: import("../web/browsers.js").Look & { as?: Person }) => Promise<Page> }} Context
 */
/** @typedef {{ name: string, browser?: keyof typeof LAUNCH, run: (context: Context) => Promise<void> | void }} Test Without a browser, in none. */

const filter = process.argv.slice(2).join(" ");
let passed = 0;
let failed = 0;

/** @param {Test} test @param {Omit<Context, "open">} shared @param {(name: keyof typeof LAUNCH) => Promise<Browser>} launch */
async function run(test, shared, launch) {
  /** @type {Page[]} */
  const pages = [];
  const start = performance.now();
  let timer;
  /** @type {Context["open"]} */
  const open = async (path, { as, ...look } = {}) => {
    const browser = await launch(test.browser ?? "chromium");
    const page = await browser.open(look);
    pages.push(page);
    if (as) await page.driver.context().addCookies(as.cookies);
    await page.goto(shared.wordpress.url + path);
    return page;
  };
  try {
    const end = new Promise((_, fail) => {
      timer = setTimeout(() => fail(new Error(`not done after ${LIMIT} ms`)), LIMIT);
    });
    await Promise.race([test.run({ ...shared, open }), end]);
    passed += 1;
    console.log(`ok    ${test.browser ?? "plain"}: ${test.name} (${Math.round(performance.now() - start)} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${test.browser ?? "plain"}: ${test.name}\n      ${String(error instanceof Error ? error.stack : error).replaceAll("\n", "\n      ")}`);
  } finally {
    clearTimeout(timer);
  }
  for (const page of pages) await page.close().catch(() => {});
}

async function main() {
  const modules = await Promise.all(FILES.map((file) => import(file)));
  /** @type {Test[]} */
  const tests = modules.flatMap((module) => module.default).filter((test) => test.name.includes(filter));
  if (tests.length === 0) throw new Error(`no test's name contains “${filter}”`);
  const zip = await pack();
  /** @type {Map<string, Promise<Browser>>} */
  const browsers = new Map();
  const launch = (/** @type {keyof typeof LAUNCH} */ name) => {
    const launched = browsers.get(name) ?? LAUNCH[name]();
    browsers.set(name, launched);
    return launched;
  };
  const wordpress = await startWordPress(zip);
  try {
    const people = await Promise.all(ROLES.map((role) => new Person(wordpress, role).logIn()));
    const shared = { wordpress, zip, people: /** @type {Context["people"]} */ (Object.fromEntries(people.map((person) => [person.role, person]))) };
    for (const test of tests) await run(test, shared, launch);
    await run({ name: "WordPress and PHP had nothing to complain of, and nothing tried to leave", run: () => complaints(wordpress.log()) }, shared, launch);
  } finally {
    for (const browser of browsers.values()) await browser.then((one) => one.close()).catch(() => {});
    wordpress.close();
  }
}

/**
 * WordPress's own requests are stopped and are none of ours, nor is what newer PHP finds old-fashioned in its files.
 * @param {string} log
 */
function complaints(log) {
  const own = /^OUTBOUND https?:\/\/(([a-z]+\.)?wordpress\.org|127\.0\.0\.1)[:/]|PHP Warning: .* in \S+\/wp-includes\/update\.php|PHP Deprecated: .* in \S+\/wp-(includes|admin)\//;
  const lines = log.split("\n").filter((line) => line !== "" && !own.test(line));
  if (lines.length > 0) throw new Error(lines.slice(0, 10).join("\n"));
}

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.once(signal, () => process.exit(1)); // what is to be taken away hears of the exit
try {
  await main();
} catch (error) {
  failed += 1;
  console.log(`FAIL  ${error instanceof Error ? error.stack : error}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
