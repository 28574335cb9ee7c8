<?php
/**
 * What was accepted, as schema.org in JSON-LD, in the head of the post's own page: for search engines and archives.
 *
 * As in the analyzer's own export, the three things named most are what the article is `about`, the others it
 * `mentions`. It gives no verdict on anything, and repeats nothing of the text but names and figures.
 *
 * @package article-analyzer
 */

namespace ArticleAnalyzer;

defined( 'ABSPATH' ) || exit;

/** What an article is about, at most. */
const ABOUT = 3;
/** Named less often, a thing is only mentioned. */
const LEAST_ABOUT = 2;

add_action(
	'wp_head',
	function () {
		$post   = is_singular() ? get_queried_object() : null;
		$stored = $post instanceof \WP_Post ? stored( $post ) : null;
		if ( $stored && array() !== $stored['accepted'] ) {
			// The encoder leaves no sign in it that could end the element.
			echo '<script type="application/ld+json">', json_for_html( json_ld( $post, $stored['accepted'] ) ), "</script>\n"; // phpcs:ignore WordPress.Security.EscapeOutput
		}
	}
);

/**
 * The article with what it is about and what it mentions.
 *
 * @param \WP_Post $post     The post.
 * @param array    $accepted What an editor has accepted.
 * @return array
 */
function json_ld( $post, $accepted ) {
	$named = array_filter(
		$accepted,
		function ( $thing ) {
			return 'figure' !== $thing['kind'] && ( $thing['mentions'] ?? 0 ) >= LEAST_ABOUT;
		}
	);
	uasort(
		$named,
		function ( $one, $other ) {
			return $other['mentions'] <=> $one['mentions'];
		}
	);
	$about = array_slice( $named, 0, ABOUT, true );
	return array_filter(
		array(
			'@context'      => 'https://schema.org',
			'@type'         => 'page' === $post->post_type ? 'WebPage' : 'NewsArticle',
			'@id'           => get_permalink( $post ),
			'headline'      => wp_strip_all_tags( get_the_title( $post ) ),
			'datePublished' => published( $post ),
			'inLanguage'    => get_bloginfo( 'language' ),
			'about'         => array_values( array_map( __NAMESPACE__ . '\\thing', $about ) ),
			'mentions'      => array_values( array_map( __NAMESPACE__ . '\\thing', array_diff_key( $accepted, $about ) ) ),
		)
	);
}

/**
 * One accepted thing.
 *
 * @param array $thing As stored.
 * @return array
 */
function thing( $thing ) {
	if ( 'figure' === $thing['kind'] ) {
		return figure_thing( $thing );
	}
	$types = array(
		'person'       => 'Person',
		'organization' => 'Organization',
		'place'        => 'Place',
	);
	$node  = array(
		'@type'         => $types[ $thing['kind'] ],
		'name'          => $thing['name'],
		'alternateName' => $thing['also'] ?? array(),
	);
	$node[ 'person' === $thing['kind'] ? 'jobTitle' : 'description' ] = $thing['roles'] ?? array();
	if ( isset( $thing['lat'], $thing['lon'] ) ) {
		$node['geo'] = array_filter(
			array(
				'@type'          => 'GeoCoordinates',
				'latitude'       => $thing['lat'],
				'longitude'      => $thing['lon'],
				'addressCountry' => $thing['country'] ?? '',
			),
			function ( $value ) {
				return '' !== $value;
			}
		);
	}
	return array_filter( $node );
}

/**
 * A figure: an amount, or the bounds that the text gives. A decimal stays the text that it is, for it is exact.
 *
 * @param array $figure As stored.
 * @return array
 */
function figure_thing( $figure ) {
	$value = $figure['value'] ?? null;
	$bound = $figure['bound'] ?? 'exact';
	$node  = array(
		'@type'    => 'QuantitativeValue',
		'name'     => $figure['name'],
		'unitText' => $figure['unit'] ?? $figure['counts'] ?? null,
	);
	if ( isset( $figure['high'] ) || in_array( $bound, array( 'at_least', 'more_than' ), true ) ) {
		$node['minValue'] = $value;
		$node['maxValue'] = $figure['high'] ?? null;
	} elseif ( in_array( $bound, array( 'at_most', 'less_than' ), true ) ) {
		$node['maxValue'] = $value;
	} else {
		$node['value'] = $value;
	}
	return array_filter(
		$node,
		function ( $part ) {
			return null !== $part;
		}
	);
}
