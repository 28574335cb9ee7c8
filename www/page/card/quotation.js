/**
 * The card of a quotation or a reported statement: whose it is, by which words, to whom, and the figures in it.
 *
 * Pure.
 *
 * @import { Attribution } from "../../analysis.js"
 * @import { Fact, Part, Subject } from "./facts.js"
 */

import { indexOf, markOf, nameIn } from "./marks.js";
import { nameOf, ruleInWords, speakerParts, takenFor } from "./speech.js";
import { clipped, words } from "./words.js";

const MOST_FIGURES = 5;
const TITLE = 110;

/** @type {Record<Attribution["kind"], string>} */
const FORMS = {
  direct: "word for word, in quotation marks",
  mixed: "partly word for word, partly retold",
  indirect: "retold in the article’s words",
};

/** @param {Subject} subject */
export function quotationFacts(subject) {
  const { text, analysis, marks, mark } = subject;
  const said = analysis.attributions[indexOf(mark.row)];
  if (!said) return undefined;
  const { addressee, spans } = said;
  /** @type {Part[]} */
  const to = addressee ? [{ text: nameOf(text, analysis.entities, addressee), tone: "words", go: nameIn(marks, addressee, addressee.entity) }] : [];
  /** @type {Fact[]} */
  const facts = [
    { key: "said", label: "Said by", lines: [speakerParts(subject, said)], why: takenFor(subject, said) },
    { key: "addressee", label: "Said to", lines: to.length > 0 ? [to] : [] },
    { key: "form", label: "Form", lines: [[{ text: FORMS[said.kind] + (spans.length > 1 ? `, in ${spans.length} pieces` : "") }]] },
    { key: "rule", label: "Found by", lines: [[{ text: ruleInWords(text, said) }]] },
    figures(subject, said),
  ];
  return { title: clipped(spans.map((span) => words(text, span)).join(" … "), TITLE), facts };
}

/**
 * @param {Subject} subject
 * @param {Attribution} said
 * @returns {Fact}
 */
function figures({ text, analysis, marks }, { spans }) {
  const inside = analysis.figures.flatMap((figure, index) =>
    figure.role === "claim" && spans.some((span) => figure.start >= span.start && figure.end <= span.end) ? [{ figure, index }] : [],
  );
  /** @type {Part[][]} */
  const lines = inside.slice(0, MOST_FIGURES).map(({ figure, index }) => [{ text: words(text, figure.outer), tone: "words", go: markOf(marks, "figure", index) }]);
  if (inside.length > MOST_FIGURES) lines.push([{ text: `and ${inside.length - MOST_FIGURES} more`, tone: "quiet" }]);
  return { key: "figures", label: inside.length === 1 ? "Figure in it" : "Figures in it", lines };
}
