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

const PREFIX = "article-analyzer-";

/**
 * The line of each kind: type is told by its style, never by colour alone. What is unsure, and what stands for a name
 * without being one, has the thinner line.
 * @type {Record<string, { line: string, thin: string, colour: string, tint: string }>}
 */
const KINDS = {
  person: { line: "2px solid", thin: "1px solid", colour: "#8a4b00", tint: "255 214 140" },
  organization: { line: "2px dotted", thin: "1px dotted", colour: "#5b3a8c", tint: "205 190 255" },
  place: { line: "2px dashed", thin: "1px dashed", colour: "#0b5d2a", tint: "160 225 185" },
  other: { line: "1px solid", thin: ".5px solid", colour: "#46545c", tint: "200 208 214" },
  figure: { line: "1px double", thin: "1px double", colour: "#1a2f9c", tint: "185 198 255" },
  date: { line: "1.25px wavy", thin: "1px wavy", colour: "#8a006b", tint: "250 195 235" },
};

/** Names lie over figures and dates where both mark the same words, what is chosen over all. */
const PRIORITY = { figure: 0, date: 0, current: 2 };

/** The colours are the theme's, see themes/default.css; these are its light ones, for pages without a theme. */
function rules() {
  const kinds = Object.entries(KINDS).flatMap(([kind, { line, thin, colour, tint }]) => {
    const ink = `var(--article-analyzer-${kind}, ${colour})`;
    const ground = `background-color: var(--article-analyzer-tint-${kind}, rgb(${tint} / 35%));`;
    return [
      `::highlight(${PREFIX}${kind}) { text-decoration: underline ${line} ${ink}; }`,
      `::highlight(${PREFIX}${kind}-unsure) { text-decoration: underline ${thin} ${ink}; }`,
      `::highlight(${PREFIX}${kind}-tint) { text-decoration: underline ${line} ${ink}; ${ground} }`,
      `::highlight(${PREFIX}${kind}-unsure-tint) { text-decoration: underline ${thin} ${ink}; ${ground} }`,
    ];
  });
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
