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
 * @param {{ type?: "posts" | "pages", title?: string }} [more]
 * @returns {Promise<number>} The post's id.
 */
export async function publish(people, role, content, { type = "posts", title = `Ferry aground off Setúbal ${++count}` } = {}) {
  const own = role !== "contributor";
  const { id } = await people[role].rest("POST", type, { title, content, status: own ? "publish" : "pending", date: "2026-11-20T18:30:00" });
  if (!own) await people.administrator.rest("POST", `${type}/${id}`, { status: "publish" });
  return id;
}

/** A real click on something in the element's panel. @param {Page} page @param {string} selector */
export async function clickInPanel(page, selector) {
  await page.until((wanted) => Boolean(document.querySelector("article-analyzer")?.shadowRoot?.querySelector(wanted)), selector);
  const { x, y } = await page.evaluate((wanted) => {
    const button = /** @type {Element} */ (document.querySelector("article-analyzer")?.shadowRoot?.querySelector(wanted));
    button.scrollIntoView({ block: "center", behavior: "instant" });
    const box = button.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, selector);
  await page.driver.mouse.click(x, y);
}

/** Asks for the analysis as a reader does, and waits until it is there. @param {Page} page */
export async function activate(page) {
  await page.until(() => document.querySelector("article-analyzer")?.matches(":defined"));
  await clickInPanel(page, "button");
  await page.until(() => document.querySelector("article-analyzer")?.matches(":state(result)"));
}

/** The words under each kind of mark. @param {Page} page @returns {Promise<Record<string, string[]>>} */
export const marked = (page) =>
  page.evaluate(() => {
    /** @type {Record<string, string[]>} */
    const words = {};
    for (const [name, highlight] of /** @type {any} */ (CSS.highlights)) {
      words[name] = [...highlight].map((part) => {
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
