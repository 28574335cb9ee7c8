// What must hold of every Analysis whose offsets are in UTF-16 (www/analysis.d.ts), whoever made it: spans, order,
// indices, names. Throws with what does not hold.

import assert from "node:assert/strict";

/** @typedef {import("../../www/analysis.js").Analysis} Analysis */
/** @typedef {import("../../www/analysis.js").Span} Span */

const KINDS = ["person", "place", "organization", "other"];

/** @param {string} text @param {Analysis} analysis */
export function checkContract(text, analysis) {
  assert.equal(analysis.schema, 1);
  assert.equal(analysis.offsets, "utf16");
  for (const [what, span] of spans(analysis)) checkSpan(text, what, span);
  for (const [what, list] of /** @type {const} */ ([["names", analysis.names], ["figures", analysis.figures], ["dates", analysis.dates]])) checkApart(what, list);
  checkThings(text, analysis);
  checkFigures(analysis);
  checkSpeakers(analysis);
  for (const { figures, rule } of analysis.conflicts) {
    for (const index of figures) assert.ok(analysis.figures[index], `a conflict of figure ${index}`);
    assert.ok(figures.length >= 2, `a conflict (${rule}) of ${figures.length} figures`);
    assert.equal(new Set(figures).size, figures.length, "a figure disagrees with itself");
  }
}

/** @param {Analysis} analysis @returns {Generator<[string, Span]>} */
function* spans({ names, entities, figures, dates, attributions }) {
  for (const name of names) yield ["name", name];
  for (const { roles, references } of entities) {
    for (const role of roles) yield ["role", role];
    for (const reference of references) yield ["reference", reference];
  }
  for (const figure of figures) {
    yield ["figure", figure];
    yield ["outer", figure.outer];
    if (figure.counts) yield* /** @type {[string, Span][]} */ ([["counts", figure.counts], ["head", figure.counts.head]]);
  }
  for (const date of dates) yield ["date", date];
  for (const { spans, cue, speaker, addressee } of attributions) {
    for (const span of spans) yield ["quotation", span];
    for (const span of [cue, speaker, addressee]) if (span) yield ["cue or party", span];
  }
}

/** @param {string} text @param {string} what @param {Span} span */
function checkSpan(text, what, { start, end }) {
  assert.ok(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length, `${what} ${start}..${end}`);
  const words = text.slice(start, end);
  assert.ok(words.isWellFormed(), `${what} ${start}..${end} splits a character`);
  assert.equal(words.trim(), words, `white space at the edge of a ${what}`);
}

/** @param {string} what @param {Span[]} list */
function checkApart(what, list) {
  list.forEach((span, index) => assert.ok((list[index - 1]?.end ?? 0) <= span.start, `${what} overlap or are out of order at ${span.start}`));
}

/** @param {string} text @param {Analysis} analysis */
function checkThings(text, { names, entities }) {
  const words = (/** @type {Span} */ { start, end }) => text.slice(start, end).trim().split(/\s+/u).join(" ");
  names.forEach(({ kind, confidence, entity }, index) => {
    assert.ok(KINDS.includes(kind), kind);
    assert.ok(confidence >= 0 && confidence <= 1, `confidence ${confidence}`);
    assert.ok(entities[entity]?.mentions.includes(index), `name ${index} is no mention of its entity ${entity}`);
  });
  let last = -1;
  entities.forEach(({ kind, name, aliases, mentions, references, roles, place }, index) => {
    assert.ok(KINDS.includes(kind), kind);
    assert.ok(mentions.length > 0, `${name} without words to point at`);
    const [first = -1] = mentions;
    assert.ok(first > last, `${name} stands before the entity of an earlier mention`);
    last = first;
    mentions.forEach((mention, place) => {
      assert.equal(names[mention]?.entity, index, `${name} has a mention of another`);
      assert.ok((mentions[place - 1] ?? -1) < mention, `${name} with mentions out of order`);
    });
    const called = mentions.map((mention) => words(/** @type {Span} */ (names[mention])));
    for (const one of [name, ...aliases]) assert.ok(called.includes(one), `${name} is called otherwise than ${one}`);
    const all = [name, ...aliases].map((one) => one.toLowerCase());
    assert.equal(new Set(all).size, all.length, `${name} has a name twice`);
    for (const list of [references, roles]) list.forEach((span, place) => assert.ok((list[place - 1]?.start ?? -1) <= span.start, `${name}: out of order`));
    assert.ok(!place || kind === "place" || kind === "other", `${name}, ${kind}, lies somewhere`);
  });
}

/** @param {Analysis} analysis */
function checkFigures({ figures, dates, attributions }) {
  for (const { start, end, outer, counts, said_by, as_of, value, high } of figures) {
    assert.ok(outer.start <= start && end <= outer.end, `figure ${start} leaves its outer range`);
    if (counts) assert.ok(counts.start <= counts.head.start && counts.head.end <= counts.end, `figure ${start}: the head leaves the phrase`);
    assert.ok(said_by === null || attributions[said_by], `figure ${start} said by ${said_by}`);
    assert.ok(as_of === null || dates[as_of], `figure ${start} as of ${as_of}`);
    assert.ok(high === null || value !== null, `figure ${start}: a range without its beginning`);
  }
}

/** @param {Analysis} analysis */
function checkSpeakers({ attributions, entities }) {
  for (const { spans, speaker, addressee } of attributions) {
    assert.ok(spans.length > 0, "a quotation without words");
    for (const party of [speaker, addressee]) assert.ok(!party || party.entity === null || entities[party.entity], `a party is entity ${party?.entity}`);
  }
}
