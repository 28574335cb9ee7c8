/**
 * What is printed below the article: a numbered table of its figures, whose numbers stand in the article too.
 *
 * It is built when somebody prints and taken away after it, so that the page holds no second table.
 *
 * @import { View } from "../element/view.js"
 */

import { element } from "./results-dom.js";

export class PrintedFigures {
  #place;
  /** @type {View | undefined} */
  #view;
  /** @type {HTMLElement | undefined} */
  #section;

  /** @param {HTMLElement} place Behind which the table stands. */
  constructor(place) {
    this.#place = place;
    const paper = matchMedia("print");
    paper.addEventListener("change", () => (paper.matches ? this.#put() : this.#take()));
    addEventListener("beforeprint", () => this.#put());
    addEventListener("afterprint", () => this.#take());
  }

  /** @param {View} view */
  show(view) {
    this.#view = view;
    this.#take();
  }

  #put() {
    const table = this.#view?.tables.find(({ kind }) => kind === "figure");
    if (this.#section || !table || table.rows.length === 0) return;
    const head = element("tr", {}, ["No.", ...table.columns.map(({ label }) => label)].map((textContent) => element("th", { scope: "col", textContent })));
    const lines = table.rows.map((row, place) => {
      const cells = table.columns.map(({ key }) => element("td", { textContent: key === "title" ? row.title : (row.cells[key] ?? "") }));
      return element("tr", {}, [element("th", { scope: "row", textContent: String(place + 1) }), ...cells]);
    });
    this.#section = element("section", { className: "printed" }, [
      element("h2", { textContent: "Figures" }),
      element("table", {}, [element("thead", {}, [head]), element("tbody", {}, lines)]),
    ]);
    this.#place.after(this.#section);
  }

  #take() {
    this.#section?.remove();
    this.#section = undefined;
  }
}
