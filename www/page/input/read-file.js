/**
 * An article from a file: plain text, a page, or Markdown.
 *
 *     const { text, published, from } = await readFile(file);
 *
 * A page's article is found by Readability, which is fetched when the first page is opened; where it finds none,
 * all words of the page are taken. A file that holds no text, or too much of it, is an {@link UnreadableFile} that says
 * what to do. The writer's name and what else stands around an article in a page are not taken.
 */

import { clean, unwrap } from "./clean.js";
import { decode } from "./decode.js";
import { htmlToText, inert } from "./html-text.js";
import { fromMarkdown } from "./markdown.js";
import { dayOf, publishedIn } from "./page-facts.js";
import { published } from "./published.js";

/** A text of twenty million letters, some of them of several bytes. */
const MOST_BYTES = 60_000_000;
/** A page is read into elements, which need many times its bytes. */
const MOST_BYTES_OF_PAGE = 20_000_000;

/** Characters of an article below which a page has none, or Readability has lost it. */
const LEAST_ARTICLE = 140;

const PROGRAMS = new Map([
  ["pdf", "a PDF"], ["doc", "a Word document"], ["docx", "a Word document"], ["odt", "a document of a word processor"],
  ["rtf", "a document of a word processor"], ["pages", "a document of a word processor"], ["epub", "an e-book"], ["eml", "an e-mail"], ["msg", "an e-mail"],
  ["xls", "a spreadsheet"], ["xlsx", "a spreadsheet"], ["ods", "a spreadsheet"],
]);

/** Its message is for the reader. */
export class UnreadableFile extends Error {
  /** @override */
  name = "UnreadableFile";
}

/** @typedef {{ text: string, published: string | null, from: "page" | "text" }} Article `from` says where the day was found. */

/**
 * @param {File} file
 * @returns {Promise<Article>}
 */
export async function readFile(file) {
  const kind = kindOf(file);
  const most = kind === "page" ? MOST_BYTES_OF_PAGE : MOST_BYTES;
  if (file.size > most) {
    const megabytes = (/** @type {number} */ bytes) => Math.ceil(bytes / 1e6);
    throw new UnreadableFile(`“${file.name}” has ${megabytes(file.size)} MB. The most that can be read here is ${megabytes(most)} MB: open it in its own program, and paste the part that matters.`);
  }
  const source = clean(decode(await bytesOf(file), { markup: kind === "page" }));
  if (source.trim() === "") throw new UnreadableFile(`“${file.name}” has no text in it.`);
  const article = await (kind === "page" ? fromPage(source) : kind === "markdown" ? fromMark(source) : fromPlain(source));
  if (article.text.trim() === "") throw new UnreadableFile(`No words were found in “${file.name}”. Open it in a browser, select the article, and paste it here.`);
  return article;
}

/** @param {File} file */
async function bytesOf(file) {
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new UnreadableFile(`“${file.name}” could not be read. If it is a folder, open the folder and take a file from it; if it was moved or changed, take it again.`);
  }
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!isUtf16 && bytes.subarray(0, 4096).includes(0)) throw new UnreadableFile(advice(file.name, "not a text file"));
  return bytes;
}

/**
 * @param {File} file
 * @returns {"plain" | "page" | "markdown"}
 */
function kindOf({ name, type }) {
  const ending = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? "";
  if (["html", "htm", "xhtml"].includes(ending) || type === "text/html") return "page";
  if (["md", "markdown"].includes(ending) || type === "text/markdown") return "markdown";
  const program = PROGRAMS.get(ending);
  if (program) throw new UnreadableFile(advice(name, program));
  if (/^(?:image|audio|video)\//u.test(type)) {
    throw new UnreadableFile(`“${name}” holds no text that can be read here. Files of plain text, web pages and Markdown can: .txt, .html, .md.`);
  }
  if (["txt", "text", ""].includes(ending) || type.startsWith("text/")) return "plain";
  throw new UnreadableFile(advice(name, "of a kind that cannot be read here"));
}

/**
 * @param {string} name
 * @param {string} what
 */
function advice(name, what) {
  return `“${name}” is ${what}. Open it in its own program, select the article, and paste it here. Files that can be opened here: .txt, .html, .md.`;
}

/** @param {string} source @returns {Article} */
function fromPlain(source) {
  const text = unwrap(source).trim();
  return { text, published: published(text), from: "text" };
}

/** @param {string} source @returns {Article} */
function fromMark(source) {
  const { text: body, title, date } = fromMarkdown(source);
  const text = titled(title, body);
  return { text, published: dayOf(date) ?? published(text), from: dayOf(date) ? "page" : "text" };
}

/** @param {string} source @returns {Promise<Article>} */
async function fromPage(source) {
  const page = inert(source);
  const day = publishedIn(page);
  const all = clean(htmlToText(page.body));
  const text = (await articleOf(page)) ?? all;
  const written = day ?? published(text) ?? published(all);
  return { text, published: written, from: day ? "page" : "text" };
}

/**
 * The article with its title; `undefined` where there is none in the page.
 * @param {Document} page It is taken apart.
 */
async function articleOf(page) {
  const { Readability } = await import("../../vendor/readability.js");
  let found;
  try {
    found = new Readability(page, { serializer: (node) => node }).parse();
  } catch {
    return undefined; // a page that it cannot take apart
  }
  if (!found?.content) return undefined;
  const body = clean(htmlToText(found.content));
  return body.length < LEAST_ARTICLE ? undefined : titled(found.title ?? undefined, body);
}

/**
 * @param {string | undefined} title
 * @param {string} body
 */
function titled(title, body) {
  const words = clean(title ?? "").replace(/\s+/gu, " ").trim();
  const start = body.slice(0, 2 * words.length + 40).replace(/\s+/gu, " ");
  return words === "" || start.startsWith(words) ? body : `${words}\n\n${body}`;
}
