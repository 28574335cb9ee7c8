// Builds what a publisher lays into one folder of a site and names in one script tag:
//
//   node scripts/build-embed.js [FOLDER]        dist/embed unless said otherwise
//
//   article-analyzer.js    the element and all its modules; it registers <article-analyzer>
//   worker.js              the worker
//   article_analyzer*      the core, and what writes exports: fetched when a reader asks for them, not before
//   integrity.json         the hashes of them all, and the script tag with the first
//
// The worker checks the WebAssembly against the hashes that are built into it. It does not build the core: run
// scripts/build-wasm first.

import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { bundle, CORE_FILES, demandCore, DIST, FlatAddresses, sha384, version, WWW } from "./bundle.js";

export const ENTRY_NAME = "article-analyzer.js";
const WORKER = "worker.js";

/** What the single file gives to scripts of the page, besides registering the element. */
const ENTRY = `
import "./element/define.js";
export { ArticleAnalyzerElement } from "./element/article-analyzer.js";
export { analyze, exportAs } from "./engine/client.js";
export { readText } from "./highlight/text.js";
export { lists } from "./element/view.js";
`;

/** All files of the folder by name, in the order in which a reader fetches them. @returns {Promise<Map<string, Buffer>>} */
export async function embedFiles() {
  demandCore();
  const addresses = new FlatAddresses();
  const element = await bundle({ entry: ENTRY, addresses });
  const core = new Map(await Promise.all(CORE_FILES.map(async (name) => /** @type {const} */ ([name, await readFile(resolve(WWW, "pkg", name))]))));
  const hashes = Object.fromEntries([...core].filter(([name]) => name.endsWith(".wasm")).map(([name, bytes]) => [name, sha384(bytes)]));
  const worker = await bundle({ entry: 'import "./engine/worker.js";', addresses, hashes });
  const unnamed = [WORKER, ...CORE_FILES].filter((name) => !addresses.files.has(name));
  if (unnamed.length > 0) throw new Error(`the sources name no address for ${unnamed.join(", ")}`);

  const files = new Map([[ENTRY_NAME, element], [WORKER, worker], ...core]);
  for (const [name, path] of addresses.files) if (!files.has(name)) files.set(name, await readFile(path));
  files.set("integrity.json", Buffer.from(`${JSON.stringify(integrity(files), null, 2)}\n`));
  return files;
}

/** @param {Map<string, Buffer>} files */
function integrity(files) {
  const hashes = Object.fromEntries([...files].map(([name, bytes]) => [name, sha384(bytes)]));
  return {
    version: version(),
    files: hashes,
    script: `<script type="module" src="/article-analyzer/${ENTRY_NAME}" integrity="${hashes[ENTRY_NAME]}"></script>`,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = resolve(process.argv[2] ?? resolve(DIST, "embed"));
  const files = await embedFiles();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of files) await writeFile(resolve(folder, name), bytes);
}
