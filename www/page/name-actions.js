/**
 * What a card offers at its foot: "Not right?", and what was said of its name before. And what can be said of a name
 * for every article: that it is none, of another kind, or always of this one.
 *
 * Buttons only; what is pressed is read from them by {@link told}. It keeps nothing and asks nobody.
 *
 * @import { NameKind } from "../analysis.js"
 * @import { Rule } from "./names-list.js"
 */

import { inWords, ONE } from "./names-list.js";

/** @typedef {{ words: string, kind: NameKind, rule: Rule | undefined }} Name The words of one mention, and what the reader has said of them before. */

/** @param {Name | undefined} name For a card of a name. */
export function nameActions(name) {
  const root = Object.assign(document.createElement("div"), { className: "card-actions" });
  if (name?.rule) root.append(said(name.rule), button("forget", "Forget that"));
  const correct = button("correct", "Not right?");
  correct.setAttribute("aria-haspopup", "dialog");
  root.append(correct);
  return root;
}

/**
 * For every article; `onTell` hears what is said, `null` for nothing any more.
 * @param {Name} name
 * @param {(rule: Rule | null) => void} onTell
 */
export function nameChoices(name, onTell) {
  const root = Object.assign(document.createElement("div"), { className: "corrections-group everywhere", role: "group", ariaLabel: "In every article" });
  const title = Object.assign(document.createElement("p"), { className: "hint", textContent: "In every article, by “Your names”" });
  const row = Object.assign(document.createElement("div"), { className: "card-actions" });
  if (name.rule) row.append(said(name.rule), button("forget", "Forget that"));
  else row.append(button("ignore", "Not a name"), button("choose", "Change kind…"), button("add", `Always ${ONE[name.kind]}`));
  root.append(title, row);
  root.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? event.target.closest("button") : null;
    if (!pressed) return;
    const rule = told(pressed, name);
    if (rule !== undefined) return onTell(rule);
    const kinds = kindActions(name);
    pressed.parentElement?.replaceWith(kinds);
    kinds.querySelector("button")?.focus();
  });
  return root;
}

/** @param {Rule} rule */
function said(rule) {
  return Object.assign(document.createElement("p"), { className: "hint", textContent: `Your names: ${inWords(rule)}` });
}

/**
 * The kinds that it is not, to choose from.
 * @param {Name} name
 */
export function kindActions({ kind }) {
  const root = Object.assign(document.createElement("div"), { className: "card-actions" });
  root.setAttribute("role", "group");
  root.ariaLabel = "It is";
  for (const [other, words] of Object.entries(ONE)) {
    if (other === kind) continue;
    const choice = button("retype", words.charAt(0).toUpperCase() + words.slice(1));
    choice.dataset.kind = other;
    choice.classList.add("choice");
    root.append(choice);
  }
  return root;
}

/**
 * The rule that a button stands for; `null` for none any more, `undefined` for a button that stands for none.
 * @param {HTMLElement} pressed
 * @param {Name} name
 * @returns {Rule | null | undefined}
 */
export function told({ dataset }, { words, kind }) {
  switch (dataset.does) {
    case "forget":
      return null;
    case "ignore":
      return { does: "ignore", text: words };
    case "add":
      return { does: "add", text: words, kind };
    case "retype":
      return { does: "retype", text: words, kind: /** @type {NameKind} */ (dataset.kind) };
    default:
      return undefined;
  }
}

/**
 * @param {string} does
 * @param {string} words
 */
function button(does, words) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "card-action", textContent: words });
  made.dataset.does = does;
  return made;
}
