// What a card says, without a browser: for each kind from an analysis of a few words.

import assert from "node:assert/strict";

import { describe } from "../../www/element/view.js";
import { asText, facts } from "../../www/page/card/facts.js";
import { paragraphAt, sentenceOf } from "../../www/page/card/words.js";

/** Where the words stand. @param {string} text @param {string} words @param {number} [from] */
function at(text, words, from = 0) {
  const start = text.indexOf(words, from);
  assert.ok(start >= 0, words);
  return { start, end: start + words.length };
}

/** @param {object} given @returns {any} */
const analysis = (given) => ({
  schema: 1, offsets: "utf16", language: "en", published: "2025-02-08", names: [], entities: [], figures: [], dates: [], attributions: [], conflicts: [], ...given,
});

/** @param {object} given */
const figure = (given) => ({
  kind: "cardinal", value: "42", high: null, unit: null, per: null, bound: "exact", change: null, counts: null, said_by: null, as_of: null, role: "claim", ...given,
});

/** @param {object} given */
const entity = (given) => ({ kind: "person", name: "Ada Moss", aliases: [], roles: [], mentions: [0], references: [], ...given });

/** The card of a mark, each fact as one line. @param {string} text @param {any} whole @param {any} mark */
function card(text, whole, mark) {
  const { marks } = describe(text, whole);
  if (!marks.some((one) => one.id === mark.id)) marks.push(mark);
  const told = facts({ text, analysis: whole, marks, mark });
  assert.ok(told);
  const said = new Map(told.facts.map(({ key, lines }) => [key, lines.map((line) => line.map((part) => part.text).join("")).join(" | ")]));
  const why = new Map(told.facts.map((fact) => [fact.key, fact.why]));
  return { ...told, said, why };
}

const TOLL = "The mayor, Ada Moss, said on Friday that at least 42 people were killed.\nThe hospital counted 38 people. Another 40 people were hurt.";

function toll() {
  const people = at(TOLL, "people");
  const first = figure({ ...at(TOLL, "42"), outer: at(TOLL, "at least 42 people"), bound: "at_least", counts: { ...people, head: people }, said_by: 0, as_of: 0 });
  const others = ["38", "40"].map((value) => {
    const number = at(TOLL, value);
    const noun = at(TOLL, "people", number.end);
    return figure({ ...number, outer: { start: number.start, end: noun.end }, value, counts: { ...noun, head: noun } });
  });
  return analysis({
    names: [{ ...at(TOLL, "Ada Moss"), kind: "person", confidence: 0.97, entity: 0 }],
    entities: [entity({ roles: [at(TOLL, "mayor")], references: [{ ...at(TOLL, "The mayor"), form: "role", rule: "same_role" }] })],
    dates: [{ ...at(TOLL, "Friday"), kind: "date", value: "2025-02-07", high: null, bound: "exact", resolved: true }],
    attributions: [{ spans: [at(TOLL, "that at least 42 people were killed")], kind: "indirect", speaker: { ...at(TOLL, "Ada Moss"), entity: 0 }, cue: at(TOLL, "said"), addressee: null, rule: "that" }],
    figures: [first, ...others],
    conflicts: [{ figures: [0, 1], counts: "people", why: "the two cannot both be true", rule: "differ" }],
  });
}

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "a figure's card tells value, precision by its words, speaker by the cue, day, rivals and sentence",
    run() {
      const { title, said, why, steps } = card(TOLL, toll(), { id: "f0", kind: "figure", row: "f0", ...at(TOLL, "42") });
      assert.equal(title, "at least 42 people");
      assert.equal(said.get("value"), "42");
      assert.equal(said.get("precision"), "at least this, it may be more (“at least”)");
      assert.equal(said.get("counts"), "people");
      assert.equal(why.get("counts"), "the noun right after the number");
      assert.equal(said.get("said"), "Ada Moss (“said”)");
      assert.equal(why.get("said"), "what follows “said” and “that” is theirs");
      assert.equal(said.get("asOf"), "Friday (7 February 2025)");
      assert.equal(said.get("also"), "38 people (paragraph 2): differs | 40 people (paragraph 2)");
      assert.equal(why.get("also"), "the two cannot both be true");
      assert.equal(said.get("sentence"), "The mayor, Ada Moss, said on Friday that at least 42 people were killed.");
      assert.deepEqual(steps, { one: "figure", ids: ["f0", "f1", "f2"] });
    },
  },
  {
    name: "a figure that nobody is named for says so",
    run() {
      const { said } = card(TOLL, toll(), { id: "f1", kind: "figure", row: "f1", ...at(TOLL, "38") });
      assert.match(said.get("said") ?? "", /nobody is named/);
      assert.equal(said.get("precision"), "as stated");
      assert.equal(said.has("asOf"), false);
    },
  },
  {
    name: "the words after a number qualify it as well",
    run() {
      const text = "It took 40 or more of the boats.";
      const boats = at(text, "boats");
      const told = figure({ ...at(text, "40"), outer: at(text, "40 or more of the boats"), bound: "at_least", counts: { ...boats, head: boats } });
      const { said, why } = card(text, analysis({ figures: [told] }), { id: "f0", kind: "figure", row: "f0", ...at(text, "40") });
      assert.match(said.get("precision") ?? "", /\(“or more”\)$/);
      assert.equal(why.get("counts"), "the noun after the number and “of”");
    },
  },
  {
    name: "a person's card tells names, roles, mentions, what they say and the figures they give",
    run() {
      const { title, one, said, why } = card(TOLL, toll(), { id: "n0", kind: "person", row: "e0", ...at(TOLL, "Ada Moss") });
      assert.deepEqual([one, title], ["Person", "Ada Moss"]);
      assert.equal(said.get("roles"), "mayor");
      assert.equal(said.get("mentions"), "once by name | once by role (“the mayor”)");
      assert.equal(said.get("says"), "1 statement, none quoted | that at least 42 people were killed (paragraph 1)");
      assert.equal(said.get("figures"), "at least 42 people (paragraph 1)");
      assert.equal(said.get("sure"), "very sure");
      assert.match(why.get("sure") ?? "", /about 95 in 100|nearly all/);
      assert.equal(said.has("also-called"), false);
    },
  },
  {
    name: "a place's card tells the country and what decided, with the words where they did",
    run() {
      const text = "They met in Paris, Kentucky.";
      const place = (/** @type {string} */ rule) => ({ country: "US", lat: 38.2, lon: -84.25, population: 9800, certainty: rule === "population" ? "likely" : "sure", rule });
      const whole = (/** @type {string} */ rule) =>
        analysis({
          names: [{ ...at(text, "Paris"), kind: "place", confidence: 1, entity: 0 }, { ...at(text, "Kentucky"), kind: "place", confidence: 1, entity: 1 }],
          entities: [entity({ kind: "place", name: "Paris", place: place(rule) }), entity({ kind: "place", name: "Kentucky", mentions: [1] })],
        });
      const mark = { id: "n0", kind: "place", row: "e0", ...at(text, "Paris") };
      const behind = card(text, whole("said_behind"), mark);
      assert.equal(behind.said.get("country"), "United States");
      assert.equal(behind.why.get("certainty"), "“Kentucky” stands right behind the name");
      assert.equal(behind.said.get("point"), "38.2° north, 84.3° west");
      assert.equal(behind.said.get("population"), "about 9,800");
      const largest = card(text, whole("population"), mark);
      assert.match(largest.said.get("certainty") ?? "", /^likely/);
      assert.match(largest.why.get("certainty") ?? "", /largest of that name/);
      const unknown = card(text, whole("only_one"), { id: "n1", kind: "place", row: "e1", ...at(text, "Kentucky") });
      assert.equal(unknown.said.get("country"), "not known");
    },
  },
  {
    name: "a date's card tells how it was found, and offers to set the day that it needs",
    run() {
      const day = { id: "d0", kind: "date", row: "d0", ...at(TOLL, "Friday") };
      const { said, why } = card(TOLL, toll(), day);
      assert.equal(said.get("calendar"), "7 February 2025");
      assert.equal(why.get("calendar"), "counted from the publication day, 8 February 2025");
      assert.equal(said.get("figures"), "at least 42 people (paragraph 1)");
      const open = { ...toll(), published: null };
      open.dates = [{ ...open.dates[0], value: null, resolved: false }];
      const asked = card(TOLL, open, day);
      assert.match(asked.said.get("calendar") ?? "", /needs the publication date/);
      assert.ok(asked.facts.some((fact) => fact.lines.some((line) => line.some((part) => part.does === "date"))));
      const text = "It opened on March 3, 2025.";
      const dated = analysis({ dates: [{ ...at(text, "March 3, 2025"), kind: "date", value: "2025-03-03", high: null, bound: "exact", resolved: true }] });
      assert.equal(card(text, dated, { id: "d0", kind: "date", row: "d0", ...at(text, "March 3, 2025") }).why.get("calendar"), "the words say it in full");
    },
  },
  {
    name: "a quotation's card tells speaker, form, rule and figures, and plainly that nobody was found",
    run() {
      const mark = /** @type {any} */ ({ id: "q0", kind: "quote", row: "q0", ...at(TOLL, "that at least 42 people were killed") });
      const { one, said } = card(TOLL, toll(), mark);
      assert.equal(one, "Quotation");
      assert.equal(said.get("said"), "Ada Moss (“said”)");
      assert.match(said.get("form") ?? "", /retold/);
      assert.equal(said.get("rule"), "what follows “said” and “that” is theirs");
      assert.equal(said.get("figures"), "at least 42 people");
      const nobody = toll();
      nobody.attributions[0].speaker = null;
      assert.match(card(TOLL, nobody, mark).said.get("said") ?? "", /^no speaker found/);
    },
  },
  {
    name: "what is copied is the card in lines, without reasons and offers",
    run() {
      const whole = { ...toll(), published: null };
      whole.dates = [{ ...whole.dates[0], value: null, resolved: false }];
      const told = card(TOLL, whole, { id: "d0", kind: "date", row: "d0", ...at(TOLL, "Friday") });
      assert.equal(asText(told).split("\n")[0], "Friday");
      assert.match(asText(told), /^On the calendar: needs the publication date$/m);
    },
  },
  {
    name: "a sentence does not end at a title or an initial, and holds what it is asked for",
    run() {
      const text = "It rained. On Monday Dr. B. Tarn of the U.S. embassy said 40 boats sank. It was late.\nMore.";
      const { start, end } = sentenceOf(text, at(text, "40"));
      assert.equal(text.slice(start, end).trim(), "On Monday Dr. B. Tarn of the U.S. embassy said 40 boats sank.");
      assert.equal(paragraphAt(text, at(text, "More").start), 2);
    },
  },
  {
    name: "a very long sentence is cut around the words, between others",
    run() {
      const text = `${"so it went ".repeat(60)}until 40 boats sank ${"and on it went ".repeat(60)}.`;
      const found = sentenceOf(text, at(text, "40 boats"));
      assert.ok(found.cutBefore && found.cutAfter && found.end - found.start < 300);
      assert.match(text.slice(found.start, found.end), /^\w+ .* 40 boats .*\w$/);
      assert.match(text.charAt(found.start - 1) + text.charAt(found.end), /^\s\s$/);
    },
  },
  {
    name: "a mark of another analysis has no card",
    run() {
      assert.equal(facts({ text: TOLL, analysis: toll(), marks: [], mark: { id: "f9", kind: "figure", row: "f9", start: 0, end: 1 } }), undefined);
    },
  },
];
