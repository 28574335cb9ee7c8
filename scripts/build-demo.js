// Makes the results of the demonstration's last article: www/demo/results.json, for www/demo.html.
//
//   node scripts/build-demo.js      after scripts/build-wasm
//
// It does what the command line does with --format results, with the text taken from the page: lines for blocks,
// single spaces for runs of white space. It knows that page and is no reader of web pages in general. The file is
// checked in; a test in the browsers holds it to what the element itself finds in the page.

import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const WWW = new URL('../www/', import.meta.url)
const ARTICLE = 'harvest'
const PUBLISHED = '2026-05-27'

const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': '\u00a0', '&amp;': '&' }

/** The words of an article of the page, a line a block. @param {string} html @param {string} id */
export function articleText(html, id) {
  const [, inside = ''] = html.match(new RegExp(`<article[^>]* id="${id}">([\\s\\S]*?)</article>`)) ?? []
  return inside
    .split(/<\/(?:h\d|p)>/)
    .map((block) => block.replace(/<[^>]*>/g, '').replace(/[ \t\n]+/g, ' ').trim())
    .filter((block) => block !== '')
    .join('\n')
    .replace(/&\w+;/g, (entity) => ENTITIES[/** @type {keyof typeof ENTITIES} */ (entity)] ?? entity)
}

/** The file's content. */
export async function results() {
  const { analyze, initSync } = await import(new URL('pkg/article_analyzer.js', WWW).href)
  initSync({ module: await readFile(new URL('pkg/article_analyzer_bg.wasm', WWW)) })
  const text = articleText(await readFile(new URL('demo.html', WWW), 'utf8'), ARTICLE)
  const analysis = analyze(text, { published: PUBLISHED })
  return `${JSON.stringify({ schema: 1, text, analysis })}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(new URL('demo/results.json', WWW), await results())
