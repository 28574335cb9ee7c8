/**
 * The legend above the article, which is its filter too: each kind with its line, to be turned off and on.
 *
 * One tab stop; arrow keys go from button to button. Pronouns are off until they are asked for. It says what was
 * turned; who draws the marks does the rest.
 *
 * @import { View } from "../element/view.js"
 * @import { Filter } from "./article.js"
 */

import { element } from "./results-dom.js";

export class Legend {
  #root;
  #onSet;

  /**
   * @param {HTMLElement} root
   * @param {(which: Filter, shown: boolean) => void} onSet
   */
  constructor(root, onSet) {
    this.#root = root;
    this.#onSet = onSet;
    root.role = "toolbar";
    root.addEventListener("click", (event) => this.#click(event));
    root.addEventListener("keydown", (event) => this.#steer(event));
  }

  /**
   * @param {View} view
   * @param {boolean} [goesOn] It is the same article: what was turned off stays off.
   */
  show({ tables, marks }, goesOn = false) {
    const before = new Map(goesOn ? this.#buttons.map(({ dataset, ariaPressed }) => [dataset.filter, ariaPressed === "true"]) : []);
    /** @type {Map<Filter, number>} */
    const counts = new Map();
    const count = (/** @type {Filter} */ which) => counts.set(which, (counts.get(which) ?? 0) + 1);
    for (const { kind, form, doubt } of marks) {
      count(form === "pronoun" ? "pronoun" : kind);
      if (doubt) count("unsure");
    }
    /** @type {{ which: Filter, label: string, shown: boolean }[]} */
    const filters = [
      ...tables.map(({ kind, short }) => ({ which: kind, label: short, shown: true })),
      { which: "unsure", label: "Unsure", shown: true },
      { which: "pronoun", label: "Pronouns", shown: false },
    ];
    for (const one of filters) one.shown = before.get(one.which) ?? one.shown;
    const offered = filters.filter(({ which }) => counts.has(which));
    const all = element("button", { type: "button", className: "filter all", textContent: "Hide all" });
    all.dataset.filter = "all";
    this.#root.replaceChildren(...offered.map(({ which, label, shown }) => filter(which, label, counts.get(which) ?? 0, shown)), all);
    for (const { which, shown } of filters) this.#onSet(which, shown);
    this.#offerTabStop(this.#buttons[0]);
  }

  get #buttons() {
    return [...this.#root.querySelectorAll("button")];
  }

  /** @param {HTMLButtonElement | undefined} stop */
  #offerTabStop(stop) {
    for (const button of this.#buttons) button.tabIndex = button === stop ? 0 : -1;
  }

  /** @param {KeyboardEvent} event */
  #steer(event) {
    const buttons = this.#buttons;
    const place = buttons.findIndex((button) => button === event.target);
    const moves = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: buttons.length - 1 };
    const move = moves[/** @type {keyof typeof moves} */ (event.key)];
    if (place < 0 || move === undefined) return;
    event.preventDefault();
    const next = buttons[(move + buttons.length) % buttons.length];
    this.#offerTabStop(next);
    next?.focus();
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button) return;
    this.#offerTabStop(button);
    const kinds = this.#buttons.filter((other) => other.hasAttribute("aria-pressed"));
    const isShown = (/** @type {Element} */ other) => other.getAttribute("aria-pressed") === "true";
    const isAll = button.dataset.filter === "all";
    const shown = isAll ? !kinds.some(isShown) : !isShown(button);
    // "Show all" shows what a reader meets at first.
    const chosen = isAll ? kinds.filter((one) => !shown || one.dataset.filter !== "pronoun") : [button];
    for (const one of chosen) {
      one.setAttribute("aria-pressed", String(shown));
      this.#onSet(/** @type {Filter} */ (one.dataset.filter), shown);
    }
    const all = this.#buttons.find((other) => other.dataset.filter === "all");
    if (all) all.textContent = kinds.some(isShown) ? "Hide all" : "Show all";
  }
}

/**
 * A button with a sample of the line that it turns off and on.
 * @param {Filter} which
 * @param {string} label
 * @param {number} count
 * @param {boolean} shown
 */
function filter(which, label, count, shown) {
  const button = element("button", { type: "button", className: "filter" });
  button.dataset.filter = which;
  button.setAttribute("aria-pressed", String(shown));
  const sample = element("span", { className: "words", textContent: label });
  if (which === "unsure") sample.classList.add("unsure");
  else if (which === "pronoun") sample.dataset.form = which;
  else sample.dataset.kind = which;
  button.append(sample, element("span", { className: "count", textContent: String(count) }));
  return button;
}
