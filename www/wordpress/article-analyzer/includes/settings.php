<?php
/**
 * The settings, one option in all, and their page under Settings.
 *
 * They say what holds where an author has said nothing: where the element stands by itself, and how it looks.
 *
 * @package article-analyzer
 */

namespace ArticleAnalyzer;

defined( 'ABSPATH' ) || exit;

const OPTION = 'article_analyzer';

/** Where the element stands without having been put there, and the post types which that means. */
const AUTOMATIC = array(
	'off'   => array(),
	'posts' => array( 'post' ),
	'pages' => array( 'page' ),
	'both'  => array( 'post', 'page' ),
);

/**
 * What is set, complete and clean whatever the database holds.
 *
 * @return array automatic, mode, marks, activate.
 */
function settings() {
	return sanitize_settings( get_option( OPTION ) );
}

/**
 * Unknown words fall to the default.
 *
 * @param mixed $given From the form or the database.
 * @return array
 */
function sanitize_settings( $given ) {
	$given   = is_array( $given ) ? $given : array();
	$allowed = array( 'automatic' => array_keys( AUTOMATIC ) ) + CHOICES;
	$clean   = array();
	foreach ( $allowed as $name => $words ) {
		$clean[ $name ] = isset( $given[ $name ] ) && in_array( $given[ $name ], $words, true ) ? $given[ $name ] : $words[0];
	}
	return $clean;
}

/**
 * The words for every choice, in the order of the page.
 *
 * @return array Name => label, help, words: value => words.
 */
function setting_words() {
	return array(
		'automatic' => array(
			'label' => __( 'Where it stands by itself', 'article-analyzer' ),
			'help'  => __( 'At the end of the text. A post that has the block, the shortcode or the element already is left as it is.', 'article-analyzer' ),
			'words' => array(
				'off'   => __( 'Nowhere: only where it was put', 'article-analyzer' ),
				'posts' => __( 'On every post', 'article-analyzer' ),
				'pages' => __( 'On every page', 'article-analyzer' ),
				'both'  => __( 'On every post and every page', 'article-analyzer' ),
			),
		),
		'mode'      => array(
			'label' => __( 'What readers see', 'article-analyzer' ),
			'help'  => __( 'A single block, shortcode or element may say otherwise, here and below.', 'article-analyzer' ),
			'words' => array(
				'panel'    => __( 'Lists of people, places and figures', 'article-analyzer' ),
				'inline'   => __( 'A line above, and cards in the text', 'article-analyzer' ),
				'summary'  => __( 'One line in words', 'article-analyzer' ),
				'headless' => __( 'Nothing but the marks', 'article-analyzer' ),
			),
		),
		'marks'     => array(
			'label' => __( 'Marks in the text', 'article-analyzer' ),
			'help'  => '',
			'words' => array(
				'underline' => __( 'Underlined', 'article-analyzer' ),
				'tint'      => __( 'Underlined and tinted', 'article-analyzer' ),
				'none'      => __( 'None', 'article-analyzer' ),
			),
		),
		'activate'  => array(
			'label' => __( 'When it reads the article', 'article-analyzer' ),
			'help'  => __( 'Before that nothing but one small script is fetched. After it, about a megabyte, from this site.', 'article-analyzer' ),
			'words' => array(
				'click'   => __( 'When the reader asks for it', 'article-analyzer' ),
				'visible' => __( 'When it comes into view', 'article-analyzer' ),
				'load'    => __( 'With the page', 'article-analyzer' ),
			),
		),
	);
}

/** Tells WordPress of the option. */
function register_settings() {
	register_setting(
		OPTION,
		OPTION,
		array(
			'type'              => 'object',
			'sanitize_callback' => __NAMESPACE__ . '\\sanitize_settings',
			'show_in_rest'      => false,
		)
	);
	add_settings_section( 'default', '', '__return_null', OPTION );
	foreach ( setting_words() as $name => $words ) {
		add_settings_field(
			OPTION . '_' . $name,
			$words['label'],
			__NAMESPACE__ . '\\print_setting',
			OPTION,
			'default',
			array(
				'label_for' => OPTION . '_' . $name,
				'name'      => $name,
			) + $words
		);
	}
}
add_action( 'admin_init', __NAMESPACE__ . '\\register_settings' );

/**
 * One row of the form.
 *
 * @param array $field label_for, name, help, words.
 */
function print_setting( $field ) {
	$set  = settings()[ $field['name'] ];
	$help = '' === $field['help'] ? '' : $field['label_for'] . '-help';
	printf(
		'<select id="%s" name="%s"%s>',
		esc_attr( $field['label_for'] ),
		esc_attr( OPTION . '[' . $field['name'] . ']' ),
		'' === $help ? '' : sprintf( ' aria-describedby="%s"', esc_attr( $help ) )
	);
	foreach ( $field['words'] as $value => $words ) {
		printf( '<option value="%s"%s>%s</option>', esc_attr( $value ), selected( $set, $value, false ), esc_html( $words ) );
	}
	echo '</select>';
	if ( '' !== $help ) {
		printf( '<p class="description" id="%s">%s</p>', esc_attr( $help ), esc_html( $field['help'] ) );
	}
}

/** The page itself. */
function print_settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1><form action="options.php" method="post">';
	settings_fields( OPTION );
	do_settings_sections( OPTION );
	submit_button();
	echo '</form></div>';
}

add_action(
	'admin_menu',
	function () {
		$title = __( 'Article Analyzer', 'article-analyzer' );
		add_options_page( $title, $title, 'manage_options', OPTION, __NAMESPACE__ . '\\print_settings_page' );
	}
);

add_filter(
	'plugin_action_links_' . plugin_basename( FILE ),
	function ( $links ) {
		$address = admin_url( 'options-general.php?page=' . OPTION );
		array_unshift( $links, sprintf( '<a href="%s">%s</a>', esc_url( $address ), esc_html__( 'Settings', 'article-analyzer' ) ) );
		return $links;
	}
);
