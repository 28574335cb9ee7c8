// Builds the npm package into dist/npm: the sources as they are, with their types, the core, and the single-file embed.
//
//   node scripts/build-npm.js [FOLDER]        dist/npm unless said otherwise
//
// The modules stay apart, so that a user's bundler takes what it needs. The worker is one file: bundlers copy it as they
// copy the core, by the addresses in engine/client.js, and what is copied must stand alone. What is written for the
// package only is in www/npm. It does not build the core: run scripts/build-wasm first.

import { execFileSync } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { embedFiles } from "./build-embed.js";
import { bundle, CORE_FILES, demandCore, DIST, ROOT, version, withVersion, WWW } from "./bundle.js";

const SOURCES = ["element", "engine", "highlight"];
const WORKER = "engine/worker.js";

/** What the package gives to scripts without registering the element. */
const INDEX = `export { ArticleAnalyzerElement } from "./element/article-analyzer.js";
export { describe } from "./element/view.js";
export { analyze, EngineError, exportAs, load } from "./engine/client.js";
export { readText } from "./highlight/text.js";
`;

/**
 * Smaller files are put into the packed script as `data:` addresses by Vite and webpack, and of those no browser makes
 * a worker under a strict policy. The licence that stands before the worker helps, too.
 */
const INLINED = 4_096;

/** The declarations are made from JSDoc; analysis.d.ts is written by hand and copied. */
const DECLARATIONS = {
  target: "esnext", module: "esnext", moduleResolution: "bundler", lib: ["esnext", "dom", "dom.iterable", "dom.asynciterable"],
  types: [], allowJs: true, checkJs: false, strict: true, declaration: true, emitDeclarationOnly: true, noEmitOnError: true,
};

/** @param {string} folder */
async function layModules(folder) {
  for (const source of SOURCES) {
    for (const entry of await readdir(resolve(WWW, source), { recursive: true, withFileTypes: true })) {
      const path = resolve(entry.parentPath, entry.name).slice(WWW.length + 1);
      if (!entry.isFile() || path === WORKER) continue;
      await mkdir(resolve(folder, path, ".."), { recursive: true });
      await writeFile(resolve(folder, path), withVersion(await readFile(resolve(WWW, path), "utf8")));
    }
  }
  const licence = await readFile(resolve(ROOT, "LICENSE-MIT"), "utf8");
  const worker = await bundle({ entry: `import "./${WORKER}";`, minify: false });
  await writeFile(resolve(folder, WORKER), `/*\n${licence}*/\n${worker}`);
  await writeFile(resolve(folder, "index.js"), INDEX);
}

/** @param {string} folder */
async function layCore(folder) {
  await mkdir(resolve(folder, "pkg"));
  for (const name of CORE_FILES) {
    await cp(resolve(WWW, "pkg", name), resolve(folder, "pkg", name));
    if (name.endsWith(".js")) await cp(resolve(WWW, "pkg", name.replace(".js", ".d.ts")), resolve(folder, "pkg", name.replace(".js", ".d.ts")));
  }
}

/** @param {string} folder */
async function layEmbed(folder) {
  await mkdir(resolve(folder, "embed"));
  for (const [name, bytes] of await embedFiles()) await writeFile(resolve(folder, "embed", name), bytes);
  await cp(resolve(WWW, "npm/embed.d.ts"), resolve(folder, "embed/article-analyzer.d.ts"));
}

/** @param {string} folder */
async function layTypes(folder) {
  await cp(resolve(WWW, "analysis.d.ts"), resolve(folder, "analysis.d.ts"));
  const project = resolve(folder, "declarations.json");
  const files = ["index.js", "element/define.js"];
  await writeFile(project, JSON.stringify({ compilerOptions: { ...DECLARATIONS, rootDir: ".", outDir: "." }, files }));
  execFileSync(process.execPath, [resolve(ROOT, "node_modules/typescript/bin/tsc"), "-p", project], { stdio: ["ignore", "inherit", "inherit"] });
  await rm(project);
  // JSDoc cannot add to the names that the DOM knows.
  await cp(resolve(WWW, "npm/define.d.ts"), resolve(folder, "element/define.d.ts"));
}

/** @param {string} folder */
async function demandSizes(folder) {
  for (const path of [WORKER, ...CORE_FILES.map((name) => `pkg/${name}`)]) {
    const { size } = await stat(resolve(folder, path));
    if (size <= INLINED) throw new Error(`${path} has ${size} bytes: bundlers would not keep it as a file`);
  }
}

/** @param {string} folder */
async function layWords(folder) {
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) await cp(resolve(ROOT, name), resolve(folder, name));
  await cp(resolve(WWW, "npm/README.md"), resolve(folder, "README.md"));
  for (const name of ["package.json", "custom-elements.json"]) {
    const { name: called, schemaVersion, ...rest } = JSON.parse(await readFile(resolve(WWW, "npm", name), "utf8"));
    const head = called ? { name: called, version: version() } : { schemaVersion };
    await writeFile(resolve(folder, name), `${JSON.stringify({ ...head, ...rest }, null, 2)}\n`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = resolve(process.argv[2] ?? resolve(DIST, "npm"));
  demandCore();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const lay of [layModules, layCore, layTypes, layEmbed, layWords, demandSizes]) await lay(folder);
}
