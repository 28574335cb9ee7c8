<?php
// Runs the PHP on standard input inside WordPress and prints what it returns as JSON.
require getenv( 'TEST_ROOT' ) . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
require_once ABSPATH . 'wp-admin/includes/file.php';
$code   = stream_get_contents( STDIN );
$result = ( static function () use ( $code ) {
	return eval( $code );
} )();
echo "\n@@", wp_json_encode( $result );
