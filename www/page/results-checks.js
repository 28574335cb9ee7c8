/**
 * The checks: what is worth a second look, each with the words it is about, and a tick for what was seen.
 *
 * It gives no verdict. What is ticked off is kept as long as the page is open, also when the article is read anew.
 *
 * @import { Check, CheckPart } from "../element/view.js"
 */

import { copyButton, element, jump } from "./results-dom.js";
import { Portions } from "./results-portions.js";

const NONE = "Nothing here needs a second look: no figures that differ, no sums that do not add up, no dates without a day, no quotations without a speaker.";

/** @type {Record<Check["kind"], string>} */
const KINDS = { differ: "Figures", sum: "A sum", change: "A change", unresolved: "Dates", speakerless: "Quotations" };

export class Checks {
  /** @type {Check[]} */
  #all = [];
  /** @type {Set<string>} */
  #seen = new Set();
  #onChange;
  /** @type {Portions<Check> | undefined} */
  #portions;

  /** @param {() => void} onChange Something was ticked off, or on again. */
  constructor(onChange) {
    this.#onChange = onChange;
  }

  /** @param {Check[]} all */
  set all(all) {
    this.#all = all;
  }

  /** Those that nobody has seen yet. */
  get open() {
    return this.#all.filter((check) => !this.#seen.has(keyOf(check))).length;
  }

  /** @param {string} id */
  find(id) {
    return this.#all.find((check) => check.id === id);
  }

  build() {
    if (this.#all.length === 0) return element("p", { className: "none", textContent: NONE });
    const root = element("ul", { className: "checks" });
    this.#portions?.stop();
    this.#portions = new Portions(root, (/** @type {Check} */ check) => this.#item(check));
    this.#portions.show(this.#all);
    root.addEventListener("change", (event) => {
      const box = event.target;
      const item = box instanceof HTMLInputElement ? box.closest("li") : null;
      const check = this.find(item?.dataset.check ?? "");
      if (!item || !check || !(box instanceof HTMLInputElement)) return;
      if (box.checked) this.#seen.add(keyOf(check));
      else this.#seen.delete(keyOf(check));
      item.classList.toggle("seen", box.checked);
      this.#onChange();
    });
    return element("div", {}, [root, this.#portions.foot]);
  }

  /**
   * Builds on until the check stands.
   * @param {string} id
   */
  reach(id) {
    this.#portions?.reach(this.#all.findIndex((check) => check.id === id));
  }

  /** @param {Check} check */
  #item(check) {
    const { id, kind, title, detail, parts } = check;
    const seen = this.#seen.has(keyOf(check));
    const root = element("li", { id: `check-${id}`, className: seen ? "check seen" : "check", tabIndex: -1 });
    root.dataset.check = id;
    const box = element("input", { type: "checkbox", checked: seen });
    const told = element("p", { className: "check-detail", textContent: detail });
    if (kind === "unresolved" && id === "u") {
      told.append(" ", element("button", { type: "button", className: "ask-day", textContent: "Give the day" }));
    }
    root.append(
      element("div", { className: "check-head" }, [
        element("p", { className: "check-kind", textContent: KINDS[kind] }),
        element("label", { className: "seen-box" }, [box, "Seen"]),
        copyButton(title),
      ]),
      element("h3", { className: "check-title", textContent: title, dir: "auto" }),
      told,
      element("ul", { className: "check-parts" }, parts.map((part, place) => partItem(kind, part, parts[place + 1]))),
    );
    return root;
  }
}

/**
 * @param {Check["kind"]} kind
 * @param {CheckPart} part
 * @param {CheckPart | undefined} next Where it stands in the same sentence, that is shown once, below both.
 */
function partItem(kind, { mark, words, sentence, by }, next) {
  const drawn = kind === "unresolved" ? "date" : kind === "speakerless" ? "quote" : "figure";
  const { button } = jump(words, drawn);
  button.dataset.go = mark;
  const root = element("li", {}, [button]);
  if (by) root.append(" ", element("bdi", { className: "by", textContent: by }));
  else if (kind === "differ") root.append(" ", element("span", { className: "by", textContent: "the article itself" }));
  if (drawn !== "quote" && sentence !== next?.sentence) root.append(element("p", { className: "sentence", dir: "auto", textContent: sentence }));
  return root;
}

/** @param {Check} check The same in a second reading of the article, whatever its number is there. */
const keyOf = ({ kind, title, parts }) => JSON.stringify([kind, title, parts.map(({ words, sentence }) => [words, sentence])]);
