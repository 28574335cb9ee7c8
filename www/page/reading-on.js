/**
 * What tells that a long text is read further while its first part is shown: a line at the lower edge of the window,
 * with the way so far and Cancel. It takes no room from the article, so nothing moves when it comes and goes.
 *
 * The way is an estimate, from how long the first part took; it never says that all is done before it is.
 */

import { element } from "./results-dom.js";

const TICK = 250;

/** As far as an estimate goes. */
const MOST = 0.97;

export class ReadingOn {
  #root;
  #words = element("p", { id: "reading-on-words" });
  #bar = element("progress", { max: 1 });
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  /**
   * @param {HTMLElement} root
   * @param {() => void} onCancel
   */
  constructor(root, onCancel) {
    this.#root = root;
    const cancel = element("button", { type: "button", className: "button", textContent: "Cancel" });
    cancel.addEventListener("click", onCancel);
    this.#bar.setAttribute("aria-labelledby", this.#words.id);
    root.append(this.#words, this.#bar, cancel);
  }

  /** Whether the focus is on it, and so will be lost. */
  get hasFocus() {
    return this.#root.contains(document.activeElement);
  }

  /**
   * @param {number} milliseconds How long the whole will take.
   * @param {number} share How much of the text is shown.
   */
  show(milliseconds, share) {
    const start = performance.now();
    const percent = Math.max(1, Math.round(share * 100));
    const tell = () => {
      const gone = performance.now() - start;
      const left = Math.ceil((milliseconds - gone) / 1000);
      this.#bar.value = Math.min(MOST, gone / milliseconds);
      const wait = left > 1 ? `about ${left} seconds left` : "almost done";
      this.#words.textContent = `This is what was found in the first ${percent} % of the text. Reading on: ${wait}.`;
    };
    clearInterval(this.#timer);
    this.#timer = setInterval(tell, TICK);
    tell();
    this.#root.hidden = false;
  }

  hide() {
    clearInterval(this.#timer);
    this.#root.hidden = true;
  }
}
