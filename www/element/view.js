/**
 * From an analysis to what is shown: marks for the text, tables for the lists, one line in words.
 *
 *     const view = describe(text, analysis);
 *     view.summary        // "12 figures · 7 people · 5 places"
 *     view.marks[0]       // { id: "n0", kind: "person", start: 10, end: 22, row: "e0" }
 *
 * Pure: no DOM, nothing kept. Page and element draw what it says, each in its own way. It does not
 * judge: it shows every name and date, and every figure that counts something.
 *
 * @import { Analysis, Entity, Figure, NameKind, Span } from "../analysis.js"
 */

import { counted, dateValue, doubt, figureValue, precision } from "./view-words.js";

/** @typedef {"figure" | NameKind | "date"} Kind */

/**
 * A stretch of the text and the row that tells of it; `doubt` says in words how unsure it is, where it is.
 * @typedef {{ id: string, kind: Kind, start: number, end: number, row: string, doubt?: string | undefined }} Mark
 */
/**
 * What is said of one thing; a cell that is absent is not known.
 * @typedef {{ id: string, kind: Kind, title: string, phrase?: string, marks: string[], cells: Record<string, string>, doubt?: string | undefined }} Row
 * `phrase` is the title with the words that belong to it: "at least 42 people". `doubt` is that of the surest mark.
 */
/** @typedef {{ key: string, label: string }} Column */
/** @typedef {{ kind: Kind, label: string, short: string, one: string, columns: Column[], rows: Row[] }} Table The first column holds the title. */
/** @typedef {{ marks: Mark[], tables: Table[], summary: string, found: boolean }} View */

/** The kinds in the order of tabs and legend: figures first, for they are what nobody else lists. */
export const KINDS = /** @type {const} */ (["figure", "person", "organization", "place", "other", "date"]);

/** @type {Record<Kind, { one: string, many: string, label: string, short?: string }>} */
const NAMES = {
  figure: { one: "figure", many: "figures", label: "Figures" },
  person: { one: "person", many: "people", label: "People" },
  organization: { one: "organisation", many: "organisations", label: "Organisations" },
  place: { one: "place", many: "places", label: "Places" },
  other: { one: "other name", many: "other names", label: "Other names", short: "Other" },
  date: { one: "date", many: "dates", label: "Dates" },
};

/**
 * @param {string} text The text that was analysed, offsets in UTF-16.
 * @param {Analysis} analysis
 * @returns {View}
 */
export function describe(text, analysis) {
  const tables = [
    figures(text, analysis),
    ...(/** @type {const} */ (["person", "organization", "place", "other"])).map((kind) => entities(text, analysis, kind)),
    dates(text, analysis),
  ];
  return {
    marks: marks(analysis),
    tables,
    summary: summarise(tables, analysis),
    found: tables.some((table) => table.rows.length > 0),
  };
}

/**
 * Labels name and do not count ("Boeing 737"), so they are neither marked nor listed.
 * @param {Figure} figure
 */
const counts = (figure) => figure.role === "claim";

/**
 * Every mention in text order, the longer first where two begin together.
 * @param {Analysis} analysis
 * @returns {Mark[]}
 */
function marks(analysis) {
  /** @type {Mark[]} */
  const all = [];
  analysis.names.forEach(({ start, end, kind, entity, confidence }, index) => {
    // Drawn as what it names is taken for, so that marks and lists agree.
    const drawn = analysis.entities[entity]?.kind ?? kind;
    all.push({ id: `n${index}`, kind: drawn, start, end, row: `e${entity}`, doubt: doubt(confidence) });
  });
  analysis.figures.forEach((figure, index) => {
    if (!counts(figure)) return;
    all.push({ id: `f${index}`, kind: "figure", start: figure.start, end: figure.end, row: `f${index}` });
  });
  analysis.dates.forEach(({ start, end }, index) => {
    all.push({ id: `d${index}`, kind: "date", start, end, row: `d${index}` });
  });
  return all.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * Columns that no row fills are left out.
 * @param {Kind} kind
 * @param {Column[]} columns
 * @param {Row[]} rows
 * @returns {Table}
 */
function table(kind, columns, rows) {
  const [title, ...others] = columns;
  const filled = others.filter(({ key }) => rows.some((row) => row.cells[key] !== undefined));
  const { label, short = label, one } = NAMES[kind];
  return { kind, label, short, one, columns: title ? [title, ...filled] : filled, rows };
}

/**
 * @param {string} text
 * @param {Analysis} analysis
 */
function figures(text, analysis) {
  /** @type {Row[]} */
  const rows = [];
  analysis.figures.forEach((figure, index) => {
    if (!counts(figure)) return;
    const speaker = figure.said_by === null ? null : analysis.attributions[figure.said_by]?.speaker;
    const day = figure.as_of === null ? null : analysis.dates[figure.as_of];
    rows.push({
      id: `f${index}`,
      kind: "figure",
      title: words(text, figure),
      phrase: words(text, figure.outer),
      marks: [`f${index}`],
      cells: cells({
        value: figureValue(figure),
        counts: figure.counts && words(text, figure.counts),
        precision: precision(figure),
        said: speaker && words(text, speaker),
        asOf: day && words(text, day),
      }),
    });
  });
  const columns = [
    { key: "title", label: "In the text" },
    { key: "value", label: "Value" },
    { key: "counts", label: "What it counts" },
    { key: "precision", label: "Precision" },
    { key: "said", label: "Said by" },
    { key: "asOf", label: "As of" },
  ];
  return table("figure", columns, rows);
}

/**
 * The most mentioned first; in text order among equals.
 * @param {string} text
 * @param {Analysis} analysis
 * @param {NameKind} kind
 */
function entities(text, analysis, kind) {
  /** @type {Row[]} */
  const rows = [];
  analysis.entities.forEach((entity, index) => {
    if (entity.kind !== kind) return;
    rows.push({
      id: `e${index}`,
      kind,
      title: entity.name,
      marks: entity.mentions.map((mention) => `n${mention}`),
      doubt: doubt(Math.max(...entity.mentions.map((mention) => analysis.names[mention]?.confidence ?? 0))),
      cells: cells({
        role: list(entity.roles.map((role) => words(text, role))),
        aliases: list(entity.aliases),
        country: country(entity),
      }),
    });
  });
  rows.sort((a, b) => b.marks.length - a.marks.length);
  const columns = [
    { key: "title", label: "Name" },
    { key: "role", label: "Described as" },
    { key: "aliases", label: "Also called" },
    { key: "country", label: "Country" },
  ];
  return table(kind, columns, rows);
}

/**
 * @param {string} text
 * @param {Analysis} analysis
 */
function dates(text, analysis) {
  const rows = analysis.dates.map((date, index) => ({
    id: `d${index}`,
    kind: /** @type {const} */ ("date"),
    title: words(text, date),
    marks: [`d${index}`],
    cells: cells({ value: calendar(date, analysis.published) }),
  }));
  const columns = [
    { key: "title", label: "In the text" },
    { key: "value", label: "On the calendar" },
  ];
  return table("date", columns, rows);
}

/**
 * @param {Analysis["dates"][number]} date
 * @param {string | null} published
 */
function calendar({ value, high, resolved }, published) {
  const known = value === null ? "" : high === null ? dateValue(value) : `${dateValue(value)} to ${dateValue(high)}`;
  if (resolved && known !== "") return known;
  const why = published === null ? "needs the publication date" : "not a fixed date";
  return known === "" ? why : `${known} (${why})`;
}

/** @param {Entity} entity */
function country({ place }) {
  if (!place?.country) return null; // nowhere known, or a continent
  try {
    return new Intl.DisplayNames(["en"], { type: "region" }).of(place.country) ?? place.country;
  } catch {
    return place.country; // not a code that this platform knows
  }
}

/**
 * @param {Table[]} tables
 * @param {Analysis} analysis
 */
function summarise(tables, analysis) {
  const parts = tables.flatMap(({ kind, rows }) => {
    if (rows.length === 0) return [];
    const { one, many } = NAMES[kind];
    const differing = new Set(analysis.conflicts.flatMap((conflict) => conflict.figures)).size;
    const differ = kind === "figure" && differing > 0 ? `, ${differing} differ` : "";
    return [counted(rows.length, one, many) + differ];
  });
  return parts.join(" · ");
}

/**
 * The words themselves, on one line.
 * @param {string} text
 * @param {Span} span
 */
function words(text, { start, end }) {
  return text.slice(start, end).replace(/\s+/gu, " ");
}

/** @param {string[]} items Repeats are left out. */
function list(items) {
  return [...new Set(items)].join(", ") || null;
}

/**
 * @param {Record<string, string | null | undefined>} all
 * @returns {Record<string, string>}
 */
function cells(all) {
  /** @type {Record<string, string>} */
  const known = {};
  for (const [key, value] of Object.entries(all)) if (value) known[key] = value;
  return known;
}
