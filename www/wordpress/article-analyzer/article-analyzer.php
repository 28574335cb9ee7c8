<?php
/**
 * Plugin Name:       Article Analyzer
 * Description:       Shows your readers the people, places and figures of an article and marks them in its text, on their own device. Nothing is sent anywhere.
 * Version:           {{version}}
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT OR Apache-2.0
 * License URI:       https://spdx.org/licenses/MIT.html
 * Text Domain:       article-analyzer
 * Domain Path:       /languages
 *
 * The plugin's beginning: what is where, and nothing else. Each file of includes/ holds one subject and its own
 * hooks. There is no REST route of its own, no table, no request to anywhere.
 *
 * @package article-analyzer
 */

namespace ArticleAnalyzer;

defined( 'ABSPATH' ) || exit;

const FILE    = __FILE__;
const VERSION = '{{version}}'; // Filled in by the script that packs the plugin.

require __DIR__ . '/includes/attributes.php';
require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/script.php';
require __DIR__ . '/includes/element.php';
require __DIR__ . '/includes/content.php';
require __DIR__ . '/includes/kses.php';
require __DIR__ . '/includes/stored.php';
require __DIR__ . '/includes/sanitize.php';
require __DIR__ . '/includes/schema-org.php';
require __DIR__ . '/includes/summary.php';
require __DIR__ . '/includes/editor.php';

add_action(
	'init',
	function () {
		load_plugin_textdomain( 'article-analyzer', false, dirname( plugin_basename( FILE ) ) . '/languages' );
	},
	5
);
