// A site whose rules keep the core from starting: the page says so, with the exact line that mends it.

import assert from "node:assert/strict";

import { actions, ARTICLE, state } from "./actions.js";

/**
 * The site with this policy for the worker's file.
 * @param {import("./run.js").Context} context @param {() => string} policy
 */
const ruled = ({ altered }, policy) =>
  altered((path, answer) => {
    if (path === "/engine/worker.js") return { ...answer, headers: { ...answer.headers, "content-security-policy": policy() } };
  });

const words = (/** @type {string} */ selector) => document.querySelector(selector)?.textContent ?? "";

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "a site that forbids the core is told the exact header line, and with that line it works",
    async run(context) {
      let policy = "default-src 'self'; script-src 'self'";
      const url = await ruled(context, () => policy);
      const page = await context.open(url);
      await actions(page).analyse(ARTICLE);
      await state(page, "error");
      assert.match(await page.evaluate(words, "#failure-title"), /This site's rules/);
      assert.ok(await page.evaluate(() => document.querySelector("#header-line")?.checkVisibility()));
      const [name, line] = (await page.evaluate(words, "#header-line")).split(": ");
      assert.equal(name, "Content-Security-Policy");
      await page.evaluate(() => {
        Object.defineProperty(navigator, "clipboard", { value: { writeText: async (/** @type {string} */ text) => void (/** @type {any} */ (window).copied = text) } });
      });
      await page.click("#copy-header");
      await page.until(() => document.querySelector("#copy-header")?.textContent === "Copied");
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).copied), `${name}: ${line}`);
      assert.equal(await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value), ARTICLE);
      assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0, "such a page is not kept");
      policy = line;
      await page.click("#retry");
      await state(page, "result");
    },
  },
  {
    name: "another failure shows no header line",
    async run({ open, altered }) {
      const url = await altered((path) => {
        if (path.endsWith(".wasm")) return { status: 503, headers: {}, body: "" };
      });
      const page = await open(url);
      await actions(page).analyse(ARTICLE);
      await state(page, "error");
      assert.ok(!(await page.evaluate(() => document.querySelector("#header-line")?.checkVisibility())));
    },
  },
];
