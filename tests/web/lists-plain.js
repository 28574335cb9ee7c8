// What the lists are made of, without a browser: quotations, references, checks, the timeline, orders, copies.

import assert from "node:assert/strict";

import { describe } from "../../www/element/view.js";
import { dateKey, dayRange } from "../../www/element/view-words.js";
import { Sentences } from "../../www/element/view/sentences.js";
import { checkWords, rowWords } from "../../www/page/results-copy.js";
import { compareDecimals, sorted } from "../../www/page/results-sort.js";
import { ticks } from "../../www/page/results-timeline.js";

/** Where words stand. @param {string} text @param {string} words */
const span = (text, words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

/** @param {object} given @returns {any} */
const figure = (given) => ({
  kind: "cardinal", value: "1", high: null, unit: null, per: null, bound: "exact", change: null, counts: null, said_by: null,
  as_of: null, role: "claim", ...given,
});

/** @param {object} given @returns {any} */
const analysis = (given) => ({
  schema: 1, offsets: "utf16", language: "en", published: null, names: [], entities: [], figures: [], dates: [], attributions: [], conflicts: [], ...given,
});

/** @param {string} text @param {object} given @param {string} kind */
const rows = (text, given, kind) => describe(text, analysis(given)).tables.find((table) => table.kind === kind)?.rows ?? [];

const SPOKEN = "“We saw 40 ships,” she said. “They left.” Ana Vogel heard it.";
const spoken = () => ({
  names: [{ ...span(SPOKEN, "Ana Vogel"), kind: "person", confidence: 1, entity: 0 }],
  entities: [{ kind: "person", name: "Ana Vogel", aliases: [], roles: [], mentions: [0], references: [{ ...span(SPOKEN, "she"), form: "pronoun", rule: "later_name" }] }],
  figures: [figure({ ...span(SPOKEN, "40"), outer: span(SPOKEN, "40 ships"), said_by: 0 })],
  attributions: [{
    spans: [span(SPOKEN, "“We saw 40 ships,”"), span(SPOKEN, "“They left.”")], kind: "direct",
    speaker: { ...span(SPOKEN, "she"), entity: 0 }, cue: span(SPOKEN, "said"), addressee: null, rule: "quotation before",
  }],
});

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "a quotation is one row with a mark for each piece, and the figure in it lies within",
    run() {
      const view = describe(SPOKEN, analysis(spoken()));
      const [row] = rows(SPOKEN, spoken(), "quote");
      assert.deepEqual(row?.marks, ["q0", "q0p1"]);
      assert.equal(row?.cells.speaker, "Ana Vogel");
      assert.equal(row?.notes?.speaker, "she");
      const kinds = view.marks.map(({ id }) => id);
      assert.ok(kinds.indexOf("q0") < kinds.indexOf("f0"), "what contains comes before what it contains");
    },
  },
  {
    name: "a speaker that was not found is told as that",
    run: () => {
      const given = spoken();
      const unknown = { ...given, attributions: given.attributions.map((one) => ({ ...one, speaker: null })) };
      assert.equal(rows(SPOKEN, unknown, "quote")[0]?.cells.speaker, "not found");
      assert.equal(rows(SPOKEN, unknown, "figure")[0]?.cells.said, undefined);
      assert.deepEqual(describe(SPOKEN, analysis(unknown)).checks.map(({ kind, marks }) => [kind, marks]), [["speakerless", ["q0"]]]);
    },
  },
  {
    name: "who said a figure is told by name, with the article's own word beside it",
    run() {
      const [row] = rows(SPOKEN, spoken(), "figure");
      assert.equal(row?.cells.said, "Ana Vogel");
      assert.equal(row?.notes?.said, "she");
    },
  },
  {
    name: "roles count as mentions, pronouns are counted apart, and every mark is in one of both",
    run() {
      const text = "Mayor Ana spoke. The mayor left; she cried.";
      const given = {
        names: [{ ...span(text, "Ana"), kind: "person", confidence: 1, entity: 0 }],
        entities: [{ kind: "person", name: "Ana", aliases: [], roles: [], mentions: [0], references: [
          { ...span(text, "mayor"), form: "role", rule: "same_role" }, { ...span(text, "she"), form: "pronoun", rule: "earlier_sentence" },
        ] }],
      };
      const [row] = rows(text, given, "person");
      assert.deepEqual([row?.marks, row?.pronouns], [["n0", "e0r0"], ["e0r1"]]);
      const marks = describe(text, analysis(given)).marks.map(({ id }) => id).sort();
      assert.deepEqual(marks, [...(row?.marks ?? []), ...(row?.pronouns ?? [])].sort());
    },
  },
  {
    name: "figures that differ are told side by side, with who says each, and are never called wrong",
    run() {
      const text = "The ministry said 38 died. The hospital said 52 died.";
      const speaker = (/** @type {string} */ words) => ({ spans: [], kind: "indirect", speaker: { ...span(text, words), entity: null }, cue: null, addressee: null, rule: "clause" });
      const given = {
        figures: [figure({ ...span(text, "38"), outer: span(text, "38 died"), said_by: 0 }), figure({ ...span(text, "52"), outer: span(text, "52 died"), said_by: 1 })],
        attributions: [speaker("ministry"), speaker("hospital")],
        conflicts: [{ figures: [0, 1], counts: "died", why: "these cannot both be true", rule: "differ" }],
      };
      const [check] = describe(text, analysis(given)).checks;
      assert.equal(check?.title, "Two figures differ: died");
      assert.deepEqual(check?.parts.map(({ words, by, sentence }) => [words, by, sentence]), [
        ["38 died", "ministry", "The ministry said 38 died."], ["52 died", "hospital", "The hospital said 52 died."],
      ]);
      assert.doesNotMatch(JSON.stringify(check), /wrong|false|true/);
      assert.deepEqual(rows(text, given, "figure").map((row) => row.check?.id), [check?.id, check?.id]);
      assert.match(check ? checkWords(check) : "", /^Two figures differ: died\n38 died\tministry\t/);
    },
  },
  {
    name: "dates that need the publication date are one check; regular times and hours are none",
    run() {
      const date = (/** @type {object} */ given) => ({ start: 0, end: 6, kind: "date", value: null, high: null, bound: "exact", resolved: false, ...given });
      const dates = [date({}), date({ value: "XXXX-11-16" }), date({ kind: "set", value: "P1Y" }), date({ kind: "time", value: "T14:30" })];
      const without = describe("Friday", analysis({ dates })).checks;
      assert.deepEqual(without.map(({ kind, marks }) => [kind, marks]), [["unresolved", ["d0", "d1"]]]);
      assert.match(without[0]?.title ?? "", /2 dates need the publication date/);
      assert.equal(describe("Friday", analysis({ dates, published: "2025-02-08" })).checks.length, 2);
    },
  },
  {
    name: "the timeline is in the order of the calendar, a year before its months, the rest below in text order",
    run() {
      const value = (/** @type {string | null} */ of, /** @type {number} */ place) => ({ start: place, end: place + 1, kind: "date", value: of, high: null, bound: "exact", resolved: of !== null });
      const values = ["2026-03-01", null, "2026", "199X", "2026-03", "P1Y", "2024-21", "2024-05"];
      const view = describe("abcdefgh", analysis({ dates: values.map(value) }));
      assert.deepEqual(view.timeline.map(({ id }) => values[Number(id.slice(1))]), ["199X", "2024-21", "2024-05", "2026", "2026-03", "2026-03-01", null, "P1Y"]);
      assert.equal(view.timeline.filter((moment) => moment.value !== null).length, 6);
    },
  },
  {
    name: "a moment shows its sentence, with the place of its date in it",
    run() {
      const text = "Nothing began. Dr. Vogel arrived on Monday at 4 p.m. with twelve helpers. Then it rained.";
      const dates = [{ ...span(text, "Monday"), kind: "date", value: "2026-03-09", high: null, bound: "exact", resolved: true }];
      const [moment] = describe(text, analysis({ dates })).timeline;
      assert.equal(moment?.sentence, "Dr. Vogel arrived on Monday at 4 p.m. with twelve helpers.");
      assert.equal(moment?.sentence.slice(moment.within.start, moment.within.end), "Monday");
    },
  },
  {
    name: "a long sentence is cut at words, on both sides of what it is about",
    run() {
      const text = `${"before ".repeat(80)}Monday ${"after ".repeat(80)}end.`;
      const cut = new Sentences(text).excerpt(span(text, "Monday"), 60);
      assert.ok(cut.words.length < 70, cut.words);
      assert.match(cut.words, /^… (before )+Monday( after)+ …$/);
      assert.equal(cut.words.slice(cut.start, cut.end), "Monday");
    },
  },
  {
    name: "the days of an article are one stretch in words",
    run() {
      assert.equal(dayRange("2025-11-03", "2025-11-20", "2025-11-15"), "3–20 Nov");
      assert.equal(dayRange("2025-10-28", "2025-11-03", "2025-11-15"), "28 Oct – 3 Nov");
      assert.equal(dayRange("2025-11-03", "2025-11-20", null), "3–20 Nov 2025");
      assert.equal(dayRange("2025-03-03", "2026-08-19", "2026-08-17"), "3 Mar 2025 – 19 Aug 2026");
      assert.equal(dayRange("1998", "2031", null), "1998–2031");
      assert.equal(dayRange("2025-11-03", "2025-11-03", null), "3 Nov 2025");
      assert.equal(dateKey("P1Y"), null);
    },
  },
  {
    name: "the scale has a few round marks, whatever the stretch",
    run() {
      for (const [from, to] of /** @type {[number, number][]} */ ([[1968, 2031], [2026.1, 2026.9], [2025.9, 2026.05], [500, 2026], [2026.2, 2026.21]])) {
        const all = ticks(from, to);
        assert.ok(all.length <= 6 && all.every(({ at }) => at >= from - 0.01 && at <= to + 0.01), `${from} to ${to}: ${JSON.stringify(all)}`);
      }
      assert.deepEqual(ticks(2026.1, 2026.9).map(({ label }) => label), ["Apr 2026", "Jul 2026", "Oct 2026"]);
    },
  },
  {
    name: "figures are sorted by their exact values, the vague last both ways, equals as they were",
    run() {
      const row = (/** @type {string} */ id, /** @type {string | undefined} */ value) => /** @type {any} */ ({ id, kind: "figure", title: id, marks: [id], cells: {}, keys: value === undefined ? {} : { value } });
      const all = [row("a", "10000000000000000000001"), row("b", undefined), row("c", "-4.5"), row("d", "10000000000000000000000.5"), row("e", "-4.50")];
      const ids = (/** @type {any} */ direction) => sorted(all, "value", direction).map(({ id }) => id).join("");
      assert.deepEqual([ids("ascending"), ids("descending"), ids("none")], ["cedab", "adceb", "abcde"]);
      assert.ok(compareDecimals("0.1", "0.10000000000000000001") < 0);
      assert.equal(compareDecimals("-0.5", "-0.50"), 0);
      assert.ok(compareDecimals("-0.5", "-0.4") < 0);
    },
  },
  {
    name: "a copied row is plain words with tabs between them, a quotation whole",
    run() {
      const view = describe(SPOKEN, analysis(spoken()));
      const words = (/** @type {string} */ kind) => {
        const table = view.tables.find((one) => one.kind === kind);
        return table?.rows[0] ? rowWords(table, table.rows[0]) : "";
      };
      assert.equal(words("figure"), "40\t1\tas stated\tAna Vogel");
      assert.match(words("quote"), /^“We saw 40 ships,” … “They left\.”\tAna Vogel\tsaid\tword for word$/);
    },
  },
  {
    name: "many marks, dates and conflicts are described in linear time",
    run() {
      const time = (/** @type {number} */ count) => {
        const text = "On Monday 12 ships left. ".repeat(count);
        const at = (/** @type {number} */ place, /** @type {number} */ from, /** @type {number} */ to) => ({ start: place * 25 + from, end: place * 25 + to });
        const list = (/** @type {(place: number) => any} */ make) => Array.from({ length: count }, (_, place) => make(place));
        const given = analysis({
          dates: list((place) => ({ ...at(place, 3, 9), kind: "date", value: "2026-03-09", high: null, bound: "exact", resolved: place % 2 === 0 })),
          figures: list((place) => figure({ ...at(place, 10, 12), outer: at(place, 10, 18), as_of: place })),
          conflicts: list((place) => ({ figures: [place, (place + 1) % count], counts: "ships", why: "", rule: "differ" })),
        });
        const start = performance.now();
        describe(text, given);
        return performance.now() - start;
      };
      time(2000);
      const [once, fourfold] = [time(3000), time(12_000)];
      assert.ok(fourfold < 9 * once + 100, `${once} ms, then ${fourfold} ms for four times as many`);
    },
  },
];
