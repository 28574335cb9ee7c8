/**
 * From an analysis to what a map shows: which places, how large, in which way.
 *
 *     const { shown, missing } = placesOf(analysis, view, isCountry);
 *     shown[0]   // { row, count: 12, as: "country", country: "UA", lat: 49, lon: 32, likely: false }
 *
 * A country is an area of its shape, what belongs to no country (a continent, an ocean) a name
 * written across the map, all else a dot. Nationalities are not places. Pure: no DOM.
 *
 * @import { Analysis, Place } from "../../analysis.js"
 * @import { Row, View } from "../../element/view.js"
 * @import { Spot } from "./frame.js"
 * @import { Bounds } from "./shapes.js"
 */

import { counted } from "../../element/view-words.js";

/** @typedef {"dot" | "country" | "area"} As */
/** @typedef {{ row: Row, count: number, as: As, country: string | null, lat: number, lon: number, likely: boolean }} Shown */

/** Dots: pixels of radius for one mention; the area grows with the mentions, up to the largest. */
const RADIUS = 4.5;
const LARGEST = 17;

/** A country that is no wider than this, in degrees, is shown whole. */
const WHOLE_COUNTRY = 45;

/**
 * @param {Analysis} analysis
 * @param {View} view
 * @param {(place: Place) => boolean} isCountry
 * @returns {{ shown: Shown[], missing: Row[] }} Both in the order of the table: the most mentioned first.
 */
export function placesOf(analysis, view, isCountry) {
  const rows = view.tables.find(({ kind }) => kind === "place")?.rows ?? [];
  /** @type {Shown[]} */
  const shown = [];
  /** @type {Row[]} */
  const missing = [];
  for (const row of rows) {
    const place = analysis.entities[Number(row.id.slice(1))]?.place;
    if (!place) {
      missing.push(row);
      continue;
    }
    const { country, lat, lon, certainty } = place;
    const as = country === null ? "area" : isCountry(place) ? "country" : "dot";
    shown.push({ row, count: row.marks.length, as, country, lat, lon, likely: certainty === "likely" });
  }
  return { shown, missing };
}

/**
 * What the first view holds: every spot, small countries whole, of large ones the middle where no other
 * place shows them; continents and oceans only where there is nothing else.
 * @param {Shown[]} shown
 * @param {(country: string) => Bounds | undefined} bounds
 * @returns {Spot[]}
 */
export function extent(shown, bounds) {
  const spots = shown.filter(({ as }) => as !== "area");
  if (spots.length === 0) return shown.length > 0 ? [...shown, { lon: -120, lat: 0 }, { lon: 120, lat: 0 }] : [];
  return spots.flatMap((one) => {
    const box = one.as === "country" && one.country !== null ? bounds(one.country) : undefined;
    if (!box) return [one];
    const corners = [{ lon: box.west, lat: box.south }, { lon: box.east, lat: box.north }];
    if (box.east - box.west <= WHOLE_COUNTRY) return [one, ...corners];
    return spots.some(({ as, country }) => as === "dot" && country === one.country) ? [] : [one];
  });
}

/**
 * So that areas compare as mentions do.
 * @param {number} count
 * @param {number} most The mentions of the largest dot.
 */
export function radius(count, most) {
  return Math.min(RADIUS, LARGEST / Math.sqrt(most)) * Math.sqrt(count);
}

/** The name of a place and how often it is mentioned. @param {Shown} place */
export function told({ row, count, likely }) {
  return `${row.title}, ${counted(count, "mention", "mentions")}${likely ? ", likely place" : ""}`;
}

/**
 * The map in words, for who does not see it.
 * @param {Shown[]} shown
 * @param {Row[]} missing
 */
export function summary(shown, missing) {
  const first = shown.slice(0, 3).map(told).join("; ");
  const most = shown.length > 3 ? `, most mentioned: ${first}` : `: ${first}`;
  const rest = missing.length > 0 ? `. ${missing.length} more not on the map` : "";
  return `Map of ${counted(shown.length, "place", "places")}${most}${rest}. All are in the list after the map.`;
}
