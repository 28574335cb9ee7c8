// Hostile articles, attributes and results are only ever text: nothing runs, nothing is asked of another origin, and the
// element can be used afterwards. There is no policy on these pages that could stop what would run.

import assert from "node:assert/strict";

import { activate, assertQuiet, assertUntouched, isReady, marked, ruled, STORY, visit } from "./host-page.js";

/** @typedef {import("./run.js").Context} Context */
/** @typedef {import("./host-page.js").Visit} Visit */

const HOSTILE = "@tests/host-hostile.html";
const LIMIT = 120_000;

const ATTRIBUTES = [
  "for", "exclude", "types", "mode", "activate", "marks", "published", "locale", "lang", "dir", "base", "results", "names", "least-confidence",
];

const VALUES = [
  '"><script>window.hurt=1</script>', '<img src="/hurt.png" onerror="window.hurt=1">', "javascript:window.hurt=1", "data:text/javascript,window.hurt=1",
  "//evil.example/", "https://evil.example/results.json", "\\\\evil.example\\", "../".repeat(40), "constructor", "__proto__", "toString", "*", ":has(", "#", "",
  "{{7*7}}", "\u202e\u0000\ud800", "x".repeat(100_000), "-1", "NaN", "1e999",
];

const CODES = ["no-article", "selector", "names", "results", "load", "rejected", "failed"];

/** Without any policy. @param {Context} context @param {string} path */
async function unruled(context, path) {
  const url = new URL(await context.altered((_, answer) => ruled(answer, null)));
  const page = await visit(context, "about:blank");
  page.driver.on("dialog", (/** @type {any} */ dialog) => (page.errors.push(`a dialog: ${dialog.message()}`), dialog.dismiss()));
  await page.goto(new URL(path, url).href);
  return { page, origin: url.origin };
}

/** @param {Visit} page @param {string} origin */
async function assertUnhurt(page, origin) {
  const { hurt, elements } = await page.evaluate(() => ({
    hurt: /** @type {any} */ (window).hurt ?? null,
    elements: [...document.querySelectorAll("article-analyzer")].flatMap((element) =>
      [...(element.shadowRoot?.querySelectorAll("*") ?? [])]
        .filter((one) => /^(img|script|iframe|object|embed|svg|a|form|link|base|meta|style)$/.test(one.localName) || [...one.attributes].some(({ name }) => /^on|^style$|^href$|^src/.test(name)))
        .map((one) => one.outerHTML.slice(0, 200)),
    ),
  }));
  assert.equal(hurt, null, "something ran");
  assert.deepEqual(elements, [], "markup came out of text");
  assert.deepEqual(page.asked.filter(({ url }) => url.endsWith("/hurt.png")), []);
  assertQuiet(page, [origin]);
}

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "a hostile article is text in panel, lists and card: nothing in it runs",
    async run(context) {
      const { page, origin } = await unruled(context, HOSTILE);
      await activate(page);
      const count = await page.evaluate(() => {
        const root = document.querySelector("article-analyzer")?.shadowRoot;
        for (const details of root?.querySelectorAll("details") ?? []) details.open = true;
        const buttons = /** @type {HTMLElement[]} */ ([...(root?.querySelectorAll("[data-mark]") ?? [])]);
        for (const button of buttons) button.click();
        return buttons.length;
      });
      assert.ok(count > 5);
      await assertUnhurt(page, origin);
      assert.deepEqual(page.errors, []);
      await assertUntouched(page);
    },
  },
  {
    name: "words between signs that turn the writing are marked where they stand",
    async run(context) {
      const { page } = await unruled(context, HOSTILE);
      await activate(page);
      const words = Object.values(await marked(page)).flat();
      const text = await page.evaluate(() => /** @type {any} */ (document.querySelector("article-analyzer")).text);
      assert.ok(words.some((one) => one.includes("Petr Bureš")), String(words));
      assert.ok(words.every((one) => text.includes(one)), String(words));
      await assertUntouched(page);
    },
  },
  {
    name: "every attribute with every hostile value: nothing runs, no other origin is asked, and it works again after it",
    limit: LIMIT,
    async run(context) {
      const { page, origin } = await unruled(context, STORY);
      await isReady(page);
      for (const attribute of ATTRIBUTES) {
        const outcomes = await page.evaluate(
          async ({ attribute, values }) => {
            const outcomes = [];
            for (const value of values) {
              const element = /** @type {any} */ (document.createElement("article-analyzer"));
              if (attribute !== "for") element.setAttribute("for", "#story");
              element.setAttribute(attribute, value);
              document.body.append(element);
              outcomes.push(await element.analyze().then(() => "result", (/** @type {any} */ error) => error.code ?? String(error)));
              element.removeAttribute(attribute);
              element.setAttribute("for", "#story");
              const after = await element.analyze().then(() => element.matches(":state(result)"), String);
              if (after !== true) outcomes.push(`not itself after ${value.slice(0, 40)}: ${after}`);
              element.remove();
            }
            return outcomes;
          },
          { attribute, values: VALUES },
        );
        const strange = outcomes.filter((/** @type {string} */ outcome) => outcome !== "result" && !CODES.includes(outcome));
        assert.deepEqual(strange, [], attribute);
        await assertUnhurt(page, origin);
      }
      await assertUntouched(page);
    },
  },
  {
    name: "hostile results made beforehand show text or are refused, and right ones work after them",
    async run(context) {
      const { page, origin } = await unruled(context, STORY);
      await activate(page);
      const outcomes = await page.evaluate(async () => {
        const element = /** @type {any} */ (document.querySelector("article-analyzer"));
        const right = JSON.parse(await element.export("results"));
        const evil = '<img src="/hurt.png" onerror="window.hurt=1">';
        const copy = () => structuredClone(right);
        /** @type {Record<string, (given: any) => any>} */
        const changes = {
          names: (given) => given.analysis.entities.forEach((/** @type {any} */ one) => Object.assign(one, { name: evil, aliases: [evil] })),
          kinds: (given) => given.analysis.names.forEach((/** @type {any} */ one) => (one.kind = evil)),
          prototype: (given) => given.analysis.names.forEach((/** @type {any} */ one) => (one.kind = "__proto__")),
          constructor: (given) => given.analysis.entities.forEach((/** @type {any} */ one) => (one.kind = "constructor")),
          offsets: (given) => given.analysis.names.forEach((/** @type {any} */ one) => Object.assign(one, { start: -5, end: 1e9 })),
          backwards: (given) => given.analysis.figures.forEach((/** @type {any} */ one) => Object.assign(one, { start: one.end, end: one.start })),
          "no numbers": (given) => given.analysis.dates.forEach((/** @type {any} */ one) => Object.assign(one, { start: evil, end: null })),
          indices: (given) => given.analysis.names.forEach((/** @type {any} */ one) => (one.entity = 1e6)),
          mentions: (given) => given.analysis.entities.forEach((/** @type {any} */ one) => (one.mentions = [99, -1, "x"])),
          why: (given) => (given.analysis.conflicts = [{ figures: [0, 1], counts: evil, why: evil, rule: "differ" }]),
          units: (given) => given.analysis.figures.forEach((/** @type {any} */ one) => Object.assign(one, { unit: evil, per: evil, value: evil, kind: evil, bound: evil })),
          text: (given) => (given.text = evil.repeat(1000)),
          "no text": (given) => (given.text = 42),
          "no analysis": (given) => (given.analysis = null),
          vectors: (given) => (given.analysis.names = { length: 1e9 }),
          nothing: () => "nothing",
        };
        const outcomes = [];
        for (const [name, change] of Object.entries(changes)) {
          const given = copy();
          element.results = change(given) === "nothing" ? null : given;
          outcomes.push([name, await element.analyze().then(() => "result", (/** @type {any} */ error) => error.code ?? String(error))]);
          for (const button of element.shadowRoot.querySelectorAll("[data-mark]")) button.click();
          element.results = right;
          outcomes.push([`after ${name}`, await element.analyze().then(() => "result", String)]);
        }
        return outcomes;
      });
      const strange = outcomes.filter(([name, outcome]) => outcome !== "result" && (name.startsWith("after") || !CODES.includes(outcome)));
      assert.deepEqual(strange, []);
      await assertUnhurt(page, origin);
      assert.deepEqual(page.errors, []);
      await assertUntouched(page);
    },
  },
];
