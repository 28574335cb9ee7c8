// A static server for what was built: a folder, answers that a test may alter, and a strict policy for pages. It
// counts nothing; the browser's pages know what they asked for.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, resolve, sep } from "node:path";

/** What a careful publisher sends; policies belong to pages, and here only they have one. */
export const STRICT = "default-src 'self'; script-src 'self'; style-src 'self'";

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * @param {string} folder
 * @param {{ policy?: string, alter?: (path: string, body: Buffer) => Buffer }} [options]
 */
export async function serve(folder, { policy = STRICT, alter = (_, body) => body } = {}) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    if (path === "/favicon.ico") return response.writeHead(204).end(); // browsers ask for it by themselves
    const file = resolve(folder, `.${path.endsWith("/") ? `${path}index.html` : path}`);
    try {
      if (!file.startsWith(resolve(folder) + sep)) throw new Error("outside");
      const body = alter(path, await readFile(file));
      const page = extname(file) === ".html" && policy !== "";
      response.writeHead(200, {
        "content-type": TYPES[extname(file)] ?? "application/octet-stream",
        "cache-control": "no-store",
        ...(page ? { "content-security-policy": policy } : {}),
      });
      response.end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("nothing here");
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
