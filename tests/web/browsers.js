// Chromium (Playwright) and Firefox (Puppeteer over WebDriver BiDi) behind one small face, so that
// every test is written once. It offers what the tests need and no more.

import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";

export const CHROMIUM = process.env.CHROMIUM || "/usr/bin/chromium";
const FIREFOX = process.env.FIREFOX || "/usr/bin/firefox-esr";

// Quiet: no request of the browser's own, which a test of our requests would have to tell apart.
const QUIET = [
  "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

export const CHROMIUM_ARGUMENTS = process.getuid?.() === 0 ? [...QUIET, "--no-sandbox"] : QUIET;

/** How long a page may take to come to what a test waits for. */
const PATIENCE = 15_000;

const POLL = 30;

/**
 * @typedef {{ width?: number, height?: number, scheme?: "light" | "dark", forcedColors?: boolean, reducedMotion?: boolean, script?: boolean }} Look
 * All but the size in Chromium only.
 */

/** A page of either browser. */
class Page {
  /** Addresses of all requests, workers' own included. @type {string[]} */
  requests = [];
  /** Uncaught errors and console errors. @type {string[]} */
  errors = [];

  /** @param {any} driver @param {() => Promise<void>} close */
  constructor(driver, close) {
    this.driver = driver;
    this.close = close;
    driver.on("request", (/** @type {any} */ request) => this.requests.push(request.url()));
    driver.on("pageerror", (/** @type {Error} */ error) => this.errors.push(error.message));
    driver.on("console", (/** @type {any} */ message) => {
      if (message.type() === "error") this.errors.push(message.text());
    });
  }

  /** @param {string} url */
  async goto(url) {
    await this.driver.goto(url);
  }

  /** @param {(argument: any) => any} fn @param {any} [argument] @returns {Promise<any>} */
  evaluate(fn, argument) {
    return this.driver.evaluate(fn, argument);
  }

  /** Asks until the answer is true-ish, and gives it. @param {(argument: any) => any} fn @param {any} [argument] @returns {Promise<any>} */
  async until(fn, argument) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const answer = await this.evaluate(fn, argument);
      if (answer) return answer;
      if (Date.now() > end) throw new Error(`waited ${PATIENCE} ms in vain for ${fn}${argument === undefined ? "" : ` of ${JSON.stringify(argument)}`}`);
      await new Promise((done) => setTimeout(done, POLL));
    }
  }

  /** @param {string} selector */
  async click(selector) {
    await this.driver.click(selector);
  }

  /** @param {string} key As "Enter", "ArrowRight", "Control+v". */
  async press(key) {
    const keys = key.split("+");
    for (const held of keys.slice(0, -1)) await this.driver.keyboard.down(held);
    await this.driver.keyboard.press(keys.at(-1));
    for (const held of keys.slice(0, -1).reverse()) await this.driver.keyboard.up(held);
  }

  /** By real keys: the text is copied from a field put in for this, and pasted. @param {string} selector @param {string} text */
  async paste(selector, text) {
    await this.evaluate((words) => {
      const source = Object.assign(document.createElement("textarea"), { id: "paste-source", value: words });
      document.body.append(source);
      source.select();
    }, text);
    await this.press("Control+c");
    await this.evaluate((target) => {
      document.querySelector("#paste-source")?.remove();
      document.querySelector(target).focus();
    }, selector);
    await this.press("Control+v");
  }

  /** @param {string} path */
  async screenshot(path) {
    await this.driver.screenshot({ path });
  }
}

/** @returns {Promise<{ name: string, open: (look?: Look) => Promise<Page>, close: () => Promise<void> }>} */
async function launchChromium() {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGUMENTS });
  return {
    name: "chromium",
    async open({ width = 1280, height = 900, scheme = "light", forcedColors = false, reducedMotion = false, script = true } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: scheme,
        forcedColors: forcedColors ? "active" : "none",
        reducedMotion: reducedMotion ? "reduce" : "no-preference",
        javaScriptEnabled: script,
      });
      const driver = await context.newPage();
      return new Page(driver, () => context.close());
    },
    close: () => browser.close(),
  };
}

/**
 * The driver sets the size of the page and, after it, the orientation of the screen, which Firefox ESR 140 cannot
 * do; no test needs it.
 * @param {unknown} error
 */
function allowFixedOrientation(error) {
  if (!String(error).includes("unknown command emulation.setScreenOrientationOverride")) throw error;
}

/** @returns {ReturnType<typeof launchChromium>} */
async function launchFirefox() {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: FIREFOX, headless: true });
  return {
    name: "firefox",
    async open({ width = 1280, height = 900 } = {}) {
      const context = await browser.createBrowserContext();
      const driver = await context.newPage();
      await driver.setViewport({ width, height }).catch(allowFixedOrientation);
      return new Page(driver, () => context.close());
    },
    close: () => browser.close(),
  };
}

export const LAUNCH = { chromium: launchChromium, firefox: launchFirefox };
