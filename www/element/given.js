/**
 * An analysis that was made before, so that a page's readers need no core: by the command line's `--format results`,
 * or by another element's `export("results")`.
 *
 *     const given = await givenTo(element);     // null where none is named
 *     given.text; given.analysis                // offsets into that text, in UTF-16
 *
 * It checks what it is given as far as the lists need it; it does not check that the analysis is right.
 *
 * @import { Analysis } from "../analysis.js"
 */

import { Problem } from "./problem.js";
import { contentOf, ownAddress } from "./settings.js";

/** @typedef {{ text: string, analysis: Analysis }} Given */

const SCHEMA = 1;

const VECTORS = /** @type {const} */ (["names", "entities", "figures", "dates", "attributions", "conflicts"]);

/**
 * What the attribute `results` names: an element of the page that holds the JSON, or a file of it.
 * @param {Element} element
 * @param {AbortSignal} signal
 * @returns {Promise<Given | null>}
 */
export async function givenTo(element, signal) {
  const source = element.getAttribute("results")?.trim();
  if (!source) return null;
  return parsed(source.startsWith("#") ? contentOf(element, source, "results") : await fetched(source, signal), source);
}

/**
 * @param {unknown} value What a script of the page has set.
 * @returns {Given}
 */
export function checked(value) {
  const { text, analysis } = /** @type {Partial<Given>} */ (value ?? {});
  if (typeof text !== "string" || typeof analysis !== "object" || analysis === null) throw new Problem("results", "results have a text and its analysis");
  if (analysis.schema !== SCHEMA) throw new Problem("results", `these results are of schema ${analysis.schema}, and ${SCHEMA} is understood; make them anew`);
  if (analysis.offsets !== "utf16") throw new Problem("results", "the offsets of results are UTF-16 code units");
  for (const vector of VECTORS) if (!Array.isArray(analysis[vector])) throw new Problem("results", `these results have no ${vector}`);
  return { text, analysis };
}

/**
 * As the attribute takes it; it may stand in a `<script>`, whatever the text says.
 * @param {Given} given
 * @returns {string}
 */
export function written({ text, analysis }) {
  return JSON.stringify({ schema: SCHEMA, text, analysis }).replaceAll("<", "\\u003c");
}

/**
 * @param {string} address
 * @param {AbortSignal} signal
 */
async function fetched(address, signal) {
  const url = ownAddress(address);
  if (!url) throw new Problem("results", `“${address}” is no address of this page's origin or of the script's`);
  let response;
  try {
    response = await fetch(url, { signal, credentials: "same-origin" });
  } catch (error) {
    signal.throwIfAborted();
    throw new Problem("results", `${url.pathname} could not be fetched: ${error instanceof Error ? error.message : error}`);
  }
  if (!response.ok) throw new Problem("results", `the server answered ${response.status} for ${url.pathname}`);
  return response.text();
}

/**
 * @param {string} json
 * @param {string} source
 */
function parsed(json, source) {
  let value;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new Problem("results", `${source} is no JSON: ${error instanceof Error ? error.message : error}`);
  }
  return checked(value);
}
