// What several tests of a release share: where things lie, and how a page with the element is used and looked at.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

export const run = promisify(execFile);

/** What all these tests read, if they need no text of their own. */
export const ARTICLE = `<article id="story">
<h1>Ferry bridge closes for 12 weeks</h1>
<p>The Kestrel Bridge in Gdansk will close for <b>12 weeks</b> from Monday, said engineer <a href="#zielinska">Marta Zielinska</a>.</p>
<p>About 8,400 cars cross it every day. Mayor Piotr Wolny wants at least two ferries instead.</p>
</article>`;

/**
 * @param {string} script What loads the element.
 * @param {string} [element]
 */
export const hostPage = (script, element = '<article-analyzer for="#story" published="2026-03-09">People, places and figures.</article-analyzer>') => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Host</title>
${script}
</head>
<body>
${ARTICLE}
${element}
</body>
</html>
`;

/** As a reader does: by the button. @param {import("./run.js").Page} page */
export async function activate(page) {
  await page.until(() => Boolean(document.querySelector("article-analyzer")?.shadowRoot?.querySelector("button")));
  await page.evaluate(() => document.querySelector("article-analyzer")?.shadowRoot?.querySelector("button")?.click());
  const state = await page.until(() => {
    const element = document.querySelector("article-analyzer");
    return ["result", "error"].find((name) => element?.matches(`:state(${name})`));
  });
  if (state === "error") throw new Error(await page.evaluate(() => document.querySelector("article-analyzer")?.shadowRoot?.textContent ?? ""));
}

/** The words under every highlight of ours, sorted; `""` where a highlight stands on nothing any more. */
export const marked = () => {
  const words = (/** @type {StaticRange} */ { startContainer, startOffset, endContainer, endOffset }) => {
    const range = document.createRange();
    try {
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
    } catch {
      return ""; // the nodes are shorter now
    }
    return startContainer.isConnected && endContainer.isConnected ? range.toString() : "";
  };
  const ours = [.../** @type {any} */ (CSS.highlights)].filter(([name]) => name.startsWith("article-analyzer-"));
  return ours.flatMap(([, highlight]) => [...highlight].map(words)).sort();
};

/**
 * Waits until all the words are marked that should be, none that should not, and nothing stands on what is gone.
 * @param {import("./run.js").Page} page
 * @param {{ name: string, there: string[], gone: string[] }} step
 */
export async function follows(page, { name, there, gone }) {
  /** @type {string[]} */
  let found = [];
  for (let tries = 0; tries < 120; tries += 1) {
    found = await page.evaluate(marked);
    if (there.every((words) => found.includes(words)) && !gone.some((words) => found.includes(words)) && !found.includes("")) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.fail(`after "${name}" these words are marked: ${found.join(" | ")}`);
}

/** What was asked for that does not lie in the folder. @param {import("./run.js").Page} page @param {string} folder */
export function outside(page, folder) {
  return page.requests.filter((request) => !request.startsWith(folder) && !request.startsWith("data:") && !request.endsWith("/favicon.ico"));
}
