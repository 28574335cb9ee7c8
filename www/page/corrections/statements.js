/**
 * What corrections do to figures, dates and quotations, and to what hangs on them.
 *
 * @import { Span } from "../../analysis.js"
 * @import { Amount, Graph } from "./graph.js"
 * @import { Anchor } from "./correct.js"
 */

import { touches } from "./graph.js";
import { find } from "./things.js";

/**
 * @param {Graph} graph
 * @param {Span} at
 */
export function dropFigure(graph, at) {
  const [figure] = takeOut(graph.figures, at, (one) => one);
  if (figure) settle(graph, figure);
  return figure !== undefined;
}

/**
 * @param {Graph} graph
 * @param {Span} at
 */
export function dropDate(graph, at) {
  const [date] = takeOut(graph.dates, at, (one) => one);
  for (const figure of graph.figures) if (figure.as_of === date) figure.as_of = null;
  return date !== undefined;
}

/**
 * What it said is then said by the innermost quotation around it, where there is one.
 * @param {Graph} graph
 * @param {Span} at
 */
export function dropQuote(graph, at) {
  const [quote] = takeOut(graph.quotes, at, (one) => one.spans[0]);
  if (!quote) return false;
  for (const figure of graph.figures) {
    if (figure.said_by !== quote) continue;
    const around = graph.quotes.flatMap((other) => other.spans.filter((span) => contains(span, figure)).map((span) => ({ span, other })));
    around.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
    figure.said_by = around[0]?.other ?? null;
  }
  return true;
}

/**
 * What a figure counts: other words of its sentence, or nothing that is told.
 * @param {string} text
 * @param {Graph} graph
 * @param {Span} at
 * @param {Anchor | null} counts
 */
export function count(text, graph, at, counts) {
  const figure = graph.figures.find((one) => one.start === at.start && one.end === at.end);
  if (!figure) return false;
  if (counts && (counts.words.trim() !== counts.words || touches(figure, counts) || !isNear(text, figure, counts))) return false;
  const { counts: former } = figure;
  if (counts?.start === former?.start && counts?.end === former?.end) return false;
  if (former) figure.outer = without(text, figure, former);
  figure.counts = counts && { start: counts.start, end: counts.end, head: lastWord(counts) };
  if (counts && /^\s*$/u.test(text.slice(figure.outer.end, counts.start))) figure.outer = { start: figure.outer.start, end: Math.max(figure.outer.end, counts.end) };
  settle(graph, figure);
  return true;
}

/**
 * Who speaks: one who is mentioned there, or nobody who is told.
 * @param {Graph} graph
 * @param {Span} at The first piece.
 * @param {Span | null} speaker
 */
export function speak(graph, at, speaker) {
  const quote = graph.quotes.find(({ spans: [first] }) => first?.start === at.start && first.end === at.end);
  if (!quote) return false;
  if (!speaker) {
    if (!quote.speaker) return false;
    quote.speaker = null;
    return true;
  }
  const found = find(graph, speaker);
  if (!found) return false;
  quote.speaker = { start: speaker.start, end: speaker.end, entity: found.thing };
  return true;
}

/**
 * A figure that is another now disagrees with none any more, and parts without one of them are no sum.
 * @param {Graph} graph
 * @param {Amount} figure
 */
function settle(graph, figure) {
  graph.disputes = graph.disputes.flatMap((dispute) => {
    const place = dispute.figures.indexOf(figure);
    if (place < 0) return [dispute];
    // Figures that differ do so from the first of them.
    const figures = dispute.figures.filter((one) => one !== figure);
    return dispute.rule === "differ" && place > 0 && figures.length > 1 ? [{ ...dispute, figures }] : [];
  });
}

/**
 * The words around an amount without those that it was thought to count.
 * @param {string} text
 * @param {Amount} figure
 * @param {Span} counts
 * @returns {Span}
 */
function without(text, { start, end, outer }, counts) {
  if (counts.start >= end && counts.end >= outer.end) {
    const kept = text.slice(end, Math.max(end, Math.min(counts.start, outer.end))).trimEnd();
    // A word between them ("of", "more") belonged to what was counted.
    return { start: outer.start, end: /^\s*\p{L}/u.test(kept) || kept === "" ? end : end + kept.length };
  }
  if (counts.end <= start && counts.start <= outer.start) return { start, end: outer.end };
  return outer;
}

/**
 * Whether no sentence ends between them.
 * @param {string} text
 * @param {Span} one
 * @param {Span} two
 */
function isNear(text, one, two) {
  const between = text.slice(Math.min(one.end, two.end), Math.max(one.start, two.start));
  return !/[\r\n]|[.!?]["”’)\]]*\s+["“‘(]*\p{Lu}/u.test(between);
}

/**
 * @param {Anchor} counts
 * @returns {Span}
 */
function lastWord({ start, end, words }) {
  const last = words.match(/\S+$/u)?.[0].length ?? end - start;
  return { start: end - last, end };
}

/**
 * @param {Span} outer
 * @param {Span} inner
 */
const contains = (outer, inner) => outer.start <= inner.start && inner.end <= outer.end;

/**
 * @template T
 * @param {T[]} items
 * @param {Span} at
 * @param {(item: T) => Span | undefined} where
 */
function takeOut(items, at, where) {
  const place = items.findIndex((item) => where(item)?.start === at.start && where(item)?.end === at.end);
  return place < 0 ? [] : items.splice(place, 1);
}
