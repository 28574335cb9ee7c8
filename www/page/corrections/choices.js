/**
 * What a reader may say is not right about some words, as plain data: a choice is a correction, or leads to a list of
 * further ones, or to the words of the sentence.
 *
 *     choices(text, analysis, target).map(({ label }) => label) // ["A place", "Hide this one", …]
 *
 * Pure. It offers what would change something, and does not say what is right.
 *
 * @import { Analysis, Entity, NameKind, Span } from "../../analysis.js"
 * @import { Kind } from "../../element/view.js"
 * @import { Anchor, Correction, What } from "./correct.js"
 */

import { ONE } from "../names-list.js";
import { anchor } from "./correct.js";
import { quoted } from "./words.js";

/** Words that were found as something; `entity` and `byName` where they name or mean a thing. */
/** @typedef {{ what: What, at: Anchor, kind: Kind | "quote", entity?: number, byName?: boolean }} Target */

/**
 * @typedef {{ label: string, kind?: NameKind, correction: Correction }} Pick
 * @typedef {{ label: string, prompt: string, list: () => Pick[] }} Further
 * @typedef {{ label: string, prompt: string, words: Anchor[], pick: (counts: Span) => Correction }} Wording
 * @typedef {{ title: string, choices: (Pick | Further | Wording)[] }} Group
 */

/**
 * What the words are; a mark of a name may also be of words that mean a thing without naming it.
 * @param {string} text
 * @param {Analysis} analysis
 * @param {Span & { kind: Kind | "quote" }} mark
 * @returns {Target | undefined}
 */
export function targetAt(text, analysis, { start, end, kind }) {
  const same = (/** @type {Span} */ span) => span.start === start && span.end === end;
  const at = anchor(text, { start, end });
  if (kind === "figure") return analysis.figures.some(same) ? { what: "figure", at, kind } : undefined;
  if (kind === "date") return analysis.dates.some(same) ? { what: "date", at, kind } : undefined;
  if (kind === "quote") {
    const first = analysis.attributions.find(({ spans }) => spans.some(same))?.spans[0];
    return first && { what: "quote", at: anchor(text, first), kind };
  }
  const name = analysis.names.find(same);
  const entity = name ? name.entity : analysis.entities.findIndex(({ references }) => references.some(same));
  const thing = analysis.entities[entity];
  return thing && { what: "name", at, kind: thing.kind, entity, byName: name !== undefined };
}

/**
 * @param {string} text
 * @param {Analysis} analysis
 * @param {Target} target
 * @returns {Group[]}
 */
export function choices(text, analysis, target) {
  const { what, at } = target;
  const hide = { label: what === "quote" ? "Not a quotation: hide it" : "Hide it", correction: /** @type {const} */ ({ does: "hide", what, at }) };
  switch (what) {
    case "figure":
      return [...counting(text, analysis, at), { title: "Or", choices: [hide] }];
    case "date":
      return [{ title: "It is no date", choices: [hide] }];
    case "quote":
      return [speaking(text, analysis, at), { title: "Or", choices: [hide] }];
    case "name":
      return naming(text, analysis, target);
  }
}

/**
 * @param {string} text
 * @param {Analysis} analysis
 * @param {Target} target
 * @returns {Group[]}
 */
function naming(text, analysis, { at, entity = -1, byName = false }) {
  const thing = analysis.entities[entity];
  if (!thing) return [];
  const others = analysis.entities.flatMap((other, index) => (index === entity ? [] : [index]));
  const kinds = /** @type {NameKind[]} */ (Object.keys(ONE)).filter((kind) => kind !== thing.kind);
  /** @type {Group[]} */
  const groups = [{ title: "It is", choices: kinds.map((kind) => ({ label: sentenceCase(ONE[kind]), kind, correction: { does: "retype", at, kind } })) }];
  groups.push({ title: "It should not be marked", choices: hiding(thing, at) });
  const list = (/** @type {(to: Anchor) => Correction} */ make) => () => things(text, analysis, others, thing.kind, make);
  /** @type {Group["choices"]} */
  const meant = [];
  if (others.length > 0) meant.push({ label: "Same as another…", prompt: `${quoted(thing.name)} is the same as`, list: list((into) => ({ does: "merge", at, into })) });
  meant.push(...parting(text, analysis, thing, at, byName));
  if (others.length > 0 && thing.mentions.length + (byName ? 0 : 1) > 1) {
    meant.push({ label: "Means another here…", prompt: `Here ${quoted(at.words)} means`, list: list((to) => ({ does: "split", at, alike: false, to })) });
    if (alike(text, analysis, thing, at) > 1 && byName) meant.push({ label: `Every ${quoted(at.words)} means another…`, prompt: `Every ${quoted(at.words)} means`, list: list((to) => ({ does: "split", at, alike: true, to })) });
  }
  if (meant.length > 0) groups.push({ title: "It is taken for the wrong one", choices: meant });
  return groups;
}

/**
 * @param {Entity} thing
 * @param {Anchor} at
 * @returns {Pick[]}
 */
function hiding({ mentions, references }, at) {
  const all = mentions.length + references.filter(({ form }) => form === "role").length;
  const once = { label: all > 1 ? "Hide this one" : "Hide it", correction: /** @type {const} */ ({ does: "hide", what: "name", at }) };
  if (all === 1) return [once];
  return [once, { label: mentions.length > 1 ? `Hide all ${mentions.length}` : "Hide it everywhere", correction: { does: "hide-all", at } }];
}

/**
 * To stand for itself, where others are left.
 * @param {string} text
 * @param {Analysis} analysis
 * @param {Entity} thing
 * @param {Anchor} at
 * @param {boolean} byName
 * @returns {Pick[]}
 */
function parting(text, analysis, thing, at, byName) {
  if (!byName || thing.mentions.length < 2) return [];
  const same = alike(text, analysis, thing, at);
  const someone = thing.kind === "person" ? "someone" : "something";
  /** @type {Pick[]} */
  const picks = [{ label: `This one is ${someone} else`, correction: { does: "split", at, alike: false, to: null } }];
  if (same > 1 && same < thing.mentions.length) picks.push({ label: `All ${same} ${quoted(at.words)} are ${someone} else`, correction: { does: "split", at, alike: true, to: null } });
  return picks;
}

/**
 * How many mentions of the thing are in the same words.
 * @param {string} text
 * @param {Analysis} analysis
 * @param {Entity} thing
 * @param {Anchor} at
 */
function alike(text, { names }, { mentions }, { words }) {
  const one = (/** @type {string} */ some) => some.replace(/\s+/gu, " ");
  return mentions.filter((mention) => one(text.slice(names[mention]?.start, names[mention]?.end)) === one(words)).length;
}

/**
 * Things to choose from: those of the same kind first, the most mentioned first.
 * @param {string} text
 * @param {Analysis} analysis
 * @param {number[]} indices
 * @param {NameKind | undefined} like
 * @param {(to: Anchor) => Correction} make
 * @returns {Pick[]}
 */
function things(text, { entities, names }, indices, like, make) {
  const listed = indices.flatMap((index) => entities[index] ?? []);
  listed.sort((a, b) => Number(b.kind === like) - Number(a.kind === like) || b.mentions.length - a.mentions.length);
  return listed.flatMap(({ name, kind, mentions }) => {
    const all = mentions.flatMap((mention) => names[mention] ?? []);
    const mention = all.find(({ start, end }) => text.slice(start, end) === name) ?? all[0];
    return mention ? [{ label: name, kind, correction: make(anchor(text, mention)) }] : [];
  });
}

/**
 * @param {string} text
 * @param {Analysis} analysis
 * @param {Anchor} at
 * @returns {Group}
 */
function speaking(text, { entities, names, attributions }, at) {
  const quote = attributions.find(({ spans: [first] }) => first?.start === at.start && first.end === at.end);
  const nearest = (/** @type {number[]} */ mentions) =>
    mentions.flatMap((mention) => names[mention] ?? []).reduce((best, one) => (Math.abs(one.start - at.start) < Math.abs(best.start - at.start) ? one : best));
  const list = () => {
    /** @type {Pick[]} */
    const picks = quote?.speaker ? [{ label: "Nobody who is named", correction: { does: "speaker", at, speaker: null } }] : [];
    const able = entities.filter(({ kind }, index) => (kind === "person" || kind === "organization") && index !== (quote?.speaker?.entity ?? -1));
    able.sort((a, b) => b.mentions.length - a.mentions.length);
    for (const { name, kind, mentions } of able) picks.push({ label: name, kind, correction: { does: "speaker", at, speaker: anchor(text, nearest(mentions)) } });
    return picks;
  };
  return { title: quote?.speaker ? "Another said it" : "Nobody is named as its speaker", choices: [{ label: "Who said it…", prompt: "It was said by", list }] };
}

/**
 * @param {string} text
 * @param {Analysis} analysis
 * @param {Anchor} at
 * @returns {Group[]}
 */
function counting(text, { figures }, at) {
  const figure = figures.find(({ start, end }) => start === at.start && end === at.end);
  if (!figure) return [];
  /** @type {Group["choices"]} */
  const offered = [];
  if (figure.counts) offered.push({ label: `It does not count ${quoted(text.slice(figure.counts.start, figure.counts.end))}`, correction: { does: "count", at, counts: null } });
  const words = wordsAround(text, at);
  if (words.length > 0) offered.push({ label: "Choose what it counts…", prompt: "It counts", words, pick: (counts) => ({ does: "count", at, counts: anchor(text, counts) }) });
  return offered.length > 0 ? [{ title: "It counts something else", choices: offered }] : [];
}

/** A sentence of more words is shown in part. */
const MOST_WORDS = 60;

/**
 * The words of its sentence without the amount itself.
 * @param {string} text
 * @param {Anchor} at
 * @returns {Anchor[]}
 */
export function wordsAround(text, at) {
  const end = /[.!?]["”’)\]]*\s+["“‘(]*\p{Lu}|[\r\n]/u;
  const after = text.slice(at.end, at.end + 2000);
  const behind = after.slice(0, (end.exec(after)?.index ?? after.length) + 1);
  const before = text.slice(Math.max(0, at.start - 2000), at.start);
  const stops = [...before.matchAll(/[.!?]["”’)\]]*\s+(?=["“‘(]*(?:\p{Lu}|$))|[\r\n]+/gu)];
  const from = at.start - before.length + (stops.length > 0 ? (stops.at(-1)?.index ?? 0) + (stops.at(-1)?.[0].length ?? 0) : 0);
  const found = [...text.slice(from, at.end + behind.length).matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu)];
  const all = found.map(({ index, 0: words }) => ({ start: from + index, end: from + index + words.length, words }));
  const outside = all.filter(({ start, end }) => end <= at.start || start >= at.end);
  const place = outside.findIndex(({ start }) => start >= at.end);
  const first = Math.max(0, (place < 0 ? outside.length : place) - MOST_WORDS / 2);
  return outside.slice(first, first + MOST_WORDS);
}

/** @param {string} words */
const sentenceCase = (words) => words.charAt(0).toUpperCase() + words.slice(1);
