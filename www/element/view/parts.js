/**
 * What every list of the view is made of: words on one line, cells that are known, who is meant.
 *
 * Pure, and told which text and which analysis; it decides nothing about what is shown.
 *
 * @import { Analysis, Attribution, Entity, Span } from "../../analysis.js"
 */

/**
 * The words themselves, on one line.
 * @param {string} text
 * @param {Span} span
 */
export function words(text, { start, end }) {
  return text.slice(start, end).replace(/\s+/gu, " ");
}

/** @param {string[]} items Repeats are left out. */
export function list(items) {
  return [...new Set(items)].join(", ") || null;
}

/**
 * What is not known has no cell.
 * @param {Record<string, string | null | undefined>} all
 * @returns {Record<string, string>}
 */
export function cells(all) {
  /** @type {Record<string, string>} */
  const known = {};
  for (const [key, value] of Object.entries(all)) if (value) known[key] = value;
  return known;
}

/**
 * Who is meant: the name, where the article gives one, and the words where they say it otherwise ("he").
 * @param {string} text
 * @param {Analysis} analysis
 * @param {Attribution["speaker"] | undefined} someone
 * @returns {{ name: string | null, as: string | null }}
 */
export function who(text, analysis, someone) {
  if (!someone) return { name: null, as: null };
  const said = words(text, someone);
  const name = (someone.entity === null ? undefined : analysis.entities[someone.entity]?.name) ?? said;
  // A part of the name says nothing that the name does not.
  return { name, as: name.includes(said) ? null : said };
}

/** @param {Entity} entity */
export function country({ place }) {
  if (!place?.country) return null; // nowhere known, or a continent
  try {
    regions ??= new Intl.DisplayNames(["en"], { type: "region" });
    return regions.of(place.country) ?? place.country;
  } catch {
    return place.country; // not a code that this platform knows
  }
}

/** @type {Intl.DisplayNames | undefined} Costly to make, and the same for all. */
let regions;
