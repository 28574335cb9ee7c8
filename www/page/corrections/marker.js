/**
 * "Mark as person …": for words that are selected in the article, or written into a sheet by those who select nothing.
 *
 * It tells the words and the kind; whether they can be a name is others' business.
 *
 * @import { NameKind, Span } from "../../analysis.js"
 * @import { Anchor } from "./correct.js"
 */

import { ONE } from "../names-list.js";
import { anchor } from "./correct.js";
import { button, head, part, sheet } from "./parts.js";

/** Longer than any name. */
const LONGEST = 120;

/** @typedef {{ onMark: (at: Anchor, kind: NameKind) => void, onClose: () => void }} Listener */

export class Marker {
  #article;
  #listener;
  #text = "";
  #bar = part("div", { className: "corrections-marker", role: "group", ariaLabel: "Mark the selected words as" });
  #sheet = sheet("mark-name");
  /** @type {Anchor | undefined} */
  #selected;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {HTMLElement} article
   * @param {Listener} listener
   */
  constructor(article, listener) {
    this.#article = article;
    this.#listener = listener;
    this.#bar.popover = "manual";
    this.#bar.append(part("span", { className: "hint", textContent: "Mark as" }), ...this.#kinds((kind) => this.#selected && this.#mark(this.#selected, kind)));
    article.after(this.#bar); // next to be reached from the selection
    this.#sheet.addEventListener("close", () => this.#sheet.returnValue !== "marked" && listener.onClose());
    document.addEventListener("selectionchange", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#offer(), 200);
    });
    for (const event of /** @type {const} */ (["scroll", "resize"])) addEventListener(event, () => this.#hide(), { passive: true });
  }

  /** @param {string} text */
  show(text) {
    this.#text = text;
    this.#hide();
  }

  /** The sheet with a field for the words. */
  open() {
    const field = part("input", { type: "text", required: true, maxLength: LONGEST, autocomplete: "off", spellcheck: false });
    const label = part("label", { textContent: "Words as they stand in the article " });
    const status = part("p", { className: "names-status", role: "status" });
    const row = part("div", { className: "corrections-choices", role: "group", ariaLabel: "It is" });
    row.append(
      ...this.#kinds((kind) => {
        const at = this.#find(field.value);
        if (at) return this.#mark(at, kind);
        status.textContent = field.value.trim() === "" ? "Write the name first." : `“${field.value.trim()}” does not stand in this article.`;
        field.focus();
      }),
    );
    label.append(field);
    const hint = part("p", { className: "hint", textContent: "Marked in this article, wherever the words stand. You can also select words in the article. For every article there is “Your names”." });
    const wrap = part("div", { className: "names-form" });
    wrap.append(label);
    this.#sheet.replaceChildren(head(this.#sheet, "Mark a missed name"), wrap, status, row, hint);
    this.#sheet.returnValue = "";
    this.#sheet.showModal();
    field.focus();
  }

  /** @param {(kind: NameKind) => void} press */
  #kinds(press) {
    return Object.entries(ONE).map(([value, words]) => {
      const kind = /** @type {NameKind} */ (value);
      const made = button("", () => press(kind), "card-action");
      const label = part("span", { className: "words", textContent: words.charAt(0).toUpperCase() + words.slice(1) });
      made.dataset.mark = label.dataset.kind = kind;
      made.append(label);
      return made;
    });
  }

  /**
   * @param {Anchor} at
   * @param {NameKind} kind
   */
  #mark(at, kind) {
    this.#hide();
    getSelection()?.removeAllRanges();
    if (this.#sheet.open) this.#sheet.close("marked");
    this.#listener.onMark(at, kind);
  }

  #offer() {
    const selection = getSelection();
    const range = selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
    const span = range && spanOf(range, this.#article);
    this.#selected = span && trimmed(this.#text, span);
    if (!this.#selected || !range) return this.#hide();
    if (!this.#bar.matches(":popover-open")) this.#bar.showPopover();
    const { left, top, bottom } = range.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.#bar;
    const below = bottom + 8 + offsetHeight <= innerHeight;
    this.#bar.style.insetBlockStart = `${Math.max(8, below ? bottom + 8 : top - 8 - offsetHeight)}px`;
    this.#bar.style.left = `${Math.max(8, Math.min(left, document.documentElement.clientWidth - offsetWidth - 8))}px`;
  }

  #hide() {
    if (this.#bar.matches(":popover-open")) this.#bar.hidePopover();
  }

  /**
   * Where the written words stand; capitals count only where they would tell apart.
   * @param {string} written
   */
  #find(written) {
    const pattern = written.trim().split(/\s+/u).map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")).join("\\s+");
    if (pattern === "") return undefined;
    const edges = (/** @type {string} */ flags) => new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${pattern}(?![\\p{L}\\p{N}\\p{M}])`, flags).exec(this.#text);
    const found = edges("u") ?? edges("iu");
    return found ? trimmed(this.#text, { start: found.index, end: found.index + found[0].length }) : undefined;
  }
}

/**
 * The place in the text of what is selected, where it lies within one paragraph of the article.
 * @param {Range} range
 * @param {HTMLElement} article
 * @returns {Span | undefined}
 */
function spanOf(range, article) {
  const paragraph = elementOf(range.startContainer)?.closest("p[data-start]");
  if (!(paragraph instanceof HTMLElement) || !article.contains(paragraph)) return undefined;
  if (elementOf(range.endContainer)?.closest("p[data-start]") !== paragraph) return undefined;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = Number(paragraph.dataset.start) + before.toString().length;
  return { start, end: start + range.toString().length };
}

/** @param {Node} node */
const elementOf = (node) => (node instanceof Element ? node : node.parentElement);

/**
 * Whole words, without an article before them, marks at their edges and a closing 's.
 * @param {string} text
 * @param {Span} span
 * @returns {Anchor | undefined}
 */
export function trimmed(text, span) {
  const inWord = (/** @type {number} */ at) => /^[\p{L}\p{N}\p{M}]{2}$/u.test(text.slice(at - 1, at + 1));
  let { start, end } = span;
  while (inWord(start)) start -= 1;
  while (inWord(end)) end += 1;
  const words = text.slice(start, end);
  const lead = /^(?:[^\p{L}\p{N}]*(?:(?:the|an?)\s+(?=\S))?)[^\p{L}\p{N}]*/iu.exec(words)?.[0].length ?? 0;
  const rest = words.slice(lead);
  const tail = /(?:['’]s)?[^\p{L}\p{N}\p{M}]*$/iu.exec(rest)?.[0].length ?? 0;
  const bare = { start: start + lead, end: end - tail };
  if (bare.end <= bare.start || bare.end - bare.start > LONGEST) return undefined;
  return anchor(text, bare);
}
