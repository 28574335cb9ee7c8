// What the tests of the element in other people's pages share: a visit that notes every request, a way to ask for the
// analysis, and the proof that the host's own markup is the same. No tests are in it.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";

/** @typedef {import("./run.js").Context} Context */
/** @typedef {import("./run.js").Page} Page */
/** @typedef {import("./site.js").Answer} Answer */

export const STORY = "@tests/host-story.html";

/** Words of the story that must be in no request. */
const SECRET = /Verstraete|Antwerp|Infrabel|Daems/i;

/** @typedef {Page & { asked: { url: string, method: string, hasBody: boolean }[] }} Visit */

/**
 * Opens a page and notes what it asks for, from the first request.
 * @param {Context} context
 * @param {string} url
 * @param {import("./browsers.js").Look} [look]
 * @returns {Promise<Visit>}
 */
export async function visit({ open }, url, look) {
  const page = await open("about:blank", look);
  /** @type {{ url: string, method: string, hasBody: boolean }[]} */
  const asked = [];
  page.driver.on("request", (/** @type {any} */ request) => asked.push({ url: request.url(), method: request.method(), hasBody: hasBody(request) }));
  await page.goto(url);
  return Object.assign(page, { asked });
}

/** The drivers ask for it in two ways. @param {any} request */
const hasBody = (request) => (request.hasPostData ? request.hasPostData() : request.postData() !== null);

/**
 * Nothing went anywhere else, and nothing carried the text.
 * @param {{ asked: { url: string, method: string, hasBody: boolean }[] }} page
 * @param {string[]} origins
 */
export function assertQuiet({ asked }, origins) {
  for (const { url, method, hasBody } of asked) {
    if (/^(data|blob|about):/.test(url)) continue;
    assert.ok(origins.includes(new URL(url).origin), `asked ${url}`);
    assert.equal(method, "GET", url);
    assert.ok(!hasBody, url);
    assert.ok(!SECRET.test(decodeURIComponent(url)), url);
  }
}

/** @param {string} text */
const hash = (text) => createHash("sha256").update(text).digest("hex");

/**
 * The host's own markup is what it was before the first module ran: at every event until now, and now.
 * @param {Page} page
 */
export async function assertUntouched(page) {
  const { markup, changes } = await page.evaluate(() => {
    const { seen } = /** @type {any} */ (window);
    seen.note();
    return { markup: seen.markup, changes: seen.changes };
  });
  assert.ok(markup.length >= 2 && markup[0].length > 200, "nothing was noted of the host's markup");
  assert.deepEqual([...new Set(markup.map(hash))], [hash(markup[0])], "the host's markup has changed");
  assert.equal(changes, 0, "the host's tree has changed");
}

/** The element is registered and stands in the page. @param {Page} page */
export const isReady = (page) => page.until(() => Boolean(document.querySelector("article-analyzer")?.shadowRoot?.querySelector("button")));

/** Presses the first element's button, as a reader does. @param {Page} page */
export async function press(page) {
  await isReady(page);
  await page.evaluate(() => document.querySelector("article-analyzer")?.shadowRoot?.querySelector("button")?.click());
}

/** Presses, and waits for the result. @param {Page} page */
export async function activate(page) {
  await press(page);
  await page.until(() => document.querySelector("article-analyzer")?.matches(":state(result)"));
}

/** What the page has noted. @param {Page} page @returns {Promise<any>} */
export const seen = (page) => page.evaluate(() => ({ .../** @type {any} */ (window).seen, markup: undefined, note: undefined }));

/** The words under every highlight of ours, by kind: thin and tinted lines too. @param {Page} page @returns {Promise<Record<string, string[]>>} */
export const marked = (page) =>
  page.evaluate(() => {
    /** @type {Record<string, string[]>} */
    const words = {};
    for (const [name, highlight] of /** @type {any} */ (CSS.highlights)) {
      const kind = /^article-analyzer-([a-z]+)/.exec(name)?.[1] ?? name;
      for (const part of highlight) {
        const range = document.createRange();
        range.setStart(part.startContainer, part.startOffset);
        range.setEnd(part.endContainer, part.endOffset);
        (words[kind] ??= []).push(range.toString().replace(/\s+/g, " "));
      }
    }
    return words;
  });

/**
 * The answer with this policy; without any for `null`.
 * @param {Answer} answer
 * @param {string | null} policy
 * @returns {Answer}
 */
export function ruled(answer, policy) {
  const { "content-security-policy": _, ...headers } = answer.headers;
  return { ...answer, headers: policy === null ? headers : { ...headers, "content-security-policy": policy } };
}
