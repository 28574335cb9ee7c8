// What is left when the plugin goes. To be run last.

import assert from "node:assert/strict";

import { ARTICLE, publish, WAYS } from "./posts.js";

/** @import { Test } from "./run.js" */

const PLUGIN = "article-analyzer/article-analyzer.php";
const LEFT = `global $wpdb; return array(
  (int) $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%article_analyzer%' OR option_name LIKE '%article-analyzer%'"),
  (int) $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->postmeta WHERE meta_key LIKE '%article_analyzer%'"),
  (int) $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->usermeta WHERE meta_key LIKE '%article_analyzer%'"));`;

/** @type {Test[]} */
export default [
  {
    name: "without the plugin block and script are gone, element and shortcode are the words that were written",
    async run({ people, wordpress }) {
      const [element, shortcode, block] = await Promise.all(Object.values(WAYS).map((way) => publish(people, "author", way(ARTICLE))));
      wordpress.run(`deactivate_plugins('${PLUGIN}');`);
      const page = async (/** @type {number | undefined} */ id) => (await fetch(`${wordpress.url}/?p=${id}`)).text();
      assert.match(await page(element), /<article-analyzer exclude="cite" least-confidence="0\.3">People, places and figures<\/article-analyzer>/);
      assert.match(await page(shortcode), /\[article_analyzer activate=(&#8221;|&#8243;|")click/);
      assert.doesNotMatch(await page(block), /article-analyzer\/|<article-analyzer/);
      for (const id of [element, shortcode, block]) assert.doesNotMatch(await page(id), /plugins\/article-analyzer|template id/);
    },
  },
  {
    name: "deleted, it leaves no option, no meta and no file",
    run({ wordpress }) {
      wordpress.run(`update_option('article_analyzer', array('automatic' => 'posts')); update_post_meta(1, '_article_analyzer', '{}');`);
      const [options, meta] = wordpress.run(LEFT);
      assert.ok(options > 0 && meta > 0);
      assert.equal(wordpress.run(`define('FS_METHOD', 'direct'); return delete_plugins(array('${PLUGIN}'));`), true);
      assert.deepEqual(wordpress.run(LEFT), [0, 0, 0]);
      assert.equal(wordpress.run("return file_exists(WP_PLUGIN_DIR . '/article-analyzer');"), false);
    },
  },
];
