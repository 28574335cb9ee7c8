// Where the element stands by itself, as the settings say; and that it finds its own text in themes of every kind.

import assert from "node:assert/strict";

import { activate, ARTICLE, assertNothingLeft, marked, markup, publish, WAYS } from "./posts.js";

/** @import { Context, Test } from "./run.js" */

/** The settings, by the form of their page. @param {Context} context @param {Record<string, string>} choices */
async function set({ open, people }, choices) {
  const page = await open("/wp-admin/options-general.php?page=article_analyzer", { as: people.administrator });
  for (const [name, value] of Object.entries(choices)) await page.driver.selectOption(`#article_analyzer_${name}`, value);
  await page.click("#submit");
  await page.until(() => document.querySelector("#setting-error-settings_updated")?.textContent?.includes("Settings saved"));
  const shown = await page.evaluate(() => [...document.querySelectorAll("select[id^=article_analyzer]")].map((one) => /** @type {HTMLSelectElement} */ (one).value));
  assert.deepEqual(shown, Object.values(choices));
}

/** @param {Context} context @param {string} path */
async function html({ wordpress }, path) {
  const answer = await fetch(wordpress.url + path);
  return { html: await answer.text(), status: answer.status };
}

/** @param {string} page */
const elements = (page) => page.match(/<article-analyzer[^>]*>/g) ?? [];

/** @param {string} page */
const scripts = (page) => page.match(/<script[^>]*\/plugins\/article-analyzer\/[^>]*>/g) ?? [];

const OFF = { automatic: "off", mode: "panel", marks: "underline", activate: "click" };

/** @type {Test[]} */
export default [
  {
    name: "pages without the element get nothing of the plugin, those with it one module from its own folder",
    async run(context) {
      const plain = await publish(context.people, "author", ARTICLE);
      const { html: without } = await html(context, `/?p=${plain}`);
      assert.ok(without.includes("Helena Prates"));
      assert.doesNotMatch(without, /article-analyzer/);
      const id = await publish(context.people, "author", WAYS.shortcode(WAYS.block(ARTICLE)));
      const { html: twice } = await html(context, `/?p=${id}`);
      assert.equal(elements(twice).length, 2);
      assert.equal(scripts(twice).length, 1);
      assert.match(scripts(twice)[0] ?? "", /^<script type="module" src='http:\/\/127\.0\.0\.1:\d+\/wp-content\/plugins\/article-analyzer\/assets\/[\d.]+\/article-analyzer\.js' id='article-analyzer-js'>$/);
    },
  },
  {
    name: "neither feed nor excerpt nor list of posts has the element or its words",
    async run(context) {
      const note = "<!-- wp:paragraph -->\n<p>A short note from Lisbon.</p>\n<!-- /wp:paragraph -->";
      for (const way of Object.values(WAYS)) {
        const id = await publish(context.people, "author", way(note), { title: "A note", date: "2026-11-22T08:00:00" });
        const { excerpt } = await context.people.author.rest("GET", `posts/${id}`);
        assert.equal(excerpt.rendered, "<p>A short note from Lisbon.</p>\n");
      }
      for (const path of ["/?feed=rss2", "/"]) {
        const { html: page } = await html(context, path);
        assert.equal(page.match(/A short note from Lisbon/g)?.length, path === "/" ? 3 : 6, path);
        assert.doesNotMatch(page, /article-analyzer|places and figures/, path);
      }
    },
  },
  {
    name: "with the settings saved by their form it stands at the end of every post by itself, once, and not on pages",
    browser: "chromium",
    async run(context) {
      const { people, open, wordpress } = context;
      const [plain, own, page] = await Promise.all([
        publish(people, "author", ARTICLE),
        publish(people, "author", WAYS.element(ARTICLE)),
        publish(people, "administrator", ARTICLE, { type: "pages" }),
      ]);
      try {
        await set(context, { automatic: "posts", mode: "panel", marks: "tint", activate: "visible" });
        assert.equal(elements((await html(context, `/?p=${own}`)).html).length, 1);
        assert.equal(elements((await html(context, `/?page_id=${page}`)).html).length, 0);
        assert.equal(elements((await html(context, "/")).html).length, 0);
        assert.equal(elements((await html(context, "/?feed=rss2")).html).length, 0);
        const [tag] = elements((await html(context, `/?p=${plain}`)).html);
        assert.match(tag ?? "", / marks="tint"/);
        assert.match(tag ?? "", / activate="visible"/);
        await set(context, { ...OFF, automatic: "both" });
        assert.equal(elements((await html(context, `/?page_id=${page}`)).html).length, 1);
        const visited = await open(`/?p=${plain}`);
        const before = await markup(visited);
        await activate(visited);
        assert.ok((await marked(visited))["article-analyzer-person"]?.includes("Helena Prates"));
        assert.equal(await markup(visited), before);
        assertNothingLeft(visited, wordpress.url);
      } finally {
        await set(context, OFF);
      }
    },
  },
  {
    name: "a protected post gives away nothing",
    async run(context) {
      const { people, wordpress } = context;
      const id = await publish(people, "author", WAYS.shortcode(ARTICLE));
      await people.author.rest("POST", `posts/${id}`, { password: "secret" });
      wordpress.run("update_option('article_analyzer', array('automatic' => 'both'));");
      const { html: page } = await html(context, `/?p=${id}`);
      wordpress.run("delete_option('article_analyzer');");
      assert.doesNotMatch(page, /Helena Prates|article-analyzer/);
    },
  },
  {
    name: "in a classic theme that lists whole posts, each element reads its own",
    browser: "chromium",
    async run({ people, open, wordpress }) {
      const first = await publish(people, "author", WAYS.block("<!-- wp:paragraph -->\n<p>In Porto, Mayor Rita Lopes opened 3 schools.</p>\n<!-- /wp:paragraph -->"));
      const second = await publish(people, "author", WAYS.shortcode("<!-- wp:paragraph -->\n<p>In Faro, Judge Nuno Vaz heard 12 witnesses.</p>\n<!-- /wp:paragraph -->"));
      wordpress.run("switch_theme('twentytwentyone'); set_theme_mod('display_excerpt_or_full_post', 'full');");
      try {
        const page = await open("/");
        await page.until(() => document.querySelector("article-analyzer")?.matches(":defined"));
        for (const [id, words] of [[first, "In Porto, Mayor Rita Lopes opened 3 schools."], [second, "In Faro, Judge Nuno Vaz heard 12 witnesses."]]) {
          const text = await page.evaluate(async (/** @type {string} */ selector) => {
            const element = /** @type {any} */ (document.querySelector(selector));
            await element.analyze();
            return element.text;
          }, `#post-${id} article-analyzer`);
          assert.equal(text, words);
        }
        const single = await open(`/?p=${second}`);
        await activate(single);
        assert.deepEqual((await marked(single))["article-analyzer-person"], ["Nuno Vaz"]);
      } finally {
        wordpress.run("switch_theme('twentytwentythree');");
      }
    },
  },
  {
    name: "in a template, beside the content, it reads the content",
    browser: "chromium",
    async run({ people, open, wordpress }) {
      const id = await publish(people, "author", ARTICLE);
      const template = wordpress.run(`
        $blocks = str_replace('<!-- wp:post-content', '<!-- wp:article-analyzer/panel {"mode":"panel"} /--><!-- wp:post-content', get_block_template('twentytwentythree//single')->content);
        $template = wp_insert_post(wp_slash(array('post_type' => 'wp_template', 'post_name' => 'single', 'post_title' => 'Single', 'post_status' => 'publish', 'post_content' => $blocks)));
        wp_set_object_terms($template, 'twentytwentythree', 'wp_theme');
        return $template;`);
      try {
        const page = await open(`/?p=${id}`);
        await activate(page);
        const text = await page.evaluate(() => /** @type {any} */ (document.querySelector("article-analyzer")).text);
        assert.match(text, /^LISBON, 20 November .*“That I can answer\.”$/s);
      } finally {
        wordpress.run(`wp_delete_post(${template}, true);`);
      }
    },
  },
];
