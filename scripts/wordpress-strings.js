// Finds the words of the WordPress plugin that can be translated and writes them as a gettext template (.pot):
//
//   template(files, '1.2.3')
//
// It knows the functions that the plugin uses and reads calls of literal strings only; a call with anything else in
// that place is an error, because its words would be lost to translators unnoticed.

/** Which arguments of each function are words: the one, and the many. @type {Record<string, number>} */
const FUNCTIONS = { __: 1, esc_html__: 1, esc_attr__: 1, _n: 2 }
const DOMAIN = 'article-analyzer'

const STRING = String.raw`'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"`
const CALL = new RegExp(String.raw`(?<![\w$>])(${Object.keys(FUNCTIONS).join('|')})\(\s*(?:(${STRING})\s*,\s*(${STRING}))?`, 'g')
const NOTE = /\/\*\s*(translators: [^*]*?)\s*\*\/(?:(?!\/\*)[^;]){0,160}$/

/** What of block.json is shown to people. */
const BLOCK_WORDS = ['title', 'description', 'keywords']

/** @typedef {{ one: string, many?: string, places: string[], note?: string }} Entry */

/**
 * @param {Map<string, Uint8Array>} files The plugin's files by path.
 * @param {string} version
 */
export function template(files, version) {
  /** @type {Map<string, Entry>} */
  const entries = new Map()
  for (const path of [...files.keys()].sort()) {
    const source = Buffer.from(files.get(path) ?? []).toString('utf8')
    for (const entry of wordsOf(path, source)) {
      const known = entries.get(entry.one)
      if (!known) entries.set(entry.one, entry)
      else {
        known.places.push(...entry.places)
        known.note ??= entry.note
        known.many ??= entry.many
      }
    }
  }
  return [head(version), ...[...entries.values()].map(written)].join('\n\n') + '\n'
}

/** @param {string} path @param {string} source @returns {Entry[]} */
function wordsOf(path, source) {
  if (path === 'article-analyzer.php') return [...calls(path, source), ...headerWords(path, source)]
  if (/\.(php|js)$/.test(path)) return calls(path, source)
  return path === 'block/block.json' ? blockWords(path, source) : []
}

/** @param {string} path @param {string} source @returns {Entry[]} */
function calls(path, source) {
  return [...source.matchAll(CALL)].map(({ 0: call, 1: name, 2: first, 3: second, index }) => {
    const line = source.slice(0, index).split('\n').length
    if (first === undefined) throw new Error(`${path}:${line}: ${name}() wants its words written out`)
    const isPlural = FUNCTIONS[name ?? ''] === 2
    if (!isPlural && second !== undefined && unquoted(second) !== DOMAIN) throw new Error(`${path}:${line}: the text domain is ${DOMAIN}`)
    const entry = { one: unquoted(first), places: [`${path}:${line}`], note: NOTE.exec(source.slice(0, index))?.[1] }
    return isPlural && second !== undefined ? { ...entry, many: unquoted(second) } : entry
  })
}

/** @param {string} path @param {string} source @returns {Entry[]} */
function headerWords(path, source) {
  return [...source.matchAll(/^ \* (Plugin Name|Description):\s+(.*)$/gm)].map(([, field, one]) => ({ one: one ?? '', places: [path], note: `${field} of the plugin` }))
}

/** @param {string} path @param {string} source @returns {Entry[]} */
function blockWords(path, source) {
  const block = JSON.parse(source)
  return BLOCK_WORDS.flatMap((field) => [block[field]].flat().map((one) => ({ one, places: [path], note: `block ${field.replace(/s$/, '')}` })))
}

/** The string that a literal of PHP or JavaScript stands for, as far as the plugin writes such. @param {string} literal */
const unquoted = (literal) => literal.slice(1, -1).replace(/\\(['"\\])/g, '$1')

/** @param {Entry} entry */
function written({ one, many, places, note }) {
  const lines = note === undefined ? [] : [`#. ${note}`]
  lines.push(`#: ${places.join(' ')}`)
  if (/%(\d\$)?[sd]/.test(one)) lines.push('#, php-format')
  lines.push(`msgid ${quoted(one)}`)
  if (many === undefined) lines.push('msgstr ""')
  else lines.push(`msgid_plural ${quoted(many)}`, 'msgstr[0] ""', 'msgstr[1] ""')
  return lines.join('\n')
}

/** @param {string} words */
const quoted = (words) => `"${words.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`

/** No date in it: the same sources give the same file. @param {string} version */
const head = (version) => `# Words of the plugin Article Analyzer. Under the plugin's own licence, MIT OR Apache-2.0.
msgid ""
msgstr ""
"Project-Id-Version: Article Analyzer ${version}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Domain: ${DOMAIN}\\n"`
