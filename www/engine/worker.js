/**
 * The worker: the one place where WebAssembly is compiled and run.
 *
 * A same-origin module worker may compile WebAssembly even where the page's policy is
 * `script-src 'self'`; the page itself may not. It is also the wall that a crash stops at: after a
 * trap the core's memory cannot be trusted, so this worker says `crashed` and is replaced.
 *
 * It knows the core's functions and nothing of the page.
 *
 * @import { Analysis, Format, Options } from "../analysis.js"
 * @import { Module } from "./client.js"
 * @import { Request, Reply, FailureCode } from "./protocol.js"
 */

import { firstPart, pieces } from "./portions.js";

/** The hash that each module must have, by its file name; filled in where the files are released. */
/** @type {Record<string, string>} */
const INTEGRITY = {};

/**
 * The core, or what writes exports, as wasm-bindgen exports it.
 * @typedef {{
 *   default: (source: { module_or_path: Response }) => Promise<unknown>,
 *   analyze: (text: string, options: Options) => Analysis,
 *   exportAs: (text: string, analysis: Analysis, format: Format) => string,
 * }} Core
 */

/** @type {Promise<Core> | undefined} */
let core;
/** @type {Promise<Core> | undefined} */
let exporter;

/** The best speed so far, in milliseconds a character: the first texts are read slower than those after them. */
let speed = Infinity;

let isWarm = false;

/** Read once when the core has come, so that what it sets up when it first reads is there before an article is. */
const WARMING = "At least 12 ships left Lisbon on Monday, Elena Marsh said.";

/** @param {Reply} reply */
function answer(reply) {
  self.postMessage(reply);
}

/** @param {unknown} error */
function words(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Fetches the core, telling the bytes as they come. The response is wrapped again with the right
 * type, so that a server that does not know `.wasm` is no obstacle to compiling while it arrives.
 * @param {number} id
 * @param {URL} url
 */
async function fetchWasm(id, url) {
  const response = await fetch(url, { integrity: INTEGRITY[url.pathname.split("/").at(-1) ?? ""] ?? "" });
  if (!response.ok || !response.body) {
    throw new Error(`the server answered ${response.status} for ${url.pathname}`);
  }
  // The length counts what travels; compressed, it cannot be compared with the bytes that come out.
  const compressed = response.headers.has("content-encoding");
  const length = Number(response.headers.get("content-length"));
  const total = compressed || !length ? null : length;
  let loaded = 0;
  const counted = response.body.pipeThrough(
    new TransformStream({
      transform(chunk, controller) {
        loaded += chunk.byteLength;
        answer({ id, type: "loading", loaded, total });
        controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted, { headers: { "content-type": "application/wasm" } });
}

/**
 * @param {number} id
 * @param {Module} module
 * @returns {Promise<Core>}
 */
async function load(id, { glue: script, wasm: module }) {
  answer({ id, type: "loading", loaded: 0, total: null });
  const [glue, wasm] = await Promise.all([import(script), fetchWasm(id, new URL(module))]);
  await glue.default({ module_or_path: wasm });
  return glue;
}

/**
 * @param {Core} loaded
 * @param {string} text
 * @param {Options | undefined} options
 */
function read(loaded, text, options) {
  isWarm = true;
  const start = performance.now();
  const analysis = loaded.analyze(text, options ?? {});
  const milliseconds = performance.now() - start;
  if (text.length > 1_000) speed = Math.min(speed, milliseconds / text.length);
  return { analysis, milliseconds };
}

/** @param {Request} request */
async function serve({ id, module, text, options, wanted, first }) {
  /** @param {FailureCode} code @param {unknown} error */
  const fail = (code, error) => answer({ id, type: "failure", code, message: words(error) });
  let loadedCore;
  try {
    if (wanted) exporter ??= load(id, module);
    else core ??= load(id, module);
    loadedCore = await /** @type {Promise<Core>} */ (wanted ? exporter : core);
  } catch (error) {
    if (wanted) exporter = undefined;
    else core = undefined;
    await new Promise((done) => setTimeout(done)); // what a policy has forbidden is told after the failure
    fail("load", forbidden ? `${words(error)} (blocked by the worker's Content Security Policy: ${forbidden})` : error);
    return;
  }
  if (text === undefined) {
    answer({ id, type: "ready" });
    if (!isWarm) read(loadedCore, WARMING, {});
    return;
  }
  if (!wanted) answer({ id, type: "analysing" });
  try {
    if (wanted) {
      answer({ id, type: "exported", written: loadedCore.exportAs(text, wanted.analysis, wanted.format) });
      return;
    }
    const end = first ? firstPart(text) : null;
    if (end !== null) {
      const { analysis } = read(loadedCore, text.slice(0, end), options);
      answer({ id, type: "partial", analysis, end, milliseconds: speed * text.length });
    }
    const { analysis, milliseconds } = read(loadedCore, text, options);
    for (const piece of pieces(analysis)) answer({ id, type: "piece", ...piece });
    answer({ id, type: "result", analysis, milliseconds });
  } catch (error) {
    // The core refuses an option with an Error. A trap, or a stack that ran over, is a crash.
    const crashed = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    fail(crashed ? "crashed" : "rejected", error);
  }
}

/** What this worker's policy has forbidden last. */
let forbidden = "";
self.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => (forbidden = effectiveDirective));
self.addEventListener("message", (event) => void serve(event.data));
