<?php
/**
 * Lets the element through where WordPress cleans what people without `unfiltered_html` write: with its own
 * attributes and no others. Without this an Author's element would be gone when the post is saved.
 *
 * @package article-analyzer
 */

namespace ArticleAnalyzer;

defined( 'ABSPATH' ) || exit;

/**
 * Post content only; comments and the rest stay as strict as they were.
 *
 * @param array  $tags    Tag => attributes.
 * @param string $context What is being cleaned.
 * @return array
 */
function allow_element( $tags, $context ) {
	if ( 'post' === $context ) {
		$tags[ TAG ] = array_fill_keys( ATTRIBUTES, true );
	}
	return $tags;
}
add_filter( 'wp_kses_allowed_html', __NAMESPACE__ . '\\allow_element', 10, 2 );

// An address is cleaned as one: `results` may name a file.
add_filter(
	'wp_kses_uri_attributes',
	function ( $names ) {
		$names[] = 'results';
		return $names;
	}
);
