/**
 * The publication day: in the form and, the same, above the result, with a note that says where it was found.
 *
 * What the reader sets stays set until another article comes in. A day that was found gives way to the next one
 * found, and to the reader always.
 */

const NOTES = {
  none: "",
  reader: "",
  sample: "",
  text: "Found in the text; change it if it is wrong.",
  page: "Found in the file; change it if it is wrong.",
};

/** @typedef {keyof typeof NOTES} Origin Who says that this is the day. */

/** A field and the element that holds its note, with the hint that stands there otherwise. */
/** @typedef {{ field: HTMLInputElement, note: HTMLElement }} Place */

export class Day {
  #places;
  #hints;
  /** @type {Origin} */
  #origin = "none";

  /**
   * @param {Place[]} places The first is the form's.
   * @param {{ onSet: (place: number) => void }} listener Told when the reader has set the day, and in which place.
   */
  constructor(places, { onSet }) {
    this.#places = places;
    this.#hints = places.map(({ note }) => note.textContent ?? "");
    places.forEach(({ field }, index) => {
      field.addEventListener("change", () => {
        if (!field.validity.valid) return;
        this.set(field.value || null, "reader");
        onSet(index);
      });
      // A field is emptied, or half a day is typed: the note is no longer true.
      field.addEventListener("input", () => this.#mark("reader"));
    });
  }

  /** As 2025-02-08, or nothing. */
  get value() {
    return this.#places[0]?.field.value || null;
  }

  get origin() {
    return this.#origin;
  }

  /** Whether it can be found again wherever the text is. */
  get isFoundInText() {
    return this.#origin === "text";
  }

  /**
   * @param {string | null} value
   * @param {Origin} origin
   */
  set(value, origin) {
    for (const { field } of this.#places) if (field.value !== (value ?? "")) field.value = value ?? "";
    this.#mark(origin);
  }

  /** Another article comes in: what was said of the last one holds no longer. */
  forget() {
    this.set(null, "none");
  }

  /**
   * Takes a day that was found, unless somebody has said it already.
   * @param {string | null} value
   */
  offer(value) {
    if (this.#origin !== "none" && this.#origin !== "text") return;
    this.set(value, value === null ? "none" : "text");
  }

  /** @param {Origin} origin */
  #mark(origin) {
    this.#origin = origin;
    this.#places.forEach(({ note }, index) => {
      note.textContent = NOTES[origin] || (this.#hints[index] ?? "");
      note.classList.toggle("found", NOTES[origin] !== "");
    });
  }
}
