// What hostile people may try: attributes that would be markup, meta of posts that are not theirs, data that is none.

import assert from "node:assert/strict";

import { ARTICLE, publish, WAYS } from "./posts.js";

/** @import { Test } from "./run.js" */

const TEXT = "Elena Marsh </script><script>window.hacked = 1</script> sailed 3 ships.";

/** Something that may be stored, with markup wherever there is room for it. @param {object} [other] */
const stored = (other = {}) => ({
  schema: 1,
  content: "811c9dc5-0",
  summary: true,
  accepted: [
    { kind: "person", name: "Elena <b onclick=alert(1)>Marsh</b>", also: ["</script><script>window.hacked = 1</script>Marsh"], roles: ["\"captain\" & <i>owner</i>"], mentions: 2, extra: "x" },
    { kind: "figure", name: "3 ships", value: "3", unit: null, counts: "ships" },
    { kind: "spell", name: "abracadabra" },
    { kind: "place", name: ["Lisbon"] },
    "person",
  ],
  results: { schema: 1, text: TEXT, analysis: { schema: 1, offsets: "utf16", language: "en", published: null, names: [], entities: [], figures: [], dates: [], attributions: [], conflicts: [], "<b>": 1 }, more: 1 },
  more: 1,
  ...other,
});

/** @type {Test[]} */
export default [
  {
    name: "hostile attributes of a shortcode come out as text or not at all",
    browser: "chromium",
    async run({ people, open }) {
      const hostile = [
        `for='"><script>window.hacked = 1</script>' exclude="' onmouseover='window.hacked = 1"`,
        `mode="panel onclick=window.hacked=1" types="person,<script>,figure" marks="tint;color:red" published="yesterday" locale="../../x"`,
        `results="javascript:window.hacked=1" base="https://evil.example/" onclick="window.hacked = 1" style="position:fixed" least-confidence="2" dir="up"`,
        `exclude="<img src=x onerror=window.hacked=1>" results="https://evil.example/<script>"`,
        `0 x "><img src=x onerror=window.hacked=1>`,
      ];
      const id = await publish(people, "administrator", hostile.map((attributes) => `<!-- wp:shortcode -->\n[article_analyzer ${attributes}]\n<!-- /wp:shortcode -->`).join("\n\n"));
      const page = await open(`/?p=${id}`);
      await page.until(() => document.querySelector("article-analyzer")?.matches(":defined"));
      const { tags, hacked, images } = await page.evaluate(() => ({
        tags: [...document.querySelectorAll("article-analyzer")].map((element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))),
        hacked: /** @type {any} */ (window).hacked,
        images: document.querySelectorAll("img[src=x], .wp-block-post-content script:not([src])").length,
      }));
      assert.equal(hacked, undefined);
      assert.equal(images, 0);
      const allowed = ["for", "exclude", "types", "published"];
      for (const tag of tags) assert.deepEqual(Object.keys(tag).filter((name) => !allowed.includes(name)), [], JSON.stringify(tag));
      assert.ok(tags.length >= 3, JSON.stringify(tags));
      assert.ok(tags.some(({ types }) => types === "person figure"), JSON.stringify(tags));
      assert.ok(tags.every(({ published }) => published?.startsWith("2026-11-20T")), JSON.stringify(tags));
      assert.ok(!tags.some(({ results }) => results), JSON.stringify(tags));
    },
  },
  {
    name: "a contributor's element keeps its own attributes and no others",
    async run({ people }) {
      const own = `for="#x" exclude=".y" types="person" mode="inline" activate="load" marks="none" published="2026-11-20" locale="en-GB" lang="en" dir="ltr" results="#z" names="#n" least-confidence="0.5"`;
      const foreign = `base="https://evil.example/" onclick="alert(1)" style="color:red" class="c" id="i" data-x="1" part="p" slot="s"`;
      const written = (/** @type {string} */ attributes) => `<!-- wp:html -->\n<article-analyzer ${attributes}>Words</article-analyzer>\n<!-- /wp:html -->`;
      for (const [given, kept] of [
        [`${own} ${foreign}`, own],
        [`results="javascript:alert(1)"`, `results="alert(1)"`],
        [`results="data:application/json,{}"`, `results="application/json,{}"`],
      ]) {
        const { content } = await people.contributor.rest("POST", "posts?context=edit", { title: "A try", content: written(given ?? ""), status: "pending" });
        assert.equal(content.raw, written(kept ?? ""));
      }
    },
  },
  {
    name: "in comments and profiles the element is as forbidden as before",
    run({ wordpress }) {
      const cleaned = wordpress.run("$html = '<article-analyzer for=\"x\">Words</article-analyzer>'; return array(wp_kses($html, 'pre_comment_content'), wp_kses($html, 'user_description'), wp_kses_data($html), wp_kses_post($html));");
      assert.deepEqual(cleaned, ["Words", "Words", "Words", '<article-analyzer for="x">Words</article-analyzer>']);
    },
  },
  {
    name: "what is stored with a post is for those who may edit it, to write and to read",
    async run({ people, wordpress }) {
      const meta = { _article_analyzer: JSON.stringify(stored()) };
      const theirs = await publish(people, "administrator", ARTICLE);
      const handedIn = await publish(people, "contributor", ARTICLE);
      const own = await publish(people, "author", ARTICLE);
      await assert.rejects(people.author.rest("POST", `posts/${theirs}`, { meta }), { status: 403 });
      await assert.rejects(people.contributor.rest("POST", `posts/${handedIn}`, { meta }), { status: 403 });
      const saved = await people.author.rest("POST", `posts/${own}?context=edit`, { meta });
      assert.match(saved.meta._article_analyzer, /Elena Marsh/);
      const shown = await (await fetch(`${wordpress.url}/?rest_route=/wp/v2/posts/${own}`)).json();
      assert.equal(shown.meta?._article_analyzer, undefined);
      assert.ok(!JSON.stringify(shown).includes("Elena Marsh"));
    },
  },
  {
    name: "what is stored is checked piece by piece, and what makes no sense is not stored",
    async run({ people }) {
      const id = await publish(people, "author", ARTICLE);
      const save = async (/** @type {unknown} */ value) => (await people.author.rest("POST", `posts/${id}?context=edit`, { meta: { _article_analyzer: value } })).meta._article_analyzer;
      const clean = JSON.parse(await save(JSON.stringify(stored())));
      assert.deepEqual(Object.keys(clean), ["schema", "content", "summary", "accepted", "results"]);
      assert.deepEqual(clean.accepted, [
        { kind: "person", name: "Elena Marsh", also: ["Marsh"], roles: ['"captain" & owner'], mentions: 2 },
        { kind: "figure", name: "3 ships", value: "3", counts: "ships", mentions: 0 },
      ]);
      assert.equal(clean.results.text, TEXT);
      assert.deepEqual(Object.keys(clean.results), ["schema", "text", "analysis"]);
      assert.ok(!("<b>" in clean.results.analysis));
      const deep = JSON.stringify(stored()).replace('"names":[]', `"names":${"[".repeat(40)}${"]".repeat(40)}`);
      const nonsense = ["x", "null", "[]", "{}", JSON.stringify(stored({ schema: 2 })), JSON.stringify(stored({ content: "x" })), JSON.stringify(stored({ results: null })), JSON.stringify(stored()).replace('"dates":[]', '"dates":null'), deep];
      for (const value of nonsense) assert.equal(await save(value), "", value.slice(0, 200));
    },
  },
  {
    name: "what is stored is only ever text on the page, in the head, the summary and the results",
    browser: "chromium",
    async run({ people, open, wordpress }) {
      const id = await publish(people, "author", WAYS.shortcode(ARTICLE), { title: `A "title" </script><script>window.hacked = 1</script>` });
      const content = wordpress.run(`return \\ArticleAnalyzer\\fingerprint(get_post(${id})->post_content);`);
      await people.author.rest("POST", `posts/${id}`, { meta: { _article_analyzer: JSON.stringify(stored({ content })) } });
      const page = await open(`/?p=${id}`);
      const { hacked, data, results, summary } = await page.evaluate(() => ({
        hacked: /** @type {any} */ (window).hacked,
        data: JSON.parse(document.querySelector("script[type='application/ld+json']")?.textContent ?? ""),
        results: JSON.parse(document.querySelector("script[id^=article-analyzer-results]")?.textContent ?? ""),
        summary: document.querySelector(".article-analyzer-summary")?.textContent,
      }));
      assert.equal(hacked, undefined);
      assert.deepEqual(data.about, [{ "@type": "Person", name: "Elena Marsh", alternateName: ["Marsh"], jobTitle: ['"captain" & owner'] }]);
      assert.deepEqual(data.mentions, [{ "@type": "QuantitativeValue", name: "3 ships", unitText: "ships", value: "3" }]);
      assert.equal(results.text, TEXT);
      assert.equal(summary, 'People: Elena Marsh ("captain" & owner)Figures: 3 ships');
    },
  },
];
