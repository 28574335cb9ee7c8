/**
 * The day on which an article says it was published, read from its first and last lines.
 *
 *     published("Port strike ends\nPublished 8 February 2025, 10:04 GMT\n…")  // "2025-02-08"
 *     published("Posted 03/04/2025")                                         // null: April or March?
 *
 * Pure. Only a day with its year is taken, and only where it stands as such a day does: after "Published" or
 * "Updated", alone on a line or between bars, after the writer's name, or in a dateline. A date in a sentence is
 * never taken. It does not read a page's markup; see page-facts.js.
 */

/** Lines with words in them that are looked at. */
const HEAD_LINES = 12;
const TAIL_LINES = 5;

/** A line that is longer is a paragraph; what tells the day stands at its beginning or nowhere. */
const LONGEST_LINE = 160;

/** Characters that hold these lines, so that a long text is not cut into lines as a whole. */
const HEAD = 6_000;
const TAIL = 3_000;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?";
const YEAR = "(?<year>(?:1[6-9]|20)\\d\\d)";
const DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";

/** The ways to write a day. Where two numbers may each be the month, `a` and `b` hold them. */
const DAYS = [
  `${YEAR}-(?<number>\\d\\d)-(?<day>\\d\\d)(?:t(?=\\d))?`,
  `${YEAR}([/.])(?<number>\\d\\d?)\\2(?<day>\\d\\d?)`,
  `${WEEKDAY}${DAY}(?:\\s+of)?[\\s-]+${MONTH},?[\\s-]+${YEAR}`,
  `${WEEKDAY}${MONTH}\\s+${DAY},?\\s+${YEAR}`,
  `${WEEKDAY}(?<a>\\d\\d?)([/.-])(?<b>\\d\\d?)\\2${YEAR}`,
].map((source) => new RegExp(source, "iy"));

/** An hour, its zone, and the small words around them. */
const CLOCK =
  /(?:at|on|from|,|;|-|–|—)?\s*(?:\d{1,2}[:.h]\d\d(?:[:.]\d\d(?:\.\d+)?)?\s*(?:[ap]\.?\s?m\b\.?)?|\d{1,2}\s*(?:[ap]\.?\s?m\b\.?)|noon|midnight|o'clock|local time|hrs?\b)|[(]?\b(?:gmt|utc|bst|ist|cet|cest|eet|msk|jst|aest|aedt|e[sd]?t|c[sd]t|m[sd]t|p[sd]?t|z)\b(?:\s*[+-]\s*\d{1,2}(?::?\d\d)?)?[)]?|[+-]\d\d:?\d\d\b|z\b|[\s,;.:()]+|\b(?:at|on)\b/iy;

const SUBJECT = "(?:this\\s+(?:article|story|report|page|post|piece)\\s+)?(?:was|has been|is)?\\s*(?:first|last|originally|initially)?\\s*";
const PUBLISHED = new RegExp(`${SUBJECT}(?:date\\s+published|publication\\s+date|published(?:\\s+online)?|posted|issued|released|filed|date(?:\\s+of\\s+publication)?|pub\\.?\\s*date|created)\\s*(?:on|at)?\\s*[:：]?\\s*`, "iy");
const UPDATED = new RegExp(`${SUBJECT}(?:updated|modified|revised|edited|last\\s+update|date\\s+modified|update)\\s*(?:on|at)?\\s*[:：]?\\s*`, "iy");

/** "By Ana Reis and Bo Lund, " before a day. */
const LONGEST_AUTHOR = 90;

/** "LISBON, Portugal, Nov. 14, 2025 (Reuters) - …": the place in capitals, the day, then a dash or a source. */
const PLACE = /\p{Lu}[\p{Lu}\p{M}'’. -]{2,40}(?:,\s*\p{Lu}[\p{L}'’. -]{1,30})?,\s+/uy;
const AFTER_DATELINE = /\s*(?:\([^()]{2,40}\)|\/[^/]{2,40}\/)?\s*(?:-|–|—|:)\s/y;

/** @typedef {"published" | "updated" | "alone" | "dateline" | "author"} Sign What told that this is the day. */

/** The surest first. */
const RANKS = /** @type {const} */ (["published", "updated", "alone", "author", "dateline"]);

/**
 * @param {string} text
 * @returns {string | null} As 2025-02-08.
 */
export function published(text) {
  const head = lines(text.slice(0, HEAD)).slice(0, HEAD_LINES);
  const tail = text.length > HEAD ? lines(text.slice(-TAIL)).slice(-TAIL_LINES) : lines(text).slice(HEAD_LINES).slice(-TAIL_LINES);
  const found = [...head.flatMap(signs), ...tail.flatMap(signs).filter(({ sign }) => sign !== "dateline" && sign !== "author")];
  for (const rank of RANKS) {
    const first = found.find(({ sign }) => sign === rank);
    if (first) return first.day;
  }
  return null;
}

/** @param {string} text */
function lines(text) {
  return text.split("\n").map((line) => line.replace(/\s+/gu, " ").trim()).filter((line) => line !== "");
}

/**
 * @param {string} line
 * @returns {{ sign: Sign, day: string }[]}
 */
function signs(line) {
  const dateline = inDateline(line);
  if (dateline !== null) return [{ sign: "dateline", day: dateline }];
  if (line.length > LONGEST_LINE) return [];
  return line.split(/\s*[|·•]\s*|\s+[/–—]\s+/u).flatMap((part) => inPart(part) ?? []);
}

/**
 * The days of a part that holds nothing but days, hours and their labels.
 * @param {string} part
 * @returns {{ sign: Sign, day: string }[] | undefined}
 */
function inPart(part) {
  /** @type {{ sign: Sign, day: string }[]} */
  const found = [];
  /** @type {Sign} */
  let sign = "alone";
  let at = afterAuthor(part);
  if (at > 0) sign = "author";
  while (at < part.length) {
    const label = length(PUBLISHED, part, at);
    const change = label || length(UPDATED, part, at);
    const read = change > 0 ? undefined : dayAt(part, at);
    if (change > 0) sign = label > 0 ? "published" : "updated";
    else if (read) {
      if (read.day === null) return undefined;
      found.push({ sign, day: read.day });
    }
    const step = change || read?.length || length(CLOCK, part, at);
    if (step === 0) return undefined; // other words: this is a sentence
    at += step;
  }
  return found;
}

/**
 * Where the day begins that stands after the writer's name; 0 where there is no such name.
 * @param {string} part
 */
function afterAuthor(part) {
  if (!/^by\s/iu.test(part)) return 0;
  for (const { index } of part.slice(0, LONGEST_AUTHOR).matchAll(/(?<=[\s,–—-])[\p{L}\d]/gu)) if (dayAt(part, index)) return index;
  return 0;
}

/** @param {string} line */
function inDateline(line) {
  const place = length(PLACE, line, 0);
  const read = place > 0 ? dayAt(line, place) : undefined;
  return read && length(AFTER_DATELINE, line, place + read.length) > 0 ? read.day : null;
}

/**
 * The day that is written there; `day` is null where it is none, or may be two.
 * @param {string} line
 * @param {number} at
 * @returns {{ day: string | null, length: number } | undefined}
 */
function dayAt(line, at) {
  for (const form of DAYS) {
    form.lastIndex = at;
    const match = form.exec(line);
    if (match?.groups) return { day: calendarDay(match.groups), length: match[0].length };
  }
  return undefined;
}

/** @param {Record<string, string | undefined>} groups */
function calendarDay({ year, month, number, day, a, b }) {
  const [first, second] = [Number(a), Number(b)];
  if (a !== undefined && first <= 12 && second <= 12 && first !== second) return null;
  if (a !== undefined) return written(Number(year), Math.min(first, second), Math.max(first, second));
  const which = month ? MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1 : Number(number);
  return written(Number(year), which, Number(day));
}

/**
 * @param {number} year
 * @param {number} month
 * @param {number} day
 */
function written(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/**
 * How much of the line the pattern takes from there.
 * @param {RegExp} pattern Sticky.
 * @param {string} line
 * @param {number} at
 */
function length(pattern, line, at) {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0].length ?? 0;
}
