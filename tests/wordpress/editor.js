// The editor's panel in the real block editor, and what the public page makes of what was accepted there.

import assert from "node:assert/strict";

import { activate, ARTICLE, assertNothingLeft, marked, publish, WAYS } from "./posts.js";

/** @import { Context, Page, Test } from "./run.js" */

/** The block editor with the panel open, without its welcome. @param {Context} context @param {number} id @param {keyof Context["people"]} role */
async function edit({ open, people }, id, role) {
  const page = await open(`/wp-admin/post.php?post=${id}&action=edit`, { as: people[role], height: 1200 });
  await page.until(() => Boolean(/** @type {any} */ (window).wp?.data?.select("core/editor")?.getCurrentPostId()));
  await page.evaluate(() => /** @type {any} */ (window).wp.data.dispatch("core/preferences").set("core/edit-post", "welcomeGuide", false));
  const toggle = page.driver.getByRole("button", { name: "People, places and figures", exact: true });
  await toggle.waitFor();
  if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
  return page;
}

/** @param {Page} page @param {string} name */
const press = (page, name) => page.driver.getByRole("button", { name, exact: true }).click();

/** @param {Page} page */
async function update(page) {
  await press(page, "Update");
  await page.until(() => {
    const { isSavingPost, isEditedPostDirty, didPostSaveRequestSucceed } = /** @type {any} */ (window).wp.data.select("core/editor");
    return !isSavingPost() && !isEditedPostDirty() && didPostSaveRequestSucceed();
  });
}

/** What the public page tells apart from the text. @param {Page} page */
const told = (page) =>
  page.evaluate(() => ({
    data: JSON.parse(document.querySelector("script[type='application/ld+json']")?.textContent ?? "null"),
    summary: document.querySelector(".article-analyzer-summary")?.textContent ?? null,
    results: document.querySelector("article-analyzer")?.getAttribute("results") ?? null,
  }));

/** @param {any} data */
const names = (data) => [...data.about, ...data.mentions].map(({ name }) => name);

/** @type {Test[]} */
export default [
  {
    name: "what an editor accepts is told by the public page, and readers get it without the core",
    browser: "chromium",
    async run(context) {
      const { people, open, wordpress } = context;
      const id = await publish(people, "author", WAYS.block(ARTICLE));
      const editor = await edit(context, id, "administrator");
      await press(editor, "Find people, places and figures");
      await editor.driver.getByLabel("Helena Prates").waitFor();
      await editor.driver.getByLabel("Inês Duarte").uncheck();
      await editor.driver.getByLabel("Show a summary under the post").check();
      await press(editor, "Accept");
      await update(editor);

      const page = await open(`/?p=${id}&policy=strict`);
      const { data, summary, results } = await told(page);
      assert.equal(data["@type"], "NewsArticle");
      assert.equal(data.datePublished.slice(0, 10), "2026-11-20");
      assert.ok([...data.about, ...data.mentions].some((thing) => thing["@type"] === "Person" && thing.name === "Helena Prates" && thing.jobTitle[0] === "Prime Minister"), JSON.stringify(data));
      assert.ok([...data.about, ...data.mentions].some((thing) => thing["@type"] === "Place" && thing.geo?.addressCountry === "PT"), JSON.stringify(data));
      assert.ok([...data.about, ...data.mentions].some((thing) => thing["@type"] === "QuantitativeValue" && thing.minValue === "42"), JSON.stringify(data));
      assert.ok(!names(data).includes("Inês Duarte"));
      assert.match(summary, /People: .*Helena Prates \(Prime Minister\)/);
      assert.doesNotMatch(summary, /Duarte/);
      assert.equal(results, `#article-analyzer-results-${id}`);

      await activate(page);
      assert.deepEqual(page.requests.filter((request) => /\.wasm|worker/.test(request)), []);
      const marks = await marked(page);
      assert.ok(marks["article-analyzer-person"]?.includes("Helena Prates"), Object.keys(marks).join());
      assert.ok(!marks["article-analyzer-person"]?.includes("Inês Duarte"), Object.keys(marks).join());
      assertNothingLeft(page, wordpress.url);
    },
  },
  {
    name: "when the words change, nothing of what was accepted is told; it comes back with them, and goes when it is forgotten",
    browser: "chromium",
    async run(context) {
      const { people, open } = context;
      const id = await publish(people, "author", WAYS.shortcode(ARTICLE));
      const editor = await edit(context, id, "author");
      await press(editor, "Find people, places and figures");
      await press(editor, "Accept");
      await update(editor);
      const visit = async () => told(await open(`/?p=${id}`));
      const accepted = await visit();
      assert.ok(names(accepted.data).includes("Inês Duarte"));
      assert.equal(accepted.summary, null);
      const rewrite = (/** @type {string} */ article) => people.author.rest("POST", `posts/${id}`, { content: WAYS.shortcode(article) });
      const nothing = { data: null, summary: null, results: null };
      await rewrite(ARTICLE.replace("Helena Prates", "Helena Prado"));
      assert.deepEqual(await visit(), nothing);
      await rewrite(ARTICLE);
      assert.deepEqual(await visit(), accepted);
      await rewrite(ARTICLE.replace("Helena Prates", "Helena Prado"));
      const again = await edit(context, id, "author");
      await again.driver.getByText("The text has changed since").first().waitFor();
      await press(again, "Forget");
      await update(again);
      await rewrite(ARTICLE);
      assert.deepEqual(await visit(), nothing);
    },
  },
  {
    name: "the editor reads what readers read, runs nothing of it and fetches nothing for it",
    browser: "chromium",
    async run(context) {
      const { people } = context;
      const hostile = "<!-- wp:html -->\n<p>Mayor Rita Lopes opened <b>3</b> schools.</p><img src=\"/fetched.png\" onerror=\"window.hacked = 1\"><p hidden>Judge Nuno Vaz</p><script>window.hacked = 1</script><iframe src=\"/fetched.html\"></iframe>\n<!-- /wp:html -->";
      const id = await publish(people, "administrator", hostile);
      const editor = await edit(context, id, "administrator");
      await press(editor, "Find people, places and figures");
      await editor.driver.getByLabel("Rita Lopes").waitFor();
      assert.equal(await editor.driver.getByLabel("Nuno Vaz").count(), 0);
      assert.equal(await editor.driver.getByLabel(/schools/).count(), 1);
      assert.equal(await editor.evaluate(() => /** @type {any} */ (window).hacked), undefined);
      assert.deepEqual(editor.requests.filter((request) => /fetched/.test(request)), []);
      assert.equal(await editor.evaluate(() => document.querySelectorAll(".article-analyzer-reading").length), 0);
    },
  },
  {
    name: "the block can be put in and set by its controls in the editor, and the page follows",
    browser: "chromium",
    async run(context) {
      const { people, open } = context;
      const id = await publish(people, "author", ARTICLE);
      const editor = await edit(context, id, "author");
      await editor.evaluate(() => {
        const { blocks, data } = /** @type {any} */ (window).wp;
        const block = blocks.createBlock("article-analyzer/panel");
        data.dispatch("core/block-editor").insertBlock(block);
        data.dispatch("core/edit-post").openGeneralSidebar("edit-post/block");
      });
      await editor.driver.getByLabel("What readers see").selectOption("summary");
      await press(editor, "What is listed");
      await editor.driver.getByLabel("Quotations").uncheck();
      await editor.driver.getByLabel("Dates").uncheck();
      await editor.driver.getByText("Readers will find here: One line in words.").waitFor();
      await update(editor);
      const page = await open(`/?p=${id}`);
      const attributes = await page.evaluate(() => {
        const element = document.querySelector("article-analyzer");
        return { mode: element?.getAttribute("mode"), types: element?.getAttribute("types"), marks: element?.getAttribute("marks") };
      });
      assert.deepEqual(attributes, { mode: "summary", types: "person organization place other figure", marks: null });
    },
  },
];
