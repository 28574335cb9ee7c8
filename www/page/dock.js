/**
 * On a narrow screen: a bar at the bottom, "Figures 12 · Checks 2 · More", and the sheet that each opens.
 *
 * The sheet is one `<dialog>` into which the lists move, the same elements as beside the article. Figures and
 * checks come alone; More has the tabs of all lists.
 *
 * @import { View } from "../element/view.js"
 * @import { Results } from "./results.js"
 */

import { element } from "./results-dom.js";

/** @typedef {"figure" | "checks" | "more"} Sheet */

/** @type {Record<Sheet, string>} */
const TITLES = { figure: "Figures", checks: "Checks", more: "What was found" };

export class Dock {
  #root;
  #drawer;
  #results;
  /** @type {View | undefined} */
  #view;

  /**
   * @param {HTMLElement} root
   * @param {HTMLDialogElement} drawer
   * @param {Results} results
   * @param {() => void} onOpen
   */
  constructor(root, drawer, results, onOpen) {
    this.#root = root;
    this.#drawer = drawer;
    this.#results = results;
    root.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (!button) return;
      onOpen();
      this.open(/** @type {Sheet} */ (button.dataset.sheet));
    });
    // A tap beside the sheet closes it.
    drawer.addEventListener("click", (event) => event.target === drawer && drawer.close());
  }

  /** @param {View} view */
  show(view) {
    this.#view = view;
    const figures = view.tables.find(({ kind }) => kind === "figure")?.rows.length ?? 0;
    this.#root.replaceChildren(button("figure", TITLES.figure, figures), button("checks", TITLES.checks, view.checks.length), button("more", "More"));
  }

  /** @param {number} open How many checks are left. */
  setChecks(open) {
    const count = this.#root.querySelector("[data-sheet=checks] .count");
    if (count) count.textContent = open > 0 ? String(open) : "";
  }

  /** @param {Sheet} sheet */
  open(sheet) {
    this.#drawer.dataset.sheet = sheet;
    this.#drawer.ariaLabel = TITLES[sheet];
    const title = this.#drawer.querySelector("form p");
    if (title) title.textContent = TITLES[sheet];
    if (sheet !== "more") this.#results.select(sheet);
    else if (this.#results.selected === "figure" || this.#results.selected === "checks") this.#results.select(this.#first);
    if (!this.#drawer.open) this.#drawer.showModal();
  }

  /** The first list besides the figures that has something in it. */
  get #first() {
    return this.#view?.tables.find(({ kind, rows }) => kind !== "figure" && rows.length > 0)?.kind ?? "person";
  }
}

/**
 * @param {Sheet} sheet
 * @param {string} label
 * @param {number} [count]
 */
function button(sheet, label, count) {
  const root = element("button", { type: "button", className: "button" });
  root.dataset.sheet = sheet;
  root.setAttribute("aria-haspopup", "dialog");
  root.append(label);
  if (count !== undefined) root.append(" ", element("span", { className: "count", textContent: count > 0 || sheet === "figure" ? String(count) : "" }));
  return root;
}
