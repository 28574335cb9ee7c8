/**
 * The class behind `<article-analyzer>`: a panel that lists what an article names and counts, and marks it.
 *
 *     <article-analyzer for="#story" published="2026-11-20">People, places and figures in this article</article-analyzer>
 *
 * - `for`: selector of the article; else the nearest `<article>` around the element, else the only one of the page.
 * - `exclude`: selector of parts not to be read. - `types`: the kinds to be shown, `person place figure` ...; else all.
 * - `mode`: `panel`, `inline`, `summary`, or `headless` for no panel at all. - `marks`: `underline`, `tint` or `none`.
 * - `activate`: `click`, `visible` or `load`: when it begins. Before that nothing is fetched.
 * - `published`: the article's day; else what the page itself declares.
 * - `locale`: where it is from (`en-GB`), for dates like 3/4/2024; else the language that the page declares for it.
 * - `names`: selector of a `<script type="application/json">` with names that the page knows better, as the property
 *   `names` takes them. - `least-confidence`: from 0 to 1; names that are less sure are left out.
 * - `results`: selector (`#id`) or address of an analysis made before; then no core is fetched at all.
 * - `base`: the folder of worker and core, where that is not the folder of this package.
 *
 * The article's own elements are never changed: marks are CSS highlights, and the panel's buttons are the way to
 * every mention without them. Importing this file registers nothing; `define.js` does.
 *
 * Events bubble and cross shadow roots: `article-analyzer-ready`, `-progress`, `-result`, `-select` (cancelable; then
 * nothing scrolls) and `-error` with a `code`, see problem.js.
 *
 * @import { Analysis, Format, OwnNames } from "../analysis.js"
 * @import { Progress } from "../engine/client.js"
 * @import { Given } from "./given.js"
 */

import { engineFor } from "../engine/places.js";
import { readText } from "../highlight/text.js";
import { checked, givenTo, written } from "./given.js";
import { Panel } from "./panel.js";
import { canAnalyse, Problem } from "./problem.js";
import { activationOf, articleOf, baseOf, excludedOf, modeOf, optionsOf, typesOf } from "./settings.js";
import { Shown } from "./shown.js";

/** An article that has changed is read again when it has been the same for so long. In milliseconds. */
const RENEWING = 800;

/** A longer one is not read again by itself: in a page that changes all the time that would never end. */
const LONGEST_RENEWED = 200_000;

const UNSUPPORTED = "this browser has no workers or no WebAssembly";

/** What is drawn in another way when it changes; all other attributes change what is read. */
const LOOKS = new Set(["mode", "marks", "types"]);

export class ArticleAnalyzerElement extends HTMLElement {
  static observedAttributes = ["mode", "marks", "types", "for", "exclude", "published", "locale", "lang", "names", "least-confidence", "results", "base"];

  /** Filled in where the files are released. */
  static version = "dev";

  #panel;
  #shown;
  #internals = this.attachInternals();
  /** @type {AbortController | undefined} */
  #running;
  /** @type {IntersectionObserver | undefined} */
  #sight;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #renewing;
  #isReady = false;
  /** @type {OwnNames | null} */
  #names = null;
  /** @type {Given | null} */
  #results = null;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    this.#panel = new Panel(root, {
      onActivate: () => this.#begin(),
      onCancel: () => this.cancel(),
      onChoose: (markId) => this.#shown.goTo(markId),
      onMarks: (shown) => this.#shown.hide(!shown),
    });
    this.#shown = new Shown(this, root, {
      onSelect: (mark) => this.#tell("select", { mark }, true),
      onChange: () => this.#renew(),
    });
  }

  connectedCallback() {
    this.#takeUp("names");
    this.#takeUp("results");
    this.#panel.mode = modeOf(this);
    this.#shown.resume();
    if (!this.#isReady) queueMicrotask(() => this.#start());
  }

  disconnectedCallback() {
    this.cancel();
    clearTimeout(this.#renewing);
    this.#sight?.disconnect();
    this.#shown.pause();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (before === after || !this.isConnected) return;
    if (name === "mode") this.#panel.mode = modeOf(this);
    if (!LOOKS.has(name)) return this.#renew();
    const view = this.#shown.view;
    if (name !== "types" || !view) return this.#shown.draw();
    this.#present();
  }

  /**
   * Names that the page knows better, as the option `names`; what is set here counts before the attribute. A string
   * is meant for the attribute: frameworks set properties where they find one.
   * @type {OwnNames | null}
   */
  get names() {
    return this.#names;
  }

  set names(/** @type {OwnNames | string | null} */ value) {
    if (typeof value === "string") this.setAttribute("names", value);
    else {
      this.#names = value;
      this.#renew();
    }
  }

  /**
   * An analysis made before, `{ text, analysis }`; it counts before the attribute. A string is meant for that.
   * @type {Given | null}
   */
  get results() {
    return this.#results;
  }

  set results(/** @type {Given | string | null} */ value) {
    if (typeof value === "string") this.setAttribute("results", value);
    else {
      this.#results = value;
      this.#renew();
    }
  }

  /** What was found, offsets into `text`; `null` before. */
  get result() {
    return this.#shown.given?.analysis ?? null;
  }

  /** The text that was analysed: as it was read from the page, or as it was when the results were made. */
  get text() {
    return this.#shown.given?.text ?? "";
  }

  /**
   * Reads the article as it stands now and analyses it.
   * @returns {Promise<Analysis>}
   */
  async analyze() {
    this.#enter("working");
    this.#panel.work(undefined);
    return this.#read();
  }

  /**
   * What was found, as a document; `results`, for the attribute of that name, is written without the core.
   * @param {Format} format
   * @returns {Promise<string>}
   */
  async export(format) {
    const given = this.#shown.given;
    if (!given) throw new Problem("failed", "nothing has been analysed yet");
    if (format === "results") return written(given);
    try {
      return await engineFor(baseOf(this)).exportAs(given.text, given.analysis, format);
    } catch (error) {
      throw Problem.from(error);
    }
  }

  /** Ends an analysis that is under way. */
  cancel() {
    this.#running?.abort();
  }

  /** The element stands in its page: it begins now, when it is seen, or when it is asked to. */
  #start() {
    if (!this.isConnected || this.#isReady) return;
    this.#isReady = true;
    const isGiven = this.results !== null || this.hasAttribute("results");
    this.#tell("ready", {});
    if (!isGiven && !canAnalyse()) {
      this.#panel.giveUp();
      this.#enter("error");
      this.#tell("error", { code: "unsupported", message: UNSUPPORTED });
      return;
    }
    this.#enter("idle");
    const when = activationOf(this);
    if (when === "load") this.#begin();
    else if (when === "visible") this.#beginWhenSeen();
  }

  #begin() {
    this.analyze().catch(() => {}); // told by the panel and the event
  }

  /** A headless element cannot be seen itself: its article is looked at. */
  #beginWhenSeen() {
    this.#sight = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.#sight?.disconnect();
      this.#begin();
    });
    try {
      this.#sight.observe(modeOf(this) === "headless" ? articleOf(this) : this);
    } catch {
      this.#begin(); // which tells what is wrong
    }
  }

  /** @returns {Promise<Analysis>} */
  async #read() {
    this.cancel();
    const { signal } = (this.#running = new AbortController());
    try {
      const article = articleOf(this);
      const reading = readText(article, excludedOf(this));
      const given = this.results === null ? await givenTo(this, signal) : checked(this.results);
      const analysis = given?.analysis ?? (await this.#analyse(reading.text, article, signal));
      signal.throwIfAborted();
      this.#shown.show(article, reading, given ?? { text: reading.text, analysis });
      this.#present();
      this.#enter(this.#shown.view?.found ? "result" : "nothing");
      this.#tell("result", { analysis, text: this.text });
      return analysis;
    } catch (error) {
      throw this.#fail(error, signal);
    }
  }

  /**
   * @param {string} text
   * @param {Element} article
   * @param {AbortSignal} signal
   */
  #analyse(text, article, signal) {
    if (!canAnalyse()) throw new Problem("unsupported", UNSUPPORTED);
    const onProgress = (/** @type {Progress} */ progress) => {
      if (this.matches(":state(working)")) this.#panel.work(progress);
      this.#tell("progress", progress);
    };
    return engineFor(baseOf(this)).analyze(text, optionsOf(this, article, this.names), { signal, onProgress });
  }

  /**
   * What is to be thrown.
   * @param {unknown} error
   * @param {AbortSignal} signal
   */
  #fail(error, signal) {
    if (signal.aborted) {
      if (this.#running?.signal !== signal) return error; // a newer one runs
      const { view } = this.#shown;
      this.#enter(view ? "result" : "idle");
      if (view) this.#present();
      else this.#panel.rest();
      return error;
    }
    const problem = Problem.from(error);
    this.#shown.forget();
    this.#enter("error");
    this.#panel.fail(problem.message);
    this.#tell("error", { code: problem.code, message: problem.message });
    return problem;
  }

  #present() {
    this.#shown.draw();
    const { view } = this.#shown;
    const types = typesOf(this);
    if (view) this.#panel.show({ ...view, tables: view.tables.filter(({ kind }) => types.has(kind)) }, this.#shown.canMark);
  }

  /** Something changed that was read: what is shown stays until it has been read again. */
  #renew() {
    clearTimeout(this.#renewing);
    if (!this.#shown.given || !this.isConnected) return;
    this.#renewing = setTimeout(() => {
      if (this.#shown.length <= LONGEST_RENEWED && !this.#shown.isGone) this.#read().catch(() => {});
    }, RENEWING);
  }

  /**
   * A property that was set before this class was known stands in the way of the class's own.
   * @param {"names" | "results"} name
   */
  #takeUp(name) {
    if (!Object.hasOwn(this, name)) return;
    const own = /** @type {any} */ (this);
    const value = own[name];
    delete own[name];
    own[name] = value;
  }

  /** @param {"idle" | "working" | "result" | "nothing" | "error"} state */
  #enter(state) {
    this.#internals.states.clear();
    this.#internals.states.add(state);
  }

  /**
   * @param {string} name
   * @param {object} detail
   * @param {boolean} [cancelable]
   */
  #tell(name, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(`article-analyzer-${name}`, { detail, cancelable, bubbles: true, composed: true }));
  }
}
