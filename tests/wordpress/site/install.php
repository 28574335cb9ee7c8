<?php
// Sets WordPress up as its own wizard would: tables, one user of each role, a theme and the plugin.
define( 'WP_INSTALLING', true );
require getenv( 'TEST_ROOT' ) . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/admin.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter( 'pre_wp_mail', '__return_true' );
wp_install( 'The Harbour Courier', 'administrator', 'administrator@example.org', true, '', 'administrator-password' );
foreach ( array( 'author', 'contributor' ) as $role ) {
	wp_insert_user(
		array(
			'user_login' => $role,
			'user_pass'  => $role . '-password',
			'user_email' => $role . '@example.org',
			'role'       => $role,
		)
	);
}
update_option( 'timezone_string', 'Europe/Lisbon' );
switch_theme( 'twentytwentythree' );
