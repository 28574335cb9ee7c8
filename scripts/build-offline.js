// Lists the files that the page keeps for use without a network: www/offline-files.js, for www/service-worker.js.
//
//   node scripts/build-offline.js
//
// Every file is named with the hash of its content, so that a browser keeps only what was built together, fetches
// again only what has changed, and sees a new version in a new list. To be run last: it hashes what is there.
// What belongs to other people's pages (the element), to the type check or to the README is not kept.

import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const WWW = new URL('../www/', import.meta.url)
const LIST = 'offline-files.js'

/** What a page can load. Other files (.d.ts, .json, .md) are for developers. */
const KEPT = /\.(css|html|js|png|svg|txt|wasm|webmanifest)$/
const LEFT_OUT = [
  LIST,
  'service-worker.js', // browsers keep it themselves
  'picture.png',
  /^demo[./]/, // these two are about the element, for who writes pages, not for who reads them
  /^embedding\./,
  /^element\/(?!view(-words)?\.js|view\/)/,
  /^highlight\//,
  /^wordpress\//,
  /^hugo\//,
]

/** The paths of what is kept, sorted. @returns {Promise<string[]>} */
export async function keptFiles() {
  const all = await readdir(WWW, { recursive: true, withFileTypes: true })
  return all
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.replaceAll('//', '/').slice(fileURLToPath(WWW).length))
    .filter((path) => KEPT.test(path) && !LEFT_OUT.some((out) => (typeof out === 'string' ? out === path : out.test(path))))
    .sort()
}

/** The list as a script: the paths with their hashes, and one version for them all. @returns {Promise<string>} */
export async function listing() {
  /** @type {Record<string, string>} */
  const files = {}
  for (const path of await keptFiles()) files[path] = `sha256-${createHash('sha256').update(await readFile(new URL(path, WWW))).digest('base64')}`
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16)
  return `// Made by scripts/build-offline.js.\nself.VERSION = ${JSON.stringify(version)};\nself.FILES = ${JSON.stringify(files, null, 1)};\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(new URL(LIST, WWW), await listing())
