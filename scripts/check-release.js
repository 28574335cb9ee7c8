// The last step of scripts/release: writes dist/integrity.json and fails where the parts of a release do not agree.
//
//   node scripts/check-release.js
//
// It looks at versions and at files that are in several parts; whether the parts work is for tests/release.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

// Already here for the page's own exports; a plugin is a ZIP.
import { strFromU8, unzipSync } from "fflate";

import { DIST, sha384, version } from "./bundle.js";

/** @param {string} path In dist. */
const read = (path) => readFileSync(resolve(DIST, path), "utf8");

/** Each place that names a version, with the version it names; `undefined` where it should and does not. */
export function versions() {
  /** @type {Record<string, string | undefined>} */
  const found = {
    "npm/package.json": JSON.parse(read("npm/package.json")).version,
    "embed/integrity.json": JSON.parse(read("embed/integrity.json")).version,
    "embed/article-analyzer.js": /static version="([^"]+)"/.exec(read("embed/article-analyzer.js"))?.[1],
    "npm/element/article-analyzer.js": /static version = "([^"]+)"/.exec(read("npm/element/article-analyzer.js"))?.[1],
    "embed/article-analyzer.js (its first line)": /^\/\* Article Analyzer (\S+)/.exec(read("embed/article-analyzer.js"))?.[1],
    "embed/worker.js (its first line)": /^\/\* Article Analyzer (\S+)/.exec(read("embed/worker.js"))?.[1],
  };
  for (const zip of readdirSync(DIST).filter((name) => name.endsWith(".zip"))) Object.assign(found, pluginVersions(zip));
  return found;
}

/** What the headers of a WordPress plugin say, and the metadata of its blocks. @param {string} zip */
function pluginVersions(zip) {
  const packed = Object.entries(unzipSync(readFileSync(resolve(DIST, zip)))).map(([path, bytes]) => /** @type {const} */ ([path, strFromU8(bytes)]));
  /** @type {Record<string, string | undefined>} */
  const found = { [`${zip} (its header)`]: undefined };
  for (const [path, text] of packed) {
    const header = path.endsWith(".php") && /^[ \t*]*Plugin Name:/m.test(text) ? /^[ \t*]*Version:\s*(\S+)/m.exec(text)?.[1] : undefined;
    if (header) found[`${zip} (its header)`] = header;
    if (path.endsWith("readme.txt")) found[`${zip} (its readme.txt)`] = /^Stable tag:\s*(\S+)/m.exec(text)?.[1];
    if (path.endsWith("block.json")) found[`${zip} (${path})`] = JSON.parse(text).version ?? version();
  }
  return found;
}

/** Every file under dist but the list itself, sorted. */
function files() {
  return readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => resolve(entry.parentPath, entry.name).slice(DIST.length + 1))
    .filter((path) => path !== "integrity.json")
    .sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const hashes = Object.fromEntries(files().map((path) => [path, sha384(readFileSync(resolve(DIST, path)))]));
  const { script } = JSON.parse(read("embed/integrity.json"));
  writeFileSync(resolve(DIST, "integrity.json"), `${JSON.stringify({ version: version(), script, files: hashes }, null, 2)}\n`);

  const wrong = Object.entries(versions()).filter(([, named]) => named !== version());
  for (const [place, named] of wrong) console.error(`release: ${place} names ${named ?? "no version"} instead of ${version()}`);
  const twice = Object.keys(hashes).filter((path) => path.startsWith("embed/"));
  const unlike = twice.filter((path) => hashes[path] !== hashes[`npm/${path}`]);
  for (const path of unlike) console.error(`release: ${path} and npm/${path} differ`);
  if (wrong.length + unlike.length > 0) process.exitCode = 1;
}
