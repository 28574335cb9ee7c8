/**
 * The lists: one tab a kind, then the timeline and the checks, each of which leads to the words in the article.
 *
 * Only the list that is looked at is built; the others when they are asked for.
 *
 * @import { Kind, Row, Table, View } from "../element/view.js"
 */

import { Checks } from "./results-checks.js";
import { checkWords, copy, momentWords, rowWords } from "./results-copy.js";
import { element } from "./results-dom.js";
import { ListTable } from "./results-table.js";
import { Timeline } from "./results-timeline.js";

/** @typedef {Kind | "checks"} Tab */

/**
 * @typedef {{ onGo: (markId: string) => void, onSay: (words: string) => void, onAskDay: () => void,
 *   onChecks: (open: number) => void, onMore: (markId: string, from: HTMLElement) => void }} Listener
 * `onSay` hears what is to be told the reader, `onChecks` how many checks are left, `onMore` that a row is not right.
 */

/** @type {View} */
const EMPTY = { marks: [], tables: [], timeline: [], checks: [], summary: "", found: false };

export class Results {
  #root;
  #listener;
  #view = EMPTY;
  /** @type {Map<string, { row: Row, table: Table }> | undefined} Made when somebody asks: it is large. */
  #known;
  /** @type {Map<string, number> | undefined} Where each mark begins. */
  #starts;
  /** @type {Map<string, number>} Which mention of a row was gone to last. */
  #place = new Map();
  /** @type {Tab} */
  #tab = "figure";
  /** @type {Map<Tab, ListTable | Timeline>} */
  #built = new Map();
  /** @type {Map<Tab, HTMLElement>} What others show above a list. */
  #slots = new Map();
  #checks;
  #pronouns = false;

  /**
   * @param {HTMLElement} root
   * @param {Listener} listener
   */
  constructor(root, listener) {
    this.#root = root;
    this.#listener = listener;
    this.#checks = new Checks(() => this.#showBadge());
    root.addEventListener("click", (event) => this.#click(event));
    root.addEventListener("keydown", (event) => this.#steer(event));
  }

  /**
   * An element above the list of a kind, for others to fill; it is kept from result to result.
   * @param {Tab} tab
   */
  slot(tab) {
    const known = this.#slots.get(tab);
    if (known) return known;
    const slot = element("div", { className: "slot" });
    slot.dataset.slot = tab;
    this.#slots.set(tab, slot);
    this.#find(`#panel-${tab}`)?.prepend(slot);
    return slot;
  }

  /** @param {View} view */
  show(view) {
    for (const table of this.#built.values()) table.stop();
    this.#view = view;
    this.#known = this.#starts = undefined;
    this.#place.clear();
    this.#built.clear();
    this.#checks.all = view.checks;
    const tabs = element("div", { className: "tabs", role: "tablist", ariaLabel: "Lists" }, this.#tabs.map(([key, label, count]) => tab(key, label, count)));
    this.#root.replaceChildren(tabs, ...this.#tabs.map(([key]) => this.#panel(key)));
    this.#showBadge();
    const filled = this.#tabs.filter(([, , count]) => count > 0).map(([key]) => key);
    this.select(filled.includes(this.#tab) ? this.#tab : (filled[0] ?? "figure"));
  }

  /** The tabs in their order, each with its label and how many it lists. */
  get #tabs() {
    const lists = this.#view.tables.map(({ kind, short, rows }) => /** @type {[Tab, string, number]} */ ([kind, kind === "date" ? "Timeline" : short, rows.length]));
    return [...lists, /** @type {[Tab, string, number]} */ (["checks", "Checks", this.#view.checks.length])];
  }

  get #rows() {
    return (this.#known ??= new Map(this.#view.tables.flatMap((table) => table.rows.map((row) => [row.id, { row, table }]))));
  }

  /** The list that is looked at. */
  get selected() {
    return this.#tab;
  }

  /** @param {Tab} tab */
  select(tab) {
    this.#tab = tab;
    for (const [key] of this.#tabs) {
      const chosen = key === tab;
      const button = this.#find(`#tab-${key}`);
      button?.setAttribute("aria-selected", String(chosen));
      if (button) button.tabIndex = chosen ? 0 : -1;
      this.#find(`#panel-${key}`)?.toggleAttribute("hidden", !chosen);
    }
    this.#fill(tab);
  }

  /**
   * Counts pronouns among the mentions, or not.
   * @param {boolean} shown
   */
  setPronouns(shown) {
    if (shown === this.#pronouns) return;
    this.#pronouns = shown;
    this.#place.clear();
    for (const list of this.#built.values()) if (list instanceof ListTable) list.renew();
  }

  /**
   * Shows the row that a mark belongs to, without moving the focus.
   * @param {string} rowId
   * @param {string} markId
   */
  reveal(rowId, markId) {
    const row = this.rowOf(rowId);
    if (!row) return;
    this.#place.set(rowId, Math.max(0, this.#marksOf(row).indexOf(markId)));
    if (row.kind !== this.#tab) this.select(row.kind);
    this.#emphasise(row);
    scrollInFrame(this.#find(`#row-${rowId}`));
  }

  /** @param {string} rowId */
  rowOf(rowId) {
    return this.#rows.get(rowId)?.row;
  }

  /** @param {string} rowId */
  tableOf(rowId) {
    return this.#rows.get(rowId)?.table;
  }

  /** @param {string} rowId */
  focus(rowId) {
    this.#find(`#row-${rowId} .jump`)?.focus();
  }

  focusTab() {
    this.#find(`#tab-${this.#tab}`)?.focus();
  }

  /**
   * @param {Row} row
   * @returns {string[]} Its marks in text order; with its pronouns, where those are shown.
   */
  #marksOf({ marks, pronouns = [] }) {
    if (!this.#pronouns || pronouns.length === 0) return marks;
    const starts = (this.#starts ??= new Map(this.#view.marks.map((mark) => [mark.id, mark.start])));
    return [...marks, ...pronouns].sort((a, b) => (starts.get(a) ?? 0) - (starts.get(b) ?? 0));
  }

  /** @param {Tab} key */
  #panel(key) {
    const root = element("div", { id: `panel-${key}`, className: "panel", role: "tabpanel", tabIndex: 0 });
    root.setAttribute("aria-labelledby", `tab-${key}`);
    const slot = this.#slots.get(key);
    if (slot) root.append(slot);
    return root;
  }

  /**
   * Builds the list of a tab, unless it stands.
   * @param {Tab} tab
   */
  #fill(tab) {
    const panel = this.#find(`#panel-${tab}`);
    if (!panel || panel.dataset.built) return;
    panel.dataset.built = "yes";
    const table = this.#view.tables.find(({ kind }) => kind === tab);
    if (tab === "checks") panel.append(this.#checks.build());
    else if (!table || table.rows.length === 0) panel.append(element("p", { className: "none", textContent: `No ${(table?.label ?? "").toLowerCase()} were found.` }));
    else if (tab === "date") {
      const list = new Timeline(this.#view.timeline);
      this.#built.set(tab, list);
      panel.append(list.root);
    } else {
      const list = new ListTable(table, (row) => String(this.#marksOf(row).length));
      this.#built.set(tab, list);
      panel.append(list.root, list.foot);
    }
  }

  #showBadge() {
    const { open } = this.#checks;
    const badge = this.#find("#tab-checks .count");
    if (badge) badge.textContent = open > 0 ? String(open) : "";
    this.#listener.onChecks(open);
  }

  /** @param {Row} row */
  #emphasise(row) {
    for (const other of this.#root.querySelectorAll("[id^='row-'][aria-current]")) {
      other.removeAttribute("aria-current");
      const count = other.querySelector(".place");
      if (count) count.textContent = count.textContent?.replace(/^\d+ of /, "") ?? "";
    }
    this.#built.get(row.kind)?.reach(row.id);
    const line = this.#find(`#row-${row.id}`);
    line?.setAttribute("aria-current", "true");
    const count = line?.querySelector(".place");
    const all = this.#marksOf(row).length;
    if (count) count.textContent = all === 1 ? "1" : `${(this.#place.get(row.id) ?? 0) + 1} of ${all}`;
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = event.target instanceof Element ? event.target : null;
    const button = target?.closest("button");
    if (button?.role === "tab") return this.select(/** @type {Tab} */ (button.dataset.kind));
    if (button?.matches(".copy")) return void this.#copy(button);
    if (button?.matches(".ask-day")) return this.#listener.onAskDay();
    if (button?.dataset.check) return this.showCheck(button.dataset.check);
    if (button?.dataset.go) return this.#listener.onGo(button.dataset.go);
    const line = target?.closest("[data-row]");
    const row = line instanceof HTMLElement ? this.rowOf(line.dataset.row ?? "") : undefined;
    if (row && button?.matches(".row-more")) return this.#listener.onMore(row.marks[this.#place.get(row.id) ?? 0] ?? row.marks[0] ?? "", button);
    if (!row || getSelection()?.isCollapsed === false) return;
    this.#go(row, button?.dataset.step === "-1" ? -1 : 1);
  }

  /**
   * Opens the checks at one of them.
   * @param {string} id
   */
  showCheck(id) {
    this.select("checks");
    this.#checks.reach(id);
    const item = this.#find(`#check-${id}`);
    scrollInFrame(item);
    item?.focus({ preventScroll: true });
  }

  /** @param {Element} button */
  async #copy(button) {
    const line = button.closest("[data-row], [data-check]");
    if (!(line instanceof HTMLElement)) return;
    const check = this.#checks.find(line.dataset.check ?? "");
    const moment = this.#tab === "date" ? this.#view.timeline.find(({ id }) => id === line.dataset.row) : undefined;
    const { row, table } = this.#rows.get(line.dataset.row ?? "") ?? {};
    const words = check ? checkWords(check) : moment ? momentWords(moment) : row && table ? rowWords(table, row) : "";
    this.#listener.onSay((await copy(words)) ? "Copied." : "This browser did not let the page copy. Select the words and copy them by hand.");
  }

  /**
   * The first click goes to the first mention, further ones to the next, or the one before.
   * @param {Row} row
   * @param {1 | -1} step
   */
  #go(row, step) {
    const marks = this.#marksOf(row);
    const before = this.#place.get(row.id);
    const current = this.#find(`#row-${row.id}`)?.hasAttribute("aria-current");
    const next = before === undefined ? (step < 0 ? -1 : 0) : current ? before + step : before;
    const place = (next + marks.length) % marks.length;
    this.#place.set(row.id, place);
    this.#emphasise(row);
    const mark = marks[place];
    if (mark !== undefined) this.#listener.onGo(mark);
  }

  /** @param {KeyboardEvent} event */
  #steer(event) {
    if (!(event.target instanceof HTMLElement) || event.target.role !== "tab") return;
    const keys = this.#tabs.map(([key]) => key);
    const place = keys.indexOf(this.#tab);
    const moves = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: keys.length - 1 };
    const move = moves[/** @type {keyof typeof moves} */ (event.key)];
    if (move === undefined) return;
    event.preventDefault();
    const next = keys[(move + keys.length) % keys.length];
    if (next) this.select(next);
    this.focusTab();
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement | null}
   */
  #find(selector) {
    return this.#root.querySelector(selector);
  }
}

/**
 * Only the pane scrolls: scrollIntoView would take the page away from the words being read.
 * @param {HTMLElement | null} line
 */
function scrollInFrame(line) {
  const frame = line?.closest(".panel");
  if (!line || !frame) return;
  const { top, bottom } = line.getBoundingClientRect();
  const view = frame.getBoundingClientRect();
  const head = line.closest("table")?.tHead?.offsetHeight ?? 0;
  if (top < view.top + head) frame.scrollTop += top - view.top - head;
  else if (bottom > view.bottom) frame.scrollTop += Math.min(bottom - view.bottom, top - view.top - head);
}

/**
 * @param {Tab} key
 * @param {string} label
 * @param {number} count
 */
function tab(key, label, count) {
  const button = element("button", { type: "button", id: `tab-${key}`, role: "tab", className: "tab" });
  button.dataset.kind = key;
  button.setAttribute("aria-controls", `panel-${key}`);
  button.append(label, " ", element("span", { className: key === "checks" ? "count badge" : "count", textContent: String(count) }));
  return button;
}
