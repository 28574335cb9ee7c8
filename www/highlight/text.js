/**
 * The text of a piece of somebody's page, and the way back from an offset to its place.
 *
 *     const reading = readText(article);
 *     reading.text                      // "Headline\nFirst paragraph ..."
 *     reading.range(0, 8)               // a StaticRange over "Headline"
 *     reading.offsetAt(node, 3)         // which sign of the text that is, or null
 *
 * White space is what a reader sees: runs count as one space, block boundaries as line ends. Hidden,
 * editable and excluded parts are not read. Shadow trees are not entered. Nothing is changed.
 */

/** Elements whose text is not the article's. */
const NOT_TEXT = "script, style, noscript, template, textarea, select, button, svg, math, iframe, object, audio, video, canvas, article-analyzer";

/** @typedef {{ node: Text, from: number, at: number, length: number }} Piece `length` units of `node` from `from` on stand at `at` of the text. */

export class Reading {
  text;
  #pieces;
  /** @type {Map<Text, Piece[]> | undefined} Made when it is first asked for. */
  #byNode;

  /**
   * @param {string} text
   * @param {Piece[]} pieces In text order.
   */
  constructor(text, pieces) {
    this.text = text;
    this.#pieces = pieces;
  }

  /**
   * Where the words stand now; `null` when the document no longer holds them.
   * @param {number} start
   * @param {number} end
   * @returns {StaticRange | null}
   */
  range(start, end) {
    const first = this.#pieceAt(start);
    const last = this.#pieceAt(end - 1);
    if (!first || !last || !this.#holds(first) || !this.#holds(last)) return null;
    return new StaticRange({
      startContainer: first.node,
      startOffset: first.from + (start - first.at),
      endContainer: last.node,
      endOffset: last.from + (end - last.at),
    });
  }

  /**
   * The offset of a place in the page, where its words are as they were read.
   * @param {Node} node
   * @param {number} offset
   * @returns {number | null}
   */
  offsetAt(node, offset) {
    if (!(node instanceof Text)) return null;
    this.#byNode ??= Map.groupBy(this.#pieces, (piece) => piece.node);
    const piece = this.#byNode.get(node)?.findLast(({ from }) => offset >= from); // white space belongs to what is before it
    return piece && this.#holds(piece) ? piece.at + Math.min(offset - piece.from, piece.length) : null;
  }

  /** @param {Piece} piece */
  #holds({ node, from, at, length }) {
    return node.isConnected && node.data.slice(from, from + length) === this.text.slice(at, at + length);
  }

  /**
   * The last piece that begins at or before the offset, if the offset lies in it.
   * @param {number} offset
   */
  #pieceAt(offset) {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.at ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const piece = this.#pieces[low - 1];
    return piece && offset < piece.at + piece.length ? piece : undefined;
  }
}

/**
 * @param {Element} root
 * @param {string} [exclude] A selector.
 * @returns {Reading}
 */
export function readText(root, exclude) {
  const skipped = exclude ? `${NOT_TEXT}, ${exclude}` : NOT_TEXT;
  const collector = new Collector();
  walk(root, skipped, collector);
  return new Reading(collector.text, collector.pieces);
}

class Collector {
  text = "";
  /** @type {Piece[]} */
  pieces = [];
  /** @type {"" | " " | "\n"} What is owed before the next words: a space counts for nothing at a line's edge. */
  #gap = "";

  /** @param {"" | " " | "\n"} gap */
  separate(gap) {
    if (this.text !== "" && this.#gap !== "\n") this.#gap = gap || this.#gap;
  }

  /**
   * @param {Text} node
   * @param {boolean} preserved Whether white space is shown as it is written.
   */
  add(node, preserved) {
    const words = preserved ? /[^\n]+|\n/g : /[^ \t\n\r\f]+|[ \t\n\r\f]+/g;
    for (const { index, 0: run } of node.data.matchAll(words)) {
      if (run === "\n" && preserved) this.separate("\n");
      else if (!preserved && /^[ \t\n\r\f]/.test(run)) this.separate(" ");
      else this.#append(node, index, run);
    }
  }

  /**
   * @param {Text} node
   * @param {number} from
   * @param {string} run
   */
  #append(node, from, run) {
    this.text += this.#gap;
    this.#gap = "";
    this.pieces.push({ node, from, at: this.text.length, length: run.length });
    this.text += run;
  }
}

/**
 * @param {Element} element
 * @param {string} skipped
 * @param {Collector} collector
 */
function walk(element, skipped, collector) {
  const { display, visibility, whiteSpaceCollapse, whiteSpace } = /** @type {CSSStyleDeclaration & { whiteSpaceCollapse?: string }} */ (getComputedStyle(element));
  const block = !/^(inline|contents|ruby)/.test(display);
  const preserved = /^(preserve|pre|break-spaces)/.test(whiteSpaceCollapse ?? whiteSpace);
  if (block) collector.separate("\n");
  for (const child of element.childNodes) {
    if (child instanceof Text) {
      if (visibility === "visible") collector.add(child, preserved);
    } else if (child instanceof HTMLBRElement) {
      collector.separate("\n");
    } else if (child instanceof Element && isRead(child, skipped)) {
      walk(child, skipped, collector);
    }
  }
  if (block) collector.separate("\n");
}

/**
 * @param {Element} element
 * @param {string} skipped
 */
function isRead(element, skipped) {
  if (element.matches(skipped)) return false;
  if (element instanceof HTMLElement && (element.isContentEditable || element.hidden)) return false;
  return getComputedStyle(element).display !== "none";
}
