// The ZIP as it is handed out, and the parts of the plugin that can be asked without a browser.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

import { unzipSync } from "fflate";

import { version } from "../../scripts/bundle.js";
import { fillIn, pack } from "../../scripts/build-wordpress.js";
import { template } from "../../scripts/wordpress-strings.js";
import { fingerprint, prune } from "../../www/wordpress/article-analyzer/editor/findings.js";
import { ARTICLE } from "./posts.js";

/** @import { Test } from "./run.js" */

/** @param {Record<string, Uint8Array>} files @param {string} path */
const read = (files, path) => Buffer.from(files[`article-analyzer/${path}`] ?? assert.fail(`${path} is missing`)).toString("utf8");

/** @type {Test[]} */
export default [
  {
    name: "packed twice it is the same to the byte, and its version is Cargo.toml's everywhere",
    async run({ zip, wordpress }) {
      assert.ok(Buffer.from(zip).equals(Buffer.from(await pack())));
      const files = unzipSync(zip);
      const number = await version();
      assert.ok(Object.keys(files).every((path) => path.startsWith("article-analyzer/")));
      assert.ok(read(files, "readme.txt").includes(`\nStable tag: ${number}\n`));
      assert.equal(JSON.parse(read(files, "block/block.json")).version, number);
      assert.equal(wordpress.run("return get_plugin_data(WP_PLUGIN_DIR . '/article-analyzer/article-analyzer.php')['Version'];"), number);
      assert.ok(files[`article-analyzer/assets/${number}/article-analyzer.js`]);
      for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) assert.ok(read(files, licence).length > 500);
    },
  },
  {
    name: "a version that cannot be filled in stops the packing",
    run() {
      const files = () => new Map(Object.entries({ "article-analyzer.php": "{{version}} {{version}}", "readme.txt": "{{version}}", "block/block.json": "{{version}}" }).map(([path, text]) => [path, Buffer.from(text)]));
      fillIn(files(), "1.2.3");
      assert.throws(() => fillIn(files().set("readme.txt", Buffer.from("1.0")), "1.2.3"), /readme\.txt has .* 0 times/);
      assert.throws(() => fillIn(files().set("includes/x.php", Buffer.from("{{version}}")), "1.2.3"), /x\.php has/);
      assert.throws(() => fillIn(new Map(), "1.2.3"), /missing/);
    },
  },
  {
    name: "the template for translations has the words of PHP, scripts, block and header, and WordPress reads it",
    run({ zip, wordpress }) {
      const pot = read(unzipSync(zip), "languages/article-analyzer.pot");
      for (const words of ["Nowhere: only where it was put", "Choose none", "As in the plugin's settings", "Article Analyzer", "%1$s: %2$s"]) assert.ok(pot.includes(`msgid "${words}"`), words);
      assert.match(pot, /msgid "%d accepted\."\nmsgid_plural "%d accepted\."/);
      const count = wordpress.run("require_once ABSPATH . WPINC . '/pomo/po.php'; $po = new PO(); $po->import_from_file(WP_PLUGIN_DIR . '/article-analyzer/languages/article-analyzer.pot'); return count($po->entries);");
      assert.equal(count, (pot.match(/^msgid "(?=.)(?!"$)/gm) ?? []).length);
      const file = (/** @type {string} */ text) => new Map([["x.js", Buffer.from(text)]]);
      assert.throws(() => template(file("__(words, 'article-analyzer')"), "1.0.0"), /x\.js:1: .* written out/);
      assert.throws(() => template(file("\n__('a', 'other')"), "1.0.0"), /x\.js:2: the text domain/);
    },
  },
  {
    name: "every PHP file is sound and closed to the outside",
    async run({ zip, wordpress }) {
      for (const path of Object.keys(unzipSync(zip)).filter((one) => one.endsWith(".php"))) {
        const { status, stdout } = spawnSync("php", ["-l", wordpress.file(`wp-content/plugins/${path}`)], { encoding: "utf8" });
        assert.equal(status, 0, stdout);
        const answer = await fetch(`${wordpress.url}/wp-content/plugins/${path}`);
        assert.equal(await answer.text(), "", path);
      }
    },
  },
  {
    name: "the editor's script and PHP see the same words in a content",
    run({ wordpress }) {
      const contents = ["", "Olá", ARTICLE, "<!-- wp:x {\"a\":\"-->\"} -->\n<p class=\"a>b\">1 &lt; 2</p>\r\n\t🙂 [gallery ids='1']", "a < b", "<!-- open"];
      const php = wordpress.run(`return array_map('ArticleAnalyzer\\\\fingerprint', json_decode(base64_decode('${Buffer.from(JSON.stringify(contents)).toString("base64")}'), true));`);
      assert.deepEqual(contents.map(fingerprint), php);
      assert.equal(fingerprint("<p>One  two</p>"), fingerprint("<!-- wp:paragraph -->\n<p>One two</p>\n<!-- /wp:paragraph -->"));
      assert.notEqual(fingerprint("<p>One two</p>"), fingerprint("<p>One too</p>"));
    },
  },
  {
    name: "what the editor turns down is gone from the analysis, and all indices follow",
    run() {
      const party = (/** @type {number | null} */ entity) => ({ start: 0, end: 1, entity });
      const analysis = /** @type {any} */ ({
        names: [{ entity: 0 }, { entity: 1 }, { entity: 2 }, { entity: 1 }],
        entities: [{ name: "a", mentions: [0] }, { name: "b", mentions: [1, 3] }, { name: "c", mentions: [2] }],
        figures: [{ value: "1" }, { value: "2" }, { value: "3" }],
        dates: [],
        attributions: [{ speaker: party(0), addressee: null }, { speaker: party(2), addressee: party(null) }],
        conflicts: [{ figures: [0, 2] }, { figures: [1, 2] }],
      });
      const before = JSON.stringify(analysis);
      const { names, entities, figures, attributions, conflicts } = prune(analysis, (id) => id !== "e0" && id !== "f0");
      assert.deepEqual(names, [{ entity: 0 }, { entity: 1 }, { entity: 0 }]);
      assert.deepEqual(entities, [{ name: "b", mentions: [0, 2] }, { name: "c", mentions: [1] }]);
      assert.deepEqual(figures, [{ value: "2" }, { value: "3" }]);
      assert.deepEqual(attributions, [{ speaker: party(null), addressee: null }, { speaker: party(1), addressee: party(null) }]);
      assert.deepEqual(conflicts, [{ figures: [0, 1] }]);
      assert.equal(JSON.stringify(analysis), before);
    },
  },
];
