/**
 * The rows of the lists: figures, entities, quotations and dates, each with its cells in words.
 *
 * What a cell cannot say it leaves out. `keys` are for sorting where the words sort badly: exact decimals,
 * calendar values. `notes` are the article's own words where a cell says more ("Donald Trump" for "he").
 *
 * @import { Analysis, Attribution, DateMention, Entity, NameKind } from "../../analysis.js"
 * @import { Check, Row } from "../view.js"
 */

import { dateKey, dateValue, doubt, figureValue, precision, shortDate } from "../view-words.js";
import { mapped } from "./steps.js";
import { counts, quoteMark, referenceMark } from "./marks.js";
import { cells, country, list, who, words } from "./parts.js";

/** A quotation longer than this is cut in its row; its card has the whole. */
const QUOTE_LENGTH = 180;

/** @type {Record<Attribution["kind"], string>} */
const HOW = { direct: "word for word", mixed: "partly word for word", indirect: "in other words" };

/**
 * @param {string} text
 * @param {Analysis} analysis
 * @param {Pick<Check, "id" | "kind" | "marks">[]} checks
 * @returns {Generator<undefined, Row[]>}
 */
export function* figures(text, analysis, checks) {
  const differing = new Map(
    checks
      .filter(({ kind }) => kind !== "unresolved" && kind !== "speakerless")
      .toReversed() // the first that a figure takes part in counts
      .flatMap(({ id, kind, marks }) => marks.map((mark) => /** @type {const} */ ([mark, { id, kind }]))),
  );
  const all = yield* mapped(analysis.figures, (figure, index) => {
    if (!counts(figure)) return undefined;
    const { name, as } = who(text, analysis, figure.said_by === null ? null : analysis.attributions[figure.said_by]?.speaker);
    const day = figure.as_of === null ? undefined : analysis.dates[figure.as_of];
    const known = day && shortWords(day);
    const said = day && words(text, day);
    return {
      id: `f${index}`,
      kind: /** @type {const} */ ("figure"),
      title: words(text, figure),
      phrase: words(text, figure.outer),
      marks: [`f${index}`],
      check: differing.get(`f${index}`),
      cells: cells({
        value: figureValue(figure),
        counts: figure.counts && words(text, figure.counts),
        precision: precision(figure),
        said: name,
        asOf: known ?? said,
      }),
      notes: cells({ said: as, asOf: known === said ? null : known && said }),
      keys: cells({ value: figure.value, asOf: day?.resolved ? day.value && dateKey(day.value) : null }),
    };
  });
  return all.filter((row) => row !== undefined);
}

/**
 * The most mentioned first; in text order among equals. Pronouns are counted apart: they are many and say little.
 * @param {string} text
 * @param {Analysis} analysis
 * @returns {Generator<undefined, Map<NameKind, Row[]>>}
 */
export function* entities(text, analysis) {
  const every = yield* mapped(analysis.entities, (entity, index) => entityRow(text, analysis, entity, index));
  /** @type {Map<NameKind, Row[]>} */
  const all = new Map();
  for (const row of every) {
    if (row.marks.length === 0) continue;
    const kind = /** @type {NameKind} */ (row.kind);
    const rows = all.get(kind);
    if (rows) rows.push(row);
    else all.set(kind, [row]);
  }
  for (const rows of all.values()) rows.sort((a, b) => b.marks.length - a.marks.length);
  return all;
}

/**
 * @param {string} text
 * @param {Analysis} analysis
 * @param {Entity} entity
 * @param {number} index
 * @returns {Row}
 */
function entityRow(text, analysis, entity, index) {
  /** @type {{ start: number, mark: string }[]} */
  const mentions = entity.mentions.map((mention) => ({ start: analysis.names[mention]?.start ?? 0, mark: `n${mention}` }));
  /** @type {string[]} */
  const pronouns = [];
  for (const [place, { form, start }] of entity.references.entries()) {
    const mark = referenceMark(index, place);
    if (form === "pronoun") pronouns.push(mark);
    else mentions.push({ start, mark });
  }
  const surest = entity.mentions.reduce((best, mention) => Math.max(best, analysis.names[mention]?.confidence ?? 0), 0);
  return {
    id: `e${index}`,
    kind: entity.kind,
    title: entity.name,
    marks: mentions.sort((a, b) => a.start - b.start).map(({ mark }) => mark),
    pronouns,
    doubt: entity.mentions.length > 0 ? doubt(surest) : undefined,
    cells: cells({
      role: list(entity.roles.map((role) => words(text, role))),
      aliases: list(entity.aliases),
      country: country(entity),
    }),
  };
}

/**
 * @param {string} text
 * @param {Analysis} analysis
 * @returns {Generator<undefined, Row[]>}
 */
export function* quotes(text, analysis) {
  return yield* mapped(analysis.attributions, ({ spans, kind, speaker, cue, addressee }, index) => {
    const whole = spans.map((span) => words(text, span)).join(" … ");
    const by = who(text, analysis, speaker);
    const to = who(text, analysis, addressee);
    return {
      id: `q${index}`,
      kind: /** @type {const} */ ("quote"),
      title: cut(whole),
      phrase: whole,
      marks: spans.map((_, piece) => quoteMark(index, piece)),
      cells: cells({
        speaker: by.name ?? "not found",
        cue: cue && words(text, cue),
        addressee: to.name,
        how: HOW[kind],
      }),
      notes: cells({ speaker: by.as, addressee: to.as }),
      form: kind,
    };
  });
}

/** @param {string} whole */
function cut(whole) {
  return whole.length <= QUOTE_LENGTH ? whole : `${whole.slice(0, QUOTE_LENGTH).replace(/\s+\S*$/u, "")} …`;
}

/**
 * @param {string} text
 * @param {Analysis} analysis
 * @returns {Generator<undefined, Row[]>}
 */
export function* dates(text, analysis) {
  return yield* mapped(analysis.dates, (date, index) => ({
    id: `d${index}`,
    kind: /** @type {const} */ ("date"),
    title: words(text, date),
    marks: [`d${index}`],
    cells: cells({ value: calendar(date, analysis.published) }),
    keys: cells({ value: date.resolved ? date.value && dateKey(date.value) : null }),
  }));
}

/**
 * On the calendar, with its months cut short: for a narrow column.
 * @param {DateMention} date
 */
function shortWords({ value, high, resolved }) {
  if (!resolved || value === null) return null;
  return high === null ? shortDate(value) : `${shortDate(value)} to ${shortDate(high)}`;
}

/**
 * @param {DateMention} date
 * @param {string | null} published
 */
export function calendar(date, published) {
  const { value, high, resolved } = date;
  const known = value === null ? "" : high === null ? dateValue(value) : `${dateValue(value)} to ${dateValue(high)}`;
  if (resolved && known !== "") return known;
  const why = published === null ? "needs the publication date" : "not a fixed date";
  return known === "" ? why : `${known} (${why})`;
}
