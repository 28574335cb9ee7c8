// Exports of the page: each format saved or copied, all of them in one ZIP, by mouse and by keyboard.

import assert from "node:assert/strict";

import { unzipSync } from "../../www/vendor/fflate.js";
import { FILES, fileName, stem } from "../../www/page/export-formats.js";
import { actions, ARTICLE, state } from "./actions.js";

const STEM = "Lisbon-port-strike-enters-second-week";

/** The page with the article read; what is saved is kept in `window.saved` instead. @param {import("./run.js").Context} context @param {import("./browsers.js").Look} [look] */
async function read({ open }, look) {
  const page = await open("", look);
  await page.evaluate(() => {
    /** @type {Map<string, Blob | MediaSource>} */
    const blobs = new Map();
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      const url = create(blob);
      blobs.set(url, blob);
      return url;
    };
    const saved = /** @type {any} */ (window).saved = /** @type {{ name: string, blob: any }[]} */ ([]);
    HTMLAnchorElement.prototype.click = function () {
      saved.push({ name: this.download, blob: blobs.get(this.href) });
    };
  });
  await actions(page).analyse(ARTICLE, "2025-11-15");
  await state(page, "result");
  return page;
}

/** @param {import("./run.js").Page} page @param {string} words */
const says = (page, words) => page.until((words) => document.querySelector(".export-status")?.textContent?.startsWith(words), words);

/** The name and the bytes of what was saved last. @param {import("./run.js").Page} page @returns {Promise<{ name: string, bytes: Uint8Array, text: string }>} */
async function saved(page) {
  const { name, bytes } = await page.evaluate(async () => {
    const { name, blob } = /** @type {any} */ (window).saved.at(-1);
    return { name, bytes: [...new Uint8Array(await blob.arrayBuffer())] };
  });
  const buffer = Uint8Array.from(bytes);
  return { name, bytes: buffer, text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(buffer) };
}

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "Export saves each format under the name of the article",
    async run(context) {
      const page = await read(context);
      await page.click("#export");
      for (const [choice, name, words] of /** @type {const} */ ([
        ["html", `${STEM}.html`, ">1,200</mark>"],
        ["markdown", `${STEM}.md`, "**1,200**"],
        ["csv", `${STEM}-figures.csv`, "\uFEFFstart,end,words,"],
        ["json", `${STEM}.json`, '"offsets":"utf16"'],
        ["geojson", `${STEM}.geojson`, '"FeatureCollection"'],
        ["jsonld", `${STEM}-schema.jsonld`, '"NewsArticle"'],
        ["webannotation", `${STEM}-annotations.jsonld`, '"TextQuoteSelector"'],
      ])) {
        await page.click(`[data-does=download][data-choice=${choice}]`);
        await says(page, `Saved as ${name}.`);
        const file = await saved(page);
        assert.equal(file.name, name);
        assert.ok(file.text.includes(words), `${choice}: ${file.text.slice(0, 300)}`);
      }
      const { text } = await page.evaluate(async () => {
        const select = /** @type {HTMLSelectElement} */ (document.querySelector(".export-dialog select"));
        select.value = "csv-dates";
        return { text: select.value };
      });
      assert.equal(text, "csv-dates");
      await page.click("[data-does=download][data-choice=csv]");
      await says(page, `Saved as ${STEM}-dates.csv.`);
      assert.match((await saved(page)).text, /November 3, 2025/);
      assert.deepEqual(page.errors, []);
    },
  },
  {
    name: "Everything as ZIP opens and holds every file, each as it is saved alone",
    async run(context) {
      const page = await read(context);
      await page.click("#export");
      await page.click("[data-does=download][data-choice=json]");
      await says(page, "Saved");
      const alone = await saved(page);
      await page.click("[data-does=zip]");
      await says(page, `Saved as ${STEM}.zip: ${FILES.length} files.`);
      const { name, bytes } = await saved(page);
      assert.equal(name, `${STEM}.zip`);
      const files = unzipSync(bytes);
      assert.deepEqual(Object.keys(files).sort(), FILES.map((file) => fileName(ARTICLE, file)).sort());
      assert.deepEqual(Buffer.from(/** @type {Uint8Array} */ (files[`${STEM}.json`])), Buffer.from(alone.bytes));
      for (const content of Object.values(files)) assert.ok(content.length > 0);
      assert.deepEqual(page.errors, []);
    },
  },
  {
    name: "Copy puts a format on the clipboard",
    async run(context) {
      const page = await read(context);
      await page.click("#export");
      await page.click("[data-does=copy][data-choice=markdown]");
      await page.until(() => /^(Copied|That did)/.test(document.querySelector(".export-status")?.textContent ?? ""));
      assert.equal(await page.evaluate(() => document.querySelector(".export-status")?.textContent), "Copied: Markdown.");
      await page.press("Escape");
      await page.evaluate(() => {
        const field = Object.assign(document.createElement("textarea"), { id: "pasted" });
        document.body.append(field);
        field.focus();
      });
      await page.press("Control+v");
      const pasted = await page.until(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#pasted")).value);
      assert.ok(pasted.includes("## Figures") && pasted.includes("**1,200**"), pasted);
    },
  },
  {
    name: "an export is of the analysis it is given, and one of another text is refused in words",
    async run({ open }) {
      const page = await open("@tests/engine.html");
      await page.until(() => /** @type {any} */ (window).ready);
      const [before, after, refusal, again] = await page.evaluate(async (article) => {
        const { analyze, exportAs } = /** @type {any} */ (window).client;
        const analysis = await analyze(article);
        const before = await exportAs(article, analysis, "csv-entities");
        analysis.entities[0].name = "Renamed by Hand";
        const after = await exportAs(article, analysis, "csv-entities");
        const refusal = await exportAs("short", analysis, "html").catch((/** @type {any} */ error) => `${error.code}: ${error.message}`);
        return [before, after, refusal, (await analyze(article)).schema];
      }, ARTICLE);
      assert.ok(!before.includes("Renamed by Hand") && after.includes("Renamed by Hand"));
      assert.match(refusal, /^rejected: names\[\d+\]: no character of the text/);
      assert.equal(again, 1);
    },
  },
  {
    name: "the dialog is worked by keyboard alone, and Escape leads back to its button",
    async run(context) {
      const page = await read(context);
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#export")).focus());
      await page.press("Enter");
      const focused = () => page.evaluate(() => document.activeElement?.ariaLabel || document.activeElement?.textContent);
      assert.equal(await focused(), "Close");
      await page.press("Tab");
      assert.equal(await focused(), "Everything as ZIP");
      await page.press("Tab");
      assert.equal(await focused(), "Download Web page");
      await page.press("Enter");
      await says(page, `Saved as ${STEM}.html.`);
      assert.equal(await focused(), "Download Web page");
      await page.press("Escape");
      await page.until(() => document.querySelector("#exports[open]") === null);
      assert.equal(await page.evaluate(() => document.activeElement?.id), "export");
    },
  },
  {
    name: "the dialog fits a screen of 320 px, with targets of 24 px and more",
    async run(context) {
      const page = await read(context, { width: 320, height: 640 });
      await page.click("#export");
      const { overflow, small } = await page.evaluate(() => {
        const dialog = /** @type {HTMLElement} */ (document.querySelector("#exports"));
        const targets = [...dialog.querySelectorAll("button, select")].map((target) => target.getBoundingClientRect());
        return {
          overflow: Math.max(dialog.scrollWidth - dialog.clientWidth, document.documentElement.scrollWidth - innerWidth),
          small: targets.filter(({ width, height, left, right }) => width < 24 || height < 24 || left < 0 || right > innerWidth).length,
        };
      });
      assert.deepEqual([overflow, small], [0, 0]);
    },
  },
  {
    name: "a file's name is the first line, of letters and digits alone",
    run() {
      for (const [text, name] of [
        ["Lisbon port strike enters second week\nTalks", STEM],
        ["\n\n  ../../etc/passwd \\ : * ? \" < > |", "etc-passwd"],
        ["Élodie’s €3.5 million – 中文", "Élodie-s-3-5-million-中文"],
        ["CON", "article-CON"],
        ["…", "article"],
        ["", "article"],
        ["\u202Egnp.exe", "gnp-exe"],
        ["x".repeat(300), "x".repeat(60)],
        ["word ".repeat(40), Array(12).fill("word").join("-")],
      ]) assert.equal(stem(/** @type {string} */ (text)), name);
    },
  },
];
