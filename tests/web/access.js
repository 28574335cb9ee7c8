// Accessibility, checked by axe in the states a reader meets, and by the sizes of what is pressed.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { actions, ARTICLE, state } from "./actions.js";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** WCAG 2.2, 2.5.8 */
const LEAST_TARGET = 24;

/** @param {import("./run.js").Page} page @param {string} where */
async function audit(page, where) {
  await page.driver.evaluate(AXE); // the driver's own road: the page's policy lets no other script in
  const violations = await page.evaluate(async (rules) => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, { runOnly: rules });
    return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => `${node.html} ${node.failureSummary}`).join(" | ")}`);
  }, RULES);
  assert.deepEqual(violations, [], where);
}

/** @param {import("./run.js").Page} page @param {string} where */
async function measureTargets(page, where) {
  const small = await page.evaluate((least) => {
    const targets = [...document.querySelectorAll("button, input, a[href], [role=tab], summary")];
    return targets
      .filter((target) => target.checkVisibility() && !target.closest(".skip"))
      .map((target) => ({ name: target.id || target.className || target.textContent, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.width < least || box.height < least)
      .map(({ name, box }) => `${name} ${box.width}x${box.height}`);
  }, LEAST_TARGET);
  assert.deepEqual(small, [], where);
}

/** @type {{ where: string, look: import("./browsers.js").Look }[]} */
const LOOKS = [
  { where: "light", look: { scheme: "light" } },
  { where: "dark", look: { scheme: "dark" } },
  { where: "forced colours", look: { forcedColors: true } },
  { where: "a narrow phone", look: { width: 320, height: 640 } },
];

/** @type {import("./run.js").Test[]} */
export default [
  ...LOOKS.map(({ where, look }) => ({
    name: `axe finds nothing, and every target is large enough: ${where}`,
    only: "chromium",
    /** @param {import("./run.js").Context} context */
    async run({ open }) {
      const page = await open("", { ...look, reducedMotion: true });
      await audit(page, "empty");
      await measureTargets(page, "empty");
      await page.click("[data-sample=ceasefire]");
      await state(page, "result");
      await audit(page, "result");
      await measureTargets(page, "result");
      if (look.width) await page.click("#dock [data-sheet=more]");
      for (const tab of ["quote", "date", "checks", "place", "person"]) {
        await page.click(`#tab-${tab}`);
        if (tab === "place") await page.until(() => document.querySelector(".map-list") !== null);
        await audit(page, tab);
        await measureTargets(page, tab);
      }
      await page.click("#panel-person tbody tr:first-child .jump");
      await audit(page, "a card");
      await measureTargets(page, "a card");
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#card [data-does=correct]")).click());
      await audit(page, "what is not right");
      await measureTargets(page, "what is not right");
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#correct [data-does=ignore]")).click());
      await page.until(() => !(/** @type {HTMLElement} */ (document.querySelector("#toast")).hidden));
      await audit(page, "a name taken away");
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#own-names")).click());
      await audit(page, "the reader's own names");
      await measureTargets(page, "the reader's own names");
    },
  })),
  {
    name: "axe finds nothing in an error and where nothing was found",
    only: "chromium",
    async run({ open, altered }) {
      const url = await altered((path) => {
        if (path.endsWith(".wasm")) return { status: 503, headers: {}, body: "" };
      });
      const broken = await open(url);
      await actions(broken).analyse(ARTICLE);
      await state(broken, "error");
      await audit(broken, "error");
      const page = await open();
      await actions(page).analyse("nothing much happened and nobody was there to see it");
      await state(page, "nothing");
      await audit(page, "nothing found");
    },
  },
  {
    name: "axe finds nothing in the element's panel",
    only: "chromium",
    async run({ open }) {
      const page = await open("@tests/host.html");
      await page.until(() => Boolean(document.querySelector("article-analyzer")?.shadowRoot?.querySelector("button")));
      await page.evaluate(() => document.querySelector("article-analyzer")?.shadowRoot?.querySelector("button")?.click());
      await page.until(() => document.querySelector("article-analyzer")?.matches(":state(result)"));
      await page.driver.evaluate(AXE);
      const violations = await page.evaluate(async (rules) => {
        const { violations } = await /** @type {any} */ (window).axe.run("article-analyzer", { runOnly: rules });
        return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.html).join(" | ")}`);
      }, RULES);
      assert.deepEqual(violations, []);
    },
  },
];
