/**
 * The article's text as paragraphs with real `<mark>` elements in them, and which element is which mark.
 *
 * Each paragraph is built whole and put in once; marks are never wrapped around text that already stands. Of a long
 * text what the reader sees comes first, the rest in steps, and at once where it is asked for; a text that stands is
 * marked anew paragraph by paragraph, so that the page does not move. It knows nothing of focus, keys and filters.
 *
 * @import { Mark } from "../element/view.js"
 * @import { Piece } from "./weave.js"
 */

import { weave } from "./weave.js";

/** A line this short without a full stop is shown like a heading: pasted articles have lost theirs. */
const HEADING_LENGTH = 90;

/** So many letters are marked at first, from where the reader looks: two screens. */
const AT_FIRST = 6_000;

/** What stands above with other marks is changed at once too, as far as this: it would move what is read. */
const ABOVE = 20_000;

/** And so many between two pauses after that. */
const STEP = 3_000;

/** A text of so many paragraphs is drawn only where it is seen. */
const MANY = 200;

/** @typedef {{ start: number, end: number, marks: Mark[], element: HTMLElement | undefined, fresh: boolean }} Paragraph `fresh`: its marks stand. */

export class MarkedText {
  #root;
  #text = "";
  /** @type {Paragraph[]} */
  #paragraphs = [];
  /** @type {Map<string, Mark>} */
  #byId = new Map();
  /** @type {Map<string, number>} The paragraph in which each mark begins. */
  #home = new Map();
  /** @type {Map<string, HTMLElement[]>} The pieces of each mark that stand. */
  #pieces = new Map();
  /** @type {Map<string, string>} The number of each figure, for paper. */
  #numbers = new Map();

  /** @type {Set<string>} The marks whose first piece stands. */
  #begun = new Set();
  /** How many paragraphs stand, with marks or without. */
  #standing = 0;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
  }

  /**
   * Yields something when what the reader sees is there: the first paragraph in sight and where it was before, where
   * the text stood already. `onChange` is called right before the marks are others.
   * @param {string} text
   * @param {Mark[]} marks Sorted by start, the longer first.
   * @param {() => void} onChange
   * @returns {Generator<{ seen: HTMLElement | undefined, top: number } | undefined, void>}
   */
  *showing(text, marks, onChange) {
    const stands = text === this.#text && this.#paragraphs.length > 0;
    const byId = new Map(marks.map((mark) => [mark.id, mark]));
    yield;
    const numbers = new Map(marks.filter(({ kind }) => kind === "figure").map(({ id }, place) => [id, String(place + 1)]));
    const paragraphs = stands ? this.#paragraphs.map((one) => ({ ...one, fresh: false })) : [...paragraphsOf(text)];
    yield;
    const home = allot(paragraphs, marks);
    yield;
    for (const [place, paragraph] of paragraphs.entries()) if (stands) paragraph.element = this.#paragraphs[place]?.element;
    const stood = stands ? this.#paragraphs.map(({ fresh }) => fresh) : [];
    const isShown = stands && this.#root.checkVisibility();
    const first = isShown ? this.#firstSeen() : 0;
    onChange();
    this.#text = text;
    this.#paragraphs = paragraphs;
    this.#byId = byId;
    this.#numbers = numbers;
    this.#home = home;
    this.#pieces.clear();
    this.#begun.clear();
    this.#root.classList.toggle("long", paragraphs.length > MANY);
    const seen = isShown ? paragraphs[first]?.element : undefined;
    const before = { seen, top: seen?.getBoundingClientRect().top ?? 0 };
    if (!stands) {
      this.#root.replaceChildren();
      this.#standing = 0;
    }
    let next = first;
    for (let above = first - 1, letters = 0; above >= 0 && letters < ABOVE; above -= 1) if (stood[above]) letters += this.#refresh(above);
    for (let letters = 0; next < paragraphs.length && letters < AT_FIRST; next += 1) letters += this.#refresh(next);
    yield before;
    yield* this.#rest(next);
    yield* this.#rest(0);
  }

  /**
   * @param {number} from
   * @returns {Generator<undefined, void>}
   */
  *#rest(from) {
    let letters = 0;
    for (let next = from; next < this.#paragraphs.length; next += 1) {
      letters += this.#refresh(next);
      if (letters < STEP) continue;
      letters = 0;
      yield;
    }
  }

  /**
   * The mark of an element, unless that is from before the last showing.
   * @param {HTMLElement} element
   */
  markOf(element) {
    const mark = this.#byId.get(element.dataset.mark ?? "");
    return mark && this.#pieces.get(mark.id)?.includes(element) ? mark : undefined;
  }

  /**
   * The pieces of a mark in text order, at once.
   * @param {string} id
   */
  piecesOf(id) {
    const mark = this.#byId.get(id);
    if (!mark) return [];
    for (let next = this.#home.get(id) ?? Infinity; (this.#paragraphs[next]?.start ?? Infinity) < mark.end; next += 1) this.#refresh(next);
    return this.#pieces.get(id) ?? [];
  }

  /**
   * The first paragraph that is in sight: they stand one below the other.
   * @returns {number}
   */
  #firstSeen() {
    let [low, high] = [0, this.#standing];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#paragraphs[middle]?.element?.getBoundingClientRect().bottom ?? 0) > 0) high = middle;
      else low = middle + 1;
    }
    return Math.max(0, Math.min(low, this.#paragraphs.length - 1));
  }

  /**
   * Puts the marks of a paragraph in, unless they stand, and says how many letters it has.
   * @param {number} place
   */
  #refresh(place) {
    const paragraph = this.#paragraphs[place];
    if (!paragraph || paragraph.fresh) return 0;
    this.#stand(place);
    paragraph.fresh = true;
    paragraph.element?.replaceChildren(...weave(paragraph.start, paragraph.end, paragraph.marks).map((piece) => this.#build(piece, place)));
    return paragraph.end - paragraph.start;
  }

  /**
   * Lets all paragraphs stand up to this one; those between come without marks for now.
   * @param {number} last
   */
  #stand(last) {
    const added = document.createDocumentFragment();
    for (; this.#standing <= last; this.#standing += 1) {
      const paragraph = this.#paragraphs[this.#standing];
      if (!paragraph) break;
      const words = this.#text.slice(paragraph.start, paragraph.end);
      paragraph.element = document.createElement("p");
      paragraph.element.dir = "auto";
      paragraph.element.dataset.start = String(paragraph.start); // to find selected words in the text
      if (looksLikeHeading(words)) paragraph.element.className = "line";
      if (this.#standing !== last) paragraph.element.textContent = words;
      added.append(paragraph.element);
    }
    if (added.hasChildNodes()) this.#root.append(added);
  }

  /**
   * @param {Piece} piece
   * @param {number} place Of the paragraph.
   * @returns {Node}
   */
  #build({ start, end, mark, inside }, place) {
    if (!mark) return document.createTextNode(this.#text.slice(start, end));
    const element = document.createElement("mark");
    element.dataset.kind = mark.kind;
    element.dataset.mark = mark.id;
    if (mark.form) element.dataset.form = mark.form;
    if (mark.doubt) element.className = "unsure";
    const pieces = this.#pieces.get(mark.id) ?? [];
    this.#pieces.set(mark.id, pieces);
    if (this.#begun.has(mark.id) || this.#home.get(mark.id) !== place) {
      pieces.push(element);
      element.classList.add("rest"); // of a mark that another one cuts, or that goes on in the next line
    } else {
      pieces.unshift(element);
      this.#begun.add(mark.id);
      element.tabIndex = -1;
      const number = this.#numbers.get(mark.id);
      if (number) element.dataset.number = number;
    }
    element.append(...inside.map((piece) => this.#build(piece, place)));
    return element;
  }
}

/**
 * Gives each paragraph the marks that touch it, and says in which paragraph each of them begins.
 * @param {Paragraph[]} paragraphs
 * @param {Mark[]} marks
 */
function allot(paragraphs, marks) {
  /** @type {Map<string, number>} */
  const home = new Map();
  /** @type {Mark[]} What may still touch the line. */
  let open = [];
  let next = 0;
  for (const [place, paragraph] of paragraphs.entries()) {
    const { start, end } = paragraph;
    open = open.filter((mark) => mark.end > start);
    for (let mark = marks[next]; mark && mark.start < end; mark = marks[(next += 1)]) if (mark.end > start) open.push(mark);
    for (const { id } of open) if (!home.has(id)) home.set(id, place);
    paragraph.marks = open;
  }
  return home;
}

/**
 * The lines of the text that have words in them.
 * @param {string} text
 * @returns {Generator<Paragraph>}
 */
function* paragraphsOf(text) {
  for (const { index, 0: line } of text.matchAll(/[^\r\n]+/gu)) {
    if (line.trim() !== "") yield { start: index, end: index + line.length, marks: [], element: undefined, fresh: false };
  }
}

/** @param {string} line */
function looksLikeHeading(line) {
  return line.length <= HEADING_LENGTH && !/[.!?…:;,]["”'’)\]]*\s*$/u.test(line);
}
