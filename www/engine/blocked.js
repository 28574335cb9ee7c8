/**
 * What a site must send so that the core may start, and whether that is what stands behind a failure.
 *
 * The worker lives under the policy of its own file, so that one line for that one file is enough; the policy of the
 * page stays as it is.
 */

import { EngineError } from "./protocol.js";

/** The worker's file is to be sent with this policy and no other: of two, both hold. */
export const HEADER_LINE = "Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/**
 * Whether a policy of the site stands behind it. Browsers say so in their own words only.
 * @param {unknown} error
 */
export function isBlocked(error) {
  return error instanceof EngineError && error.code === "load" && /content security policy|\bCSP\b|blocked|disallowed|unsafe-eval/iu.test(error.message);
}

/**
 * What the site must change, in words, with the header line. It goes by what stood in the way: the names of policies for
 * scripts, the page's policy (for files of another origin always that one), or the worker's own.
 * @param {string} message
 */
export function remedy(message) {
  const { origin } = new URL(import.meta.url);
  const page = "Add to the page's policy: Content-Security-Policy:";
  if (/createPolicy|trusted/iu.test(message)) return `${page} trusted-types article-analyzer`;
  if (origin !== location.origin) return `${page} script-src 'self' ${origin} 'wasm-unsafe-eval'; worker-src 'self' blob: ${origin}; connect-src 'self' ${origin}`;
  if (/forbids it/u.test(message)) return `${page} worker-src 'self'`;
  return `Send the worker's file with this header in the place of any other policy for it: ${HEADER_LINE}`;
}
