/**
 * The card of marked words in the article: what is known of them, and the way to the next mention.
 *
 * It lies in the element's own shadow tree, above the page, and changes nothing beneath it. It is for the pointer; the
 * panel is the way for keys and for those who cannot see marks, and has the same in its lists.
 *
 * @import { Mark, Row, Lists } from "./view.js"
 */

import { command, make } from "./make.js";

/** Between words and card, and between card and window. In pixels. */
const GAP = 6;

/** Cells that only order or repeat what is said already. */
const LEFT_OUT = new Set(["title"]);

/** @typedef {{ onStep: (markId: string) => void, onEnter: () => void, onLeave: () => void }} Listener `onStep`: the reader wants to see another mention. */

export class Card {
  #root = make("section", { className: "card", hidden: true, role: "dialog" });
  /** @type {string | undefined} */
  #mark;

  /**
   * @param {ShadowRoot} shadow
   * @param {Listener} listener
   */
  constructor(shadow, { onStep, onEnter, onLeave }) {
    this.#root.part.add("card");
    if ("popover" in this.#root) this.#root.popover = "manual";
    this.#root.addEventListener("pointerenter", onEnter);
    this.#root.addEventListener("pointerleave", onLeave);
    this.#root.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (button?.dataset.mark) onStep(button.dataset.mark);
      else if (button?.dataset.does === "close") this.hide();
    });
    shadow.append(this.#root);
  }

  /** The mark that is told of. */
  get mark() {
    return this.#mark;
  }

  /** @param {EventTarget | undefined} target */
  contains(target) {
    return target instanceof Node && this.#root.contains(target);
  }

  /**
   * @param {Mark} mark
   * @param {Lists} view
   * @param {DOMRect} box The words, in the window.
   */
  show(mark, view, box) {
    const told = view.tables.flatMap(({ one, columns, rows }) => rows.filter(({ id }) => id === mark.row).map((row) => ({ one, columns, row })))[0];
    if (!told) return;
    this.#mark = mark.id;
    const { one, columns, row } = told;
    const kind = make("span", { className: "words", textContent: `${one[0]?.toUpperCase()}${one.slice(1)}` });
    const heading = make("h3", { textContent: row.phrase ?? row.title });
    const facts = columns.flatMap(({ key, label }) => {
      const words = LEFT_OUT.has(key) ? undefined : row.cells[key];
      return words === undefined ? [] : [make("dt", { textContent: label }), make("dd", { textContent: words, dir: "auto" })];
    });
    this.#root.dataset.kind = row.kind;
    this.#root.ariaLabel = row.title;
    this.#root.replaceChildren(kind, heading, make("dl", {}, facts), ...(mark.doubt ? [make("p", { className: "hint", textContent: mark.doubt })] : []), steps(row, mark.id));
    this.#root.hidden = false;
    if ("popover" in this.#root && !this.#root.matches(":popover-open")) this.#root.showPopover();
    this.#place(box);
  }

  hide() {
    if (this.#mark === undefined) return;
    this.#mark = undefined;
    if ("popover" in this.#root && this.#root.matches(":popover-open")) this.#root.hidePopover();
    this.#root.hidden = true;
  }

  /** Below the words, or above where there is no room. @param {DOMRect} box */
  #place(box) {
    const { width, height } = this.#root.getBoundingClientRect();
    const below = box.bottom + GAP;
    const top = below + height <= innerHeight ? below : Math.max(GAP, box.top - GAP - height);
    const left = Math.max(GAP, Math.min(box.left, document.documentElement.clientWidth - width - GAP));
    this.#root.style.top = `${top}px`;
    this.#root.style.left = `${left}px`;
  }
}

/**
 * @param {Row} row
 * @param {string} mark
 */
function steps({ marks }, mark) {
  const root = make("div", { className: "foot" });
  const place = marks.indexOf(mark);
  if (marks.length > 1 && place >= 0) {
    for (const [words, step] of /** @type {const} */ ([["Previous", -1], ["Next", 1]])) {
      const button = make("button", { type: "button", className: "small", textContent: words });
      button.dataset.mark = marks.at((place + step) % marks.length) ?? "";
      root.append(button);
    }
    root.append(make("span", { className: "hint", textContent: `${place + 1} of ${marks.length}` }));
  }
  root.append(command("close", "Close", "small"));
  return root;
}
