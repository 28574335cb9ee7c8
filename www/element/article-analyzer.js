/**
 * The class behind `<article-analyzer>`: a panel that lists what an article names and counts, and marks it.
 *
 *     <article-analyzer for="#story" published="2026-11-20">People, places and figures in this article</article-analyzer>
 *
 * - `for`: selector of the article; else the nearest `<article>` around the element.
 * - `published`: its day; else what the page itself declares.
 * - `locale`: where it is from (`en-GB`), for dates like 3/4/2024; else the language that the page declares for it.
 * - `exclude`: selector of parts not to be read.
 * - `names`: selector of a `<script type="application/json">` with names that the page knows better, as the property
 *   `names` takes them.
 * - `least-confidence`: from 0 to 1; names that are less sure are left out.
 * - `mode`: `panel`, or `headless` for no panel at all. - `marks`: `underline`, or `none`.
 *
 * Nothing is fetched before the reader asks for it by the button, or a script by `analyze()`. The article's
 * own elements are never changed: marks are CSS highlights, and the panel's buttons are the way to
 * every mention without them. Importing this file registers nothing; `define.js` does.
 *
 * Events bubble and cross shadow roots: `article-analyzer-progress`, `-result`, `-select` (cancelable;
 * then nothing scrolls) and `-error`, each with a `detail`.
 *
 * @import { Analysis, Options, OwnNames } from "../analysis.js"
 * @import { Progress } from "../engine/client.js"
 * @import { Reading } from "../highlight/text.js"
 * @import { Mark, View } from "./view.js"
 */

import { analyze } from "../engine/client.js";
import { Paint } from "../highlight/paint.js";
import { readText } from "../highlight/text.js";
import { Panel } from "./panel.js";
import { describe, KINDS } from "./view.js";

/** Pages change in bursts; the marks follow when a burst is over. */
const SETTLING = 200;

export class ArticleAnalyzerElement extends HTMLElement {
  static observedAttributes = ["mode", "marks"];

  #panel;
  #internals = this.attachInternals();
  #changes = new MutationObserver(() => this.#settle());
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #settling;
  /** @type {AbortController | undefined} */
  #running;
  /** @type {{ root: Element, reading: Reading, analysis: Analysis, view: View, paint: Paint } | undefined} */
  #found;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    this.#panel = new Panel(root, {
      onActivate: () => void this.analyze().catch(() => {}), // told by the panel and the event
      onCancel: () => this.cancel(),
      onChoose: (markId) => this.#choose(markId),
    });
  }

  connectedCallback() {
    this.#dress();
    if (this.#found) {
      this.#watch();
      this.#draw();
    }
  }

  disconnectedCallback() {
    this.cancel();
    this.#changes.disconnect();
    this.#found?.paint.clear();
  }

  attributeChangedCallback() {
    this.#dress();
    if (this.isConnected) this.#draw();
  }

  /**
   * Names that the page knows better, as the option `names`; what is set here counts before the attribute.
   * @type {OwnNames | null}
   */
  names = Object.getOwnPropertyDescriptor(this, "names")?.value ?? null; // it may have been set before this class was known

  /** What was found, offsets into `text`; `null` before. */
  get result() {
    return this.#found?.analysis ?? null;
  }

  /** The text as it was read from the page. */
  get text() {
    return this.#found?.reading.text ?? "";
  }

  /**
   * Reads the article as it stands now and analyses it.
   * @returns {Promise<Analysis>}
   */
  async analyze() {
    this.cancel();
    const { signal } = (this.#running = new AbortController());
    this.#enter("working");
    this.#panel.work(undefined);
    try {
      const root = this.#article();
      const reading = readText(root, this.getAttribute("exclude") ?? undefined);
      const onProgress = (/** @type {Progress} */ progress) => {
        this.#panel.work(progress);
        this.#tell("progress", progress);
      };
      const analysis = await analyze(reading.text, this.#options(root), { signal, onProgress });
      this.#show(root, reading, analysis);
      return analysis;
    } catch (error) {
      if (this.#running?.signal === signal) this.#fail(error, signal.aborted);
      throw error;
    }
  }

  /** Ends an analysis that is under way. */
  cancel() {
    this.#running?.abort();
  }

  /**
   * @param {Element} root
   * @param {Reading} reading
   * @param {Analysis} analysis
   */
  #show(root, reading, analysis) {
    this.#found?.paint.clear();
    const view = describe(reading.text, analysis);
    this.#found = { root, reading, analysis, view, paint: new Paint(root.getRootNode()) };
    this.#panel.show(view);
    this.#watch();
    this.#draw();
    this.#enter("result");
    this.#tell("result", { analysis, text: reading.text });
  }

  /**
   * @param {unknown} error
   * @param {boolean} cancelled
   */
  #fail(error, cancelled) {
    const message = error instanceof Error ? error.message : String(error);
    const code = error instanceof Error && "code" in error ? error.code : "failed";
    this.#enter(cancelled ? "idle" : "error");
    if (cancelled) this.#panel.rest();
    else this.#panel.fail(message);
    if (!cancelled) this.#tell("error", { code, message });
  }

  #article() {
    const selector = this.getAttribute("for");
    const article = selector ? this.#find(selector) : this.closest("article");
    if (!article) throw new Error(selector ? `this page has nothing for ${selector}` : "there is no article around this element");
    return article;
  }

  /**
   * @param {Element} root
   * @returns {Options}
   */
  #options(root) {
    const least = Number(this.getAttribute("least-confidence") ?? 0);
    // What is no share falls to the default: a slip in a page must not cost its readers the panel.
    return {
      published: this.#published(root),
      locale: this.#locale(root),
      least_confidence: least >= 0 && least <= 1 ? least : 0,
      names: this.names ?? this.#declaredNames(),
    };
  }

  /** @returns {OwnNames | null} */
  #declaredNames() {
    const selector = this.getAttribute("names");
    if (selector === null) return null;
    const content = this.#find(selector)?.textContent;
    if (content === undefined) throw new Error(`this page has nothing for ${selector}`);
    try {
      return JSON.parse(content);
    } catch (error) {
      throw new Error(`the names in ${selector} are no JSON: ${error instanceof Error ? error.message : error}`);
    }
  }

  /**
   * In the element's own tree first.
   * @param {string} selector
   */
  #find(selector) {
    const scope = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    return scope.querySelector(selector) ?? document.querySelector(selector);
  }

  /** @param {Element} root */
  #published(root) {
    const declared =
      this.getAttribute("published") ??
      root.querySelector("time[itemprop=datePublished], time[pubdate]")?.getAttribute("datetime") ??
      document.querySelector("meta[property='article:published_time']")?.getAttribute("content");
    return /^\d{4}-\d{2}-\d{2}/.exec(declared ?? "")?.[0] ?? null;
  }

  /** @param {Element} root */
  #locale(root) {
    const declared = this.getAttribute("locale") ?? root.closest("[lang]")?.getAttribute("lang") ?? document.documentElement.lang;
    // As with the confidence: a page that declares nonsense declares nothing.
    return /^[a-z]{2,8}([-_][a-z0-9]{1,8})*$/i.test(declared) ? declared : null;
  }

  #watch() {
    if (!this.#found) return;
    this.#changes.observe(this.#found.root, { childList: true, characterData: true, subtree: true });
  }

  #settle() {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#reread(), SETTLING);
  }

  /** The article changed: where its text is the same the marks move with it, else what no longer stands is dropped. */
  #reread() {
    if (!this.#found || !this.isConnected) return;
    const reading = readText(this.#found.root, this.getAttribute("exclude") ?? undefined);
    if (reading.text === this.#found.reading.text) this.#found.reading = reading;
    this.#draw();
  }

  #draw() {
    if (!this.#found) return;
    const { reading, view, paint } = this.#found;
    const drawn = this.getAttribute("marks") === "none" ? [] : view.marks.filter(isDrawn);
    for (const kind of KINDS) {
      const own = drawn.filter((mark) => mark.kind === kind);
      paint.set(kind, ranges(reading, own.filter((mark) => !isThin(mark))));
      paint.set(`${kind}-unsure`, ranges(reading, own.filter(isThin)));
    }
  }

  /** @param {string} markId */
  #choose(markId) {
    const mark = this.#found?.view.marks.find((one) => one.id === markId);
    const range = mark && this.#found?.reading.range(mark.start, mark.end);
    if (!mark || !range || !this.#tell("select", { mark }, true)) return;
    this.#found?.paint.set("current", [range]);
    range.startContainer.parentElement?.scrollIntoView({ block: "center" });
  }

  #dress() {
    this.#panel.hidden = this.getAttribute("mode") === "headless";
  }

  /** @param {"idle" | "working" | "result" | "error"} state */
  #enter(state) {
    for (const other of ["idle", "working", "result", "error"]) this.#internals.states.delete(other);
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

/**
 * @param {Reading} reading
 * @param {Mark[]} marks
 */
function ranges(reading, marks) {
  return marks.flatMap(({ start, end }) => reading.range(start, end) ?? []);
}
