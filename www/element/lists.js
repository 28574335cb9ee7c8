/**
 * The lists of the panel: a disclosure for each kind, every mention a button. It is the route for those who cannot
 * see marks, so nothing that is marked is missing here.
 *
 * It draws what it is given and listens to nothing.
 *
 * @import { Mark, Row, Table } from "./view.js"
 */

import { command, make } from "./make.js";

/** So many of a kind are named in a line, the rest on demand. */
const FOREMOST = 5;

/** @typedef {Map<string, string | undefined>} Doubts How unsure each mark is, in words. */

/** @param {Mark[]} marks @returns {Doubts} */
export const doubtsOf = (marks) => new Map(marks.map((mark) => [mark.id, mark.doubt]));

/**
 * @param {Table} table
 * @param {boolean} open
 * @param {Doubts} doubts
 */
export function list({ kind, label, rows }, open, doubts) {
  const items = make("ul", {}, rows.map((row) => item(row, doubts)));
  items.part.add("list");
  const head = make("summary", {}, [make("span", { className: "words", textContent: label }), " ", make("span", { className: "hint", textContent: String(rows.length) })]);
  const root = make("details", { open }, [head, items]);
  root.dataset.kind = kind;
  return root;
}

/**
 * A kind in a line: the foremost by name, the others behind a button.
 * @param {Table} table
 * @param {Doubts} doubts
 */
export function line({ kind, label, rows }, doubts) {
  const root = make("p", { className: "line" }, [make("span", { className: "words", textContent: label })]);
  root.dataset.kind = kind;
  const ordered = kind === "figure" || kind === "quote" || kind === "date" ? rows : rows.toSorted((a, b) => b.marks.length - a.marks.length);
  for (const [place, row] of ordered.entries()) {
    const button = mention(row, 0, doubts);
    button.hidden = place >= FOREMOST;
    root.append(button);
  }
  const left = ordered.length - FOREMOST;
  if (left > 0) {
    const more = command("more", `${left} more`, "small");
    more.ariaLabel = `${left} more ${label.toLowerCase()}`;
    root.append(more);
  }
  return root;
}

/**
 * @param {Row} row
 * @param {Doubts} doubts
 */
function item(row, doubts) {
  const root = make("li");
  root.part.add("item");
  const { value, role, country, speaker, said, asOf, how } = row.cells;
  const figure = [value === row.title ? undefined : value, said && `says ${said}`, asOf && `as of ${asOf}`];
  const by = speaker === "not found" ? undefined : speaker;
  const known = row.kind === "figure" ? figure : [value, role, country, by, how, row.doubt];
  const text = known.filter((words) => words !== undefined).join(" · ");
  root.append(mention(row, 0, doubts));
  if (text !== "") root.append(make("span", { className: "hint", textContent: text }));
  for (let place = 1; place < row.marks.length; place += 1) root.append(mention(row, place, doubts));
  return root;
}

/**
 * The first mention bears the name, the others their numbers.
 * @param {Row} row
 * @param {number} place
 * @param {Doubts} doubts
 */
function mention(row, place, doubts) {
  const first = place === 0;
  const button = make("button", { type: "button", className: first ? "name" : "again", textContent: first ? titleOf(row) : String(place + 1) });
  const mark = row.marks[place] ?? "";
  const doubt = doubts.get(mark);
  button.dataset.mark = mark;
  button.part.add("mention");
  button.classList.toggle("unsure", doubt !== undefined);
  if (doubt) button.title = doubt;
  if (!first) button.ariaLabel = [`${row.title}, mention ${place + 1} of ${row.marks.length}`, doubt].filter(Boolean).join(", ");
  return button;
}

/** A figure with the words that belong to it; a quotation is shortened. @param {Row} row */
const titleOf = ({ kind, phrase, title }) => (kind === "figure" ? (phrase ?? title) : title);
