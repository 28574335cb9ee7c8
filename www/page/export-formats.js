/**
 * What a result can be taken away as, in words for a reader, and how the files are called.
 *
 *     fileName("Strike at the port\n...", FILES[0])   // "Strike-at-the-port.html"
 *
 * Pure: it neither writes nor saves anything.
 *
 * @import { Format } from "../analysis.js"
 */

/** @typedef {{ format: Format, ending: string, type: string, label?: string }} File_ `label` tells tables of one kind apart. */
/** @typedef {{ id: string, label: string, use: string, files: File_[] }} Choice More than one file: the reader picks one of them. */

const JSON_LD = "application/ld+json";
const CSV = "text/csv;charset=utf-8";

/** @type {Choice[]} */
export const CHOICES = [
  {
    id: "html",
    label: "Web page",
    use: "The marked article and its figures, to read, print or send.",
    files: [{ format: "html", ending: ".html", type: "text/html;charset=utf-8" }],
  },
  {
    id: "markdown",
    label: "Markdown",
    use: "The same for notes and text editors.",
    files: [{ format: "markdown", ending: ".md", type: "text/markdown;charset=utf-8" }],
  },
  {
    id: "csv",
    label: "Table (CSV)",
    use: "One list for a spreadsheet.",
    files: [
      { format: "csv-figures", ending: "-figures.csv", type: CSV, label: "Figures" },
      { format: "csv-entities", ending: "-names.csv", type: CSV, label: "People, organisations, places" },
      { format: "csv-names", ending: "-mentions.csv", type: CSV, label: "Every mention of them" },
      { format: "csv-dates", ending: "-dates.csv", type: CSV, label: "Dates" },
      { format: "csv-attributions", ending: "-quotes.csv", type: CSV, label: "Quotes" },
      { format: "csv-conflicts", ending: "-checks.csv", type: CSV, label: "Figures that differ" },
    ],
  },
  {
    id: "json",
    label: "JSON",
    use: "Everything that was found, for programs.",
    files: [{ format: "json", ending: ".json", type: "application/json" }],
  },
  {
    id: "geojson",
    label: "Map (GeoJSON)",
    use: "The places, for maps.",
    files: [{ format: "geojson", ending: ".geojson", type: "application/geo+json" }],
  },
  {
    id: "jsonld",
    label: "schema.org",
    use: "For the head of a web page, so that search engines know what it is about.",
    files: [{ format: "jsonld", ending: "-schema.jsonld", type: JSON_LD }],
  },
  {
    id: "webannotation",
    label: "Web annotations",
    use: "The marks, for tools that annotate the same text.",
    files: [{ format: "webannotation", ending: "-annotations.jsonld", type: JSON_LD }],
  },
];

/** Every file there is. */
export const FILES = CHOICES.flatMap(({ files }) => files);

/** Characters of a headline that a file name keeps. */
const LONGEST = 60;

/** Names that Windows keeps for itself. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/iu;

/**
 * The first line as the stem of a file's name: letters and digits of any script, joined by hyphens.
 * @param {string} text
 */
export function stem(text) {
  const [line = ""] = text.trimStart().split(/[\r\n\u2028\u2029]/u, 1);
  const words = line.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let name = "";
  for (const word of words) {
    const longer = name === "" ? word : `${name}-${word}`;
    if ([...longer].length > LONGEST) break;
    name = longer;
  }
  if (name === "") name = [...(words[0] ?? "article")].slice(0, LONGEST).join("");
  return RESERVED.test(name) ? `article-${name}` : name;
}

/**
 * @param {string} text
 * @param {{ ending: string }} file
 */
export function fileName(text, { ending }) {
  return stem(text) + ending;
}

/**
 * As it is saved: spreadsheets take a table for UTF-8 only where it says so at its beginning.
 * @param {File_} file
 * @param {string} written
 */
export function contents({ type }, written) {
  return type === CSV ? `\uFEFF${written}` : written;
}
