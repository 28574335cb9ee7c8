// What is in dist, looked at without a browser: the same bytes each time, one version, types that compile.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { embedFiles } from "../../scripts/build-embed.js";
import { FlatAddresses, sha384, version, WWW } from "../../scripts/bundle.js";
import { versions } from "../../scripts/check-release.js";
import { installed } from "./project.js";
import { DIST, ROOT, run } from "./site.js";

/** @param {string} path */
const read = (path) => readFileSync(join(DIST, path));

/** A user's program: everything is used as its type says, and what is wrong is known to be wrong. */
const CONSUMER = `import "article-analyzer/define";
import { analyze, ArticleAnalyzerElement, describe, EngineError, exportAs, readText } from "article-analyzer";
import { load } from "article-analyzer/engine";
import type { Analysis, Name } from "article-analyzer/analysis";
import { ArticleAnalyzerElement as Embedded } from "article-analyzer/embed";

const element = document.querySelector("article-analyzer")!;
const analysis: Analysis = await element.analyze();
const names: Name[] = analysis.names;
element.names = { ignore: ["Monday"] };
element.cancel();
element.addEventListener("article-analyzer-result", ({ detail }) => console.log(detail.text.length, detail.analysis.figures[0]?.value?.length));
document.addEventListener("article-analyzer-error", ({ detail }) => console.log(detail.message.length, detail.code === "no-article"));
element.addEventListener("article-analyzer-select", (event) => { if (event.detail.mark.kind === "quote") event.preventDefault(); });
const made: ArticleAnalyzerElement = document.createElement("article-analyzer");
const same: typeof ArticleAnalyzerElement = Embedded;
const csv: string = await exportAs(element.text, analysis, "csv-figures");
await load();
await analyze("Two ships", { locale: "en-GB" }, { signal: AbortSignal.timeout(9) }).catch((error) => error instanceof EngineError && error.code);
console.log(names, csv, made, same, describe(readText(document.body).text, analysis).summary);
// @ts-expect-error: no such option
await analyze("Two ships", { colour: "red" });
// @ts-expect-error: no such code
document.addEventListener("article-analyzer-error", ({ detail }) => detail.code === "bad-luck");
// @ts-expect-error: null before
element.result.names;
`;

/** @param {string} module @param {string} moduleResolution */
const options = (module, moduleResolution) => ({
  compilerOptions: {
    target: "esnext", module, moduleResolution, lib: ["esnext", "dom", "dom.iterable"], types: [], strict: true, noEmit: true,
    exactOptionalPropertyTypes: true, skipLibCheck: false,
  },
  files: ["consumer.ts"],
});

/** @param {string} source Of a module in engine/, which is not there. */
const rewritten = (source) => new FlatAddresses().rewrite(join(WWW, "engine/imagined.js"), source);

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "two builds of the single file and its folder are the same, byte for byte",
    async run() {
      for (const [name, bytes] of await embedFiles()) assert.ok(bytes.equals(read(`embed/${name}`)), name);
    },
  },
  {
    name: "the hashes are those of the files, in the embed and in all of dist",
    run() {
      for (const folder of ["embed", "."]) {
        const { files } = JSON.parse(read(`${folder}/integrity.json`).toString());
        for (const [path, hash] of Object.entries(files)) assert.equal(sha384(read(`${folder}/${path}`)), hash, path);
        const there = readdirSync(join(DIST, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
        assert.equal(Object.keys(files).length, there.length - 1, "every file has its hash, but the list itself");
      }
    },
  },
  {
    name: "everything that names a version names the one of Cargo.toml",
    run() {
      for (const [place, named] of Object.entries(versions())) assert.equal(named, version(), place);
    },
  },
  {
    name: "the single file imports nothing and asks for nothing outside its folder",
    run() {
      for (const name of ["article-analyzer.js", "worker.js"]) {
        const source = read(`embed/${name}`).toString();
        assert.doesNotMatch(source, /\bfrom\s*"|\bimport\s*"|\bimport\("/, name);
        assert.doesNotMatch(source, /https?:\/\/(?!www\.w3\.org\/)|\.\.\//, name);
        const addresses = [...source.matchAll(/new URL\("([^"]+)"/g)].map(([, address]) => String(address));
        for (const address of addresses.filter((one) => one !== "./")) assert.ok(readdirSync(join(DIST, "embed")).includes(address.slice(2)), address);
      }
    },
  },
  {
    name: "an address that the single file could not follow ends the build",
    run() {
      assert.equal(rewritten('new URL("../pkg/article_analyzer.js", import.meta.url)'), 'new URL("./article_analyzer.js", import.meta.url)');
      assert.equal(rewritten('new URL("./worker.js", base ?? import.meta.url)'), 'new URL("./worker.js", base ?? import.meta.url)');
      assert.equal(rewritten('new URL("engine/worker.js", base)'), 'new URL("./worker.js", base)');
      assert.equal(rewritten('const WORKER = "engine/worker.js"; new URL(WORKER, base)'), 'const WORKER = "./worker.js"; new URL(WORKER, base)');
      assert.equal(rewritten('new URL("../", import.meta.url)'), 'new URL("./", import.meta.url)');
      assert.equal(rewritten("// import.meta.url says where this is\n"), "// import.meta.url says where this is\n");
      assert.throws(() => rewritten('new URL("./missing.js", import.meta.url)'), /no file .\/missing.js/);
      assert.throws(() => rewritten('new URL("../pkg/", import.meta.url)'), /no file/);
      assert.throws(() => rewritten("const here = import.meta.url;"), /cannot follow/);
    },
  },
  {
    name: "the worker of the single file knows the hashes of the WebAssembly beside it",
    run() {
      const worker = read("embed/worker.js").toString();
      for (const name of ["article_analyzer_bg.wasm", "article_analyzer_export_bg.wasm"]) assert.ok(worker.includes(sha384(read(`embed/${name}`))), name);
    },
  },
  {
    name: "the package brings nothing with it and is not run on installing",
    run() {
      const made = JSON.parse(read("npm/package.json").toString());
      for (const key of ["dependencies", "peerDependencies", "optionalDependencies", "devDependencies", "scripts"]) assert.equal(made[key], undefined, key);
      for (const name of ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "custom-elements.json", "analysis.d.ts", "index.d.ts"]) assert.ok(read(`npm/${name}`).length > 0);
    },
  },
  {
    name: "a strict TypeScript program that uses the package compiles, with a bundler's way to find it and with Node's",
    async run({ work }) {
      const folder = await installed(work);
      await writeFile(join(folder, "consumer.ts"), CONSUMER);
      for (const [module = "", resolution = ""] of [["esnext", "bundler"], ["nodenext", "nodenext"]]) {
        await writeFile(join(folder, "tsconfig.json"), JSON.stringify(options(module, resolution)));
        const { stdout } = await run(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", folder]).catch((error) => error);
        assert.equal(stdout, "", resolution);
      }
    },
  },
];
