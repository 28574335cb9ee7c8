/**
 * Which sign of an article lies under a point of the window, and where words lie: without a side effect on the page.
 *
 *     signAt(reading, event, article)     // an offset into the text, or null
 *     boxAt(range, { x, y })              // the rectangle of the range's line under the point
 *
 * Browsers answer with the nearest place in a text, however far; only what lies under the point counts.
 *
 * @import { Reading } from "./text.js"
 */

/** Lines of text stand apart; between two of them the nearer one is meant. In pixels. */
const NEAR = 3;

/** @typedef {{ clientX: number, clientY: number }} Point */

/**
 * @param {Reading} reading
 * @param {Point} point
 * @param {Element} article
 * @returns {number | null}
 */
export function signAt(reading, point, article) {
  const place = caretAt(point, article.getRootNode());
  return place && reading.offsetAt(place.node, place.offset);
}

/**
 * @param {StaticRange} range
 * @param {Point} point
 * @returns {DOMRect | undefined}
 */
export function boxAt(range, point) {
  return boxes(range).find((box) => isIn(box, point));
}

/**
 * @param {DOMRect} box
 * @param {Point} point
 */
export function isIn({ left, right, top, bottom }, { clientX, clientY }) {
  return clientX >= left - NEAR && clientX <= right + NEAR && clientY >= top - NEAR && clientY <= bottom + NEAR;
}

/** The rectangles of the words, a line each. @param {StaticRange} words @returns {DOMRect[]} */
export function boxes({ startContainer, startOffset, endContainer, endOffset }) {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return [...range.getClientRects()].filter(({ width }) => width > 0);
}

/**
 * @param {Point} point
 * @param {Node} root
 * @returns {{ node: Node, offset: number } | null}
 */
function caretAt({ clientX, clientY }, root) {
  const shadowRoots = root instanceof ShadowRoot ? [root] : [];
  if (typeof document.caretPositionFromPoint === "function") {
    const place = document.caretPositionFromPoint(clientX, clientY, { shadowRoots });
    return place && { node: place.offsetNode, offset: place.offset };
  }
  const range = document.caretRangeFromPoint?.(clientX, clientY);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
