<?php
/**
 * Checks what is to be stored, piece by piece: only what is known gets through, and what does not make sense as a
 * whole is not stored at all. Nothing in it is HTML; whoever prints it escapes it.
 *
 * @package article-analyzer
 */

namespace ArticleAnalyzer;

defined( 'ABSPATH' ) || exit;

/** An article of 50,000 words has results of about this many bytes; more is no article. */
const MOST_BYTES = 8000000;
/** An Analysis is five deep, in the results, in what is stored. */
const DEEPEST = 12;
/** More is no list for a reader. */
const MOST_ACCEPTED = 1000;
/** The longest name or figure, in characters. */
const LONGEST = 300;

/** What every Analysis has. */
const VECTORS = array( 'names', 'entities', 'figures', 'dates', 'attributions', 'conflicts' );

const KINDS = array( 'person', 'organization', 'place', 'figure' );

/**
 * The sanitiser of the meta.
 *
 * @param mixed $value JSON, as the editor's script sends it.
 * @return string JSON, or '' for nothing.
 */
function sanitize_stored( $value ) {
	if ( ! is_string( $value ) || '' === $value || strlen( $value ) > MOST_BYTES ) {
		return '';
	}
	$given = json_decode( $value, true, DEEPEST );
	if ( ! is_array( $given ) || 1 !== ( $given['schema'] ?? null ) ) {
		return '';
	}
	$results = sanitize_results( $given['results'] ?? null );
	$content = $given['content'] ?? null;
	if ( null === $results || ! is_string( $content ) || ! preg_match( '/^[0-9a-f]{8}-\d{1,9}$/D', $content ) ) {
		return '';
	}
	$accepted = is_array( $given['accepted'] ?? null ) ? array_slice( $given['accepted'], 0, MOST_ACCEPTED ) : array();
	$json     = wp_json_encode(
		array(
			'schema'   => 1,
			'content'  => $content,
			'summary'  => true === ( $given['summary'] ?? null ),
			'accepted' => array_values( array_filter( array_map( __NAMESPACE__ . '\\sanitize_accepted', $accepted ) ) ),
			'results'  => $results,
		),
		JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE
	);
	return is_string( $json ) ? $json : '';
}

/**
 * One accepted thing; null for none.
 *
 * @param mixed $given As sent.
 * @return array|null
 */
function sanitize_accepted( $given ) {
	$kind = is_array( $given ) ? ( $given['kind'] ?? null ) : null;
	$name = is_array( $given ) ? line( $given['name'] ?? null ) : '';
	if ( ! in_array( $kind, KINDS, true ) || '' === $name ) {
		return null;
	}
	$clean = array(
		'kind' => $kind,
		'name' => $name,
	);
	foreach ( 'figure' === $kind ? array( 'value', 'high', 'unit', 'bound', 'counts' ) : array( 'country' ) as $field ) {
		$clean[ $field ] = line( $given[ $field ] ?? null );
	}
	foreach ( array( 'also', 'roles' ) as $field ) {
		$clean[ $field ] = is_array( $given[ $field ] ?? null ) ? array_map( __NAMESPACE__ . '\\line', array_values( $given[ $field ] ) ) : array();
	}
	$clean['mentions'] = absint( is_scalar( $given['mentions'] ?? null ) ? $given['mentions'] : 0 );
	if ( is_numeric( $given['lat'] ?? null ) && is_numeric( $given['lon'] ?? null ) ) {
		$clean['lat'] = max( -90.0, min( 90.0, (float) $given['lat'] ) );
		$clean['lon'] = max( -180.0, min( 180.0, (float) $given['lon'] ) );
	}
	return array_filter(
		$clean,
		function ( $value ) {
			return '' !== $value && array() !== $value;
		}
	);
}

/**
 * One line of plain text; '' for what is none.
 *
 * @param mixed $given As sent.
 * @return string
 */
function line( $given ) {
	return is_string( $given ) || is_numeric( $given ) ? mb_substr( sanitize_text_field( (string) $given ), 0, LONGEST ) : '';
}

/**
 * The results for the element: a text, to the letter because offsets count in it, and an Analysis.
 *
 * @param mixed $given As sent.
 * @return array|null
 */
function sanitize_results( $given ) {
	$text     = is_array( $given ) ? ( $given['text'] ?? null ) : null;
	$analysis = is_array( $given ) ? ( $given['analysis'] ?? null ) : null;
	if ( ! is_string( $text ) || ! is_array( $analysis ) || 1 !== ( $analysis['schema'] ?? null ) || 'utf16' !== ( $analysis['offsets'] ?? null ) ) {
		return null;
	}
	foreach ( VECTORS as $vector ) {
		if ( ! is_array( $analysis[ $vector ] ?? null ) ) {
			return null;
		}
	}
	return array(
		'schema'   => 1,
		'text'     => $text,
		'analysis' => plain_data( $analysis ),
	);
}

/**
 * Data with no keys but words in lower case, and no values but text, numbers, truth and nothing.
 *
 * @param mixed $given As sent.
 * @return mixed
 */
function plain_data( $given ) {
	if ( ! is_array( $given ) ) {
		return $given; // JSON knows nothing else.
	}
	$clean = array();
	foreach ( $given as $key => $value ) {
		if ( is_int( $key ) || preg_match( '/^[a-z_]{1,40}$/D', $key ) ) {
			$clean[ $key ] = plain_data( $value );
		}
	}
	return $clean;
}
