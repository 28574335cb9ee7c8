/**
 * Registers `<article-analyzer>`; with it TypeScript knows the element by its tag name and its events by theirs.
 */

import type { Analysis } from "../analysis.js";
import type { Progress } from "../engine/client.js";
import type { ArticleAnalyzerElement } from "./article-analyzer.js";
import type { Mark } from "./view.js";

/** The events of the element; each bubbles and crosses shadow roots. */
export interface ArticleAnalyzerEventMap {
  /** It stands in the page and can be used. */
  "article-analyzer-ready": CustomEvent<unknown>;
  /** How far an analysis has come. */
  "article-analyzer-progress": CustomEvent<Progress>;
  /** Something was found, or nothing; offsets are those of `text`. */
  "article-analyzer-result": CustomEvent<{ analysis: Analysis; text: string }>;
  /** The reader has chosen a mention; `preventDefault()` keeps the page where it is. */
  "article-analyzer-select": CustomEvent<{ mark: Mark }>;
  "article-analyzer-error": CustomEvent<{ code: ArticleAnalyzerErrorCode; message: string }>;
}

/** What can go wrong; the message says it in words. */
export type ArticleAnalyzerErrorCode =
  | "no-article" | "selector" | "names" | "results" | "unsupported" | "blocked" | "load" | "rejected" | "refused" | "failed";

declare global {
  interface HTMLElementTagNameMap {
    "article-analyzer": ArticleAnalyzerElement;
  }
  // They bubble, so the element, what is around it and the document all hear them.
  interface HTMLElementEventMap extends ArticleAnalyzerEventMap {}
  interface DocumentEventMap extends ArticleAnalyzerEventMap {}
}
