/**
 * The element's panel: a button, then what goes on, then what was found, as its mode wants it.
 *
 * - `panel`: a list of each kind; - `inline`: the line in words, the lists behind a disclosure;
 * - `summary`: the line and the foremost of each kind; - `headless`: nothing at all.
 *
 * Drawn inside the shadow root by its own style sheet. It knows marks by their ids only.
 *
 * @import { Progress } from "../engine/client.js"
 * @import { Mode } from "./settings.js"
 * @import { Lists } from "./view.js"
 */

import { doubtsOf, line, list } from "./lists.js";
import { command, make } from "./make.js";
import { sheet } from "./style.js";

/**
 * @typedef {{ onActivate: () => void, onCancel: () => void, onChoose: (markId: string) => void, onMarks: (shown: boolean) => void }} Listener
 * `onMarks`: the reader wants marks in the article, or none.
 */

/** A longer list is not opened by itself: the page goes on below it. */
const MOST_OPEN = 20;

const NOTHING = "No people, places, figures or dates were found.";

export class Panel {
  #root = make("section", { className: "panel", ariaLabel: "People, places and figures in this article" });
  #body = make("div", { className: "body" });
  #status = make("p", { className: "status", role: "status" });
  /** @type {Mode} */
  #mode = "panel";
  #marksShown = true;
  #canMark = true;
  /** @type {Lists | undefined} */
  #view;

  /**
   * @param {ShadowRoot} shadow
   * @param {Listener} listener
   */
  constructor(shadow, listener) {
    this.#root.part.add("panel");
    this.#status.part.add("status");
    this.#root.append(slot("header"), slot(), this.#status, this.#body, slot("footer"));
    this.#root.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (button?.dataset.mark) listener.onChoose(button.dataset.mark);
      else if (button?.dataset.does === "cancel") listener.onCancel();
      else if (button?.dataset.does === "activate") listener.onActivate();
      else if (button?.dataset.does === "more") unfold(button);
      else if (button?.dataset.does === "marks") this.#toggle(button, listener);
    });
    shadow.append(this.#root);
    shadow.adoptedStyleSheets.push(sheet());
    this.rest();
  }

  /** @param {Mode} mode */
  set mode(mode) {
    if (mode === this.#mode) return;
    this.#mode = mode;
    this.#root.hidden = mode === "headless";
    this.#root.className = `panel ${mode}`;
    if (this.#view) this.show(this.#view, this.#canMark);
  }

  /** Before anything was asked for. */
  rest() {
    this.#view = undefined;
    this.#status.textContent = "";
    this.#body.replaceChildren(command("activate", "Show people, places and figures"));
  }

  /** Only the words of the page are left: this browser cannot do more. */
  giveUp() {
    this.#status.textContent = "";
    this.#body.replaceChildren();
  }

  /** @param {Progress | undefined} progress */
  work(progress) {
    const loading = progress?.type === "loading" && progress.loaded > 0;
    const bytes = loading ? `${Math.round(progress.loaded / 1000)} KB fetched` : "";
    const hint = this.#body.querySelector(".bytes");
    this.#status.textContent = "Reading the article";
    if (hint) hint.textContent = bytes; // Cancel keeps its focus
    else this.#replace([make("p", { className: "hint bytes", textContent: bytes }), command("cancel", "Cancel")]);
  }

  /** @param {string} cause */
  fail(cause) {
    this.#view = undefined;
    this.#status.textContent = "";
    this.#replace([make("div", { role: "alert" }, [slot("error", `This did not work: ${cause}.`)]), command("activate", "Try again")]);
  }

  /**
   * @param {Lists} view
   * @param {boolean} canMark Whether there are marks that could be hidden.
   */
  show(view, canMark) {
    this.#view = view;
    this.#canMark = canMark;
    this.#status.textContent = view.found ? view.summary : "";
    this.#replace(view.found ? this.#lists(view) : [make("div", { role: "status" }, [slot("empty", NOTHING)])]);
  }

  /** @param {Lists} view */
  #lists({ tables, marks }) {
    const filled = tables.filter((table) => table.rows.length > 0);
    const doubts = doubtsOf(marks);
    const all = () => filled.map((table) => list(table, this.#mode === "panel" && table === filled[0] && table.rows.length <= MOST_OPEN, doubts));
    const own = this.#mode === "summary" ? filled.map((table) => line(table, doubts)) : this.#mode === "inline" ? [folded(all())] : all();
    return this.#canMark ? [...own, make("div", { className: "foot" }, [this.#marksButton()])] : own;
  }

  #marksButton() {
    return command("marks", this.#marksShown ? "Hide marks" : "Show marks", "small");
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {Listener} listener
   */
  #toggle(button, listener) {
    this.#marksShown = !this.#marksShown;
    button.textContent = this.#marksShown ? "Hide marks" : "Show marks";
    listener.onMarks(this.#marksShown);
  }

  /**
   * What was open stays open, and what had the focus has it again.
   * @param {Node[]} content
   */
  #replace(content) {
    const hadFocus = this.#body.querySelector(":focus");
    const mark = hadFocus instanceof HTMLElement ? hadFocus.dataset.mark : undefined;
    const open = new Map([...this.#body.querySelectorAll("details")].map((one) => [one.dataset.kind, one.open]));
    this.#body.replaceChildren(...content);
    for (const one of this.#body.querySelectorAll("details")) one.open = open.get(one.dataset.kind) ?? one.open;
    if (!hadFocus) return;
    const buttons = [...this.#body.querySelectorAll("button, summary")];
    const next = buttons.find((one) => mark && one instanceof HTMLElement && one.dataset.mark === mark) ?? buttons[0];
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  }
}

/**
 * A place for what the page brings, with words for where it brings nothing.
 * @param {string} [name]
 * @param {string} [words]
 */
function slot(name = "", words = "") {
  return make("slot", { name, textContent: words });
}

/** @param {Node[]} lists */
function folded(lists) {
  const root = make("details", { className: "all" }, [make("summary", { textContent: "All mentions" }), ...lists]);
  root.dataset.kind = "all";
  return root;
}

/** @param {HTMLButtonElement} button */
function unfold(button) {
  const hidden = [...(button.parentElement?.querySelectorAll("button[hidden]") ?? [])];
  for (const one of hidden) if (one instanceof HTMLElement) one.hidden = false;
  button.remove();
  if (hidden[0] instanceof HTMLElement) hidden[0].focus();
}
