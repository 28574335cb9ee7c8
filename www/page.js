/**
 * The page: takes a text, has it analysed, shows the result. It knows no linguistics; the parts of
 * what it shows are in page/.
 *
 * One state at a time, named in `data-state` of the body:
 * empty -> loading -> analysing -> result | nothing | foreign | error, and back by Edit or New article. A long text
 * is `reading` between analysing and its result: its first part is shown.
 *
 * @import { Analysis, Options } from "./analysis.js"
 * @import { FirstPart, Progress } from "./engine/client.js"
 * @import { Corrections } from "./page/corrections/corrections.js"
 * @import { NamesDialog } from "./page/names-dialog.js"
 * @import { Rule } from "./page/names-list.js"
 * @import { Reader } from "./page/reader.js"
 * @import { ReadingOn } from "./page/reading-on.js"
 */

import { analyze, load } from "./engine/client.js";
import { fetchAhead } from "./page/ahead.js";
import { Failure } from "./page/failure.js";
import { LongTextDialog } from "./page/input/ask-long.js";
import { Compose } from "./page/input/compose.js";
import { placeOfReading } from "./page/input/place.js";
import { inWords, NamesList, option } from "./page/names-list.js";
import { Offline } from "./page/offline.js";
import { part, storage } from "./page/parts.js";
import { painted, styled } from "./page/later.js";
import { Toast } from "./page/toast.js";
import { Work } from "./page/work.js";

/** The field of a longer text stays laid out while it is hidden: to do that anew would hold up Cancel and Edit. */
const LONG = 60_000;

/** @typedef {"empty" | "loading" | "analysing" | "reading" | "result" | "nothing" | "foreign" | "error"} State */

const names = new NamesList(storage());
const toast = new Toast(part("toast", HTMLElement));
const offline = new Offline(part("masthead", HTMLElement));
const work = new Work();
const failure = new Failure();
const asker = new LongTextDialog(part("ask-long", HTMLDialogElement));

const places = {
  summary: part("summary", HTMLElement),
  notice: part("notice", HTMLElement),
  legend: part("legend", HTMLElement),
  article: part("article", HTMLElement),
  pane: part("pane", HTMLElement),
  results: part("results", HTMLElement),
  card: part("card", HTMLElement),
  dock: part("dock", HTMLElement),
  drawer: part("drawer", HTMLDialogElement),
};
/** @type {NamesDialog | undefined} */
let manager;

const compose = new Compose({
  analyze,
  options,
  onArticle: (note) => void run(note),
  onDay: () => void run(),
  onTell: (words) => toast.show(words),
  onFailure: showFailure,
});
/** @type {AbortController | undefined} */
let running;
/** What was read last: the text, or its first part. */
let article = "";

/** @typedef {{ reader: Reader, corrections: Corrections, readingOn: ReadingOn }} Shown What shows a result, and what changes it. */

/** @type {Shown | undefined} */
let shown;
/** @type {Promise<Shown> | undefined} */
let opening;

/** Half of the page is for results: an empty one is there without it, and fetches it when it stands. */
function results() {
  opening ??= openResults();
  opening.catch(() => (opening = undefined)); // the next try may find the network again
  return opening;
}

/** What shows a result, with what the reader has corrected in that text before. @param {string} text */
async function readyFor(text) {
  const all = await results();
  await all.corrections.open(text);
  return all;
}

/** @returns {Promise<Shown>} */
async function openResults() {
  fetchAhead();
  const [{ Reader }, { Corrections }, { ExportDialog }, { ReadingOn }] = await Promise.all([
    import("./page/reader.js"),
    import("./page/corrections/corrections.js"),
    import("./page/export.js"),
    import("./page/reading-on.js"),
    styled(),
  ]);
  const reader = new Reader(places, {
    names,
    onTell: (words, start, rule) => void tell(words, start, rule),
    onSay: (words) => toast.show(words),
    onAskDay: () => part("published-again", HTMLElement).focus(),
    onCorrect: (mark, from) => corrections.ask(mark, from),
  });
  const corrections = new Corrections({
    storage: storage(),
    names,
    toast,
    places: { article: places.article, lists: places.results, home: places.notice },
    onShow: (article, analysis) => {
      const place = scrollY;
      enter(reader.show(article, analysis));
      scrollTo(0, place);
    },
    focusAt: (start) => reader.focusAt(start),
    onTell: (words, start, rule) => void tell(words, start, rule),
  });
  const exporter = new ExportDialog(part("exports", HTMLDialogElement), () => reader.shown);
  part("export", HTMLElement).addEventListener("click", () => exporter.open());
  shown = { reader, corrections, readingOn: new ReadingOn(part("reading-on", HTMLElement), cancel) };
  return shown;
}

/** @param {State} state */
function enter(state) {
  document.body.dataset.state = state;
  part("compose", HTMLElement).hidden = state !== "empty" && state !== "error";
  part("working", HTMLElement).hidden = state !== "loading" && state !== "analysing";
  const read = state === "reading" || state === "result" || state === "nothing" || state === "foreign";
  part("reader", HTMLElement).hidden = !read;
  part("skip", HTMLElement).hidden = state === "nothing";
  part("failure", HTMLElement).hidden = state !== "error";
  part("export", HTMLElement).hidden = state === "reading"; // the first part would pass for the whole
  if (!read) shown?.reader.hide();
  if (state !== "reading") shown?.readingOn.hide();
  if (state !== "result") toast.hide();
}

/** @param {string} words */
function say(words) {
  part("announcement", HTMLElement).textContent = words;
}

/**
 * Reads what is in the box and shows it; asks first if that will take long.
 * @param {string} [note] What is to be said beside the result.
 */
async function run(note) {
  const whole = compose.text;
  if (whole.trim() === "") {
    compose.focus();
    say("Paste an article first.");
    return;
  }
  running?.abort();
  const { signal } = (running = new AbortController());
  const chosen = await asker.choose(whole);
  if (signal.aborted) return;
  if (chosen === undefined) return enter("empty");
  article = chosen;
  part("compose", HTMLElement).classList.toggle("kept", article.length > LONG);
  let start = performance.now();
  const onProgress = (/** @type {Progress} */ step) => {
    if (step.type === "analysing") start = performance.now();
    showWork(step);
  };
  try {
    const ready = compose.live.take(article, options(), { signal, onProgress });
    if (!ready) showWork({ type: "loading", loaded: 0, total: null });
    const onPartial = (/** @type {FirstPart} */ first) => void showFirst(first, signal);
    const [analysis, { reader, corrections }] = await Promise.all([
      ready ?? analyze(article, options(), { signal, onProgress, onPartial }),
      readyFor(article),
    ]);
    signal.throwIfAborted();
    if (!ready) asker.learn(article.length, performance.now() - start);
    await showResult(reader, corrections.apply(article, analysis), { length: whole.length, signal });
    if (note) toast.show(note);
  } catch (error) {
    if (!signal.aborted) showFailure(error);
  }
}

/**
 * @param {Reader} reader
 * @param {Analysis} analysis
 * @param {{ length: number, signal: AbortSignal }} settings The length of the text of which this may be the first part.
 */
async function showResult(reader, analysis, { length, signal }) {
  const partial = part("partial", HTMLElement);
  const amounts = [article.length, length].map((amount) => amount.toLocaleString("en"));
  const onFirst = (/** @type {State} */ state) => {
    const isNew = document.body.dataset.state !== "reading";
    const isLost = isNew || shown?.readingOn.hasFocus; // what had the focus goes away
    enter(state);
    partial.hidden = article.length === length;
    partial.textContent = `This is the first part of the text: ${amounts[0]} of ${amounts[1]} characters.`;
    say(reader.summary);
    if (isNew) scrollTo(0, 0);
    if (isLost) part("reader-title", HTMLElement).focus({ preventScroll: true });
  };
  await reader.present(article, analysis, { signal, onFirst });
}

/**
 * The beginning of a long text, while the rest is read.
 * @param {FirstPart} first
 * @param {AbortSignal} signal
 */
async function showFirst({ analysis, end, milliseconds }, signal) {
  const { reader, readingOn } = await results();
  const onFirst = () => {
    enter("reading");
    part("partial", HTMLElement).hidden = true;
    readingOn.show(milliseconds, end / article.length);
    scrollTo(0, 0);
    part("reader-title", HTMLElement).focus({ preventScroll: true });
  };
  await reader.present(article, analysis, { signal, onFirst }).catch(() => {}); // cancelled
}

/** @returns {Options} */
function options() {
  return { published: compose.published, names: names.option };
}

/** The reader's names are others now: the article that is shown is read again, and stays where it is. */
async function renew() {
  toast.hide();
  showOwnNames();
  const { state = "" } = document.body.dataset;
  if (state === "reading") return run();
  if (!["result", "nothing", "foreign"].includes(state)) return;
  const place = scrollY;
  try {
    const { reader, corrections } = await results();
    enter(reader.show(article, corrections.apply(article, await analyze(article, options()))));
    scrollTo(0, place);
  } catch (error) {
    showFailure(error);
  }
}

/**
 * Keeps what the reader says of a name, or forgets it, and shows what comes of it.
 * @param {string} words
 * @param {number} start Where the name stands.
 * @param {Rule | null} rule
 */
async function tell(words, start, rule) {
  const before = names.get(words) ?? null;
  const others = names.rules.filter((other) => other.text !== words);
  try {
    if (rule) await analyze("", { names: option([...others, rule]) });
  } catch (error) {
    toast.show(`This cannot be kept: ${error instanceof Error ? error.message : error}`);
    return;
  }
  if (rule) names.set(rule);
  else names.remove(words);
  await renew();
  const outcome = rule ? `“${words}” is ${inWords(rule)}.` : `“${words}” is not among your names any more.`;
  // What was pressed is gone. Where the words are marked still, their card takes it back too.
  if (shown?.reader.focusAt(start)) return say(outcome);
  toast.show(outcome, () => void tell(words, start, before));
  toast.focus();
}

async function openNames() {
  try {
    const { NamesDialog } = await import("./page/names-dialog.js");
    manager ??= new NamesDialog(part("names", HTMLDialogElement), names, {
      check: (list) => analyze("", { names: list }),
      onChange: () => void renew(),
    });
    manager.open();
  } catch (error) {
    toast.show(`Your names cannot be shown: ${error instanceof Error ? error.message : error}`);
  }
}

function showOwnNames() {
  const count = names.rules.length;
  part("own-names-count", HTMLElement).textContent = count === 0 ? "" : String(count);
}

/** @param {Progress} step */
function showWork(step) {
  enter(step.type);
  work.show(step, compose.amount);
}

/** @param {unknown} error */
function showFailure(error) {
  failure.show(error, compose.text.length);
  enter("error");
  part("failure", HTMLElement).scrollIntoView({ block: "nearest" });
}

function cancel() {
  running?.abort();
  edit();
  say("Cancelled.");
}

/** @param {number} [offset] Where the caret is to be. */
function edit(offset) {
  enter("empty");
  scrollTo(0, 0);
  compose.focus(offset);
  part("form", HTMLElement).scrollIntoView({ block: "nearest" });
}

part("retry", HTMLElement).addEventListener("click", () => void run());
part("cancel", HTMLElement).addEventListener("click", cancel);
part("edit", HTMLElement).addEventListener("click", () => edit(placeOfReading(places.article, article)));
part("fresh", HTMLElement).addEventListener("click", () => {
  compose.clear();
  edit();
});
part("skip", HTMLElement).addEventListener("click", (event) => {
  event.preventDefault();
  shown?.reader.focusLists();
});

part("own-names", HTMLElement).addEventListener("click", () => void openNames());

showOwnNames();
// Fetched while the reader looks around; if that fails, the first analysis says why.
painted().then(results).catch(() => {});
load().then(() => offline.keep(), () => {});
