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
 * What the site must change, in words.
 * @param {string} message
 */
export function remedy(message) {
  if (/createPolicy|trusted/iu.test(message)) return "Name it in the page's policy: trusted-types article-analyzer";
  const [, directive = ""] = /forbids it \((\S+)\)/u.exec(message) ?? [];
  if (directive) return `Allow this site's own workers in the page's policy: ${directive} 'self'`;
  return `Send the worker's file with this header in the place of any other policy for it: ${HEADER_LINE}`;
}
