// What the builds of a release share: the version, where things lie, and how the sources become single files.
//
// A bundler is used for the release only, and only on our own modules: the page and the source folder are served as
// they are written. Two runs give the same bytes.

import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

// One file for one script tag is what a publisher can be asked to add; esbuild makes it, and nothing of it is shipped.
import { build } from "esbuild";
// Half a kilobyte less for every reader than by esbuild alone: what decides whether the entry keeps its limit.
import { minify as shorten } from "terser";

export const ROOT = fileURLToPath(new URL("../", import.meta.url));
export const WWW = resolve(ROOT, "www");
export const DIST = resolve(ROOT, "dist");

/** The core and what writes exports, as scripts/build-wasm makes them. */
export const CORE_FILES = [
  "article_analyzer.js", "article_analyzer_bg.wasm", "article_analyzer_export.js", "article_analyzer_export_bg.wasm",
];

/** Every browser that draws highlights knows all of it. */
const TARGET = "es2022";

/** An address that the sources give to a file beside them; the second argument may be more than `import.meta.url`. */
const ADDRESS = /new URL\(\s*"([^"]+)"\s*,/g;

/** Files that are named by their place in the folder of the sources, for a page that names another such folder. */
const IN_FOLDER = /"(?:engine|pkg)\/(worker\.js|article_analyzer\w*\.(?:js|wasm))"/g;

/** The one version of everything, from Cargo.toml. */
export function version() {
  const found = /^\[package\][^[]*?^version = "([^"]+)"/ms.exec(readFileSync(resolve(ROOT, "Cargo.toml"), "utf8"));
  if (!found?.[1]) throw new Error("Cargo.toml names no version");
  return found[1];
}

/** @param {string | Buffer} content As `integrity` attributes have it. */
export const sha384 = (content) => `sha384-${createHash("sha384").update(content).digest("base64")}`;

/** Fails with what to do where the core has not been built. */
export function demandCore() {
  const missing = CORE_FILES.filter((name) => !isFile(resolve(WWW, "pkg", name)));
  if (missing.length > 0) throw new Error(`the core is not built (${missing.join(", ")}): run scripts/build-wasm first`);
}

/**
 * The source with the version of the release in it.
 * @param {string} source
 */
export const withVersion = (source) => source.replace(/\bstatic version = "dev"/g, `static version = ${JSON.stringify(version())}`);

/**
 * The source with the hashes by which the worker checks what it fetches.
 * @param {string} source
 * @param {Record<string, string>} hashes
 */
const withHashes = (source, hashes) => source.replace(/\bconst INTEGRITY = \{\};/g, `const INTEGRITY = ${JSON.stringify(hashes)};`);

/**
 * Makes addresses of files in other folders those of files beside the bundle, and remembers what was asked for.
 * What it cannot follow ends the build: an address that stays as it was would be right in the sources only.
 */
export class FlatAddresses {
  /** The files that are asked for, in www. @type {Map<string, string>} name -> path */
  files = new Map();

  /**
   * @param {string} path
   * @param {string} source
   */
  rewrite(path, source) {
    const code = withoutComments(source);
    const written = [...code.matchAll(/import\.meta/g)].length;
    const read = [...code.matchAll(/new URL\(\s*"[^"]+"\s*,[^;]*?\bimport\.meta\.url\b/g)].length;
    if (written !== read) throw new Error(`${relative(ROOT, path)}: import.meta.url stands where the bundle cannot follow it; write new URL("./file", import.meta.url)`);
    const flat = source.replace(ADDRESS, (whole, address) => whole.replace(address, `./${this.#add(path, address)}`));
    return flat.replace(IN_FOLDER, (_, name) => `"./${name}"`);
  }

  /**
   * @param {string} path
   * @param {string} address
   */
  #add(path, address) {
    // Beside the module that says it, or in the folder that a page names as the base of all.
    if (address.endsWith("/") && resolve(dirname(path), address) === WWW) return ""; // the folder itself
    const file = [resolve(dirname(path), address), resolve(WWW, address)].find((one) => one.startsWith(WWW + sep) && isFile(one));
    if (file === undefined) throw new Error(`${relative(ROOT, path)}: there is no file ${address}`);
    const name = basename(file);
    if ((this.files.get(name) ?? file) !== file) throw new Error(`${relative(ROOT, path)}: two files are called ${name}`);
    this.files.set(name, file);
    return name;
  }
}

/** @param {string} path */
const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** @param {string} source */
const withoutComments = (source) => source.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, "");

/**
 * One module and all that it imports, at once or later, as one file.
 * @param {{ entry: string, minify?: boolean, addresses?: FlatAddresses, hashes?: Record<string, string> }} wanted
 *   entry: source of a module in www that imports what the bundle holds. addresses: where these must be made flat.
 */
export async function bundle({ entry, minify = true, addresses, hashes = {} }) {
  /** @type {import("esbuild").Plugin} */
  const fill = {
    name: "article-analyzer",
    setup({ onLoad }) {
      onLoad({ filter: /\.js$/ }, ({ path }) => {
        const source = withHashes(withVersion(readFileSync(path, "utf8")), hashes);
        return { contents: addresses ? addresses.rewrite(path, source) : source, loader: "js" };
      });
    },
  };
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: WWW, sourcefile: "entry.js" },
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    format: "esm",
    target: TARGET,
    minify,
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    plugins: [fill],
  });
  const [file] = outputFiles;
  if (!file) throw new Error("the bundler made no file");
  const { code = "" } = minify ? await shorten(file.text, { module: true, ecma: 2020, compress: { passes: 3 } }) : { code: file.text };
  return Buffer.from(`/* Article Analyzer ${version()} | MIT OR Apache-2.0 */\n${code}\n`);
}
