// The reader's own names as a list: one rule a text, kept and exported as the table of the command line.

import assert from "node:assert/strict";

import { inWords, NamesList, option, readTable, writeTable } from "../../www/page/names-list.js";

/** @typedef {import("../../www/page/names-list.js").Rule} Rule */

/** @type {Rule[]} */
const RULES = [
  { does: "add", text: "Port Sella", kind: "place" },
  { does: "retype", text: "Brent", kind: "organization" },
  { does: "ignore", text: "Lucky" },
];

/** A browser's store, in memory. */
function storage() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return /** @type {any} */ ({
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => kept.set(key, value),
    removeItem: (/** @type {string} */ key) => kept.delete(key),
    kept,
  });
}

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "a table that was written is read back, from a spreadsheet of another system too",
    run() {
      const table = writeTable(RULES);
      assert.deepEqual(readTable(table).map(({ rule }) => rule), RULES);
      assert.deepEqual(readTable(`\uFEFF${table.replaceAll("\n", "\t\r\n")}`).map(({ rule }) => rule), RULES);
    },
  },
  {
    name: "a line that makes no sense is told by its number",
    run() {
      for (const [table, message] of [
        ["add\tBrent\tplace\ndrop\tBrent\n", /^Line 2: “drop” is not known/],
        ["\nadd\tBrent\n", /^Line 2: the kind “” is not known; allowed are person/],
        ["add\tBrent\ttown", /^Line 1: the kind “town”/],
        ["ignore\tBrent\tplace", /^Line 1: a name to ignore has no kind/],
        ["ignore", /^Line 1: a line has/],
        ["add\tA\tplace\tmore", /^Line 1: a line has/],
      ]) {
        assert.throws(() => readTable(String(table)), { message: /** @type {RegExp} */ (message) });
      }
    },
  },
  {
    name: "a text has one rule, and the list outlasts the page",
    run() {
      const store = storage();
      const list = new NamesList(store);
      assert.equal(list.option, null);
      list.set(...RULES);
      list.set({ does: "ignore", text: "Brent" });
      assert.deepEqual(new NamesList(store).rules.map((rule) => `${rule.text}: ${inWords(rule)}`), ["Brent: no name", "Lucky: no name", "Port Sella: always a place"]);
      assert.deepEqual(new NamesList(store).option, { add: [{ text: "Port Sella", kind: "place" }], retype: [], ignore: ["Brent", "Lucky"] });
      list.remove("Brent");
      list.clear();
      assert.equal(store.kept.size, 0);
    },
  },
  {
    name: "a browser that keeps nothing, or something else, costs only the memory",
    run() {
      const refuse = () => {
        throw new Error("blocked");
      };
      for (const store of [undefined, /** @type {any} */ ({ getItem: refuse, setItem: refuse, removeItem: refuse }), /** @type {any} */ ({ getItem: () => "what is this", setItem() {} })]) {
        const list = new NamesList(store);
        list.set(...RULES);
        assert.deepEqual(list.option, option(list.rules));
        assert.equal(list.rules.length, 3);
      }
    },
  },
];
