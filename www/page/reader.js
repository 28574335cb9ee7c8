/**
 * The result: overview, legend, article, lists and card, and how they answer one another.
 *
 * A row leads to its words and Escape leads back; words that are chosen show their row and a card.
 * On a narrow screen the lists move, the same elements, into a drawer.
 *
 * @import { Analysis } from "../analysis.js"
 * @import { Mark, View } from "../element/view.js"
 * @import { Filter } from "./article.js"
 * @import { Subject } from "./card.js"
 * @import { NamesList, Rule } from "./names-list.js"
 */

import { describe } from "../element/view.js";
import { ArticlePane } from "./article.js";
import { Card } from "./card.js";
import { Dock } from "./dock.js";
import { Legend } from "./legend.js";
import { MapSlot } from "./map-slot.js";
import { PrintedFigures } from "./print.js";
import { Results } from "./results.js";

/** Narrower than this the lists do not fit beside the article; page/reader.css has it too. */
const TWO_COLUMNS = "(width >= 56.25rem)";

const NOTHING =
  "Nothing was found. Looked for: people, organisations, places and other names, " +
  "numbers with what they count, money, percentages, measures, and dates.";
const FOREIGN =
  "This text does not look like English. Names are found in English articles only; what is shown here are figures and dates.";

/**
 * The reader's own names, and who hears of a new one; `onSay` tells the reader something, `onAskDay` asks for the
 * publication date.
 * @typedef {{ names: NamesList, onTell: (words: string, start: number, rule: Rule | null) => void,
 *   onSay: (words: string) => void, onAskDay: () => void }} Surroundings
 */

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
  #legend;
  #dock;
  #printed;
  #card;
  #map;
  /** @type {View | undefined} */
  #view;
  /** @type {string | undefined} The row that led to the words, for the way back. */
  #cameFrom;
  #wide = matchMedia(TWO_COLUMNS);

  /**
   * @param {Parts} parts
   * @param {Surroundings} surroundings
   */
  constructor(parts, { names, onTell, onSay, onAskDay }) {
    this.#parts = parts;
    this.#names = names;
    this.#card = new Card(parts.card, { onTell: ({ mark, name }, rule) => name && onTell(name.words, mark.start, rule) });
    this.#article = new ArticlePane(parts.article, {
      onSelect: (mark, element) => this.#select(mark, element),
      onEnter: () => this.#card.focus(),
    });
    this.#results = new Results(parts.results, {
      onGo: (markId) => this.#goTo(markId),
      onSay,
      onAskDay: () => {
        parts.drawer.close();
        onAskDay();
      },
      onChecks: (open) => this.#dock?.setChecks(open),
    });
    this.#map = new MapSlot({ onGo: (markId) => this.#goTo(markId) });
    this.#results.slot("place").append(this.#map.root);
    this.#legend = new Legend(parts.legend, (which, shown) => this.#filter(which, shown));
    this.#dock = new Dock(parts.dock, parts.drawer, this.#results, () => this.#close());
    this.#printed = new PrintedFigures(parts.article);
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
    this.#dock.show(view);
    this.#results.show(view);
    this.#map.show(analysis, view);
    this.#legend.show(view);
    this.#printed.show(view);
    if (foreign) return "foreign";
    return view.found ? "result" : "nothing";
  }

  /** The result in one line, for an announcement. */
  get summary() {
    return this.#view?.summary || NOTHING;
  }

  /** Takes the focus to the lists, wherever they are. */
  focusLists() {
    if (!this.#wide.matches && !this.#parts.drawer.open) this.#dock.open("more");
    this.#results.select("figure");
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
    const table = this.#results.tableOf(mark.row);
    const row = this.#results.rowOf(mark.row);
    const { kind } = mark;
    const words = this.#text.slice(mark.start, mark.end).replace(/\s+/gu, " ");
    const isName = kind !== "figure" && kind !== "quote" && kind !== "date" && mark.form === undefined;
    const name = isName ? { words, kind, rule: this.#names.get(words) } : undefined;
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
    this.#map.highlight(mark.row);
    this.#card.pin(element, subject);
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    const found = event.pointerType === "mouse" ? this.#article.markAt(event.target) : undefined;
    const mark = found?.kind === "quote" ? undefined : found; // most of a text is said by somebody: a card for it would be in the way
    if (found && !mark) this.#card.leave();
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

  /**
   * @param {Filter} which
   * @param {boolean} shown
   */
  #filter(which, shown) {
    this.#article.setShown(which, shown);
    if (which === "pronoun") this.#results.setPronouns(shown);
    this.#close();
  }

  /** The same lists stand beside the article or in the drawer. */
  #place() {
    this.#parts.drawer.close();
    (this.#wide.matches ? this.#parts.pane : this.#parts.drawer).append(this.#parts.results);
  }
}
