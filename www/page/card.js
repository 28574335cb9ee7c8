/**
 * The card: what is known of the words under the pointer or the focus, beside them.
 *
 * It appears at once for the focus and after a moment for the pointer, stays while the pointer is on
 * it, and goes with Escape. The stylesheet places it, by the mark of class `anchor`.
 *
 * @import { Mark, Row, Table } from "../element/view.js"
 * @import { Name } from "./name-actions.js"
 * @import { Rule } from "./names-list.js"
 */

import { kindActions, nameActions, told } from "./name-actions.js";

/** Long enough not to flicker while the pointer crosses the text. */
const HOVER_DELAY = 300;

/** Long enough to cross the gap between words and card. */
const LEAVE_DELAY = 250;

/**
 * What a card tells of: a mark, its row, the row's table; and the name, where it is one.
 * @typedef {{ table: Table, row: Row, mark: Mark, name?: Name | undefined }} Subject
 */

/** @typedef {{ onTell: (subject: Subject, rule: Rule | null) => void }} Listener What the reader says of a name. */

export class Card {
  #root;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #pinned = false;
  /** @type {HTMLElement | undefined} */
  #anchor;
  /** @type {Subject | undefined} */
  #subject;
  #listener;

  /**
   * @param {HTMLElement} root
   * @param {Listener} listener
   */
  constructor(root, listener) {
    this.#root = root;
    this.#listener = listener;
    root.addEventListener("pointerenter", () => clearTimeout(this.#timer));
    root.addEventListener("pointerleave", () => this.leave());
    root.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (button?.matches(".card-close")) this.hide();
      else if (button) this.#press(button);
    });
  }

  /** @param {HTMLElement} button */
  #press(button) {
    const subject = this.#subject;
    if (!subject?.name) return;
    if (button.dataset.does === "choose") {
      button.parentElement?.replaceWith(kindActions(subject.name));
      this.focus();
      return;
    }
    const rule = told(button, subject.name);
    if (rule !== undefined) this.#listener.onTell(subject, rule);
  }

  /** To its first action; says whether there is one. */
  focus() {
    const action = this.#root.querySelector(".card-action");
    if (!(action instanceof HTMLElement) || !this.shown) return false;
    this.#pinned = true;
    action.focus();
    return true;
  }

  get hasFocus() {
    return this.#root.contains(document.activeElement);
  }

  get shown() {
    return this.#root.matches(":popover-open");
  }

  /**
   * Shown until another is asked for or it is closed.
   * @param {HTMLElement} anchor
   * @param {Subject} subject
   */
  pin(anchor, subject) {
    this.#pinned = true;
    this.#show(anchor, subject);
  }

  /**
   * Shown after a moment, until the pointer leaves.
   * @param {HTMLElement} anchor
   * @param {Subject} subject
   */
  hover(anchor, subject) {
    clearTimeout(this.#timer);
    if (anchor === this.#anchor && this.shown) return;
    this.#timer = setTimeout(() => {
      this.#pinned = false;
      this.#show(anchor, subject);
    }, HOVER_DELAY);
  }

  leave() {
    clearTimeout(this.#timer);
    if (!this.#pinned) this.#timer = setTimeout(() => this.hide(), LEAVE_DELAY);
  }

  hide() {
    clearTimeout(this.#timer);
    this.#pinned = false;
    this.#anchor?.classList.remove("anchor");
    this.#anchor = undefined;
    if (this.shown) this.#root.hidePopover();
  }

  /**
   * @param {HTMLElement} anchor
   * @param {Subject} subject
   */
  #show(anchor, subject) {
    clearTimeout(this.#timer);
    this.#anchor?.classList.remove("anchor");
    this.#anchor = anchor;
    this.#subject = subject;
    anchor.classList.add("anchor");
    this.#root.replaceChildren(...content(subject));
    if (!this.shown) this.#root.showPopover();
  }
}

/** @param {Subject} subject */
function content({ table: { one, columns }, row, mark, name }) {
  const kind = text("p", "card-kind", sentenceCase(one) + (mark.doubt ? ` · ${mark.doubt}` : ""));
  const title = text("p", "card-title", "");
  const words = text("bdi", "words", row.phrase ?? row.title);
  words.dataset.kind = row.kind;
  title.append(words);
  const facts = document.createElement("dl");
  for (const { key, label } of columns) {
    const value = row.cells[key];
    if (value !== undefined) facts.append(text("dt", "", label), text("dd", "", value));
  }
  if (row.marks.length > 1) facts.append(text("dt", "", "Mentions"), text("dd", "", String(row.marks.length)));
  const close = document.createElement("button");
  Object.assign(close, { type: "button", className: "card-close", textContent: "×", ariaLabel: "Close" });
  return [kind, title, ...(facts.childElementCount > 0 ? [facts] : []), ...(name ? [nameActions(name)] : []), close];
}

/** @param {string} words */
function sentenceCase(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * @param {keyof HTMLElementTagNameMap} tag
 * @param {string} className
 * @param {string} words
 */
function text(tag, className, words) {
  return Object.assign(document.createElement(tag), { className, textContent: words });
}
