/**
 * What the attributes of an element say, and what the page says where they are silent.
 *
 * A value that means nothing falls to the default: a slip in a page must not cost its readers the panel. Only a
 * selector or a piece of JSON that cannot be read is a problem, because nothing sensible is left then. It changes
 * nothing.
 *
 * @import { Options, OwnNames } from "../analysis.js"
 * @import { Kind } from "./view.js"
 */

import { HOME } from "./home.js";
import { Problem } from "./problem.js";
import { KINDS } from "./view.js";

const MODES = /** @type {const} */ (["panel", "inline", "summary", "headless"]);
const ACTIVATIONS = /** @type {const} */ (["click", "visible", "load"]);
const MARKS = /** @type {const} */ (["underline", "tint", "none"]);

/** Where a page declares the day of its article, when its data does not. */
const DAY_ELEMENTS = "time[itemprop~=datePublished], time[pubdate], time.published, time.entry-date";

const DAY = /^\d{4}-\d{2}-\d{2}/;

/**
 * @template {string} Value
 * @param {Element} element
 * @param {string} name
 * @param {readonly [Value, ...Value[]]} values The first one is the default.
 * @returns {Value}
 */
function choice(element, name, values) {
  const value = element.getAttribute(name)?.trim().toLowerCase();
  return values.find((one) => one === value) ?? values[0];
}

/** @param {Element} element */
export const modeOf = (element) => choice(element, "mode", MODES);
/** @param {Element} element */
export const activationOf = (element) => choice(element, "activate", ACTIVATIONS);
/** @param {Element} element */
export const marksOf = (element) => choice(element, "marks", MARKS);

/** @typedef {ReturnType<typeof modeOf>} Mode */

/**
 * The kinds that are to be shown.
 * @param {Element} element
 * @returns {Set<Kind>}
 */
export function typesOf(element) {
  const words = new Set((element.getAttribute("types") ?? "").toLowerCase().split(/[\s,]+/u));
  const chosen = KINDS.filter((kind) => words.has(kind));
  return new Set(chosen.length > 0 ? chosen : KINDS);
}

/**
 * In the element's own tree first.
 * @param {Element} element
 * @param {string} selector
 * @returns {Element | null}
 */
export function find(element, selector) {
  const scope = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  try {
    return scope.querySelector(selector) ?? document.querySelector(selector);
  } catch {
    throw new Problem("selector", `“${selector}” is no CSS selector`);
  }
}

/**
 * What the page has written into the element that is named.
 * @param {Element} element
 * @param {string} selector
 * @param {"names" | "results"} what The code of the problem, where there is nothing.
 */
export function contentOf(element, selector, what) {
  const content = find(element, selector)?.textContent;
  if (content === undefined || content === null) throw new Problem(what, `this page has nothing for “${selector}”`);
  return content;
}

/**
 * The article that is meant: the one named (around the element, if several are), else the one around it, else the only
 * one of the page.
 * @param {Element} element
 * @returns {Element}
 */
export function articleOf(element) {
  const selector = element.getAttribute("for")?.trim();
  if (selector) {
    const first = find(element, selector); // says whether it is a selector
    const named = element.closest(selector) ?? first; // of many in a page, its own
    if (!named) throw new Problem("no-article", `this page has nothing for “${selector}”`);
    return named;
  }
  const all = document.querySelectorAll("article");
  const article = element.closest("article") ?? (all.length === 1 ? all[0] : undefined);
  if (!article) throw new Problem("no-article", "there is no article around this element; say which one is meant by its attribute “for”");
  return article;
}

/**
 * Whether there is one now.
 * @param {Element} element
 */
export function hasArticle(element) {
  try {
    return articleOf(element) !== undefined;
  } catch {
    return false;
  }
}

/**
 * What is not to be read.
 * @param {Element} element
 * @returns {string | undefined}
 */
export function excludedOf(element) {
  const selector = element.getAttribute("exclude")?.trim() || undefined;
  if (selector) find(element, selector); // says whether it is one
  return selector;
}

/**
 * @param {Element} element
 * @param {Element} article
 * @param {OwnNames | null} names What a script of the page has set.
 * @returns {Options}
 */
export function optionsOf(element, article, names) {
  const least = Number(element.getAttribute("least-confidence") ?? 0);
  return {
    published: published(element, article),
    locale: locale(element, article),
    least_confidence: least >= 0 && least <= 1 ? least : 0,
    names: names ?? declaredNames(element),
  };
}

/**
 * The folder of worker and core, if another one is named. Only what the page itself or this script comes from may be
 * run: who can write an attribute need not be somebody who may run a script.
 * @param {Element} element
 * @returns {URL | undefined}
 */
export function baseOf(element) {
  const named = element.getAttribute("base")?.trim();
  if (!named) return undefined;
  const base = ownAddress(named.endsWith("/") ? named : `${named}/`);
  if (base) return base;
  console.warn(`<article-analyzer>: base “${named}” is neither of this page's origin nor of the script's, and is not used.`);
  return undefined;
}

/**
 * An address of the page's own origin or of the script's; else `null`.
 * @param {string} address
 * @returns {URL | null}
 */
export function ownAddress(address) {
  const url = URL.parse(address, document.baseURI);
  return url && [location.origin, HOME.origin].includes(url.origin) && /^https?:$/u.test(url.protocol) ? url : null;
}

/**
 * @param {Element} element
 * @param {Element} article
 */
function published(element, article) {
  const candidates = [
    () => element.getAttribute("published"),
    () => article.querySelector(DAY_ELEMENTS)?.getAttribute("datetime"),
    () => document.querySelector("meta[property='article:published_time']")?.getAttribute("content"),
    declaredDay,
    () => firstTime(article),
  ];
  for (const candidate of candidates) {
    const day = DAY.exec(candidate()?.trim() ?? "")?.[0];
    if (day && !Number.isNaN(Date.parse(day))) return day;
  }
  return null;
}

/** The day that stands above the first paragraph. @param {Element} article */
function firstTime(article) {
  const time = article.querySelector("time[datetime]");
  const paragraph = article.querySelector("p");
  const isAbove = time && (!paragraph || time.compareDocumentPosition(paragraph) & Node.DOCUMENT_POSITION_FOLLOWING);
  return isAbove ? time.getAttribute("datetime") : undefined;
}

/** `datePublished` of the page's JSON-LD. */
function declaredDay() {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const day = /"datePublished"\s*:\s*"([^"]+)"/u.exec(script.textContent ?? "")?.[1];
    if (day) return day;
  }
  return undefined;
}

/**
 * @param {Element} element
 * @param {Element} article
 */
function locale(element, article) {
  const declared = element.getAttribute("locale") ?? element.getAttribute("lang") ?? article.closest("[lang]")?.getAttribute("lang") ?? document.documentElement.lang;
  return /^[a-z]{2,8}([-_][a-z0-9]{1,8})*$/iu.test(declared) ? declared : null;
}

/**
 * @param {Element} element
 * @returns {OwnNames | null}
 */
function declaredNames(element) {
  const selector = element.getAttribute("names")?.trim();
  if (!selector) return null;
  const content = contentOf(element, selector, "names");
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new Problem("names", `the names in “${selector}” are no JSON: ${error instanceof Error ? error.message : error}`);
  }
}
