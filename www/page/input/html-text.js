/**
 * The text of marked-up words as a reader sees them: a line for each paragraph, heading, item, caption, cell.
 *
 *     htmlToText(inert("<h1>Strike</h1><p>Talks <b>failed</b>.</p><ul><li>Lisbon<li>Porto</ul>").body)
 *     // "Strike\n\nTalks failed.\n\n• Lisbon\n• Porto"
 *
 * It reads elements of a document that is not shown: nothing in it is fetched and nothing in it runs. It does not
 * know style sheets, only what elements are by themselves and what hides them in place.
 */

/** Nothing in these is text of the article. */
const SKIPPED = new Set([
  "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "HEAD", "TITLE", "SVG", "MATH", "IFRAME", "OBJECT", "EMBED", "CANVAS", "AUDIO", "VIDEO",
  "BUTTON", "SELECT", "TEXTAREA", "INPUT", "DATALIST", "METER", "PROGRESS", "DIALOG", "RP", "RT",
]);

/** Set apart by an empty line. */
const PARAGRAPHS = new Set([
  "P", "H1", "H2", "H3", "H4", "H5", "H6", "BLOCKQUOTE", "PRE", "UL", "OL", "DL", "TABLE", "FIGURE", "HR", "SECTION", "ARTICLE", "HEADER",
  "FOOTER", "ASIDE", "NAV", "MAIN", "DETAILS", "HGROUP",
]);

/** On lines of their own. */
const LINES = new Set([
  "DIV", "LI", "DT", "DD", "TR", "TD", "TH", "CAPTION", "THEAD", "TBODY", "TFOOT", "FIGCAPTION", "ADDRESS", "SUMMARY", "LEGEND", "FIELDSET", "FORM",
  "CENTER", "BODY", "OPTION",
]);

/** White space of a source, which ends at no-break spaces. */
const SPACE = /[ \t\n\r\f]+/gu;

/** Browsers complain of each style that the page's policy forbids, even where nothing is drawn: it gets another name. */
const STYLE = /(<[a-z][^<>]*?\s)style(?=\s*=)/giu;
const SHEET = /(<\/?)style(?=[\s>])/giu;

/**
 * A document that loads nothing and runs nothing.
 * @param {string} html
 */
export function inert(html) {
  return new DOMParser().parseFromString(html.replace(STYLE, "$1data-style").replace(SHEET, "$1template"), "text/html");
}

/** @param {Node} root */
export function htmlToText(root) {
  const out = new Lines();
  /** Walks without calling itself: a page may nest deeper than a stack. */
  let node = root;
  for (;;) {
    const isOpen = open(out, node);
    if (isOpen && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (isOpen) close(out, node);
    while (node !== root && !node.nextSibling && node.parentNode) {
      node = node.parentNode;
      close(out, node);
    }
    if (node === root || !node.nextSibling) return out.text;
    node = node.nextSibling;
  }
}

/**
 * Says whether its content is text.
 * @param {Lines} out
 * @param {Node} node
 */
function open(out, node) {
  if (node instanceof Text) write(out, node);
  if (!(node instanceof Element)) return true;
  const name = node.tagName.toUpperCase();
  if (SKIPPED.has(name) || isHidden(node)) return false;
  if (name === "BR") out.break();
  else if (name === "Q") out.add("“");
  else out.end(ends(node, name));
  if (name === "LI") out.begin(out.bullet(node));
  return true;
}

/**
 * @param {Lines} out
 * @param {Node} node
 */
function close(out, node) {
  if (!(node instanceof Element)) return;
  const name = node.tagName.toUpperCase();
  if (name === "Q") out.add("”");
  else out.end(ends(node, name));
}

/**
 * How many line ends stand before and after it.
 * @param {Element} element
 * @param {string} name
 */
function ends({ parentElement }, name) {
  if (PARAGRAPHS.has(name)) return parentElement?.tagName === "LI" ? 1 : 2;
  return LINES.has(name) ? 1 : 0;
}

/**
 * @param {Lines} out
 * @param {Text} node
 */
function write(out, { data, parentElement }) {
  if (!parentElement?.closest("pre")) return out.add(data.replace(SPACE, " "));
  const [first = "", ...others] = data.replace(/\r\n?/gu, "\n").split("\n");
  out.add(first, true);
  for (const line of others) {
    out.break();
    out.add(line, true);
  }
}

/** @param {Element} element */
function isHidden(element) {
  if (element.hasAttribute("hidden")) return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/iu.test(element.getAttribute("data-style") ?? "");
}

/** Text that grows, with the empty lines that it needs and no more. */
class Lines {
  /** @type {string[]} */
  #done = [];
  #line = "";
  /** What the next words of a new line begin with. */
  #prefix = "";
  /** Line ends before the next words. */
  #ends = 0;
  /** @type {Map<Element, number>} The next item's number in each list. */
  #numbers = new Map();

  /**
   * @param {string} words
   * @param {boolean} [asWritten] With the space that a line begins with.
   */
  add(words, asWritten = false) {
    if (this.#line === "" && words.trim() === "") return;
    if (this.#line === "") {
      this.#line = this.#prefix + (asWritten ? words : words.replace(/^[ \t\n]+/u, ""));
      this.#prefix = "";
    } else {
      this.#line += this.#line.endsWith(" ") ? words.replace(/^ +/u, "") : words;
    }
  }

  /** @param {number} ends */
  end(ends) {
    if (ends === 0) return;
    this.#flush();
    this.#ends = Math.max(this.#ends, ends);
  }

  /** A line end that the writer put there. Two of them are an empty line. */
  break() {
    if (this.#line === "") this.#ends = Math.min(2, this.#ends + 1);
    this.end(1);
  }

  /** @param {string} prefix */
  begin(prefix) {
    this.#prefix = prefix;
  }

  /**
   * What stands before an item of a list.
   * @param {Element} item
   */
  bullet({ parentElement: list }) {
    if (list?.tagName !== "OL") return "• ";
    const number = this.#numbers.get(list) ?? (Number.parseInt(list.getAttribute("start") ?? "1", 10) || 1);
    this.#numbers.set(list, number + 1);
    return `${number}. `;
  }

  get text() {
    this.#flush();
    return this.#done.join("");
  }

  #flush() {
    const line = this.#line.replace(/[ \t\n]+$/u, "");
    this.#line = "";
    if (line === "") return;
    if (this.#done.length > 0) this.#done.push("\n".repeat(Math.max(1, this.#ends)));
    this.#done.push(line);
    this.#ends = 0;
  }
}
