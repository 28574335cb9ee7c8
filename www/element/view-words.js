/**
 * Values in words: exact decimals with separators, units, bounds, calendar dates.
 *
 *     figureValue({ kind: "money", value: "1500000000", unit: "USD", ... })  // "USD 1,500,000,000"
 *     dateValue("2024-21")                                                  // "spring 2024"
 *
 * Pure; no locale is asked, so that a result reads the same everywhere. It does not shorten: a
 * figure that the article rounds is written out, because the article's own words stand beside it.
 *
 * @import { Bound, Figure } from "../analysis.js"
 */

/** Decimals shown of a fraction that does not end; the words beside it are exact. */
const DECIMALS = 4;

/** Units whose plural is not made with an s. */
const PLURALS = new Map([
  ["foot", "feet"],
  ["inch", "inches"],
  ["century", "centuries"],
  ["celsius", "°C"],
  ["fahrenheit", "°F"],
  ["kelvin", "K"],
  ["hertz", "hertz"],
]);

/** @type {Record<Bound, string>} */
const BOUNDS = {
  exact: "as stated",
  about: "about",
  more_than: "more than",
  at_least: "at least",
  less_than: "less than",
  at_most: "at most",
  nearly: "nearly",
  between: "between",
};

const CHANGES = { up: "a rise", down: "a fall", to: "new level", from: "earlier level" };

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

/** EDTF's numbers for parts of a year, where a month would stand. */
const PARTS = new Map([
  ["21", "spring"], ["22", "summer"], ["23", "autumn"], ["24", "winter"],
  ["33", "first quarter of"], ["34", "second quarter of"], ["35", "third quarter of"], ["36", "fourth quarter of"],
  ["40", "first half of"], ["41", "second half of"],
]);

/**
 * "1500000.25" -> "1,500,000.25"
 * @param {string} value
 */
export function grouped(value) {
  const [whole = "", decimals = ""] = value.split(".");
  const shown = decimals.length > DECIMALS ? `${decimals.slice(0, DECIMALS)}…` : decimals;
  const sign = whole.startsWith("-") ? "−" : "";
  const digits = whole.replace(/^[-+]/, "").replace(/\B(?=(\d{3})+$)/g, ",");
  return sign + digits + (shown && `.${shown}`);
}

/** @param {string} value */
function ordinal(value) {
  const teen = /1[123]$/.test(value);
  const ending = teen ? undefined : { 1: "st", 2: "nd", 3: "rd" }[value.at(-1) ?? ""];
  return grouped(value) + (ending ?? "th");
}

/**
 * @param {string} unit
 * @param {string} value
 * @returns {string}
 */
function unitOf(unit, value) {
  if (unit === "celsius" || unit === "fahrenheit" || unit === "kelvin") return PLURALS.get(unit) ?? unit;
  if (value === "1" || value === "-1") return unit;
  const irregular = PLURALS.get(unit);
  if (irregular) return irregular;
  const compound = /^(.+?)( (?:per|of) .+)$/.exec(unit);
  if (compound?.[1] && compound[2]) return unitOf(compound[1], value) + compound[2];
  return /[a-z]$/.test(unit) && !unit.endsWith("s") ? `${unit}s` : unit;
}

/**
 * The value with its unit, written out; `null` where the article is vague.
 * @param {Figure} figure
 */
export function figureValue(figure) {
  const { kind, value, high, unit } = figure;
  if (value === null) return null;
  const per = figure.per === null ? "" : ` per ${figure.per}`;
  if (kind === "score" && high !== null) return `${grouped(value)}–${grouped(high)}`;
  if (kind === "ratio" && high !== null) return `${grouped(value)} to ${grouped(high)}`;
  const amount = high === null ? grouped(value) : `${grouped(value)} to ${grouped(high)}`;
  const last = high ?? value;
  switch (kind) {
    case "ordinal":
      return ordinal(value);
    case "percent":
      return `${amount} %${per}`;
    case "percentage_point":
      return `${amount} percentage ${last === "1" ? "point" : "points"}`;
    case "multiple":
      return `${amount} times`;
    case "money":
      // A code stands before the amount; a currency that has none here ("pesos") after it.
      if (unit !== null && /^[A-Z]{3}$/.test(unit)) return `${unit} ${amount}${per}`;
      return unit === null ? amount + per : `${amount} ${unitOf(unit, last)}${per}`;
    default:
      return unit === null ? amount + per : `${amount} ${unitOf(unit, last)}${per}`;
  }
}

/**
 * "more than", "a rise", "about, new level"
 * @param {Figure} figure
 */
export function precision({ bound, change }) {
  if (change === null) return BOUNDS[bound];
  return bound === "exact" ? CHANGES[change] : `${BOUNDS[bound]}, ${CHANGES[change]}`;
}

/**
 * An ISO 8601 or EDTF value in words; what is not understood is shown as it is.
 * @param {string} value
 */
export function dateValue(value) {
  const decade = /^(\d{3})X$/.exec(value);
  if (decade) return `${decade[1]}0s`;
  const century = /^(\d{2})XX$/.exec(value);
  if (century) return `${century[1]}00s`;
  const [, year, part, day, time] = /^(\d{4}|XXXX)(?:-(\d{2}))?(?:-(\d{2}))?(?:T(.+))?$/.exec(value) ?? [];
  if (year === undefined) return value.replace(/^T(?=\d)/, "");
  const ofYear = year === "XXXX" ? "" : ` ${year}`;
  if (part === undefined) return ofYear.trimStart();
  const month = MONTHS[Number(part) - 1];
  if (month === undefined) return PARTS.has(part) ? PARTS.get(part) + ofYear : value;
  const date = day === undefined ? month + ofYear : `${Number(day)} ${month}${ofYear}`;
  return time === undefined ? date : `${date}, ${time}`;
}

/**
 * As `dateValue`, with the months cut short: "24 Feb 2022".
 * @param {string} value
 */
export function shortDate(value) {
  return dateValue(value).replace(/\b(?:January|February|March|April|June|July|August|September|October|November|December)\b/, (month) => month.slice(0, 3));
}

/** Where parts of a year begin: as months, for sorting. */
const BEGINNINGS = new Map([
  ["21", "03"], ["22", "06"], ["23", "09"], ["24", "12"],
  ["33", "01"], ["34", "04"], ["35", "07"], ["36", "10"], ["40", "01"], ["41", "07"],
]);

/**
 * A calendar value that sorts as text, coarse before fine; `null` for what has no place on the calendar.
 * @param {string} value
 */
export function dateKey(value) {
  const [, year, part, rest = ""] = /^(\d\d[\dX]{2})(?:-(\d\d))?(.*)$/.exec(value) ?? [];
  if (year === undefined) return null;
  const month = part === undefined ? "" : `-${BEGINNINGS.get(part) ?? part}`;
  return year.replaceAll("X", "0") + month + rest;
}

/**
 * "3–20 Nov", "28 Oct – 3 Nov", "3 Mar 2025 – 19 Aug 2026", "1998–2031". The year of the article itself goes unsaid.
 * @param {string} first A day or a year.
 * @param {string} last The same, not before it.
 * @param {string | null} published
 */
export function dayRange(first, last, published) {
  const [a, b] = [first, last].map((value) => value.split("-"));
  if (!a || !b) return first;
  const month = (/** @type {string[]} */ date) => MONTHS[Number(date[1]) - 1]?.slice(0, 3) ?? "";
  const year = a[0] === b[0] && b[0] === published?.slice(0, 4) ? "" : ` ${b[0]}`;
  if (a[1] === undefined || b[1] === undefined) return first === last ? first : `${a[0]}–${b[0]}`;
  const end = `${Number(b[2])} ${month(b)}${year}`;
  if (first === last) return end;
  if (a[0] !== b[0]) return `${Number(a[2])} ${month(a)} ${a[0]} – ${end}`;
  return a[1] === b[1] ? `${Number(a[2])}–${end}` : `${Number(a[2])} ${month(a)} – ${end}`;
}

/** Less sure than this, a name is shown as unsure: of those above nine in ten are right, of those below half. */
const SURE = 0.7;

/**
 * "unsure: about 60 %"; `undefined` for what is sure enough. Tens, because the share is no better known.
 * @param {number} confidence
 */
export function doubt(confidence) {
  return confidence < SURE ? `unsure: about ${Math.round(confidence * 10) * 10} %` : undefined;
}

/**
 * "1 figure", "12 figures"
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
export function counted(count, one, many) {
  return `${grouped(String(count))} ${count === 1 ? one : many}`;
}
