/**
 * The article with its marks: paragraphs of real `<mark>` elements, one tab stop, arrow keys between marks.
 *
 * Left and right go to the next mark, up and down to the next mention of the same thing. It tells
 * what was chosen and shows what it is told to show; the elements are built in marked-text.js, lists and cards
 * are others' business. Enter asks for the card's actions.
 *
 * @import { Kind, Mark } from "../element/view.js"
 */

import { MarkedText } from "./marked-text.js";

/** What the legend turns off and on. @typedef {Kind | "unsure" | "pronoun"} Filter */

/** @typedef {{ onSelect: (mark: Mark, element: HTMLElement) => void, onEnter: () => boolean }} Listener `onEnter` says whether there was something to enter. */

export class ArticlePane {
  #root;
  #listener;
  /** @type {Mark[]} */
  #marks = [];
  #words;
  /** @type {Set<Filter>} */
  #hidden = new Set();
  /** @type {Mark | undefined} */
  #current;
  /** @type {HTMLElement | undefined} The one mark that Tab reaches. */
  #stop;
  /** @type {Mark[] | undefined} Those that the legend leaves on, kept until it changes. */
  #left;
  /** @type {Map<string, Mark[]>} The marks of each row, in text order. */
  #ofRow = new Map();

  /**
   * @param {HTMLElement} root
   * @param {Listener} listener
   */
  constructor(root, listener) {
    this.#root = root;
    this.#listener = listener;
    this.#words = new MarkedText(root);
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
   * Yields something when what the reader sees is there: `settle` is called when all around it is there too. It gives
   * words that had the focus their focus back, where they are marked still, and keeps what is read where it was.
   * @param {string} text
   * @param {Mark[]} marks Sorted by start, the longer first.
   * @returns {Generator<{ settle: () => void } | undefined, void>}
   */
  *showing(text, marks) {
    const ofRow = Map.groupBy(marks, (mark) => mark.row);
    yield;
    this.#root.ariaBusy = "true";
    /** @type {{ mark: Mark, top: number } | undefined} */
    let focused;
    const scroller = document.documentElement.style;
    const look = () => {
      scroller.overflowAnchor = "none"; // else the browser would do again what `settle` does
      const mark = this.markAt(document.activeElement);
      focused = mark && { mark, top: this.elementOf(mark.id)?.getBoundingClientRect().top ?? 0 };
    };
    for (const step of this.#words.showing(text, marks, look)) {
      if (step === undefined) {
        yield;
        continue;
      }
      this.#marks = marks;
      this.#ofRow = ofRow;
      this.#current = this.#stop = this.#left = undefined;
      this.#offerTabStop();
      const same = marks.find(({ start, kind }) => start === focused?.mark.start && kind === focused.mark.kind);
      const element = same && this.elementOf(same.id);
      yield {
        settle: () => {
          // A mark may need more room than its words did: what is read stays where it is.
          if (element && focused && focused.top > 0 && focused.top < innerHeight) hold(element, focused.top);
          else hold(step.seen, step.top);
          requestAnimationFrame(() => requestAnimationFrame(() => (scroller.overflowAnchor = "")));
          if (same) this.focus(same.id);
        },
      };
    }
    this.#root.ariaBusy = null;
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
      const mark = element instanceof HTMLElement ? this.#words.markOf(element) : undefined;
      if (mark && this.#isShown(mark)) around.push(mark);
    }
    return around;
  }

  /** @param {string} id */
  elementOf(id) {
    return this.#words.piecesOf(id)[0];
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
    for (const piece of this.#words.piecesOf(id)) {
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
    for (const piece of this.#words.piecesOf(this.#current?.id ?? "")) piece.classList.remove("current");
    for (const piece of this.#words.piecesOf(mark?.id ?? "")) piece.classList.add("current");
    this.#current = mark;
  }

  /** One mark can be reached by Tab: the one chosen last, else the first that is shown. */
  #offerTabStop() {
    const stop = this.#current && this.#isShown(this.#current) ? this.#current : this.#marks.find((mark) => this.#isShown(mark));
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
}

/**
 * @param {HTMLElement | undefined} element
 * @param {number} top Where it is to be in the window.
 */
function hold(element, top) {
  const moved = (element?.getBoundingClientRect().top ?? top) - top;
  if (moved !== 0) scrollBy({ top: moved, behavior: "instant" });
}
