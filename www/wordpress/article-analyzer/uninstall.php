<?php
/**
 * Takes away what the plugin has written: its one option and its one key of post meta, on every site of the network.
 * What authors wrote into their posts stays theirs.
 *
 * @package article-analyzer
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/** On the site that is current. */
function article_analyzer_uninstall_site() {
	delete_option( 'article_analyzer' );
	delete_post_meta_by_key( '_article_analyzer' );
}

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $article_analyzer_site ) {
		switch_to_blog( $article_analyzer_site );
		article_analyzer_uninstall_site();
		restore_current_blog();
	}
} else {
	article_analyzer_uninstall_site();
}
