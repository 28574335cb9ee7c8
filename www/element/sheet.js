/**
 * The panel's style sheet, fetched once and shared by all panels of the page.
 *
 * Constructed, because `style-src 'self'` forbids `<style>` elements in other people's pages. Where
 * the file cannot be had, the panel stays plain and works.
 */

const ADDRESS = new URL("./element.css", import.meta.url);

/** @type {Promise<CSSStyleSheet> | undefined} */
let made;

/** @returns {Promise<CSSStyleSheet>} */
export function sheet() {
  return (made ??= make());
}

async function make() {
  const constructed = new CSSStyleSheet();
  try {
    const response = await fetch(ADDRESS);
    if (response.ok) await constructed.replace(await response.text());
  } catch {
    // plain, then
  }
  return constructed;
}
