/**
 * What a reader can say of a name on its card: that it is none, of another kind, or always of this one.
 *
 * Buttons only; what is pressed is read from them by {@link told}. It keeps nothing and asks nobody.
 *
 * @import { NameKind } from "../analysis.js"
 * @import { Rule } from "./names-list.js"
 */

import { inWords, ONE } from "./names-list.js";

/** @typedef {{ words: string, kind: NameKind, rule: Rule | undefined }} Name The words of one mention, and what the reader has said of them before. */

/** @param {Name} name */
export function nameActions({ kind, rule }) {
  const root = Object.assign(document.createElement("div"), { className: "card-actions" });
  if (rule) {
    const said = Object.assign(document.createElement("p"), { className: "hint", textContent: `Your names: ${inWords(rule)}` });
    root.append(said, button("forget", "Forget that"));
    return root;
  }
  root.append(button("ignore", "Not a name"), button("choose", "Change kind…"), button("add", `Always ${ONE[kind]}`));
  return root;
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
