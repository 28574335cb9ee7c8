// Who writes it, how it is put into the post, and under which policy it is read: every cell, to the end.
//
// The policy is that of the page; a theme of WordPress's own breaks it with inline styles and scripts, so a page
// without the element is the measure of what is allowed to be complained of.

import assert from "node:assert/strict";

import { activate, ARTICLE, assertNothingLeft, marked, markup, publish, WAYS } from "./posts.js";

/** @import { Context, Page, Test } from "./run.js" */

const POLICIES = /** @type {const} */ (["no", "the strict"]);

/** Ids of posts by role and way: written once, read under each policy and in each browser. @type {Map<string, Promise<number>>} */
const written = new Map();

/** @param {Context["people"]} people @param {keyof Context["people"]} role @param {keyof WAYS} way */
function post(people, role, way) {
  const key = `${role} ${way}`;
  const id = written.get(key) ?? publish(people, role, WAYS[way](ARTICLE));
  written.set(key, id);
  return id;
}

/** What a way adds to a post, apart from what WordPress's own blocks add around it. */
const OURS = /<article-analyzer.*?<\/article-analyzer>|\[article_analyzer[^\]]*\]|<!-- wp:article-analyzer.*?-->/g;

/** @type {Map<string, Promise<string[]>>} What a browser says of the same post without us, under the strict policy. */
const usual = new Map();

/** @param {Context} context @param {string} browser @param {keyof WAYS} way */
function complaintsWithoutUs({ people, open }, browser, way) {
  const key = `${browser} ${way}`;
  const known = usual.get(key) ?? (async () => {
    const id = await publish(people, "administrator", WAYS[way](ARTICLE).replaceAll(OURS, ""));
    const page = await open(`/?p=${id}&policy=strict`);
    return page.errors;
  })();
  usual.set(key, known);
  return known;
}

/** What is said, without what is different in every page. @param {string[]} errors */
const words = (errors) => errors.map((error) => error.replace(/'sha256-[^']*'|http\S+|\d+/g, "…")).sort();

/** @param {Page} page @param {string} url */
async function readToTheEnd(page, url) {
  const before = await markup(page);
  assert.ok(!page.requests.some((request) => /\.wasm|worker/.test(request)), "nothing of the core is fetched unasked");
  await activate(page);
  const marks = await marked(page);
  assert.ok(marks["article-analyzer-person"]?.includes("Helena Prates"), Object.keys(marks).join());
  assert.ok((marks["article-analyzer-place"]?.length ?? 0) >= 8, Object.keys(marks).join());
  assert.ok((marks["article-analyzer-figure"]?.length ?? 0) >= 30, Object.keys(marks).join());
  const { text, published } = await page.evaluate(() => {
    const element = /** @type {any} */ (document.querySelector("article-analyzer"));
    return { text: element.text, published: element.result.published };
  });
  assert.match(text, /^LISBON, 20 November .*“That I can answer\.”$/s);
  assert.equal(published, "2026-11-20");
  assert.equal(await markup(page), before);
  assertNothingLeft(page, url);
}

/** @param {keyof Context["people"]} role @param {keyof WAYS} way @param {typeof POLICIES[number]} policy @param {"chromium" | "firefox"} browser @returns {Test} */
const cell = (role, way, policy, browser) => ({
  name: `a post of ${role === "contributor" ? "a" : "an"} ${role} with the ${way} is read under ${policy} policy`,
  browser,
  async run(context) {
    const { people, open, wordpress } = context;
    const id = await post(people, role, way);
    const page = await open(`/?p=${id}${policy === "no" ? "" : "&policy=strict"}`);
    await readToTheEnd(page, wordpress.url);
    const usually = policy === "no" ? [] : await complaintsWithoutUs(context, browser, way);
    assert.deepEqual(words(page.errors), words(usually));
  },
});

const ROLES = /** @type {const} */ (["administrator", "author", "contributor"]);
const NAMES = /** @type {(keyof WAYS)[]} */ (Object.keys(WAYS));

/** @type {Test[]} */
export default [
  ...ROLES.flatMap((role) => NAMES.flatMap((way) => POLICIES.map((policy) => cell(role, way, policy, "chromium")))),
  ...NAMES.map((way) => cell("author", way, "the strict", "firefox")),
];
