/**
 * The field of the article's text, and what a plain field cannot do: take a long text, take one back, find a place.
 *
 * A browser needs many seconds to lay out a text of a million letters in a field, so a longer one is held beside it:
 * the field then shows its beginning and cannot be changed. A text that is put in by a program is not in the browser's
 * own history of changes, so the last one is taken back here; short ones are in it.
 */

/** Characters that a field takes without a halt in any browser. */
export const MOST_IN_FIELD = 200_000;

/** Of a longer text this much is shown. */
const BEGINNING = 20_000;

/** Chromium needs milliseconds for each line of a text that is put into its history. */
const MOST_LINES_IN_HISTORY = 40;

export class TextField {
  #field;
  #onChange;
  /** @type {string | undefined} A text that is too long for the field. */
  #held;
  /** @type {{ before: string, start: number, end: number, after: string } | undefined} What was put in last, outside the browser's history. */
  #put;

  /**
   * @param {HTMLTextAreaElement} field
   * @param {() => void} onChange
   */
  constructor(field, onChange) {
    this.#field = field;
    this.#onChange = onChange;
    field.addEventListener("input", () => {
      this.#held = undefined; // only a program changes a field that is locked
      this.#onChange();
    });
    field.addEventListener("keydown", (event) => this.#takeBack(event));
  }

  get value() {
    return this.#held ?? this.#field.value;
  }

  /** Whether the field shows a beginning only. */
  get isHeld() {
    return this.#held !== undefined;
  }

  /** Whether a paste now would replace all there is. */
  get isAllSelected() {
    const { selectionStart, selectionEnd, value } = this.#field;
    return this.isHeld || selectionEnd - selectionStart === value.length;
  }

  /** @param {string} text */
  set(text) {
    this.#put = undefined;
    this.#fill(text);
    this.#onChange();
  }

  /**
   * Puts words where the caret is, in the place of what is selected.
   * @param {string} words
   */
  insert(words) {
    const field = this.#field;
    const { selectionStart: start, selectionEnd: end, value: before } = field;
    if (this.isAllSelected && words.length > MOST_IN_FIELD) return this.set(words);
    if (before.length - (end - start) + words.length > MOST_IN_FIELD) return this.set(before.slice(0, start) + words + before.slice(end));
    field.focus();
    const isShort = words.split("\n", MOST_LINES_IN_HISTORY + 1).length <= MOST_LINES_IN_HISTORY;
    if (isShort && document.execCommand("insertText", false, words)) return; // tells of the change itself
    field.setRangeText(words, start, end, "end");
    this.#put = { before, start, end, after: field.value };
    this.#onChange();
  }

  focus() {
    this.#field.focus({ preventScroll: true });
  }

  /**
   * Sets the caret there and brings its line into view.
   * @param {number} offset
   */
  place(offset) {
    const field = this.#field;
    field.focus({ preventScroll: true });
    if (this.isHeld) return;
    field.setSelectionRange(offset, offset);
    field.scrollTop = Math.max(0, this.#heightBefore(offset) - field.clientHeight / 3);
  }

  /**
   * How far down the line is: the height that the text before it has in a field like this one.
   * @param {number} offset
   */
  #heightBefore(offset) {
    const probe = /** @type {HTMLTextAreaElement} */ (this.#field.cloneNode());
    probe.removeAttribute("id");
    probe.classList.add("probe");
    probe.value = this.#field.value.slice(0, offset);
    probe.style.inlineSize = `${this.#field.offsetWidth}px`;
    this.#field.after(probe);
    const { scrollHeight } = probe;
    probe.remove();
    return scrollHeight;
  }

  /** @param {string} text */
  #fill(text) {
    this.#held = text.length > MOST_IN_FIELD ? text : undefined;
    this.#field.readOnly = this.isHeld;
    this.#field.value = this.isHeld ? `${text.slice(0, BEGINNING).toWellFormed()}…` : text;
    this.#field.setSelectionRange(0, 0);
    this.#field.scrollTop = 0;
  }

  /** @param {KeyboardEvent} event */
  #takeBack(event) {
    const put = this.#put;
    const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!isUndo || !put || this.#field.value !== put.after) return;
    event.preventDefault();
    this.#put = undefined;
    this.#field.value = put.before;
    this.#field.setSelectionRange(put.start, put.end);
    this.#onChange();
  }
}
