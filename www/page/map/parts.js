/**
 * The parts below the drawing: buttons, the key, the entries of the list. Elements only; what they do
 * is the map's.
 *
 * @import { Row } from "../../element/view.js"
 * @import { Shown } from "./places.js"
 */

/** So many places fill three or four lines. */
const FOLDED = 12;

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}

/**
 * @param {string} sign
 * @param {string} [name] Where the sign is no word.
 */
export function button(sign, name) {
  const root = element("button", { type: "button", className: "map-tool", textContent: sign });
  if (name !== undefined) root.ariaLabel = name;
  return root;
}

/**
 * A place as a button.
 * @param {Row} row
 * @param {Shown} [place] None where it is not on the map.
 */
export function entry(row, place) {
  const item = element("li", {});
  const root = element("button", { type: "button", className: "map-entry" });
  const many = row.marks.length > 1;
  root.dataset.row = row.id;
  if (place && place.as !== "area") root.append(sign(place.as, place.likely));
  root.append(element("bdi", { textContent: row.title }));
  if (many) root.append(" ", element("span", { className: "count", textContent: String(row.marks.length) }));
  const rest = (many ? " mentions" : "") + (place?.likely ? ", likely place" : "");
  if (rest !== "") root.append(element("span", { className: "unseen", textContent: rest }));
  item.append(root);
  return item;
}

/**
 * A list; what is beyond a few lines is shown when it is asked for.
 * @param {HTMLElement[]} items
 * @param {string} label
 */
export function list(items, label) {
  const root = element("ul", { className: "map-list", ariaLabel: label });
  root.append(...items);
  if (items.length <= FOLDED + 1) return [root];
  const rest = items.slice(FOLDED);
  for (const item of rest) item.hidden = true;
  const more = element("button", { type: "button", className: "map-more", textContent: `Show all ${items.length}` });
  more.addEventListener("click", () => {
    for (const item of rest) item.hidden = false;
    more.remove();
    rest[0]?.querySelector("button")?.focus();
  });
  return [root, more];
}

/** @param {Shown["as"]} as @param {boolean} likely */
function sign(as, likely) {
  const root = element("span", { className: `map-sign ${as}`, ariaHidden: "true" });
  root.classList.toggle("likely", likely);
  return root;
}

/** What the signs mean, those that are there. @param {Shown[]} shown */
export function key(shown) {
  const root = element("div", { className: "map-key" });
  const signs = /** @type {const} */ ([
    ["dot", false, "place"],
    ["dot", true, "likely place"],
    ["country", false, "country"],
    ["country", true, "likely country"],
  ]);
  for (const [as, likely, words] of signs) {
    if (!shown.some((one) => one.as === as && one.likely === likely)) continue;
    const part = element("span", {});
    part.append(sign(as, likely), words);
    root.append(part);
  }
  return root;
}
