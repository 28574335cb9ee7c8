/**
 * What can go wrong in a page, with a code that a page's own script can act on.
 *
 * - `no-article`: there is nothing to read; - `selector`: an attribute is no CSS selector;
 * - `names`, `results`: what the page gives as such cannot be read;
 * - `unsupported`: the browser has no workers or no WebAssembly; - `blocked`: a policy forbids the core;
 * - `load`, `rejected`, `refused`: as the engine says; - `failed`: all else.
 */

import { HEADER_LINE, isBlocked } from "../engine/blocked.js";
import { EngineError } from "../engine/client.js";
import { HOME } from "./home.js";

/** @typedef {"no-article" | "selector" | "names" | "results" | "unsupported" | "blocked" | "load" | "rejected" | "refused" | "failed"} Code */

export class Problem extends Error {
  /** @type {Code} */
  code;

  /**
   * @param {Code} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = "ArticleAnalyzerError";
    this.code = code;
  }

  /**
   * What somebody else's error means here.
   * @param {unknown} error
   * @returns {Problem}
   */
  static from(error) {
    if (error instanceof Problem) return error;
    const message = error instanceof Error ? error.message : String(error);
    if (isBlocked(error)) return new Problem("blocked", `${message}. ${remedy(message)}`);
    if (/WebAssembly is not defined/u.test(message)) return new Problem("unsupported", "this browser has no WebAssembly");
    return new Problem(error instanceof EngineError ? error.code : "failed", message);
  }
}

/** Whether this browser can read an article at all. */
export const canAnalyse = () => typeof Worker === "function" && typeof WebAssembly === "object";

/**
 * What the site must change, in words, with the header line. It goes by what stood in the way: the names of policies for
 * scripts, the page's policy (for files of another origin always that one), or the worker's own.
 * @param {string} message
 */
function remedy(message) {
  const { origin } = HOME;
  const page = "Add to the page's policy: Content-Security-Policy:";
  if (/createPolicy|trusted/iu.test(message)) return `${page} trusted-types article-analyzer`;
  if (origin !== location.origin) return `${page} script-src 'self' ${origin} 'wasm-unsafe-eval'; worker-src 'self' blob: ${origin}; connect-src 'self' ${origin}`;
  if (/forbids it/u.test(message)) return `${page} worker-src 'self'`;
  return `Send the worker's file with this header in the place of any other policy for it: ${HEADER_LINE}`;
}
