/**
 * What is shown while the reader waits: the bytes of the core as they come, then the reading.
 *
 * It counts nothing itself and stops nothing; Cancel is the page's.
 *
 * @import { Progress } from "../engine/client.js"
 */

import { part } from "./parts.js";

export class Work {
  #bar = part("progress", HTMLProgressElement);
  #title = part("working-title", HTMLElement);
  #detail = part("working-detail", HTMLElement);

  /**
   * @param {Progress} step
   * @param {string} amount How long the text is, in words.
   */
  show(step, amount) {
    if (step.type !== "loading") {
      this.#bar.removeAttribute("value");
      this.#title.textContent = "Reading the article";
      this.#detail.textContent = amount;
      return;
    }
    const { loaded, total } = step;
    const kilobytes = (/** @type {number} */ bytes) => Math.round(bytes / 1000).toLocaleString("en");
    this.#title.textContent = "Getting the analyser, once";
    this.#detail.textContent = total === null ? `${kilobytes(loaded)} KB` : `${kilobytes(loaded)} of ${kilobytes(total)} KB`;
    if (total === null) this.#bar.removeAttribute("value");
    else this.#bar.value = loaded / total;
  }
}
