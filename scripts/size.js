// Prints the size of the built core: as it is, with gzip, with brotli.
//
//   node scripts/size.js           prints
//   node scripts/size.js --check   and fails when the core with its data is over its budget
//
// It does not build: run scripts/build-wasm first.

import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const PACKAGE = new URL('../www/pkg/', import.meta.url)
// A reader on a slow line (1 Mbit/s) waits eight seconds for this much, once.
const BUDGET_BYTES = 1_000_000

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

let total = 0
for (const name of ['article_analyzer_bg.wasm', 'article_analyzer.js']) {
  const { raw, gzip, brotli } = compressed(readFileSync(new URL(name, PACKAGE)))
  total += brotli
  console.log(`${name.padEnd(26)} raw ${kilobytes(raw)}   gzip ${kilobytes(gzip)}   brotli ${kilobytes(brotli)}`)
}
if (process.argv.includes('--check')) {
  const verdict = total <= BUDGET_BYTES ? 'within' : 'OVER'
  console.log(`${total} bytes with brotli: ${verdict} the budget of ${BUDGET_BYTES}`)
  if (total > BUDGET_BYTES) process.exitCode = 1
}
