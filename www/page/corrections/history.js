/**
 * The corrections of one text as the reader made them, with undo and redo.
 *
 * Taking one back from the middle is a change like any other, so that it can be undone too.
 *
 * @import { Correction } from "./correct.js"
 */

/** @typedef {readonly Correction[]} List */

export class History {
  /** @type {List[]} What was before, the latest last. */
  #past;
  /** @type {List[]} What was undone, the latest last. */
  #future = [];
  /** @type {List} */
  #list;

  /** @param {List} [list] Made before, perhaps on another day: they can be undone one by one. */
  constructor(list = []) {
    this.#list = list;
    this.#past = list.map((_, count) => list.slice(0, count));
  }

  get list() {
    return this.#list;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /** @param {Correction} correction */
  add(correction) {
    this.#become([...this.#list, correction]);
  }

  /** @param {number} index */
  takeBack(index) {
    this.#become(this.#list.filter((_, other) => other !== index));
  }

  clear() {
    this.#become([]);
  }

  /** The correction that came or went with the last step; `undefined` where there was none. */
  undo() {
    return this.#step(this.#past, this.#future);
  }

  redo() {
    return this.#step(this.#future, this.#past);
  }

  /** @param {List} list */
  #become(list) {
    this.#past.push(this.#list);
    this.#future = [];
    this.#list = list;
  }

  /**
   * @param {List[]} from
   * @param {List[]} to
   */
  #step(from, to) {
    const next = from.pop();
    if (!next) return undefined;
    const former = this.#list;
    to.push(former);
    this.#list = next;
    const [longer, shorter] = former.length > next.length ? [former, next] : [next, former];
    return longer.find((correction) => !shorter.includes(correction));
  }
}
