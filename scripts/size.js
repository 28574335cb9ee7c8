// Prints the sizes of the built core, of its exports, of the page's shell and of the embed's entry: as they are, with gzip, with brotli.
//
//   node scripts/size.js           prints
//   node scripts/size.js --check   and fails when one is over its budget, or the shell has grown unnoticed
//
// The shell is what an empty page needs to be seen and used: index.html, the style sheets that its first paint waits
// for, and what its scripts import at once, the worker without the core included. Results come later.
//
// It does not build: run scripts/build-wasm first.

import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

import { embedFiles, ENTRY_NAME } from './build-embed.js'

const PACKAGE = new URL('../www/pkg/', import.meta.url)
// A reader on a slow line (1 Mbit/s) waits eight seconds for this much, once.
const BUDGET_BYTES = 1_000_000
// Fetched by those who export, when they do.
const EXPORT_BUDGET_BYTES = 60_000

// What the script tag of a publisher adds to every visit, before a reader asks for anything.
const EMBED_BUDGET_BYTES = 15_000

const WWW = new URL('../www/', import.meta.url)
const SHELL_BUDGET_BYTES = 45_000
// What it was when this was last looked at; a twentieth more is a change that somebody has to mean.
const SHELL_RECORDED_BYTES = 42_900
const SHELL_GROWTH = 1.05

/** @param {Buffer} bytes */
function compressed(bytes) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes, { params }).length }
}

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(11)

/** The files of the shell, from index.html on. @returns {string[]} */
function shellFiles() {
  const page = readFileSync(new URL('index.html', WWW), 'utf8')
  const first = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)">|<script type="module" src="([^"]+)"/g)].map(([, style, script]) => style ?? script)
  const found = new Set(['index.html'])
  /** @param {string} path */
  const add = (path) => {
    if (found.has(path)) return
    found.add(path)
    if (!path.endsWith('.js')) return
    const source = readFileSync(new URL(path, WWW), 'utf8')
    for (const [, target] of source.matchAll(/^(?:import|export)\b[^;"]*?"(\.[^"]+)";/gm)) add(new URL(target, new URL(path, 'file:///')).pathname.slice(1))
  }
  for (const path of [...first, 'engine/worker.js']) add(path)
  return [...found]
}

/** What travels to a reader: each file on its own. */
function shellSize() {
  const sizes = shellFiles().map((path) => compressed(readFileSync(new URL(path, WWW))))
  return sizes.reduce((sum, { raw, gzip, brotli }) => ({ raw: sum.raw + raw, gzip: sum.gzip + gzip, brotli: sum.brotli + brotli }), { raw: 0, gzip: 0, brotli: 0 })
}

let failed = false
/** @param {string} label @param {number} total @param {number} most @param {string} [note] */
function judge(label, total, most, note = '') {
  if (!process.argv.includes('--check')) return
  console.log(`${label}: ${total} bytes with brotli, ${total <= most ? 'within' : 'OVER'} ${Math.floor(most)}${note}`)
  failed ||= total > most
}

/** @param {string} name @param {{ raw: number, gzip: number, brotli: number }} sizes */
function print(name, { raw, gzip, brotli }) {
  console.log(`${name.padEnd(34)} raw ${kilobytes(raw)}   gzip ${kilobytes(gzip)}   brotli ${kilobytes(brotli)}`)
}

/** @param {string} stem @param {number} budget @param {string} label */
function report(stem, budget, label) {
  let total = 0
  for (const name of [`${stem}_bg.wasm`, `${stem}.js`]) {
    const sizes = compressed(readFileSync(new URL(name, PACKAGE)))
    total += sizes.brotli
    print(name, sizes)
  }
  judge(label, total, budget)
}

report('article_analyzer', BUDGET_BYTES, 'core')
report('article_analyzer_export', EXPORT_BUDGET_BYTES, 'exports')
const shell = shellSize()
print('shell of the page', shell)
judge('shell', shell.brotli, Math.min(SHELL_BUDGET_BYTES, SHELL_RECORDED_BYTES * SHELL_GROWTH), ` (${SHELL_RECORDED_BYTES} recorded)`)
const entry = compressed(/** @type {Buffer} */ ((await embedFiles()).get(ENTRY_NAME)))
print('entry of the embed', entry)
judge('embed entry', entry.brotli, EMBED_BUDGET_BYTES)
if (failed) process.exitCode = 1
