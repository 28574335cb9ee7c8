<?php
/**
 * The one script of the public pages: on those where the element stands, and on no other.
 *
 * Its folder bears the version. The script asks for its worker and for the core by addresses beside it, which carry
 * no query; so that a browser never pairs a new script with a worker it has kept from before.
 *
 * @package article-analyzer
 */

namespace ArticleAnalyzer;

defined( 'ABSPATH' ) || exit;

const HANDLE = 'article-analyzer';

/**
 * The module's address.
 *
 * @return string
 */
function script_url() {
	return plugins_url( 'assets/' . VERSION . '/article-analyzer.js', FILE );
}

add_action(
	'init',
	function () {
		// phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion -- its folder bears it.
		wp_register_script( HANDLE, script_url(), array(), null, true );
	}
);

/**
 * WordPress has a function for modules since 6.5 only; a tag can be a module's in every version.
 *
 * @param string $tag    The script's tag.
 * @param string $handle Its name.
 * @return string
 */
function as_module( $tag, $handle ) {
	if ( HANDLE !== $handle ) {
		return $tag;
	}
	$tag = preg_replace( '/ type=(["\'])text\/javascript\1/', '', $tag );
	return preg_replace( '/<script(?=\s)(?![^>]*\stype=)/', '<script type="module"', $tag, 1 );
}
add_filter( 'script_loader_tag', __NAMESPACE__ . '\\as_module', 10, 2 );
