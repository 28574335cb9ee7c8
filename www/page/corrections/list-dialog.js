/**
 * All corrections of the article, each with "Take back"; and where they are kept.
 *
 * @import { Correction } from "./correct.js"
 */

import { button, head, part, sheet } from "./parts.js";
import { inWords } from "./words.js";

/**
 * What the list shows. `fit` tells which of them found what they speak of.
 * @typedef {{ list: readonly Correction[], fit: boolean[], keeps: boolean, texts: number }} Contents
 */

/** @typedef {{ onTakeBack: (index: number) => void, onForget: () => void, onForgetAll: () => void, onClose: () => void }} Listener */

export class ListDialog {
  #root = sheet("corrections-list");
  #listener;

  /** @param {Listener} listener */
  constructor(listener) {
    this.#listener = listener;
    this.#root.addEventListener("close", () => listener.onClose());
  }

  get isOpen() {
    return this.#root.open;
  }

  /** @param {Contents} contents */
  open(contents) {
    this.show(contents);
    this.#root.showModal();
    this.#root.querySelector("button")?.focus();
  }

  /** @param {Contents} contents */
  show({ list, fit, keeps, texts }) {
    const rows = part("ol", { className: "names-list" });
    rows.append(...list.map((correction, index) => this.#row(correction, fit[index] ?? false, index)));
    const where = keeps
      ? "Kept in this browser only, for this text, with the words that were corrected. The last 50 texts are kept."
      : "This browser keeps nothing here, so these last until the page is closed.";
    const foot = part("div", { className: "names-foot" });
    const one = button("Forget for this article", () => this.#change(() => this.#listener.onForget()));
    let isAsked = texts < 2; // those of other articles do not come back
    const all = button(texts > 1 ? `Forget all, of ${texts} articles…` : "Forget all", () => {
      if (isAsked) return this.#change(() => this.#listener.onForgetAll());
      isAsked = true;
      all.textContent = `Press again to forget those of ${texts} articles`;
    });
    one.disabled = list.length === 0;
    all.disabled = list.length === 0 && texts === 0;
    foot.append(one, all);
    const none = part("p", { className: "hint", textContent: "There are no corrections of this article." });
    this.#root.replaceChildren(head(this.#root, "Corrections"), part("p", { className: "hint", textContent: where }), list.length > 0 ? rows : none, foot);
  }

  /**
   * @param {Correction} correction
   * @param {boolean} fits
   * @param {number} index
   */
  #row(correction, fits, index) {
    const row = part("li");
    const words = inWords(correction);
    row.append(part("bdi", { textContent: words }));
    if (!fits) row.append(part("span", { className: "hint", textContent: "Changes nothing now: what it speaks of was not found." }));
    const takeBack = button("Take back", () => this.#change(() => this.#listener.onTakeBack(index), index));
    takeBack.setAttribute("aria-label", `Take back: ${words}`);
    row.append(takeBack);
    return row;
  }

  /**
   * What was pressed is gone; the focus goes to the next one.
   * @param {() => void} change
   * @param {number} [index]
   */
  #change(change, index = 0) {
    change();
    const buttons = [...this.#root.querySelectorAll(".names-list button")];
    const next = buttons[Math.min(index, buttons.length - 1)] ?? this.#root.querySelector("button");
    if (next instanceof HTMLElement) next.focus();
  }
}
