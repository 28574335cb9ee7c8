/** Elements of panel and card: made by properties, never by markup. */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} [properties]
 * @param {(Node | string)[]} [content]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, properties = {}, content = []) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
}

/**
 * A button that says what it does by `data-does`.
 * @param {string} does
 * @param {string} words
 * @param {string} [look]
 */
export function command(does, words, look = "command") {
  const button = make("button", { type: "button", className: look, textContent: words });
  button.dataset.does = does;
  button.part.add("button");
  return button;
}
