// What the element costs the page that it stands in: nothing before it is asked for, no jump, and marks soon after.

import assert from "node:assert/strict";

import { hold, slowness } from "./holding.js";
import { activate, assertUntouched, isReady, ruled, seen, STORY, visit } from "./host-page.js";
import { news } from "./news.js";

/** @typedef {import("./run.js").Context} Context */
/** @typedef {import("./host-page.js").Visit} Visit */

const PATIENT = 180_000;

const isOfTheCore = (/** @type {{ url: string }} */ { url }) => /\/pkg\/|worker\.js|\.wasm/.test(url);

/** The story with its page changed on the way. @param {Context} context @param {(body: string) => string} change @param {(path: string) => Promise<void> | void} [wait] */
async function changed(context, change, wait = () => {}) {
  const url = await context.altered(async (path, answer) => {
    await wait(path);
    const bare = ruled(answer, null);
    return path === `/${STORY}` ? { ...bare, body: change(String(bare.body)) } : bare;
  });
  return new URL(STORY, url).href;
}

/** The element with other attributes. @param {string} attributes */
const withAttributes = (attributes) => (/** @type {string} */ body) => body.replace('<article-analyzer for="#story"', `<article-analyzer ${attributes} for="#story"`);

const paragraphs = (/** @type {string} */ text) => text.split("\n").map((line) => `<p>${line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`).join("\n");

/** @type {import("./run.js").Test[]} */
export default [
  ...["panel", "inline", "summary", "headless"].map((mode) => ({
    name: `not a byte of worker or core is fetched before somebody asks: ${mode}`,
    /** @param {Context} context */
    async run(context) {
      const page = await visit(context, await changed(context, withAttributes(`mode="${mode}"`)));
      await page.until(() => Boolean(customElements.get("article-analyzer")));
      await new Promise((done) => setTimeout(done, 500));
      assert.deepEqual(page.asked.filter(isOfTheCore), []);
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-analyzer")).analyze().then(() => null));
      assert.equal(page.asked.filter(({ url }) => url.endsWith(".wasm")).length, 1);
      await assertUntouched(page);
    },
  })),
  {
    name: "activate=load begins by itself; an unknown value waits for the button",
    async run(context) {
      const page = await visit(context, await changed(context, withAttributes('activate="load"')));
      await page.until(() => document.querySelector("article-analyzer")?.matches(":state(result)"));
      const other = await visit(context, await changed(context, withAttributes('activate="at once"')));
      await isReady(other);
      await new Promise((done) => setTimeout(done, 500));
      assert.deepEqual(other.asked.filter(isOfTheCore), []);
      await assertUntouched(page);
    },
  },
  ...["panel", "headless"].map((mode) => ({
    name: `activate=visible begins when it comes into view, not before: ${mode}`,
    /** @param {Context} context */
    async run(context) {
      const far = (/** @type {string} */ body) => withAttributes(`activate="visible" mode="${mode}"`)(body).replace('<article id="story"', '<div id="far"></div>\n<article id="story"');
      const page = await visit(context, await changed(context, (body) => far(body).replace("</head>", "<style>#far { block-size: 5000px }</style></head>")));
      await page.until(() => Boolean(customElements.get("article-analyzer")));
      await new Promise((done) => setTimeout(done, 500));
      assert.deepEqual(page.asked.filter(isOfTheCore), []);
      await page.evaluate(() => document.querySelector("#below")?.scrollIntoView());
      await page.until(() => document.querySelector("article-analyzer")?.matches(":state(result)"));
      await assertUntouched(page);
    },
  })),
  {
    name: "the host does not jump: script late, press on the button, marks",
    only: "chromium",
    async run(context) {
      const late = (/** @type {string} */ path) => (path === "/element/define.js" ? new Promise((/** @type {(value: void) => void} */ done) => setTimeout(done, 800)) : undefined);
      /** Room as the guide says. */
      const reserved = (/** @type {string} */ body) => body.replace("</head>", "<style>article-analyzer { display: block; min-block-size: 9rem }</style></head>");
      const shifts = async (/** @type {(body: string) => string} */ change) => {
        const page = await visit(context, await changed(context, change, late));
        await isReady(page);
        await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
        const arrived = (await seen(page)).shifts;
        await page.driver.locator("article-analyzer button").first().click();
        await page.until(() => document.querySelector("article-analyzer")?.matches(":state(result)"));
        await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
        await assertUntouched(page);
        return { arrived, all: (await seen(page)).shifts };
      };
      const kept = await shifts(reserved);
      const bare = await shifts((body) => body);
      const last = await shifts((body) => body.replace(/<section id="below"[^]*?<\/section>/, ""));
      console.log(`      | chromium | CLS added, script 0.8 s late, until marked | with room kept ${kept.all.toFixed(4)}, last on the page ${last.all.toFixed(4)}, in the middle without room ${bare.all.toFixed(4)} |`);
      assert.deepEqual([kept, last], [{ arrived: 0, all: 0 }, { arrived: 0, all: 0 }]);
    },
  },
  {
    name: "speed: the first mark in a host page of 1,000 words, cold after activation",
    limit: PATIENT,
    async run(context) {
      const text = news(6_100);
      let [first, slow] = [Infinity, 1];
      for (let round = 0; round < 3; round += 1) {
        const url = await changed(context, (body) => body.replace("</h1>", `</h1>\n${paragraphs(text)}`));
        const page = await visit(context, url);
        await isReady(page);
        slow = Math.max(slow, await slowness(page));
        const took = await page.evaluate(
          () =>
            new Promise((done) => {
              const start = performance.now();
              const look = () => {
                const size = [.../** @type {any} */ (CSS.highlights)].reduce((sum, [, highlight]) => sum + highlight.size, 0);
                if (size > 0) requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
                else requestAnimationFrame(look);
              };
              document.querySelector("article-analyzer")?.shadowRoot?.querySelector("button")?.click();
              look();
            }),
        );
        first = Math.min(first, took);
        await assertUntouched(page);
        await page.close();
      }
      hold(context, "1,000 words in a host page, first mark, cold after activation", first, 800, slow);
    },
  },
];
