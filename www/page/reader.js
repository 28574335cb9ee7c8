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

import { describing } from "../element/view.js";
import { finish, slowly } from "../element/view/steps.js";
import { ArticlePane } from "./article.js";
import { Card } from "./card.js";
import { Dock } from "./dock.js";
import { Legend } from "./legend.js";
import { MapSlot } from "./map-slot.js";
import { PrintedFigures } from "./print.js";
import { Results } from "./results.js";

/** A shorter text is shown at once. */
const LONG = 40_000;

/** Narrower than this the lists do not fit beside the article; page/reader.css has it too. */
const TWO_COLUMNS = "(width >= 56.25rem)";

const NOTHING =
  "Nothing was found. Looked for: people, organisations, places and other names, " +
  "numbers with what they count, money, percentages, measures, and dates.";
const FOREIGN =
  "This text does not look like English. Names are found in English articles only; what is shown here are figures and dates.";

/**
 * The reader's own names, and who hears of a new one; `onSay` tells the reader something, `onAskDay` asks for the
 * publication date, `onCorrect` hears of a mark that is not right, with the button of the row where it was said.
 * @typedef {{ names: NamesList, onTell: (words: string, start: number, rule: Rule | null) => void,
 *   onSay: (words: string) => void, onAskDay: () => void, onCorrect: (mark: Mark, from?: HTMLElement) => void }} Surroundings
 */

/**
 * The elements of the page that the reader fills.
 * @typedef {{
 *   summary: HTMLElement, notice: HTMLElement, legend: HTMLElement, article: HTMLElement, pane: HTMLElement,
 *   results: HTMLElement, card: HTMLElement, dock: HTMLElement, drawer: HTMLDialogElement,
 * }} Parts
 */

/** @typedef {"result" | "nothing" | "foreign"} State What the page is to call what is shown. */

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
  /** @type {Analysis | undefined} */
  #analysis;
  /** @type {string | undefined} The row that led to the words, for the way back. */
  #cameFrom;
  #wide = matchMedia(TWO_COLUMNS);
  /** @type {AbortController | undefined} What is still being shown. */
  #presenting;

  /**
   * @param {Parts} parts
   * @param {Surroundings} surroundings
   */
  constructor(parts, { names, onTell, onSay, onAskDay, onCorrect }) {
    this.#parts = parts;
    this.#names = names;
    this.#card = new Card(parts.card, {
      onTell: ({ mark, name }, rule) => name && onTell(name.words, mark.start, rule),
      onCorrect: ({ mark }) => onCorrect(mark),
      onGo: (markId, from) => this.#follow(markId, from),
      onChoose: (mark) => this.#results.reveal(mark.row, mark.id),
      onDate: () => {
        this.#close();
        onAskDay();
      },
      isShown: (markId) => this.#article.markAt(this.#article.elementOf(markId) ?? null) !== undefined,
    });
    this.#article = new ArticlePane(parts.article, {
      onSelect: (mark, element) => this.#select(mark, element),
      onEnter: () => this.#enterCard(),
    });
    this.#results = new Results(parts.results, {
      onGo: (markId) => this.#goTo(markId),
      onMore: (markId, from) => {
        const mark = this.#view?.marks.find(({ id }) => id === markId);
        if (mark) onCorrect(mark, from);
      },
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
    parts.article.addEventListener("click", (event) => this.#pin(event)); // after the pane has chosen the words
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
   * @returns {State}
   */
  show(text, analysis) {
    this.#presenting?.abort();
    return finish(this.#showing(text, analysis));
  }

  /**
   * As `show`, of a long text in steps between which the page answers. `onFirst` hears when what the reader sees is
   * there; more follows until the promise is kept.
   * @param {string} text
   * @param {Analysis} analysis
   * @param {{ signal: AbortSignal, onFirst: (state: State) => void }} settings
   */
  async present(text, analysis, { signal, onFirst }) {
    if (text.length < LONG) return onFirst(this.show(text, analysis));
    this.#presenting?.abort();
    const own = (this.#presenting = new AbortController());
    try {
      await slowly(this.#showing(text, analysis), { signal: AbortSignal.any([signal, own.signal]), onStep: onFirst });
    } catch (error) {
      if (!own.signal.aborted || signal.aborted) throw error; // else something newer is shown
    }
  }

  /**
   * Yields the state when what the reader sees is there.
   * @param {string} text
   * @param {Analysis} analysis
   * @returns {Generator<State | undefined, State>}
   */
  *#showing(text, analysis) {
    const view = yield* describing(text, analysis);
    const foreign = analysis.language === "und";
    const state = foreign ? "foreign" : view.found ? "result" : "nothing";
    for (const step of this.#article.showing(text, view.marks)) {
      if (!step) {
        yield;
        continue;
      }
      const goesOn = text === this.#text; // the same article, read further or anew
      this.#view = view;
      this.#text = text;
      this.#analysis = analysis;
      this.#cameFrom = undefined;
      this.#card.hide();
      this.#surround(view, foreign, goesOn);
      this.#map.show(analysis, view);
      step.settle();
      yield state;
    }
    return state;
  }
  /**
   * All that stands around the article.
   * @param {View} view
   * @param {boolean} foreign
   * @param {boolean} goesOn What the reader chose stays.
   */
  #surround(view, foreign, goesOn) {
    const hadFocus = this.#parts.results.contains(document.activeElement);
    const counts = view.summary === "" ? ["Nothing found"] : view.summary.split(" · ");
    this.#parts.summary.replaceChildren(
      ...counts.map((textContent) => Object.assign(document.createElement("span"), { textContent })),
    );
    this.#parts.notice.hidden = view.found && !foreign;
    this.#parts.notice.textContent = foreign ? FOREIGN : NOTHING;
    this.#parts.legend.hidden = !view.found;
    this.#parts.dock.hidden = !view.found;
    this.#parts.pane.hidden = !view.found;
    this.#dock.show(view);
    this.#results.show(view);
    this.#legend.show(view, goesOn);
    this.#printed.show(view);
    if (hadFocus) this.#results.focusTab();
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
    if (!this.#wide.matches && !this.#parts.drawer.open) this.#dock.open("more");
    this.#results.select("figure");
    this.#results.focusTab();
  }

  hide() {
    this.#presenting?.abort();
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
   * What the card of an element tells of: the marks that lie there, the innermost first.
   * @param {Element} element
   * @param {Mark} [chosen] Told of first.
   * @returns {Subject[]}
   */
  #subjects(element, chosen) {
    const marks = this.#article.marksAt(element);
    const first = marks.find((mark) => mark.id === chosen?.id) ?? chosen;
    return (first ? [first, ...marks.filter((mark) => mark !== first)] : marks).map((mark) => this.#subject(mark)).filter((one) => one !== undefined);
  }

  /**
   * @param {Mark} mark
   * @returns {Subject | undefined}
   */
  #subject(mark) {
    if (!this.#view || !this.#analysis) return undefined;
    const { kind } = mark;
    const words = this.#text.slice(mark.start, mark.end).replace(/\s+/gu, " ");
    const isName = kind === "person" || kind === "organization" || kind === "place" || kind === "other";
    const name = isName && mark.id.startsWith("n") ? { words, kind, rule: this.#names.get(words) } : undefined;
    return { text: this.#text, analysis: this.#analysis, marks: this.#view.marks, mark, name };
  }

  /**
   * @param {Mark} mark
   * @param {HTMLElement} element
   */
  #select(mark, element) {
    this.#results.reveal(mark.row, mark.id);
    this.#map.highlight(mark.row);
    this.#card.show(element, this.#subjects(element, mark), "focus");
  }

  /** Enter: the card stays, and has the focus. */
  #enterCard() {
    return this.#card.shown && this.#card.focus();
  }

  /** @param {MouseEvent} event */
  #pin(event) {
    const mark = this.#article.markAt(event.target);
    const element = event.target instanceof Element ? event.target.closest("mark") : null;
    if (!mark || !(element instanceof HTMLElement)) return;
    // Words that have the focus already were not chosen anew; and the card belongs where it was pressed.
    this.#results.reveal(mark.row, mark.id);
    this.#card.show(element, this.#subjects(element, mark), "pin");
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    const found = event.pointerType === "mouse" ? this.#article.markAt(event.target) : undefined;
    const mark = found?.kind === "quote" ? undefined : found; // most of a text is said by somebody: a card for it would be in the way
    if (found && !mark) this.#card.leave();
    const element = event.target instanceof Element ? event.target.closest("mark") : null;
    if (mark && element instanceof HTMLElement) this.#card.hover(element, () => this.#subjects(element, mark));
  }

  /**
   * From the card to other words, and the card with them; a step leaves the focus on its button.
   * @param {string} markId
   * @param {"step" | "link"} from
   */
  #follow(markId, from) {
    const step = from === "step" ? this.#card.step : undefined;
    this.#article.goTo(markId);
    this.#card.pin();
    if (step !== undefined) this.#card.focusStep(step);
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
