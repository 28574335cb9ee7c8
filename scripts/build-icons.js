// Draws www/icon.svg as the images that installed pages need, by Chromium: www/icons/*.png, which are committed.
//
//   node scripts/build-icons.js        when the icon has changed
//
// The maskable one fills its square, with the drawing in the middle four fifths: systems cut it to their own shape;
// so does the one for Apple's.

import { mkdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { chromium } from 'playwright-core'

import { CHROMIUM, CHROMIUM_ARGUMENTS } from '../tests/web/browsers.js'

const WWW = new URL('../www/', import.meta.url)
const GROUND = '#1c1b19'

/** @type {{ name: string, size: number, full: boolean }[]} */
const ICONS = [
  { name: '192', size: 192, full: false },
  { name: '512', size: 512, full: false },
  { name: 'maskable', size: 512, full: true },
  { name: 'apple-touch', size: 180, full: true },
]

const drawing = await readFile(new URL('icon.svg', WWW), 'utf8')
await mkdir(new URL('icons/', WWW), { recursive: true })
const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGUMENTS })
for (const { name, size, full } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const inner = full ? size * 0.8 : size
  await page.setContent(
    `<style>html{background:${full ? GROUND : 'transparent'}}body{margin:${(size - inner) / 2}px}svg{display:block;width:${inner}px}</style>${drawing}`,
  )
  await page.screenshot({ path: fileURLToPath(new URL(`icons/${name}.png`, WWW)), omitBackground: true })
  await page.close()
}
await browser.close()
