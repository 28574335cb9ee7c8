/**
 * "Not right?": a sheet that asks what some words are instead, in as many steps as it takes.
 *
 * It shows the choices that it is given and tells which was made; what comes of it is others' business.
 *
 * @import { Anchor, Correction } from "./correct.js"
 * @import { Further, Group, Pick, Target, Wording } from "./choices.js"
 */

import { button, head, part, sheet } from "./parts.js";
import { quoted } from "./words.js";

/** Of so many things one is found faster by typing. */
const MANY = 8;

/** @typedef {{ onPick: (correction: Correction) => void, onCancel: () => void }} Listener */

export class AskDialog {
  #root = sheet("correct");
  /** @type {Listener | undefined} */
  #listener;
  /** @type {(() => void) | undefined} What the first step shows. */
  #begin;

  constructor() {
    this.#root.addEventListener("close", () => this.#end()?.onCancel());
  }

  /**
   * @param {Target} target
   * @param {Group[]} groups
   * @param {HTMLElement | undefined} more Shown below, for what reaches beyond this article.
   * @param {Listener} listener
   */
  ask(target, groups, more, listener) {
    this.#listener = listener;
    this.#begin = () => {
      const words = part("p", { className: "corrections-words" });
      words.append(part("bdi", { className: "words", textContent: quoted(target.at.words) }));
      const inside = words.firstElementChild;
      if (inside instanceof HTMLElement) inside.dataset.kind = target.kind;
      this.#fill("Not right?", words, ...groups.map((group) => this.#group(group, target.at)), ...(more ? [more] : []));
    };
    this.#begin();
    if (!this.#root.open) this.#root.showModal();
    this.#focusFirst();
  }

  close() {
    this.#end();
    this.#root.close();
  }

  /** The listener hears once. */
  #end() {
    const listener = this.#listener;
    this.#listener = undefined;
    return listener;
  }

  /** @param {Correction} correction */
  #pick(correction) {
    const listener = this.#end();
    this.#root.close();
    listener?.onPick(correction);
  }

  /** @param {Group} group @param {Anchor} at */
  #group({ title, choices }, at) {
    const root = part("div", { className: "corrections-group", role: "group", ariaLabel: title });
    const row = part("div", { className: "corrections-choices" });
    row.append(...choices.map((choice) => this.#choice(choice, at)));
    root.append(part("p", { className: "hint", textContent: title }), row);
    return root;
  }

  /** @param {Pick | Further | Wording} choice @param {Anchor} at */
  #choice(choice, at) {
    if ("correction" in choice) return this.#offer(choice);
    return button(choice.label, () => ("words" in choice ? this.#askWords(choice, at) : this.#askThing(choice)), "card-action");
  }

  /** @param {Pick} pick */
  #offer({ label, kind, correction }) {
    const made = button("", () => this.#pick(correction), "card-action");
    made.dataset.does = correction.does;
    const words = part("bdi", { textContent: label });
    if (kind) {
      words.className = "words";
      words.dataset.kind = kind;
    }
    made.append(words);
    return made;
  }

  /** @param {Further} further */
  #askThing({ prompt, list }) {
    const picks = list();
    const rows = part("ul", { className: "corrections-things" });
    rows.append(
      ...picks.map((pick) => {
        const row = part("li");
        row.append(this.#offer(pick));
        return row;
      }),
    );
    /** @type {HTMLElement[]} */
    const parts = [part("p", { className: "corrections-words", textContent: prompt })];
    if (picks.length > MANY) parts.push(search(rows));
    if (picks.length === 0) parts.push(part("p", { className: "hint", textContent: "No other is named in this article." }));
    this.#fill("Which one?", ...parts, rows, this.#back());
    this.#focusFirst();
  }

  /** One word, or all from the first pressed to the last, on one side of the amount. @param {Wording} wording @param {Anchor} at */
  #askWords({ prompt, words, pick }, at) {
    /** @type {[number, number] | undefined} */
    let chosen;
    const row = part("div", { className: "corrections-sentence", role: "group", ariaLabel: "Words of the sentence" });
    const use = button("Use these words", () => chosen && this.#pick(pick(span(words, chosen))), "button primary");
    const outcome = part("p", { role: "status", className: "corrections-words" });
    const show = () => {
      [...row.children].forEach((child, index) => child.setAttribute("aria-pressed", String(chosen !== undefined && chosen[0] <= index && index <= chosen[1])));
      outcome.textContent = chosen ? `${prompt} ${quoted(span(words, chosen).words)}` : "Press the first word, then the last.";
      use.disabled = chosen === undefined;
    };
    words.forEach((word, index) => {
      row.append(
        button(word.words, () => {
          const wider = /** @type {[number, number]} */ (chosen && chosen[0] === chosen[1] ? [Math.min(chosen[0], index), Math.max(chosen[1], index)] : [index, index]);
          chosen = holds(span(words, wider), at) ? [index, index] : wider;
          show();
        }, "card-action"),
      );
    });
    show();
    const foot = part("div", { className: "names-foot" });
    foot.append(use, this.#back());
    this.#fill("What does it count?", row, outcome, foot);
    this.#focusFirst();
  }

  #back() {
    return button("Back", () => {
      this.#begin?.();
      this.#focusFirst();
    });
  }

  /**
   * @param {string} title
   * @param {HTMLElement[]} parts
   */
  #fill(title, ...parts) {
    this.#root.replaceChildren(head(this.#root, title), ...parts);
  }

  #focusFirst() {
    const first = this.#root.querySelector("input, .card-action, .corrections-things button");
    if (first instanceof HTMLElement) first.focus();
  }
}

/**
 * A field that leaves of the rows those that have what is typed.
 * @param {HTMLElement} rows
 */
function search(rows) {
  const label = part("label", { className: "corrections-search", textContent: "Search " });
  const field = part("input", { type: "search", autocomplete: "off", spellcheck: false });
  const none = part("p", { className: "hint", role: "status" });
  field.addEventListener("input", () => {
    const wanted = plain(field.value.trim());
    let shown = 0;
    for (const row of rows.children) {
      const fits = plain(row.textContent ?? "").includes(wanted);
      row.toggleAttribute("hidden", !fits);
      if (fits) shown += 1;
    }
    none.textContent = shown === 0 ? "No such name in this article." : "";
  });
  label.append(field, none);
  return label;
}

/** Without accents and capitals. @param {string} words */
const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** @param {Anchor} outer @param {Anchor} inner */
const holds = (outer, inner) => outer.start < inner.end && inner.start < outer.end;

/**
 * @param {Anchor[]} words
 * @param {[number, number]} chosen
 * @returns {Anchor} With the words as they are shown.
 */
function span(words, [from, to]) {
  const picked = words.slice(from, to + 1);
  const [first, last] = [picked[0], picked.at(-1)];
  if (!first || !last) throw new RangeError("no such word");
  return { start: first.start, end: last.end, words: picked.map((word) => word.words).join(" ") };
}
