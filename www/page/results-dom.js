/**
 * Small makers that the lists share: an element with its properties, a button with a drawn sign.
 */

const SVG = "http://www.w3.org/2000/svg";

/** Two sheets, one behind the other. */
const COPY = "M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z";

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} [properties]
 * @param {(Node | string)[]} [inside]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, properties = {}, inside = []) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...inside);
  return made;
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {(Node | string)[]} [inside]
 */
export function svg(tag, attributes, inside = []) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...inside);
  return made;
}

/** @param {string} what */
export function copyButton(what) {
  const button = element("button", { type: "button", className: "copy", title: "Copy" });
  button.setAttribute("aria-label", `Copy ${what}`);
  button.append(svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, [svg("path", { d: COPY })]));
  return button;
}

/** @param {string} what */
export function moreButton(what) {
  const button = element("button", { type: "button", className: "row-more", title: "Not right?", textContent: "⋯" });
  button.setAttribute("aria-label", `Not right? ${what}`);
  button.setAttribute("aria-haspopup", "dialog");
  return button;
}

/**
 * The words of a row, with the line of its kind, as a button that leads to them.
 * @param {string} words
 * @param {string} kind
 */
export function jump(words, kind) {
  const inner = element("bdi", { className: "words", textContent: words });
  inner.dataset.kind = kind;
  return { button: element("button", { type: "button", className: "jump" }, [inner]), words: inner };
}
