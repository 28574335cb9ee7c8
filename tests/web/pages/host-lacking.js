// A browser that lacks what its address names: host-lacking.js?Worker,WebAssembly,CSS.highlights. A classic script before
// all others.

for (const path of decodeURIComponent(new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src).search.slice(1)).split(",")) {
  const names = path.split(".");
  const last = /** @type {string} */ (names.pop());
  const owner = names.reduce((/** @type {any} */ object, name) => object[name], window);
  delete owner[last];
  if (last in owner) throw new Error(`${path} cannot be taken away`);
}
