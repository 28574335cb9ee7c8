// The map on the page, with the real core: every place is on it or listed beside it, and leads to its words.

import assert from "node:assert/strict";

import { actions, state } from "./actions.js";

const FLOOD = `Flood cuts off Nairobi
Police in Nairobi said on Tuesday that floods in Kenya had killed 12 people. Roads from Nairobi to Mombasa were cut.
The village of Elmhollow was under water, officials in London said. Singapore and the United States promised help.
Rain is expected across Africa, an official in Paris said.`;

/** @param {import("./run.js").Context} context @param {import("./browsers.js").Look} [look] */
async function places({ open }, look) {
  const page = await open("", look);
  await actions(page).analyse(FLOOD);
  await state(page, "result");
  if (look?.width && look.width < 900) await page.click("#dock [data-sheet=more]");
  await page.click("#tab-place");
  await page.until(() => document.querySelector(".map-picture[viewBox]") !== null);
  return page;
}

const WORLD = "/map/world.js";

/** The words under the focus, if they are a mark. */
const focused = () => (document.activeElement?.matches("mark") ? document.activeElement.textContent : null);

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "every place is listed beside the map, and every one with coordinates is on it",
    async run(context) {
      const page = await places(context);
      const { rows, listed, onMap, missing } = await page.evaluate(() => {
        const rowsOf = (/** @type {string} */ selector) => [...document.querySelectorAll(selector)].map((one) => one.getAttribute("data-row")).sort();
        const lists = document.querySelectorAll(".map-list");
        return {
          rows: rowsOf("#panel-place tbody tr"),
          listed: rowsOf(".map-list .map-entry"),
          onMap: [...new Set(rowsOf(".map-picture :is(.map-dot, .map-country, .map-label)"))].sort(),
          missing: [...(lists[1]?.querySelectorAll("bdi") ?? [])].map((one) => one.textContent),
        };
      });
      assert.ok(rows.length >= 6, rows.join());
      assert.deepEqual(listed, rows);
      assert.equal(onMap.length, rows.length - missing.length);
      assert.deepEqual(missing, ["Elmhollow"]);
    },
  },
  {
    name: "a place is drawn by what it is: a country filled, a city a dot, the smallest countries too",
    async run(context) {
      const page = await places(context);
      const drawn = await page.evaluate(() => {
        const shown = (/** @type {string} */ kind) =>
          [...document.querySelectorAll(`.map-picture ${kind}:not([data-hidden])`)].map((one) => {
            return document.querySelector(`.map-entry[data-row="${one.getAttribute("data-row")}"] bdi`)?.textContent;
          });
        return { dots: shown(".map-dot"), countries: shown(".map-country") };
      });
      assert.ok(drawn.countries.includes("Kenya") && drawn.countries.includes("United States"), JSON.stringify(drawn));
      assert.ok(drawn.dots.includes("Nairobi") && drawn.dots.includes("Singapore"), JSON.stringify(drawn));
      assert.ok(![...drawn.dots, ...drawn.countries].includes("Africa"), JSON.stringify(drawn));
    },
  },
  {
    name: "the map is fetched when the places are first opened, once, and from nowhere else",
    async run({ open, url }) {
      const page = await open();
      await actions(page).analyse(FLOOD);
      await state(page, "result");
      const asked = () => page.requests.filter((request) => new URL(request).pathname === WORLD).length;
      assert.equal(asked(), 0);
      await page.click("#tab-place");
      await page.until(() => document.querySelector(".map-picture[viewBox]") !== null);
      await page.click("#tab-figure");
      await page.click("#tab-place");
      assert.equal(asked(), 1);
      for (const request of page.requests) assert.ok(request.startsWith(url) || request.startsWith("data:"), request);
      assert.deepEqual(page.errors, []);
    },
  },
  {
    name: "a place of the list leads to its words, and then to its next ones, by keys",
    async run(context) {
      const page = await places(context);
      const entry = ".map-list .map-entry"; // Nairobi, the most mentioned
      /** @type {string[]} */
      const seen = [];
      for (let time = 0; time < 2; time += 1) {
        await page.evaluate((selector) => document.querySelector(selector).focus(), entry);
        await page.press("Enter");
        assert.equal(await page.evaluate(focused), "Nairobi");
        seen.push(await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.mark));
      }
      assert.equal(new Set(seen).size, 2);
      assert.equal(await page.evaluate((selector) => document.querySelector(selector).getAttribute("aria-current"), entry), "true");
    },
  },
  {
    name: "focus on the list names the place on the map, and a dot leads to its words",
    async run(context) {
      const page = await places(context, { reducedMotion: true });
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".map-list .map-entry")).focus());
      assert.match(await page.evaluate(() => document.querySelector(".map-name:not([hidden])")?.textContent), /^Nairobi, \d mentions/);
      const row = await page.evaluate(() => document.querySelector(".map-list .map-entry")?.getAttribute("data-row"));
      await page.click(`.map-dot[data-row=${row}] .map-spot`);
      assert.equal(await page.evaluate(focused), "Nairobi");
    },
  },
  {
    name: "a mark that is chosen shows its place",
    async run(context) {
      const page = await places(context);
      await page.click("#article mark[data-kind=place]");
      const current = await page.until(() => document.querySelector(".map-entry[aria-current] bdi")?.textContent);
      assert.equal(current, "Nairobi");
    },
  },
  {
    name: "the buttons show more and less, the whole world and the places again",
    async run(context) {
      const page = await places(context, { reducedMotion: true });
      const tool = (/** @type {number} */ place) => page.click(`.map-tool:nth-child(${place})`);
      const scale = () => page.evaluate(() => Number(document.querySelector(".map-picture > g")?.getAttribute("transform")?.match(/[\d.]+/)?.[0]));
      const settled = async () => {
        let last = NaN;
        for (;;) {
          const now = await scale();
          if (now === last) return now;
          last = now;
          await new Promise((done) => setTimeout(done, 250));
        }
      };
      const home = await settled();
      await tool(1);
      const closer = await settled();
      assert.ok(closer > home, `${closer} > ${home}`);
      await tool(2);
      await tool(2);
      const farther = await settled();
      assert.ok(farther <= home, `${farther} <= ${home}`);
      await tool(3);
      assert.equal(await settled(), home);
      await tool(3);
      assert.ok((await settled()) <= home);
      assert.equal(await page.evaluate(() => document.querySelector(".map-tool:nth-child(2)")?.getAttribute("aria-disabled")), "true");
    },
  },
  {
    name: "the wheel scrolls past the map; with Ctrl it zooms",
    async run(context) {
      const page = await places(context);
      const [plain, zooming] = await page.evaluate(() =>
        [false, true].map((ctrlKey) => !document.querySelector(".map-picture")?.dispatchEvent(new WheelEvent("wheel", { deltaY: -30, ctrlKey, bubbles: true, cancelable: true }))),
      );
      assert.deepEqual([plain, zooming], [false, true]);
    },
  },
  {
    name: "the map is a picture in words, with a list after it, and names where it is from",
    async run(context) {
      const page = await places(context);
      const told = await page.evaluate(() => ({
        role: document.querySelector(".map-picture")?.getAttribute("role"),
        label: document.querySelector(".map-picture")?.getAttribute("aria-label"),
        credit: document.querySelector(".map-credit")?.textContent,
        foot: document.querySelector(".colophon")?.textContent,
      }));
      assert.equal(told.role, "img");
      assert.match(told.label, /^Map of \d+ places, most mentioned: Nairobi, \d mentions/);
      assert.equal(told.credit, "Place data: GeoNames, CC BY 4.0. Coast: Natural Earth.");
      assert.match(told.foot, /GeoNames.*CC BY 4\.0.*Natural Earth/s);
    },
  },
  {
    name: "places that are nowhere known have no map, and say so",
    async run({ open }) {
      const page = await open();
      await page.click("[data-sample=dam]");
      await state(page, "result");
      await page.click("#tab-place");
      assert.match(await page.until(() => document.querySelector(".map-below")?.textContent), /not known where/);
      assert.equal(await page.evaluate(() => document.querySelector(".map-frame")?.checkVisibility() ?? false), false);
    },
  },
  {
    name: "at 320 pixels the map fits",
    async run(context) {
      const page = await places(context, { width: 320, height: 640 });
      const { wide, frame } = await page.evaluate(() => ({
        wide: [...document.querySelectorAll(".map *")].filter((one) => !one.closest("svg") && one.getBoundingClientRect().right > innerWidth).length,
        frame: document.querySelector(".map-frame")?.getBoundingClientRect().width,
      }));
      assert.equal(wide, 0);
      assert.ok(frame > 280 && frame <= 320, String(frame));
    },
  },
];
