/**
 * What is shown of an analysis in somebody's article: marks, the card of marked words, and how they follow the article
 * when it changes.
 *
 * Marks stand where the analysed words stand now; what has changed has none until it is read again, which is asked
 * for by `onChange`. The article itself is never changed.
 *
 * @import { Given } from "./given.js"
 * @import { Reading } from "../highlight/text.js"
 * @import { Place } from "../highlight/align.js"
 * @import { Mark, Lists } from "./view.js"
 */

import { align } from "../highlight/align.js";
import { Paint } from "../highlight/paint.js";
import { boxAt, boxes, isIn, signAt } from "../highlight/point.js";
import { readText } from "../highlight/text.js";
import { Card } from "./card.js";
import { Pointer } from "./pointer.js";
import { excludedOf, hasArticle, marksOf, modeOf, typesOf } from "./settings.js";
import { lists } from "./view.js";

/** Pages change in bursts; the marks follow when a burst is over. In milliseconds. */
const SETTLING = 200;

/** Time to go over to the card, or to pass over other words. In milliseconds. */
const LEAVING = 400;

/** @typedef {{ article: Element, reading: Reading, place: Place, given: Given, view: Lists, paint: Paint }} Found */

/** @typedef {{ onSelect: (mark: Mark) => boolean, onChange: () => void }} Listener `onSelect` says whether to go there. */

export class Shown {
  #element;
  #listener;
  #card;
  #pointer;
  #changes = new MutationObserver(() => this.#settle());
  /** Frameworks that draw an article anew make another element of it. */
  #presence = new MutationObserver(() => this.#look());
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #settling;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #leaving;
  /** @type {Found | undefined} */
  #found;
  #hidden = false;
  /** Where the words are whose card came by itself; it goes by itself too. @type {DOMRect | undefined} */
  #box;

  /**
   * @param {HTMLElement} element
   * @param {ShadowRoot} shadow
   * @param {Listener} listener
   */
  constructor(element, shadow, listener) {
    this.#element = element;
    this.#listener = listener;
    this.#card = new Card(shadow, {
      onStep: (markId) => this.goTo(markId, true),
      onEnter: () => this.#stay(),
      onLeave: () => this.#leave(),
    });
    this.#pointer = new Pointer({
      onMove: (point) => (this.#box && isIn(this.#box, point) ? this.#stay() : this.#leave()),
      onRest: (point) => this.#tell(point, false),
      onPress: (point) => this.#tell(point, true),
      onAway: (target) => !this.#card.contains(target) && this.#card.hide(),
      onEscape: () => this.#card.hide(),
    });
  }

  get given() {
    return this.#found?.given;
  }

  get view() {
    return this.#found?.view;
  }

  /** How long the article is, in UTF-16 code units. */
  get length() {
    return this.#found?.reading.text.length ?? 0;
  }

  /** The article has left the page, and nothing is there in its place. */
  get isGone() {
    return this.#found !== undefined && !this.#found.article.isConnected && !hasArticle(this.#element);
  }

  /** Whether this browser can draw marks and the page wants them. */
  get canMark() {
    return Paint.possible && marksOf(this.#element) !== "none";
  }

  /**
   * @param {Element} article
   * @param {Reading} reading
   * @param {Given} given
   */
  show(article, reading, given) {
    this.forget();
    const place = align(given.text, reading.text);
    this.#found = { article, reading, place, given, view: lists(given.text, given.analysis), paint: new Paint(article.getRootNode()) };
    this.resume();
  }

  forget() {
    this.pause();
    this.#found = undefined;
  }

  /** The element is out of the page. */
  pause() {
    clearTimeout(this.#settling);
    this.#changes.disconnect();
    this.#presence.disconnect();
    this.#pointer.stop();
    this.#card.hide();
    this.#found?.paint.clear();
  }

  /** The element is in the page (again). */
  resume() {
    if (!this.#found || !this.#element.isConnected) return; // it may have left while its article was read
    this.#presence.observe(this.#found.article.getRootNode(), { childList: true, subtree: true });
    this.#changes.observe(this.#found.article, { childList: true, characterData: true, subtree: true });
    if (modeOf(this.#element) !== "headless") this.#pointer.watch(this.#found.article);
    this.draw();
  }

  /** @param {boolean} hidden */
  hide(hidden) {
    this.#hidden = hidden;
    this.#card.hide();
    this.draw();
  }

  draw() {
    if (!this.#found || !this.#element.isConnected) return;
    const { paint } = this.#found;
    /** @type {Map<string, StaticRange[]>} */
    const layers = new Map();
    const tint = marksOf(this.#element) === "tint" ? "-tint" : "";
    for (const mark of this.#drawn()) {
      const range = this.#rangeOf(mark);
      if (!range) continue;
      const layer = `${mark.kind}${isThin(mark) ? "-unsure" : ""}${tint}`;
      const ranges = layers.get(layer) ?? [];
      ranges.push(range);
      layers.set(layer, ranges);
    }
    paint.draw(layers);
  }

  /**
   * Brings the words into view, unless the page says otherwise.
   * @param {string} markId
   * @param {boolean} [withCard]
   */
  goTo(markId, withCard = false) {
    const mark = this.#found?.view.marks.find((one) => one.id === markId);
    const range = mark && this.#rangeOf(mark);
    if (!mark || !range || !this.#listener.onSelect(mark)) return;
    this.#found?.paint.set("current", [range]);
    range.startContainer.parentElement?.scrollIntoView({ block: "center" });
    const [box] = withCard ? boxes(range) : [];
    this.#box = undefined;
    if (box && this.#found) this.#card.show(mark, this.#found.view, box);
  }

  #drawn() {
    if (this.#hidden || !this.canMark) return [];
    const types = typesOf(this.#element);
    return (this.view?.marks ?? []).filter((mark) => types.has(mark.kind) && isDrawn(mark));
  }

  /** @param {Mark} mark */
  #rangeOf({ start, end }) {
    const place = this.#found?.place(start, end);
    return place ? (this.#found?.reading.range(place.start, place.end) ?? null) : null;
  }

  /**
   * The card of the words under the pointer: of several marks the innermost.
   * @param {MouseEvent} point
   * @param {boolean} stays Until it is closed, or something else is pressed.
   */
  #tell(point, stays) {
    if (!this.#found || !this.#element.isConnected) return;
    const { reading, article, view } = this.#found;
    const sign = signAt(reading, point, article);
    if (sign === null) return;
    const under = this.#drawn().flatMap((mark) => {
      const place = this.#found?.place(mark.start, mark.end);
      const range = place && place.start <= sign && place.end >= sign ? reading.range(place.start, place.end) : null;
      const box = range && boxAt(range, point);
      return range && box ? [{ mark, range, box }] : [];
    });
    const [first] = under.sort((a, b) => a.mark.end - a.mark.start - (b.mark.end - b.mark.start));
    if (!first) return;
    this.#stay();
    if (stays) this.#box = undefined;
    if (first.mark.id === this.#card.mark) return;
    if (!stays) this.#box = first.box;
    this.#card.show(first.mark, view, first.box);
  }

  #stay() {
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
  }

  #leave() {
    if (this.#box) this.#leaving ??= setTimeout(() => this.#card.hide(), LEAVING);
  }

  #look() {
    if (!this.#found || this.#found.article.isConnected) return;
    this.#card.hide();
    this.draw();
    if (!this.isGone) this.#listener.onChange();
  }

  #settle() {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#follow(), SETTLING);
  }

  /** The article changed: its marks go where their words are now, and what is new is to be read. */
  #follow() {
    if (!this.#found || !this.#element.isConnected) return;
    const reading = readText(this.#found.article, excludedOf(this.#element));
    const isNew = reading.text !== this.#found.reading.text;
    this.#found.reading = reading;
    if (isNew) {
      this.#found.place = align(this.#found.given.text, reading.text);
      this.#card.hide();
    }
    this.draw();
    if (isNew) this.#listener.onChange();
  }
}

/**
 * Highlights know no bar before a quotation, and somebody else's page is not to be covered with pronouns: the panel
 * lists what is said all the same.
 * @param {Mark} mark
 */
const isDrawn = ({ kind, form }) => kind !== "quote" && form !== "pronoun";

/**
 * What is unsure and what is no name ("the mayor") has the thinner line.
 * @param {Mark} mark
 */
const isThin = ({ doubt, form }) => doubt !== undefined || form !== undefined;
