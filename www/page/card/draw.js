/**
 * A card's facts as elements: switcher, title, facts, steps.
 *
 * It draws what it is given and hears nothing; what a button does is in its `data-` attributes, which the card reads.
 *
 * @import { Mark } from "../../element/view.js"
 * @import { Fact, Facts, Part } from "./facts.js"
 */

import { nameOfKind } from "./facts.js";

/**
 * @param {Facts} card
 * @param {Mark[]} marks All that lie there, the innermost first.
 * @param {Mark} mark The one that is told of.
 */
export function draw(card, marks, mark) {
  const body = made("div", { className: "card-body", tabIndex: -1 });
  body.append(gist(card, marks.length > 1), list(card.facts));
  const close = made("button", { type: "button", className: "card-close", textContent: "×", ariaLabel: "Close" });
  const top = marks.length > 1 ? [switcher(marks, mark)] : [];
  return [...top, body, steps(card, mark), close];
}

/**
 * @param {Mark[]} marks
 * @param {Mark} mark
 */
function switcher(marks, mark) {
  const root = made("div", { className: "card-switch", role: "group", ariaLabel: "What these words are" });
  root.append(
    ...marks.map((other) => {
      const button = made("button", { type: "button", className: "card-one", textContent: nameOfKind(other) });
      button.dataset.mark = other.id;
      button.setAttribute("aria-pressed", String(other.id === mark.id));
      return button;
    }),
  );
  return root;
}

/**
 * What it is and its words: also the description of the mark itself.
 * @param {Facts} card
 * @param {boolean} switched
 */
function gist({ kind, one, doubt, title }, switched) {
  const root = made("div", { id: "card-gist" });
  const named = made("p", { className: "card-kind", textContent: one + (doubt ? ` · ${doubt}` : "") });
  // The switcher says it already.
  if (switched && !doubt) named.classList.add("unseen");
  const head = made("p", { className: "card-title" });
  const words = made("bdi", { className: "words", textContent: title });
  words.dataset.kind = kind;
  head.append(words);
  root.append(named, head);
  return root;
}

/** @param {Fact[]} facts */
function list(facts) {
  const root = made("dl", {});
  for (const { key, label, lines, why } of facts) {
    const value = made("dd", {});
    value.dataset.fact = key;
    value.append(...lines.map((parts) => line(parts)));
    if (why) value.append(made("p", { className: "card-why", textContent: why }));
    const head = made("dt", { textContent: label });
    head.dataset.fact = key;
    root.append(head, value);
  }
  return root;
}

/** @param {Part[]} parts */
function line(parts) {
  const root = made("p", {});
  root.append(...parts.map((part) => drawn(part)));
  return root;
}

/** @param {Part} part */
function drawn({ text, tone, go, does }) {
  if (go !== undefined || does !== undefined) {
    const button = made("button", { type: "button", className: does ? "button" : "card-go" });
    if (go !== undefined) button.dataset.go = go;
    if (does !== undefined) button.dataset.act = does;
    button.append(made("bdi", { textContent: text }));
    return button;
  }
  if (tone === "words") return made("bdi", { textContent: text });
  if (tone === "strong") return made("strong", { textContent: text });
  return tone === "quiet" ? made("span", { className: "quiet", textContent: text }) : document.createTextNode(text);
}

/**
 * @param {Facts} card
 * @param {Mark} mark
 */
function steps({ steps: { one, ids } }, mark) {
  const root = made("div", { className: "card-steps" });
  if (ids.length > 1) {
    const place = `${one.charAt(0).toUpperCase()}${one.slice(1)} ${ids.indexOf(mark.id) + 1} of ${ids.length}`;
    root.append(step(-1, "‹", `Previous ${one}`), made("span", { className: "card-place", textContent: place }), step(1, "›", `Next ${one}`));
  }
  const copy = made("button", { type: "button", className: "card-copy", textContent: "Copy" });
  copy.dataset.act = "copy";
  root.append(copy, made("span", { className: "unseen", role: "status" }));
  return root;
}

/**
 * @param {number} by
 * @param {string} sign
 * @param {string} label
 */
function step(by, sign, label) {
  const button = made("button", { type: "button", className: "card-step", textContent: sign, ariaLabel: label, title: label });
  button.dataset.step = String(by);
  return button;
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function made(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
