/**
 * Who says something, by which words, and by which rule it was found: for cards of figures and of quotations.
 *
 * Pure. The rules are those of the core's table of forms; one that is not known here is told by its name.
 *
 * @import { Attribution } from "../../analysis.js"
 * @import { Part, Subject } from "./facts.js"
 */

import { nameIn } from "./marks.js";
import { quoted, words } from "./words.js";

/** @type {Record<string, (cue: string) => string>} */
const RULES = {
  that: (cue) => `what follows ${cue} and “that” is theirs`,
  question: (cue) => `the question that follows ${cue} is theirs`,
  infinitive: (cue) => `${cue} governs the words after it, “to” and a verb`,
  clause: (cue) => `the clause that follows ${cue} is theirs`,
  object: (cue) => `${cue} governs the words after it`,
  figure: (cue) => `${cue} takes the figure as what they found`,
  "as said": (cue) => `“as” with ${cue} gives them this sentence`,
  passive: (cue) => `${cue} tells that it was said, whoever said it`,
  "clause before": (cue) => `${cue} stands right behind the clause`,
  "according to": (cue) => `${cue} governs this sentence`,
  noun: (cue) => `the noun ${cue} stands for the saying`,
  label: () => "a name and a colon stand before it",
  colon: () => "the words before the colon lead to it",
  "run on": () => "it runs on from the quotation before it",
  "quotation before": (cue) => `${cue} stands right after the quotation`,
  "quotation after": (cue) => `${cue} stands right before the quotation`,
};

/**
 * @param {string} text
 * @param {Attribution} said
 */
export function ruleInWords(text, { rule, cue }) {
  const known = RULES[rule];
  if (!known) return rule;
  return known(cue ? quoted(words(text, cue)) : "a word of saying");
}

/**
 * The speaker by name, leading to where they are named; with the cue.
 * @param {Subject} subject
 * @param {Attribution} said
 * @returns {Part[]}
 */
export function speakerParts({ text, analysis, marks }, { speaker, cue }) {
  const by = cue && words(text, cue);
  // A colon is a cue as well, and no word.
  const cueParts = by && /\p{L}/u.test(by) ? [/** @type {Part} */ ({ text: ` (${quoted(by)})`, tone: "quiet" })] : [];
  if (!speaker) return [{ text: "no speaker found" }, ...cueParts];
  return [{ text: nameOf(text, analysis.entities, speaker), tone: "words", go: nameIn(marks, speaker, speaker.entity) }, ...cueParts];
}

/**
 * What is said where the text has other words than the name: "“he” is taken for Carlos Ibarra".
 * @param {Subject} subject
 * @param {Attribution} said
 */
export function takenFor({ text, analysis }, { speaker }) {
  const entity = speaker?.entity == null ? undefined : analysis.entities[speaker.entity];
  if (!speaker || !entity) return undefined;
  const said = words(text, speaker);
  return entity.name.includes(said) || said.includes(entity.name) ? undefined : `${quoted(said)} is taken for ${entity.name}`;
}

/**
 * @param {string} text
 * @param {Subject["analysis"]["entities"]} entities
 * @param {{ start: number, end: number, entity: number | null }} party
 */
export function nameOf(text, entities, party) {
  const said = words(text, party);
  const name = party.entity === null ? undefined : entities[party.entity]?.name;
  // "a spokesman for the ministry" is more than the ministry.
  return name === undefined || said.includes(name) ? said : name;
}

/** @param {(string | undefined)[]} reasons */
export function because(...reasons) {
  return reasons.filter((reason) => reason !== undefined).join("; ") || undefined;
}
