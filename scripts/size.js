// Prints the size of the built core, and of the page's shell: as it is, with gzip, with brotli.
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

const PACKAGE = new URL('../www/pkg/', import.meta.url)
// A reader on a slow line (1 Mbit/s) waits eight seconds for this much, once.
const BUDGET_BYTES = 1_000_000

const WWW = new URL('../www/', import.meta.url)
const SHELL_BUDGET_BYTES = 45_000
// What it was when this was last looked at; a twentieth more is a change that somebody has to mean.
const SHELL_RECORDED_BYTES = 42_891
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

let total = 0
for (const name of ['article_analyzer_bg.wasm', 'article_analyzer.js']) {
  const { raw, gzip, brotli } = compressed(readFileSync(new URL(name, PACKAGE)))
  total += brotli
  console.log(`${name.padEnd(26)} raw ${kilobytes(raw)}   gzip ${kilobytes(gzip)}   brotli ${kilobytes(brotli)}`)
}
const shell = shellSize()
console.log(`${'shell of the page'.padEnd(26)} raw ${kilobytes(shell.raw)}   gzip ${kilobytes(shell.gzip)}   brotli ${kilobytes(shell.brotli)}`)
if (process.argv.includes('--check')) {
  const verdict = total <= BUDGET_BYTES ? 'within' : 'OVER'
  console.log(`${total} bytes with brotli: ${verdict} the budget of ${BUDGET_BYTES}`)
  if (total > BUDGET_BYTES) process.exitCode = 1
  const most = Math.min(SHELL_BUDGET_BYTES, SHELL_RECORDED_BYTES * SHELL_GROWTH)
  console.log(`${shell.brotli} bytes of shell with brotli: ${shell.brotli <= most ? 'within' : 'OVER'} ${Math.floor(most)} (${SHELL_RECORDED_BYTES} recorded)`)
  if (shell.brotli > most) process.exitCode = 1
}
