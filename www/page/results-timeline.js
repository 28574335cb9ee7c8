/**
 * The timeline: the dated statements in order, under a scale on which each has its dot.
 *
 * The list is the thing; the scale is a picture of it and is hidden from assistive technology. Statements of one
 * day stand under one date. What has no place on the calendar comes below, with the reason.
 *
 * @import { Moment } from "../element/view.js"
 */

import { dateKey } from "../element/view-words.js";
import { copyButton, element, jump, moreButton, svg } from "./results-dom.js";
import { Portions } from "./results-portions.js";

export class Timeline {
  /** @type {[Moment[], Portions<Moment>][]} */
  #parts = [];
  root = element("div", { className: "timeline" });

  /** @param {Moment[]} moments In their order, those without a value last. */
  constructor(moments) {
    const placed = moments.filter(({ value }) => value !== null);
    const others = moments.slice(placed.length);
    if (placed.length > 1) this.root.append(scale(placed));
    if (placed.length > 0) this.#items(placed);
    if (others.length === 0) return;
    this.root.append(element("h3", { className: "list-title", textContent: "Without a place on the calendar" }));
    this.#items(others);
  }

  /**
   * Builds on until the item stands.
   * @param {string} id
   */
  reach(id) {
    for (const [moments, portions] of this.#parts) portions.reach(moments.findIndex((moment) => moment.id === id));
  }

  stop() {
    for (const [, portions] of this.#parts) portions.stop();
  }

  /** @param {Moment[]} moments */
  #items(moments) {
    const list = element("ol", { className: "moments" });
    const portions = new Portions(list, (/** @type {Moment} */ moment, before) => item(moment, moment.label === before?.label));
    portions.show(moments);
    this.#parts.push([moments, portions]);
    this.root.append(list, portions.foot);
  }
}

/**
 * @param {Moment} moment
 * @param {boolean} again The date stands above already.
 */
function item({ id, label, words, sentence, within }, again) {
  const root = element("li", { id: `row-${id}` });
  root.dataset.row = id;
  const when = element("span", { className: again ? "when again" : "when" }, [element("span", { textContent: label })]);
  const { button } = jump(words, "date");
  const told = element("p", { className: "told", dir: "auto" }, [sentence.slice(0, within.start), button, sentence.slice(within.end), moreButton(words)]);
  root.append(when, told, copyButton(`${label}: ${words}`));
  return root;
}

/**
 * Years with a fraction, near enough to draw.
 * @param {string} value
 */
export function yearOf(value) {
  const [year = 0, month = 1, day = 1] = (dateKey(value) ?? value).slice(0, 10).split("-").map(Number);
  return year + (month - 1) / 12 + (day - 1) / 372;
}

/** From coarse to fine: how far apart marks of the scale may be, in years. */
const STEPS = [1000, 500, 200, 100, 50, 20, 10, 5, 2, 1, 1 / 2, 1 / 4, 1 / 12];

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * The marks of the scale: about four, at round years or months, else its two ends.
 * @param {number} from
 * @param {number} to
 */
export function ticks(from, to) {
  const step = STEPS.findLast((one) => (to - from) / one <= 5) ?? 1000;
  /** @type {{ at: number, label: string }[]} */
  const all = [];
  for (let count = Math.ceil(from / step - 1e-6); count * step <= to + 1e-6; count += 1) {
    const at = count * step;
    const month = Math.round((at - Math.floor(at + 1e-6)) * 12);
    const year = Math.floor(at + 1e-6);
    all.push({ at, label: step >= 1 ? String(year) : `${MONTHS[month]} ${year}` });
  }
  return all;
}

/** @param {Moment[]} moments */
function scale(moments) {
  const stretches = moments.map(({ value, high }) => {
    const start = yearOf(value ?? "");
    return { start, end: high === null ? start : Math.max(start, yearOf(high)) };
  });
  const from = stretches.reduce((least, { start }) => Math.min(least, start), Infinity);
  const to = stretches.reduce((most, { end }) => Math.max(most, end), -Infinity);
  const width = to - from || 1;
  const at = (/** @type {number} */ year) => `${(4 + (92 * (year - from)) / width).toFixed(2)}%`;
  const marks = ticks(from, to).map(({ at: year, label }) => {
    const edge = (year - from) / width;
    const anchor = edge < 0.08 ? "start" : edge > 0.92 ? "end" : "middle";
    return svg("g", {}, [
      svg("line", { x1: at(year), x2: at(year), y1: 24, y2: 32, class: "tick" }),
      svg("text", { x: at(year), y: 47, "text-anchor": anchor }, [label]),
    ]);
  });
  const lasting = Map.groupBy(stretches.filter(({ start, end }) => end > start), ({ start, end }) => `${at(start)} ${at(end)}`);
  const spans = [...lasting.keys()].map((ends) => svg("line", { x1: ends.split(" ")[0] ?? "", x2: ends.split(" ")[1] ?? "", y1: 24, y2: 24, class: "stretch" }));
  const dots = [...Map.groupBy(stretches, ({ start }) => at(start))].map(([x, same]) => svg("circle", { cx: x, cy: 24, r: Math.min(9, 4 + Math.sqrt(same.length)) }));
  const line = svg("line", { x1: "1%", x2: "99%", y1: 24, y2: 24, class: "axis" });
  return svg("svg", { class: "scale", width: "100%", height: 56, "aria-hidden": "true" }, [line, ...marks, ...spans, ...dots]);
}
