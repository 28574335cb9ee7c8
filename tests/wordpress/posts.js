// What the tests do with posts: write and publish them as somebody, and look at their pages as a visitor.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

/** @import { Context, Page } from "./run.js" */

/** About a thousand words of invented news, as the block editor writes them. */
export const ARTICLE = readFileSync(new URL("./article.html", import.meta.url), "utf8");

/** The ways to put the element into a post; each stands elsewhere in it. */
export const WAYS = {
  element: (/** @type {string} */ article) =>
    `<!-- wp:html -->\n<article-analyzer exclude="cite" least-confidence="0.3">People, places and figures</article-analyzer>\n<!-- /wp:html -->\n\n${article}`,
  shortcode: (/** @type {string} */ article) => `${article}\n\n<!-- wp:shortcode -->\n[article_analyzer activate="click"]\n<!-- /wp:shortcode -->`,
  block: (/** @type {string} */ article) =>
    `${article}\n\n<!-- wp:group {"layout":{"type":"constrained"}} -->\n<div class="wp-block-group"><!-- wp:article-analyzer/panel {"marks":"tint"} /--></div>\n<!-- /wp:group -->`,
};

let count = 0;

/**
 * As it goes in a newsroom: who may publish does; a Contributor hands in, and an administrator publishes.
 * @param {Context["people"]} people @param {keyof Context["people"]} role @param {string} content
 * @param {{ type?: "posts" | "pages", title?: string, date?: string }} [more]
 * @returns {Promise<number>} The post's id.
 */
export async function publish(people, role, content, { type = "posts", title = `Ferry aground off Setúbal ${++count}`, date = "2026-11-20T18:30:00" } = {}) {
  const own = role !== "contributor";
  const { id } = await people[role].rest("POST", type, { title, content, status: own ? "publish" : "pending", date });
  if (!own) await people.administrator.rest("POST", `${type}/${id}`, { status: "publish" });
  return id;
}

/** Where the middle of the first button of the element's panel is, once the page has come to rest. @param {Page} page */
async function placeOfButton(page) {
  await page.until(() => document.readyState === "complete" && document.querySelector("article-analyzer")?.matches(":defined"));
  await page.until(() => Boolean(document.querySelector("article-analyzer")?.shadowRoot?.querySelector("button")));
  const place = () => page.evaluate(() => {
    const button = /** @type {Element} */ (document.querySelector("article-analyzer")?.shadowRoot?.querySelector("button"));
    button.scrollIntoView({ block: "center", behavior: "instant" });
    const box = button.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  for (let last = await place(); ; ) {
    await new Promise((done) => setTimeout(done, 100));
    const now = await place();
    if (now.x === last.x && now.y === last.y) return now;
    last = now;
  }
}

/** Asks for the analysis as a reader does, by a real click, and waits until it is there. @param {Page} page */
export async function activate(page) {
  const { x, y } = await placeOfButton(page);
  await page.driver.mouse.click(x, y);
  await page.until(() => document.querySelector("article-analyzer")?.matches(":state(result)"));
}

/** The words under each kind of mark, tinted or not. @param {Page} page @returns {Promise<Record<string, string[]>>} */
export const marked = (page) =>
  page.evaluate(() => {
    /** @type {Record<string, string[]>} */
    const words = {};
    for (const [name, highlight] of /** @type {any} */ (CSS.highlights)) {
      words[name.replace(/-tint$/, "")] = [...highlight].map((part) => {
        const range = document.createRange();
        range.setStart(part.startContainer, part.startOffset);
        range.setEnd(part.endContainer, part.endOffset);
        return range.toString();
      });
    }
    return words;
  });

/** The content of the post as the page has it now. @param {Page} page @returns {Promise<string>} */
export const markup = (page) =>
  page.evaluate(() => /** @type {Element} */ (document.querySelector(/** @type {string} */ (document.querySelector("article-analyzer")?.getAttribute("for")))).innerHTML);

/** @param {Page} page @param {string} url */
export function assertNothingLeft(page, url) {
  assert.deepEqual(page.requests.filter((request) => !request.startsWith(`${url}/`) && !/^(data|about|blob):/.test(request)), []);
}
