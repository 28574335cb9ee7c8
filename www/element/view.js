/**
 * From an analysis to what is shown: marks for the text, tables for the lists, one line in words.
 *
 *     const view = describe(text, analysis);
 *     view.summary        // "12 figures, 2 differ · 7 people · 5 places · 3–20 Nov"
 *     view.marks[0]       // { id: "n0", kind: "person", start: 10, end: 22, row: "e0" }
 *
 * Pure: no DOM, nothing kept. Page and element draw what it says, each in its own way. It does not
 * judge: it shows every name, date and quotation, and every figure that counts something. Linear in text and
 * analysis; its parts are in view/. Of a long text `describing` does the same in steps, between which others may work.
 *
 * @import { Analysis, Attribution, NameKind, Reference } from "../analysis.js"
 */

import { counted } from "./view-words.js";
import { finish } from "./view/steps.js";
import { checks } from "./view/checks.js";
import { marks } from "./view/marks.js";
import { dates, entities, figures, quotes } from "./view/rows.js";
import { Sentences } from "./view/sentences.js";
import { span, timeline } from "./view/timeline.js";

/** @typedef {"figure" | NameKind | "quote" | "date"} Kind */

/**
 * A stretch of the text and the row that tells of it; `doubt` says in words how unsure it is, where it is. `form`
 * tells quotations apart, and mentions without a name from those by name.
 * @typedef {{ id: string, kind: Kind, start: number, end: number, row: string, doubt?: string | undefined,
 *   form?: Attribution["kind"] | Reference["form"] }} Mark
 */
/**
 * What is said of one thing; a cell that is absent is not known.
 * @typedef {{ id: string, kind: Kind, title: string, phrase?: string, marks: string[], pronouns?: string[],
 *   cells: Record<string, string>, notes?: Record<string, string>, keys?: Record<string, string>,
 *   check?: { id: string, kind: Check["kind"] } | undefined, form?: Mark["form"], doubt?: string | undefined }} Row
 * `phrase` is the title with the words that belong to it: "at least 42 people". `pronouns` are marks besides `marks`.
 * `notes` are the article's own words behind a cell, `keys` what a column is sorted by instead of its words. `check`
 * names the check that a figure takes part in. `doubt` is that of the surest mark.
 */
/** @typedef {{ key: string, label: string }} Column */
/** @typedef {{ kind: Kind, label: string, short: string, one: string, columns: Column[], rows: Row[] }} Table The first column holds the title. */
/**
 * A date with its sentence; `value` is `null` where it has no place on the calendar. `within` says where in
 * `sentence` the date stands.
 * @typedef {{ id: string, value: string | null, high: string | null, label: string, words: string, sentence: string,
 *   within: { start: number, end: number }, marks: string[] }} Moment
 */
/** @typedef {{ mark: string, words: string, sentence: string, by?: string }} CheckPart */
/**
 * Something worth a second look.
 * @typedef {{ id: string, kind: "differ" | "sum" | "change" | "unresolved" | "speakerless", title: string, detail: string,
 *   marks: string[], parts: CheckPart[] }} Check
 */
/** @typedef {{ marks: Mark[], tables: Table[], summary: string, found: boolean }} Lists */
/** @typedef {Lists & { timeline: Moment[], checks: Check[] }} View */

/** The kinds in the order of tabs and legend: figures first, for they are what nobody else lists. */
export const KINDS = /** @type {const} */ (["figure", "person", "organization", "place", "other", "quote", "date"]);

/** @type {Record<Kind, { one: string, many: string, label: string, short?: string }>} */
const NAMES = {
  figure: { one: "figure", many: "figures", label: "Figures" },
  person: { one: "person", many: "people", label: "People" },
  organization: { one: "organisation", many: "organisations", label: "Organisations" },
  place: { one: "place", many: "places", label: "Places" },
  other: { one: "other name", many: "other names", label: "Other names", short: "Other" },
  quote: { one: "quotation", many: "quotations", label: "Quotes" },
  date: { one: "date", many: "dates", label: "Dates" },
};

/** The line in words names these; the others only where there is nothing else. */
const FOREMOST = new Set(["figure", "person", "place"]);

/** @type {Column[]} */
const ENTITY_COLUMNS = [
  { key: "title", label: "Name" },
  { key: "role", label: "Described as" },
  { key: "aliases", label: "Also called" },
  { key: "country", label: "Country" },
];

/** @type {Record<Kind, Column[]>} */
const COLUMNS = {
  figure: [
    { key: "title", label: "In the text" },
    { key: "value", label: "Value" },
    { key: "counts", label: "What it counts" },
    { key: "precision", label: "Precision" },
    { key: "said", label: "Said by" },
    { key: "asOf", label: "As of" },
  ],
  person: ENTITY_COLUMNS,
  organization: ENTITY_COLUMNS,
  place: ENTITY_COLUMNS,
  other: ENTITY_COLUMNS,
  quote: [
    { key: "title", label: "What was said" },
    { key: "speaker", label: "Speaker" },
    { key: "cue", label: "Word for it" },
    { key: "addressee", label: "Said to" },
    { key: "how", label: "How" },
  ],
  date: [
    { key: "title", label: "In the text" },
    { key: "value", label: "On the calendar" },
  ],
};

/**
 * @param {string} text The text that was analysed, offsets in UTF-16.
 * @param {Analysis} analysis
 * @returns {View}
 */
export function describe(text, analysis) {
  return finish(describing(text, analysis));
}

/**
 * @param {string} text
 * @param {Analysis} analysis
 * @returns {Generator<undefined, View>}
 */
export function* describing(text, analysis) {
  const sentences = new Sentences(text);
  sentences.at(0); // cuts the text
  yield;
  const found = yield* checks(text, analysis, sentences);
  return {
    ...(yield* listing(text, analysis, found)),
    timeline: yield* timeline(text, analysis, sentences),
    checks: found,
  };
}

/**
 * The lists alone, without timeline and checks: what the element shows.
 * @param {string} text
 * @param {Analysis} analysis
 * @returns {Lists}
 */
export function lists(text, analysis) {
  const differing = analysis.conflicts.flatMap(({ rule = "differ", figures }, index) => ({ id: `c${index}`, kind: rule, marks: figures.map((place) => `f${place}`) }));
  return finish(listing(text, analysis, differing));
}

/**
 * @param {string} text
 * @param {Analysis} analysis
 * @param {Pick<Check, "id" | "kind" | "marks">[]} found
 * @returns {Generator<undefined, Lists>}
 */
function* listing(text, analysis, found) {
  const named = yield* entities(text, analysis);
  /** @type {Record<Kind, Row[]>} */
  const rows = {
    figure: yield* figures(text, analysis, found),
    person: named.get("person") ?? [],
    organization: named.get("organization") ?? [],
    place: named.get("place") ?? [],
    other: named.get("other") ?? [],
    quote: yield* quotes(text, analysis),
    date: yield* dates(text, analysis),
  };
  const tables = KINDS.map((kind) => table(kind, rows[kind]));
  return {
    marks: yield* marks(analysis),
    tables,
    summary: summarise(tables, analysis),
    found: tables.some((table) => table.rows.length > 0),
  };
}

/**
 * Columns that no row fills are left out.
 * @param {Kind} kind
 * @param {Row[]} rows
 * @returns {Table}
 */
function table(kind, rows) {
  const columns = COLUMNS[kind].filter(({ key }, place) => place === 0 || rows.some((row) => row.cells[key] !== undefined));
  const { label, short = label, one } = NAMES[kind];
  return { kind, label, short, one, columns, rows };
}

/**
 * @param {Table[]} tables
 * @param {Analysis} analysis
 */
function summarise(tables, analysis) {
  const filled = tables.filter(({ rows }) => rows.length > 0);
  const foremost = filled.filter(({ kind }) => FOREMOST.has(kind));
  const parts = (foremost.length > 0 ? foremost : filled).map(({ kind, rows }) => {
    const { one, many } = NAMES[kind];
    const differing = kind === "figure" ? rows.filter(({ check }) => check?.kind === "differ").length : 0;
    return counted(rows.length, one, many) + (differing > 0 ? `, ${differing} differ` : "");
  });
  const days = span(analysis);
  return (days === null ? parts : [...parts, days]).join(" · ");
}
