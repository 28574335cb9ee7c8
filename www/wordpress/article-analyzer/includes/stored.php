<?php
/**
 * What an editor has accepted: one key of post meta, written through the post's own REST endpoint by whoever may edit
 * the post, shown only to those.
 *
 *     { "schema": 1, "content": "9f2c1a07-5210", "summary": true,
 *       "accepted": [ { "kind": "person", "name": "Elena Marsh", "also": ["Marsh"], "roles": ["union leader"], "mentions": 4 },
 *                     { "kind": "figure", "name": "at least 40 ships", "value": "40", "bound": "at_least", "counts": "ships" } ],
 *       "results": { "schema": 1, "text": "...", "analysis": { ... } } }
 *
 * `content` is the fingerprint of the words that were read. When those have changed since, what was found in them is
 * no longer told to anybody; it is kept until the editor looks again.
 *
 * @package article-analyzer
 */

namespace ArticleAnalyzer;

defined( 'ABSPATH' ) || exit;

const META = '_article_analyzer';

add_action(
	'init',
	function () {
		// For every type of post; those without custom fields do not hand out meta, and the panel stays away from them.
		register_post_meta(
			'',
			META,
			array(
				'type'              => 'string',
				'single'            => true,
				'default'           => '',
				'sanitize_callback' => __NAMESPACE__ . '\\sanitize_stored',
				'auth_callback'     => __NAMESPACE__ . '\\may_store',
				'show_in_rest'      => array(
					'schema' => array(
						'type'    => 'string',
						'context' => array( 'edit' ),
					),
				),
			)
		);
	}
);

/**
 * Who may change a post may change what is stored with it.
 *
 * @param bool   $allowed Unused: core's guess.
 * @param string $key     Unused.
 * @param int    $post_id The post.
 * @param int    $user_id Who asks.
 * @return bool
 */
function may_store( $allowed, $key, $post_id, $user_id ) {
	return user_can( $user_id, 'edit_post', $post_id );
}

/**
 * What is stored and still true of the post's words; null for nothing.
 *
 * @param \WP_Post|null $post The post.
 * @return array|null
 */
function stored( $post ) {
	static $known = array();
	if ( ! $post || post_password_required( $post ) ) {
		return null;
	}
	$words = fingerprint( $post->post_content );
	$key   = $post->ID . ' ' . $words;
	if ( ! array_key_exists( $key, $known ) ) {
		$meta          = get_post_meta( $post->ID, META, true );
		$stored        = is_string( $meta ) && '' !== $meta ? json_decode( $meta, true ) : null;
		$known[ $key ] = is_array( $stored ) && isset( $stored['content'] ) && $stored['content'] === $words ? $stored : null;
	}
	return $known[ $key ];
}

/**
 * A fingerprint of a content's words: block comments, tags and white space count for nothing, because editors write
 * those anew when they save. The editor's script computes the same. It tells a change, not an attack.
 *
 * @param string $content As the database has it.
 * @return string
 */
function fingerprint( $content ) {
	$words = preg_replace( '/[ \t\r\n\f]+/', '', preg_replace( '/<[^>]*>/', '', preg_replace( '/<!--.*?-->/s', '', $content ) ) );
	return hash( 'fnv1a32', (string) $words ) . '-' . strlen( (string) $words );
}

/**
 * The attribute that leads the element to what is stored, so that it needs no core.
 *
 * @param \WP_Post $post The post.
 * @return array
 */
function results_attributes( $post ) {
	return stored( $post ) ? array( 'results' => '#' . results_id( $post ) ) : array();
}

/**
 * The results as the element reads them: data, which no browser runs, with nothing in it that could end the tag.
 *
 * @param \WP_Post $post The post.
 * @return string
 */
function results_html( $post ) {
	$stored = stored( $post );
	if ( ! $stored ) {
		return '';
	}
	return sprintf( '<script type="application/json" id="%s">%s</script>', esc_attr( results_id( $post ) ), json_for_html( $stored['results'] ) );
}

/**
 * The id of the results in the page.
 *
 * @param \WP_Post $post The post.
 * @return string
 */
function results_id( $post ) {
	return 'article-analyzer-results-' . $post->ID;
}

/**
 * JSON that may stand in a script element.
 *
 * @param mixed $data Anything.
 * @return string
 */
function json_for_html( $data ) {
	return wp_json_encode( $data, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
}
