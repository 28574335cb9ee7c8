// Many elements on one page, that come and go: one worker, no mark left behind. And articles in shadow trees.

import assert from "node:assert/strict";

import { assertUntouched, isReady, marked, ruled, STORY, visit } from "./host-page.js";

/** @typedef {import("./run.js").Context} Context */
/** @typedef {import("./host-page.js").Visit} Visit */

const LIMIT = 120_000;

/** So many times one of five elements comes or goes. */
const CYCLES = 50;

/** The story with other articles around it, and workers counted. @param {Context} context @param {(path: string, body: string) => string} [change] */
async function counted(context, change = (_, body) => body) {
  const url = await context.altered((path, answer) => {
    if (!/\.(html|js)$/.test(path)) return answer;
    let body = change(path, String(answer.body));
    if (path === `/${STORY}`) body = body.replace("<script", '<script src="/@tests/host-workers.js"></script>\n<script');
    return { ...ruled(answer, null), body };
  });
  const page = await visit(context, new URL(STORY, url).href);
  await isReady(page);
  return page;
}

/** @param {Visit} page @returns {Promise<{ live: number, most: number, made: number }>} */
const workers = (page) => page.evaluate(() => ({ .../** @type {any} */ (window).workers }));

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "five elements come and go at random, fifty times: one worker, no stale mark, none at the end",
    limit: LIMIT,
    async run(context) {
      const page = await counted(context);
      const { stale, ended } = await page.evaluate(async (cycles) => {
        /** Always the same disorder. */
        let state = 20261014;
        const random = (/** @type {number} */ below) => {
          state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
          return Math.floor((state / 2 ** 32) * below);
        };
        const texts = [
          "In Porto, Mayor Inês Duarte opened 14 schools on 3 March 2025.", "Erik Holm of the Danish Red Cross counted 250 tents near Goma.",
          "Brazil sold 3.2 million tonnes of maize to China in May, Paula Reis said.", "Nobody in Riga expected 40 centimetres of snow, Juris Ozols said.",
        ];
        const articles = texts.map((text, place) => {
          const article = document.createElement("article");
          article.id = `story-${place}`;
          article.append(document.createElement("p"));
          /** @type {HTMLElement} */ (article.firstChild).textContent = text;
          document.body.append(article);
          return article;
        });
        const elements = ["panel", "inline", "summary", "headless", "panel"].map((mode, place) => {
          const element = document.createElement("article-analyzer");
          element.setAttribute("mode", mode);
          element.setAttribute("for", `#story-${place % articles.length}`); // the last shares its article with the first
          element.setAttribute("activate", "load");
          if (place === 2) element.setAttribute("marks", "tint");
          return element;
        });
        document.querySelector("article-analyzer")?.remove();
        const highlights = () => [.../** @type {any} */ (CSS.highlights)].filter(([name]) => name.startsWith("article-analyzer"));
        /** Marks in an article that no connected element is for, or on words that are gone. */
        const stales = () =>
          highlights().flatMap(([name, highlight]) =>
            [...highlight].filter((range) => {
              const article = range.startContainer.parentElement?.closest("article");
              return !range.startContainer.isConnected || range.startOffset >= range.endOffset || !elements.some((element) => element.isConnected && element.getAttribute("for") === `#${article?.id}`);
            }).map(() => name),
          );
        /** @type {string[]} */
        const stale = [];
        for (let cycle = 0; cycle < cycles; cycle += 1) {
          const element = /** @type {HTMLElement} */ (elements[random(elements.length)]);
          if (element.isConnected) element.remove();
          else document.body.append(element);
          if (random(3) === 0) /** @type {any} */ (element).analyze?.().catch(() => {}); // and asked for while it is elsewhere
          if (random(4) === 0) document.body.append(element); // moved
          await new Promise((done) => setTimeout(done, random(60)));
          stale.push(...stales().map((name) => `${cycle}: ${name}`));
        }
        for (const element of elements) element.remove();
        await new Promise((done) => setTimeout(done, 1_500)); // what was under way comes too late
        return { stale, ended: highlights().map(([name]) => name) };
      }, CYCLES);
      assert.deepEqual(stale, []);
      assert.deepEqual(ended, []);
      const { live, most, made } = await workers(page);
      console.log(`      | ${context.browser} | ${CYCLES} times come or gone | ${made} workers made, at most ${most} at once, ${live} left |`);
      assert.ok(made >= 1 && most <= 1 && live <= 1, JSON.stringify({ live, most, made }));
      await assertUntouched(page);
    },
  },
  {
    name: "an element that was away and comes back shows and marks what it had found",
    async run(context) {
      const page = await counted(context);
      const sizes = await page.evaluate(async () => {
        const element = /** @type {any} */ (document.querySelector("article-analyzer"));
        const size = () => [.../** @type {any} */ (CSS.highlights)].reduce((sum, [, { size }]) => sum + size, 0);
        await element.analyze();
        const first = size();
        element.remove();
        const away = size();
        document.body.append(element);
        await new Promise((done) => setTimeout(done));
        return { first, away, back: size(), state: element.matches(":state(result)") };
      });
      assert.ok(sizes.first > 5);
      assert.deepEqual(sizes, { first: sizes.first, away: 0, back: sizes.first, state: true });
      await assertUntouched(page);
    },
  },
  {
    name: "the worker goes when nobody has asked for a while, and comes back when somebody does",
    async run(context) {
      let isShortened = false;
      const page = await counted(context, (path, body) => {
        const shorter = path.startsWith("/engine/") ? body.replace(/const IDLE = [\d_]+;/, "const IDLE = 300;") : body;
        isShortened ||= shorter !== body;
        return shorter;
      });
      const ask = () => page.evaluate(() => /** @type {any} */ (document.querySelector("article-analyzer")).analyze().then(() => ({ .../** @type {any} */ (window).workers })));
      assert.deepEqual(await ask(), { live: 1, most: 1, made: 1 });
      assert.ok(isShortened, "the time of idleness is written in another way");
      await page.until(() => /** @type {any} */ (window).workers.live === 0);
      assert.deepEqual(await ask(), { live: 1, most: 1, made: 2 });
    },
  },
  {
    name: "an article in a shadow tree is read and marked there, with rules of its own",
    async run(context) {
      const page = await counted(context);
      const { ranges, adopted, outside } = await page.evaluate(async () => {
        const host = document.createElement("div");
        const root = host.attachShadow({ mode: "open" });
        const article = document.createElement("article");
        article.id = "inner";
        article.textContent = "Reindeer herder Aino Kallas moved 1,800 animals to Norway in November.";
        const element = /** @type {any} */ (document.createElement("article-analyzer"));
        element.setAttribute("for", "#inner");
        root.append(article, element);
        document.body.append(host);
        await element.analyze();
        const rules = root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText));
        return {
          ranges: [.../** @type {any} */ (CSS.highlights)].flatMap(([, highlight]) => [...highlight].filter(({ startContainer }) => startContainer.getRootNode() === root)).length,
          adopted: rules.some((rule) => rule.includes("::highlight(article-analyzer-person)")),
          outside: [.../** @type {any} */ (CSS.highlights)].flatMap(([, highlight]) => [...highlight].filter(({ startContainer }) => startContainer.getRootNode() === document)).length,
        };
      });
      assert.ok(ranges >= 3, String(ranges));
      assert.equal(outside, 0);
      assert.ok(adopted, "the shadow tree has no rules for highlights");
      await assertUntouched(page);
    },
  },
  {
    name: "marks are seen: in the document and in a shadow tree, and gone without a trace",
    async run(context) {
      const page = await counted(context);
      await page.evaluate(() => {
        document.querySelector("article-analyzer")?.remove();
        const host = Object.assign(document.createElement("div"), { id: "shadow" });
        const article = document.createElement("article");
        article.textContent = "Reindeer herder Aino Kallas moved 1,800 animals to Norway in November.";
        host.attachShadow({ mode: "open" }).append(article);
        document.body.prepend(host);
      });
      const picture = async () => Buffer.from(await page.driver.screenshot({ clip: { x: 0, y: 0, width: 900, height: 500 } })).toString("base64");
      const before = await picture();
      for (const place of ["document", "shadow"]) {
        await page.evaluate(async (where) => {
          const element = /** @type {any} */ (document.createElement("article-analyzer"));
          element.setAttribute("mode", "headless");
          const root = where === "shadow" ? document.querySelector("#shadow")?.shadowRoot : document.body;
          if (where === "document") element.setAttribute("for", "#story");
          if (where === "shadow") root?.querySelector("article")?.append(element);
          else root?.append(element);
          await element.analyze();
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        }, place);
        assert.notEqual(await picture(), before, `nothing is drawn in the ${place}`);
        await page.evaluate(async () => {
          document.querySelector("body > article-analyzer")?.remove();
          document.querySelector("#shadow")?.shadowRoot?.querySelector("article-analyzer")?.remove();
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        });
        assert.equal(await picture(), before, `something is left in the ${place}`);
      }
      assert.deepEqual(await marked(page), {});
      await assertUntouched(page);
    },
  },
];
