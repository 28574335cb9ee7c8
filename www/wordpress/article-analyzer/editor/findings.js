/**
 * From a post as WordPress renders it to what is stored with it; the panel's part that knows no WordPress.
 *
 *     const root = plainCopy(html);                     // to be put somewhere where it has a layout, and read
 *     const stored = toStore(text, analysis, kept, ..); // JSON for the post's meta
 *
 * @import { Analysis, Attribution, Entity, Figure } from "../../../analysis.js"
 */

/** Elements whose text is an article's; of all others only the children are taken. */
const KEPT_TAGS = new Set(
  ("a abbr address article aside b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 " +
    "header hr i ins kbd li main mark ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var").split(" "),
);

/** Elements that are left out with all that is in them; the summary is our own, made of what was found before. */
const LEFT_OUT = "script, style, noscript, template, textarea, select, button, svg, math, iframe, object, audio, video, canvas, article-analyzer, [hidden], .article-analyzer-summary";

/**
 * The post's words in elements of their kind, without a single attribute: nothing in it runs, nothing is fetched.
 * @param {string} html
 * @returns {HTMLElement}
 */
export function plainCopy(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const root = document.createElement("div");
  copyChildren(parsed.body, root);
  return root;
}

/**
 * @param {Element} from
 * @param {Element} to
 */
function copyChildren(from, to) {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) to.append(child.textContent ?? "");
    else if (child.nodeType === Node.ELEMENT_NODE) copyElement(/** @type {Element} */ (child), to);
  }
}

/**
 * @param {Element} element
 * @param {Element} to
 */
function copyElement(element, to) {
  if (element.matches(LEFT_OUT)) return;
  if (!KEPT_TAGS.has(element.localName)) return copyChildren(element, to);
  const copy = document.createElement(element.localName);
  if (copy instanceof HTMLDetailsElement) copy.open = true;
  copyChildren(element, copy);
  to.append(copy);
}

/**
 * The words of a post's raw content in short; PHP computes the same when the page is made (includes/stored.php).
 * @param {string} content
 */
export function fingerprint(content) {
  const words = content.replace(/<!--.*?-->/gs, "").replace(/<[^>]*>/g, "").replace(/[ \t\r\n\f]+/g, "");
  const bytes = new TextEncoder().encode(words);
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return `${hash.toString(16).padStart(8, "0")}-${bytes.length}`;
}

/**
 * The analysis without what the editor has turned down; indices follow.
 * @param {Analysis} analysis
 * @param {(id: string) => boolean} isKept By the ids of rows: "e3" for the entity 3, "f5" for the figure 5.
 * @returns {Analysis}
 */
export function prune(analysis, isKept) {
  const names = moves(analysis.names, ({ entity }) => isKept(`e${entity}`));
  const entities = moves(analysis.entities, (_, index) => isKept(`e${index}`));
  const figures = moves(analysis.figures, (_, index) => isKept(`f${index}`));
  const party = (/** @type {Attribution["speaker"]} */ one) => one && { ...one, entity: one.entity === null ? null : (entities.get(one.entity) ?? null) };
  return {
    ...analysis,
    names: remaining(analysis.names, names).map((name) => ({ ...name, entity: moved(entities, name.entity) })),
    entities: remaining(analysis.entities, entities).map((entity) => ({ ...entity, mentions: entity.mentions.map((mention) => moved(names, mention)) })),
    figures: remaining(analysis.figures, figures),
    attributions: analysis.attributions.map((one) => ({ ...one, speaker: party(one.speaker), addressee: party(one.addressee) })),
    // Without one of its figures a disagreement is none any more.
    conflicts: analysis.conflicts
      .filter((conflict) => conflict.figures.every((index) => figures.has(index)))
      .map((conflict) => ({ ...conflict, figures: conflict.figures.map((index) => moved(figures, index)) })),
  };
}

/**
 * Old index => new index of those that stay.
 * @template Item
 * @param {Item[]} items
 * @param {(item: Item, index: number) => boolean} stays
 */
function moves(items, stays) {
  /** @type {Map<number, number>} */
  const places = new Map();
  items.forEach((item, index) => stays(item, index) && places.set(index, places.size));
  return places;
}

/**
 * @template Item
 * @param {Item[]} items
 * @param {Map<number, number>} places
 */
const remaining = (items, places) => items.filter((_, index) => places.has(index));

/**
 * @param {Map<number, number>} places
 * @param {number} index Of one that stays.
 */
const moved = (places, index) => /** @type {number} */ (places.get(index));

/**
 * A bare "57" tells nothing outside its sentence, and "the first lifeboat" is no amount: readers of the text get them,
 * summary and search engines do not.
 * @param {Figure} figure
 */
const isTold = ({ kind, counts, unit }) => kind !== "ordinal" && (counts !== null || unit !== null);

/**
 * "at least 42 people"; where what it counts stands elsewhere, as for "nine of them", it is put behind.
 * @param {Figure} figure
 * @param {(span: { start: number, end: number }) => string} words
 */
function inWords({ outer, counts }, words) {
  const isWithin = counts === null || (counts.start >= outer.start && counts.end <= outer.end);
  return isWithin ? words(outer) : `${words(outer)} ${words(counts)}`;
}

/**
 * What is stored with the post: JSON, in the shape that includes/stored.php describes.
 * @param {{ text: string, analysis: Analysis, content: string, kept: Set<string>, listed: Set<string>, summary: boolean }} found
 *   `content` is the raw content that was read; of what was `listed` only what is `kept` remains, all else stays.
 */
export function toStore({ text, analysis, content, kept, listed, summary }) {
  const words = (/** @type {{ start: number, end: number }} */ { start, end }) => text.slice(start, end);
  /** @param {Entity} entity */
  const thing = ({ kind, name, aliases, roles, mentions, place }) => ({
    kind,
    name,
    also: aliases,
    roles: roles.map(words),
    mentions: mentions.length,
    ...(kind === "place" && place ? { lat: place.lat, lon: place.lon, country: place.country } : {}),
  });
  /** @param {Figure} figure */
  const amount = (figure) => ({
    kind: "figure",
    name: inWords(figure, words),
    value: figure.value,
    high: figure.high,
    unit: figure.unit,
    bound: figure.bound,
    counts: figure.counts && words(figure.counts),
  });
  return JSON.stringify({
    schema: 1,
    content: fingerprint(content),
    summary,
    accepted: [
      ...analysis.entities.filter((_, index) => kept.has(`e${index}`)).map(thing),
      ...analysis.figures.filter((figure, index) => kept.has(`f${index}`) && isTold(figure)).map(amount),
    ],
    results: { schema: 1, text, analysis: prune(analysis, (id) => kept.has(id) || !listed.has(id)) },
  });
}

/**
 * What an earlier look has left with the post; null where that is nothing, or not of these words.
 * @param {unknown} meta
 * @param {string} content
 * @returns {{ accepted: { kind: string, name: string }[], summary: boolean, fresh: boolean } | null}
 */
export function fromStore(meta, content) {
  if (typeof meta !== "string" || meta === "") return null;
  try {
    const stored = JSON.parse(meta);
    return { accepted: stored.accepted ?? [], summary: stored.summary === true, fresh: stored.content === fingerprint(content) };
  } catch {
    return null;
  }
}
