// Prints the sizes of the built core and of its exports: as they are, with gzip, with brotli.
//
//   node scripts/size.js           prints
//   node scripts/size.js --check   and fails when one is over its budget
//
// It does not build: run scripts/build-wasm first.

import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const PACKAGE = new URL('../www/pkg/', import.meta.url)
// A reader on a slow line (1 Mbit/s) waits eight seconds for this much, once.
const BUDGET_BYTES = 1_000_000
// Fetched by those who export, when they do.
const EXPORT_BUDGET_BYTES = 60_000

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

let failed = false
/** @param {string} stem @param {number} budget @param {string} label */
function report(stem, budget, label) {
  let total = 0
  for (const name of [`${stem}_bg.wasm`, `${stem}.js`]) {
    const { raw, gzip, brotli } = compressed(readFileSync(new URL(name, PACKAGE)))
    total += brotli
    console.log(`${name.padEnd(34)} raw ${kilobytes(raw)}   gzip ${kilobytes(gzip)}   brotli ${kilobytes(brotli)}`)
  }
  if (!process.argv.includes('--check')) return
  const verdict = total <= budget ? 'within' : 'OVER'
  console.log(`${label}: ${total} bytes with brotli, ${verdict} the budget of ${budget}`)
  failed ||= total > budget
}
report('article_analyzer', BUDGET_BYTES, 'core')
report('article_analyzer_export', EXPORT_BUDGET_BYTES, 'exports')
if (failed) process.exitCode = 1
