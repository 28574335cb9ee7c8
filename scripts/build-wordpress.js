// Packs the WordPress plugin: www/wordpress/article-analyzer with the element's files, the version of Cargo.toml and
// the template for translations, as dist/article-analyzer-wordpress.zip.
//
//   node scripts/build-wordpress.js
//
// The same sources give the same bytes, whenever and wherever. The element is the single file of scripts/build-embed.js.
// It does not build the core: run scripts/build-wasm first.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

// Already here for the page's exports.
import { zipSync } from 'fflate'

import { version } from './bundle.js'
import { embedFiles } from './build-embed.js'
import { template } from './wordpress-strings.js'

const ROOT = new URL('../', import.meta.url)
const PLUGIN = new URL('www/wordpress/article-analyzer/', ROOT)
const ZIP = new URL('dist/article-analyzer-wordpress.zip', ROOT)
const FOLDER = 'article-analyzer'

/** Where the version is to be filled in, and how often; elsewhere the sign means a slip. */
const VERSIONED = new Map([['article-analyzer.php', 2], ['readme.txt', 1], ['block/block.json', 1]])
const VERSION_SIGN = '{{version}}'

/** What a browser loads; types and source maps stay at home. */
const SERVED = /\.(js|wasm|css)$/

/** Any fixed time, in the terms of the ZIP format, which knows no time zone. */
const TIME = new Date(2000, 0, 1)

/** @typedef {Map<string, Uint8Array>} Files Path inside the plugin => content. */

/** @param {string} text */
const bytes = (text) => new TextEncoder().encode(text)

/** @param {URL} folder @returns {Promise<Files>} */
async function filesOf(folder) {
  const start = fileURLToPath(folder)
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.replaceAll('//', '/').slice(start.length))
  return new Map(await Promise.all(paths.map(async (path) => /** @type {const} */ ([path, await readFile(new URL(path, folder))]))))
}

/** @param {Files} files @returns {Files} */
const served = (files) => new Map([...files].filter(([path]) => SERVED.test(path)))

/**
 * The version in all places that want it; an error where that is not as expected.
 * @param {Files} files @param {string} number
 */
export function fillIn(files, number) {
  for (const [path, content] of files) {
    const parts = Buffer.from(content).toString('utf8').split(VERSION_SIGN)
    const expected = VERSIONED.get(path) ?? 0
    if (parts.length - 1 !== expected) throw new Error(`${path} has ${VERSION_SIGN} ${parts.length - 1} times instead of ${expected}`)
    if (expected > 0) files.set(path, bytes(parts.join(number)))
  }
  for (const path of VERSIONED.keys()) if (!files.has(path)) throw new Error(`${path} is missing`)
}

/** The plugin's ZIP, as WordPress takes it. @returns {Promise<Uint8Array>} */
export async function pack() {
  const number = version()
  const files = await filesOf(PLUGIN)
  fillIn(files, number)
  files.set('languages/article-analyzer.pot', bytes(template(files, number)))
  for (const licence of ['LICENSE-MIT', 'LICENSE-APACHE']) files.set(licence, await readFile(new URL(licence, ROOT)))
  for (const [path, content] of served(await embedFiles())) files.set(`assets/${number}/${path}`, content)
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1))
  return zipSync(Object.fromEntries(sorted.map(([path, content]) => [`${FOLDER}/${path}`, content])), { level: 9, mtime: TIME })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const zip = await pack()
  await mkdir(new URL('./', ZIP), { recursive: true })
  await writeFile(ZIP, zip)
  console.log(`${fileURLToPath(ZIP)}: ${(zip.length / 1000).toFixed(0)} kB, version ${version()}`)
}
