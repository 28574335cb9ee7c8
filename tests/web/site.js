// The site under test: www as it is served everywhere, with the pages of tests/web/pages beside it
// under /@tests/, and, where a test asks for it, with answers altered on the way to the browser.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

import { CONTENT_SECURITY_POLICY, serve } from "../../scripts/serve.js";

export const WWW = fileURLToPath(new URL("../../www", import.meta.url));
const PAGES = new URL("./pages/", import.meta.url);
const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8" };

/**
 * A worker that keeps nothing: most tests are not about being offline, and fetching everything anew for each of them
 * would cost more than they do.
 */
const KEEPS_NOTHING = "addEventListener('install', () => {});";

/** @typedef {{ status: number, headers: Record<string, string>, body: Buffer | string }} Answer */

/**
 * @param {(path: string, answer: Answer) => Answer | void | Promise<Answer | void>} [alter]
 *   Gets every answer before it is sent; what it returns is sent instead.
 * @param {{ keeps?: boolean }} [options] keeps: the page is kept on the device, as it is everywhere else.
 */
export async function site(alter = () => {}, { keeps = false } = {}) {
  const real = await serve({ folder: WWW, port: 0 });
  const server = createServer(async (request, response) => {
    const path = (request.url ?? "/").replace(/\?.*/, "");
    try {
      const plain = path.startsWith("/@tests/") ? await testPage(path) : await fetched(new URL(path, real.url));
      if (path === "/service-worker.js" && !keeps) plain.body = KEEPS_NOTHING;
      const { status, headers, body } = (await alter(path, plain)) ?? plain;
      response.writeHead(status, headers).end(body);
    } catch (error) {
      response.writeHead(404).end(String(error));
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await real.close();
    },
  };
}

/** @param {URL} url @returns {Promise<Answer>} */
async function fetched(url) {
  const response = await fetch(url);
  /** @type {Record<string, string>} */
  const headers = {};
  for (const name of ["content-type", "content-security-policy", "cache-control", "x-content-type-options"]) {
    const value = response.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) };
}

/** @param {string} path @returns {Promise<Answer>} */
async function testPage(path) {
  const body = await readFile(new URL(path.slice("/@tests/".length), PAGES));
  const type = TYPES[/** @type {keyof typeof TYPES} */ (path.split(".").at(-1))] ?? "text/plain";
  return { status: 200, headers: { "content-type": type, "content-security-policy": CONTENT_SECURITY_POLICY }, body };
}
