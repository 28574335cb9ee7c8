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
