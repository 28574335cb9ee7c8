// What comes in, without a browser: days that an article tells, Markdown, broken lines, old encodings, first parts.

import assert from "node:assert/strict";

import { firstPart } from "../../www/page/input/ask-long.js";
import { clean, unwrap } from "../../www/page/input/clean.js";
import { decode } from "../../www/page/input/decode.js";
import { fromMarkdown } from "../../www/page/input/markdown.js";
import { dayOf } from "../../www/page/input/page-facts.js";
import { published } from "../../www/page/input/published.js";

const DAY = "2025-02-08";

/** @type {[string, string | null][]} */
const TOLD = [
  ["Published 8 February 2025, 10:04 GMT", DAY],
  ["Updated: Feb 8, 2025", DAY],
  ["Published: 10:04 GMT, 8 February 2025 | Updated: 11:00 GMT, 9 February 2025", DAY],
  ["Updated 9 Feb 2025\nPublished 8 Feb 2025", DAY],
  ["Published\n8 February 2025", DAY],
  ["Last modified on Sat 8 Feb 2025 12.00 GMT", DAY],
  ["This article was first published on 8 February 2025.", DAY],
  ["Posted at 10:04 on 8 February 2025", DAY],
  ["Saturday, February 8th, 2025", DAY],
  ["Feb. 8, 2025, 10:04 a.m. ET", DAY],
  ["Feb 8, 20255:00 AM ET", DAY],
  ["February 8, 2025 / 10:04 AM EST / Harbour News", DAY],
  ["By Jane Doe, 8 February 2025", DAY],
  ["By Jane Doe | February 8, 2025 | 5 min read", DAY],
  ["2025-02-08T10:04:00Z", DAY],
  ["2025/02/08", DAY],
  ["PORT SELLA, Feb. 8, 2025 (Harbour News) - Dockers walked out.", DAY],
  ["BERLIN, Germany, 8 February 2025 — Trains stood still.", DAY],
  ["25/12/2025", "2025-12-25"],
  ["12/25/2025", "2025-12-25"],
];

const UNTOLD = [
  "Posted 03/04/2025", "Date: 08.02.2025", "31 February 2025", "March 2025", "Copyright 2025", "8 February", "Updated 5 hours ago",
  "The report, published on 8 February 2025, says nothing.",
  "Published on 8 February 2025, the report says much.",
  "On 8 February 2025 the port closed.",
  `${"A line.\n".repeat(13)}Published 8 February 2025\n${"A line.\n".repeat(6)}`,
];

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "the day of publication is read where an article tells it",
    run() {
      for (const [text, day] of TOLD) assert.equal(published(text), day, text);
      assert.equal(published(`${"A line.\n".repeat(33)}Published 8 February 2025\nMore\n`), DAY, "among the last lines");
      assert.equal(published(`${"A long line of words. ".repeat(800)}\nPublished 8 February 2025`), DAY, "far down");
    },
  },
  {
    name: "no day is taken from a sentence, from a day without its year, or where two readings are possible",
    run() {
      for (const text of UNTOLD) assert.equal(published(text), null, text);
    },
  },
  {
    name: "no text makes the search for a day slow",
    run() {
      const start = performance.now();
      for (const part of ["By a ", "published on ", "LISBON A", "8 May ", "1/", "2025-", "| "]) published(part.repeat(100_000));
      assert.ok(performance.now() - start < 1_000);
    },
  },
  {
    name: "Markdown loses its marks and none of its words",
    run() {
      const source = [
        "---", "title: \"A strike\"", "date: 2025-02-08", "---",
        "# Port *strike* enters **week two** #", "",
        "Talks with the [Port Authority](https://a.example/x_(y)) broke down", "on Thursday, _union leader_ Elena Marsh said.  ", "A snake_case_name, 2*3*4, 5 \\* 6.", "",
        "> We have offered", "> to work", "", "Week two", "========", "", "![Ships at sea](x.png \"t\")", "",
        "- one", "  goes on", "- [ ] two", "1. three", "", "| Port | Ships |", "|------|------:|", "| Lisbon | 40 |", "",
        "```js", "let x = *y*;", "```", "See <https://b.example>, `code_x` &amp; more[^1]. <b>Bold</b>", "", "***", "", "[^1]: A note.", "[r]: https://c.example",
      ].join("\n");
      const { text, title, date } = fromMarkdown(source);
      assert.deepEqual([title, date], ["A strike", "2025-02-08"]);
      assert.deepEqual(text.split("\n\n"), [
        "Port strike enters week two",
        "Talks with the Port Authority broke down on Thursday, union leader Elena Marsh said.\nA snake_case_name, 2*3*4, 5 * 6.",
        "We have offered to work", "Week two", "Ships at sea", "• one goes on\n• two\n1. three", "Port\nShips\nLisbon\n40", "let x = *y*;",
        "See https://b.example, code_x & more. Bold", "A note.",
      ]);
    },
  },
  {
    name: "no Markdown takes longer than its length",
    run() {
      const start = performance.now();
      for (const part of ["*a **b _c ", "[", "![a](", "`", "<!--", "~~x "]) fromMarkdown(part.repeat(10_000));
      assert.ok(performance.now() - start < 3_000);
    },
  },
  {
    name: "signs that nobody sees are gone, spaces that hold words together stay",
    run() {
      assert.equal(clean("\ufeffLis\u00adbon\r\n1,\u200b200\rships\u2028at\u2060 sea"), "Lisbon\n1,200\nships\nat sea");
      assert.equal(clean("1\u00a0200 \u202b… \u200d"), "1\u00a0200 \u202b… \u200d");
    },
  },
  {
    name: "lines are joined only where a width broke them",
    run() {
      const wrapped = "A title\n\nTalks between dockers and the Port Authority of Lisbon broke\ndown on Thursday, union leader Elena Marsh said, as at least\n40 ships waited at sea.\n\nLisbon\nPorto";
      assert.equal(unwrap(wrapped), wrapped.replace("broke\ndown", "broke down").replace("least\n40", "least 40"));
      const verse = "Talks between dockers and the Port Authority of Lisbon,\nup again,\ndown again, as all who were there could see and hear it.";
      assert.equal(unwrap(verse), verse);
    },
  },
  {
    name: "bytes are read by their mark, by what the page says, as UTF-8, and else as windows-1252",
    run() {
      const bytes = (/** @type {number[]} */ ...codes) => new Uint8Array(codes);
      assert.equal(decode(bytes(0x63, 0x61, 0x66, 0xe9)), "café");
      assert.equal(decode(new TextEncoder().encode("café – €")), "café – €");
      assert.equal(decode(bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa9)), "é");
      assert.equal(decode(bytes(0xff, 0xfe, 0x41, 0, 0xac, 0x20)), "A€");
      assert.equal(decode(bytes(0xfe, 0xff, 0, 0x41)), "A");
      const page = bytes(...new TextEncoder().encode("<meta charset=iso-8859-2>"), 0xb1);
      assert.equal(decode(page, { markup: true }).at(-1), "ą");
      assert.equal(decode(page).at(-1), "±");
      assert.equal(decode(bytes(...new TextEncoder().encode("<meta charset=nonsense>é")), { markup: true }).at(-1), "é");
    },
  },
  {
    name: "a day in markup is taken as it is written there",
    run() {
      assert.deepEqual(["2025-02-08T23:30:00-05:00", "20250208", "2025-02-31", "8 Feb", "", undefined].map(dayOf), [DAY, DAY, null, null, null, null]);
    },
  },
  {
    name: "the first part of a text ends with a paragraph, else with a word",
    run() {
      assert.equal(firstPart("one two\nthree four", 12), "one two");
      assert.equal(firstPart(`${"a".repeat(30_000)} ${"b".repeat(30_000)}`, 31_000), "a".repeat(30_000));
      assert.equal(firstPart("one", 12), "one");
    },
  },
];
