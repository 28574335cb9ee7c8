/**
 * An analysis as things that know each other, and back: what a correction changes is changed in one place, and
 * every index of the contract is counted anew at the end.
 *
 *     const graph = open(analysis);
 *     graph.figures.splice(2, 1);
 *     close(graph); // a valid Analysis, the one given is as it was
 *
 * It knows nothing of corrections and never looks at the text.
 *
 * @import { Analysis, Attribution, Conflict, DateMention, Entity, Figure, Name, Span } from "../../analysis.js"
 */

/** @typedef {Omit<Entity, "mentions"> & { mentions: Mention[] }} Thing */
/** @typedef {Omit<Name, "entity"> & { entity: Thing }} Mention */
/** @typedef {Span & { entity: Thing | null }} Party */
/** @typedef {Omit<Attribution, "speaker" | "addressee"> & { speaker: Party | null, addressee: Party | null }} Quote */
/** @typedef {Omit<Figure, "said_by" | "as_of"> & { said_by: Quote | null, as_of: DateMention | null }} Amount */
/** @typedef {Omit<Conflict, "figures"> & { figures: Amount[] }} Dispute */

/**
 * Mentions stand in their things only.
 * @typedef {{
 *   rest: Analysis, things: Thing[], figures: Amount[], dates: DateMention[], quotes: Quote[], disputes: Dispute[],
 * }} Graph
 */

/**
 * @param {Analysis} analysis
 * @returns {Graph}
 */
export function open(analysis) {
  const rest = structuredClone(analysis);
  /** @type {Thing[]} */
  const things = rest.entities.map((entity) => ({ ...entity, mentions: [] }));
  for (const name of rest.names) {
    const entity = known(things, name.entity);
    entity.mentions.push({ ...name, entity });
  }
  /** @param {Attribution["speaker"]} party */
  const party = (party) => party && { ...party, entity: party.entity === null ? null : known(things, party.entity) };
  const quotes = rest.attributions.map((quote) => ({ ...quote, speaker: party(quote.speaker), addressee: party(quote.addressee) }));
  const figures = rest.figures.map((figure) => ({
    ...figure,
    said_by: figure.said_by === null ? null : known(quotes, figure.said_by),
    as_of: figure.as_of === null ? null : known(rest.dates, figure.as_of),
  }));
  const disputes = rest.conflicts.map((conflict) => ({ ...conflict, figures: conflict.figures.map((index) => known(figures, index)) }));
  return { rest, things, figures, dates: rest.dates, quotes, disputes };
}

/**
 * Things without a mention are left out, and nobody speaks for them any more.
 * @param {Graph} graph
 * @returns {Analysis}
 */
export function close({ rest, things, figures, dates, quotes, disputes }) {
  for (const { mentions } of things) mentions.sort(inOrder);
  const kept = things.filter(({ mentions }) => mentions.length > 0).sort((a, b) => first(a) - first(b));
  const mentions = kept.flatMap((thing) => thing.mentions).sort(inOrder);
  const [thingAt, mentionAt, figureAt, dateAt, quoteAt] = [kept, mentions, figures, dates, quotes].map(places);
  /** @param {Party | null} party */
  const party = (party) => party && { ...party, entity: place(thingAt, party.entity) };
  return {
    ...rest,
    names: mentions.map((mention) => ({ ...mention, entity: place(thingAt, mention.entity) ?? 0 })),
    entities: kept.map((thing) => ({ ...thing, mentions: thing.mentions.map((mention) => place(mentionAt, mention) ?? 0) })),
    figures: figures.map((figure) => ({ ...figure, said_by: place(quoteAt, figure.said_by), as_of: place(dateAt, figure.as_of) })),
    dates,
    attributions: quotes.map((quote) => ({ ...quote, speaker: party(quote.speaker), addressee: party(quote.addressee) })),
    conflicts: disputes.map((dispute) => ({ ...dispute, figures: dispute.figures.flatMap((figure) => place(figureAt, figure) ?? []) })),
  };
}

/**
 * By their beginnings, the longer first where two begin together.
 * @param {Span} a
 * @param {Span} b
 */
export const inOrder = (a, b) => a.start - b.start || b.end - a.end;

/**
 * @param {Span} a
 * @param {Span} b
 */
export const touches = (a, b) => a.start < b.end && b.start < a.end;

/** @param {Thing} thing */
const first = ({ mentions }) => mentions[0]?.start ?? 0;

/**
 * @param {object[]} items
 * @returns {Map<object, number>}
 */
const places = (items) => new Map(items.map((item, index) => [item, index]));

/**
 * @param {Map<object, number> | undefined} places
 * @param {object | null} item
 */
const place = (places, item) => (item && places?.get(item)) ?? null;

/**
 * @template T
 * @param {T[]} items
 * @param {number} index
 */
function known(items, index) {
  const item = items[index];
  if (item === undefined) throw new RangeError(`the analysis has no item ${index}`);
  return item;
}
