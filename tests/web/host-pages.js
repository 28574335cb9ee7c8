// Guide and demonstration, as a reader of them meets them: readable by everybody, every mode at work, lines that copy.

import assert from "node:assert/strict";

import { audit, LOOKS, measureTargets } from "./access.js";
import { visit } from "./host-page.js";

/** @typedef {import("./run.js").Context} Context */
/** @typedef {import("./run.js").Page} Page */

/** Axe reads the whole page many times in each of these. */
const LIMIT = 180_000;

const MODES = ["panel", "inline", "summary", "headless", "results"];

/** Sets every mode of the demonstration to work, as its reader would. @param {Page} page */
async function workAll(page) {
  await page.until(() => Boolean(customElements.get("article-analyzer")));
  await page.evaluate(async () => {
    for (const element of document.querySelectorAll("article-analyzer")) {
      element.scrollIntoView({ block: "center" }); // one begins when it is seen
      if (element.getAttribute("mode") === "headless") /** @type {HTMLElement} */ (document.querySelector("#ask")).click();
      else if (!element.getAttribute("activate")) element.shadowRoot?.querySelector("button")?.click();
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    }
  });
  await page.until(() => [...document.querySelectorAll("article-analyzer")].every((element) => element.matches(":state(result)")));
}

/** @param {Page} page */
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** @type {import("./run.js").Test[]} */
export default [
  ...LOOKS.map(({ where, look }) => ({
    name: `axe finds nothing in the guide, nor in the demonstration before and after every mode is at work: ${where}`,
    only: "chromium",
    limit: LIMIT,
    /** @param {Context} context */
    async run({ open }) {
      for (const path of ["embedding.html", "demo.html"]) {
        const page = await open(path, { ...look, reducedMotion: true });
        await audit(page, path);
        await measureTargets(page, path);
        assert.equal(await overflow(page), 0, path);
        if (path !== "demo.html") continue;
        await workAll(page);
        await page.evaluate(() => {
          for (const element of document.querySelectorAll("article-analyzer")) for (const details of element.shadowRoot?.querySelectorAll("details") ?? []) details.open = true;
        });
        await audit(page, "at work");
        await measureTargets(page, "at work");
        assert.equal(await overflow(page), 0, "at work");
        assert.deepEqual(page.errors, []);
      }
    },
  })),
  {
    name: "the demonstration shows every mode, asks nobody else, and keeps its articles as they are",
    async run(context) {
      const page = await visit(context, new URL("demo.html", context.url).href);
      const markup = () => [...document.querySelectorAll(".story")].map((story) => story.innerHTML).join();
      const before = await page.evaluate(markup);
      await workAll(page);
      assert.equal(await page.evaluate(markup), before);
      const shown = await page.evaluate(() => [...document.querySelectorAll("section.mode > h2")].map(({ id }) => id));
      assert.deepEqual(shown, MODES);
      const speakers = await page.evaluate(() => [...document.querySelectorAll("#speakers li")].map(({ textContent }) => textContent));
      assert.deepEqual(speakers.map((line) => line.replace(/:.*/, "")), ["Nives Furlan", "Bernhard Loibl", "Hedwig Stadler", "Chiara Benussi"]);
      const areas = await page.evaluate(() => {
        /** @type {Record<string, number>} */
        const count = {};
        for (const [, highlight] of /** @type {any} */ (CSS.highlights)) {
          for (const { startContainer } of highlight) {
            const id = startContainer.parentElement?.closest("section")?.querySelector("h2")?.id ?? "";
            count[id] = (count[id] ?? 0) + 1;
          }
        }
        return count;
      });
      assert.deepEqual(Object.keys(areas).sort(), ["inline", "panel", "results", "summary"]); // headless wants no marks
      for (const { url } of page.asked) assert.ok(url.startsWith(context.url) || url.startsWith("data:"), url);
      assert.deepEqual(page.errors, []);
    },
  },
  {
    name: "the demonstration's results, made beforehand, are what the core finds in that article, and need no core",
    async run(context) {
      const page = await visit(context, new URL("demo.html", context.url).href);
      await page.until(() => document.querySelector("#results ~ .stage article-analyzer")?.matches(":state(result)"));
      assert.deepEqual(page.asked.filter(({ url }) => /\.wasm$|\/pkg\//.test(url)), []);
      const { given, found } = await page.evaluate(async () => {
        const element = /** @type {any} */ (document.querySelector("#results ~ .stage article-analyzer"));
        const given = await element.export("results");
        const other = element.cloneNode();
        for (const name of ["results", "activate"]) other.removeAttribute(name);
        document.body.append(other);
        await other.analyze();
        return { given: JSON.parse(given), found: JSON.parse(await other.export("results")) };
      });
      assert.deepEqual(given, found, "run node scripts/build-demo.js");
    },
  },
  ...["demo.html", "embedding.html"].map((path) => ({
    name: `every piece of code has a button that copies it: ${path}`,
    /** @param {Context} context */
    async run({ open }) {
      const page = await open(path);
      await page.until(() => document.querySelector(".copy") !== null);
      const { codes, copied, buttons } = await page.evaluate(async () => {
        /** @type {string[]} */
        const copied = [];
        Object.defineProperty(navigator, "clipboard", { value: { writeText: async (/** @type {string} */ words) => void copied.push(words) } });
        const buttons = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".copy")]);
        for (const button of buttons) button.click();
        await new Promise((done) => setTimeout(done));
        return { copied, codes: [...document.querySelectorAll("pre > code")].map(({ textContent }) => textContent), buttons: buttons.map(({ textContent }) => textContent) };
      });
      assert.deepEqual(copied, codes);
      assert.deepEqual([...new Set(buttons)], ["Copied"]);
    },
  })),
  {
    name: "the page leads to guide and demonstration, and they to each other",
    async run({ open }) {
      for (const [path, targets] of /** @type {[string, string[]][]} */ ([["", ["embedding.html", "demo.html"]], ["embedding.html", ["demo.html", "limits.html", "./"]], ["demo.html", ["embedding.html", "limits.html", "./"]]])) {
        const page = await open(path);
        const links = await page.evaluate(() => [...document.querySelectorAll("a")].map((link) => link.getAttribute("href")));
        for (const target of targets) assert.ok(links.includes(target), `${path} does not lead to ${target}`);
      }
    },
  },
];
