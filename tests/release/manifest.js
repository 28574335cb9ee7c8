// custom-elements.json held to the source of the element. What can only be seen in a browser is in interface.js.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { WWW } from "../../scripts/bundle.js";
import { DIST } from "./site.js";

/** @typedef {{ name: string, kind?: string, static?: boolean }} Named */

/** The declaration of the class. @returns {Record<"attributes" | "members" | "events" | "slots" | "cssParts" | "cssProperties", Named[]>} */
export const declaration = () => JSON.parse(readFileSync(join(DIST, "npm/custom-elements.json"), "utf8")).modules[0].declarations[0];

/** The modules of the element and of its marks, without their comments. */
const source = ["element", "highlight"]
  .flatMap((folder) => readdirSync(join(WWW, folder), { recursive: true }).map((path) => join(WWW, folder, String(path))))
  .filter((path) => /\.(js|css)$/.test(path))
  .map((path) => readFileSync(path, "utf8").replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, ""))
  .join("\n");

/** What the element reads of the page, not of itself. */
const OF_THE_PAGE = ["content", "contenteditable", "datetime", "hidden", "href", "id", "role", "src", "translate", "type"];

/** What browsers do with every element; it is listed because it matters here. */
const BY_BROWSERS = ["dir"];

/** @param {RegExp} pattern */
const all = (pattern) => [...new Set([...source.matchAll(pattern)].map((match) => String(match[1])))].sort();

/** @param {Named[]} named */
const names = (named) => named.map(({ name }) => name).sort();

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "the manifest lists every attribute that the element reads, and the element knows every one that is listed",
    run() {
      const listed = names(declaration().attributes);
      const read = all(/\b(?:get|has)Attribute\("([a-z-]+)"\)/g).filter((name) => !OF_THE_PAGE.includes(name));
      assert.deepEqual(read.filter((name) => !listed.includes(name)), [], "read and not listed");
      assert.deepEqual(listed.filter((name) => !BY_BROWSERS.includes(name) && !source.includes(`"${name}"`)), [], "listed and not read");
    },
  },
  {
    name: "the manifest lists every event, and the types know the same ones with the codes that occur",
    run() {
      const listed = names(declaration().events).map((name) => name.replace("article-analyzer-", ""));
      assert.deepEqual(all(/\btell\(\s*"([a-z]+)"/g), listed);
      const types = readFileSync(join(WWW, "npm/define.d.ts"), "utf8");
      assert.deepEqual([...types.matchAll(/"article-analyzer-([a-z]+)":/g)].map(([, name]) => name).sort(), listed);
      const engine = readFileSync(join(WWW, "engine/protocol.js"), "utf8") + readFileSync(join(WWW, "engine/client.js"), "utf8");
      const codes = [.../Code =\s*\|?([^;]+);/.exec(types)?.[1]?.matchAll(/"([a-z-]+)"/g) ?? []].map(([, code]) => String(code));
      assert.ok(codes.length > 5);
      assert.deepEqual(codes.filter((code) => !`${source}${engine}`.includes(`"${code}"`)), [], "codes that nothing says");
    },
  },
  {
    name: "the element knows every slot and part that the manifest lists",
    run() {
      const { slots, cssParts } = declaration();
      const missing = [...slots, ...cssParts].map(({ name }) => name).filter((name) => name !== "" && !source.includes(`"${name}"`));
      assert.deepEqual(missing, []);
    },
  },
];
