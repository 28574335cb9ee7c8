// custom-elements.json held to the element as it lives in a browser.

import assert from "node:assert/strict";
import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { declaration } from "./manifest.js";
import { activate, DIST, hostPage } from "./site.js";

const LIFECYCLE = ["constructor", "connectedCallback", "disconnectedCallback", "adoptedCallback", "attributeChangedCallback"];

/** @param {import("./run.js").Context} context */
async function openHost({ work, serve, open, browser }) {
  const root = join(work, `interface-${browser}`);
  await cp(join(DIST, "embed"), root, { recursive: true });
  await writeFile(join(root, "index.html"), hostPage('<script type="module" src="article-analyzer.js"></script>'));
  const page = await open(await serve(root));
  await page.until(() => Boolean(customElements.get("article-analyzer")));
  return page;
}

/** The slots and parts that are there now. */
const drawn = () => {
  const root = /** @type {ShadowRoot} */ (document.querySelector("article-analyzer")?.shadowRoot);
  return {
    slots: [...root.querySelectorAll("slot")].map((slot) => slot.name),
    parts: [...root.querySelectorAll("[part]")].flatMap((element) => [...element.part]),
  };
};

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "the manifest lists every observed attribute, and every public member of the class as what it is",
    async run(context) {
      const page = await openHost(context);
      const found = await page.evaluate(() => {
        const known = /** @type {any} */ (customElements.get("article-analyzer"));
        const element = /** @type {any} */ (document.querySelector("article-analyzer"));
        const members = [...Object.getOwnPropertyNames(known.prototype), ...Object.getOwnPropertyNames(element)];
        return {
          observed: known.observedAttributes,
          version: typeof known.version,
          members: members.map((name) => `${typeof element[name] === "function" ? "method" : "field"} ${name}`),
        };
      });
      const { attributes, members } = declaration();
      const listed = attributes.map(({ name }) => name);
      assert.deepEqual(found.observed.filter((/** @type {string} */ name) => !listed.includes(name)), []);
      assert.equal(found.version, "string");
      const own = members.filter((member) => !member.static).map(({ kind, name }) => `${kind} ${name}`).sort();
      const isPublic = (/** @type {string} */ member) => !LIFECYCLE.includes(member.split(" ")[1] ?? "");
      assert.deepEqual([...new Set(found.members.filter(isPublic))].sort(), own);
    },
  },
  {
    name: "the manifest lists every slot and part that is drawn, at rest, with a result and where something went wrong",
    async run(context) {
      const page = await openHost(context);
      const seen = [await page.evaluate(drawn)];
      await activate(page);
      seen.push(await page.evaluate(drawn));
      await page.evaluate(async () => {
        const element = /** @type {any} */ (document.querySelector("article-analyzer"));
        element.setAttribute("for", "#nowhere");
        await element.analyze().catch(() => {});
      });
      seen.push(await page.evaluate(drawn));
      const { slots, cssParts } = declaration();
      const strange = (/** @type {string[]} */ names, /** @type {{ name: string }[]} */ listed) => names.filter((name) => !listed.some((one) => one.name === name));
      assert.deepEqual(strange(seen.flatMap((one) => one.slots), slots), []);
      assert.deepEqual(strange(seen.flatMap((one) => one.parts), cssParts), []);
      assert.ok(seen.every((one) => one.parts.includes("panel")));
    },
  },
  {
    name: "the manifest lists the custom properties that the style sheets read, all of them and no others",
    async run(context) {
      const page = await openHost(context);
      await activate(page);
      const read = await page.evaluate(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector("article-analyzer")?.shadowRoot);
        const rules = [...document.adoptedStyleSheets, ...root.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]);
        return rules.flatMap((rule) => rule.cssText.match(/--article-analyzer-[a-z-]+/g) ?? []);
      });
      assert.deepEqual([...new Set(read)].sort(), declaration().cssProperties.map(({ name }) => name).sort());
    },
  },
];
