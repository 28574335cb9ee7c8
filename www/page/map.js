/**
 * The map of the article's places: a picture with a list, which leads to the words.
 *
 *     const map = new PlacesMap(root, { onGo: (markId) => … });
 *     map.show(analysis, view);
 *
 * It first shows all places of the article; buttons, Ctrl and the wheel, and a mouse that drags show
 * more or less of the world. It takes no key and no finger that scrolls the page. All is drawn from
 * files of this site: no tiles, no requests. It does not find places: the analysis has them.
 *
 * @import { Analysis } from "../analysis.js"
 * @import { Row, View as Found } from "../element/view.js"
 * @import { Shown } from "./map/places.js"
 * @import { View } from "./map/frame.js"
 */

import { Drawing } from "./map/drawing.js";
import { fit, frame, holds, LEAST_SPAN, place, under, WORLD, WORLD_SPAN } from "./map/frame.js";
import { button, element, entry, key, list } from "./map/parts.js";
import { extent, placesOf, summary, told } from "./map/places.js";
import { bounds, isCountry } from "./map/shapes.js";

/** @typedef {{ onGo: (markId: string) => void }} Listener */

/** One press of a button. */
const ZOOM = 1.8;
/** Milliseconds from one view to the next. */
const TRAVEL = 350;
/** Both ask to be named, or deserve it. */
const CREDIT = "Place data: GeoNames, CC BY 4.0. Coast: Natural Earth.";
const NOWHERE = "It is not known where these places are, so there is no map.";
/** A mouse that moves less has clicked. */
const CLICK = 4;

export class PlacesMap {
  #root;
  #listener;
  #drawing = new Drawing();
  #frame = element("div", { className: "map-frame" });
  #name = element("p", { className: "map-name", hidden: true });
  #all = button("Whole world");
  #near = button("+", "Zoom in");
  #far = button("−", "Zoom out");
  #tools = element("div", { className: "map-tools", role: "group", ariaLabel: "What the map shows" });
  #below = element("div", { className: "map-below" });
  /** @type {Shown[]} */
  #shown = [];
  /** @type {Map<string, Row>} */
  #rows = new Map();
  /** @type {View} */
  #home = WORLD;
  /** @type {View} */
  #view = WORLD;
  /** @type {View} Where the map is, or goes. */
  #aim = WORLD;
  #size = { width: 0, height: 0 };
  /** @type {string | undefined} The row that is marked for good. */
  #current;
  /** @type {string | undefined} The row whose name is shown: that of the pointer or the focus, else the marked one. */
  #pointed;
  /** @type {Map<string, number>} Which mention of a row was gone to last. */
  #gone = new Map();
  #travel = 0;
  #mayTravel = matchMedia("(prefers-reduced-motion: no-preference)");

  /**
   * @param {HTMLElement} root
   * @param {Listener} listener
   */
  constructor(root, listener) {
    this.#root = root;
    this.#listener = listener;
    root.classList.add("map");
    this.#name.ariaHidden = "true"; // the list says it
    this.#tools.append(this.#near, this.#far, this.#all);
    this.#frame.append(this.#drawing.root, this.#name);
    this.#near.addEventListener("click", () => this.#zoom(1 / ZOOM));
    this.#far.addEventListener("click", () => this.#zoom(ZOOM));
    this.#all.addEventListener("click", () => this.#go(this.#isHome() ? WORLD : this.#home));
    new ResizeObserver(() => this.#fitFrame()).observe(this.#frame);
    this.#listen();
  }

  /**
   * @param {Analysis} analysis
   * @param {Found} found
   */
  show(analysis, found) {
    const { shown, missing } = placesOf(analysis, found, isCountry);
    this.#shown = shown;
    this.#rows = new Map([...shown.map(({ row }) => row), ...missing].map((row) => [row.id, row]));
    this.#gone.clear();
    this.#current = undefined;
    this.#pointed = undefined;
    this.#root.hidden = shown.length + missing.length === 0;
    this.#frame.hidden = shown.length === 0;
    this.#drawing.show(shown);
    this.#drawing.root.setAttribute("aria-label", summary(shown, missing));
    this.#list(missing);
    this.#root.replaceChildren(this.#frame, this.#below);
    this.#size = { width: 0, height: 0 };
    this.#fitFrame();
  }

  /**
   * Marks the place of a row and brings it into view, without moving the focus.
   * @param {string} row
   */
  highlight(row) {
    this.#current = row;
    for (const one of this.#below.querySelectorAll("[data-row]")) {
      if (one.getAttribute("data-row") === row) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    }
    const place = this.#shown.find((one) => one.row.id === row);
    if (place && this.#size.width > 0 && !holds(this.#view, this.#size, [place])) {
      this.#go({ lon: place.lon, lat: place.lat, span: this.#view.span });
    }
    this.#point(row);
  }

  /** @param {Row[]} missing */
  #list(missing) {
    const parts = [];
    if (this.#shown.length === 0) {
      parts.push(element("p", { className: "map-title", textContent: NOWHERE }));
    } else {
      const legend = element("div", { className: "map-legend" });
      legend.append(key(this.#shown), this.#tools);
      const entries = this.#shown.map((one) => entry(one.row, one));
      parts.push(legend, ...list(entries, "Places on the map"), element("p", { className: "map-credit", textContent: CREDIT }));
    }
    if (this.#shown.length > 0 && missing.length > 0) {
      const title = element("p", { className: "map-title", textContent: "Not on the map" });
      parts.push(title, ...list(missing.map((row) => entry(row)), "Places that are not on the map"));
    }
    this.#below.replaceChildren(...parts);
  }

  #listen() {
    const picture = this.#drawing.root;
    for (const type of /** @type {const} */ (["pointerover", "focusin"])) {
      this.#root.addEventListener(type, (event) => this.#point(this.#rowAt(event.target) ?? this.#current));
    }
    for (const type of /** @type {const} */ (["pointerleave", "focusout"])) {
      this.#root.addEventListener(type, () => this.#point(this.#current));
    }
    this.#below.addEventListener("click", (event) => this.#choose(this.#rowAt(event.target)));
    picture.addEventListener("pointerdown", (event) => this.#press(event));
    picture.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return; // the page scrolls
      event.preventDefault();
      const { left, top } = picture.getBoundingClientRect();
      this.#zoom(Math.exp(Math.max(-40, Math.min(40, event.deltaY)) / 80), [event.clientX - left, event.clientY - top]);
    }, { passive: false });
  }

  /** @param {EventTarget | null} target */
  #rowAt(target) {
    return this.#drawing.rowAt(target);
  }

  /** To the words of a place: the first time to its first mention, then to the next. @param {string | undefined} row */
  #choose(row) {
    if (row === undefined) return;
    const marks = this.#rows.get(row)?.marks ?? [];
    const next = ((this.#gone.get(row) ?? -1) + 1) % marks.length;
    this.#gone.set(row, next);
    this.highlight(row);
    const mark = marks[next];
    if (mark !== undefined) this.#listener.onGo(mark);
  }

  /** Shows the name of a place at its spot. @param {string | undefined} row */
  #point(row) {
    this.#pointed = row;
    this.#drawing.mark(row);
    const one = this.#shown.find((shown) => shown.row.id === row);
    this.#name.hidden = one === undefined || this.#size.width === 0;
    if (!one || this.#name.hidden) return;
    this.#name.textContent = told(one);
    const [x, y] = place(this.#view, this.#size).point(one.lon, one.lat);
    const half = this.#name.offsetWidth / 2 + 4;
    const left = Math.max(half, Math.min(this.#size.width - half, x));
    const above = y > 48;
    this.#name.style.left = `${left}px`;
    this.#name.style.top = `${Math.max(4, Math.min(this.#size.height - 34, y + (above ? -46 : 20)))}px`;
  }

  /** A mouse drags the map or clicks a place; a finger scrolls the page or taps one. @param {PointerEvent} event */
  #press(event) {
    const picture = this.#drawing.root;
    const start = { x: event.clientX, y: event.clientY, row: this.#rowAt(event.target), view: this.#view };
    let moved = false;
    const stop = new AbortController();
    const far = (/** @type {PointerEvent} */ { clientX, clientY }) => Math.hypot(clientX - start.x, clientY - start.y) > CLICK;
    addEventListener("pointermove", (move) => {
      moved ||= far(move);
      if (!moved || move.pointerType !== "mouse") return;
      const { width, height } = this.#size;
      const spot = under(start.view, this.#size, width / 2 - (move.clientX - start.x), height / 2 - (move.clientY - start.y));
      this.#set({ ...spot, span: start.view.span });
    }, { signal: stop.signal });
    addEventListener("pointercancel", () => stop.abort(), { signal: stop.signal });
    addEventListener("pointerup", (up) => {
      stop.abort();
      if (moved || far(up) || !start.row || !picture.contains(/** @type {Node} */ (up.target))) return;
      // A finger has seen no name yet: the first tap shows it, the second goes there.
      if (up.pointerType === "mouse" || this.#current === start.row) this.#choose(start.row);
      else this.highlight(start.row);
    }, { signal: stop.signal });
  }

  /**
   * @param {number} factor Above one: farther away.
   * @param {[number, number]} [at] What stays where it is.
   */
  #zoom(factor, at) {
    const span = Math.min(WORLD_SPAN, Math.max(LEAST_SPAN, this.#view.span * factor));
    if (span === WORLD_SPAN) return this.#go(WORLD);
    if (!at) return this.#go({ ...this.#view, span });
    const spot = under(this.#view, this.#size, ...at);
    const share = span / this.#view.span;
    const [lon, lat] = [this.#view.lon, this.#view.lat].map((middle, index) => {
      const aim = index === 0 ? spot.lon : spot.lat;
      const way = index === 0 ? ((aim - middle + 540) % 360) - 180 : aim - middle;
      return middle + way * (1 - share);
    });
    this.#set({ lon: lon ?? 0, lat: lat ?? 0, span });
  }

  /** Travels to a view, or is there at once. @param {View} target */
  #go(target) {
    cancelAnimationFrame(this.#travel);
    const start = this.#view;
    this.#aim = target;
    if (!this.#mayTravel.matches || this.#size.width === 0) return this.#set(target);
    const began = performance.now();
    const east = ((target.lon - start.lon + 540) % 360) - 180;
    const step = () => {
      const done = Math.min(1, (performance.now() - began) / TRAVEL);
      if (done === 1) return this.#set(target);
      const eased = 1 - (1 - done) ** 3;
      this.#draw({
        lon: start.lon + east * eased,
        lat: start.lat + (target.lat - start.lat) * eased,
        span: start.span * (target.span / start.span) ** eased,
      });
      this.#travel = requestAnimationFrame(step);
    };
    step();
  }

  /** @param {View} view */
  #set(view) {
    cancelAnimationFrame(this.#travel);
    this.#aim = view;
    this.#draw(view);
  }

  /** @param {View} view */
  #draw(view) {
    this.#view = view;
    if (this.#size.width === 0) return;
    this.#drawing.draw(view, this.#size);
    this.#point(this.#pointed);
    this.#all.textContent = this.#isHome() ? "Whole world" : "All places";
    // Not `disabled`: that would take the focus away under the reader's fingers.
    this.#near.ariaDisabled = String(this.#aim.span <= LEAST_SPAN);
    this.#far.ariaDisabled = String(this.#aim.span >= WORLD_SPAN);
  }

  #isHome() {
    return this.#aim === this.#home;
  }

  /** Draws anew where the frame has another width, or is seen for the first time. */
  #fitFrame() {
    const width = this.#frame.clientWidth;
    if (width === 0 || width === this.#size.width) return;
    const wasHome = this.#isHome() || this.#size.width === 0;
    const spots = extent(this.#shown, bounds);
    this.#size = frame(spots, width);
    this.#frame.style.blockSize = `${this.#size.height}px`;
    this.#home = fit(spots, this.#size);
    this.#set(wasHome ? this.#home : this.#view);
  }
}
