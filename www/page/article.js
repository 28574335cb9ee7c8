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
  /** @type {Set<Kind | "unsure">} */
  #hidden = new Set();
  /** @type {Mark | undefined} */
  #current;

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
    this.#pieces.clear();
    this.#current = undefined;
    const paragraphs = document.createDocumentFragment();
    let first = 0; // the first mark that may still touch what follows
    for (const { start, end } of lines(text)) {
      while (first < marks.length && (marks[first]?.end ?? 0) <= start) first += 1;
      let last = first;
      while (last < marks.length && (marks[last]?.start ?? 0) < end) last += 1;
      const paragraph = document.createElement("p");
      paragraph.dir = "auto";
      if (looksLikeHeading(text.slice(start, end))) paragraph.className = "line";
      paragraph.append(...weave(start, end, marks.slice(first, last)).map((piece) => this.#build(text, piece)));
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
    element.tabIndex = -1; // also where its kind is hidden: a row may still lead to it
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
   * @param {Kind | "unsure"} which
   * @param {boolean} shown
   */
  setShown(which, shown) {
    this.#root.classList.toggle(`without-${which}`, !shown);
    if (shown) this.#hidden.delete(which);
    else this.#hidden.add(which);
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
    for (const element of this.#root.querySelectorAll("mark[tabindex='0']")) element.setAttribute("tabindex", "-1");
    const shown = this.#shown();
    const stop = this.#current && shown.includes(this.#current) ? this.#current : shown[0];
    const element = stop && this.elementOf(stop.id);
    if (element) element.tabIndex = 0;
  }

  #shown() {
    return this.#marks.filter((mark) => this.#isShown(mark));
  }

  /** @param {Mark} mark */
  #isShown({ kind, doubt }) {
    return !this.#hidden.has(kind) && !(doubt && this.#hidden.has("unsure"));
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
    const same = all.filter((other) => other.row === mark.row);
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
    if (mark.doubt) element.className = "unsure";
    const pieces = this.#pieces.get(mark.id) ?? [];
    if (pieces.length === 0) element.tabIndex = -1;
    this.#pieces.set(mark.id, [...pieces, element]);
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
