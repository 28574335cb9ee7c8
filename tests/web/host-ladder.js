// The ladder: what a reader still gets where the browser or the site lacks something, and two versions on one page.

import assert from "node:assert/strict";

import { activate, assertQuiet, assertUntouched, isReady, marked, seen, STORY, visit } from "./host-page.js";

/** @typedef {import("./run.js").Context} Context */

/**
 * The story on a site where some answers are others.
 * @param {Context} context
 * @param {Parameters<Context["altered"]>[0]} alter
 */
const story = async ({ altered }, alter) => new URL(STORY, await altered(alter)).href;

/** The story in a browser without these. @param {Context} context @param {string} names */
const lacking = (context, names) =>
  story(context, (path, answer) => {
    if (path !== `/${STORY}`) return answer;
    const script = `<script src="/@tests/host-lacking.js?${names}"></script>\n<script src="/@tests/host-watch.js">`;
    return { ...answer, body: String(answer.body).replace('<script src="/@tests/host-watch.js">', script) };
  });


/** What was made before, of the part below the story. */
const GIVEN = {
  text: "More news\nNothing else happened.",
  analysis: {
    schema: 1, offsets: "utf16", language: "en", published: null,
    names: [{ start: 0, end: 4, kind: "other", confidence: 1, entity: 0 }],
    entities: [{ kind: "other", name: "More", aliases: [], roles: [], mentions: [0], references: [] }],
    figures: [], dates: [], attributions: [], conflicts: [],
  },
};

const areWordsSeen = () => document.querySelector("#words")?.checkVisibility();

const refusal = () => /** @type {any} */ (document.querySelector("article-analyzer")).analyze().then(() => "none", (/** @type {any} */ { code }) => code);

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "without JavaScript the words inside the element are what a reader sees",
    only: "chromium",
    async run({ open }) {
      const page = await open(STORY, { script: false });
      assert.ok(await page.driver.locator("#words").isVisible());
      assert.equal(await page.driver.locator("#words").innerText(), "People, places and figures.");
      assert.deepEqual(page.requests.filter((url) => /element|engine|pkg/.test(url)), []);
    },
  },
  ...[["panel.js", "not there", 404], ["define.js", "no script", 200]].map(([file, what, status]) => ({
    name: `where a module is ${what} (${file}) the words stay, and the article is untouched`,
    /** @param {Context} context */
    async run(context) {
      const url = await story(context, (path, answer) => (path === `/element/${file}` ? { ...answer, status: Number(status), body: "export {" } : answer));
      const page = await visit(context, "about:blank");
      // Firefox goes on loading for ever when a module's module is not there; its readers do not wait for that.
      void page.goto(url).catch(() => {});
      await new Promise((done) => setTimeout(done, 1_500));
      await page.until(() => Boolean(document.querySelector("#below")));
      assert.equal(await page.evaluate(() => Boolean(customElements.get("article-analyzer"))), false);
      assert.ok(await page.evaluate(areWordsSeen));
      await assertUntouched(page);
    },
  })),
  ...["Worker", "WebAssembly", "Worker,WebAssembly"].map((names) => ({
    name: `without ${names.replace(",", " and ")} the words stay, an event says unsupported, and nothing is fetched`,
    /** @param {Context} context */
    async run(context) {
      const page = await visit(context, await lacking(context, names));
      await page.until(() => document.querySelector("article-analyzer")?.matches(":state(error)"));
      assert.ok(await page.evaluate(areWordsSeen));
      const { told } = await seen(page);
      assert.equal(told.find((/** @type {any} */ { name }) => name === "error")?.code, "unsupported", JSON.stringify(told));
      assert.deepEqual(page.asked.filter(({ url }) => /worker|pkg/.test(url)), []);
      if (names.includes("Worker")) assert.equal(await page.evaluate(refusal), "unsupported"); // asked for by a script all the same
      await assertUntouched(page);
    },
  })),
  {
    name: "without WebAssembly in the worker an event says unsupported",
    async run(context) {
      const url = await story(context, (path, answer) => (path === "/engine/worker.js" ? { ...answer, body: `${answer.body}\ndelete globalThis.WebAssembly;` } : answer));
      const page = await visit(context, url);
      await isReady(page);
      assert.equal(await page.evaluate(refusal), "unsupported");
      assert.ok(await page.evaluate(areWordsSeen));
      await assertUntouched(page);
    },
  },
  {
    name: "without Worker and WebAssembly results made beforehand are listed and marked all the same",
    async run(context) {
      const page = await visit(context, await lacking(context, "Worker,WebAssembly"));
      await page.until(() => Boolean(customElements.get("article-analyzer")));
      await page.evaluate(async (results) => {
        const element = /** @type {any} */ (document.createElement("article-analyzer"));
        element.setAttribute("for", "#below");
        element.id = "given";
        element.results = results;
        document.body.append(element);
        await element.analyze();
      }, GIVEN);
      assert.deepEqual((await marked(page)).other, ["More"]);
      assert.match(await page.evaluate(() => document.querySelector("#given")?.shadowRoot?.textContent ?? ""), /More/);
      await assertUntouched(page);
    },
  },
  {
    name: "without CSS highlights the panel lists everything, and draws nothing",
    async run(context) {
      const page = await visit(context, await lacking(context, "Highlight,CSS.highlights"));
      await activate(page);
      const buttons = await page.evaluate(() => [...(document.querySelector("article-analyzer")?.shadowRoot?.querySelectorAll("[data-mark]") ?? [])].map((button) => button.textContent));
      assert.ok(buttons.includes("Annelies Verstraete"), String(buttons));
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("article-analyzer")?.shadowRoot?.querySelector("[data-mark]")).click());
      assert.deepEqual(page.errors, []);
      await assertUntouched(page);
    },
  },
  {
    name: "of two versions on one page the first is used, the second says so, and all works",
    async run(context) {
      const url = await story(context, async (path, answer) => {
        if (path === `/${STORY}`) return { ...answer, body: String(answer.body).replace("</head>", '<script type="module" src="/second/element/define.js"></script>\n</head>') };
        if (!path.startsWith("/second/")) return answer;
        const response = await fetch(new URL(path.slice("/second/".length), context.url));
        const body = (await response.text()).replace(/static version = "[^"]*"/, 'static version = "99.0.0"');
        return { status: response.status, headers: { "content-type": response.headers.get("content-type") ?? "" }, body };
      });
      const page = await visit(context, "about:blank");
      /** @type {string[]} */
      const warnings = [];
      page.driver.on("console", (/** @type {any} */ message) => {
        if (/^warn/.test(message.type())) warnings.push(message.text());
      });
      await page.goto(url);
      await activate(page);
      assert.equal(await page.evaluate(() => /** @type {any} */ (customElements.get("article-analyzer")).version === "99.0.0"), false, "the second was registered");
      assert.ok(warnings.some((words) => words.includes("article-analyzer")), `no warning: ${warnings}`);
      assert.deepEqual(page.asked.filter(({ url }) => /second\/(engine\/worker|pkg)/.test(url)), []);
      assert.equal(page.asked.filter(({ url }) => url.endsWith("/worker.js")).length, 1);
      assert.ok((await marked(page)).person?.length);
      assertQuiet(page, [new URL(url).origin]);
      await assertUntouched(page);
    },
  },
];
