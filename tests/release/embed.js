// The single file as a publisher uses it: one folder under a sub-path, one script tag with its hash, a strict policy.

import assert from "node:assert/strict";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { sha384, version } from "../../scripts/bundle.js";
import { activate, DIST, hostPage, marked, outside } from "./site.js";

const FOLDER = "some/path";

/** @param {string} work @param {string} name @param {string} integrity @returns {Promise<string>} The folder to be served. */
async function site(work, name, integrity) {
  const root = join(work, name);
  await mkdir(join(root, FOLDER), { recursive: true });
  await cp(join(DIST, "embed"), join(root, FOLDER, "aa"), { recursive: true });
  await writeFile(join(root, FOLDER, "index.html"), hostPage(`<script type="module" src="aa/article-analyzer.js" integrity="${integrity}"></script>`));
  return root;
}

/** The hash that comes with the file. */
async function published() {
  return JSON.parse(await readFile(join(DIST, "embed/integrity.json"), "utf8")).files["article-analyzer.js"];
}

/** Valid as before, and works the same; only its hash is another: a section without content at its end. @param {Buffer} wasm */
function tampered(wasm) {
  const changed = Buffer.concat([wasm, Buffer.from([0, 5, 4, 0x74, 0x65, 0x73, 0x74])]);
  assert.ok(WebAssembly.validate(changed));
  return changed;
}

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "one script tag with its hash is enough, under a sub-path and a strict policy; nothing is asked for outside",
    async run({ work, serve, open, browser }) {
      const url = await serve(await site(work, `embed-${browser}`, await published()));
      const page = await open(`${url}${FOLDER}/`);
      await page.until(() => Boolean(customElements.get("article-analyzer")));
      assert.deepEqual(page.requests.map((request) => request.slice(url.length)).filter((path) => path !== "favicon.ico"), [`${FOLDER}/`, `${FOLDER}/aa/article-analyzer.js`], "before the reader asks");
      await activate(page);
      const found = await page.evaluate(marked);
      for (const words of ["Marta Zielinska", "Gdansk", "8,400"]) assert.ok(found.includes(words), `${words} is not among ${found.join(", ")}`);
      assert.deepEqual(outside(page, `${url}${FOLDER}/`), []);
      assert.deepEqual(page.errors, []);
    },
  },
  {
    name: "the single file gives scripts of the page its class, with the version, and its functions",
    async run({ work, serve, open, browser }) {
      const url = await serve(await site(work, `exports-${browser}`, await published()));
      const page = await open(`${url}${FOLDER}/`);
      const given = await page.evaluate(async () => {
        // @ts-expect-error: an address of the site under test
        const module = await import("./aa/article-analyzer.js");
        const text = "Three ships sank off Malta on Monday.";
        const csv = await module.exportAs(text, await module.analyze(text), "csv-figures");
        const isSame = customElements.get("article-analyzer") === module.ArticleAnalyzerElement;
        return { names: Object.keys(module).sort(), csv, isSame, version: module.ArticleAnalyzerElement.version };
      });
      assert.deepEqual(given.names, ["ArticleAnalyzerElement", "analyze", "exportAs", "lists", "readText"]);
      assert.match(given.csv, /ship/);
      assert.ok(given.isSame);
      assert.equal(given.version, version());
    },
  },
  {
    name: "a file that is not the one of the hash is not run: the reader sees the words in the element",
    async run({ work, serve, open, browser }) {
      const url = await serve(await site(work, `other-${browser}`, sha384("another file")));
      const page = await open(`${url}${FOLDER}/`);
      assert.equal(await page.evaluate(() => customElements.get("article-analyzer") === undefined), true);
      assert.equal(await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("article-analyzer")).innerText), "People, places and figures.");
    },
  },
  {
    name: "WebAssembly that is not the one of the hash is refused, with the code load",
    async run({ work, serve, open, browser }) {
      const root = await site(work, `tampered-${browser}`, await published());
      const url = await serve(root, { alter: (path, body) => (path.endsWith(".wasm") ? tampered(body) : body) });
      const page = await open(`${url}${FOLDER}/`);
      await page.until(() => Boolean(customElements.get("article-analyzer")));
      const code = await page.evaluate(
        () =>
          new Promise((done) => {
            const element = /** @type {any} */ (document.querySelector("article-analyzer"));
            element.addEventListener("article-analyzer-error", (/** @type {CustomEvent} */ { detail }) => done(detail.code));
            element.analyze().then(() => done("no error"), () => {});
          }),
      );
      assert.equal(code, "load");
      assert.deepEqual(await page.evaluate(marked), []);
    },
  },
];
