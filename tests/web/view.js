// Values in words and lists in order: what page and element show, without a browser.

import assert from "node:assert/strict";

import { describe } from "../../www/element/view.js";
import { dateValue, doubt, figureValue, grouped, precision } from "../../www/element/view-words.js";

/** @param {object} given @returns {any} */
const figure = (given) => ({
  start: 0, end: 1, outer: { start: 0, end: 1 }, kind: "cardinal", value: "1", high: null, unit: null, per: null, bound: "exact",
  change: null, counts: null, said_by: null, as_of: null, role: "claim", ...given,
});

/** @param {object} given @returns {any} */
const analysis = (given) => ({
  schema: 1, offsets: "utf16", language: "en", published: null, names: [], entities: [], figures: [], dates: [], attributions: [], conflicts: [], ...given,
});

/** @param {string} text @param {object} given */
const tables = (text, given) => new Map(describe(text, analysis(given)).tables.map((table) => [table.kind, table]));

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "long numbers are grouped and stay exact",
    run() {
      assert.equal(grouped("1500000.25"), "1,500,000.25");
      assert.equal(grouped("123456789012345678901234567890"), "123,456,789,012,345,678,901,234,567,890");
      assert.equal(grouped("-4.2"), "−4.2");
      assert.equal(grouped("0.3333333333"), "0.3333…");
      assert.equal(grouped("999"), "999");
    },
  },
  {
    name: "values are written with their units",
    run() {
      /** @type {[object, string | null][]} */
      const cases = [
        [{ kind: "money", value: "1500000000", unit: "USD" }, "USD 1,500,000,000"],
        [{ kind: "money", value: "80", unit: "USD", per: "barrel" }, "USD 80 per barrel"],
        [{ kind: "money", value: "2500000", unit: "peso" }, "2,500,000 pesos"],
        [{ kind: "percent", value: "14", high: "15", unit: "%" }, "14 to 15 %"],
        [{ kind: "percentage_point", value: "2" }, "2 percentage points"],
        [{ kind: "duration", value: "1", unit: "year" }, "1 year"],
        [{ kind: "duration", value: "72", unit: "hour" }, "72 hours"],
        [{ kind: "measure", value: "60", unit: "kilometre per hour" }, "60 kilometres per hour"],
        [{ kind: "measure", value: "6", unit: "foot" }, "6 feet"],
        [{ kind: "temperature", value: "-4", unit: "celsius" }, "−4 °C"],
        [{ kind: "ordinal", value: "3" }, "3rd"],
        [{ kind: "ordinal", value: "12" }, "12th"],
        [{ kind: "multiple", value: "4" }, "4 times"],
        [{ kind: "score", value: "3", high: "1" }, "3–1"],
        [{ value: null }, null],
      ];
      for (const [given, expected] of cases) assert.equal(figureValue(figure(given)), expected);
    },
  },
  {
    name: "precision is told in words",
    run() {
      assert.equal(precision(figure({ bound: "more_than" })), "more than");
      assert.equal(precision(figure({ bound: "about", change: "up" })), "about, a rise");
      assert.equal(precision(figure({ change: "down" })), "a fall");
      assert.equal(precision(figure({})), "as stated");
    },
  },
  {
    name: "calendar values are told in words, others shown as they are",
    run() {
      assert.equal(dateValue("2022-02-24"), "24 February 2022");
      assert.equal(dateValue("2025-02"), "February 2025");
      assert.equal(dateValue("2022"), "2022");
      assert.equal(dateValue("199X"), "1990s");
      assert.equal(dateValue("2024-21"), "spring 2024");
      assert.equal(dateValue("2025-02-07T14:30"), "7 February 2025, 14:30");
      assert.equal(dateValue("XXXX-11-16"), "16 November");
      assert.equal(dateValue("P3D"), "P3D");
    },
  },
  {
    name: "doubt is told in words and tens, and only where a name is unsure",
    run() {
      assert.deepEqual([0.12, 0.64, 0.65, 0.69].map(doubt), ["unsure: about 10 %", "unsure: about 60 %", "unsure: about 70 %", "unsure: about 70 %"]);
      assert.deepEqual([0.7, 0.99, 1].map(doubt), [undefined, undefined, undefined]);
    },
  },
  {
    name: "a thing is as sure as its surest mention",
    run() {
      const name = (/** @type {number} */ start, /** @type {number} */ confidence) => ({ start, end: start + 3, kind: "person", confidence, entity: 0 });
      const given = { names: [name(0, 0.3), name(4, 0.6)], entities: [{ kind: "person", name: "Ana", aliases: [], roles: [], mentions: [0, 1], references: [] }] };
      const view = describe("Ana Ana", analysis(given));
      assert.deepEqual(view.marks.map((mark) => mark.doubt), ["unsure: about 30 %", "unsure: about 60 %"]);
      assert.equal(tables("Ana Ana", given).get("person")?.rows[0]?.doubt, "unsure: about 60 %");
    },
  },
  {
    name: "a label is neither marked nor listed",
    run() {
      const view = describe("Boeing 737", analysis({ figures: [figure({ start: 7, end: 10, role: "label" })] }));
      assert.deepEqual(view.marks, []);
      assert.equal(view.found, false);
    },
  },
  {
    name: "the most mentioned comes first, and every mention has its mark",
    run() {
      const text = "Ana met Bo. Bo left.";
      const name = (/** @type {number} */ start, /** @type {number} */ end, /** @type {number} */ entity) => ({ start, end, kind: "person", entity });
      const entity = (/** @type {string} */ called, /** @type {number[]} */ mentions) => ({ kind: "person", name: called, aliases: [], roles: [], mentions, references: [] });
      const people = tables(text, {
        names: [name(0, 3, 0), name(8, 10, 1), name(12, 14, 1)],
        entities: [entity("Ana", [0]), entity("Bo", [1, 2])],
      }).get("person");
      assert.deepEqual(people?.rows.map((row) => [row.title, row.marks]), [["Bo", ["n1", "n2"]], ["Ana", ["n0"]]]);
    },
  },
  {
    name: "columns that nothing fills are left out",
    run() {
      const text = "5 ships";
      const columns = (/** @type {object} */ given) => tables(text, { figures: [figure(given)] }).get("figure")?.columns.map((column) => column.key);
      assert.deepEqual(columns({ value: "5" }), ["title", "value", "precision"]);
      assert.deepEqual(columns({ value: "5", counts: { start: 2, end: 7, head: { start: 2, end: 7 } } }), ["title", "value", "counts", "precision"]);
    },
  },
  {
    name: "a date that needs the publication day says so",
    run() {
      const unresolved = { start: 0, end: 6, kind: "date", high: null, bound: "exact", resolved: false };
      const dates = [{ ...unresolved, value: null }, { ...unresolved, value: "XXXX-11-16" }];
      assert.equal(tables("Friday", { dates }).get("date")?.rows[1]?.cells.value, "16 November (needs the publication date)");
      assert.equal(tables("Friday", { dates }).get("date")?.rows[0]?.cells.value, "needs the publication date");
      assert.equal(tables("Friday", { dates, published: "2025-02-08" }).get("date")?.rows[0]?.cells.value, "not a fixed date");
    },
  },
  {
    name: "the line in words counts things, not mentions, and says what differs",
    run() {
      const figures = [figure({}), figure({ start: 2, end: 3 })];
      const conflicts = [{ figures: [0, 1], counts: "dead", why: "" }];
      assert.equal(describe("1 2", analysis({ figures, conflicts })).summary, "2 figures, 2 differ");
      assert.equal(describe("", analysis({})).summary, "");
    },
  },
];
