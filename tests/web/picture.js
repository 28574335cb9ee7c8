// Takes a picture of the page with a sample analysed and one figure chosen: node tests/web/picture.js FILE

import { chromium } from "playwright-core";

import { CHROMIUM, CHROMIUM_ARGUMENTS } from "./browsers.js";
import { site } from "./site.js";

const file = process.argv[2];
if (!file) throw new Error("name the file for the picture");

const { url, close } = await site();
const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGUMENTS });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5, colorScheme: "light" });
await page.goto(url);
await page.click("[data-sample=ceasefire]");
await page.waitForSelector("body[data-state=result]");
await page.click("#article mark[data-kind=figure] >> nth=1");
await page.mouse.move(0, 0);
await page.evaluate(() => scrollTo(0, 0));
await page.waitForSelector("#card:popover-open");
await page.screenshot({ path: file });
await browser.close();
await close();
console.log(`wrote ${file}`);
process.exit(0); // the server's last connections would keep this waiting
