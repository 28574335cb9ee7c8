/**
 * What corrections do to people, places, organisations and other named things, and to who is called by their names.
 *
 * Roles and mentions without a name go with the nearest mention, as they were found by it. It invents nothing: a thing
 * of its own has no place on the map, for the article's was another's.
 *
 * @import { NameKind, Reference, Span } from "../../analysis.js"
 * @import { Graph, Mention, Party, Thing } from "./graph.js"
 */

import { inOrder, touches } from "./graph.js";

/**
 * The thing that exactly these words name or mean; `mention` where it is by name.
 * @param {Graph} graph
 * @param {Span} at
 * @returns {{ thing: Thing, mention?: Mention | undefined } | undefined}
 */
export function find({ things }, { start, end }) {
  const same = (/** @type {Span} */ span) => span.start === start && span.end === end;
  for (const thing of things) {
    const mention = thing.mentions.find(same);
    if (mention) return { thing, mention };
  }
  const thing = things.find(({ references }) => references.some(same));
  return thing && { thing };
}

/**
 * @param {string} text
 * @param {Graph} graph
 * @param {Mention} mention
 */
export function dropMention(text, graph, mention) {
  const { entity: thing } = mention;
  thing.mentions.splice(thing.mentions.indexOf(mention), 1);
  for (const party of parties(graph)) {
    if (party.entity === thing && (thing.mentions.length === 0 || touches(party, mention))) party.entity = null;
  }
  if (thing.mentions.length > 0) rename(text, thing);
  else graph.things.splice(graph.things.indexOf(thing), 1);
}

/**
 * @param {Graph} graph
 * @param {Thing} thing
 * @param {Span} at
 */
export function dropReference(graph, thing, at) {
  thing.references = thing.references.filter((one) => !touches(one, at));
  for (const party of parties(graph)) if (party.entity === thing && touches(party, at)) party.entity = null;
}

/**
 * @param {Thing} thing
 * @param {NameKind} kind
 */
export function retype(thing, kind) {
  if (thing.kind === kind) return false;
  thing.kind = kind;
  delete thing.place;
  // The kind is now told; that the words are a name has been doubted by nobody.
  for (const mention of thing.mentions) Object.assign(mention, { kind, confidence: 1 });
  return true;
}

/**
 * The first becomes part of the second.
 * @param {string} text
 * @param {Graph} graph
 * @param {Thing} thing
 * @param {Thing | undefined} into
 */
export function absorb(text, graph, thing, into) {
  if (!into || into === thing) return false;
  take(into, thing.mentions);
  into.references = union(into.references, thing.references);
  into.roles = union(into.roles, thing.roles);
  if (!into.place && into.kind === thing.kind && thing.place) into.place = thing.place;
  for (const party of parties(graph)) if (party.entity === thing) party.entity = into;
  graph.things.splice(graph.things.indexOf(thing), 1);
  rename(text, into);
  return true;
}

/**
 * Takes some mentions of a thing to another, or to one of their own; others must be left.
 * @param {string} text
 * @param {Graph} graph
 * @param {Thing} thing
 * @param {Mention[]} mentions
 * @param {Reference[]} references
 * @param {Thing | undefined} other
 */
export function move(text, graph, thing, mentions, references, other) {
  const goes = (/** @type {Span} */ span) => mentions.includes(nearest(thing.mentions, span));
  const roles = thing.roles.filter(goes);
  const meant = references.length > 0 ? references : thing.references.filter((one) => goes(before(thing.mentions, one)));
  /** @type {Thing} */
  const into = other ?? { kind: thing.kind, name: "", aliases: [], roles: [], mentions: [], references: [] };
  for (const party of parties(graph)) {
    if (party.entity === thing && [...mentions, ...meant].some((span) => touches(span, party))) party.entity = into;
  }
  thing.mentions = thing.mentions.filter((mention) => !mentions.includes(mention));
  thing.roles = thing.roles.filter((role) => !roles.includes(role));
  thing.references = thing.references.filter((reference) => !meant.includes(reference));
  take(into, mentions);
  into.roles = union(into.roles, roles);
  into.references = union(into.references, meant);
  if (!other) graph.things.push(into);
  rename(text, thing);
  rename(text, into);
  return true;
}

/**
 * Marks the words as a name, and wherever they stand again and are no part of another.
 * @param {string} text
 * @param {Graph} graph
 * @param {Span & { words: string }} at
 * @param {NameKind} kind
 */
export function introduce(text, graph, at, kind) {
  if (at.words.trim() !== at.words) return false;
  for (const mention of graph.things.flatMap((thing) => thing.mentions)) if (touches(mention, at)) dropMention(text, graph, mention);
  const taken = graph.things.flatMap((thing) => thing.mentions).sort(inOrder);
  const spans = [{ start: at.start, end: at.end }, ...again(text, at, taken)];
  const called = on1line(at.words);
  const namesake = graph.things.find((one) => one.kind === kind && [one.name, ...one.aliases].includes(called));
  /** @type {Thing} */
  const thing = namesake ?? { kind, name: called, aliases: [], roles: [], mentions: [], references: [] };
  if (!namesake) graph.things.push(thing);
  for (const one of graph.things) one.references = one.references.filter((reference) => !spans.some((span) => touches(span, reference)));
  take(thing, spans.map((span) => ({ ...span, kind, confidence: 1, entity: thing })));
  for (const party of parties(graph)) {
    if (spans.some(({ start, end }) => start === party.start && end === party.end)) party.entity = thing;
  }
  rename(text, thing);
  return true;
}

/** @param {Graph} graph */
function* parties({ quotes }) {
  for (const { speaker, addressee } of quotes) yield* /** @type {Party[]} */ ([speaker, addressee].filter((party) => party !== null));
}

/**
 * Where the words stand besides, as whole words and outside the spans that are taken, which are in order.
 * @param {string} text
 * @param {Span & { words: string }} at
 * @param {Span[]} taken
 */
function again(text, at, taken) {
  /** @type {Span[]} */
  const spans = [];
  let next = 0;
  for (let start = text.indexOf(at.words); start >= 0; start = text.indexOf(at.words, start + at.words.length)) {
    const span = { start, end: start + at.words.length };
    while ((taken[next]?.end ?? Infinity) <= start) next += 1;
    const free = !touches(span, at) && !(taken[next] && touches(span, /** @type {Span} */ (taken[next])));
    if (free && isWhole(text, span)) spans.push(span);
  }
  return spans;
}

/**
 * @param {string} text
 * @param {Span} span
 */
function isWhole(text, { start, end }) {
  const inWord = (/** @type {string} */ both) => /^[\p{L}\p{N}\p{M}]{2}$/u.test(both);
  const around = [...text.slice(Math.max(0, start - 2), start)].at(-1) ?? "";
  const behind = [...text.slice(end, end + 2)][0] ?? "";
  const [first = "", ...more] = [...text.slice(start, end)];
  return !inWord(around + first) && !inWord((more.at(-1) ?? first) + behind);
}

/**
 * @param {Thing} thing
 * @param {Mention[]} mentions
 */
function take(thing, mentions) {
  for (const mention of mentions) Object.assign(mention, { entity: thing, kind: thing.kind });
  thing.mentions = [...thing.mentions, ...mentions].sort(inOrder);
}

/**
 * The fullest name, and the others in order of appearance, as the core chooses them.
 * @param {string} text
 * @param {Thing} thing
 */
function rename(text, thing) {
  /** @type {Map<string, { name: string, times: number }>} */
  const forms = new Map();
  for (const { start, end } of thing.mentions) {
    const name = on1line(text.slice(start, end));
    const form = forms.get(name.toLowerCase());
    if (form) form.times += 1;
    else forms.set(name.toLowerCase(), { name, times: 1 });
  }
  const [best, ...others] = [...forms.values()].sort((a, b) => {
    const [one, two] = [fullness(a), fullness(b)];
    return two[0] - one[0] || two[1] - one[1] || two[2] - one[2];
  });
  thing.name = best?.name ?? thing.name;
  thing.aliases = [...forms.values()].filter((form) => others.includes(form)).map(({ name }) => name);
}

/**
 * More words first, then not in capitals, then the form used most.
 * @param {{ name: string, times: number }} form
 * @returns {[number, number, number]}
 */
function fullness({ name, times }) {
  return [name.split(" ").length, /\p{Ll}/u.test(name) ? 1 : 0, times];
}

/**
 * What a pronoun or role was taken from: the last mention before it, else the first.
 * @param {Mention[]} mentions
 * @param {Span} span
 * @returns {Span}
 */
function before(mentions, span) {
  return mentions.findLast((mention) => mention.start < span.start) ?? mentions[0] ?? span;
}

/**
 * @param {Mention[]} mentions
 * @param {Span} span
 * @returns {Mention}
 */
function nearest(mentions, span) {
  const gap = (/** @type {Span} */ one) => Math.max(one.start - span.end, span.start - one.end, 0);
  return mentions.reduce((best, one) => (gap(one) < gap(best) ? one : best));
}

/**
 * In text order, none twice.
 * @template {Span} T
 * @param {T[]} some
 * @param {T[]} others
 */
function union(some, others) {
  const all = [...some, ...others].sort(inOrder);
  return all.filter((span, index) => !(index > 0 && all[index - 1]?.start === span.start && all[index - 1]?.end === span.end));
}

/** @param {string} words */
const on1line = (words) => words.trim().split(/\s+/u).join(" ");
