// The guide and the demonstration, held to the sources: what they name exists, and what exists they name.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";

import { CONTENT_SECURITY_POLICY } from "../../scripts/serve.js";
import { HEADER_LINE } from "../../www/engine/blocked.js";
import { LOOKS } from "../../www/highlight/kinds.js";
import { KINDS } from "../../www/element/view.js";
import { BORROWED, STRICT, TYPED } from "./host-policies.js";

const ROOT = new URL("../../", import.meta.url);

/** @param {string} path */
const read = (path) => readFile(new URL(path, ROOT), "utf8");

/** @param {string} html */
const plain = (html) =>
  html.replace(/<[^>]+>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** The rows of a table of the guide: what stands first, and all of it. @param {string} guide @param {string} id */
function rows(guide, id) {
  const body = guide.match(new RegExp(`<tbody id="${id}">([^]*?)</tbody>`))?.[1] ?? "";
  return [...body.matchAll(/<tr><th scope="row">(.*?)<\/th>(.*)<\/tr>/g)].map(([, head = "", rest = ""]) => ({ head: plain(head), words: plain(rest) }));
}

/** @param {string} guide @param {string} id */
const heads = (guide, id) => rows(guide, id).map(({ head }) => head).sort();

/** Everything of the element's sources in one. */
async function sources() {
  const names = (await readdir(new URL("www/element/", ROOT))).filter((name) => name.endsWith(".js"));
  return (await Promise.all(names.map((name) => read(`www/element/${name}`)))).join("\n");
}

/** @param {string} text @param {RegExp} pattern */
const all = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, found = ""]) => found))].sort();

/** The strings of a list or a union. @param {string | undefined} text */
const strings = (text) => all(text ?? "", /"([^"]+)"/g);

/** @param {string} page */
const snippets = (page) => [...page.matchAll(/<pre[^>]*><code[^>]*>([^]*?)<\/code><\/pre>/g)].map(([, code = ""]) => plain(code));

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "the guide names every attribute that the element reads, and no other",
    async run() {
      const source = await sources();
      const read = [...all(source, /\belement\.getAttribute\("([a-z-]+)"\)/g), ...all(source, /choice\(element, "([a-z-]+)"/g)];
      const observed = strings(source.match(/observedAttributes = \[([^\]]*)\]/)?.[1]);
      const own = [...new Set([...read, ...observed, "dir"])].sort(); // `dir` is the platform's
      assert.deepEqual(heads(await guide(), "attributes"), own);
    },
  },
  {
    name: "the guide names every value of mode, activate and marks, and every kind and format",
    async run() {
      const settings = await read("www/element/settings.js");
      const table = rows(await guide(), "attributes");
      const words = (/** @type {string} */ head) => table.find((row) => row.head === head)?.words ?? "";
      for (const [name, list] of [["mode", "MODES"], ["activate", "ACTIVATIONS"], ["marks", "MARKS"]]) {
        const values = strings(settings.match(new RegExp(`const ${list} = .*?\\[(.*?)\\]`))?.[1]);
        assert.ok(values.length >= 3, list);
        for (const value of values) assert.ok(words(`${name}`).includes(value), `${name}: ${value}`);
      }
      assert.deepEqual(heads(await guide(), "modes-list"), strings(settings.match(/const MODES = .*?\[(.*?)\]/)?.[1]));
      for (const kind of KINDS) assert.ok(words("types").includes(kind), kind);
      const formats = strings((await read("www/analysis.d.ts")).match(/export type Format =([^;]*);/)?.[1]);
      const told = rows(await guide(), "properties").find(({ head }) => head.startsWith("export"))?.words ?? "";
      for (const format of [...formats, "results"]) assert.ok(new RegExp(`\\b${format}\\b`).test(told), format);
    },
  },
  {
    name: "the guide names every event, error code, part, slot and state, and no other",
    async run() {
      const [source, page] = [await sources(), await guide()];
      assert.deepEqual(heads(page, "events"), all(source, /#tell\("([a-z]+)"/g).map((name) => `article-analyzer-${name}`));
      assert.deepEqual(heads(page, "codes"), strings(source.match(/@typedef \{([^}]*)\} Code/)?.[1]));
      assert.deepEqual(heads(page, "parts"), all(source, /part\.add\("([a-z]+)"\)/g));
      assert.deepEqual(heads(page, "slots"), [...all(source, /\bslot\("([a-z]+)"/g), "none"].sort());
      assert.deepEqual(heads(page, "states"), strings(source.match(/@param \{([^}]*)\} state/)?.[1]));
    },
  },
  {
    name: "the guide names every property and method of the element, and no other",
    async run() {
      const source = await read("www/element/article-analyzer.js");
      const body = source.slice(source.indexOf("class ArticleAnalyzerElement"), source.indexOf("\n}\n"));
      const members = all(body, /^ {2}(?:async )?(?:get |set )?([a-z]\w*)(?:\(| = )/gm).filter((name) => !/^constructor$|Callback$/.test(name));
      assert.deepEqual(heads(await guide(), "properties").map((head) => head.replace(/\(.*/, "")), members);
    },
  },
  {
    name: "the guide names every custom property, and no other",
    async run() {
      const used = all(await sources(), /var\(--article-analyzer-([a-z]+)[,)]/g);
      const names = [...new Set([...used, ...Object.keys(LOOKS), "current", "*-tint"])].map((name) => `--article-analyzer-${name}`).sort();
      assert.deepEqual(heads(await guide(), "custom-properties"), names);
    },
  },
  {
    name: "the guide's header lines are those that the tests have tried and the element tells",
    async run() {
      const lines = snippets(await guide());
      const name = "Content-Security-Policy: ";
      for (const line of [HEADER_LINE, name + STRICT, name + TYPED, name + BORROWED("https://cdn.example")]) assert.ok(lines.includes(line), line);
      const policy = HEADER_LINE.slice(name.length);
      for (const server of ["add_header Content-Security-Policy", "Header always set Content-Security-Policy"]) {
        assert.ok(lines.some((snippet) => snippet.includes(`${server} "${policy}"`)), server);
      }
    },
  },
  {
    name: "guide and demonstration live under the promised policy, and have nothing inline",
    async run() {
      for (const name of ["demo", "embedding"]) {
        const page = await read(`www/${name}.html`);
        assert.equal(page.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)?.[1], CONTENT_SECURITY_POLICY, name);
        assert.ok(!/\sstyle=|<style|<script(?![^>]*\ssrc=)|\son\w+=/.test(page), `${name} has something inline`);
        for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) assert.ok(page.includes(`id="${id}"`), `${name}: #${id}`);
      }
    },
  },
  {
    name: "what the demonstration shows to be copied is what makes it",
    async run() {
      const page = await read("www/demo.html");
      const shown = snippets(page);
      const elements = [...page.matchAll(/<article-analyzer[^]*?<\/article-analyzer>/g)].map(([element]) => element.replace(/\s*\n\s*/g, ""));
      assert.equal(elements.length, 5);
      for (const element of elements) assert.ok(shown.some((code) => code.replace(/\s*\n\s*/g, "").includes(element)), element);
      const script = (await read("www/demo/speakers.js")).replace(/^(?:\/\/.*\n)+\n/, "").trimEnd();
      assert.ok(shown.includes(script), "speakers.js");
      for (const [, word] of script.matchAll(/querySelector\("([^"]+)"\)/g)) assert.ok(shown.some((code) => code.includes(`id="${word?.slice(1)}"`)), word);
    },
  },
];

const guide = () => read("www/embedding.html");
