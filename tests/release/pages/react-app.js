// A news page that React draws. Tests change it by `window.change({ ... })`; it knows nothing of the element but its tag.

import { createElement, StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";

/** @typedef {{ engineer: string, extra: boolean, counters: string[], shown: boolean, inside: boolean, unread: number }} State */

/** @type {State} */
const FIRST = {
  engineer: "Marta Zielinska",
  extra: false,
  counters: ["Lena Fischer counted 14 trams in Basel.", "Tomas Ruiz counted 9 buses in Bilbao.", "Aino Virtanen counted 21 boats in Turku."],
  shown: true,
  inside: new URLSearchParams(location.search).has("inside"),
  unread: 0,
};

/** @param {State} state */
function Story({ engineer, extra, counters, inside, unread }) {
  return createElement(
    "article",
    { id: "story", "data-unread": unread },
    createElement("h1", null, "Ferry bridge closes for 12 weeks"),
    createElement("p", null, "The Kestrel Bridge in Gdansk will close on Monday, said engineer ", createElement("b", null, engineer), ". About ", "8,400", " cars cross it every day."),
    extra ? createElement("p", { key: "extra" }, "Mayor Piotr Wolny wants at least two ferries instead.") : null,
    createElement("ul", null, counters.map((words) => createElement("li", { key: words.slice(0, 4) }, words))),
    inside ? createElement("article-analyzer", { activate: "load", exclude: ".unread" }, "People and figures.") : null,
  );
}

/** @type {(changes: Partial<State>) => void} */
let change = () => {};

function App() {
  const [state, set] = useState(FIRST);
  change = (changes) => set((before) => ({ ...before, ...changes }));
  return createElement("main", null, state.shown ? createElement(Story, state) : createElement("p", null, "Nothing to read."));
}

const failures = /** @type {string[]} */ ([]);
const fail = (/** @type {unknown} */ error) => failures.push(String(error));
createRoot(/** @type {Element} */ (document.querySelector("#root")), { onUncaughtError: fail, onCaughtError: fail, onRecoverableError: fail }).render(
  createElement(StrictMode, null, createElement(App)),
);

Object.assign(window, { failures, change: (/** @type {Partial<State>} */ changes) => flushSync(() => change(changes)) });
