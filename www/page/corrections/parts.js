/** Small parts that the panels of corrections are made of. */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function part(tag, properties = {}) {
  return Object.assign(document.createElement(tag), properties);
}

/**
 * @param {string} words
 * @param {() => void} press
 * @param {string} [className]
 */
export function button(words, press, className = "button") {
  const made = part("button", { type: "button", className, textContent: words });
  made.addEventListener("click", press);
  return made;
}

/**
 * A dialog that is closed by Escape, by its button and by a click beside it.
 * @param {string} id
 */
export function sheet(id) {
  const root = part("dialog", { id, className: "names-dialog corrections-sheet" });
  root.addEventListener("click", (event) => {
    if (event.target === root) root.close();
  });
  document.body.append(root);
  return root;
}

/**
 * @param {HTMLDialogElement} root
 * @param {string} words
 */
export function head(root, words) {
  const title = part("h2", { id: `${root.id}-title`, textContent: words });
  root.setAttribute("aria-labelledby", title.id);
  const line = part("div", { className: "names-head" });
  line.append(title, button("Close", () => root.close()));
  return line;
}
