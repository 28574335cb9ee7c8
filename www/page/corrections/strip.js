/**
 * The line above the lists: how many corrections there are, Undo, Redo, and a way to mark what was missed.
 *
 * It stands above the lists where they are seen, and above the article while they are in a closed drawer or hidden.
 * While there is nothing to undo it takes no room from what is read: below the lists, and in the drawer alone.
 */

import { button, part } from "./parts.js";

/** @typedef {{ onOpen: () => void, onUndo: () => void, onRedo: () => void, onAdd: () => void }} Listener */

export class Strip {
  #root = part("div", { className: "corrections-strip none", role: "group", ariaLabel: "Corrections" });
  #status = part("p", { className: "unseen", role: "status" });
  #open;
  #undo;
  #redo;
  #add;
  #home;
  #lists;

  /**
   * @param {{ home: HTMLElement, lists: HTMLElement }} places It stands behind `home` or before `lists`.
   * @param {Listener} listener
   */
  constructor({ home, lists }, { onOpen, onUndo, onRedo, onAdd }) {
    this.#home = home;
    this.#lists = lists;
    this.#open = button("Corrections", onOpen);
    this.#undo = button("Undo", onUndo);
    this.#redo = button("Redo", onRedo);
    this.#add = button("Mark a missed name…", onAdd);
    this.#open.setAttribute("aria-haspopup", "dialog");
    this.#add.setAttribute("aria-haspopup", "dialog");
    this.#root.append(this.#open, this.#undo, this.#redo, this.#add, this.#status);
    home.after(this.#root);
  }

  /** @param {{ count: number, canUndo: boolean, canRedo: boolean }} state */
  show({ count, canUndo, canRedo }) {
    const had = document.activeElement;
    this.#open.textContent = `Corrections (${count})`;
    const none = count === 0 && !canUndo && !canRedo;
    this.#open.hidden = this.#undo.hidden = this.#redo.hidden = none;
    this.#root.classList.toggle("none", none);
    this.#undo.disabled = !canUndo;
    this.#redo.disabled = !canRedo;
    this.place();
    const was = [this.#undo, this.#redo].find((one) => one === had);
    if (!was || !(was.disabled || was.hidden)) return was?.focus();
    ([this.#undo, this.#redo, this.#add].find((one) => !one.disabled && !one.hidden) ?? this.#add).focus();
  }

  /** Where it can be seen. */
  place() {
    const drawer = this.#lists.closest("dialog");
    const seen = drawer ? drawer.open : this.#lists.closest("[hidden]") === null || this.#lists.closest("[hidden]")?.contains(this.#home);
    const [before, after] = seen ? [this.#lists, null] : [null, this.#home];
    if (before && before.previousElementSibling !== this.#root) before.before(this.#root);
    if (after && after.nextElementSibling !== this.#root) after.after(this.#root);
  }

  focus() {
    (this.#open.hidden ? this.#add : this.#open).focus();
  }

  /** Said where the line at the bottom is not heard: behind an open drawer. @param {string} words */
  say(words) {
    this.#status.textContent = this.#root.closest("dialog") ? words : "";
  }

  focusAdd() {
    this.#add.focus();
  }
}
