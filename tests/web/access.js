// Accessibility, checked by axe in the states a reader meets, and by the sizes of what is pressed.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { actions, ARTICLE, state, wrapped } from "./actions.js";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Axe reads the whole page many times in each of these. */
const LIMIT = 180_000;

/** WCAG 2.2, 2.5.8 */
const LEAST_TARGET = 24;

/** @param {import("./run.js").Page} page @param {string} where */
export async function audit(page, where) {
  await page.driver.evaluate(AXE); // the driver's own road: the page's policy lets no other script in
  const violations = await page.evaluate(async (rules) => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, { runOnly: rules });
    return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => `${node.html} ${node.failureSummary}`).join(" | ")}`);
  }, RULES);
  assert.deepEqual(violations, [], where);
}

/** @param {import("./run.js").Page} page @param {string} where */
export async function measureTargets(page, where) {
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

const FOREIGN =
  "Bei dem Unglück nahe Köln kamen nach Angaben der Polizei 12 Menschen ums Leben, mehr als 30 wurden verletzt. Die Ermittlungen " +
  "dauern noch, sagte ein Sprecher des Ministeriums. Viele Verletzte liegen weiterhin auf den Stationen der umliegenden Kliniken, " +
  "wo sich Ärzte und Pfleger seit Stunden um sie kümmern. Der Bürgermeister sprach den Familien sein Beileid aus.";

/** @type {{ where: string, look: import("./browsers.js").Look }[]} */
export const LOOKS = [
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
    limit: LIMIT,
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
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#export")).click());
      await audit(page, "the exports");
      await measureTargets(page, "the exports");
      await page.press("Escape");
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#own-names")).click());
      await page.until(() => document.querySelector("#names[open]") !== null);
      await audit(page, "the reader's own names");
      await measureTargets(page, "the reader's own names");
    },
  })),
  ...LOOKS.map(({ where, look }) => ({
    name: `axe finds nothing while the page waits, fails, finds nothing or reads another language: ${where}`,
    only: "chromium",
    limit: LIMIT,
    /** @param {import("./run.js").Context} context */
    async run(context) {
      const { altered } = context;
      const open = (/** @type {string} */ url) => context.open(url, { ...look, reducedMotion: true });
      /** @param {import("./run.js").Page} page @param {string} words @param {string} name */
      const check = async (page, words, name) => {
        await actions(page).analyse(words);
        await state(page, name === "core blocked" ? "error" : name);
        await audit(page, name);
        await measureTargets(page, name);
      };
      const late = await altered(async (path) => {
        if (path.endsWith(".wasm")) await new Promise((done) => setTimeout(done, 20_000));
      });
      await check(await open(late), ARTICLE, "loading");
      await check(await open(await wrapped(context, "slow-core.js")), ARTICLE, "analysing");
      const broken = await altered((path) => {
        if (path.endsWith(".wasm")) return { status: 503, headers: {}, body: "" };
      });
      await check(await open(broken), ARTICLE, "error");
      const blocked = await altered((path, answer) => {
        if (path === "/engine/worker.js") return { ...answer, headers: { ...answer.headers, "content-security-policy": "script-src 'self'" } };
      });
      await check(await open(blocked), ARTICLE, "core blocked");
      await check(await open(""), "nothing much happened and nobody was there to see it", "nothing");
      await check(await open(""), FOREIGN, "foreign");
    },
  })),
  ...LOOKS.map(({ where, look }) => ({
    name: `axe finds nothing on the page of limits, nor on a page without a network: ${where}`,
    only: "chromium",
    limit: LIMIT,
    /** @param {import("./run.js").Context} context */
    async run({ open }) {
      const limits = await open("limits.html", { ...look, reducedMotion: true });
      await audit(limits, "limits");
      await measureTargets(limits, "limits");
      assert.equal(await limits.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
      const page = await open("", { ...look, reducedMotion: true });
      await page.until(() => document.querySelector("#offline") !== null);
      await page.driver.context().setOffline(true);
      await page.until(() => document.querySelector("#offline")?.textContent);
      await audit(page, "offline");
    },
  })),
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
