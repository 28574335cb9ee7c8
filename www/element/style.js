/**
 * The style sheet of panel and card: one for all elements of a page.
 *
 * Constructed, because `style-src 'self'` forbids `<style>` elements in other people's pages; in the script, so that
 * nothing waits for a further file. Tokens come from outside by the names --article-analyzer-*; here are their
 * defaults. What marks look like in the article is the business of highlight/paint.js.
 */

import { ink, LOOKS } from "../highlight/kinds.js";

const STYLE = `
:host {
  display: block;
  --own-ink: var(--article-analyzer-ink, CanvasText);
  --own-ground: var(--article-analyzer-ground, Canvas);
  --own-edge: var(--article-analyzer-edge, color-mix(in srgb, CanvasText 18%, Canvas));
  --own-quiet: var(--article-analyzer-quiet, color-mix(in srgb, CanvasText 72%, Canvas));
  --own-focus: var(--article-analyzer-focus, #1553c7);
}

:host([hidden]) {
  display: none;
}

.panel {
  padding: 1rem 1.15rem;
  border: 1px solid var(--own-edge);
  border-radius: .75rem;
  background: var(--own-ground);
  color: var(--own-ink);
  font: .9375rem/1.5 var(--article-analyzer-font, system-ui, sans-serif);
}

[hidden] {
  display: none !important;
}

.status {
  margin-block: .35rem .5rem;
  font-weight: 600;
}

.body > .command {
  margin-block-start: .5rem;
}

.status:empty, .hint:empty {
  display: none;
}

.hint {
  color: var(--own-quiet);
}

button {
  color: inherit;
  font: inherit;
  cursor: pointer;
}

:focus-visible {
  outline: 2px solid var(--own-focus);
  outline-offset: 2px;
}

.command {
  min-block-size: 2.75rem;
  padding: .4rem 1.1rem;
  border: 1px solid currentColor;
  border-radius: .5rem;
  background: none;
  font-weight: 550;
}

.command:hover, .again:hover {
  background: color-mix(in srgb, currentColor 8%, transparent);
}

details {
  border-block-start: 1px solid var(--own-edge);
}

summary {
  padding-block: .45rem;
  font-weight: 550;
  cursor: pointer;
}

ul {
  margin: 0 0 .5rem;
  padding: 0;
  list-style: none;
}

li {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: .1rem .5rem;
  padding-block: .15rem;
}

.name {
  min-inline-size: 1.75rem;
  min-block-size: 1.75rem;
  padding: 0;
  border: 0;
  background: none;
  font-weight: 550;
  text-align: start;
}

.name:hover {
  text-decoration: underline;
}

.again {
  min-inline-size: 1.75rem;
  min-block-size: 1.75rem;
  padding: 0 .3rem;
  border: 1px solid var(--own-edge);
  border-radius: .4rem;
  background: none;
  font-size: .8125rem;
}

.unsure {
  font-weight: 400;
}

.unsure::after {
  content: "?" / "";
  margin-inline-start: .1em;
  color: var(--own-quiet);
  font-size: .72em;
  vertical-align: super;
}

.words {
  text-decoration: underline 1px solid;
  text-decoration-skip-ink: none;
  text-underline-offset: .2em;
}

.panel.inline, .panel.summary {
  padding: .5rem .9rem;
}

.line {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: .1rem .6rem;
  margin: 0 0 .35rem;
}

.line > .words {
  min-inline-size: 6.5rem;
}

.foot {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: .25rem .75rem;
}

.small {
  min-block-size: 2rem;
  padding: .1rem .7rem;
  border: 1px solid var(--own-edge);
  border-radius: 1rem;
  background: none;
  font-size: .875rem;
}

.small:hover {
  background: color-mix(in srgb, currentColor 8%, transparent);
}

.card {
  position: fixed;
  inset: auto;
  margin: 0;
  inline-size: max-content;
  max-inline-size: min(22rem, calc(100vw - 1rem));
  max-block-size: 60vh;
  overflow: auto;
  padding: .7rem .9rem;
  border: 1px solid var(--own-edge);
  border-radius: .6rem;
  background: var(--own-ground);
  color: var(--own-ink);
  box-shadow: 0 .35rem 1.4rem rgb(0 0 0 / 22%);
  font: .875rem/1.45 var(--article-analyzer-font, system-ui, sans-serif);
}

.card h3 {
  margin: 0 0 .2rem;
  font-size: 1rem;
}

.card dl {
  display: grid;
  grid-template-columns: auto 1fr;
  gap: .1rem .7rem;
  margin: .3rem 0;
}

.card dt {
  color: var(--own-quiet);
}

.card dd {
  margin: 0;
}

@media (prefers-reduced-motion: no-preference) {
  .card {
    transition: opacity .1s;
  }
}
`;

/** @type {CSSStyleSheet | undefined} */
let made;

/** @returns {CSSStyleSheet} */
export function sheet() {
  if (!made) {
    made = new CSSStyleSheet();
      const kinds = Object.entries(LOOKS).map(([kind, { line }]) => `[data-kind=${kind}] .words { text-decoration: underline ${line} ${ink(kind)}; }`);
    made.replaceSync(STYLE + kinds.join("\n"));
  }
  return made;
}
