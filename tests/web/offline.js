// The page without a network: kept whole or not at all, as good as with one, and quiet about new versions.

import assert from "node:assert/strict";

import { actions, ARTICLE, state } from "./actions.js";
import { site } from "./site.js";

/** @typedef {import("./run.js").Page} Page */
/** @typedef {import("./run.js").Context} Context */

/**
 * A site that keeps itself, and can be gone.
 * @param {Parameters<typeof site>[0]} [alter]
 */
const keeping = (alter) => site(alter, { keeps: true });

/** @param {Page} page */
const controlled = (page) => page.until(() => navigator.serviceWorker?.controller?.state === "activated");

/** All that is kept, by the addresses without their hashes. @param {Page} page */
const kept = (page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return { names, paths: requests.flat().map(({ url }) => new URL(url).pathname) };
  });

/** Opens the site and waits until all of it is kept. @param {Context} context @param {string} url */
async function first({ open }, url) {
  const page = await open(url);
  await controlled(page);
  return page;
}

/** What a later version changes. */
const TITLE = "<title>Article Analyzer</title>";

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "with the server gone a reload works: analysis, samples, map, limits and the libraries of exports",
    async run(context) {
      const server = await keeping();
      const page = await first(context, server.url);
      await server.close();
      await page.goto(server.url);
      await actions(page).analyse(ARTICLE, "2025-11-15");
      await state(page, "result");
      await page.click("#tab-place");
      await page.until(() => document.querySelector(".map-picture[viewBox]") !== null);
      await page.click("#fresh");
      await page.click("[data-sample=dam]");
      await state(page, "result");
      const libraries = await page.evaluate(async () => {
        const names = ["fflate", "readability"];
        return (await Promise.all(names.map((name) => fetch(`vendor/${name}.js`)))).map(({ ok }) => ok);
      });
      assert.deepEqual(libraries, [true, true]);
      await page.goto(`${server.url}limits.html`);
      assert.equal(await page.evaluate(() => document.querySelector("h1")?.textContent), "What it can and cannot do");
      await page.goto(`${server.url}?from=a-link`);
      await page.until(() => document.body.dataset.state === "empty");
      assert.deepEqual(page.errors, []);
    },
  },
  {
    name: "only the page's own files are kept, in one version, and nothing of a text",
    async run(context) {
      const server = await keeping();
      const page = await first(context, server.url);
      await actions(page).analyse(ARTICLE);
      await state(page, "result");
      await page.evaluate(() => fetch("README-not-kept.md").catch(() => {}));
      const { names, paths } = await kept(page);
      assert.equal(names.length, 1);
      const list = await (await fetch(new URL("offline-files.js", server.url))).text();
      const listed = [...list.matchAll(/^ "([^"]+)": "sha256-/gm)].map(([, path]) => `/${path}`).sort();
      assert.ok(listed.length > 40);
      assert.deepEqual(paths.sort(), listed);
      await server.close();
    },
  },
  {
    name: "a new version waits, is offered quietly beside an empty box, and comes whole by its button",
    async run(context) {
      let later = false;
      const changed = "<title>Article Analyzer, later</title>";
      const server = await keeping(async (path, answer) => {
        if (!later) return;
        if (path === "/" || path === "/index.html") return { ...answer, body: String(answer.body).replace(TITLE, changed) };
        if (path === "/offline-files.js") {
          const { createHash } = await import("node:crypto");
          const index = await (await fetch(new URL("index.html", server.url))).arrayBuffer();
          const hash = `sha256-${createHash("sha256").update(Buffer.from(index)).digest("base64")}`;
          return { ...answer, body: String(answer.body).replace(/VERSION = "/, '$&later-').replace(/"index.html": "[^"]+"/, `"index.html": "${hash}"`) };
        }
      });
      const page = await first(context, server.url);
      later = true;
      await page.goto(server.url);
      await page.until(() => document.querySelector("#newer button")?.checkVisibility());
      assert.equal(await page.evaluate(() => document.title), "Article Analyzer", "the old version until it is asked for");
      assert.equal((await kept(page)).names.length, 2);
      await actions(page).analyse(ARTICLE);
      await state(page, "result");
      assert.ok(!(await page.evaluate(() => document.querySelector("#newer button")?.checkVisibility())), "not beside a text, which a reload would lose");
      await page.click("#fresh");
      await Promise.all([page.driver.waitForNavigation(), page.click("#newer button")]);
      await page.until(() => document.title === "Article Analyzer, later" && document.readyState === "complete");
      await page.until(async () => (await caches.keys()).length === 1);
      await server.close();
    },
  },
  {
    name: "a version that does not fit together is not kept, and the page works",
    async run(context) {
      const server = await keeping((path, answer) => {
        if (path === "/samples/dam.txt") return { ...answer, body: "Another text than the one in the list." };
      });
      const page = await context.open(server.url);
      const end = await page.evaluate(async () => {
        const { installing } = await navigator.serviceWorker.register("service-worker.js");
        return new Promise((done) => {
          if (!installing) return done("nothing was installed");
          installing.addEventListener("statechange", () => done(installing.state));
        });
      });
      assert.equal(end, "redundant");
      await actions(page).analyse(ARTICLE);
      await state(page, "result");
      await server.close();
    },
  },
  {
    name: "a chip says that the network is gone, and nothing is disabled",
    async run(context) {
      const server = await keeping();
      const page = await first(context, server.url);
      const words = () => document.querySelector("#offline")?.textContent;
      assert.equal(await page.evaluate(words), "");
      await page.evaluate(() => {
        Object.defineProperty(navigator, "onLine", { configurable: true, get: () => false });
        dispatchEvent(new Event("offline"));
      });
      assert.equal(await page.evaluate(words), "Offline: everything works");
      assert.equal(await page.evaluate(() => document.querySelectorAll(":disabled").length), 0);
      await actions(page).analyse(ARTICLE);
      await state(page, "result");
      assert.ok(await page.evaluate(() => document.querySelector("#offline")?.checkVisibility()));
      await page.evaluate(() => {
        Object.defineProperty(navigator, "onLine", { configurable: true, get: () => true });
        dispatchEvent(new Event("online"));
      });
      assert.equal(await page.evaluate(words), "");
      await server.close();
    },
  },
  {
    name: "the browser itself goes offline: the chip is there, and a reload and an analysis work",
    only: "chromium",
    async run(context) {
      const server = await keeping();
      const page = await first(context, server.url);
      await page.driver.context().setOffline(true);
      await page.until(() => document.querySelector("#offline")?.textContent === "Offline: everything works");
      await page.goto(server.url);
      await actions(page).analyse(ARTICLE);
      await state(page, "result");
      await server.close();
    },
  },
  {
    name: "without service workers the page works and says nothing of it",
    only: "chromium",
    async run({ open, url }) {
      const page = await open("limits.html");
      await page.driver.addInitScript(() => {
        delete (/** @type {any} */ (Navigator.prototype).serviceWorker);
      });
      await page.goto(url);
      assert.equal(await page.evaluate(() => "serviceWorker" in navigator), false);
      await actions(page).analyse(ARTICLE);
      await state(page, "result");
      assert.deepEqual(page.errors, []);
    },
  },
  {
    name: "the element of another page keeps nothing",
    async run({ open }) {
      const page = await open("@tests/host.html");
      await page.until(() => Boolean(document.querySelector("article-analyzer")?.shadowRoot?.querySelector("button")));
      await page.evaluate(() => document.querySelector("article-analyzer")?.shadowRoot?.querySelector("button")?.click());
      await page.until(() => document.querySelector("article-analyzer")?.matches(":state(result)"));
      assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    },
  },
];
