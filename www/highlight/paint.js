/**
 * Marks by CSS Custom Highlights: drawn over somebody's page without a single change to its tree.
 *
 *     const paint = new Paint(article.getRootNode());
 *     paint.set("person", ranges);
 *     paint.clear();
 *
 * The highlights are shared by every painter of the document, one a kind, under names of our own;
 * a painter adds and takes away only its own ranges, and a highlight goes when its last range goes.
 * Where the browser knows no highlights, nothing is drawn.
 */

const PREFIX = "article-analyzer-";

/** The colours are the theme's, see themes/default.css; these are its light ones, for pages without a theme. */
const RULES = `
::highlight(article-analyzer-person) { text-decoration: underline 2px solid var(--article-analyzer-person, #8a4b00); }
::highlight(article-analyzer-organization) { text-decoration: underline 2px dotted var(--article-analyzer-organization, #5b3a8c); }
::highlight(article-analyzer-place) { text-decoration: underline 2px dashed var(--article-analyzer-place, #0b5d2a); }
::highlight(article-analyzer-other) { text-decoration: underline 1px solid var(--article-analyzer-other, #46545c); }
::highlight(article-analyzer-figure) { text-decoration: underline 1px double var(--article-analyzer-figure, #1a2f9c); }
::highlight(article-analyzer-date) { text-decoration: underline 1.25px wavy var(--article-analyzer-date, #8a006b); }
::highlight(article-analyzer-person-unsure) { text-decoration: underline 1px solid var(--article-analyzer-person, #8a4b00); }
::highlight(article-analyzer-organization-unsure) { text-decoration: underline 1px dotted var(--article-analyzer-organization, #5b3a8c); }
::highlight(article-analyzer-place-unsure) { text-decoration: underline 1px dashed var(--article-analyzer-place, #0b5d2a); }
::highlight(article-analyzer-other-unsure) { text-decoration: underline .5px solid var(--article-analyzer-other, #46545c); }
::highlight(article-analyzer-current) { background-color: var(--article-analyzer-current, rgb(255 205 0 / 45%)); }
`;

/** @type {CSSStyleSheet | undefined} */
let sheet;

export class Paint {
  /** @type {Map<string, StaticRange[]>} */
  #own = new Map();

  /** @param {Node} root The document, or the shadow root that holds the marked text. */
  constructor(root) {
    if (!Paint.possible) return;
    sheet ??= rules();
    // Document rules do not reach highlights inside a shadow tree in every browser, so each gets its own.
    const scope = root instanceof ShadowRoot ? root : document;
    if (!scope.adoptedStyleSheets.includes(sheet)) scope.adoptedStyleSheets.push(sheet);
  }

  static get possible() {
    return typeof Highlight === "function" && CSS.highlights !== undefined;
  }

  /**
   * @param {string} layer One of the names above, without the prefix.
   * @param {StaticRange[]} ranges
   */
  set(layer, ranges) {
    if (!Paint.possible) return;
    const name = PREFIX + layer;
    const highlight = CSS.highlights.get(name) ?? new Highlight();
    for (const range of this.#own.get(layer) ?? []) highlight.delete(range);
    for (const range of ranges) highlight.add(range);
    this.#own.set(layer, ranges);
    // What is chosen lies over the rest; names over figures where both mark the same words.
    highlight.priority = layer === "current" ? 2 : layer === "figure" || layer === "date" ? 0 : 1;
    if (highlight.size > 0) CSS.highlights.set(name, highlight);
    else CSS.highlights.delete(name);
  }

  clear() {
    for (const layer of [...this.#own.keys()]) this.set(layer, []);
    this.#own.clear();
  }
}

function rules() {
  const made = new CSSStyleSheet();
  made.replaceSync(RULES);
  return made;
}
