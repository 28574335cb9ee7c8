/**
 * Keeps the page's own files on the device, so that it works without a network.
 *
 * What is kept is a list with hashes that was made with the files (offline-files.js): all of it or nothing, since
 * a page of two versions would be neither. A new version is fetched beside the old one and waits until the reader
 * reloads by the page's button, or until all its pages are closed. Only files of the list are ever kept or
 * answered; everything else, other origins included, goes past it untouched. It never sees a text: texts are in no
 * request.
 */

/* global FILES, VERSION */

/**
 * The little that this file uses of a service worker; the types of pages do not have it.
 * @typedef {Event & { waitUntil(done: Promise<unknown>): void }} Lifecycle
 * @typedef {Event & { request: Request, respondWith(answer: Promise<Response>): void }} Fetching
 * @typedef {{
 *   FILES: Record<string, string>, VERSION: string, registration: ServiceWorkerRegistration,
 *   importScripts(url: string): void, skipWaiting(): Promise<void>, clients: { claim(): Promise<void> },
 *   addEventListener(type: "install" | "activate", listener: (event: Lifecycle) => void): void,
 *   addEventListener(type: "fetch", listener: (event: Fetching) => void): void,
 *   addEventListener(type: "message", listener: (event: MessageEvent) => void): void,
 * }} Scope
 */

const scope = /** @type {Scope} */ (/** @type {unknown} */ (self));
scope.importScripts("offline-files.js");

const ROOT = new URL(scope.registration.scope);
const FAMILY = `article-analyzer ${ROOT.pathname} `; // one origin may hold several copies of the page
const CACHE = FAMILY + scope.VERSION;

/**
 * Under which a file is kept: with its hash, so that the same content is found in an older cache too.
 * @param {string} path
 */
const key = (path) => new URL(`${path}?${scope.FILES[path]}`, ROOT).href;

async function keepAll() {
  const cache = await caches.open(CACHE);
  await Promise.all(Object.keys(scope.FILES).map((path) => keep(cache, path)));
}

/**
 * @param {Cache} cache
 * @param {string} path
 */
async function keep(cache, path) {
  const known = await caches.match(key(path));
  if (known) return cache.put(key(path), known);
  // Some other content than the list's is a failure, and so is no answer: then this version is not kept at all.
  const response = await fetch(new URL(path, ROOT), { cache: "no-cache", integrity: scope.FILES[path] });
  if (!response.ok) throw new Error(`${response.status} for ${path}`);
  await cache.put(key(path), response.redirected ? plain(response) : response);
}

/**
 * A page may not be answered by what came by a redirection, as of index.html to its folder.
 * @param {Response} response
 */
function plain({ body, headers }) {
  return new Response(body, { headers });
}

async function dropOthers() {
  for (const name of await caches.keys()) if (name.startsWith(FAMILY) && name !== CACHE) await caches.delete(name);
}

/**
 * The file of the list that is asked for. Links to pages may carry parameters, which no page of ours reads.
 * @param {Request} request
 * @returns {string | undefined}
 */
function fileOf({ method, mode, url }) {
  const { origin, pathname, search } = new URL(url);
  if (method !== "GET" || origin !== ROOT.origin || !pathname.startsWith(ROOT.pathname)) return undefined;
  if (search !== "" && mode !== "navigate") return undefined;
  const path = decodeURIComponent(pathname.slice(ROOT.pathname.length)) || "index.html";
  return Object.hasOwn(scope.FILES, path) ? path : undefined;
}

/**
 * @param {string} path
 * @param {Request} request
 */
async function answer(path, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(key(path))) ?? fetch(request); // browsers may clear what is kept
}

scope.addEventListener("install", (event) => event.waitUntil(keepAll()));
scope.addEventListener("activate", (event) => event.waitUntil(dropOthers().then(() => scope.clients.claim())));
scope.addEventListener("message", ({ data }) => {
  if (data === "take over") void scope.skipWaiting();
});
scope.addEventListener("fetch", (event) => {
  const path = fileOf(event.request);
  if (path !== undefined) event.respondWith(answer(path, event.request));
});
