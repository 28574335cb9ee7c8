/**
 * One list as a table: sortable columns, rows that lead to their words, Copy on each.
 *
 * It carries explicit roles, because a narrow pane lays it out as cards and a table laid out as a grid would
 * lose its meaning for assistive technology. Long lists are built in portions.
 *
 * @import { Row, Table } from "../element/view.js"
 * @import { Direction } from "./results-sort.js"
 */

import { copyButton, element, jump, moreButton } from "./results-dom.js";
import { Portions } from "./results-portions.js";
import { sorted } from "./results-sort.js";

/** @type {Record<Direction, Direction>} The third click is back in the order of the text. */
const NEXT = { none: "ascending", ascending: "descending", descending: "none" };

export class ListTable {
  #table;
  #several;
  #body = element("tbody", { role: "rowgroup" });
  /** @type {Row[]} */
  #rows;
  #key = "";
  /** @type {Direction} */
  #direction = "none";
  #portions;
  #countOf;
  root = element("table", { role: "table" });

  /**
   * @param {Table} table
   * @param {(row: Row) => string} countOf What stands in the last column: how many mentions.
   */
  constructor(table, countOf) {
    this.#table = table;
    this.#rows = table.rows;
    this.#countOf = countOf;
    this.#several = table.rows.some((row) => row.marks.length > 1);
    this.root.dataset.kind = table.kind;
    this.root.append(element("caption", { className: "unseen", textContent: table.label }), this.#head(), this.#body);
    this.root.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button.sort") : null;
      if (button instanceof HTMLElement) this.#sort(button.dataset.key ?? "");
    });
    this.#portions = new Portions(this.#body, (/** @type {Row} */ row) => this.#row(row));
    this.#fill();
  }

  /** What stands below the table. */
  get foot() {
    return this.#portions.foot;
  }

  /**
   * Builds on until the row stands.
   * @param {string} rowId
   */
  reach(rowId) {
    this.#portions.reach(this.#rows.findIndex((row) => row.id === rowId));
  }

  stop() {
    this.#portions.stop();
  }

  /** The rows are the same, what is told of them is not. */
  renew() {
    this.#fill();
  }

  /** @param {string} key */
  #sort(key) {
    this.#direction = key === this.#key ? NEXT[this.#direction] : "ascending";
    this.#key = key;
    for (const head of this.root.querySelectorAll("th[data-key]")) {
      const own = head instanceof HTMLElement && head.dataset.key === key;
      if (own && this.#direction !== "none") head.setAttribute("aria-sort", this.#direction);
      else head.removeAttribute("aria-sort");
    }
    this.#rows = sorted(this.#table.rows, key, this.#direction);
    this.#fill();
  }

  #fill() {
    this.#portions.show(this.#rows);
  }

  #head() {
    const { columns } = this.#table;
    const heads = [...columns, ...(this.#several ? [{ key: "mentions", label: this.#table.kind === "quote" ? "Parts" : "Mentions" }] : [])];
    const line = element("tr", { role: "row" });
    for (const { key, label } of heads) {
      const button = element("button", { type: "button", className: "sort", textContent: label });
      button.dataset.key = key;
      const head = element("th", { scope: "col", role: "columnheader" }, [button]);
      head.dataset.key = key;
      line.append(head);
    }
    const last = element("th", { scope: "col", role: "columnheader" }, [element("span", { className: "unseen", textContent: "Copy" })]);
    line.append(last);
    return element("thead", { role: "rowgroup" }, [line]);
  }

  /** @param {Row} row */
  #row(row) {
    const line = element("tr", { id: `row-${row.id}`, role: "row" });
    line.dataset.row = row.id;
    for (const { key, label } of this.#table.columns) {
      line.append(key === "title" ? title(row) : cell(key, label, row));
    }
    if (this.#several) line.append(mentions(row, this.#countOf(row)));
    line.append(element("td", { role: "cell", className: "tools" }, [copyButton(row.title), moreButton(row.title)]));
    return line;
  }
}

/** @param {Row} row */
function title(row) {
  const head = element("th", { scope: "row", role: "rowheader" });
  const { button, words } = jump(row.title, row.kind);
  words.classList.toggle("unsure", row.doubt !== undefined);
  if (row.form) words.dataset.form = row.form;
  head.append(button);
  if (row.doubt) head.append(element("span", { className: "doubt", textContent: row.doubt }));
  if (row.check) {
    const differ = row.check.kind === "differ";
    const differs = element("button", { type: "button", className: "differs", textContent: differ ? "differs" : "check" });
    differs.dataset.check = row.check.id;
    differs.setAttribute("aria-label", differ ? `${row.title} differs from another figure: show both` : `check the sum with ${row.title}`);
    head.append(differs);
  }
  return head;
}

/**
 * @param {string} key
 * @param {string} label
 * @param {Row} row
 */
function cell(key, label, row) {
  const text = row.cells[key];
  const note = row.notes?.[key];
  const root = element("td", { role: "cell" });
  root.dataset.label = label;
  root.dataset.key = key;
  if (text === undefined) root.className = "absent";
  const value = element("div", {}, [element("bdi", { textContent: text ?? "" })]);
  if (note) value.append(" ", element("bdi", { className: "note", textContent: `“${note}”` }));
  root.append(value);
  return root;
}

/**
 * @param {Row} row
 * @param {string} count
 */
function mentions(row, count) {
  const root = element("td", { role: "cell", className: "mentions" });
  root.dataset.label = "Mentions";
  root.dataset.key = "mentions";
  const place = element("span", { className: "place", textContent: count });
  const several = row.marks.length + (row.pronouns?.length ?? 0) > 1;
  if (!several) root.append(place);
  else root.append(step(row, -1, "‹", "Previous"), place, step(row, 1, "›", "Next"));
  const pronouns = row.pronouns?.length ?? 0;
  if (pronouns > 0) root.append(element("span", { className: "pronouns", textContent: `and ${pronouns} ${pronouns === 1 ? "pronoun" : "pronouns"}` }));
  return root;
}

/**
 * @param {Row} row
 * @param {number} direction
 * @param {string} sign
 * @param {string} word
 */
function step(row, direction, sign, word) {
  const button = element("button", { type: "button", className: "step", textContent: sign });
  button.dataset.step = String(direction);
  button.setAttribute("aria-label", `${word} ${row.kind === "quote" ? "part" : "mention"} of ${row.title}`);
  return button;
}
