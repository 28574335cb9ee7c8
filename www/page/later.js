/**
 * What the empty page can be without at first: it is fetched, but nothing waits for it.
 *
 * The style sheets of results are in index.html with `media="not all"`, which browsers fetch last and paint without.
 * Here they become valid. It fetches no scripts: `page.js` does.
 */

/** The empty page is on the screen. @returns {Promise<void>} */
export function painted() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

/** The style sheets of results are there and valid; one that cannot be had is no reason to show nothing. */
export async function styled() {
  const links = [...document.querySelectorAll('link[rel="stylesheet"][media="not all"]')];
  await Promise.all(links.map((link) => link instanceof HTMLLinkElement && valid(link)));
}

/** @param {HTMLLinkElement} link */
function valid(link) {
  return new Promise((done) => {
    link.addEventListener("load", done);
    link.addEventListener("error", done);
    link.media = "all";
    if (link.sheet) done(undefined);
  });
}
