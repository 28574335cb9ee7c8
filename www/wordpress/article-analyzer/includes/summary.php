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
/** An article has dozens of figures; its first dozen is a summary. */
const MOST_FIGURES = 12;

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
		$words = summary_words( wp_list_filter( $stored['accepted'], array( 'kind' => $kind ) ) );
		$rows .= summary_row( $heading, 'figure' === $kind ? array_slice( $words, 0, MOST_FIGURES ) : $words );
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
 * Each thing in a few words, once; a figure only where it says what it counts, or is money or a share.
 *
 * @param array $things Of one kind, as stored.
 * @return array
 */
function summary_words( $things ) {
	$words = array();
	foreach ( $things as $thing ) {
		if ( 'figure' !== $thing['kind'] ) {
			$words[] = with_role( $thing );
		} elseif ( isset( $thing['counts'] ) || preg_match( '/^([A-Z]{3}|%)$/D', $thing['unit'] ?? '' ) ) {
			$words[] = $thing['name'];
		}
	}
	return array_values( array_unique( $words ) );
}

/**
 * "Helena Prates (Prime Minister)". A role that ends in a full stop is a title cut short ("Dr."), which says little
 * behind a name.
 *
 * @param array $thing As stored.
 * @return string
 */
function with_role( $thing ) {
	foreach ( $thing['roles'] ?? array() as $role ) {
		if ( '.' !== substr( $role, -1 ) ) {
			/* translators: 1: a name, 2: what the article calls its bearer. */
			return sprintf( __( '%1$s (%2$s)', 'article-analyzer' ), $thing['name'], $role );
		}
	}
	return $thing['name'];
}

/**
 * One kind with its things, escaped; '' where there are none.
 *
 * @param string $heading Its name.
 * @param array  $words   Of its things.
 * @return string
 */
function summary_row( $heading, $words ) {
	if ( array() === $words ) {
		return '';
	}
	/* translators: between two things of a list. */
	$list = implode( __( '; ', 'article-analyzer' ), $words );
	/* translators: 1: People, Places ..., 2: a list of them. */
	$line = sprintf( esc_html__( '%1$s: %2$s', 'article-analyzer' ), '<strong>' . esc_html( $heading ) . '</strong>', esc_html( $list ) );
	return '<li>' . $line . '</li>';
}
