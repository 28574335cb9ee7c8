/**
 * The card of a person, organisation, place or other thing: names, roles, mentions, what it says, where it is.
 *
 * Pure.
 *
 * @import { Entity, Place, Reference } from "../../analysis.js"
 * @import { Fact, Part, Subject } from "./facts.js"
 */

import { grouped } from "../../element/view-words.js";
import { country } from "../../element/view/parts.js";
import { indexOf, markOf, placeOf } from "./marks.js";
import { clipped, paragraphAt, quoted, words } from "./words.js";

const MOST_FIGURES = 3;
const TEASER = 90;

/** @type {Record<Place["rule"], string>} */
const RULES = {
  only_one: "it is the only place of this name that is known",
  said_behind: "the region or country stands right behind the name",
  surroundings: "the article speaks of its country or region",
  population: "it is the largest of that name; the article does not say which",
  part: "it is a part of that place",
  people: "it is the country of these people",
  within: "not known itself; this is the middle of the region that the article puts it in",
  named_after: "it is named after a city of the article",
};

/** @type {Record<Reference["rule"], string>} */
const REFERENCES = {
  same_role: "the article has given this role to nobody else",
  wider_role: "it is a wider word for a role of theirs",
  same_sentence: "mentioned before it in its sentence",
  earlier_sentence: "mentioned in a sentence before",
  later_name: "named later in its sentence",
};

/** @param {Subject} subject */
export function entityFacts(subject) {
  const { text, analysis, mark } = subject;
  const index = indexOf(mark.row);
  const entity = analysis.entities[index];
  if (!entity) return undefined;
  /** @type {Fact[]} */
  const facts = [
    plain("also-called", "Also called", unique(entity.aliases).join(", ")),
    plain("roles", "Described as", unique(entity.roles.map((role) => words(text, role))).join(", ")),
    ...where(subject, entity),
    mentions(text, entity),
    says(subject, index),
    figures(subject, index),
    reference(subject, entity) ?? sureness(subject),
  ];
  return { title: entity.name, facts };
}

/**
 * @param {string} key
 * @param {string} label
 * @param {string} said
 * @returns {Fact}
 */
function plain(key, label, said) {
  return { key, label, lines: said === "" ? [] : [[{ text: said, tone: "words" }]] };
}

/** @param {string[]} items */
function unique(items) {
  return [...new Set(items)];
}

/**
 * @param {string} text
 * @param {Entity} entity
 * @returns {Fact}
 */
function mentions(text, { mentions, references }) {
  const roles = references.filter((reference) => reference.form === "role");
  const pronouns = references.filter((reference) => reference.form === "pronoun");
  const list = (/** @type {typeof references} */ all) => unique(all.map((one) => quoted(words(text, one).toLowerCase()))).slice(0, 3).join(", ");
  /** @type {Part[][]} */
  const lines = [[{ text: `${times(mentions.length)} by name` }]];
  if (roles.length > 0) lines.push([{ text: `${times(roles.length)} by role ` }, { text: `(${list(roles)})`, tone: "quiet" }]);
  if (pronouns.length > 0) lines.push([{ text: `${times(pronouns.length)} by pronoun ` }, { text: `(${list(pronouns)})`, tone: "quiet" }]);
  return { key: "mentions", label: "Mentioned", lines, why: pronouns.length > 0 ? "of pronouns, about seven in ten are right" : undefined };
}

/**
 * How a mention without a name was taken for this one.
 * @param {Subject} subject
 * @param {Entity} entity
 * @returns {Fact | undefined}
 */
function reference({ text, mark }, { name, references }) {
  const found = references[Number(/^e\d+r(\d+)$/u.exec(mark.id)?.[1] ?? -1)];
  if (!found) return undefined;
  const said = found.form === "pronoun" ? "less sure, a pronoun" : "fairly sure, a role";
  return { key: "sure", label: "How sure", lines: [[{ text: said }]], why: `${quoted(words(text, found))} is taken for ${name}: ${REFERENCES[found.rule]}` };
}

/** @param {number} count */
function times(count) {
  return count === 1 ? "once" : count === 2 ? "twice" : `${grouped(String(count))} times`;
}

/**
 * How many statements are theirs, and the first of them.
 * @param {Subject} subject
 * @param {number} entity
 * @returns {Fact}
 */
function says({ text, analysis, marks }, entity) {
  const theirs = analysis.attributions.flatMap((said, index) => (said.speaker?.entity === entity ? [{ said, index }] : []));
  // What is quoted shows best how they speak.
  const first = theirs.find(({ said }) => said.kind === "direct") ?? theirs.find(({ said }) => said.kind === "mixed") ?? theirs[0];
  if (!first) return { key: "says", label: "Says", lines: [] };
  const inMarks = theirs.filter(({ said }) => said.kind !== "indirect").length;
  const amount = theirs.length === 1 ? "1 statement" : `${theirs.length} statements`;
  const span = first.said.spans[0] ?? { start: 0, end: 0 };
  return {
    key: "says",
    label: "Says",
    lines: [
      [{ text: amount + (inMarks === 0 ? ", none quoted" : inMarks === theirs.length ? ", quoted" : `, ${inMarks} quoted`) }],
      [{ text: clipped(words(text, span), TEASER), tone: "words", go: placeOf(marks, first.said, first.index) }, { text: ` (paragraph ${paragraphAt(text, span.start)})`, tone: "quiet" }],
    ],
  };
}

/**
 * Figures that they are said to have given.
 * @param {Subject} subject
 * @param {number} entity
 * @returns {Fact}
 */
function figures({ text, analysis, marks }, entity) {
  const given = analysis.figures.flatMap((figure, index) => {
    const speaker = figure.said_by === null ? null : analysis.attributions[figure.said_by]?.speaker;
    return figure.role === "claim" && speaker?.entity === entity ? [{ figure, index }] : [];
  });
  /** @type {Part[][]} */
  const lines = given.slice(0, MOST_FIGURES).map(({ figure, index }) => [
    { text: words(text, figure.outer), tone: "words", go: markOf(marks, "figure", index) },
    { text: ` (paragraph ${paragraphAt(text, figure.start)})`, tone: "quiet" },
  ]);
  if (given.length > MOST_FIGURES) lines.push([{ text: `and ${given.length - MOST_FIGURES} more`, tone: "quiet" }]);
  return { key: "figures", label: given.length === 1 ? "Figure given" : "Figures given", lines };
}

/**
 * How sure this mention is; a name that the reader has listed is as sure as can be.
 * @param {Subject} subject
 * @returns {Fact}
 */
function sureness({ analysis, mark }) {
  const confidence = mark.id.startsWith("n") ? analysis.names[indexOf(mark.id)]?.confidence : undefined;
  if (confidence === undefined) return { key: "sure", label: "How sure", lines: [] };
  const said = confidence >= 0.95 ? "very sure" : confidence >= 0.85 ? "sure" : confidence >= 0.7 ? "fairly sure" : "unsure";
  const share = confidence >= 0.975 ? "nearly all" : `about ${Math.round(confidence * 20) * 5} in 100`;
  return { key: "sure", label: "How sure", lines: [[{ text: said }]], why: `of names as clear as this one, ${share} are right` };
}

/**
 * Where it is: country, what decided, point, inhabitants.
 * @param {Subject} subject
 * @param {Entity} entity
 * @returns {Fact[]}
 */
function where(subject, entity) {
  const { place, kind } = entity;
  if (!place) {
    if (kind !== "place") return [];
    return [{ key: "country", label: "Country", lines: [[{ text: "not known", tone: "quiet" }]] }];
  }
  const certain = place.certainty === "sure" ? "sure" : "likely, there are other places of this name";
  /** @type {Fact[]} */
  const facts = [
    plain("country", "Country", country(entity) ?? "none"),
    { key: "certainty", label: "Which place", lines: [[{ text: certain }]], why: whyThere(subject, entity, place) },
    plain("point", place.country === null ? "About at" : "Located at", coordinates(place)),
  ];
  if (place.population !== undefined) facts.push({ key: "population", label: "Inhabitants", lines: [[{ text: `about ${grouped(String(place.population))}` }]] });
  return facts;
}

/**
 * @param {Subject} subject
 * @param {Entity} entity
 * @param {Place} place
 */
function whyThere({ text, analysis }, { mentions }, { rule }) {
  if (rule !== "said_behind") return RULES[rule];
  for (const mention of mentions) {
    const name = analysis.names[mention];
    const next = analysis.names[mention + 1];
    if (name && next && /^,\s$/u.test(text.slice(name.end, next.start))) return `${quoted(words(text, next))} stands right behind the name`;
  }
  return RULES[rule];
}

/** @param {Place} place */
function coordinates({ lat, lon }) {
  const side = (/** @type {number} */ degrees, /** @type {string} */ plus, /** @type {string} */ minus) => `${Math.abs(degrees).toFixed(1)}° ${degrees < 0 ? minus : plus}`;
  return `${side(lat, "north", "south")}, ${side(lon, "east", "west")}`;
}
