/**
 * From what the reader points at to what its card says: plain data, in the order of the card.
 *
 *     facts({ text, analysis, marks, mark })
 *     // { kind: "figure", one: "Figure", title: "at least 42 people", facts: [{ key: "value", label: "Value", ... }], ... }
 *
 * Pure: no DOM, nothing kept. What is not known is left out or said to be so; nothing is guessed. It does
 * not say that the article is right or wrong.
 *
 * @import { Analysis } from "../../analysis.js"
 * @import { Mark } from "../../element/view.js"
 */

import { dateFacts } from "./date.js";
import { entityFacts } from "./entity.js";
import { figureFacts } from "./figure.js";
import { isQuote, sequence } from "./marks.js";
import { quotationFacts } from "./quotation.js";

/** @typedef {{ text: string, analysis: Analysis, marks: Mark[], mark: Mark }} Subject What a card tells of, and all that is known. */

/**
 * A run of words: `tone` says how it is meant, `go` is the mark that it leads to, `does` what it offers to do.
 * @typedef {{ text: string, tone?: "quiet" | "strong" | "words", go?: string | undefined, does?: "date" }} Part
 */
/** @typedef {{ key: string, label: string, lines: Part[][], why?: string | undefined }} Fact `why` is the reason in words. */
/**
 * `steps` are the marks that Previous and Next go through, in text order, and what they are called.
 * @typedef {{ kind: string, one: string, doubt?: string | undefined, title: string, facts: Fact[], steps: { one: string, ids: string[] } }} Facts
 */

const ONE = { figure: "Figure", person: "Person", organization: "Organisation", place: "Place", other: "Other name", date: "Date" };

/** @param {Mark} mark */
export function nameOfKind(mark) {
  return isQuote(mark) ? "Quotation" : ONE[/** @type {keyof typeof ONE} */ (mark.kind)];
}

/**
 * @param {Subject} subject
 * @returns {Facts | undefined} Nothing where the mark is of another analysis.
 */
export function facts(subject) {
  const { mark, marks } = subject;
  const told = tell(subject);
  if (!told) return undefined;
  const named = !isQuote(mark) && mark.kind !== "figure" && mark.kind !== "date";
  return {
    kind: mark.kind,
    one: nameOfKind(mark),
    doubt: mark.doubt,
    title: told.title,
    facts: told.facts.filter((fact) => fact.lines.length > 0),
    steps: { one: named ? "mention" : nameOfKind(mark).toLowerCase(), ids: sequence(marks, mark) },
  };
}

/** @param {Subject} subject */
function tell(subject) {
  if (isQuote(subject.mark)) return quotationFacts(subject);
  switch (subject.mark.kind) {
    case "figure":
      return figureFacts(subject);
    case "date":
      return dateFacts(subject);
    default:
      return entityFacts(subject);
  }
}

/**
 * The card as text, for the clipboard; reasons and offers are left out.
 * @param {Facts} card
 */
export function asText({ title, facts: all }) {
  const lines = all.flatMap(({ label, lines }) => {
    const said = lines.map((line) => line.filter((part) => !part.does).map((part) => part.text).join("")).filter((line) => line !== "");
    return said.length === 0 ? [] : [`${label}: ${said.join("; ")}`];
  });
  return [title, ...lines].join("\n");
}
