// The modules of results that are asked for at once: those that are imported, no browser needed.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { posix } from "node:path";

import { MODULES } from "../../www/page/ahead.js";

const WWW = new URL("../../www/", import.meta.url);

/** What the page imports when a result is to be shown. */
const ASKED = /Promise\.all\(\[\n((?:\s*import\("[^"]+"\),\n)+)/u;

/** All that a module imports, itself and through others. @param {string} path @param {Set<string>} [seen] */
function graph(path, seen = new Set()) {
  if (seen.has(path)) return seen;
  seen.add(path);
  const source = readFileSync(new URL(path, WWW), "utf8");
  for (const [, from = ""] of source.matchAll(/^(?:import|export)\b[^;]*?"(\.{1,2}\/[^"]+)";/gmu)) graph(posix.join(posix.dirname(path), from), seen);
  return seen;
}

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "the modules of results that are fetched ahead are those that are imported",
    run() {
      const shell = graph("page.js");
      const source = readFileSync(new URL("page.js", WWW), "utf8");
      const asked = [...(ASKED.exec(source)?.[1] ?? "").matchAll(/"\.\/([^"]+)"/gu)].map(([, path = ""]) => path);
      assert.ok(asked.includes("page/reader.js"), "page.js asks for the results in another way");
      const wanted = new Set(asked.flatMap((path) => [...graph(path)]));
      assert.deepEqual(MODULES.map((path) => path.slice("../".length)).sort(), [...wanted].filter((path) => !shell.has(path)).sort());
    },
  },
];
