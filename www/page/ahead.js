/**
 * The modules of results, asked for all at once: else a browser learns of each only when it has read the one that
 * imports it, four journeys to the server one after another.
 *
 * Nothing depends on it; what is missing here comes later. A test holds the list to what is imported.
 */

export const MODULES = [
  "../element/view.js",
  "../element/view/checks.js",
  "../element/view/marks.js",
  "../element/view/parts.js",
  "../element/view/rows.js",
  "../element/view/sentences.js",
  "../element/view/steps.js",
  "../element/view/timeline.js",
  "../page/article.js",
  "../page/card.js",
  "../page/card/date.js",
  "../page/card/draw.js",
  "../page/card/entity.js",
  "../page/card/facts.js",
  "../page/card/figure.js",
  "../page/card/marks.js",
  "../page/card/place.js",
  "../page/card/quotation.js",
  "../page/card/speech.js",
  "../page/card/words.js",
  "../page/corrections/ask-dialog.js",
  "../page/corrections/choices.js",
  "../page/corrections/correct.js",
  "../page/corrections/corrections.js",
  "../page/corrections/graph.js",
  "../page/corrections/history.js",
  "../page/corrections/list-dialog.js",
  "../page/corrections/marker.js",
  "../page/corrections/parts.js",
  "../page/corrections/shelf.js",
  "../page/corrections/statements.js",
  "../page/corrections/strip.js",
  "../page/corrections/things.js",
  "../page/corrections/words.js",
  "../page/dock.js",
  "../page/export-formats.js",
  "../page/export.js",
  "../page/legend.js",
  "../page/map-slot.js",
  "../page/marked-text.js",
  "../page/name-actions.js",
  "../page/print.js",
  "../page/reader.js",
  "../page/reading-on.js",
  "../page/results-checks.js",
  "../page/results-copy.js",
  "../page/results-dom.js",
  "../page/results-portions.js",
  "../page/results-sort.js",
  "../page/results-table.js",
  "../page/results-timeline.js",
  "../page/results.js",
  "../page/weave.js",
];

/** Asks for them; what is there already is not fetched again. */
export function fetchAhead() {
  const links = MODULES.map((path) => Object.assign(document.createElement("link"), { rel: "modulepreload", href: new URL(path, import.meta.url).href }));
  document.head.append(...links);
}
