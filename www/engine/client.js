/**
 * The door to the core: `analyze(text, options, { signal })` gives a promise of an `Analysis`.
 *
 *     const { names, figures } = await analyze("Three ships sank off Malta on Monday.");
 *
 * One worker serves every caller, one request at a time, in order. Every failure answers: a worker
 * that dies is replaced, its request is tried once more, and a text that has stopped two workers is
 * refused from then on. To cancel a running analysis is to end its worker: WebAssembly cannot be
 * interrupted; a new one is made ready at once. Of a long text `onPartial` hears the first part before the whole is
 * read. There is no fall-back on the main thread.
 *
 * In other people's pages the files may come from another folder or another origin: see places.js.
 *
 * @import { Analysis, Format, Options } from "../analysis.js"
 * @import { Reply, Vector, Wanted } from "./protocol.js"
 */

import { EngineError } from "./protocol.js";

export { EngineError };

/** @typedef {{ glue: string, wasm: string }} Module A module of WebAssembly and the script that belongs to it. */
/** @typedef {{ worker: URL, core: Module, exports: Module }} Addresses `exports` is fetched with the first export. */

/**
 * Where the worker and the core lie. Each address is written out in full, because bundlers follow nothing else: they
 * copy the file, name the copy after its content and put the new name here. The worker, a copy itself, is told them.
 * @type {Addresses}
 */
export const HERE = {
  worker: new URL("./worker.js", import.meta.url),
  core: {
    glue: new URL("../pkg/article_analyzer.js", import.meta.url).href,
    wasm: new URL("../pkg/article_analyzer_bg.wasm", import.meta.url).href,
  },
  exports: {
    glue: new URL("../pkg/article_analyzer_export.js", import.meta.url).href,
    wasm: new URL("../pkg/article_analyzer_export_bg.wasm", import.meta.url).href,
  },
};

/** A first stop may be the machine's fault (memory), a second one is the text's. */
const STOPS_BEFORE_REFUSAL = 2;

/** Texts that have stopped a worker and are remembered; more than that in one visit is no reader. */
const REMEMBERED_STOPS = 16;

/** A worker that has read a text of so many characters is not kept: it holds some hundred megabytes. */
const RETIRING = 500_000;

const REFUSAL =
  "The analysis stopped twice while reading this text, so it is not tried again. " +
  "Remove unusual parts, or analyse it in pieces.";

/**
 * @typedef {{ type: "loading", loaded: number, total: number | null } | { type: "analysing" }} Progress
 * @typedef {{ analysis: Analysis, end: number, milliseconds: number }} FirstPart The analysis of the text up to `end`,
 * and how long the whole will take.
 * @typedef {{ signal?: AbortSignal, onProgress?: (progress: Progress) => void, onPartial?: (part: FirstPart) => void }} Settings
 */

/**
 * @typedef {{
 *   id: number,
 *   text: string | undefined,
 *   options: Options,
 *   wanted: Wanted | undefined,
 *   onProgress: ((progress: Progress) => void) | undefined,
 *   onPartial: ((part: FirstPart) => void) | undefined,
 *   started: boolean,
 *   pieces: Map<Vector, unknown[]>,
 *   resolve: (answer: Analysis | string | undefined) => void,
 *   reject: (reason: unknown) => void,
 * }} Job
 */

/**
 * `start` gives the address that a worker can be started from, `forbidden` what the page's policy says to that.
 * @typedef {{ start: (url: URL) => string, forbidden: (url: URL) => string | undefined }} Home
 */

/** @type {Home} */
const OWN = { start: ({ href }) => href, forbidden: () => undefined };

/** One worker and the queue before it. The page and all elements share one; tests make their own. */
export class Engine {
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Job[]} The first is with the worker. */
  #queue = [];
  /** @type {Map<string, number>} How often a text has stopped a worker. */
  #stops = new Map();
  #lastId = 0;
  #url;
  #addresses;
  #home;
  #idle;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;

  /**
   * @param {URL} [url] Of the worker.
   * @param {{ idle?: number, addresses?: Addresses, home?: Home }} [settings] `idle`: after so many milliseconds without a
   * request the worker goes. `addresses`: where the core is. `home`: how a worker is started in somebody else's page.
   */
  constructor(url = HERE.worker, { idle = Infinity, addresses = HERE, home = OWN } = {}) {
    this.#url = url;
    this.#addresses = addresses;
    this.#home = home;
    this.#idle = idle;
  }

  /**
   * Rejects with the signal's reason when cancelled, else with an {@link EngineError}.
   * @param {string} text
   * @param {Options} [options]
   * @param {Settings} [settings]
   * @returns {Promise<Analysis>}
   */
  async analyze(text, options = {}, settings = {}) {
    const analysis = await this.#enqueue(text, options, settings);
    return /** @type {Analysis} */ (analysis);
  }

  /**
   * The analysis of the text, offsets in UTF-16, as a document. Rejects as `analyze` does.
   * @param {string} text
   * @param {Analysis} analysis
   * @param {Format} format
   * @param {Settings} [settings]
   * @returns {Promise<string>}
   */
  async exportAs(text, analysis, format, settings = {}) {
    return /** @type {string} */ (await this.#enqueue(text, {}, settings, { analysis, format }));
  }

  /**
   * Fetches the core before it is needed.
   * @param {Settings} [settings]
   * @returns {Promise<void>}
   */
  async load(settings = {}) {
    await this.#enqueue(undefined, {}, settings);
  }

  /**
   * @param {string | undefined} text
   * @param {Options} options
   * @param {Settings} settings
   * @param {Wanted} [wanted]
   * @returns {Promise<Analysis | string | undefined>}
   */
  #enqueue(text, options, { signal, onProgress, onPartial }, wanted) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      if (text !== undefined && this.#isRefused(text)) return reject(new EngineError("refused", REFUSAL));
      /** @type {Job} */
      const job = {
        id: ++this.#lastId,
        text,
        options,
        wanted,
        onProgress,
        onPartial,
        started: false,
        pieces: new Map(),
        resolve: (answer) => (signal?.removeEventListener("abort", cancel), resolve(answer)),
        reject: (reason) => (signal?.removeEventListener("abort", cancel), reject(reason)),
      };
      const cancel = () => this.#cancel(job, signal?.reason);
      signal?.addEventListener("abort", cancel);
      this.#queue.push(job);
      if (this.#queue.length === 1) this.#post();
    });
  }

  /** Hands the first job of the queue to the worker. */
  #post() {
    const job = this.#queue[0];
    clearTimeout(this.#resting);
    if (!job) {
      if (this.#worker && this.#idle < Infinity) this.#resting = setTimeout(() => this.#end(), this.#idle);
      return;
    }
    const { id, text, options, wanted } = job;
    job.started = false;
    job.pieces.clear();
    try {
      this.#worker ??= this.#start();
      const module = wanted ? this.#addresses.exports : this.#addresses.core;
      this.#worker.postMessage({ id, module, text, options, wanted, first: job.onPartial !== undefined });
    } catch (error) {
      this.#finish(job, () => job.reject(new EngineError("load", reason(error))));
    }
  }

  #start() {
    const worker = new Worker(trusted(this.#home.start(this.#url)), { type: "module", name: "article-analyzer" });
    worker.addEventListener("message", (event) => this.#receive(worker, event.data));
    worker.addEventListener("messageerror", () => this.#lose(worker, "its answer could not be read"));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#lose(worker, event.message);
    });
    return worker;
  }

  /**
   * @param {Worker} worker
   * @param {Reply} reply
   */
  #receive(worker, reply) {
    const job = this.#queue[0];
    if (worker !== this.#worker || job?.id !== reply.id) return;
    switch (reply.type) {
      case "loading":
        // Everyone in the queue waits for the same bytes.
        for (const { onProgress } of this.#queue) onProgress?.({ type: "loading", loaded: reply.loaded, total: reply.total });
        break;
      case "analysing":
        job.started = true;
        job.onProgress?.({ type: "analysing" });
        break;
      case "ready":
        this.#finish(job, () => job.resolve(undefined));
        break;
      case "partial": {
        const { analysis, end, milliseconds } = reply;
        job.onPartial?.({ analysis, end, milliseconds });
        break;
      }
      case "piece": {
        const vector = job.pieces.get(reply.key) ?? [];
        for (const item of reply.items) vector.push(item);
        job.pieces.set(reply.key, vector);
        break;
      }
      case "result":
        // What a very long text has left behind in the worker is given back with it.
        if ((job.text?.length ?? 0) >= RETIRING) this.#end();
        this.#finish(job, () => job.resolve(Object.assign(reply.analysis, Object.fromEntries(job.pieces))));
        this.#prepare();
        break;
      case "exported":
        this.#finish(job, () => job.resolve(reply.written));
        break;
      case "failure": {
        const { code, message } = reply;
        if (code === "crashed") return this.#lose(worker, message);
        if (code === "load") this.#end(); // the next try asks for everything anew, the worker's policy too
        this.#finish(job, () => job.reject(new EngineError(code, message)));
      }
    }
  }

  /**
   * The worker is gone. If it was reading, its text is tried once more in a new one; if it never
   * came as far as reading, the text is not to blame and the caller learns why.
   * @param {Worker} worker
   * @param {string} message
   */
  #lose(worker, message) {
    if (worker !== this.#worker) return;
    this.#end();
    const job = this.#queue[0];
    if (!job) return;
    if (!job.started || job.text === undefined) {
      // A page's policy says what it has forbidden in an event of its own, which comes after this one.
      setTimeout(() => {
        const cause = this.#home.forbidden(this.#url) || message || "the worker file could not be loaded";
        this.#finish(job, () => job.reject(new EngineError("load", cause)));
      });
      return;
    }
    this.#countStop(job.text);
    if (this.#isRefused(job.text)) {
      this.#finish(job, () => job.reject(new EngineError("refused", REFUSAL)));
    } else {
      this.#post();
    }
  }

  /**
   * @param {Job} job
   * @param {unknown} why
   */
  #cancel(job, why) {
    const place = this.#queue.indexOf(job);
    if (place < 0) return;
    if (place === 0) {
      this.#end();
      this.#finish(job, () => job.reject(why));
      this.#prepare();
    } else {
      this.#queue.splice(place, 1);
      job.reject(why);
    }
  }

  /** What is asked for next shall not wait for the core again; if it cannot be had, that one says why. */
  #prepare() {
    if (this.#worker === undefined && this.#queue.length === 0) this.load().catch(() => {});
  }

  /**
   * Takes the first job off the queue, answers it and goes on with the next.
   * @param {Job} job
   * @param {() => void} answer
   */
  #finish(job, answer) {
    if (this.#queue[0] === job) this.#queue.shift();
    answer();
    this.#post();
  }

  #end() {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  /** @param {string} text */
  #countStop(text) {
    const stops = (this.#stops.get(text) ?? 0) + 1;
    this.#stops.delete(text);
    this.#stops.set(text, stops);
    if (this.#stops.size > REMEMBERED_STOPS) {
      for (const oldest of this.#stops.keys()) {
        this.#stops.delete(oldest);
        break;
      }
    }
  }

  /** @param {string} text */
  #isRefused(text) {
    return (this.#stops.get(text) ?? 0) >= STOPS_BEFORE_REFUSAL;
  }
}

/** @param {unknown} error */
function reason(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * A worker's address for a document that requires Trusted Types: always a file of ours.
 * @param {string} address
 * @returns {string}
 */
function trusted(address) {
  const factory = /** @type {any} */ (globalThis).trustedTypes;
  if (!factory) return address;
  policy ??= factory.createPolicy("article-analyzer", { createScriptURL: (/** @type {string} */ href) => href });
  return policy.createScriptURL(address);
}
/** @type {any} */
let policy;

const shared = new Engine();

/** @type {Engine["analyze"]} */
export const analyze = (text, options, settings) => shared.analyze(text, options, settings);

/** @type {Engine["exportAs"]} */
export const exportAs = (text, analysis, format, settings) => shared.exportAs(text, analysis, format, settings);

/** @type {Engine["load"]} */
export const load = (settings) => shared.load(settings);
