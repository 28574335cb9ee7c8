/**
 * What the text would show, in a few words, while it is being written.
 *
 * After a rest the text is analysed; a longer analysis that another change overtakes is stopped. What was found is
 * kept, so that Analyse shows it at once. It says nothing aloud and changes nothing but its line. A very long text is not
 * read while it changes.
 *
 * @import { Analysis, Options } from "../../analysis.js"
 * @import { Progress } from "../../engine/client.js"
 */

/** Milliseconds without a change. */
const REST = 400;

const LONGEST = 100_000;

/** A shorter text is read before a stopped worker could start again. */
const WORTH_STOPPING = 20_000;

/** Counts that are shown; there is room for no more. */
const COUNTS = 2;

/** @typedef {{ signal: AbortSignal, onProgress: (step: Progress) => void }} Settings */
/** @typedef {(text: string, options: Options, settings: Settings) => Promise<Analysis>} Analyze */
/** @typedef {{ key: string, length: number, controller: AbortController, analysis: Promise<Analysis>, step: Progress | undefined, onProgress?: (step: Progress) => void }} Reading `step`: how far it is, until it is done. */

export class Live {
  #line;
  #analyze;
  #timer = 0;
  /** @type {Reading | undefined} */
  #reading;

  /**
   * @param {HTMLElement} line
   * @param {Analyze} analyze
   */
  constructor(line, analyze) {
    this.#line = line;
    this.#analyze = analyze;
  }

  /**
   * The text has changed; `read` gives it with its options when it has come to rest.
   * @param {() => { text: string, options: Options }} read
   */
  schedule(read) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#start(read()), REST);
  }

  /** Nothing is to be read, and what was found is forgotten. */
  stop() {
    clearTimeout(this.#timer);
    this.#drop();
    this.#line.textContent = "";
  }

  /**
   * The analysis of this text, if it is there or on its way.
   * @param {string} text
   * @param {Options} options
   * @param {Settings} settings
   * @returns {Promise<Analysis> | undefined}
   */
  take(text, options, { signal, onProgress }) {
    clearTimeout(this.#timer);
    const reading = this.#reading;
    if (reading?.key !== keyOf(text, options)) return this.#drop();
    reading.onProgress = onProgress;
    if (reading.step) onProgress(reading.step);
    signal.addEventListener("abort", () => reading.controller.abort(signal.reason));
    return reading.analysis;
  }

  #drop() {
    const reading = this.#reading;
    this.#reading = undefined;
    if (reading && reading.length > WORTH_STOPPING) reading.controller.abort();
    return undefined;
  }

  /** @param {{ text: string, options: Options }} what */
  #start({ text, options }) {
    if (text.trim() === "" || text.length > LONGEST) return this.stop();
    const key = keyOf(text, options);
    if (this.#reading?.key === key) return;
    this.#drop();
    const controller = new AbortController();
    const onProgress = (/** @type {Progress} */ step) => {
      reading.step = step;
      reading.onProgress?.(step);
    };
    /** @type {Reading} */
    const reading = { key, length: text.length, controller, step: { type: "loading", loaded: 0, total: null }, analysis: this.#analyze(text, options, { signal: controller.signal, onProgress }) };
    this.#reading = reading;
    reading.analysis.then(
      async (analysis) => {
        reading.step = undefined;
        const { describe } = await import("../../element/view.js"); // the page fetches it for results
        if (this.#reading === reading) this.#line.textContent = describe(text, analysis).summary.split(" · ").slice(0, COUNTS).join(" · ");
      },
      () => {
        // Analyse tries again, and says why it cannot.
        if (this.#reading === reading) this.#reading = undefined;
      },
    );
  }
}

/**
 * @param {string} text
 * @param {Options} options
 */
function keyOf(text, options) {
  return `${JSON.stringify(options)}\n${text}`;
}
