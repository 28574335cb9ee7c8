/**
 * The text on the reader's own device, if the reader asks for that: kept while the box is ticked, forgotten at once
 * when it is not. Nothing is kept before, and nothing but the text and its publication day.
 */

const KEY = "article-analyzer.text";

/** Milliseconds after the last change. */
const REST = 500;

const KEPT = "Kept on this device until you untick this.";
const FAILED = "This text is too long for this browser to keep, or it keeps nothing. Nothing is kept.";

/** @typedef {{ text: string, published: string | null }} Kept */

export class KeptText {
  #box;
  #hint;
  #hintWords;
  #storage;
  #read;
  #timer = 0;

  /**
   * @param {HTMLInputElement} box
   * @param {HTMLElement} hint
   * @param {{ storage: Storage | undefined, read: () => Kept }} source
   */
  constructor(box, hint, { storage, read }) {
    this.#box = box;
    this.#hint = hint;
    this.#hintWords = hint.textContent ?? "";
    this.#storage = storage;
    this.#read = read;
    box.checked = this.#get() !== null;
    this.#say(box.checked ? KEPT : this.#hintWords);
    box.addEventListener("change", () => (box.checked ? this.#keep() : this.#forget()));
    // A tick that is taken away in another window holds in this one too.
    addEventListener("storage", ({ key, newValue }) => {
      if (key === null || (key === KEY && newValue === null)) this.#forget();
    });
    addEventListener("pagehide", () => this.#box.checked && this.#keep());
  }

  /** What was kept by an earlier visit. @returns {Kept | undefined} */
  restore() {
    try {
      const { text, published } = JSON.parse(this.#get() ?? "");
      return typeof text === "string" ? { text, published: typeof published === "string" ? published : null } : undefined;
    } catch {
      return undefined; // nothing, or another program's
    }
  }

  /** The text has changed. */
  renew() {
    if (!this.#box.checked) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keep(), REST);
  }

  #get() {
    try {
      return this.#storage?.getItem(KEY) ?? null;
    } catch {
      return null;
    }
  }

  #keep() {
    clearTimeout(this.#timer);
    try {
      if (!this.#storage) throw new Error("there is no store");
      this.#storage.setItem(KEY, JSON.stringify(this.#read()));
      this.#say(KEPT);
    } catch {
      this.#forget(); // an older text is not what was asked for
      this.#say(FAILED);
    }
  }

  #forget() {
    clearTimeout(this.#timer);
    this.#box.checked = false;
    this.#say(this.#hintWords);
    try {
      this.#storage?.removeItem(KEY);
    } catch {
      // then nothing was kept either
    }
  }

  /** @param {string} words */
  #say(words) {
    this.#hint.textContent = words;
  }
}
