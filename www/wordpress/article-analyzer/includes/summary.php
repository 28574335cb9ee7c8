<?php
/**
 * What was accepted, in words under the post, where the editor has asked for it: for readers without scripts too.
 *
 * It is drawn by the theme; the plugin brings no style of its own for it.
 *
 * @package article-analyzer
 */

namespace ArticleAnalyzer;

defined( 'ABSPATH' ) || exit;

const SUMMARY_CLASS = 'article-analyzer-summary';

/**
 * The summary, escaped; '' for none.
 *
 * @param \WP_Post $post The post.
 * @return string
 */
function summary_html( $post ) {
	$stored = stored( $post );
	if ( ! $stored || ! $stored['summary'] ) {
		return '';
	}
	$headings = array(
		'person'       => __( 'People', 'article-analyzer' ),
		'organization' => __( 'Organisations', 'article-analyzer' ),
		'place'        => __( 'Places', 'article-analyzer' ),
		'figure'       => __( 'Figures', 'article-analyzer' ),
	);
	$rows     = '';
	foreach ( $headings as $kind => $heading ) {
		$rows .= summary_row( $heading, wp_list_filter( $stored['accepted'], array( 'kind' => $kind ) ) );
	}
	if ( '' === $rows ) {
		return '';
	}
	return sprintf(
		'<aside class="%s" aria-label="%s"><ul>%s</ul></aside>',
		esc_attr( SUMMARY_CLASS ),
		esc_attr__( 'In this article', 'article-analyzer' ),
		$rows
	);
}

/**
 * One kind with its things.
 *
 * @param string $heading Its name.
 * @param array  $things  As stored.
 * @return string
 */
function summary_row( $heading, $things ) {
	if ( array() === $things ) {
		return '';
	}
	$words = array_map(
		function ( $thing ) {
			$role = $thing['roles'][0] ?? '';
			/* translators: 1: a name, 2: what the article calls its bearer. */
			return '' === $role ? $thing['name'] : sprintf( __( '%1$s (%2$s)', 'article-analyzer' ), $thing['name'], $role );
		},
		$things
	);
	/* translators: 1: People, Places ..., 2: a list of them. */
	$line = sprintf( esc_html__( '%1$s: %2$s', 'article-analyzer' ), '<strong>' . esc_html( $heading ) . '</strong>', esc_html( implode( __( '; ', 'article-analyzer' ), $words ) ) );
	return '<li>' . $line . '</li>';
}
