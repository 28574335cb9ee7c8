/**
 * Marks by CSS Custom Highlights: drawn over somebody's page without a single change to its tree.
 *
 *     const paint = new Paint(article.getRootNode());
 *     paint.set("person", ranges);
 *     paint.clear();
 *
 * The highlights are shared by every painter of the document, one a kind, under names of our own;
 * a painter adds and takes away only its own ranges, and a highlight goes when its last range goes, as the style sheet
 * does with its last painter. Where the browser knows no highlights, nothing is drawn.
 */

import { ink, LOOKS } from "./kinds.js";

const PREFIX = "article-analyzer-";

/** Names lie over figures and dates where both mark the same words, what is chosen over all. */
const PRIORITY = { figure: 0, date: 0, current: 2 };

/**
 * Gecko took up highlights without their lines (Firefox 140, no computed value tells), so there all marks have a ground
 * too: else nothing would be seen. Type is then told by colour in the article, and in words by card and panel.
 */
const NEEDS_GROUND = CSS.supports("-moz-orient", "inline");

/** What is unsure, and what stands for a name without being one, has the thinner line. */
function rules() {
  const kinds = Object.entries(LOOKS).flatMap(([kind, looks]) =>
    [["", looks.line], ["-unsure", looks.thin]].flatMap(([layer, line]) => {
      const underline = `text-decoration: underline ${line} ${ink(kind)};`;
      const ground = `background-color: var(--article-analyzer-${kind}-tint, color-mix(in srgb, ${ink(kind)} 13%, transparent));`;
      const selector = `::highlight(${PREFIX}${kind}${layer}`;
      return [`${selector}) { ${underline} ${NEEDS_GROUND ? ground : ""} }`, `${selector}-tint) { ${underline} ${ground} }`];
    }),
  );
  return [...kinds, `::highlight(${PREFIX}current) { background-color: var(--article-analyzer-current, rgb(255 205 0 / 45%)); }`].join("\n");
}

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** @type {Map<Document | ShadowRoot, number>} How many painters draw there. */
const painters = new Map();

export class Paint {
  /** @type {Map<string, StaticRange[]>} */
  #own = new Map();
  #scope;

  /** @param {Node} root The document, or the shadow root that holds the marked text. */
  constructor(root) {
    // Document rules do not reach highlights inside a shadow tree in every browser, so each gets its own.
    this.#scope = root instanceof ShadowRoot ? root : document;
  }

  static get possible() {
    return typeof Highlight === "function" && CSS.highlights !== undefined;
  }

  /**
   * @param {string} layer A kind, with `-unsure` and `-tint` behind it, or `current`.
   * @param {StaticRange[]} ranges
   */
  set(layer, ranges) {
    if (!Paint.possible) return;
    if (this.#own.size === 0 && ranges.length > 0) enter(this.#scope);
    const name = PREFIX + layer;
    const highlight = CSS.highlights.get(name) ?? new Highlight();
    for (const range of this.#own.get(layer) ?? []) highlight.delete(range);
    for (const range of ranges) highlight.add(range);
    highlight.priority = PRIORITY[/** @type {keyof typeof PRIORITY} */ (layer.split("-")[0])] ?? 1;
    if (highlight.size > 0) CSS.highlights.set(name, highlight);
    else CSS.highlights.delete(name);
    const drew = this.#own.size > 0;
    if (ranges.length > 0) this.#own.set(layer, ranges);
    else this.#own.delete(layer);
    if (drew && this.#own.size === 0) leave(this.#scope);
  }

  /** Draws these layers and no others. @param {Map<string, StaticRange[]>} layers */
  draw(layers) {
    for (const layer of [...this.#own.keys()]) if (!layers.has(layer)) this.set(layer, []);
    for (const [layer, ranges] of layers) this.set(layer, ranges);
  }

  clear() {
    this.draw(new Map());
  }
}

/** @param {Document | ShadowRoot} scope */
function enter(scope) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(rules());
  }
  painters.set(scope, (painters.get(scope) ?? 0) + 1);
  if (!scope.adoptedStyleSheets.includes(sheet)) scope.adoptedStyleSheets.push(sheet);
}

/** @param {Document | ShadowRoot} scope */
function leave(scope) {
  const left = (painters.get(scope) ?? 1) - 1;
  painters.set(scope, left);
  if (left > 0) return;
  painters.delete(scope);
  scope.adoptedStyleSheets = scope.adoptedStyleSheets.filter((one) => one !== sheet);
}
