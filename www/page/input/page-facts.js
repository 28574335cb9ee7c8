/**
 * What a page says of itself in its markup: the day it was published.
 *
 *     publishedIn(inert("<time datetime='2025-02-08T10:04Z'>…</time>"))  // "2025-02-08"
 *
 * The day is the one written there, not the reader's: no time zone is applied. It does not read sentences; see
 * published.js.
 */

/** The surest first. */
const FIELDS = [
  "meta[property='article:published_time' i]", "meta[itemprop='datePublished' i]", "meta[name='article:published_time' i]",
  "meta[name='datePublished' i]", "meta[name='parsely-pub-date' i]", "meta[name='dc.date.issued' i]", "meta[name='dcterms.issued' i]",
  "meta[name='dc.date' i]", "meta[name='pubdate' i]", "meta[name='publish-date' i]", "meta[name='sailthru.date' i]", "meta[name='date' i]",
  "[itemprop='datePublished' i]", "time[pubdate]", "article header time[datetime]", "article time[datetime]", "main time[datetime]", "time[datetime]",
];

/** As deep as a description of an article in JSON-LD nests: a list, a graph, a part of a page. */
const DEPTH = 4;

/**
 * @param {Document} page
 * @returns {string | null} As 2025-02-08.
 */
export function publishedIn(page) {
  for (const script of page.querySelectorAll("script[type='application/ld+json' i]")) {
    const day = dayOf(inJson(parsed(script.textContent ?? ""), DEPTH));
    if (day) return day;
  }
  for (const field of FIELDS) {
    const element = page.querySelector(field);
    const day = dayOf(element?.getAttribute("content") ?? element?.getAttribute("datetime") ?? element?.textContent);
    if (day) return day;
  }
  return null;
}

/** @param {string} json */
function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // there are pages whose JSON is none
  }
}

/**
 * @param {any} value
 * @param {number} depth
 * @returns {unknown}
 */
function inJson(value, depth) {
  if (depth === 0 || typeof value !== "object" || value === null) return undefined;
  if (!Array.isArray(value) && typeof value.datePublished === "string") return value.datePublished;
  const parts = Array.isArray(value) ? value : [value["@graph"], value.mainEntity, value.mainEntityOfPage];
  for (const part of parts) {
    const found = inJson(part, depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @param {unknown} written */
export function dayOf(written) {
  const match = typeof written === "string" ? /^\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)/u.exec(written) : null;
  if (!match) return null;
  const day = match.slice(1).join("-");
  return Number.isNaN(Date.parse(`${day}T00:00Z`)) || new Date(`${day}T00:00Z`).toISOString().slice(0, 10) !== day ? null : day;
}
