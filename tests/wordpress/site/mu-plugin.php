<?php
// The strict policy, for those pages that ask for it: ?policy=strict. And a list of every request that WordPress
// would have sent to another machine.
if ( 'strict' === ( $_GET['policy'] ?? '' ) && ! is_admin() ) {
	add_action(
		'send_headers',
		function () {
			header( "Content-Security-Policy: default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " .
				"object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types article-analyzer" );
		}
	);
}
add_filter( 'got_url_rewrite', '__return_false' );
add_filter(
	'pre_http_request',
	function ( $answer, $arguments, $url ) {
		error_log( "OUTBOUND $url\n", 3, getenv( 'TEST_LOG' ) );
		return new WP_Error( 'no', 'This WordPress speaks to nobody.' );
	},
	10,
	3
);
