<?php
/**
 * Puts the panel into the block editor's sidebar: its script, its style, and where the analyzer's module is.
 *
 * @package article-analyzer
 */

namespace ArticleAnalyzer;

defined( 'ABSPATH' ) || exit;

const EDITOR_HANDLE = 'article-analyzer-editor';

add_action(
	'enqueue_block_editor_assets',
	function () {
		$screen = get_current_screen();
		if ( ! $screen || 'post' !== $screen->base ) {
			return; // The site editor and the widgets have no post.
		}
		wp_enqueue_script(
			EDITOR_HANDLE,
			plugins_url( 'editor/panel.js', FILE ),
			array( 'wp-api-fetch', 'wp-components', 'wp-core-data', 'wp-data', 'wp-edit-post', 'wp-editor', 'wp-element', 'wp-i18n', 'wp-plugins' ),
			VERSION,
			true
		);
		$told = array(
			'analyzer' => script_url(),
			'findings' => add_query_arg( 'ver', VERSION, plugins_url( 'editor/findings.js', FILE ) ),
			'meta'     => META,
			'locale'   => get_bloginfo( 'language' ),
		);
		wp_add_inline_script( EDITOR_HANDLE, 'window.articleAnalyzerEditor = ' . json_for_html( $told ) . ';', 'before' );
		wp_set_script_translations( EDITOR_HANDLE, 'article-analyzer', dirname( FILE ) . '/languages' );
		wp_enqueue_style( EDITOR_HANDLE, plugins_url( 'editor/panel.css', FILE ), array( 'wp-components' ), VERSION );
	}
);
