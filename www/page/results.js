/**
 * The lists: one tab a kind, each with a table whose rows lead to their words.
 *
 * The tables carry explicit roles, because a narrow pane lays them out as cards and a table laid out
 * as a grid would lose its meaning for assistive technology.
 *
 * @import { Kind, Row, Table } from "../element/view.js"
 */

/** @typedef {{ onGo: (markId: string) => void }} Listener */

export class Results {
  #root;
  #listener;
  /** @type {Table[]} */
  #tables = [];
  /** @type {Map<string, Row>} */
  #rows = new Map();
  /** @type {Map<string, number>} Which mention of a row was gone to last. */
  #place = new Map();
  /** @type {Kind} */
  #kind = "figure";
  /** @type {Map<string, HTMLElement>} What others show above a list. */
  #slots = new Map();

  /**
   * @param {HTMLElement} root
   * @param {Listener} listener
   */
  constructor(root, listener) {
    this.#root = root;
    this.#listener = listener;
    root.addEventListener("click", (event) => this.#click(event));
    root.addEventListener("keydown", (event) => this.#steer(event));
  }

  /**
   * An element above the list of a kind, for others to fill; it is kept from result to result.
   * @param {Kind} kind
   */
  slot(kind) {
    const known = this.#slots.get(kind);
    const slot = known ?? element("div", { className: "slot" });
    slot.dataset.slot = kind;
    this.#slots.set(kind, slot);
    if (!known) this.#find(`#panel-${kind}`)?.prepend(slot);
    return slot;
  }

  /** @param {Table[]} tables */
  show(tables) {
    this.#tables = tables;
    this.#rows = new Map(tables.flatMap((table) => table.rows.map((row) => [row.id, row])));
    this.#place.clear();
    const tabs = element("div", { className: "tabs", role: "tablist", ariaLabel: "Lists" });
    tabs.append(...tables.map((table) => tab(table)));
    this.#root.replaceChildren(tabs, ...tables.map((table) => panel(table)));
    for (const [kind, slot] of this.#slots) this.#find(`#panel-${kind}`)?.prepend(slot);
    const current = tables.find((table) => table.kind === this.#kind && table.rows.length > 0);
    this.select((current ?? tables.find((table) => table.rows.length > 0) ?? tables[0])?.kind ?? "figure");
  }

  /** @param {Kind} kind */
  select(kind) {
    this.#kind = kind;
    for (const table of this.#tables) {
      const chosen = table.kind === kind;
      const button = this.#find(`#tab-${table.kind}`);
      button?.setAttribute("aria-selected", String(chosen));
      if (button) button.tabIndex = chosen ? 0 : -1;
      if (button && chosen) bringIntoView(button);
      this.#find(`#panel-${table.kind}`)?.toggleAttribute("hidden", !chosen);
    }
  }

  /**
   * Shows the row that a mark belongs to, without moving the focus.
   * @param {string} rowId
   * @param {string} markId
   */
  reveal(rowId, markId) {
    const row = this.#rows.get(rowId);
    if (!row) return;
    this.#place.set(rowId, row.marks.indexOf(markId));
    if (row.kind !== this.#kind) this.select(row.kind);
    this.#emphasise(row);
    const line = this.#find(`#row-${rowId}`);
    const frame = line?.closest(".panel");
    if (!line || !frame) return;
    // Only the pane scrolls: scrollIntoView would take the page away from the words being read.
    const { top, bottom } = line.getBoundingClientRect();
    const view = frame.getBoundingClientRect();
    const head = line.closest("table")?.tHead?.offsetHeight ?? 0;
    if (top < view.top + head) frame.scrollTop += top - view.top - head;
    else if (bottom > view.bottom) frame.scrollTop += bottom - view.bottom;
  }

  /** @param {string} rowId */
  rowOf(rowId) {
    return this.#rows.get(rowId);
  }

  /** @param {string} rowId */
  focus(rowId) {
    this.#find(`#row-${rowId} .jump`)?.focus();
  }

  focusTab() {
    this.#find(`#tab-${this.#kind}`)?.focus();
  }

  /** @param {Row} row */
  #emphasise(row) {
    for (const other of this.#root.querySelectorAll("tr[aria-current]")) {
      other.removeAttribute("aria-current");
      const count = other.querySelector(".place");
      if (count) count.textContent = count.textContent?.replace(/^\d+ of /, "") ?? "";
    }
    const line = this.#find(`#row-${row.id}`);
    line?.setAttribute("aria-current", "true");
    const count = line?.querySelector(".place");
    if (count) count.textContent = placeOf(row, this.#place.get(row.id) ?? 0);
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = event.target instanceof Element ? event.target : null;
    const chosen = target?.closest("[role=tab]");
    if (chosen instanceof HTMLElement) return this.select(/** @type {Kind} */ (chosen.dataset.kind));
    const line = target?.closest("tr[data-row]");
    const row = line instanceof HTMLElement ? this.#rows.get(line.dataset.row ?? "") : undefined;
    if (!row || !target || getSelection()?.isCollapsed === false) return;
    const step = target.closest("[data-step]")?.getAttribute("data-step");
    this.#go(row, step === "-1" ? -1 : 1);
  }

  /**
   * The first click goes to the first mention, further ones to the next, or the one before.
   * @param {Row} row
   * @param {1 | -1} step
   */
  #go(row, step) {
    const before = this.#place.get(row.id);
    const current = this.#find(`#row-${row.id}`)?.hasAttribute("aria-current");
    const next = before === undefined ? (step < 0 ? -1 : 0) : current ? before + step : before;
    const place = (next + row.marks.length) % row.marks.length;
    this.#place.set(row.id, place);
    this.#emphasise(row);
    const mark = row.marks[place];
    if (mark !== undefined) this.#listener.onGo(mark);
  }

  /** @param {KeyboardEvent} event */
  #steer(event) {
    if (!(event.target instanceof HTMLElement) || event.target.role !== "tab") return;
    const place = this.#tables.findIndex((table) => table.kind === this.#kind);
    const last = this.#tables.length - 1;
    const moves = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: last };
    const move = moves[/** @type {keyof typeof moves} */ (event.key)];
    if (move === undefined) return;
    event.preventDefault();
    const next = this.#tables[(move + this.#tables.length) % this.#tables.length];
    if (next) this.select(next.kind);
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
 * Scrolls the row of tabs, and nothing else, until the tab is seen whole.
 * @param {HTMLElement} button
 */
function bringIntoView(button) {
  const tabs = button.parentElement;
  if (!tabs) return;
  const { left, right } = button.getBoundingClientRect();
  const view = tabs.getBoundingClientRect();
  if (left < view.left) tabs.scrollLeft -= view.left - left;
  else if (right > view.right) tabs.scrollLeft += right - view.right;
}

/** @param {Table} table */
function tab({ kind, short, rows }) {
  const button = element("button", { type: "button", id: `tab-${kind}`, role: "tab", className: "tab" });
  button.dataset.kind = kind;
  button.setAttribute("aria-controls", `panel-${kind}`);
  button.append(element("span", { textContent: short }), " ", element("span", { className: "count", textContent: String(rows.length) }));
  return button;
}

/** @param {Table} table */
function panel(table) {
  const { kind, label, rows } = table;
  const root = element("div", { id: `panel-${kind}`, className: "panel", role: "tabpanel" });
  root.setAttribute("aria-labelledby", `tab-${kind}`);
  root.tabIndex = 0;
  root.append(rows.length > 0 ? list(table) : element("p", { className: "none", textContent: `No ${label.toLowerCase()} were found.` }));
  return root;
}

/** @param {Table} table */
function list({ kind, label, columns, rows }) {
  const root = element("table", { role: "table" });
  root.dataset.kind = kind;
  const several = rows.some((row) => row.marks.length > 1);
  const heads = [...columns.map((column) => column.label), ...(several ? ["Mentions"] : [])];
  const head = element("thead", { role: "rowgroup" });
  const line = element("tr", { role: "row" });
  line.append(...heads.map((text) => element("th", { scope: "col", role: "columnheader", textContent: text })));
  head.append(line);
  const body = element("tbody", { role: "rowgroup" });
  for (const row of rows) {
    const tr = element("tr", { id: `row-${row.id}`, role: "row" });
    tr.dataset.row = row.id;
    tr.append(...columns.map(({ key, label: name }) => (key === "title" ? title(row) : cell(name, row.cells[key]))));
    if (several) tr.append(mentions(row));
    body.append(tr);
  }
  root.append(element("caption", { className: "unseen", textContent: label }), head, body);
  return root;
}

/** @param {Row} row */
function title(row) {
  const head = element("th", { scope: "row", role: "rowheader" });
  const button = element("button", { type: "button", className: "jump" });
  const words = element("bdi", { className: "words", textContent: row.title });
  words.dataset.kind = row.kind;
  words.classList.toggle("unsure", row.doubt !== undefined);
  button.append(words);
  head.append(button);
  if (row.doubt) head.append(element("span", { className: "doubt", textContent: row.doubt }));
  return head;
}

/**
 * @param {string} label
 * @param {string | undefined} text
 */
function cell(label, text) {
  const root = element("td", { role: "cell" });
  root.dataset.label = label;
  if (text === undefined) root.className = "absent";
  root.append(element("bdi", { textContent: text ?? "" }));
  return root;
}

/** @param {Row} row */
function mentions(row) {
  const root = element("td", { role: "cell", className: "mentions" });
  root.dataset.label = "Mentions";
  const place = element("span", { className: "place", textContent: String(row.marks.length) });
  if (row.marks.length === 1) root.append(place);
  else root.append(step(row, -1, "‹", "Previous"), place, step(row, 1, "›", "Next"));
  return root;
}

/**
 * @param {Row} row
 * @param {number} direction
 * @param {string} sign
 * @param {string} word
 */
function step(row, direction, sign, word) {
  const button = element("button", { type: "button", className: "step", textContent: sign });
  button.dataset.step = String(direction);
  button.setAttribute("aria-label", `${word} mention of ${row.title}`);
  return button;
}

/**
 * @param {Row} row
 * @param {number} place
 */
function placeOf(row, place) {
  return row.marks.length === 1 ? "1" : `${place + 1} of ${row.marks.length}`;
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function element(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
