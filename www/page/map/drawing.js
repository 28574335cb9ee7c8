/**
 * The drawing: an SVG of land, countries, dots and names, drawn anew for every view.
 *
 * It is a picture (`role="img"`): the list beside it is the way for keyboards and screen readers, and
 * says the same. No borders are drawn, for they are claims; a country that the article names is
 * filled, to its coasts and neighbours.
 *
 * @import { Shown } from "./places.js"
 * @import { Placing, Size, View } from "./frame.js"
 */

import { place } from "./frame.js";
import { LINE, write } from "./labels.js";
import { radius } from "./places.js";
import { bounds, globe, grid, land, outline, path, UNIT } from "./shapes.js";

const SVG = "http://www.w3.org/2000/svg";

/** Pixels; of a country that looks smaller, a dot tells more. */
const LEAST_COUNTRY = 15;

/** A dot is easily hit, however small it is. */
const LEAST_TARGET = 12;

export class Drawing {
  root = make("svg", { class: "map-picture", role: "img", focusable: "false" });
  #world = make("g", {});
  #edge = make("path", { d: globe() });
  #sea = make("path", { class: "map-sea", d: globe() });
  #grid = make("path", { class: "map-grid" });
  #land = make("path", { class: "map-land" });
  #countries = make("g", {});
  #dots = make("g", {});
  #names = make("g", { class: "map-names" });
  #hatching = hatching();
  #rings = land();
  /** @type {Shown[]} */
  #places = [];
  #most = 1;
  #middle = NaN;
  #step = 0;
  /** @type {Set<string>} Rows of the countries that are drawn as areas. */
  #filled = new Set();
  /** @type {Map<string, number>} How wide a name is. */
  #widths = new Map();

  constructor() {
    const clip = make("clipPath", { id: "map-edge" });
    clip.append(this.#edge);
    const cut = make("g", { "clip-path": "url(#map-edge)" });
    cut.append(this.#sea, this.#grid, this.#land, this.#countries);
    this.#world.append(cut);
    const defined = make("defs", {});
    defined.append(clip, this.#hatching);
    this.root.append(defined, this.#world, this.#names, this.#dots);
  }

  /** @param {Shown[]} places The most mentioned first. */
  show(places) {
    this.#places = places;
    this.#most = Math.max(1, ...places.filter(({ as }) => as !== "area").map(({ count }) => count));
    this.#middle = NaN;
    this.#widths.clear();
    this.#countries.replaceChildren(...places.filter(({ as }) => as === "country").map(country));
    this.#dots.replaceChildren(...places.filter(({ as }) => as !== "area").map((one) => dot(one, radius(one.count, this.#most))));
    this.#names.replaceChildren(...places.map(name));
  }

  /**
   * @param {View} view
   * @param {Size} size
   */
  draw(view, size) {
    const placing = place(view, size);
    this.root.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
    this.#turn(view);
    const { a, d, e, f } = placing;
    this.#world.setAttribute("transform", `matrix(${a / UNIT} 0 0 ${d / UNIT} ${e} ${f})`);
    this.#hatching.setAttribute("patternTransform", `scale(${UNIT / a} ${UNIT / d}) rotate(45)`);
    this.#filled = new Set(this.#places.filter(({ as, country }) => as === "country" && isLarge(country, placing)).map(({ row }) => row.id));
    for (const country of this.#countries.children) {
      country.toggleAttribute("data-hidden", !this.#filled.has(country.getAttribute("data-row") ?? ""));
    }
    const spots = new Map(this.#places.map((one) => [one.row.id, placing.point(one.lon, one.lat)]));
    for (const dot of this.#dots.children) {
      const row = dot.getAttribute("data-row") ?? "";
      const [x, y] = spots.get(row) ?? [0, 0];
      dot.toggleAttribute("data-hidden", this.#filled.has(row));
      dot.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
    }
    for (const row of this.#filled) {
      const spot = this.#inSight(row, spots.get(row) ?? [0, 0], placing, size);
      if (spot) spots.set(row, spot);
    }
    this.#write(spots, size);
  }

  /**
   * Where the name of a country is written whose middle is out of sight: where that is nearest, if it is of that country.
   * @param {string} row
   * @param {[number, number]} spot
   * @param {Placing} placing
   * @param {Size} size
   * @returns {[number, number] | undefined}
   */
  #inSight(row, [x, y], { a, d, e, f }, { width, height }) {
    const aside = this.#width(row, this.#places.findIndex((one) => one.row.id === row)) / 2 + LINE / 2;
    const [nearX, nearY] = [Math.min(width - aside, Math.max(aside, x)), Math.min(height - LINE, Math.max(LINE, y))];
    if (nearX === x && nearY === y) return undefined;
    const path = [...this.#countries.children].find((one) => one.getAttribute("data-row") === row);
    const isThere = path instanceof SVGPathElement && path.isPointInFill(new DOMPoint(((nearX - e) / a) * UNIT, ((nearY - f) / d) * UNIT));
    return isThere ? [nearX, nearY] : undefined;
  }

  /**
   * Marks a place, or none.
   * @param {string | undefined} row
   */
  mark(row) {
    for (const one of this.root.querySelectorAll("[data-row]")) one.classList.toggle("current", one.getAttribute("data-row") === row);
    const dot = [...this.#dots.children].find((one) => one.getAttribute("data-row") === row);
    if (dot) this.#dots.append(dot);
  }

  /**
   * The row of the place at an element of the drawing.
   * @param {EventTarget | null} target
   */
  rowAt(target) {
    return target instanceof Element ? (target.closest("[data-row]")?.getAttribute("data-row") ?? undefined) : undefined;
  }

  /** The land around another meridian, and a finer grid from near. @param {View} view */
  #turn({ lon, span }) {
    const step = span > 75 ? 30 : span > 30 ? 10 : 5;
    if (lon === this.#middle && step === this.#step) return;
    this.#grid.setAttribute("d", grid(lon, step));
    this.#step = step;
    if (lon === this.#middle) return;
    this.#middle = lon;
    this.#land.setAttribute("d", path(this.#rings, lon));
    for (const country of this.#countries.children) {
      country.setAttribute("d", path(outline(country.getAttribute("data-country") ?? ""), lon));
    }
  }

  /**
   * @param {Map<string, [number, number]>} spots
   * @param {Size} size
   */
  #write(spots, size) {
    const wishes = this.#places.map(({ row, as, count }, index) => {
      const [x, y] = spots.get(row.id) ?? [0, 0];
      const across = as === "area" || this.#filled.has(row.id);
      return { x, y, radius: across ? 0 : radius(count, this.#most), width: this.#width(row.id, index) };
    });
    const boxes = write(wishes, size);
    [...this.#names.children].forEach((text, index) => {
      const box = boxes[index];
      text.toggleAttribute("data-hidden", box === undefined);
      if (!box) return;
      text.setAttribute("x", ((box.left + box.right) / 2).toFixed(1));
      text.setAttribute("y", (box.top + LINE * 0.77).toFixed(1));
    });
  }

  /**
   * @param {string} row
   * @param {number} index
   */
  #width(row, index) {
    const known = this.#widths.get(row);
    if (known !== undefined) return known;
    const text = this.#names.children[index];
    const width = text instanceof SVGTextElement ? text.getComputedTextLength() : 0;
    if (width > 0) this.#widths.set(row, width);
    return width;
  }
}

/**
 * Whether a country has a shape, and is more than a speck.
 * @param {string | null} country
 * @param {Placing} placing
 */
function isLarge(country, { a, d }) {
  const { width, height } = (country !== null && bounds(country)) || { width: 0, height: 0 };
  return Math.max((width / UNIT) * a, (height / UNIT) * -d) >= LEAST_COUNTRY;
}

/** @param {Shown} place */
function country({ row, country, likely }) {
  return make("path", { class: `map-country${likely ? " likely" : ""}`, "data-row": row.id, "data-country": country ?? "" });
}

/**
 * @param {Shown} place
 * @param {number} size
 */
function dot({ row, likely }, size) {
  const root = make("g", { class: `map-dot${likely ? " likely" : ""}`, "data-row": row.id });
  root.append(
    make("circle", { class: "map-target", r: String(Math.max(LEAST_TARGET, size)) }),
    make("circle", { class: "map-spot", r: size.toFixed(1) }),
  );
  return root;
}

/** @param {Shown} place */
function name({ row, as }) {
  const text = make("text", { class: `map-label ${as}`, "data-row": row.id, "text-anchor": "middle" });
  text.textContent = row.title;
  return text;
}

/** Lines that tell a filled country from other land without any colour. */
function hatching() {
  const pattern = make("pattern", { id: "map-hatching", width: "5", height: "5", patternUnits: "userSpaceOnUse" });
  pattern.append(make("path", { class: "map-hatch", d: "M0 0V5" }));
  return pattern;
}

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 * @returns {SVGElementTagNameMap[Tag]}
 */
function make(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
