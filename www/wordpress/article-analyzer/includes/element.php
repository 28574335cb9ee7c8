<?php
/**
 * The element as WordPress writes it: by the block, by the shortcode, or by itself.
 *
 * All three come down to `element_html`. Inside a post's content the element is left without `for`: content.php says
 * for every element of a content at once which text is meant, those that an author wrote by hand included.
 *
 * @package article-analyzer
 */

namespace ArticleAnalyzer;

defined( 'ABSPATH' ) || exit;

/** Where a theme has the text of its post, seen from outside it: block themes always, others by old convention. */
const CONTENT = '.wp-block-post-content, .entry-content';

/**
 * The element, escaped.
 *
 * @param array $given What an author has set.
 * @return string
 */
function element_html( $given = array() ) {
	if ( is_feed() ) {
		return ''; // A feed reader runs no scripts, and words without their panel are noise.
	}
	wp_enqueue_script( HANDLE );
	$attributes = clean_attributes( $given );
	foreach ( CHOICES as $name => $words ) {
		$set = settings()[ $name ];
		if ( ! isset( $attributes[ $name ] ) && $set !== $words[0] ) {
			$attributes[ $name ] = $set;
		}
	}
	if ( ! isset( $attributes['for'] ) && ! doing_filter( 'the_content' ) ) {
		$attributes['for'] = CONTENT;
	}
	// Words, not a paragraph: inside somebody's <p> that would end the paragraph and the element with it.
	return sprintf(
		'<%1$s%2$s>%3$s</%1$s>',
		TAG,
		attributes_html( $attributes ),
		esc_html__( 'People, places and figures in this article', 'article-analyzer' )
	);
}

add_action(
	'init',
	function () {
		add_shortcode(
			'article_analyzer',
			function ( $attributes ) {
				return element_html( is_array( $attributes ) ? $attributes : array() );
			}
		);
		wp_register_script(
			'article-analyzer-block',
			plugins_url( 'block/block.js', FILE ),
			array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n' ),
			VERSION,
			true
		);
		wp_set_script_translations( 'article-analyzer-block', 'article-analyzer', dirname( FILE ) . '/languages' );
		register_block_type(
			dirname( FILE ) . '/block',
			array( 'render_callback' => __NAMESPACE__ . '\\render_block' )
		);
	}
);

/**
 * The block on the page: a box of the block's own settings (its alignment, say) with the element in it.
 *
 * @param array $attributes Of the block.
 * @return string
 */
function render_block( $attributes ) {
	$html = element_html( $attributes );
	return '' === $html ? '' : sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), $html );
}
