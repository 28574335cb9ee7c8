/**
 * What a reader corrects in one article, applied to what was found in it.
 *
 *     correct(text, analysis, [{ does: "retype", at: { start: 10, end: 16, words: "Lisbon" }, kind: "organization" }])
 *
 * Corrections are plain data. Each is anchored by offsets and by the words that stand there, so that one of another
 * text changes nothing, and each builds on those before it. The outcome is an Analysis that holds the contract like
 * the one given, which stays as it was. Nothing is analysed anew: a name that is marked gets no pronouns, and
 * figures that are corrected leave the checks.
 *
 * @import { Analysis, NameKind, Span } from "../../analysis.js"
 * @import { Graph, Mention, Thing } from "./graph.js"
 */

import { close, open, touches } from "./graph.js";
import { count, dropDate, dropFigure, dropQuote, speak } from "./statements.js";
import { absorb, dropMention, dropReference, find, introduce, move, retype } from "./things.js";

/** @typedef {Span & { words: string }} Anchor Where something stands, in UTF-16, and the words there. */
/** @typedef {"name" | "figure" | "date" | "quote"} What A quotation is anchored at its first piece. */

/**
 * `alike`: with all mentions of the thing in the same words. `to`: a mention of the thing that they belong to, `null`
 * for one of their own. `counts`: one stretch of words; `speaker`: a mention of who speaks.
 * @typedef {{ does: "hide", what: What, at: Anchor }
 *   | { does: "hide-all", at: Anchor }
 *   | { does: "retype", at: Anchor, kind: NameKind }
 *   | { does: "merge", at: Anchor, into: Anchor }
 *   | { does: "split", at: Anchor, alike: boolean, to: Anchor | null }
 *   | { does: "count", at: Anchor, counts: Anchor | null }
 *   | { does: "speaker", at: Anchor, speaker: Anchor | null }
 *   | { does: "name", at: Anchor, kind: NameKind }} Correction
 */

/**
 * @param {string} text
 * @param {Span} span
 * @returns {Anchor}
 */
export function anchor(text, { start, end }) {
  return { start, end, words: text.slice(start, end) };
}

/**
 * @param {string} text The text that was analysed, offsets in UTF-16.
 * @param {Analysis} analysis
 * @param {readonly Correction[]} corrections
 * @returns {Analysis}
 */
export function correct(text, analysis, corrections) {
  return correctAll(text, analysis, corrections).analysis;
}

/**
 * As {@link correct}, with which of them found what they speak of.
 * @param {string} text
 * @param {Analysis} analysis
 * @param {readonly Correction[]} corrections
 * @returns {{ analysis: Analysis, fit: boolean[] }}
 */
export function correctAll(text, analysis, corrections) {
  if (corrections.length === 0 || analysis.offsets !== "utf16") return { analysis, fit: corrections.map(() => false) };
  const graph = open(analysis);
  const fit = corrections.map((correction) => anchors(correction).every((at) => stands(text, at)) && apply(text, graph, correction));
  return { analysis: fit.includes(true) ? close(graph) : analysis, fit };
}

/**
 * Whether it is a correction at all: what was kept may be another program's.
 * @param {unknown} value
 * @returns {value is Correction}
 */
export function isCorrection(value) {
  const one = /** @type {Record<string, unknown>} */ (value);
  if (typeof one !== "object" || one === null || !isAnchor(one.at)) return false;
  const kind = ["person", "place", "organization", "other"].includes(String(one.kind));
  switch (one.does) {
    case "hide":
      return ["name", "figure", "date", "quote"].includes(String(one.what));
    case "hide-all":
      return true;
    case "retype":
    case "name":
      return kind;
    case "merge":
      return isAnchor(one.into);
    case "split":
      return typeof one.alike === "boolean" && (one.to === null || isAnchor(one.to));
    case "count":
      return one.counts === null || isAnchor(one.counts);
    case "speaker":
      return one.speaker === null || isAnchor(one.speaker);
    default:
      return false;
  }
}

/**
 * @param {unknown} value
 * @returns {value is Anchor}
 */
function isAnchor(value) {
  const { start, end, words } = /** @type {Record<string, unknown>} */ (value ?? {});
  return Number.isInteger(start) && Number.isInteger(end) && typeof words === "string" && words.trim() !== "";
}

/** @param {Correction} correction */
function anchors(correction) {
  const { at, into, to, counts, speaker } = /** @type {Record<string, Anchor | null | undefined>} */ (/** @type {unknown} */ (correction));
  return [at, into, to, counts, speaker].filter((one) => one != null);
}

/**
 * @param {string} text
 * @param {Anchor} at
 */
const stands = (text, { start, end, words }) => words !== "" && start >= 0 && text.slice(start, end) === words;

/**
 * Says whether it found what it speaks of; changes nothing where not.
 * @param {string} text
 * @param {Graph} graph
 * @param {Correction} correction
 * @returns {boolean}
 */
function apply(text, graph, correction) {
  const { at } = correction;
  switch (correction.does) {
    case "hide":
      return hide(text, graph, correction.what, at);
    case "count":
      return count(text, graph, at, correction.counts);
    case "speaker":
      return speak(graph, at, correction.speaker);
    case "name":
      return introduce(text, graph, at, correction.kind);
  }
  const found = find(graph, at);
  if (!found) return false;
  switch (correction.does) {
    case "hide-all":
      for (const mention of [...found.thing.mentions]) dropMention(text, graph, mention);
      return true;
    case "retype":
      return retype(found.thing, correction.kind);
    case "merge":
      return absorb(text, graph, found.thing, find(graph, correction.into)?.thing);
    case "split":
      return split(text, graph, found, correction);
  }
}

/**
 * @param {string} text
 * @param {Graph} graph
 * @param {What} what
 * @param {Anchor} at
 */
function hide(text, graph, what, at) {
  if (what === "figure") return dropFigure(graph, at);
  if (what === "date") return dropDate(graph, at);
  if (what === "quote") return dropQuote(graph, at);
  const found = find(graph, at);
  if (found?.mention) dropMention(text, graph, found.mention);
  else if (found) dropReference(graph, found.thing, at);
  return found !== undefined;
}

/**
 * @param {string} text
 * @param {Graph} graph
 * @param {{ thing: Thing, mention?: Mention | undefined }} found
 * @param {Extract<Correction, { does: "split" }>} correction
 */
function split(text, graph, { thing, mention }, { at, alike, to }) {
  const other = to ? find(graph, to)?.thing : undefined;
  if (other === thing || (to && !other)) return false;
  const called = (/** @type {Span} */ span) => written(text, span);
  const moved = thing.mentions.filter((one) => one === mention || (mention && alike && called(one) === called(mention)));
  const reference = mention ? undefined : thing.references.find((one) => touches(one, at));
  if (reference && !other) return false; // without a name nothing can stand for itself
  if (moved.length === thing.mentions.length) return other !== undefined && absorb(text, graph, thing, other);
  return move(text, graph, thing, reference ? [] : moved, reference ? [reference] : [], other);
}

/**
 * The words on one line, as names are written.
 * @param {string} text
 * @param {Span} span
 */
function written(text, { start, end }) {
  return text.slice(start, end).trim().split(/\s+/u).join(" ");
}
