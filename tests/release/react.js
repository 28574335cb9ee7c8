// The element in a page that React draws and draws anew: React notices nothing, and the marks follow.

import assert from "node:assert/strict";
import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { activate, DIST, follows } from "./site.js";

/** What happens to the page, one after the other, and names that are marked after it, or are not. */
const STEPS = [
  { name: "a text changes", changes: { engineer: "Olga Nowak" }, there: ["Olga Nowak", "Lena Fischer"], gone: ["Marta Zielinska"] },
  { name: "an attribute changes", changes: { unread: 3 }, there: ["Olga Nowak", "Lena Fischer"], gone: [] },
  { name: "a paragraph is added", changes: { extra: true }, there: ["Piotr Wolny", "Olga Nowak"], gone: [] },
  {
    name: "a list is put in another order",
    changes: { counters: ["Aino Virtanen counted 21 boats in Turku.", "Lena Fischer counted 14 trams in Basel.", "Tomas Ruiz counted 9 buses in Bilbao."] },
    there: ["Aino Virtanen", "Lena Fischer", "Tomas Ruiz", "Turku", "Basel", "Bilbao"], gone: [],
  },
  {
    name: "an item goes, another comes, one is reworded",
    changes: { counters: ["Paula Costa counted 3 planes in Faro.", "Lena Fischer counted 15 trams in Geneva.", "Tomas Ruiz counted 9 buses in Bilbao."] },
    there: ["Paula Costa", "Geneva", "Tomas Ruiz"], gone: ["Aino Virtanen", "Basel"],
  },
  { name: "the paragraph is removed", changes: { extra: false }, there: ["Olga Nowak"], gone: ["Piotr Wolny"] },
  { name: "the article is taken out", changes: { shown: false }, there: [], gone: ["Olga Nowak", "Lena Fischer", "Paula Costa"] },
  { name: "the article is put in again", changes: { shown: true }, there: ["Olga Nowak", "Paula Costa"], gone: [] },
];

/** @param {boolean} withElement */
const html = (withElement) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>React</title>
${withElement ? '<script type="module" src="article-analyzer/article-analyzer.js"></script>' : ""}
<script type="module" src="app.js"></script>
</head>
<body>
<div id="root"></div>
<aside><article-analyzer for="#story">People and figures.</article-analyzer></aside>
</body>
</html>
`;

/** @type {Promise<string> | undefined} */
let made;

/** @param {string} folder */
async function make(folder) {
  await cp(join(DIST, "embed"), join(folder, "article-analyzer"), { recursive: true });
  await build({
    entryPoints: [fileURLToPath(new URL("./pages/react-app.js", import.meta.url))],
    outfile: join(folder, "app.js"), bundle: true, format: "esm", define: { "process.env.NODE_ENV": '"development"' }, logLevel: "error",
  });
  await writeFile(join(folder, "with.html"), html(true));
  await writeFile(join(folder, "without.html"), html(false));
  return folder;
}

const markup = () => /** @type {Element} */ (document.querySelector("#root")).innerHTML;

/** @param {import("./run.js").Page} page @param {object} changes */
const change = (page, changes) => page.evaluate((wanted) => /** @type {any} */ (window).change(wanted), changes);

/**
 * Both pages go through all steps; after each of them React has drawn the same in both.
 * @param {import("./run.js").Context} context
 * @param {string} query
 * @param {(page: import("./run.js").Page) => Promise<void>} begin
 */
async function play({ work, serve, open }, query, begin) {
  const url = await serve(await (made ??= make(join(work, "react"))));
  const [page, alone] = [await open(`${url}with.html${query}`), await open(`${url}without.html${query}`)];
  await page.until(() => Boolean(document.querySelector("#story") && customElements.get("article-analyzer")));
  await begin(page);
  for (const step of STEPS) {
    await change(page, step.changes);
    await change(alone, step.changes);
    await follows(page, step);
    assert.equal(await page.evaluate(markup), await alone.evaluate(markup), step.name);
  }
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).failures), []);
  assert.deepEqual(page.errors, alone.errors);
}

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "React: the element beside the article; React draws what it would draw alone, throws nothing, and the marks follow",
    async run(context) {
      await play(context, "", async (page) => {
        await activate(page);
        await follows(page, { name: "the first drawing", there: ["Marta Zielinska", "Lena Fischer"], gone: [] });
      });
    },
  },
  {
    name: "React: the element inside the article, drawn by React itself, taken out and put in again with it",
    async run(context) {
      await play(context, "?inside", async (page) => {
        await follows(page, { name: "the first drawing", there: ["Marta Zielinska", "Lena Fischer"], gone: [] });
      });
    },
  },
];
