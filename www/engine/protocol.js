/**
 * What the page and its worker say to each other, and the errors that come of it.
 *
 * The client posts one {@link Request} at a time; the worker answers with any number of `loading`
 * messages, one `analysing`, and then exactly one `result` or `failure`, all carrying the request's
 * id; what is to be exported is answered by `exported` or `failure`, without `analysing`. Before the result of a long
 * text come its first part, if it was asked for, and the pieces that are too many to cross at once. A worker that
 * dies answers nothing: noticing that is the client's part (`client.js`).
 *
 * @import { Analysis, Format, Options } from "../analysis.js"
 * @import { Module } from "./client.js"
 */

/**
 * `module` says where the part of the core lies that is needed; `text` is absent when the client only wants that to be
 * fetched; with `wanted` it is exported, not analysed; `first` asks for the first part of a long text before the whole.
 * @typedef {{ id: number, module: Module, text?: string, options?: Options, wanted?: Wanted | undefined, first?: boolean }} Request
 * @typedef {{ analysis: Analysis, format: Format }} Wanted
 * @typedef {"names" | "entities" | "figures" | "dates" | "attributions" | "conflicts"} Vector
 */

/**
 * @typedef {{ id: number, type: "loading", loaded: number, total: number | null }} Loading
 * Bytes of the core so far; `total` is null when the server does not say.
 * @typedef {{ id: number, type: "analysing" }} Analysing
 * @typedef {{ id: number, type: "ready" }} Ready The core is there; the answer to a request without text.
 * @typedef {{ id: number, type: "partial", analysis: Analysis, end: number, milliseconds: number }} Partial
 * The first part alone, up to `end`; the whole will take about so many milliseconds.
 * @typedef {{ id: number, type: "piece", key: Vector, items: unknown[] }} Piece Belongs to the result that follows, in this order.
 * @typedef {{ id: number, type: "result", analysis: Analysis, milliseconds: number }} Result
 * @typedef {{ id: number, type: "exported", written: string }} Exported
 * @typedef {{ id: number, type: "failure", code: FailureCode, message: string }} Failure
 * @typedef {Loading | Analysing | Ready | Partial | Piece | Result | Exported | Failure} Reply
 */

/**
 * - `load`: the core could not be fetched, compiled or started;
 * - `rejected`: the core ran and refused, because of an option that makes no sense or an analysis of another text;
 * - `crashed`: the core stopped in the middle; its worker cannot be used again.
 * @typedef {"load" | "rejected" | "crashed"} FailureCode
 */

/**
 * What a caller of `analyze` can meet: a failure, or `refused`, when a text has stopped the analysis
 * twice and is not tried again. (A cancelled analysis rejects with the signal's own reason.)
 */
export class EngineError extends Error {
  /** @type {"load" | "rejected" | "refused"} */
  code;

  /**
   * @param {"load" | "rejected" | "refused"} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = "EngineError";
    this.code = code;
  }
}
