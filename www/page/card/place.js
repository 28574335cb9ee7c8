/**
 * Where the card stands: under its words, else over them, else at the bottom of the screen; never outside it.
 *
 * The side is chosen here, by the room that there is. Where the browser knows anchors the stylesheet does the
 * rest and the card follows its words; elsewhere it is measured and placed here, at every scroll.
 */

/** Narrower than this it lies at the bottom; card.css has it too. */
const NARROW = "(width < 40rem)";

/** Between words and card, and between card and screen. */
const GAP = 8;

/** With less room on both sides the words fill the screen: then it lies at the bottom. */
const LEAST = 180;

const ANCHORED = CSS.supports("position-area: block-end");

/**
 * @param {HTMLElement} card Shown.
 * @param {HTMLElement} anchor
 */
export function place(card, anchor) {
  for (const property of ["left", "top", "max-height"]) card.style.removeProperty(property);
  const { top, bottom } = anchor.getBoundingClientRect();
  const below = innerHeight - bottom - 2 * GAP;
  const above = top - 2 * GAP;
  if (matchMedia(NARROW).matches || Math.max(below, above) < LEAST) {
    card.dataset.at = "bottom";
    return;
  }
  card.dataset.at = "below"; // to be measured as it will stand
  const side = card.scrollHeight <= below || below >= above ? "below" : "above";
  card.dataset.at = side;
  if (!ANCHORED) measure(card, anchor, side === "below" ? below : above);
}

/**
 * @param {HTMLElement} card
 * @param {HTMLElement} anchor
 * @param {number} room
 */
function measure(card, anchor, room) {
  // A mark over several lines is as wide as the paragraph; the card begins where the words do.
  const words = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
  const around = anchor.getBoundingClientRect();
  const rtl = getComputedStyle(card).direction === "rtl";
  const wanted = rtl ? words.right - card.offsetWidth : words.left;
  card.style.maxHeight = `${room}px`;
  // Beside the lists it stays on the article's side, where the stylesheet says how wide that is.
  const edge = document.documentElement.clientWidth - (parseFloat(getComputedStyle(card).getPropertyValue("scroll-margin-inline-end")) || GAP);
  const left = Math.max(GAP, Math.min(wanted, edge - card.offsetWidth));
  const top = card.dataset.at === "below" ? around.bottom + GAP : around.top - GAP - card.offsetHeight;
  card.style.left = `${left}px`;
  card.style.top = `${top}px`;
}

/**
 * Scrolls so far that a card at the bottom does not lie on the words it tells of.
 * @param {HTMLElement} card
 * @param {HTMLElement} anchor
 */
export function uncover(card, anchor) {
  if (card.dataset.at !== "bottom") return;
  const whole = anchor.getBoundingClientRect();
  // Of a quotation that is higher than the room, its first line.
  const words = whole.height < innerHeight / 4 ? whole : (anchor.getClientRects()[0] ?? whole);
  const hidden = words.bottom + GAP - card.getBoundingClientRect().top;
  if (hidden > 0) scrollBy({ top: hidden, behavior: "instant" });
}
