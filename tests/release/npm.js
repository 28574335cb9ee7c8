// The npm package, installed from its tarball into an empty project: as files on a site, and packed by Vite.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { build, createServer } from "vite";

import { hostPage, activate, marked } from "./site.js";
import { installed } from "./project.js";

/** @param {import("./run.js").Page} page */
async function works(page) {
  assert.deepEqual(page.requests.filter((request) => /worker|pkg|wasm/.test(request)), [], "before the reader asks");
  await activate(page);
  const found = await page.evaluate(marked);
  for (const words of ["Marta Zielinska", "Gdansk", "8,400"]) assert.ok(found.includes(words), `${words} is not among ${found.join(", ")}`);
  assert.ok(page.requests.some((request) => request.includes(".wasm")));
  assert.deepEqual(page.errors.filter((error) => !error.includes("favicon")), []);
}

/** The app that Vite packs: it imports the element and asks for an export, too. */
const MAIN = `import "article-analyzer/define";
import { analyze, exportAs } from "article-analyzer";
window.exported = async () => {
  const text = "Three ships sank off Malta on Monday.";
  return exportAs(text, await analyze(text), "csv-figures");
};
`;

/** @param {string} work @returns {Promise<string>} The folder of the app. */
async function app(work) {
  const folder = await installed(work);
  await writeFile(join(folder, "main.js"), MAIN);
  await writeFile(join(folder, "index.html"), hostPage('<script type="module" src="/main.js"></script>'));
  return folder;
}

/** @param {import("./run.js").Page} page */
async function exports(page) {
  assert.match(await page.evaluate(() => /** @type {any} */ (window).exported()), /ship/);
}

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "the package works from its folder, by one script tag and under a strict policy",
    async run({ work, serve, open }) {
      const folder = await installed(work);
      await writeFile(join(folder, "plain.html"), hostPage('<script type="module" src="/node_modules/article-analyzer/element/define.js"></script>'));
      await works(await open(`${await serve(folder)}plain.html`));
    },
  },
  {
    name: "the package works by its names in an import map",
    async run({ work, serve, open }) {
      const folder = await installed(work);
      const map = { imports: { "article-analyzer": "/node_modules/article-analyzer/index.js", "article-analyzer/define": "/node_modules/article-analyzer/element/define.js" } };
      const scripts = `<script type="importmap">${JSON.stringify(map)}</script><script type="module">${MAIN}</script>`;
      await writeFile(join(folder, "map.html"), hostPage(scripts));
      const page = await open(`${await serve(folder, { policy: "" })}map.html`);
      await works(page);
      await exports(page);
    },
  },
  {
    name: "Vite packs an app with it: worker, core and exports are there, under a sub-path and a strict policy",
    async run({ work, serve, open }) {
      const root = await app(work);
      const site = join(work, `packed-${Date.now()}`);
      await build({ root, configFile: false, logLevel: "error", base: "/news/app/", build: { outDir: join(site, "news/app"), emptyOutDir: true } });
      const page = await open(`${await serve(site)}news/app/`);
      await works(page);
      await exports(page);
    },
  },
  {
    name: "Vite serves an app with it while it is written",
    async run({ work, open }) {
      const root = await app(work);
      const server = await createServer({
        root, configFile: false, logLevel: "error", cacheDir: join(work, `cache-${Date.now()}`),
        server: { port: 0, host: "127.0.0.1" },
      });
      try {
        await server.listen();
        const address = /** @type {import("node:net").AddressInfo} */ (server.httpServer?.address());
        const page = await open(`http://127.0.0.1:${address.port}/`);
        await activate(page);
        assert.ok((await page.evaluate(marked)).includes("Marta Zielinska"));
        await exports(page);
      } finally {
        await server.close();
      }
    },
  },
];
