// Unsure names: drawn as such, told in words, left out when asked; never by colour alone.

import assert from "node:assert/strict";

import { actions, ARTICLE, state, wrapped } from "./actions.js";

const HOST = "@tests/host.html";

/** Every second name of a kind is unsure. @param {import("./run.js").Context} context @param {import("./browsers.js").Look} [look] */
async function read(context, look) {
  const page = await context.open(await wrapped(context, "doubting-core.js"), look);
  await actions(page).analyse(ARTICLE, "2025-11-15");
  await state(page, "result");
  return page;
}

/** Of the first sure and the first unsure mark. */
const drawn = () =>
  [".unsure", ":not(.unsure)"].map((which) => {
    const mark = /** @type {Element} */ (document.querySelector(`#article mark[data-kind=place]${which}`));
    const { textDecorationLine, textDecorationStyle, textDecorationThickness, backgroundColor } = getComputedStyle(mark);
    const sign = getComputedStyle(mark, "::after").content;
    return { line: textDecorationLine, style: textDecorationStyle, thickness: textDecorationThickness, tinted: backgroundColor !== "rgba(0, 0, 0, 0)", sign };
  });

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "an unsure name keeps the line of its kind, thinner and without tint, and bears a question mark",
    async run(context) {
      const page = await read(context);
      const [unsure, sure] = await page.evaluate(drawn);
      assert.equal(unsure.style, sure.style);
      assert.deepEqual([unsure.thickness, sure.thickness], ["1px", "2px"]);
      assert.deepEqual([unsure.tinted, sure.tinted], [false, true]);
      assert.match(unsure.sign, /\?/);
      assert.equal(sure.sign, "none");
      assert.equal(await page.evaluate(() => document.querySelector("#article")?.textContent), ARTICLE.replaceAll("\n", ""));
    },
  },
  {
    name: "the card and the list say in words how unsure a name is, and nothing of a sure one",
    async run(context) {
      const page = await read(context);
      await page.click("#article mark.unsure");
      assert.match(await page.evaluate(() => document.querySelector("#card .card-kind")?.textContent ?? ""), /· unsure: about 40 %$/);
      await page.press("Escape");
      await page.click("#article mark[data-kind=place]:not(.unsure)");
      assert.equal(await page.evaluate(() => document.querySelector("#card .card-kind")?.textContent), "Place");
      await page.click("#tab-person");
      const rows = await page.evaluate(() =>
        [...document.querySelectorAll("#results tbody tr")].map((row) => ({ doubted: row.querySelector(".words.unsure") !== null, told: row.querySelector(".doubt")?.textContent ?? null })),
      );
      assert.ok(rows.some((/** @type {any} */ row) => row.doubted), JSON.stringify(rows));
      for (const { doubted, told } of rows) assert.equal(told, doubted ? "unsure: about 40 %" : null);
    },
  },
  {
    name: "the legend counts the unsure names and turns their marks off and on",
    async run(context) {
      const page = await read(context);
      const count = await page.evaluate(() => document.querySelectorAll("#article mark.unsure").length);
      assert.equal(await page.evaluate(() => Number(document.querySelector("#legend [data-filter=unsure] .count")?.textContent)), count);
      await page.click("#legend [data-filter=unsure]");
      const [hidden, sure] = await page.evaluate(drawn);
      assert.deepEqual([hidden.line, hidden.sign, sure.line], ["none", "none", "underline"]);
      await page.click("#article mark.unsure");
      assert.equal(await page.evaluate(() => document.querySelector("#card:popover-open")), null);
      await page.click("#legend [data-filter=unsure]");
      assert.equal((await page.evaluate(drawn))[0].line, "underline");
    },
  },
  {
    name: "where every name is sure the legend has no button for it",
    async run({ open }) {
      const page = await open();
      await actions(page).analyse("In March, 40 ships waited.");
      await state(page, "result");
      assert.equal(await page.evaluate(() => document.querySelector("[data-filter=unsure]")), null);
    },
  },
  {
    name: "the element draws unsure names apart and says so in its list",
    async run(context) {
      const page = await context.open(new URL(HOST, await wrapped(context, "doubting-core.js")).href);
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-analyzer")).analyze().then(() => null));
      const { layers, told, doubted } = await page.evaluate(() => {
        const buttons = [.../** @type {any} */ (document.querySelector("article-analyzer")).shadowRoot.querySelectorAll("button.unsure")];
        return {
          layers: [.../** @type {any} */ (CSS.highlights).keys()].filter((name) => name.endsWith("-unsure")),
          told: buttons.map((button) => button.title),
          doubted: /** @type {any} */ (document.querySelector("article-analyzer")).result.names.filter((/** @type {any} */ name) => name.confidence < 0.5).length,
        };
      });
      assert.ok(layers.length > 0, "highlights of their own");
      assert.ok(doubted > 0);
      assert.deepEqual(told, Array(doubted).fill("unsure: about 40 %"));
    },
  },
  {
    name: "the element leaves out names below its least-confidence, and takes nonsense for none",
    async run({ open }) {
      const page = await open(HOST);
      const confidences = (/** @type {string} */ least) =>
        page.evaluate(async (least) => {
          const element = /** @type {any} */ (document.querySelector("article-analyzer"));
          element.setAttribute("least-confidence", least);
          return (await element.analyze()).names.map((/** @type {any} */ name) => name.confidence);
        }, least);
      const all = await confidences("0");
      assert.deepEqual(await confidences("often"), all);
      assert.deepEqual(await confidences("1"), []);
      const least = Math.max(...all);
      assert.deepEqual(await confidences(String(least)), all.filter((/** @type {number} */ confidence) => confidence >= least));
    },
  },
];
