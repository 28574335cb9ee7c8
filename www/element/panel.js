/**
 * The element's panel: a button, then what goes on, then the lists; every mention is a button.
 *
 * Drawn inside the shadow root by its own style sheet. It knows marks by their ids only.
 *
 * @import { Progress } from "../engine/client.js"
 * @import { Row, Table, View } from "./view.js"
 */

import { sheet } from "./sheet.js";

/** @typedef {{ onActivate: () => void, onCancel: () => void, onChoose: (markId: string) => void }} Listener */

export class Panel {
  #root = make("section", { className: "panel" });
  #body = make("div", { className: "body" });
  #status = make("p", { className: "status", role: "status" });

  /**
   * @param {ShadowRoot} shadow
   * @param {Listener} listener
   */
  constructor(shadow, listener) {
    this.#root.part.add("panel");
    this.#root.setAttribute("aria-label", "People, places and figures in this article");
    this.#root.append(make("slot", {}), this.#status, this.#body);
    this.#root.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (button?.dataset.mark) listener.onChoose(button.dataset.mark);
      else if (button?.dataset.does === "cancel") listener.onCancel();
      else if (button?.dataset.does === "activate") listener.onActivate();
    });
    shadow.append(this.#root);
    void sheet().then((made) => shadow.adoptedStyleSheets.push(made));
    this.rest();
  }

  set hidden(/** @type {boolean} */ hidden) {
    this.#root.hidden = hidden;
  }

  /** Before anything was asked for. */
  rest() {
    this.#status.textContent = "";
    this.#body.replaceChildren(command("activate", "Show people, places and figures"));
  }

  /** @param {Progress | undefined} progress */
  work(progress) {
    const loading = progress?.type === "loading" && progress.loaded > 0;
    this.#status.textContent = "Reading the article";
    const bytes = loading ? `${Math.round(progress.loaded / 1000)} KB fetched` : "";
    this.#body.replaceChildren(make("p", { className: "hint", textContent: bytes }), command("cancel", "Cancel"));
  }

  /** @param {string} cause */
  fail(cause) {
    this.#status.textContent = `This did not work: ${cause}.`;
    this.#body.replaceChildren(command("activate", "Try again"));
  }

  /** @param {View} view */
  show({ tables, summary, marks }) {
    this.#status.textContent = summary || "No people, places, figures or dates were found.";
    const filled = tables.filter((table) => table.rows.length > 0);
    const doubts = new Map(marks.map((mark) => [mark.id, mark.doubt]));
    this.#body.replaceChildren(...filled.map((table, index) => list(table, index === 0, doubts)));
  }
}

/** @typedef {Map<string, string | undefined>} Doubts How unsure each mark is, in words. */

/**
 * @param {Table} table
 * @param {boolean} open
 * @param {Doubts} doubts
 */
function list({ kind, label, rows }, open, doubts) {
  const root = make("details", { open });
  root.dataset.kind = kind;
  const head = make("summary", {});
  head.append(make("span", { className: "words", textContent: label }), " ", make("span", { className: "hint", textContent: String(rows.length) }));
  const items = make("ul", {});
  items.append(...rows.map((row) => item(row, doubts)));
  root.append(head, items);
  return root;
}

/**
 * @param {Row} row
 * @param {Doubts} doubts
 */
function item(row, doubts) {
  const root = make("li", {});
  const { value, counts, precision, role, country, speaker, how } = row.cells;
  const said = [value === row.title ? undefined : value, counts, precision === "as stated" ? undefined : precision];
  const by = speaker === "not found" ? undefined : speaker;
  const known = row.kind === "figure" ? said : [value, role, country, by, how, row.doubt];
  const text = known.filter((words) => words !== undefined).join(" · ");
  root.append(mention(row, 0, doubts));
  if (text !== "") root.append(make("span", { className: "hint", textContent: text }));
  for (let place = 1; place < row.marks.length; place += 1) root.append(mention(row, place, doubts));
  return root;
}

/**
 * The first mention bears the name, the others their numbers.
 * @param {Row} row
 * @param {number} place
 * @param {Doubts} doubts
 */
function mention(row, place, doubts) {
  const first = place === 0;
  const button = make("button", { type: "button", className: first ? "name" : "again", textContent: first ? row.title : String(place + 1) });
  const mark = row.marks[place] ?? "";
  const doubt = doubts.get(mark);
  button.dataset.mark = mark;
  button.classList.toggle("unsure", doubt !== undefined);
  if (doubt) button.title = doubt;
  if (!first) button.ariaLabel = [`${row.title}, mention ${place + 1} of ${row.marks.length}`, doubt].filter(Boolean).join(", ");
  return button;
}

/**
 * @param {"activate" | "cancel"} does
 * @param {string} words
 */
function command(does, words) {
  const button = make("button", { type: "button", className: "command", textContent: words });
  button.dataset.does = does;
  button.part.add("button");
  return button;
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
