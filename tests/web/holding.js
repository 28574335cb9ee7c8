// What was reached is printed, and held to its limit: for tests that measure time or memory.
//
// A busy machine is slow through no fault of the page, so before each measure the browser does a fixed piece of
// work, and the machine is asked how many programs wait for each of its processors: by the larger of the two, and at
// least twice, the limits are wider.

import assert from "node:assert/strict";
import { availableParallelism, loadavg } from "node:os";

/** @typedef {import("./run.js").Context} Context */
/** @typedef {import("./run.js").Page} Page */

/** What the fixed piece of work takes on a quiet machine of two cores, in milliseconds. */
const QUIET = 40;

/**
 * Two cores share the browser, its worker, the server and this program, so times are held to twice their limits even
 * there: a guard against growth. The table says what was reached.
 */
const LEAST_SLOWNESS = 2;

/** How many times slower than a quiet machine, at least {@link LEAST_SLOWNESS}. @param {Page} page @returns {Promise<number>} */
export async function slowness(page) {
  const waiting = (loadavg()[0] ?? 0) / availableParallelism();
  const measured = await page.evaluate((quiet) => {
    const start = performance.now();
    /** @type {Map<string, number>} */
    const seen = new Map();
    for (let count = 0; count < 200_000; count += 1) seen.set(`a${count % 5_000}`, count);
    return (performance.now() - start) / quiet + (seen.size > 0 ? 0 : 1);
  }, QUIET);
  return Math.max(LEAST_SLOWNESS, waiting, measured);
}

/**
 * @param {Context} context
 * @param {string} what
 * @param {number} reached
 * @param {number} limit
 * @param {number} slow
 * @param {string} [unit]
 */
export function hold({ browser }, what, reached, limit, slow, unit = "ms") {
  const busy = slow > 1.05 ? `, machine ${slow.toFixed(1)} times slower than quiet` : "";
  console.log(`      | ${browser} | ${what} | ${reached.toFixed(0)} ${unit} | limit ${limit} ${unit}${busy} |`);
  assert.ok(reached <= limit * slow, `${what}: ${reached.toFixed(0)} ${unit}, more than ${limit} × ${slow.toFixed(1)}`);
}
