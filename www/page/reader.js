/**
 * The result: overview, legend, article, lists and card, and how they answer one another.
 *
 * A row leads to its words and Escape leads back; words that are chosen show their row and a card.
 * On a narrow screen the lists move, the same elements, into a drawer.
 *
 * @import { Analysis } from "../analysis.js"
 * @import { Kind, Mark, View } from "../element/view.js"
 * @import { Subject } from "./card.js"
 * @import { NamesList, Rule } from "./names-list.js"
 */

import { describe } from "../element/view.js";
import { ArticlePane } from "./article.js";
import { Card } from "./card.js";
import { Results } from "./results.js";

/** Narrower than this the lists do not fit beside the article; page/reader.css has it too. */
const TWO_COLUMNS = "(width >= 56.25rem)";

const NOTHING =
  "Nothing was found. Looked for: people, organisations, places and other names, " +
  "numbers with what they count, money, percentages, measures, and dates.";
const FOREIGN =
  "This text does not look like English. Names are found in English articles only; what is shown here are figures and dates.";

/** @typedef {{ names: NamesList, onTell: (words: string, start: number, rule: Rule | null) => void }} Surroundings The reader's own names, and who hears of a new one. */

/**
 * The elements of the page that the reader fills.
 * @typedef {{
 *   summary: HTMLElement, notice: HTMLElement, legend: HTMLElement, article: HTMLElement, pane: HTMLElement,
 *   results: HTMLElement, card: HTMLElement, dock: HTMLElement, drawer: HTMLDialogElement,
 * }} Parts
 */

export class Reader {
  #parts;
  #names;
  #text = "";
  #article;
  #results;
  #card;
  /** @type {View | undefined} */
  #view;
  /** @type {Analysis | undefined} */
  #analysis;
  /** @type {string | undefined} The row that led to the words, for the way back. */
  #cameFrom;
  #wide = matchMedia(TWO_COLUMNS);

  /**
   * @param {Parts} parts
   * @param {Surroundings} surroundings
   */
  constructor(parts, { names, onTell }) {
    this.#parts = parts;
    this.#names = names;
    this.#card = new Card(parts.card, { onTell: ({ mark, name }, rule) => name && onTell(name.words, mark.start, rule) });
    this.#article = new ArticlePane(parts.article, {
      onSelect: (mark, element) => this.#select(mark, element),
      onEnter: () => this.#card.focus(),
    });
    this.#results = new Results(parts.results, { onGo: (markId) => this.#goTo(markId) });
    parts.legend.addEventListener("click", (event) => this.#filter(event));
    parts.dock.addEventListener("click", (event) => this.#openDrawer(event));
    parts.article.addEventListener("pointerover", (event) => this.#hover(event));
    parts.article.addEventListener("pointerout", () => this.#card.leave());
    parts.article.addEventListener("focusout", (event) => this.#leave(event));
    document.addEventListener("keydown", (event) => this.#escape(event));
    document.addEventListener("pointerdown", (event) => this.#dismiss(event));
    this.#wide.addEventListener("change", () => this.#place());
    this.#place();
  }

  /**
   * @param {string} text
   * @param {Analysis} analysis
   * @returns {"result" | "nothing" | "foreign"} What the page is to call this.
   */
  show(text, analysis) {
    const view = describe(text, analysis);
    const foreign = analysis.language === "und";
    this.#view = view;
    this.#text = text;
    this.#analysis = analysis;
    this.#cameFrom = undefined;
    this.#card.hide();
    const counts = view.summary === "" ? ["Nothing found"] : view.summary.split(" · ");
    this.#parts.summary.replaceChildren(
      ...counts.map((textContent) => Object.assign(document.createElement("span"), { textContent })),
    );
    this.#parts.notice.hidden = view.found && !foreign;
    this.#parts.notice.textContent = foreign ? FOREIGN : NOTHING;
    this.#parts.legend.hidden = !view.found;
    this.#parts.dock.hidden = !view.found;
    this.#parts.pane.hidden = !view.found;
    this.#article.show(text, view.marks);
    this.#results.show(view.tables);
    this.#showLegend(view);
    this.#showDock(view);
    if (foreign) return "foreign";
    return view.found ? "result" : "nothing";
  }

  /** The text that is shown and its analysis, for exports. */
  get shown() {
    return this.#analysis && { text: this.#text, analysis: this.#analysis };
  }

  /** The result in one line, for an announcement. */
  get summary() {
    return this.#view?.summary || NOTHING;
  }

  /** Takes the focus to the lists, wherever they are. */
  focusLists() {
    if (!this.#wide.matches && !this.#parts.drawer.open) this.#parts.drawer.showModal();
    this.#results.focusTab();
  }

  hide() {
    this.#card.hide();
    this.#parts.drawer.close();
  }

  /**
   * Takes the focus to the words that begin there; says whether they are marked.
   * @param {number} start
   */
  focusAt(start) {
    const mark = this.#article.at(start);
    if (mark) this.#article.focus(mark.id);
    return mark !== undefined;
  }

  /**
   * What a mark's card tells of.
   * @param {Mark} mark
   * @returns {Subject | undefined}
   */
  #subject(mark) {
    const table = this.#view?.tables.find((one) => one.rows.some((row) => row.id === mark.row));
    const row = this.#results.rowOf(mark.row);
    const { kind } = mark;
    const words = this.#text.slice(mark.start, mark.end).replace(/\s+/gu, " ");
    const name = kind === "figure" || kind === "date" ? undefined : { words, kind, rule: this.#names.get(words) };
    return table && row && { table, row, mark, name };
  }

  /**
   * @param {Mark} mark
   * @param {HTMLElement} element
   */
  #select(mark, element) {
    const subject = this.#subject(mark);
    if (!subject) return;
    this.#results.reveal(mark.row, mark.id);
    this.#card.pin(element, subject);
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    const mark = event.pointerType === "mouse" ? this.#article.markAt(event.target) : undefined;
    const element = mark && this.#article.elementOf(mark.id);
    const subject = mark && this.#subject(mark);
    if (element && subject) this.#card.hover(element, subject);
  }

  /** @param {string} markId */
  #goTo(markId) {
    this.#cameFrom = this.#view?.marks.find((mark) => mark.id === markId)?.row;
    this.#parts.drawer.close();
    this.#article.goTo(markId);
  }

  /** @param {FocusEvent} event */
  #leave(event) {
    const next = event.relatedTarget;
    const inside = next instanceof Node && (this.#parts.card.contains(next) || this.#parts.article.contains(next));
    if (next && !inside) this.#close();
  }

  /** @param {PointerEvent} event */
  #dismiss(event) {
    const target = event.target instanceof Node ? event.target : null;
    if (this.#parts.card.contains(target) || this.#article.markAt(target)) return;
    this.#close();
  }

  #close() {
    this.#card.hide();
    this.#article.deselect();
  }

  /** @param {KeyboardEvent} event */
  #escape(event) {
    if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
    if (this.#card.hasFocus) this.#article.refocus();
    const row = this.#cameFrom;
    this.#cameFrom = undefined;
    this.#close();
    if (row !== undefined && this.#wide.matches) this.#results.focus(row);
  }

  /** @param {View} view */
  #showLegend({ tables, marks }) {
    const buttons = tables
      .filter((table) => table.rows.length > 0)
      .map(({ kind, label }) => filter(kind, label, marks.filter((mark) => mark.kind === kind).length));
    const unsure = marks.filter((mark) => mark.doubt).length;
    if (unsure > 0) buttons.push(filter("unsure", "Unsure", unsure));
    const all = Object.assign(document.createElement("button"), { type: "button", className: "filter all", textContent: "Hide all" });
    all.dataset.filter = "all";
    this.#parts.legend.replaceChildren(...buttons, all);
    for (const { kind } of tables) this.#article.setShown(kind, true);
    this.#article.setShown("unsure", true);
  }

  /** @param {MouseEvent} event */
  #filter(event) {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button) return;
    const buttons = [...this.#parts.legend.querySelectorAll("button")];
    const kinds = buttons.filter((other) => other.hasAttribute("aria-pressed"));
    const isShown = (/** @type {Element} */ other) => other.getAttribute("aria-pressed") === "true";
    const chosen = button.dataset.filter === "all" ? kinds : [button];
    const shown = button.dataset.filter === "all" ? !kinds.some(isShown) : !isShown(button);
    for (const one of chosen) {
      one.setAttribute("aria-pressed", String(shown));
      this.#article.setShown(/** @type {Kind | "unsure"} */ (one.dataset.filter), shown);
    }
    const all = buttons.find((other) => other.dataset.filter === "all");
    if (all) all.textContent = kinds.some(isShown) ? "Hide all" : "Show all";
    this.#close();
  }

  /** @param {View} view */
  #showDock({ tables }) {
    const filled = tables.filter((table) => table.rows.length > 0);
    this.#parts.dock.replaceChildren(
      ...filled.map(({ kind, label, rows }) => {
        const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: `${label} ` });
        button.dataset.kind = kind;
        button.setAttribute("aria-haspopup", "dialog");
        button.append(Object.assign(document.createElement("span"), { className: "count", textContent: String(rows.length) }));
        return button;
      }),
    );
  }

  /** @param {MouseEvent} event */
  #openDrawer(event) {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button) return;
    this.#close();
    this.#results.select(/** @type {Kind} */ (button.dataset.kind));
    this.#parts.drawer.showModal();
  }

  /** The same lists stand beside the article or in the drawer. */
  #place() {
    this.#parts.drawer.close();
    (this.#wide.matches ? this.#parts.pane : this.#parts.drawer).append(this.#parts.results);
  }
}

/**
 * A button of the legend, with a sample of the line that it turns off and on.
 * @param {Kind | "unsure"} which
 * @param {string} label
 * @param {number} count
 */
function filter(which, label, count) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "filter" });
  button.dataset.filter = which;
  button.setAttribute("aria-pressed", "true");
  const sample = Object.assign(document.createElement("span"), { className: "words", textContent: label });
  if (which === "unsure") sample.classList.add("unsure");
  else sample.dataset.kind = which;
  button.append(sample, Object.assign(document.createElement("span"), { className: "count", textContent: String(count) }));
  return button;
}
