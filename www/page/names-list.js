/**
 * The reader's own names, kept on the device: what is to be added, retyped or ignored in every article.
 *
 *     const list = new NamesList(localStorage);
 *     list.set({ does: "add", text: "Port Sella", kind: "place" });
 *     await analyze(text, { names: list.option });
 *
 * Kept and exported as the table that the command line reads: a name a line, tabs between the columns. Where the
 * browser keeps nothing the list lasts as long as the page. What a name may be, the core decides.
 *
 * @import { NameKind, OwnNames } from "../analysis.js"
 */

/** @typedef {{ does: "add" | "retype", text: string, kind: NameKind } | { does: "ignore", text: string }} Rule */

const KEY = "article-analyzer.names";

const HEAD = "# what\tname\tkind";

export class NamesList {
  /** @type {Map<string, Rule>} By text: it has one rule. */
  #rules = new Map();
  #storage;

  /** @param {Storage | undefined} storage */
  constructor(storage) {
    this.#storage = storage;
    try {
      this.#fill(readTable(storage?.getItem(KEY) ?? "").map(({ rule }) => rule));
    } catch {
      // blocked, or kept by another program under our name: begin anew
    }
  }

  /** In the order of their texts. */
  get rules() {
    return [...this.#rules.values()].sort((a, b) => a.text.localeCompare(b.text, "en"));
  }

  /** As the core takes it; `null` where there is nothing. */
  get option() {
    return this.#rules.size === 0 ? null : option([...this.#rules.values()]);
  }

  /** @param {string} text */
  get(text) {
    return this.#rules.get(text);
  }

  /** @param {Rule[]} rules Each takes the place of one with its text. */
  set(...rules) {
    this.#fill(rules);
    this.#keep();
  }

  /** @param {string} text */
  remove(text) {
    this.#rules.delete(text);
    this.#keep();
  }

  clear() {
    this.#rules.clear();
    this.#keep();
  }

  get table() {
    return writeTable(this.rules);
  }

  /** @param {Rule[]} rules */
  #fill(rules) {
    for (const rule of rules) this.#rules.set(rule.text, rule);
  }

  #keep() {
    try {
      if (this.#rules.size > 0) this.#storage?.setItem(KEY, this.table);
      else this.#storage?.removeItem(KEY);
    } catch {
      // full or blocked: the list lasts as long as the page
    }
  }
}

/**
 * @param {Rule[]} rules
 * @returns {Required<OwnNames>}
 */
export function option(rules) {
  /** @type {Required<OwnNames>} */
  const names = { add: [], retype: [], ignore: [] };
  for (const rule of rules) {
    if (rule.does === "ignore") names.ignore.push(rule.text);
    else names[rule.does].push({ text: rule.text, kind: rule.kind });
  }
  return names;
}

/** @param {Rule[]} rules */
export function writeTable(rules) {
  const lines = rules.map((rule) => [rule.does, rule.text, ...(rule.does === "ignore" ? [] : [rule.kind])].join("\t"));
  return [HEAD, ...lines, ""].join("\n");
}

const KINDS = ["person", "place", "organization", "other"];

/**
 * Throws an error that names the line.
 * @param {string} table
 * @returns {{ line: number, rule: Rule }[]}
 */
export function readTable(table) {
  const lines = table.replace(/^\uFEFF/u, "").split(/\r?\n/u);
  return lines.flatMap((content, index) => {
    if (content.trim() === "" || content.startsWith("#")) return [];
    const line = index + 1;
    try {
      return [{ line, rule: readLine(content) }];
    } catch (error) {
      throw new Error(`Line ${line}: ${error instanceof Error ? error.message : error}.`);
    }
  });
}

/**
 * @param {string} content
 * @returns {Rule}
 */
function readLine(content) {
  const [does = "", text = "", kind = "", ...more] = content.split("\t").map((cell) => cell.trim());
  if (!["add", "retype", "ignore"].includes(does)) throw new Error(`“${does}” is not known; a line begins with add, retype or ignore`);
  if (text === "" || more.some((cell) => cell !== "")) throw new Error("a line has what to do, the name and its kind, with tabs between them");
  if (does === "ignore" && kind === "") return { does, text };
  if (does === "ignore") throw new Error("a name to ignore has no kind");
  if (!KINDS.includes(kind)) throw new Error(`the kind “${kind}” is not known; allowed are ${KINDS.join(", ")}`);
  return { does: /** @type {"add" | "retype"} */ (does), text, kind: /** @type {NameKind} */ (kind) };
}

/**
 * "always a place", "a place where it is found", "no name"
 * @param {Rule} rule
 */
export function inWords(rule) {
  if (rule.does === "ignore") return "no name";
  return rule.does === "add" ? `always ${ONE[rule.kind]}` : `${ONE[rule.kind]} where it is found`;
}

/** @type {Record<NameKind, string>} */
export const ONE = { person: "a person", place: "a place", organization: "an organisation", other: "another name" };
