/**
 * A long list, built in portions: the first at once, others while the reader looks at it, and those of a very long
 * one when they are asked for, so that no list holds up the page or fills its memory.
 *
 * It knows where the items go and how one is made, not what they are.
 */

import { element } from "./results-dom.js";

const FIRST = 80;
const MORE = 60;

/** A portion waits this long, so that scrolling goes between. */
const PAUSE = 20;

/** So many are built unasked, and so many again when more is asked for. */
const UNASKED = 200;

/** Shown before an item that was gone to. */
const BEFORE = 20;

/** @template Item */
export class Portions {
  #body;
  #make;
  /** @type {Item[]} */
  #items = [];
  /** Those from here... */
  #from = 0;
  /** ...to here stand. */
  #to = 0;
  /** Built unasked up to here. */
  #limit = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #note = element("p", { className: "portions-note" });
  #start = element("button", { type: "button", className: "button", textContent: "From the start" });
  #more = element("button", { type: "button", className: "button", textContent: "Show more" });
  /** Stands below the list. */
  foot = element("div", { className: "portions", hidden: true }, [this.#note, this.#start, this.#more]);

  /**
   * @param {Element} body
   * @param {(item: Item, before: Item | undefined) => Node} make
   */
  constructor(body, make) {
    this.#body = body;
    this.#make = make;
    this.#start.addEventListener("click", () => this.#restart(0));
    this.#more.addEventListener("click", () => {
      const last = body.lastElementChild;
      this.#limit += UNASKED;
      this.#build(FIRST);
      const next = last?.nextElementSibling?.querySelector("button");
      if (next instanceof HTMLElement) next.focus(); // what was pressed has moved away
      this.#goOn();
    });
  }

  /** @param {Item[]} items */
  show(items) {
    this.#items = items;
    this.#restart(0);
  }

  /**
   * Lets an item stand; far from those that do, the list begins anew a little before it.
   * @param {number} place
   */
  reach(place) {
    if (place < 0 || (place >= this.#from && place < this.#to)) return;
    if (place < this.#from || place > this.#to + UNASKED) return this.#restart(Math.max(0, place - BEFORE));
    while (this.#to <= place) this.#build(MORE);
    this.#limit = Math.max(this.#limit, this.#to);
    this.#tell();
  }

  stop() {
    clearTimeout(this.#timer);
  }

  /** @param {number} from */
  #restart(from) {
    this.stop();
    this.#body.replaceChildren();
    this.#from = this.#to = from;
    this.#limit = from + UNASKED;
    this.#build(FIRST);
    this.#goOn();
  }

  #goOn() {
    this.stop();
    this.#tell();
    if (this.#to >= Math.min(this.#limit, this.#items.length)) return;
    this.#timer = setTimeout(() => {
      this.#build(MORE);
      this.#goOn();
    }, PAUSE);
  }

  /** @param {number} count */
  #build(count) {
    const end = Math.min(this.#to + count, this.#items.length);
    const made = document.createDocumentFragment();
    for (; this.#to < end; this.#to += 1) made.append(this.#make(/** @type {Item} */ (this.#items[this.#to]), this.#items[this.#to - 1]));
    this.#body.append(made);
  }

  #tell() {
    const all = this.#items.length;
    this.#start.hidden = this.#from === 0;
    this.#more.hidden = this.#to >= all;
    this.foot.hidden = this.#from === 0 && all <= this.#limit;
    this.#note.textContent = `${(this.#from + 1).toLocaleString("en")} to ${this.#to.toLocaleString("en")} of ${all.toLocaleString("en")}`;
  }
}
