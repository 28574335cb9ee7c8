/**
 * The reader's corrections of the article that is shown: asked for, applied, kept on the device, undone and redone.
 *
 *     await corrections.open(text);
 *     reader.show(text, corrections.apply(text, analysis)); // what is exported is the same
 *
 * It holds the analysis as the core gave it and tells `onShow` the corrected one after each change. What corrections
 * do to an analysis is told by correct.js; names for every article are names-list.js's.
 *
 * @import { Analysis, Span } from "../../analysis.js"
 * @import { Kind } from "../../element/view.js"
 * @import { NamesList, Rule } from "../names-list.js"
 * @import { Toast } from "../toast.js"
 * @import { Correction } from "./correct.js"
 */

import { nameChoices } from "../name-actions.js";
import { AskDialog } from "./ask-dialog.js";
import { choices, targetAt } from "./choices.js";
import { correctAll } from "./correct.js";
import { History } from "./history.js";
import { ListDialog } from "./list-dialog.js";
import { Marker } from "./marker.js";
import { fingerprint, Shelf } from "./shelf.js";
import { Strip } from "./strip.js";
import { inWords } from "./words.js";

/**
 * `focusAt` takes the focus to the marked words that begin there and says whether there are any; `onTell` hears what
 * is said of a name for every article.
 * @typedef {{
 *   storage: Storage | undefined, names: NamesList, toast: Toast,
 *   places: { article: HTMLElement, lists: HTMLElement, home: HTMLElement },
 *   onShow: (text: string, analysis: Analysis) => void, focusAt: (start: number) => boolean,
 *   onTell: (words: string, start: number, rule: Rule | null) => void,
 * }} Surroundings
 */

export class Corrections {
  #around;
  #shelf;
  #ask = new AskDialog();
  #list;
  #strip;
  #marker;
  #history = new History();
  #text = "";
  #key = "";
  /** @type {Analysis | undefined} As the core gave it. */
  #found;
  /** @type {Analysis | undefined} */
  #corrected;
  /** @type {boolean[]} */
  #fit = [];

  /** @param {Surroundings} around */
  constructor(around) {
    this.#around = around;
    this.#shelf = new Shelf(around.storage);
    this.#strip = new Strip(around.places, {
      onOpen: () => this.#list.open(this.#contents()),
      onUndo: () => this.#step("undo"),
      onRedo: () => this.#step("redo"),
      onAdd: () => this.#marker.open(),
    });
    this.#list = new ListDialog({
      onTakeBack: (index) => this.#change(() => this.#history.takeBack(index)),
      onForget: () => this.#change(() => this.#history.clear()),
      onForgetAll: () => this.#forgetAll(),
      onClose: () => this.#strip.focus(),
    });
    this.#marker = new Marker(around.places.article, {
      onMark: (at, kind) => this.#add({ does: "name", at, kind }),
      onClose: () => this.#strip.focusAdd(),
    });
    document.addEventListener("keydown", (event) => this.#keys(event));
    // Where the lists go, the strip goes: into the drawer when it opens, beside the article when there is room.
    const moves = new MutationObserver(() => this.#strip.place());
    for (const root of document.querySelectorAll("dialog")) moves.observe(root, { attributeFilter: ["open"], childList: true });
  }

  /** Takes out what is kept for this text; before `apply`. @param {string} text */
  async open(text) {
    if (text === this.#text) return;
    const key = await fingerprint(text);
    [this.#text, this.#key] = [text, key];
    this.#found = this.#corrected = undefined;
    this.#history = new History(this.#shelf.read(key));
  }

  /**
   * @param {string} text
   * @param {Analysis} analysis
   * @returns {Analysis}
   */
  apply(text, analysis) {
    if (text !== this.#text) return analysis;
    this.#found = analysis;
    return this.#correct(analysis);
  }

  /**
   * Asks what is not right about a mark; `from` is a button of a row, where it was asked there.
   * @param {Span & { kind: Kind }} mark
   * @param {HTMLElement} [from]
   */
  ask(mark, from) {
    const target = this.#corrected && targetAt(this.#text, this.#corrected, mark);
    if (!this.#corrected || !target) return;
    const name = target.byName && (target.kind === "person" || target.kind === "place" || target.kind === "organization" || target.kind === "other");
    const words = target.at.words.replace(/\s+/gu, " ");
    const everywhere = name
      ? nameChoices({ words, kind: /** @type {import("../../analysis.js").NameKind} */ (target.kind), rule: this.#around.names.get(words) }, (rule) => {
          this.#ask.close();
          this.#around.onTell(words, target.at.start, rule);
        })
      : undefined;
    this.#ask.ask(target, choices(this.#text, this.#corrected, target), everywhere, {
      onPick: (correction) => this.#add(correction, from),
      onCancel: () => void (from?.isConnected ? from.focus() : this.#around.focusAt(mark.start)),
    });
  }

  /** @param {Analysis} analysis */
  #correct(analysis) {
    const { analysis: corrected, fit } = correctAll(this.#text, analysis, this.#history.list);
    [this.#corrected, this.#fit] = [corrected, fit];
    const { canUndo, canRedo, list } = this.#history;
    this.#strip.show({ count: list.length, canUndo, canRedo });
    this.#marker.show(this.#text);
    if (this.#list.isOpen) this.#list.show(this.#contents());
    return corrected;
  }

  /**
   * @param {Correction} correction
   * @param {HTMLElement} [from]
   */
  #add(correction, from) {
    const row = from && placeOf(from);
    this.#change(() => this.#history.add(correction));
    if (!this.#fit.at(-1)) {
      this.#change(() => this.#history.undo());
      this.#tell("That changes nothing here.");
      return this.#focus(correction.at.start, row);
    }
    this.#tell(`${inWords(correction)}.`, () => this.#step("undo"));
    this.#focus(correction.at.start, row);
  }

  /** @param {"undo" | "redo"} way */
  #step(way) {
    /** @type {Correction | undefined} */
    let correction;
    const before = this.#history.list.length;
    this.#change(() => (correction = this.#history[way]()));
    if (!correction) return;
    const isBack = this.#history.list.length < before;
    this.#tell(`${isBack ? "Taken back" : "Done again"}: ${inWords(correction)}.`);
    const { activeElement: held } = document;
    if (held && held !== document.body && held.checkVisibility()) return;
    if (!this.#around.focusAt(correction.at.start)) this.#strip.focus();
  }

  /** @param {() => void} change */
  #change(change) {
    change();
    this.#shelf.write(this.#key, this.#history.list);
    if (this.#found) this.#around.onShow(this.#text, this.#correct(this.#found));
    this.#strip.place();
  }

  #forgetAll() {
    this.#shelf.clear();
    this.#change(() => this.#history.clear());
  }

  #contents() {
    return { list: this.#history.list, fit: this.#fit, keeps: this.#shelf.keeps, texts: this.#shelf.texts };
  }

  /**
   * @param {string} words
   * @param {() => void} [takeBack]
   */
  #tell(words, takeBack) {
    this.#around.toast.show(words, takeBack);
    this.#strip.say(words);
  }

  /**
   * What was pressed may be gone: to the row that stands there now, to the words, or to Undo.
   * @param {number} start
   * @param {{ panel: string, index: number } | undefined} row
   */
  #focus(start, row) {
    if (row) {
      const rows = document.querySelectorAll(`[id="${CSS.escape(row.panel)}"] .row-more`);
      const next = rows[Math.min(row.index, rows.length - 1)];
      if (next instanceof HTMLElement) return next.focus();
      return this.#strip.focus();
    }
    if (!this.#around.focusAt(start)) this.#around.toast.focus();
  }

  /** @param {KeyboardEvent} event */
  #keys(event) {
    const { key, shiftKey, altKey, ctrlKey, metaKey, target } = event;
    if (altKey || !(ctrlKey || metaKey) || !this.#found) return;
    const pressed = key.toLowerCase();
    const way = pressed === "z" ? (shiftKey ? "redo" : "undo") : pressed === "y" && !shiftKey ? "redo" : undefined;
    const isField = target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
    if (!way || isField || this.#around.places.article.closest("[hidden]")) return;
    const dialog = document.querySelector("dialog[open]");
    if (dialog && !this.#list.isOpen && !dialog.contains(this.#around.places.lists)) return;
    if (way === "undo" ? !this.#history.canUndo : !this.#history.canRedo) return;
    event.preventDefault();
    this.#step(way);
  }
}

/**
 * Where a row's button stands, to find the one that takes its place.
 * @param {HTMLElement} from
 */
function placeOf(from) {
  const panel = from.closest("[role=tabpanel]");
  return { panel: panel?.id ?? "", index: [...(panel?.querySelectorAll(".row-more") ?? [])].indexOf(from) };
}
