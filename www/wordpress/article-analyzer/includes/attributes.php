<?php
/**
 * The element's attributes: which there are, and what each may be.
 *
 * `base` is not among them: where the core is fetched from is the site's business, never an author's.
 *
 * @package article-analyzer
 */

namespace ArticleAnalyzer;

defined( 'ABSPATH' ) || exit;

const TAG = 'article-analyzer';

/** Attributes with a closed list of words; the first is what the element does unless told. */
const CHOICES = array(
	'mode'     => array( 'panel', 'inline', 'summary', 'headless' ),
	'marks'    => array( 'underline', 'tint', 'none' ),
	'activate' => array( 'click', 'visible', 'load' ),
);

/** Words that `types` may hold. */
const TYPES = array( 'person', 'organization', 'place', 'other', 'figure', 'quote', 'date' );

/** Everything that an author may write on the element. */
const ATTRIBUTES = array(
	'for',
	'exclude',
	'types',
	'mode',
	'activate',
	'marks',
	'published',
	'locale',
	'lang',
	'dir',
	'results',
	'names',
	'least-confidence',
);

/**
 * What is left of the attributes when all that makes no sense is gone. Values are plain text; escaping is for whoever
 * prints them.
 *
 * @param array $given Name => value, as a shortcode or a block hands them over.
 * @return array Name => non-empty string.
 */
function clean_attributes( $given ) {
	$clean = array();
	foreach ( ATTRIBUTES as $name ) {
		$value = isset( $given[ $name ] ) ? clean_attribute( $name, $given[ $name ] ) : '';
		if ( '' !== $value ) {
			$clean[ $name ] = $value;
		}
	}
	return $clean;
}

/**
 * The value, or '' for none.
 *
 * @param string       $name  One of ATTRIBUTES.
 * @param string|array $value As given.
 * @return string
 */
function clean_attribute( $name, $value ) {
	if ( is_array( $value ) ) {
		$value = implode( ' ', array_filter( $value, 'is_scalar' ) );
	}
	$value = is_scalar( $value ) ? trim( wp_check_invalid_utf8( (string) $value ) ) : '';
	if ( isset( CHOICES[ $name ] ) ) {
		return in_array( $value, CHOICES[ $name ], true ) ? $value : '';
	}
	switch ( $name ) {
		case 'types':
			return implode( ' ', array_intersect( TYPES, preg_split( '/[\s,]+/', strtolower( $value ) ) ) );
		case 'dir':
			return in_array( $value, array( 'ltr', 'rtl', 'auto' ), true ) ? $value : '';
		case 'published':
			return preg_match( '/^\d{4}-\d{2}-\d{2}([T ][\d:.+\-Z]*)?$/', $value ) ? $value : '';
		case 'locale':
		case 'lang':
			return preg_match( '/^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$/', $value ) ? $value : '';
		case 'least-confidence':
			return is_numeric( $value ) && $value >= 0 && $value <= 1 ? $value : '';
		case 'results':
			return clean_address( $value );
		default:
			return $value; // Selectors: the element says so where one is none.
	}
}

/**
 * A selector of an element of the page, or a file of this site: a reader's browser is sent nowhere else.
 *
 * @param string $value As given.
 * @return string
 */
function clean_address( $value ) {
	if ( '' !== $value && '#' === $value[0] ) {
		return $value;
	}
	$address = esc_url_raw( $value, array( 'http', 'https' ) );
	$host    = wp_parse_url( $address, PHP_URL_HOST );
	return null === $host || wp_parse_url( home_url(), PHP_URL_HOST ) === $host ? $address : '';
}

/**
 * The attributes as they stand in a tag, escaped, each with a space before it.
 *
 * @param array $attributes Name => value.
 * @return string
 */
function attributes_html( $attributes ) {
	$html = '';
	foreach ( $attributes as $name => $value ) {
		$html .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return $html;
}
