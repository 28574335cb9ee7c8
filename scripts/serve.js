// Serves a folder to this machine's own browser, for development and for the tests:
//
//   node scripts/serve.js [FOLDER] [--port PORT] [--check]    www, and the first free port from 8000
//   const server = await serve({ folder: 'www' }); server.url; await server.close()
//
// It sends what the page is promised to live with in production: right MIME types and the strictest
// Content-Security-Policy that it works under. Browsers ask again each time, nothing is written. It is not a
// server for the public: no compression, no ranges, no TLS.

import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"

// A worker lives under the policy of its own file, not of the page: sent like this, the core may be compiled
// there and nowhere else, and the worker can reach no other origin either.
const WORKER = '/engine/worker.js'
const WORKER_POLICY = CONTENT_SECURITY_POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")

const FIRST_PORT = 8000
const LAST_PORT = 8099

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
}

/**
 * The file that a request's path names, or null: outside the folder, hidden, malformed.
 * @param {string} folder @param {string} url
 */
function locate(folder, url) {
  let path
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0])
  } catch {
    return null
  }
  if (path.includes('\0') || path.split('/').some((part) => part.startsWith('.'))) return null
  const file = resolve(folder, `.${path.startsWith('/') ? path : `/${path}`}`)
  return file === folder || file.startsWith(folder + sep) ? file : null
}

/** @param {string} folder @param {Record<string, string>} headers */
function answer(folder, headers) {
  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  return async (request, response) => {
    /** @param {number} status @param {string} type @param {string | Buffer} body @param {object} [more] */
    const send = (status, type, body, more) => {
      const length = Buffer.byteLength(body)
      response.writeHead(status, { ...headers, 'Content-Type': type, 'Content-Length': length, ...more })
      response.end(request.method === 'HEAD' ? undefined : body)
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return send(405, 'text/plain', 'Only GET and HEAD.\n', { Allow: 'GET, HEAD' })
    }
    const url = request.url ?? '/'
    let file = locate(folder, url)
    try {
      if (file && (await stat(file)).isDirectory()) {
        const [path, query] = url.split(/(?=\?)/, 2)
        if (!path.endsWith('/')) return send(301, 'text/plain', '', { Location: `${path}/${query ?? ''}` })
        file = join(file, 'index.html')
      }
      if (!file) throw new Error('not a path of this folder')
      const body = await readFile(file)
      const policy = file.endsWith(WORKER) ? { 'Content-Security-Policy': WORKER_POLICY } : {}
      return send(200, TYPES[extname(file)] ?? 'application/octet-stream', body, policy)
    } catch {
      return send(404, 'text/plain', `Nothing at ${url}\n`)
    }
  }
}

/**
 * @param {{ folder: string, port?: number, headers?: Record<string, string> }} options
 *   port: 0 is any free one; not given, the first free from 8000. headers: instead of or beside the usual.
 */
export async function serve({ folder, port, headers = {} }) {
  const usual = {
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  }
  const server = createServer(answer(resolve(folder), { ...usual, ...headers }))
  /** @param {number} port @returns {Promise<void>} */
  const listen = (port) =>
    new Promise((done, failed) => {
      server.once('error', failed)
      server.listen(port, '127.0.0.1', () => {
        server.off('error', failed)
        done()
      })
    })
  for (let next = port ?? FIRST_PORT; ; next += 1) {
    try {
      await listen(next)
      break
    } catch (error) {
      const taken = /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE'
      if (port !== undefined || !taken || next >= LAST_PORT) throw error
    }
  }
  const address = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: `http://127.0.0.1:${address.port}/`,
    /** Ends at once, open connections included. @returns {Promise<void>} */
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/**
 * What a browser needs first: the page, and the core as application/wasm.
 * @param {string} url
 */
async function check(url) {
  for (const [path, type] of [['', 'text/html'], ['pkg/article_analyzer_bg.wasm', 'application/wasm']]) {
    const response = await fetch(new URL(path, url))
    const sent = response.headers.get('content-type') ?? 'nothing'
    await response.arrayBuffer()
    if (!response.ok || !sent.startsWith(type)) {
      throw new Error(`/${path} answers ${response.status} with ${sent} instead of ${type}`)
    }
  }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string' }, check: { type: 'boolean' } },
  })
  const port = values.port === undefined ? undefined : Number(values.port)
  const server = await serve({ folder: positionals[0] ?? 'www', port })
  console.log(`\nArticle Analyzer is served at ${server.url}`)
  if (!values.check) return
  try {
    await check(server.url)
  } finally {
    await server.close()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(`serve: ${error.message}`)
    process.exitCode = 1
  })
}
