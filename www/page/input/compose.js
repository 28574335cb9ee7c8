/**
 * The box that an article comes in by: typed, pasted, dropped, opened from a file, or one of the samples; with its
 * publication day, its length, what it would show, and the tick that keeps it on the device.
 *
 * It tells when a whole article has come in and when Analyse is pressed. It reads nothing and shows no result.
 *
 * @import { Options } from "../../analysis.js"
 * @import { Analyze } from "./live.js"
 * @import { Origin } from "./day.js"
 */

import { counted } from "../../element/view-words.js";
import { part, storage } from "../parts.js";
import { Day } from "./day.js";
import { DropTarget } from "./drop.js";
import { MOST_IN_FIELD, TextField } from "./field.js";
import { KeptText } from "./keep.js";
import { Live } from "./live.js";
import { pasted } from "./paste.js";
import { published } from "./published.js";

/** A pasted text of this many words is an article, and is analysed without a further click. */
const WORDS_OF_AN_ARTICLE = 25;

/** The start of a text that tells whether it has so many words. */
const ENOUGH = 2_000;

/**
 * @typedef {{
 *   onArticle: (note?: string) => void, onDay: () => void, onFailure: (error: Error) => void, onTell: (words: string) => void,
 *   options: () => Options, analyze: Analyze,
 * }} Surroundings `onArticle`: a text is to be read, and what is to be said then; `onDay`: the day above the result was
 *   changed; `onTell`: what is to be said while the box is hidden.
 */

export class Compose {
  #root = part("compose", HTMLElement);
  #area = part("text", HTMLTextAreaElement);
  #note = part("input-note", HTMLElement);
  #amount = part("amount", HTMLElement);
  #whole = part("whole", HTMLElement);
  #picker = part("file", HTMLInputElement);
  #surroundings;
  #field;
  #day;
  #kept;
  /** Counts the files that were opened, so that only the last one comes in. */
  #opened = 0;
  live;

  /** @param {Surroundings} surroundings */
  constructor(surroundings) {
    this.#surroundings = surroundings;
    this.live = new Live(part("live", HTMLElement), surroundings.analyze);
    this.#field = new TextField(this.#area, () => this.#changed());
    this.#day = new Day(
      [
        { field: part("published", HTMLInputElement), note: part("published-hint", HTMLElement) },
        { field: part("published-again", HTMLInputElement), note: part("published-again-hint", HTMLElement) },
      ],
      { onSet: (place) => this.#daySet(place) },
    );
    const read = () => ({ text: this.#field.value, published: this.#day.isFoundInText ? null : this.#day.value });
    this.#kept = new KeptText(part("keep", HTMLInputElement), part("keep-hint", HTMLElement), { storage: storage(), read });
    new DropTarget(part("drop", HTMLElement), {
      onFiles: (files) => void this.#openFiles(files),
      isOpen: () => !document.querySelector("dialog[open]"),
    });
    part("form", HTMLFormElement).addEventListener("submit", (event) => {
      event.preventDefault();
      surroundings.onArticle();
    });
    this.#area.addEventListener("paste", (event) => this.#paste(event));
    part("open-file", HTMLElement).addEventListener("click", () => this.#picker.click());
    this.#picker.addEventListener("change", () => {
      const files = [...(this.#picker.files ?? [])];
      this.#picker.value = ""; // so that the same file can be opened again
      void this.#openFiles(files);
    });
    part("whole-clear", HTMLElement).addEventListener("click", () => this.clear());
    this.#root.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (button?.dataset.sample) void this.#openSample(button);
    });
    this.#restore();
  }

  /** What is to be read. Half a surrogate pair cannot be shown and is read as U+FFFD: one unit each, so offsets hold. */
  get text() {
    return this.#field.value.toWellFormed();
  }

  get published() {
    return this.#day.value;
  }

  /** How much text there is, in words. */
  get amount() {
    const { value } = this.#field;
    if (value.length > MOST_IN_FIELD) return `${value.length.toLocaleString("en")} characters`;
    const words = wordsIn(value);
    return words === 0 ? "" : counted(words, "word", "words");
  }

  /** @param {number} [offset] Where the caret is to be; else where it was. */
  focus(offset) {
    if (offset === undefined) this.#field.focus();
    else this.#field.place(offset);
  }

  clear() {
    this.#day.forget();
    this.#field.set("");
    this.live.stop();
    this.#say("");
    this.focus();
  }

  #restore() {
    const kept = this.#kept.restore();
    if (kept && kept.text.trim() !== "") {
      this.#field.set(kept.text);
      if (kept.published) this.#day.set(kept.published, "reader");
      this.#say("This is the text that you kept on this device.");
    }
    this.#showAmount(); // a reload may have left the text in the field
  }

  #changed() {
    this.#say("");
    this.#showAmount();
    if (this.#area.value === "" && this.#day.origin !== "reader") this.#day.forget();
    this.#day.offer(published(this.#field.value));
    this.#kept.renew();
    if (document.activeElement !== this.#area) return;
    this.live.schedule(() => ({ text: this.text, options: this.#surroundings.options() }));
  }

  #showAmount() {
    this.#amount.textContent = this.amount;
    this.#whole.hidden = !this.#field.isHeld;
  }

  /** @param {number} place */
  #daySet(place) {
    this.#kept.renew();
    if (place > 0) this.#surroundings.onDay();
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    const { clipboardData: data } = event;
    if (this.#area.readOnly && !this.#field.isHeld) return;
    const files = [...(data?.files ?? [])];
    if (files.length > 0 && data?.getData("text/plain") === "" && data.getData("text/html") === "") {
      event.preventDefault();
      void this.#openFiles(files);
      return;
    }
    const isWhole = this.#field.isAllSelected;
    // What a reader said of the article before does not hold for this one.
    if (isWhole && this.#field.value.trim() !== "") this.#day.forget();
    const plain = data?.getData("text/plain") ?? "";
    const words = pasted(data) ?? (this.#field.isHeld || plain.length > MOST_IN_FIELD ? plain : null);
    if (words !== null) {
      event.preventDefault();
      if (words === "") return;
      this.#field.insert(words);
    }
    // After the paste has happened: the field then holds it, as the browser cleaned it.
    if (isWhole) setTimeout(() => this.#isArticle && this.#surroundings.onArticle());
  }

  get #isArticle() {
    return wordsIn(this.#field.value.slice(0, ENOUGH)) >= WORDS_OF_AN_ARTICLE;
  }

  /** @param {File[]} files */
  async #openFiles(files) {
    const [file] = files;
    if (!file) return;
    const turn = (this.#opened += 1);
    this.#say(`Opening “${file.name}”…`);
    const { readFile, UnreadableFile } = await import("./read-file.js");
    try {
      const article = await readFile(file);
      if (turn !== this.#opened) return;
      this.#put(article, article.from);
      const note = files.length > 1 ? `Only the first of ${files.length} files was opened: “${file.name}”.` : `Opened “${file.name}”.`;
      this.#say(note);
      if (this.#isArticle) this.#surroundings.onArticle(files.length > 1 ? note : undefined);
      else this.focus();
    } catch (error) {
      if (turn !== this.#opened) return;
      this.#say("");
      if (error instanceof UnreadableFile) this.#warn(error.message);
      else this.#surroundings.onFailure(new Error(`“${file.name}” could not be read: ${error instanceof Error ? error.message : error}`));
    }
  }

  /** @param {HTMLButtonElement} button */
  async #openSample({ dataset }) {
    const turn = (this.#opened += 1);
    try {
      const response = await fetch(`samples/${dataset.sample}.txt`);
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      const text = await response.text();
      if (turn !== this.#opened) return;
      this.#put({ text, published: dataset.published ?? null }, "sample");
    } catch (error) {
      this.#surroundings.onFailure(new Error(`The sample could not be fetched: ${error instanceof Error ? error.message : error}`));
      return;
    }
    this.#surroundings.onArticle();
  }

  /**
   * Another article takes the place of what is there.
   * @param {{ text: string, published: string | null }} article
   * @param {Origin} origin Who says its day.
   */
  #put({ text, published: day }, origin) {
    this.#day.forget();
    this.live.stop();
    this.#field.set(text);
    if (day) this.#day.set(day, origin);
    this.#kept.renew();
  }

  /** @param {string} words */
  #say(words) {
    this.#note.classList.remove("warning");
    this.#note.textContent = words;
  }

  /**
   * Says what is wrong with a file. Nothing else has changed.
   * @param {string} words
   */
  #warn(words) {
    this.#note.textContent = words;
    this.#note.classList.add("warning");
    if (this.#root.hidden) this.#surroundings.onTell(words);
  }
}

/** @param {string} words */
function wordsIn(words) {
  return words.match(/\S+/gu)?.length ?? 0;
}
