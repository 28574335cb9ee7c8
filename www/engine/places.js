/**
 * Engines for other people's pages, where the files may lie in a folder that the page names: one for each folder, whose
 * worker goes when nobody has asked anything for a minute. The page of the project itself has its engine in client.js.
 *
 * @import { Addresses } from "./client.js"
 */

import { Engine, HERE } from "./client.js";

/** A worker that has had nothing to do for so long gives its memory back. In milliseconds. */
const IDLE = 60_000;

/** @type {Map<string, Engine>} */
const engines = new Map();

/**
 * The engine of all elements whose files are in one folder.
 * @param {URL} [base] With a slash at its end; the folder of this file's own package unless said.
 * @returns {Engine}
 */
export function engineFor(base) {
  const addresses = base ? addressesIn(base) : HERE;
  const { href } = addresses.worker;
  const engine = engines.get(href) ?? new Engine(addresses.worker, { idle: IDLE, addresses, home: { start, forbidden } });
  engines.set(href, engine);
  return engine;
}

/**
 * @param {URL} base
 * @returns {Addresses}
 */
const addressesIn = (base) => ({
  worker: new URL("engine/worker.js", base),
  core: {
    glue: new URL("pkg/article_analyzer.js", base).href,
    wasm: new URL("pkg/article_analyzer_bg.wasm", base).href,
  },
  exports: {
    glue: new URL("pkg/article_analyzer_export.js", base).href,
    wasm: new URL("pkg/article_analyzer_export_bg.wasm", base).href,
  },
});

/** @type {Map<string, string>} What a policy of the page has forbidden: the worker, and by which directive. */
const policies = new Map();

/**
 * What a worker can be started from. Browsers start none from another origin; a small one of this origin imports it
 * then, if the page's policy allows `blob:` workers and that origin's scripts.
 * @param {URL} url
 * @returns {string}
 */
function start(url) {
  const isOwn = url.origin === location.origin;
  const address = isOwn ? url.href : URL.createObjectURL(new Blob([`import ${JSON.stringify(url.href)};`], { type: "text/javascript" }));
  const note = (/** @type {SecurityPolicyViolationEvent} */ { blockedURI, effectiveDirective }) => {
    if ([address, url.href, "blob"].includes(blockedURI)) policies.set(url.href, effectiveDirective);
  };
  policies.delete(url.href);
  document.addEventListener("securitypolicyviolation", note);
  setTimeout(() => document.removeEventListener("securitypolicyviolation", note), WATCHED);
  return address;
}

/** So long after the start of a worker what the page's policy forbids is put down to it. In milliseconds. */
const WATCHED = 10_000;

/** @param {URL} url */
function forbidden({ href }) {
  const directive = policies.get(href);
  return directive && `this page's Content Security Policy forbids it (${directive})`;
}
