/**
 * The words of a Markdown file, without its marks.
 *
 *     fromMarkdown("# Port *strike*\n\nTalks [failed](https://a.example).")  // { text: "Port strike\n\nTalks failed.", … }
 *
 * Pure, line by line. Headings, paragraphs, quotations, lists, cells of tables and the words of links and pictures
 * stay, each on its line; broken lines of one paragraph are joined. It does not draw Markdown and knows none of its
 * dialects to the letter: what it does not know stays as it is written.
 */

const FENCE = /^\s{0,3}(?:```|~~~)/u;
const RULE = /^\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|=+\s*)$/u;
const HEADING = /^\s{0,3}#{1,6}(?:\s+|$)/u;
const ITEM = /^\s*(?:[-*+]|(\d{1,9})[.)])\s+(?:\[[ xX]\]\s+)?/u;
const QUOTE = /^\s{0,3}(?:>\s?)+/u;
const DEFINITION = /^\s{0,3}\[[^\]^]+\]:\s*\S/u;
const FOOTNOTE = /^\s{0,3}\[\^[^\]]+\]:\s*/u;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$/u;

const ENTITIES = new Map(Object.entries({ amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'", nbsp: "\u00a0", ndash: "–", mdash: "—", hellip: "…", lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", euro: "€", pound: "£" }));

/** Stands for a sign that was written with a backslash, while the others are taken away. */
const KEPT = 0xe000;

/**
 * @param {string} source
 * @returns {{ text: string, title: string | undefined, date: string | undefined }} Title and date as the head of the file tells them.
 */
export function fromMarkdown(source) {
  const { facts, body } = head(source);
  /** @type {string[]} */
  const blocks = [];
  /** @type {string[]} The lines of the block that is being read. */
  let open = [];
  let fenced = false;
  /** Whether the next plain line goes on with the last of the block. */
  let goesOn = false;
  const close = () => {
    if (open.length > 0) blocks.push(open.join("\n"));
    open = [];
    goesOn = false;
  };
  const lines = body.split("\n");
  lines.forEach((raw, index) => {
    if (FENCE.test(raw)) {
      close();
      fenced = !fenced;
      return;
    }
    if (fenced) return void open.push(raw);
    const line = raw.replace(QUOTE, "");
    if (line.trim() === "") return close();
    if (DEFINITION.test(line) || TABLE_RULE.test(line)) return;
    if (RULE.test(line)) return close();
    if (HEADING.test(line)) {
      close();
      const words = plain(line.replace(HEADING, "").replace(/\s+#+\s*$/u, ""));
      if (words) blocks.push(words);
      return;
    }
    const item = ITEM.exec(line);
    const cells = isRow(line, lines[index + 1], lines[index - 1]) ? cellsOf(line) : undefined;
    if (cells) {
      open.push(...cells);
      goesOn = false;
    } else if (item) {
      open.push(`${item[1] ? `${item[1]}.` : "•"} ${plain(line.slice(item[0].length))}`);
      goesOn = true;
    } else {
      const words = plain(line.replace(FOOTNOTE, "").replace(/(?: {2,}|\\)$/u, ""));
      if (goesOn && words) open.push(`${open.pop()} ${words}`);
      else if (words) open.push(words);
      goesOn = true;
    }
    if (/(?: {2,}|\\)$/u.test(raw)) goesOn = false; // a break that was meant
  });
  close();
  return { text: blocks.join("\n\n"), title: facts.get("title"), date: facts.get("date") ?? facts.get("published") };
}

/**
 * Takes what some programs put before the text between two lines of dashes.
 * @param {string} source
 */
function head(source) {
  const match = /^---[^\S\n]*\n([\s\S]*?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)/u.exec(source);
  /** @type {Map<string, string>} */
  const facts = new Map();
  for (const line of match?.[1]?.split("\n") ?? []) {
    const fact = /^(\w+):\s*(["']?)(.+?)\2\s*$/u.exec(line);
    if (fact?.[1] && fact[3]) facts.set(fact[1].toLowerCase(), fact[3]);
  }
  return { facts, body: match ? source.slice(match[0].length) : source };
}

/**
 * @param {string} line
 * @param {string | undefined} next
 * @param {string | undefined} before
 */
function isRow(line, next, before) {
  if (!line.includes("|")) return false;
  return /^\s*\|.*\|\s*$/u.test(line) || TABLE_RULE.test(next ?? "") || TABLE_RULE.test(before ?? "");
}

/** @param {string} line */
function cellsOf(line) {
  const cells = line.trim().replace(/^\||\|$/gu, "").split(/(?<!\\)\|/u);
  return cells.map((cell) => plain(cell.replaceAll("\\|", "|"))).filter((cell) => cell !== "");
}

/**
 * Takes the marks inside a line away. What they enclose is bounded, so that no line takes longer than its length;
 * a star after a digit multiplies.
 * @param {string} line
 */
function plain(line) {
  return line
    .replace(/\\([!-/:-@[-`{-~])/gu, (_, sign) => String.fromCharCode(KEPT + sign.charCodeAt(0)))
    .replace(/(`{1,3})([^`]{1,500})\1/gu, (_, __, code) => keep(code))
    .replace(/<((?:https?|mailto):[^\s<>]+)>/gu, "$1")
    .replace(/<!--.{0,500}?-->|<\/?[a-z][^<>]{0,500}>/giu, "")
    .replace(/!\[([^[\]]{0,500})\](?:\((?:[^()]|\([^()]{0,100}\)){0,500}\)|\[[^[\]]{0,200}\])?/gu, "$1")
    .replace(/\[\^[^[\]]{1,100}\]/gu, "")
    .replace(/\[([^[\]]{1,500})\](?:\((?:[^()]|\([^()]{0,100}\)){0,500}\)|\[[^[\]]{0,200}\])/gu, "$1")
    .replace(/(?<!\d)(\*{1,3}|~~)(?=\S)(.{0,500}?\S)\1/gu, "$2")
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)(.{0,500}?\S)\1(?![\p{L}\p{N}_])/gu, "$2")
    .replace(/&(?:#(\d{1,6})|([a-z]+));/giu, (whole, code, name) => (code ? sign(Number(code)) : (ENTITIES.get(name) ?? whole)))
    .replace(/[\ue000-\ue07f]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - KEPT))
    .trim();
}

/** @param {string} code */
function keep(code) {
  return code.replace(/[!-/:-@[-`{-~]/gu, (sign) => String.fromCharCode(KEPT + sign.charCodeAt(0)));
}

/** @param {number} code */
function sign(code) {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "";
}
