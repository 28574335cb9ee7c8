// An empty project with the package in it, as `npm install` of the tarball lays it there, without a network.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { version } from "../../scripts/bundle.js";
import { DIST, run } from "./site.js";

/** @type {Promise<string> | undefined} */
let made;

/** The project's folder; made once a run. @param {string} work @returns {Promise<string>} */
export const installed = (work) => (made ??= install(join(work, "project")));

/** @param {string} folder */
async function install(folder) {
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "someone", private: true, type: "module" }));
  const tarball = join(DIST, `article-analyzer-${version()}.tgz`);
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", tarball], { cwd: folder });
  return folder;
}
