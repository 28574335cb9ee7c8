// The Hugo shortcode in a small site, built by Hugo and served under a sub-path.

import assert from "node:assert/strict";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { activate, DIST, marked, outside, ROOT, run } from "./site.js";

const SITE = fileURLToPath(new URL("./hugo", import.meta.url));

/** The text of content/market.md, as the page shows it. */
const MARKET = [
  "Fish market counts 31 tonnes",
  "The fish market of Bergen sold 31 tonnes of cod on Tuesday, said auctioneer Ingrid Solheim. Prices rose by 4.5 percent.",
  "Traders from Aberdeen bought \u201calmost a third & more\u201d, Solheim said.",
].join("\n");

/** What the command line would write for it: made here by the same core. */
async function results() {
  const core = await import(`${ROOT}www/pkg/article_analyzer.js`);
  core.initSync({ module: await readFile(`${ROOT}www/pkg/article_analyzer_bg.wasm`) });
  return { schema: 1, text: MARKET, analysis: core.analyze(MARKET, { published: "2026-03-11" }) };
}

/** Built into a folder that is served as /blog/ of an origin. @param {string} folder @param {string} url */
async function build(folder, url) {
  const site = join(folder, "site");
  await cp(SITE, site, { recursive: true });
  await cp(join(DIST, "hugo"), site, { recursive: true });
  const made = JSON.stringify(await results());
  await mkdir(join(site, "data/article-analyzer"), { recursive: true });
  await writeFile(join(site, "data/article-analyzer/market.json"), made);
  await writeFile(join(site, "static/market.json"), made);
  await writeFile(join(site, "content/bundle/market.json"), made);
  await run("hugo", ["--quiet", "--source", site, "--baseURL", `${url}blog/`, "--destination", join(folder, "public/blog")]);
}

/** @param {import("./run.js").Context} context */
async function blog({ work, serve, browser }) {
  const folder = join(work, `hugo-${browser}`);
  const url = await serve(join(folder, "public"));
  await build(folder, url).catch((error) => assert.fail(`hugo: ${error.stderr || error.stdout || error}`));
  return `${url}blog/`;
}

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "Hugo: the shortcode brings the element into a page under a sub-path and a strict policy, and nothing from elsewhere",
    async run(context) {
      const url = await blog(context);
      const page = await context.open(`${url}bridge/`);
      await activate(page);
      const found = await page.evaluate(marked);
      for (const words of ["Marta Zielinska", "Gdansk", "8,400"]) assert.ok(found.includes(words), found.join(", "));
      const { published, date } = await page.evaluate(() => {
        const element = /** @type {any} */ (document.querySelector("article-analyzer"));
        return { published: element.getAttribute("published"), date: element.result.dates[0]?.value };
      });
      assert.equal(published, "2026-03-09", "the page's own date");
      assert.match(date, /^2026-03-/);
      assert.ok(await page.evaluate(() => /** @type {HTMLScriptElement} */ (document.querySelector("script[type=module]")).integrity.startsWith("sha384-")));
      assert.deepEqual(outside(page, url), []);
      assert.deepEqual(page.errors, []);

      const market = await context.open(`${url}market/`);
      for (const path of ["market/", "static/", "bundle/"]) {
        await market.goto(`${url}${path}`);
        market.requests.length = 0;
        await activate(market);
        const made = await market.evaluate(marked);
        for (const words of ["Ingrid Solheim", "Bergen", "Aberdeen"]) assert.ok(made.includes(words), `${path}: ${made.join(", ")}`);
        assert.deepEqual(market.requests.filter((request) => /worker|wasm|article_analyzer/.test(request)), [], `${path}: results made ahead need no core`);
        assert.deepEqual(outside(market, url), []);
      }
      await market.goto(`${url}market/`);
      assert.equal(await market.evaluate(() => document.querySelectorAll("article-analyzer").length), 2);
      assert.equal(await market.evaluate(() => document.querySelectorAll("script[type=module]").length), 1, "the script stands there once");
      assert.match(await market.evaluate(() => document.querySelector("article-analyzer")?.textContent), /^Made ahead "for" <b>you<\/b> & all\.$/);
      assert.equal(await market.evaluate(() => document.querySelectorAll("article-analyzer")[1]?.getAttribute("for")), 'article > "none"');
    },
  },
];
