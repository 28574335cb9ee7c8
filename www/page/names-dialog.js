/**
 * The manager of the reader's own names: see them, add one, remove one or all, export and import.
 *
 * It asks `check` before it keeps anything, so that the list is always one that the core takes, and tells
 * `onChange` afterwards.
 *
 * @import { NameKind, OwnNames } from "../analysis.js"
 * @import { NamesList, Rule } from "./names-list.js"
 */

import { inWords, ONE, option, readTable } from "./names-list.js";

/**
 * `check` rejects with what is wrong, in words.
 * @typedef {{ check: (names: OwnNames) => Promise<unknown>, onChange: () => void }} Listener
 */

const FILE = "article-analyzer-names.tsv";

/** What the table's place in an error of the core looks like. */
const PLACE = /^option names\.(add|retype|ignore)\[(\d+)\]:? ?/;

export class NamesDialog {
  #root;
  #list;
  #listener;
  #form = part("form", { className: "names-form" });
  #text = part("input", { type: "text", name: "text", required: true, maxLength: 200, autocomplete: "off", spellcheck: false });
  #what = part("select", { name: "what" });
  #rows = part("ul", { className: "names-list" });
  #file = part("input", { type: "file", accept: ".tsv,.txt,text/plain,text/tab-separated-values", hidden: true });
  #status = part("p", { className: "names-status", role: "status" });

  /**
   * @param {HTMLDialogElement} root
   * @param {NamesList} list
   * @param {Listener} listener
   */
  constructor(root, list, listener) {
    this.#root = root;
    this.#list = list;
    this.#listener = listener;
    this.#build();
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#add();
    });
    this.#file.addEventListener("change", () => void this.#import());
    root.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (button?.dataset.remove !== undefined) this.#remove(button, button.dataset.remove);
      else if (button?.dataset.does === "export") this.#export();
      else if (button?.dataset.does === "import") this.#file.click();
      else if (button?.dataset.does === "clear") this.#change(() => this.#list.clear(), "All names were removed.");
    });
  }

  open() {
    this.#say("");
    this.#show();
    this.#root.showModal();
    this.#text.focus();
  }

  #build() {
    const head = part("form", { className: "names-head", method: "dialog" });
    head.append(part("h2", { id: "names-title", textContent: "Your names" }), part("button", { className: "button", textContent: "Close" }));
    const hint = part("p", { className: "hint", textContent: "Kept in this browser only. They count before what the program finds, in every article that you analyse here." });
    const text = part("label", { textContent: "Name " });
    const what = part("label", { textContent: "is " });
    text.append(this.#text);
    what.append(this.#what);
    for (const [value, textContent] of [...Object.entries(ONE), ["ignore", "no name"]]) this.#what.append(part("option", { value, textContent }));
    this.#form.append(text, what, part("button", { className: "button", textContent: "Add" }));
    const foot = part("div", { className: "names-foot" });
    foot.append(command("export", "Export"), command("import", "Import…"), command("clear", "Remove all"), this.#file);
    this.#root.append(head, hint, this.#form, this.#status, this.#rows, foot);
  }

  #show() {
    const rules = this.#list.rules;
    this.#rows.replaceChildren(...rules.map(row));
    for (const does of ["export", "clear"]) {
      const button = this.#root.querySelector(`[data-does=${does}]`);
      if (button instanceof HTMLButtonElement) button.disabled = rules.length === 0;
    }
  }

  async #add() {
    const text = this.#text.value.trim().replace(/\s+/gu, " ");
    const what = /** @type {NameKind | "ignore"} */ (this.#what.value);
    /** @type {Rule} */
    const rule = what === "ignore" ? { does: "ignore", text } : { does: "add", text, kind: what };
    if (await this.#keep([{ line: 0, rule }])) {
      this.#say(`“${text}” is ${inWords(rule)}.`);
      this.#text.value = "";
    }
    this.#text.focus();
  }

  async #import() {
    const [file] = this.#file.files ?? [];
    if (!file) return;
    try {
      const entries = readTable(await file.text());
      if (await this.#keep(entries)) this.#say(`${entries.length} ${entries.length === 1 ? "name was" : "names were"} read from ${file.name}.`);
    } catch (error) {
      this.#say(`${file.name} was not read. ${reason(error)}`);
    }
    this.#file.value = "";
  }

  /**
   * Keeps the rules if the core takes them together with those that stay; else says which line is wrong.
   * @param {{ line: number, rule: Rule }[]} entries
   */
  async #keep(entries) {
    const texts = new Set(entries.map(({ rule }) => rule.text));
    const all = [...this.#list.rules.filter(({ text }) => !texts.has(text)).map((rule) => ({ line: 0, rule })), ...entries];
    try {
      await this.#listener.check(option(all.map(({ rule }) => rule)));
    } catch (error) {
      const [prefix = "", list, index] = PLACE.exec(reason(error)) ?? [];
      const line = all.filter(({ rule }) => rule.does === list)[Number(index)]?.line;
      this.#say((line ? `Line ${line}: ` : "") + reason(error).slice(prefix.length));
      return false;
    }
    this.#change(() => this.#list.set(...entries.map(({ rule }) => rule)), "");
    return true;
  }

  /**
   * @param {HTMLElement} button
   * @param {string} text
   */
  #remove(button, text) {
    const next = button.closest("li")?.nextElementSibling ?? button.closest("li")?.previousElementSibling;
    const after = next?.querySelector("button")?.dataset.remove;
    this.#change(() => this.#list.remove(text), `“${text}” was removed.`);
    const buttons = [...this.#rows.querySelectorAll("button")];
    (buttons.find((other) => other.dataset.remove === after) ?? this.#text).focus(); // the one pressed is gone
  }

  #export() {
    const link = part("a", { href: URL.createObjectURL(new Blob([this.#list.table], { type: "text/tab-separated-values" })), download: FILE });
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /**
   * @param {() => void} change
   * @param {string} words
   */
  #change(change, words) {
    change();
    this.#show();
    this.#say(words);
    this.#listener.onChange();
  }

  /** @param {string} words */
  #say(words) {
    this.#status.textContent = words;
  }
}

/** @param {Rule} rule */
function row(rule) {
  const root = part("li", {});
  const words = part("bdi", { className: "words", textContent: rule.text });
  if (rule.does !== "ignore") words.dataset.kind = rule.kind;
  else words.classList.add("ignored");
  const button = part("button", { type: "button", className: "button", textContent: "Remove" });
  button.dataset.remove = rule.text;
  button.ariaLabel = `Remove ${rule.text}`;
  root.append(words, part("span", { className: "hint", textContent: inWords(rule) }), button);
  return root;
}

/**
 * @param {string} does
 * @param {string} words
 */
function command(does, words) {
  const button = part("button", { type: "button", className: "button", textContent: words });
  button.dataset.does = does;
  return button;
}

/** @param {unknown} error */
function reason(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function part(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
