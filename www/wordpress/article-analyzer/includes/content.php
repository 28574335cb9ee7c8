<?php
/**
 * The content of a post as it goes out: puts the element there where the settings say so, and tells every element in
 * it which text is meant.
 *
 * A theme is free in how it wraps a post's text. Classic themes by convention have `<article>` and `.entry-content`,
 * block themes have no `<article>` around a single post, page builders have neither. What all of them share is that
 * the text comes out of `the_content` in one piece. So an empty `<template>`, which is never shown, is laid behind it,
 * and the article is the element that holds this one: `:has(> #article-analyzer-post-7)`. Nothing is wrapped, for a
 * theme's style sheet speaks of the children of its own container (wide and full alignment are lost in a wrapper).
 *
 * @package article-analyzer
 */

namespace ArticleAnalyzer;

defined( 'ABSPATH' ) || exit;

/** A tag of the element that begins; quoted values may hold anything. */
const TAG_PATTERN = '/<article-analyzer(?=[\s>\/])((?:[^>"\']|"[^"]*"|\'[^\']*\')*)>/i';

/** The whole element with the words in it. */
const WHOLE_PATTERN = '/<article-analyzer(?=[\s>\/])(?:[^>"\']|"[^"]*"|\'[^\']*\')*>.*?<\/article-analyzer\s*>/is';

/** After shortcodes (11) and whatever else makes content. */
const LATE = 99;

/**
 * The filter.
 *
 * @param string $content A post's content, all done.
 * @return string
 */
function filter_content( $content ) {
	if ( is_feed() || doing_filter( 'get_the_excerpt' ) || post_password_required() ) {
		// Without its script the element is a line that belongs to nothing.
		return preg_replace( WHOLE_PATTERN, '', $content );
	}
	if ( ! preg_match( TAG_PATTERN, $content ) && stands_by_itself() ) {
		$content .= "\n" . element_html();
	}
	$post = get_post();
	if ( ! $post || ( defined( 'REST_REQUEST' ) && REST_REQUEST ) ) {
		return $content;
	}
	$missing = array(
		'for'       => sprintf( ':has(> #%s)', content_id( $post ) ),
		'published' => published( $post ),
	) + results_attributes( $post );
	$summary = is_this_page( $post ) ? summary_html( $post ) : '';
	if ( '' !== $summary ) {
		$missing['exclude'] = '.' . SUMMARY_CLASS;
	}
	$content = preg_replace_callback(
		TAG_PATTERN,
		function ( $tag ) use ( $missing ) {
			return '<' . TAG . complete_attributes( $tag[1], $missing ) . '>';
		},
		$content,
		-1,
		$count
	);
	if ( $count > 0 ) {
		wp_enqueue_script( HANDLE ); // For elements written by hand.
		$content .= results_html( $post ) . sprintf( '<template id="%s"></template>', esc_attr( content_id( $post ) ) );
	}
	return $content . $summary;
}
add_filter( 'the_content', __NAMESPACE__ . '\\filter_content', LATE );

/**
 * The attributes of a tag with those added that it lacks; `exclude` is added to.
 *
 * @param string $written Everything between the tag's name and its end.
 * @param array  $missing Name => value.
 * @return string
 */
function complete_attributes( $written, $missing ) {
	$has = wp_kses_hair( $written, wp_allowed_protocols() );
	if ( isset( $has['for'] ) ) {
		unset( $missing['results'] ); // Who reads another text has other results.
	}
	if ( isset( $has['exclude'], $missing['exclude'] ) ) {
		$missing['exclude'] = html_entity_decode( $has['exclude']['value'], ENT_QUOTES ) . ', ' . $missing['exclude'];
		unset( $has['exclude'] );
		$written = ' ' . implode( ' ', array_column( $has, 'whole' ) );
	}
	return rtrim( $written, " \t\r\n/" ) . attributes_html( array_diff_key( $missing, $has ) );
}

/**
 * Whether the settings put the element into the content that is being made.
 *
 * @return bool
 */
function stands_by_itself() {
	$types = AUTOMATIC[ settings()['automatic'] ];
	return array() !== $types && is_singular( $types ) && in_the_loop() && is_main_query() && is_this_page( get_post() );
}

/**
 * Whether the page is this post's own, and the content its main text.
 *
 * @param \WP_Post|null $post The post whose content is made.
 * @return bool
 */
function is_this_page( $post ) {
	return $post && is_singular() && get_queried_object_id() === $post->ID;
}

/**
 * When a post was published, in ISO 8601: for machines, so past all filters that make dates nice.
 *
 * @param \WP_Post $post The post.
 * @return string
 */
function published( $post ) {
	$date = get_post_datetime( $post );
	return $date ? $date->format( 'c' ) : '';
}

/**
 * The id by which a content is found again.
 *
 * @param \WP_Post $post The post.
 * @return string
 */
function content_id( $post ) {
	return 'article-analyzer-post-' . $post->ID;
}
