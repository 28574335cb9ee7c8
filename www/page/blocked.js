/**
 * The help for who runs the site, where its rules keep the core from starting: the exact header line, to be copied.
 *
 *     blocked.show(error); // below the words of the failure; nothing, for any other error
 *
 * It does not say what went wrong: that is said above it.
 */

import { HEADER_LINE, isBlocked } from "../engine/blocked.js";

export class Blocked {
  #root = Object.assign(document.createElement("div"), { className: "blocked", id: "blocked", hidden: true });

  /** @param {HTMLElement} failure The notice that says what went wrong. */
  constructor(failure) {
    const words = document.createElement("p");
    words.append("For whoever runs this site: send the file ", code("engine/worker.js"), " with this header, in the place of any other policy for it.");
    const line = Object.assign(document.createElement("pre"), { className: "header-line", id: "header-line", tabIndex: 0, role: "region", ariaLabel: "The header line" });
    line.append(code(HEADER_LINE));
    const copy = Object.assign(document.createElement("button"), { type: "button", className: "button", id: "copy-header", textContent: "Copy the line" });
    copy.addEventListener("click", () => void copied(copy, line));
    this.#root.append(words, line, copy);
    failure.append(this.#root);
  }

  /** @param {unknown} error */
  show(error) {
    this.#root.hidden = !isBlocked(error);
  }
}

/**
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} line
 */
async function copied(button, line) {
  try {
    await navigator.clipboard.writeText(HEADER_LINE);
    button.textContent = "Copied";
  } catch {
    getSelection()?.selectAllChildren(line); // to be copied by hand
  }
}

/** @param {string} words */
function code(words) {
  return Object.assign(document.createElement("code"), { textContent: words });
}
