<?php
// For PHP's own server: files as they are, folders by their index.php, everything else by WordPress.
$path = rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
$file = $_SERVER['DOCUMENT_ROOT'] . $path;
if ( is_dir( $file ) && is_file( rtrim( $file, '/' ) . '/index.php' ) ) {
	if ( substr( $path, -1 ) !== '/' ) {
		header( 'Location: ' . $path . '/' );
		return true;
	}
	$file = rtrim( $file, '/' ) . '/index.php';
}
if ( is_file( $file ) && substr( $file, -4 ) !== '.php' ) {
	return false;
}
$script = is_file( $file ) ? $file : $_SERVER['DOCUMENT_ROOT'] . '/index.php';
$_SERVER['SCRIPT_FILENAME'] = $script;
$_SERVER['SCRIPT_NAME']     = $_SERVER['PHP_SELF'] = substr( $script, strlen( $_SERVER['DOCUMENT_ROOT'] ) );
chdir( dirname( $script ) );
require $script;
return true;
