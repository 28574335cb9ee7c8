/**
 * What went wrong, in words, with what can be done; and its details for a report, without the article.
 *
 * The text is never part of the details: not its words, only its length. It does not try again by itself.
 */

import { isBlocked } from "../engine/blocked.js";
import { EngineError } from "../engine/client.js";
import { Blocked } from "./blocked.js";
import { part } from "./parts.js";

const BLOCKED = "Your text is still here. Whoever runs this site can allow it.";

/** A message that is longer may quote what was read. */
const LONGEST_MESSAGE = 200;

export class Failure {
  #details = "";
  #blocked = new Blocked(part("failure", HTMLElement));

  constructor() {
    const copy = part("copy-details", HTMLButtonElement);
    copy.addEventListener("click", () => void this.#copy());
  }

  /**
   * @param {unknown} error
   * @param {number} characters The length of the text that was read.
   */
  show(error, characters) {
    const { title, cause } = explain(error);
    part("failure-title", HTMLElement).textContent = title;
    part("failure-cause", HTMLElement).textContent = cause;
    part("retry", HTMLElement).hidden = error instanceof EngineError && error.code === "refused";
    part("copy-details", HTMLElement).textContent = "Copy details";
    part("failure-details", HTMLElement).hidden = true;
    this.#blocked.show(error);
    this.#details = details(error, title, characters);
  }

  async #copy() {
    const button = part("copy-details", HTMLElement);
    try {
      await navigator.clipboard.writeText(this.#details);
      button.textContent = "Copied";
    } catch {
      const shown = part("failure-details", HTMLElement); // to be copied by hand
      shown.textContent = this.#details;
      shown.hidden = false;
    }
  }
}

/** @param {unknown} error */
function explain(error) {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof EngineError)) return { title: "Something went wrong on this page", cause: message };
  switch (error.code) {
    case "load":
      if (isBlocked(error)) return { title: "This site's rules keep the analyser from starting", cause: BLOCKED };
      return { title: "The analyser could not be started", cause: `Your text is still here. The cause: ${message}.` };
    case "rejected":
      return { title: "The analysis was not possible", cause: `Your text is still here. The cause: ${message}.` };
    case "refused":
      return { title: "This text cannot be analysed", cause: message };
  }
}

/**
 * @param {unknown} error
 * @param {string} title
 * @param {number} characters
 */
function details(error, title, characters) {
  const code = error instanceof EngineError ? error.code : error instanceof Error ? error.name : "unknown";
  const message = error instanceof Error ? error.message : String(error);
  return [
    `Article Analyzer: ${title}`,
    `Code: ${code}`,
    `Message: ${withoutQuotations(message)}`,
    `Length of the text: ${characters} characters`,
    `Browser: ${navigator.userAgent}`,
    `Time: ${new Date().toISOString()}`,
  ].join("\n");
}

/**
 * What stands between quotation marks may be the reader's words.
 * @param {string} message
 */
function withoutQuotations(message) {
  return message.replace(/(["`“])[\s\S]*["`”]/gu, "$1…$1").slice(0, LONGEST_MESSAGE);
}
