/**
 * Asks before a very long text is read: how long that takes, and whether its first part would do.
 *
 *     const article = await asker.choose(text);  // all of it, its first part, or undefined: not now
 *
 * Where to cut is decided here; how a long text is read is not.
 */

/** Characters above which it asks. */
export const ASK_FROM = 2_000_000;

/** Characters above which only a part is read: the core's memory, and the page that shows it, are not endless. */
export const MOST = 20_000_000;

/** Characters of the first part that is offered: a book, read in moments. */
const FIRST_PART = 500_000;

/** Characters that a first part looks back for the end of a paragraph. */
const LOOK_BACK = 20_000;

/** Characters a millisecond, until an analysis on this device has told better. */
const SLOW_DEVICE = 300;

/** A shorter text tells nothing of the speed. */
const TELLING = 20_000;

export class LongTextDialog {
  #dialog;
  #speed = SLOW_DEVICE;

  /** @param {HTMLDialogElement} dialog With #long-title, #long-words and a button for each answer. */
  constructor(dialog) {
    this.#dialog = dialog;
  }

  /**
   * Remembers how fast this device is.
   * @param {number} characters
   * @param {number} milliseconds
   */
  learn(characters, milliseconds) {
    if (characters >= TELLING && milliseconds > 0) this.#speed = characters / milliseconds;
  }

  /**
   * @param {string} text
   * @returns {Promise<string | undefined>}
   */
  async choose(text) {
    if (text.length <= ASK_FROM) return text;
    const isTooLong = text.length > MOST;
    const all = part(this.#dialog, "[value=all]");
    const first = part(this.#dialog, "[value=first]");
    all.hidden = isTooLong;
    first.classList.toggle("primary", isTooLong);
    first.textContent = `Analyse the first ${millions(FIRST_PART)}`;
    part(this.#dialog, "#long-title").textContent = isTooLong ? "This text is too long to be read whole" : "This is a very long text";
    part(this.#dialog, "#long-words").textContent = isTooLong
      ? `It has ${millions(text.length)}; the most that can be read at once is ${millions(MOST)}. The first ${millions(FIRST_PART)} take ${this.#time(FIRST_PART)}. For the rest, cut the text into pieces.`
      : `It has ${millions(text.length)}. Reading all of it takes ${this.#time(text.length)} on this device, its first part ${this.#time(FIRST_PART)}. You can cancel at any time.`;
    const answer = await this.#ask();
    if (answer === "all" && !isTooLong) return text;
    return answer === "first" ? firstPart(text, FIRST_PART) : undefined;
  }

  /** @returns {Promise<string>} */
  #ask() {
    this.#dialog.returnValue = "";
    this.#dialog.showModal();
    return new Promise((resolve) => this.#dialog.addEventListener("close", () => resolve(this.#dialog.returnValue), { once: true }));
  }

  /** @param {number} characters */
  #time(characters) {
    const seconds = characters / this.#speed / 1000;
    if (seconds < 4) return "a few seconds";
    if (seconds < 50) return `about ${Math.ceil(seconds / 5) * 5} seconds`;
    const minutes = Math.ceil(seconds / 60);
    return minutes === 1 ? "about a minute" : `about ${minutes} minutes`;
  }
}

/**
 * As much as fits, up to the end of a paragraph.
 * @param {string} text
 * @param {number} most
 */
export function firstPart(text, most) {
  if (text.length <= most) return text;
  const near = Math.max(text.lastIndexOf("\n", most), 0);
  const end = near > most - LOOK_BACK ? near : Math.max(text.lastIndexOf(" ", most), most - LOOK_BACK);
  return text.slice(0, end).trimEnd();
}

/** @param {number} characters */
function millions(characters) {
  if (characters < 1e6) return `${characters.toLocaleString("en")} characters`;
  return `${(Math.round(characters / 1e5) / 10).toLocaleString("en")} million characters`;
}

/**
 * @param {HTMLElement} root
 * @param {string} selector
 */
function part(root, selector) {
  return /** @type {HTMLElement} */ (root.querySelector(selector));
}
