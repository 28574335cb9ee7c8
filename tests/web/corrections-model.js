// What corrections make of an analysis, with the real core and without a browser.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { anchor, correct, correctAll, isCorrection } from "../../www/page/corrections/correct.js";
import { choices, targetAt, wordsAround } from "../../www/page/corrections/choices.js";
import { History } from "../../www/page/corrections/history.js";
import { fingerprint, MOST_TEXTS, Shelf, sum } from "../../www/page/corrections/shelf.js";
import { ARTICLE } from "./actions.js";
import { checkContract } from "./contract-check.js";

/** @typedef {import("../../www/analysis.js").Analysis} Analysis */
/** @typedef {import("../../www/page/corrections/correct.js").Correction} Correction */

const WWW = new URL("../../www/", import.meta.url);

/** @type {Promise<any> | undefined} */
let core;

/** @param {string} text @param {string} [published] @returns {Promise<Analysis>} */
async function analyze(text, published = "2025-11-15") {
  core ??= (async () => {
    const module = await import(new URL("pkg/article_analyzer.js", WWW).href);
    await module.default({ module_or_path: await readFile(new URL("pkg/article_analyzer_bg.wasm", WWW)) });
    return module;
  })();
  return (await core).analyze(text, { published });
}

const SAMPLES = () => Promise.all(["ceasefire", "dam", "freight"].map((name) => readFile(new URL(`samples/${name}.txt`, WWW), "utf8")));

/** The place of these words, the `nth` time they stand. @param {string} text @param {string} words @param {number} [nth] */
function at(text, words, nth = 1) {
  let start = -1;
  for (let time = 0; time < nth; time += 1) start = text.indexOf(words, start + 1);
  assert.ok(start >= 0, words);
  return anchor(text, { start, end: start + words.length });
}

/** @param {Analysis} analysis */
const called = ({ entities }) => Object.fromEntries(entities.map(({ name, kind, mentions }) => [name, `${kind} ${mentions.length}`]));

/** Numbers from 0 to below `limit`, always the same ones for a seed. @param {number} seed */
function dice(seed) {
  let state = seed;
  return (/** @type {number} */ limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Any correction that might be made, and some that make no sense. @param {string} text @param {Analysis} analysis @param {(limit: number) => number} roll @returns {Correction} */
function anything(text, { names, entities, figures, dates, attributions }, roll) {
  const spans = { name: [...names, ...entities.flatMap(({ references }) => references)], figure: figures, date: dates, quote: attributions.flatMap(({ spans }) => spans.slice(0, 1)) };
  const any = (/** @type {keyof typeof spans} */ what) => {
    const list = spans[what];
    return anchor(text, list[roll(list.length)] ?? { start: roll(text.length), end: roll(text.length) });
  };
  const word = () => {
    const all = [...text.matchAll(/\p{L}[\p{L}’-]*/gu)];
    const { index: start, 0: words } = /** @type {RegExpExecArray} */ (all[roll(all.length)]);
    return { start, end: start + words.length, words };
  };
  const kinds = /** @type {const} */ (["person", "place", "organization", "other"]);
  const kind = kinds[roll(4)] ?? "other";
  const what = /** @type {const} */ (["name", "figure", "date", "quote"])[roll(4)] ?? "name";
  const made = /** @type {Correction[]} */ ([
    { does: "hide", what, at: any(what) },
    { does: "hide-all", at: any("name") },
    { does: "retype", at: any("name"), kind },
    { does: "merge", at: any("name"), into: any("name") },
    { does: "split", at: any("name"), alike: roll(2) === 0, to: roll(2) === 0 ? any("name") : null },
    { does: "count", at: any("figure"), counts: roll(2) === 0 ? null : word() },
    { does: "speaker", at: any("quote"), speaker: roll(4) === 0 ? null : any("name") },
    { does: "name", at: word(), kind },
  ]);
  return /** @type {Correction} */ (made[roll(made.length)]);
}

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "any corrections in any order leave an analysis that holds the contract, and the one given as it was",
    async run() {
      let fitting = 0;
      for (const [number, text] of [ARTICLE, ...(await SAMPLES())].entries()) {
        const analysis = await analyze(text);
        checkContract(text, analysis);
        const before = JSON.stringify(analysis);
        for (let seed = 0; seed < 40; seed += 1) {
          const roll = dice(seed * 7919 + number);
          /** @type {Correction[]} */
          const list = [];
          let current = analysis;
          for (let step = 0; step < 1 + roll(8); step += 1) {
            list.push(anything(text, roll(2) === 0 ? current : analysis, roll));
            const { analysis: next, fit } = correctAll(text, analysis, list);
            checkContract(text, next);
            assert.ok(list.every(isCorrection));
            assert.deepEqual(correct(text, analysis, JSON.parse(JSON.stringify(list))), next, "the same list gives the same");
            fitting += fit.at(-1) ? 1 : 0;
            current = next;
          }
        }
        assert.equal(JSON.stringify(analysis), before);
      }
      assert.ok(fitting > 300, `${fitting} corrections found what they speak of`);
    },
  },
  {
    name: "hiding one mention leaves the others, hiding all takes the thing and what it said",
    async run() {
      const analysis = await analyze(ARTICLE);
      const once = correct(ARTICLE, analysis, [{ does: "hide", what: "name", at: at(ARTICLE, "Marsh", 2) }]);
      assert.equal(called(once)["Elena Marsh"], "person 2");
      assert.equal(once.names.some(({ start }) => start === at(ARTICLE, "Marsh", 2).start), false);
      const none = correct(ARTICLE, analysis, [{ does: "hide-all", at: at(ARTICLE, "Marsh", 2) }]);
      assert.equal(called(none)["Elena Marsh"], undefined);
      assert.ok(none.attributions.length === analysis.attributions.length && none.attributions.every(({ speaker }) => speaker?.entity == null || none.entities[speaker.entity]));
      const first = correct(ARTICLE, analysis, [{ does: "hide", what: "name", at: at(ARTICLE, "Elena Marsh") }]);
      assert.equal(called(first).Marsh, "person 2", "it is called by what is left");
    },
  },
  {
    name: "a thing of another kind keeps its mentions and loses its place on the map",
    async run() {
      const analysis = await analyze(ARTICLE);
      const place = analysis.entities.find(({ name }) => name === "Lisbon");
      assert.ok(place?.place);
      const { entities, names } = correct(ARTICLE, analysis, [{ does: "retype", at: at(ARTICLE, "Lisbon"), kind: "organization" }]);
      const lisbon = entities.find(({ name }) => name === "Lisbon");
      assert.deepEqual([lisbon?.kind, lisbon?.place, lisbon?.mentions.length], ["organization", undefined, place.mentions.length]);
      assert.ok(lisbon?.mentions.every((mention) => names[mention]?.kind === "organization"));
    },
  },
  {
    name: "two things become one, called by the fuller name, and one becomes two again",
    async run() {
      const analysis = await analyze(ARTICLE);
      const into = at(ARTICLE, "Paulo Reis");
      const merged = correct(ARTICLE, analysis, [{ does: "merge", at: at(ARTICLE, "Marsh", 2), into }]);
      assert.equal(called(merged)["Elena Marsh"], "person 4");
      assert.deepEqual(merged.entities.find(({ name }) => name === "Elena Marsh")?.aliases, ["Marsh", "Paulo Reis"]);
      const split = { does: /** @type {const} */ ("split"), at: at(ARTICLE, "Marsh", 2), alike: false, to: null };
      const one = correct(ARTICLE, analysis, [split]);
      assert.deepEqual([called(one)["Elena Marsh"], called(one).Marsh], ["person 2", "person 1"]);
      const speaker = one.attributions.find(({ speaker }) => speaker?.start === split.at.start)?.speaker;
      assert.equal(one.entities[speaker?.entity ?? -1]?.name, "Marsh", "who is meant there speaks there");
      const alike = correct(ARTICLE, analysis, [{ ...split, alike: true, to: into }]);
      assert.deepEqual([called(alike)["Elena Marsh"], called(alike)["Paulo Reis"]], ["person 1", "person 3"]);
    },
  },
  {
    name: "a hidden quotation, date or figure leaves nothing that points at it",
    async run() {
      const analysis = await analyze(ARTICLE);
      const said = analysis.figures.findIndex(({ said_by }) => said_by !== null);
      assert.ok(said >= 0);
      const quote = analysis.attributions[analysis.figures[said]?.said_by ?? -1]?.spans[0];
      assert.ok(quote);
      const silent = correct(ARTICLE, analysis, [{ does: "hide", what: "quote", at: anchor(ARTICLE, quote) }]);
      assert.equal(silent.figures[said]?.said_by, null);
      const twoSides = "Police said 12 people were killed in the fire.\nThe hospital said 15 people were killed in the fire.";
      const disputed = await analyze(twoSides);
      assert.equal(disputed.conflicts.length, 1, "the two differ");
      const agreed = correct(twoSides, disputed, [{ does: "hide", what: "figure", at: at(twoSides, "15") }]);
      assert.deepEqual([agreed.conflicts.length, agreed.figures.length], [0, 1]);
    },
  },
  {
    name: "a figure counts other words of its sentence, or none, and leaves the checks",
    async run() {
      const text = "The port counted 40 ships and many lorries. They waited.";
      const analysis = await analyze(text);
      assert.equal(analysis.figures[0]?.counts?.start, text.indexOf("ships"));
      const other = correct(text, analysis, [{ does: "count", at: at(text, "40"), counts: at(text, "many lorries") }]);
      assert.deepEqual(other.figures[0]?.counts?.head, { start: text.indexOf("lorries"), end: text.indexOf(". They") });
      const none = correct(text, analysis, [{ does: "count", at: at(text, "40"), counts: null }]);
      assert.equal(none.figures[0]?.counts, null);
      assert.equal(text.slice(none.figures[0]?.outer.start, none.figures[0]?.outer.end), "40");
      const { fit } = correctAll(text, analysis, [{ does: "count", at: at(text, "40"), counts: at(text, "waited") }]);
      assert.deepEqual(fit, [false], "another sentence");
    },
  },
  {
    name: "a quotation gets another speaker, or none",
    async run() {
      const analysis = await analyze(ARTICLE);
      const first = analysis.attributions.find(({ kind }) => kind === "direct")?.spans[0];
      assert.ok(first);
      const quote = anchor(ARTICLE, first);
      const speaker = (/** @type {Analysis} */ { attributions, entities }) => {
        const one = attributions.find(({ spans }) => spans[0]?.start === quote.start)?.speaker;
        return one && entities[one.entity ?? -1]?.name;
      };
      assert.equal(speaker(analysis), "Elena Marsh");
      assert.equal(speaker(correct(ARTICLE, analysis, [{ does: "speaker", at: quote, speaker: at(ARTICLE, "Paulo Reis") }])), "Paulo Reis");
      assert.equal(speaker(correct(ARTICLE, analysis, [{ does: "speaker", at: quote, speaker: null }])), null);
    },
  },
  {
    name: "a name that was missed is marked wherever its words stand whole",
    async run() {
      const text = "The dockers met. Twelve dockers left; the dockersʼ union and another dockers.";
      const made = correct(text, await analyze(text), [{ does: "name", at: at(text, "dockers", 2), kind: "organization" }]);
      assert.equal(called(made).dockers?.split(" ")[0], "organization");
      const marked = made.names.filter(({ start, end }) => text.slice(start, end) === "dockers").map(({ start }) => start);
      assert.ok(marked.includes(text.indexOf("dockers")) && marked.length >= 3);
      assert.ok(made.names.every(({ confidence, start, end }) => text.slice(start, end) !== "dockers" || confidence === 1));
    },
  },
  {
    name: "corrections of another text change nothing",
    async run() {
      const analysis = await analyze(ARTICLE);
      const list = /** @type {Correction[]} */ ([{ does: "hide-all", at: at(ARTICLE, "Lisbon") }, { does: "name", at: at(ARTICLE, "dockers"), kind: "other" }]);
      const other = ARTICLE.replace("Lisbon port", "Porto port");
      const { analysis: same, fit } = correctAll(other, await analyze(other), list);
      assert.deepEqual(fit, [false, false]);
      assert.deepEqual(same, await analyze(other));
      assert.deepEqual(correctAll(ARTICLE, analysis, list).fit, [true, true]);
    },
  },
  {
    name: "every choice that is offered changes something",
    async run() {
      for (const text of [ARTICLE, ...(await SAMPLES())]) {
        const analysis = await analyze(text);
        const marks = [
          ...analysis.names,
          ...analysis.entities.flatMap(({ references, kind }) => references.map((span) => ({ ...span, kind }))),
          ...analysis.figures.map((span) => ({ ...span, kind: /** @type {const} */ ("figure") })),
          ...analysis.dates.map((span) => ({ ...span, kind: /** @type {const} */ ("date") })),
          ...analysis.attributions.flatMap(({ spans }) => spans.map((span) => ({ ...span, kind: /** @type {const} */ ("quote") }))),
        ];
        for (const mark of marks) {
          const target = targetAt(text, analysis, mark);
          assert.ok(target);
          const offered = choices(text, analysis, target).flatMap((group) => group.choices);
          const picks = offered.flatMap((choice) => ("correction" in choice ? [choice] : "list" in choice ? choice.list().slice(0, 3) : choice.words.filter(({ start }) => !analysis.figures.some(({ counts }) => counts?.start === start)).slice(0, 3).map((word) => ({ label: word.words, correction: choice.pick(word) }))));
          assert.ok(picks.length > 0);
          for (const { label, correction } of picks) {
            const { analysis: outcome, fit } = correctAll(text, analysis, [correction]);
            assert.deepEqual(fit, [true], `${label}: ${JSON.stringify(correction)}`);
            assert.notDeepEqual(outcome, analysis, `${label}: ${JSON.stringify(correction)}`);
          }
        }
      }
    },
  },
  {
    name: "the words to choose from are those of the sentence, without the amount",
    run() {
      const text = "It rained. “The port counted 40 large ships,” she said. They left.\nNobody saw 12 boats";
      const words = (/** @type {string} */ amount) => wordsAround(text, at(text, amount)).map((word) => word.words);
      assert.deepEqual(words("40"), ["The", "port", "counted", "large", "ships", "she", "said"]);
      assert.deepEqual(words("12"), ["Nobody", "saw", "boats"]);
    },
  },
  {
    name: "history undoes and redoes, forgets what was undone by a change, and takes back from the middle",
    run() {
      const [one, two, three] = /** @type {Correction[]} */ (["Lisbon", "Marsh", "Paulo Reis"].map((words) => ({ does: "hide-all", at: at(ARTICLE, words) })));
      assert.ok(one && two && three);
      const history = new History([one, two]);
      assert.equal(history.undo(), two);
      assert.equal(history.redo(), two);
      history.add(three);
      history.takeBack(0);
      assert.deepEqual(history.list, [two, three]);
      assert.equal(history.undo(), one);
      assert.deepEqual(history.list, [one, two, three]);
      for (const expected of [three, two, one]) assert.equal(history.undo(), expected);
      assert.deepEqual([history.list, history.canUndo, history.undo()], [[], false, undefined]);
      history.add(two);
      assert.equal(history.canRedo, false);
    },
  },
  {
    name: "the shelf keeps the last texts, forgives what it cannot read, and says where nothing is kept",
    async run() {
      const memory = () => {
        /** @type {Map<string, string>} */
        const items = new Map();
        return /** @type {any} */ ({ items, getItem: (/** @type {string} */ key) => items.get(key) ?? null, setItem: (/** @type {string} */ key, /** @type {string} */ value) => items.set(key, value), removeItem: (/** @type {string} */ key) => items.delete(key) });
      };
      const storage = memory();
      const list = /** @type {Correction[]} */ ([{ does: "hide-all", at: at(ARTICLE, "Lisbon") }]);
      const shelf = new Shelf(storage);
      for (let text = 0; text < MOST_TEXTS + 5; text += 1) shelf.write(`text ${text}`, list);
      const again = new Shelf(storage);
      assert.deepEqual([again.texts, again.read("text 4"), again.read("text 5")], [MOST_TEXTS, [], list]);
      again.clear();
      assert.equal(storage.items.size, 0);
      const [key = ""] = (shelf.write("text", list), [...storage.items.keys()]);
      for (const broken of ["{", "null", '[{"key":"text","list":[{"does":"burn"}]}]', '[{"key":"text"}]']) {
        storage.items.set(key, broken);
        assert.deepEqual(new Shelf(storage).read("text"), []);
      }
      for (const none of [undefined, { ...memory(), setItem() { throw new Error("full"); } }]) {
        const fleeting = new Shelf(none);
        fleeting.write("text", list);
        assert.deepEqual([fleeting.keeps, fleeting.read("text")], [false, list]);
      }
      const prints = [await fingerprint(ARTICLE), await fingerprint(`${ARTICLE} `), sum(ARTICLE), sum(`${ARTICLE} `)];
      assert.equal(new Set(prints).size, 4);
      assert.match(prints[0] ?? "", /^[0-9a-f]{64}$/);
    },
  },
];
