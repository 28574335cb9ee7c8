// The engine's promises: every failure answers, a dead worker is replaced, a text that killed two is refused.
//
// How a crash is made: a wrapper served in place of the core's glue runs a genuine WebAssembly trap, or
// never ends, when the text says so, and else hands on to the real core. What cannot be made to happen
// that way (a worker that dies once) is played by a scripted worker, against the real client.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { actions, ARTICLE, state, wrapped } from "./actions.js";

/** @param {import("./run.js").Context} context */
const failingSite = (context) => wrapped(context, "failing-core.js");

/** @param {import("./run.js").Context} context @param {string} [url] */
async function enginePage({ open }, url = "") {
  const page = await open(new URL("@tests/engine.html", url || "http://unused").href.replace("http://unused/", ""));
  await page.until(() => /** @type {any} */ (window).ready);
  return page;
}

/** What becomes of an analysis, as data. @param {import("./run.js").Page} page @param {string} text @param {object} [options] */
const outcome = (page, text, options = {}) =>
  page.evaluate(
    async ([words, given]) => {
      try {
        const analysis = await /** @type {any} */ (window).client.analyze(words, given);
        return { schema: analysis.schema, names: analysis.names.length };
      } catch (error) {
        return { code: /** @type {any} */ (error).code, message: /** @type {Error} */ (error).message };
      }
    },
    [text, options],
  );

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "offsets are UTF-16 units: they cut the same words in JavaScript, beyond emoji and accents",
    async run(context) {
      const page = await enginePage(context);
      const text = "🚢🚢 Élodie Marchetti said 👩‍👩‍👧 at least 1,200 people left Zürich 🇨🇭 on November 3, 2025, and that €3.5 million was lost.";
      const cut = await page.evaluate(async (article) => {
        const analysis = await /** @type {any} */ (window).client.analyze(article, {});
        return [...analysis.names, ...analysis.figures, ...analysis.dates].map(({ start, end }) => article.slice(start, end));
      }, text);
      for (const words of ["Élodie Marchetti", "Zürich", "1,200", "€3.5 million", "November 3, 2025"]) assert.ok(cut.includes(words), `${words} is not among ${JSON.stringify(cut)}`);
    },
  },
  {
    name: "an option that makes no sense is an error that names it",
    async run(context) {
      const page = await enginePage(context);
      const { code, message } = await outcome(page, ARTICLE, { published: "2025-02-30" });
      assert.equal(code, "rejected");
      assert.match(message, /published/);
      assert.equal((await outcome(page, ARTICLE)).schema, 1);
    },
  },
  {
    name: "a trap in the core is survived: its text is refused, the next one is analysed",
    async run(context) {
      const page = await enginePage(context, await failingSite(context));
      const { code, message } = await outcome(page, "TRAP here");
      assert.equal(code, "refused");
      assert.match(message, /stopped twice/);
      assert.equal((await outcome(page, ARTICLE)).schema, 1);
      const started = await page.evaluate(() => performance.now());
      assert.equal((await outcome(page, "TRAP here")).code, "refused");
      assert.ok((await page.evaluate(() => performance.now())) - started < 1000, "at once, without a third worker");
    },
  },
  {
    name: "the page shows the refusal, keeps the text and goes on",
    async run(context) {
      const page = await context.open(await failingSite(context));
      await actions(page).analyse("TRAP in this article");
      await state(page, "error");
      assert.match(await page.evaluate(() => document.querySelector("#failure")?.textContent ?? ""), /stopped twice/);
      assert.equal(await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value), "TRAP in this article");
      await actions(page).analyse(ARTICLE);
      await state(page, "result");
    },
  },
  {
    name: "a worker that dies once is replaced without a word",
    async run(context) {
      const page = await enginePage(context);
      const life = await page.evaluate(async () => {
        const engine = new /** @type {any} */ (window).client.Engine(new URL("/@tests/scripted-worker.js", location.href));
        return (await engine.analyze("dr")).life;
      });
      assert.equal(life, 1);
    },
  },
  {
    name: "those who wait behind a text that kills two workers get their answers",
    async run(context) {
      const page = await enginePage(context);
      const ends = await page.evaluate(async () => {
        const engine = new /** @type {any} */ (window).client.Engine(new URL("/@tests/scripted-worker.js", location.href));
        const all = await Promise.allSettled(["ddx", "r1", "r2"].map((text) => engine.analyze(text)));
        return all.map((end) => (end.status === "fulfilled" ? end.value.life : end.reason.code));
      });
      assert.deepEqual(ends, ["refused", 0, 0]);
    },
  },
  {
    name: "a worker that dies before it reads is not the text's fault",
    async run(context) {
      const page = await enginePage(context);
      const codes = await page.evaluate(async () => {
        const engine = new /** @type {any} */ (window).client.Engine(new URL("/@tests/scripted-worker.js", location.href));
        const gone = new /** @type {any} */ (window).client.Engine(new URL("/@tests/no-such-worker.js", location.href));
        const code = (/** @type {any} */ error) => error.code;
        return [await engine.analyze("uuur").catch(code), await engine.analyze("uuur").catch(code), await gone.analyze("x").catch(code)];
      });
      assert.deepEqual(codes, ["load", "load", "load"]);
    },
  },
  {
    name: "an endless analysis can be cancelled, and the next one runs",
    async run(context) {
      const page = await enginePage(context, await failingSite(context));
      const { reason, after, took } = await page.evaluate(async (article) => {
        const { analyze } = /** @type {any} */ (window).client;
        const controller = new AbortController();
        const endless = analyze("ENDLESS", {}, { signal: controller.signal, onProgress: (/** @type {any} */ step) => step.type === "analysing" && setTimeout(() => controller.abort(), 50) });
        const waiting = analyze(article, {});
        const reason = await endless.catch((/** @type {Error} */ error) => error.name);
        const start = performance.now();
        await waiting;
        return { reason, after: "done", took: performance.now() - start };
      }, ARTICLE);
      assert.deepEqual([reason, after], ["AbortError", "done"]);
      assert.ok(took < 10_000, `${took} ms`);
    },
  },
  {
    name: "Cancel on the page comes back to the text",
    async run(context) {
      const page = await context.open(await failingSite(context));
      await actions(page).analyse("ENDLESS article about nothing");
      await state(page, "analysing");
      await page.click("#cancel");
      await state(page, "empty");
      assert.equal(await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value), "ENDLESS article about nothing");
      await actions(page).analyse(ARTICLE);
      await state(page, "result");
    },
  },
  {
    name: "a request that waits can be cancelled without touching the one that runs",
    async run(context) {
      const page = await enginePage(context);
      const ends = await page.evaluate(async (article) => {
        const { analyze } = /** @type {any} */ (window).client;
        const controller = new AbortController();
        const both = Promise.allSettled([analyze(article), analyze(article, {}, { signal: controller.signal })]);
        controller.abort(new Error("not wanted"));
        return (await both).map((end) => (end.status === "fulfilled" ? end.value.schema : end.reason.message));
      }, ARTICLE);
      assert.deepEqual(ends, [1, "not wanted"]);
    },
  },
  {
    name: "a server that sends wasm under a wrong type is no obstacle",
    async run(context) {
      const url = await context.altered((path, answer) => {
        if (path.endsWith(".wasm")) return { ...answer, headers: { "content-type": "text/plain" } };
      });
      const page = await enginePage(context, url);
      assert.equal((await outcome(page, ARTICLE)).schema, 1);
    },
  },
  {
    name: "a worker file that may not compile is told with the line that allows it",
    async run(context) {
      const url = await context.altered((path, answer) => {
        if (path.endsWith("/worker.js")) return { ...answer, headers: { ...answer.headers, "content-security-policy": "script-src 'self'" } };
      });
      const page = await context.open(url);
      await actions(page).analyse(ARTICLE);
      await state(page, "error");
      assert.match(await page.evaluate(() => document.querySelector("#failure")?.textContent ?? ""), /wasm-unsafe-eval/);
    },
  },
  {
    name: "a worker file without a policy compiles under a page of script-src 'self'",
    async run(context) {
      const url = await context.altered((path, answer) => {
        const { "content-security-policy": _, ...headers } = answer.headers;
        if (path.endsWith("/worker.js")) return { ...answer, headers };
      });
      const page = await context.open(url);
      await actions(page).analyse(ARTICLE);
      await state(page, "result");
    },
  },
  {
    name: "many texts in a row are answered each with its own",
    async run(context) {
      const page = await enginePage(context);
      const counts = await page.evaluate(async () => {
        const { analyze } = /** @type {any} */ (window).client;
        const texts = Array.from({ length: 20 }, (_, index) => `There were ${"11, ".repeat(index)}12 ships.`);
        const all = await Promise.all(texts.map((text) => analyze(text)));
        return all.map((analysis) => analysis.figures.length);
      });
      assert.equal(new Set(counts).size, 20, String(counts));
    },
  },
];
