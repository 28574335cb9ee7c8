/**
 * The words of what is pasted: of rich text its paragraphs, headings, items, captions and cells, each on its line.
 *
 *     pasted(event.clipboardData)  // "Strike\n\nTalks failed.", or null: let the browser paste
 *
 * Where the rich form has fewer letters than the plain one (some programs put a stub there), the plain one is taken.
 */

import { clean } from "./clean.js";
import { htmlToText, inert } from "./html-text.js";

/** The rich form may lack a bullet or two that the plain one has. */
const LEAST_SHARE = 0.98;

/**
 * @param {DataTransfer | null} data
 * @returns {string | null}
 */
export function pasted(data) {
  const plain = (data?.getData("text/plain") ?? "").replace(/\r\n?/gu, "\n");
  const cleaned = clean(plain);
  const html = data?.getData("text/html") ?? "";
  const rich = html === "" ? "" : clean(htmlToText(inert(html).body));
  // A few words of a line: as the browser would paste them, with the space around them.
  const taken = rich === "" || rich === cleaned.trim() || letters(rich) < letters(cleaned) * LEAST_SHARE ? cleaned : rich;
  return taken === plain ? null : taken;
}

/** @param {string} text */
function letters(text) {
  return text.length - (text.match(/[\s•]/gu)?.length ?? 0);
}
