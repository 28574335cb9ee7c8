/**
 * Where corrections are kept: in this browser, for the last texts that were corrected, by a fingerprint of each text.
 *
 *     const shelf = new Shelf(localStorage);
 *     shelf.write(await fingerprint(text), list);
 *
 * The text itself is not kept, only the words that were corrected. Where the browser keeps nothing, `keeps` says so
 * and corrections last as long as the page.
 *
 * @import { Correction } from "./correct.js"
 */

import { isCorrection } from "./correct.js";

const KEY = "article-analyzer.corrections";

/** Those of older texts are forgotten. */
export const MOST_TEXTS = 50;

/** @typedef {{ key: string, list: readonly Correction[] }} Entry */

export class Shelf {
  #storage;
  #keeps;
  /** @type {Entry[]} The latest last; stands in for the storage where there is none. */
  #entries = [];

  /** @param {Storage | undefined} storage */
  constructor(storage) {
    this.#storage = storage;
    this.#keeps = storage !== undefined;
    this.#entries = this.#load();
    this.#save(); // so that a store that takes nothing is known before anything is lost
  }

  /** Whether what is written will be there another day. */
  get keeps() {
    return this.#keeps;
  }

  /** How many texts there are corrections of. */
  get texts() {
    return this.#load().length;
  }

  /** @param {string} key */
  read(key) {
    return this.#load().find((entry) => entry.key === key)?.list ?? [];
  }

  /**
   * @param {string} key
   * @param {readonly Correction[]} list
   */
  write(key, list) {
    const others = this.#load().filter((entry) => entry.key !== key);
    this.#entries = (list.length > 0 ? [...others, { key, list }] : others).slice(-MOST_TEXTS);
    this.#save();
  }

  clear() {
    this.#entries = [];
    this.#save();
  }

  /** Read anew each time: another tab may have written. */
  #load() {
    if (!this.#keeps) return this.#entries;
    try {
      const kept = JSON.parse(this.#storage?.getItem(KEY) ?? "[]");
      return Array.isArray(kept) ? kept.filter(isEntry) : [];
    } catch {
      return []; // blocked, or kept by another program under our name
    }
  }

  #save() {
    try {
      if (this.#entries.length > 0) this.#storage?.setItem(KEY, JSON.stringify(this.#entries));
      else this.#storage?.removeItem(KEY);
      if (this.#storage && this.#entries.length === 0) probe(this.#storage);
    } catch {
      this.#keeps = false; // full or blocked
    }
  }
}

/** @param {Storage} storage Throws where it takes nothing. */
function probe(storage) {
  storage.setItem(KEY, "[]");
  storage.removeItem(KEY);
}

/**
 * @param {unknown} value
 * @returns {value is Entry}
 */
function isEntry(value) {
  const { key, list } = /** @type {Record<string, unknown>} */ (value ?? {});
  return typeof key === "string" && Array.isArray(list) && list.every(isCorrection);
}

/**
 * Tells texts apart without telling what they say: SHA-256, or where that is refused (pages without https) a
 * shorter sum of our own.
 * @param {string} text
 * @returns {Promise<string>}
 */
export async function fingerprint(text) {
  const { subtle } = globalThis.crypto ?? {};
  if (!subtle) return sum(text);
  const bytes = new Uint8Array(await subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * FNV-1a over UTF-16 units, twice with different beginnings, and the length.
 * @param {string} text
 */
export function sum(text) {
  let [one, two] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x01000193) ^ (two >>> 15);
  }
  return [one, two, text.length].map((part) => (part >>> 0).toString(16)).join("-");
}
