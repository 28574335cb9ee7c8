/**
 * The page: takes a text, has it analysed, shows the result. It knows no linguistics; the parts of
 * what it shows are in page/.
 *
 * One state at a time, named in `data-state` of the body:
 * empty -> loading -> analysing -> result | nothing | foreign | error, and back by Edit or New article.
 *
 * @import { Options } from "./analysis.js"
 * @import { Progress } from "./engine/client.js"
 * @import { Rule } from "./page/names-list.js"
 */

import { counted } from "./element/view-words.js";
import { analyze, EngineError, load } from "./engine/client.js";
import { ExportDialog } from "./page/export.js";
import { NamesDialog } from "./page/names-dialog.js";
import { inWords, NamesList, option } from "./page/names-list.js";
import { Reader } from "./page/reader.js";
import { Toast } from "./page/toast.js";

/** A pasted text of this many words is an article, and is analysed without a further click. */
const WORDS_OF_AN_ARTICLE = 25;

const BLOCKED =
  "Your text is still here. Whoever runs this site can allow it: the file engine/worker.js must be sent without a " +
  "Content-Security-Policy, or with script-src 'self' 'wasm-unsafe-eval' in it.";

/** @typedef {"empty" | "loading" | "analysing" | "result" | "nothing" | "foreign" | "error"} State */

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
function part(id, type) {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`index.html has no ${type.name} #${id}`);
  return element;
}

const compose = part("compose", HTMLElement);
const form = part("form", HTMLFormElement);
const text = part("text", HTMLTextAreaElement);
const published = part("published", HTMLInputElement);
const publishedAgain = part("published-again", HTMLInputElement);
const working = part("working", HTMLElement);
const progress = part("progress", HTMLProgressElement);
const readerPart = part("reader", HTMLElement);
const failure = part("failure", HTMLElement);

const names = new NamesList(storage());
const toast = new Toast(part("toast", HTMLElement));

/** The browser's own store, where it lets us have it. */
function storage() {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

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
const reader = new Reader(places, { names, onTell: (words, start, rule) => void tell(words, start, rule) });
const manager = new NamesDialog(part("names", HTMLDialogElement), names, {
  check: (list) => analyze("", { names: list }),
  onChange: () => void renew(),
});

const exporter = new ExportDialog(part("exports", HTMLDialogElement), () => reader.shown);

/** @type {AbortController | undefined} */
let running;

/** @param {State} state */
function enter(state) {
  document.body.dataset.state = state;
  compose.hidden = state !== "empty" && state !== "error";
  working.hidden = state !== "loading" && state !== "analysing";
  const read = state === "result" || state === "nothing" || state === "foreign";
  readerPart.hidden = !read;
  part("skip", HTMLElement).hidden = state === "nothing";
  failure.hidden = state !== "error";
  if (!read) reader.hide();
  if (state !== "result") toast.hide();
}

/** @param {string} words */
function say(words) {
  part("announcement", HTMLElement).textContent = words;
}

/** @param {string} words */
function wordsIn(words) {
  return words.match(/\S+/gu)?.length ?? 0;
}

function showAmount() {
  const words = wordsIn(text.value);
  part("amount", HTMLElement).textContent = words === 0 ? "" : counted(words, "word", "words");
}

async function run() {
  // Half a surrogate pair cannot be shown and is analysed as U+FFFD: one unit each, so offsets hold.
  const article = text.value.toWellFormed();
  if (article.trim() === "") {
    text.focus();
    say("Paste an article first.");
    return;
  }
  running?.abort();
  const { signal } = (running = new AbortController());
  showWork(article, { type: "loading", loaded: 0, total: null });
  try {
    const analysis = await analyze(article, options(), { signal, onProgress: (step) => showWork(article, step) });
    enter(reader.show(article, analysis));
    publishedAgain.value = published.value;
    say(reader.summary);
    scrollTo(0, 0);
    part("reader-title", HTMLElement).focus({ preventScroll: true }); // the button that had it is gone
  } catch (error) {
    if (!signal.aborted) showFailure(error);
  }
}

/** @returns {Options} */
function options() {
  return { published: published.value || null, names: names.option };
}

/** The reader's names are others now: the article that is shown is read again, and stays where it is. */
async function renew() {
  toast.hide();
  showOwnNames();
  const { state = "" } = document.body.dataset;
  if (!["result", "nothing", "foreign"].includes(state)) return;
  const article = text.value.toWellFormed();
  const place = scrollY;
  try {
    enter(reader.show(article, await analyze(article, options())));
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
  if (reader.focusAt(start)) return say(outcome);
  toast.show(outcome, () => void tell(words, start, before));
  toast.focus();
}

function showOwnNames() {
  const count = names.rules.length;
  part("own-names-count", HTMLElement).textContent = count === 0 ? "" : String(count);
}

/**
 * @param {string} article
 * @param {Progress} step
 */
function showWork(article, step) {
  const title = part("working-title", HTMLElement);
  const detail = part("working-detail", HTMLElement);
  enter(step.type);
  if (step.type === "analysing") {
    progress.removeAttribute("value");
    title.textContent = "Reading the article";
    detail.textContent = counted(wordsIn(article), "word", "words");
    return;
  }
  const { loaded, total } = step;
  const kilobytes = (/** @type {number} */ bytes) => Math.round(bytes / 1000).toLocaleString("en");
  title.textContent = "Getting the analyser, once";
  detail.textContent = total === null ? `${kilobytes(loaded)} KB` : `${kilobytes(loaded)} of ${kilobytes(total)} KB`;
  if (total === null) progress.removeAttribute("value");
  else progress.value = loaded / total;
}

/** @param {unknown} error */
function showFailure(error) {
  const { title, cause } = explain(error);
  part("failure-title", HTMLElement).textContent = title;
  part("failure-cause", HTMLElement).textContent = cause;
  part("retry", HTMLElement).hidden = error instanceof EngineError && error.code === "refused";
  enter("error");
  part("failure", HTMLElement).scrollIntoView({ block: "nearest" });
}

/** @param {unknown} error */
function explain(error) {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof EngineError)) return { title: "Something went wrong on this page", cause: message };
  switch (error.code) {
    case "load":
      if (/content security policy|CSP|blocked/i.test(message)) return { title: "This site's rules keep the analyser from starting", cause: BLOCKED };
      return { title: "The analyser could not be started", cause: `Your text is still here. The cause: ${message}.` };
    case "rejected":
      return { title: "The analysis was not possible", cause: `Your text is still here. The cause: ${message}.` };
    case "refused":
      return { title: "This text cannot be analysed", cause: message };
  }
}

/** @param {HTMLButtonElement} button */
async function openSample({ dataset }) {
  try {
    const response = await fetch(`samples/${dataset.sample}.txt`);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    text.value = await response.text();
  } catch (error) {
    showFailure(new Error(`The sample could not be fetched: ${error instanceof Error ? error.message : error}`));
    return;
  }
  published.value = dataset.published ?? "";
  showAmount();
  await run();
}

function edit() {
  enter("empty");
  text.focus();
  text.setSelectionRange(0, 0);
  scrollTo(0, 0);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  void run();
});
text.addEventListener("input", showAmount);
text.addEventListener("paste", () => {
  const replaced = text.selectionEnd - text.selectionStart === text.value.length;
  // After the paste has happened: the field then holds it, as the browser cleaned it.
  if (replaced) setTimeout(() => wordsIn(text.value) >= WORDS_OF_AN_ARTICLE && void run());
});
compose.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (button?.dataset.sample) void openSample(button);
});
part("retry", HTMLElement).addEventListener("click", () => void run());
part("cancel", HTMLElement).addEventListener("click", () => {
  running?.abort();
  edit();
  say("Cancelled.");
});
part("edit", HTMLElement).addEventListener("click", edit);
part("fresh", HTMLElement).addEventListener("click", () => {
  text.value = published.value = "";
  showAmount();
  edit();
});
publishedAgain.addEventListener("change", () => {
  if (!publishedAgain.validity.valid) return;
  published.value = publishedAgain.value;
  void run();
});
part("skip", HTMLElement).addEventListener("click", (event) => {
  event.preventDefault();
  reader.focusLists();
});

part("export", HTMLElement).addEventListener("click", () => exporter.open());
part("own-names", HTMLElement).addEventListener("click", () => manager.open());

showOwnNames();
showAmount(); // a reload may have kept the text
// Fetched while the reader looks around; if that fails, the first analysis says why.
load().catch(() => {});
