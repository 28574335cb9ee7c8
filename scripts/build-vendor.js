// Lays the libraries that the page loads into www/vendor, as modules that a browser takes as they are:
//
//   node scripts/build-vendor.js
//
// What is not here is not shipped: everything else in node_modules is a tool. No bundler: each library is
// one file, loaded when it is first needed. Types stand beside them for the type check.

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'

const VENDOR = new URL('../www/vendor/', import.meta.url)
const PACKAGES = new URL('../node_modules/', import.meta.url)

/**
 * Each library with its module, its types and its licence, and what has to be added to be a module.
 * @type {{ name: string, module: string, types: string, licence: string, ending?: string }[]}
 */
const LIBRARIES = [
  // Packs the exports into one ZIP.
  { name: 'fflate', module: 'fflate/esm/browser.js', types: 'fflate/esm/browser.d.ts', licence: 'fflate/LICENSE' },
  // Finds the article in a page that was dropped.
  {
    name: 'readability',
    module: '@mozilla/readability/Readability.js',
    types: '@mozilla/readability/index.d.ts',
    licence: '@mozilla/readability/LICENSE.md',
    ending: '\nexport { Readability };\n',
  },
]

/** @param {string} path */
const read = (path) => readFile(new URL(path, PACKAGES), 'utf8')

/** @param {string} name @param {string} content */
const write = (name, content) => writeFile(new URL(name, VENDOR), content)

await rm(VENDOR, { recursive: true, force: true })
await mkdir(VENDOR, { recursive: true })
for (const { name, module, types, licence, ending = '' } of LIBRARIES) {
  await write(`${name}.js`, (await read(module)) + ending)
  await write(`${name}.d.ts`, await read(types))
  await write(`${name}.LICENSE.txt`, await read(licence))
}
