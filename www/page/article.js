/**
 * The article with its marks: paragraphs of real `<mark>` elements, one tab stop, arrow keys between marks.
 *
 * Left and right go to the next mark, up and down to the next mention of the same thing. Each paragraph
 * is built whole and put in once; marks are never wrapped around text that already stands. It tells
 * what was chosen and shows what it is told to show; lists and cards are others' business. Enter asks for
 * the card's actions.
 *
 * @import { Kind, Mark } from "../element/view.js"
 * @import { Piece } from "./weave.js"
 */

import { weave } from "./weave.js";

/** A line this short without a full stop is shown like a heading: pasted articles have lost theirs. */
const HEADING_LENGTH = 90;

/** What the legend turns off and on. @typedef {Kind | "unsure" | "pronoun"} Filter */

/** @typedef {{ onSelect: (mark: Mark, element: HTMLElement) => void, onEnter: () => boolean }} Listener `onEnter` says whether there was something to enter. */

export class ArticlePane {
  #root;
  #listener;
  /** @type {Mark[]} */
  #marks = [];
  /** @type {Map<string, Mark>} */
  #byId = new Map();
  /** @type {Map<string, HTMLElement[]>} The pieces of each mark. */
  #pieces = new Map();
  /** @type {Set<Filter>} */
  #hidden = new Set();
  /** @type {Mark | undefined} */
  #current;
  /** @type {HTMLElement | undefined} The one mark that Tab reaches. */
  #stop;
  /** @type {Mark[] | undefined} Those that the legend leaves on, kept until it changes. */
  #left;
  /** @type {Map<string, string>} The number of each figure, for paper. */
  #numbers = new Map();
  /** @type {Map<string, Mark[]>} The marks of each row, in text order. */
  #ofRow = new Map();

  /**
   * @param {HTMLElement} root
   * @param {Listener} listener
   */
  constructor(root, listener) {
    this.#root = root;
    this.#listener = listener;
    root.addEventListener("keydown", (event) => this.#steer(event));
    root.addEventListener("focusin", (event) => {
      const mark = this.markAt(event.target);
      if (mark) this.#select(mark);
    });
    root.addEventListener("click", (event) => {
      const mark = this.markAt(event.target);
      if (mark) this.focus(mark.id);
    });
  }

  /**
   * @param {string} text
   * @param {Mark[]} marks Sorted by start, the longer first.
   */
  show(text, marks) {
    this.#marks = marks;
    this.#byId = new Map(marks.map((mark) => [mark.id, mark]));
    this.#numbers = new Map(marks.filter(({ kind }) => kind === "figure").map(({ id }, place) => [id, String(place + 1)]));
    this.#ofRow = Map.groupBy(marks, (mark) => mark.row);
    this.#pieces.clear();
    this.#current = this.#stop = this.#left = undefined;
    const paragraphs = document.createDocumentFragment();
    /** @type {Mark[]} What may still touch the line. */
    let open = [];
    let next = 0;
    for (const { start, end } of lines(text)) {
      open = open.filter((mark) => mark.end > start);
      for (let mark = marks[next]; mark && mark.start < end; mark = marks[(next += 1)]) if (mark.end > start) open.push(mark);
      const paragraph = document.createElement("p");
      paragraph.dir = "auto";
      paragraph.dataset.start = String(start); // to find selected words in the text
      if (looksLikeHeading(text.slice(start, end))) paragraph.className = "line";
      paragraph.append(...weave(start, end, open).map((piece) => this.#build(text, piece)));
      paragraphs.append(paragraph);
    }
    this.#root.replaceChildren(paragraphs);
    this.#offerTabStop();
  }

  /**
   * @param {EventTarget | null} target
   * @returns {Mark | undefined}
   */
  markAt(target) {
    return this.marksAt(target)[0];
  }

  /**
   * The marks around a place, the innermost first: a figure, the quotation it stands in, the statement around that.
   * @param {EventTarget | null} target
   * @returns {Mark[]}
   */
  marksAt(target) {
    /** @type {Mark[]} */
    const around = [];
    let element = target instanceof Element ? target.closest("mark") : null;
    for (; element && this.#root.contains(element); element = element.parentElement?.closest("mark") ?? null) {
      const mark = this.#byId.get(element.dataset.mark ?? "");
      if (mark && this.#isShown(mark)) around.push(mark);
    }
    return around;
  }

  /** @param {string} id */
  elementOf(id) {
    return this.#pieces.get(id)?.[0];
  }

  /** @param {string} id */
  focus(id) {
    const element = this.elementOf(id);
    if (!element) return;
    if (element !== this.#stop) element.tabIndex = -1; // also where its kind is hidden: a row may still lead to it
    element.focus({ preventScroll: true });
  }

  /**
   * The mark that begins there, if it is shown.
   * @param {number} start
   */
  at(start) {
    return this.#shown().find((mark) => mark.start === start);
  }

  /**
   * Brings the words into view, flashes them and gives them the focus.
   * @param {string} id
   */
  goTo(id) {
    const element = this.elementOf(id);
    if (!element) return;
    element.scrollIntoView({ block: "center" }); // at once: the card is placed where the words come to stand
    this.focus(id);
    for (const piece of this.#pieces.get(id) ?? []) {
      piece.classList.remove("flash");
      void piece.offsetWidth; // so that the animation starts anew
      piece.classList.add("flash");
    }
  }

  /**
   * @param {Filter} which
   * @param {boolean} shown
   */
  setShown(which, shown) {
    this.#root.classList.toggle(`without-${which}`, !shown);
    if (shown) this.#hidden.delete(which);
    else this.#hidden.add(which);
    this.#left = undefined;
    this.#offerTabStop();
  }

  /** Takes the focus back to the mark chosen last. */
  refocus() {
    if (this.#current) this.focus(this.#current.id);
  }

  /** Takes the emphasis off the mark chosen last. */
  deselect() {
    this.#emphasise(undefined);
  }

  /** @param {Mark} mark */
  #select(mark) {
    this.#emphasise(mark);
    this.#offerTabStop();
    const element = this.elementOf(mark.id);
    if (element) this.#listener.onSelect(mark, element);
  }

  /** @param {Mark | undefined} mark */
  #emphasise(mark) {
    for (const piece of this.#pieces.get(this.#current?.id ?? "") ?? []) piece.classList.remove("current");
    for (const piece of this.#pieces.get(mark?.id ?? "") ?? []) piece.classList.add("current");
    this.#current = mark;
  }

  /** One mark can be reached by Tab: the one chosen last, else the first that is shown. */
  #offerTabStop() {
    const stop = this.#current && this.#isShown(this.#current) ? this.#current : this.#shown()[0];
    const element = stop && this.elementOf(stop.id);
    if (this.#stop && this.#stop !== element) this.#stop.tabIndex = -1;
    if (element) element.tabIndex = 0;
    this.#stop = element;
  }

  #shown() {
    return (this.#left ??= this.#marks.filter((mark) => this.#isShown(mark)));
  }

  /** @param {Mark} mark */
  #isShown({ kind, doubt, form }) {
    if (this.#hidden.has(kind) || (doubt && this.#hidden.has("unsure"))) return false;
    return form !== "pronoun" || !this.#hidden.has("pronoun");
  }

  /** @param {KeyboardEvent} event */
  #steer(event) {
    const mark = this.markAt(event.target);
    if (!mark || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Enter" && this.#listener.onEnter()) return event.preventDefault();
    const next = this.#neighbour(mark, event.key);
    if (!next) return;
    event.preventDefault();
    const element = this.elementOf(next.id);
    this.focus(next.id);
    element?.scrollIntoView({ block: "nearest" });
  }

  /**
   * @param {Mark} mark
   * @param {string} key
   */
  #neighbour(mark, key) {
    const all = this.#shown();
    const same = (this.#ofRow.get(mark.row) ?? []).filter((other) => this.#isShown(other));
    switch (key) {
      case "ArrowRight":
        return all[all.indexOf(mark) + 1];
      case "ArrowLeft":
        return all[all.indexOf(mark) - 1];
      case "ArrowDown":
        return same[(same.indexOf(mark) + 1) % same.length];
      case "ArrowUp":
        return same.at(same.indexOf(mark) - 1);
      case "Home":
        return all[0];
      case "End":
        return all.at(-1);
      default:
        return undefined;
    }
  }

  /**
   * @param {string} text
   * @param {Piece} piece
   * @returns {Node}
   */
  #build(text, { start, end, mark, inside }) {
    if (!mark) return document.createTextNode(text.slice(start, end));
    const element = document.createElement("mark");
    element.dataset.kind = mark.kind;
    element.dataset.mark = mark.id;
    if (mark.form) element.dataset.form = mark.form;
    if (mark.doubt) element.className = "unsure";
    const pieces = this.#pieces.get(mark.id);
    if (pieces) {
      pieces.push(element);
      element.classList.add("rest"); // of a mark that another one cuts, or that goes on in the next line
    } else {
      element.tabIndex = -1;
      this.#pieces.set(mark.id, [element]);
      const number = this.#numbers.get(mark.id);
      if (number) element.dataset.number = number;
    }
    element.append(...inside.map((piece) => this.#build(text, piece)));
    return element;
  }
}

/**
 * The lines of the text that have words in them.
 * @param {string} text
 */
function* lines(text) {
  for (const { index, 0: line } of text.matchAll(/[^\r\n]+/gu)) {
    if (line.trim() !== "") yield { start: index, end: index + line.length };
  }
}

/** @param {string} line */
function looksLikeHeading(line) {
  return line.length <= HEADING_LENGTH && !/[.!?…:;,]["”'’)\]]*\s*$/u.test(line);
}
