// Every road by which a text comes in, in a browser: rich pastes, files, typing, the day, what is kept, what is too long.

import assert from "node:assert/strict";

import { actions, ARTICLE, state } from "./actions.js";

/** @typedef {import("./run.js").Page} Page */

const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>Lisbon port strike | Harbour News</title>
<meta property="og:title" content="Lisbon port strike enters second week">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","datePublished":"2025-11-14T23:30:00+00:00"}]}</script>
<script>document.title = "ran"; fetch("/ran-script")</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Lisbon port strike enters second week</h1><p class="byline">By Jane Doe</p>
<img src="/loaded-picture.png" onerror="fetch('/ran-handler')"><p style="color:red">${ARTICLE.split("\n").slice(1).join("</p><p>")}</p>
<p>${"The ships wait in the roads off Lisbon, and their crews, many of them weeks from home, wait with them. ".repeat(8)}</p></article>
<footer>Subscribe to our newsletter, 12 issues a year.</footer></body></html>`;

/** @param {Page} page @param {{ html?: string, plain?: string }} words */
function pasteRich(page, words) {
  return page.evaluate(({ html, plain }) => {
    const data = new DataTransfer();
    if (html) data.setData("text/html", html);
    if (plain) data.setData("text/plain", plain);
    const field = /** @type {HTMLTextAreaElement} */ (document.querySelector("#text"));
    field.focus();
    const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
    Object.defineProperty(event, "clipboardData", { value: data }); // Firefox takes none from a script
    field.dispatchEvent(event);
  }, words);
}

/** @param {Page} page @param {{ name: string, content?: string, bytes?: number[], repeat?: number }[]} files */
function drop(page, files) {
  return page.evaluate((given) => {
    const data = new DataTransfer();
    for (const { name, content = "", bytes, repeat = 1 } of given) data.items.add(new File([bytes ? new Uint8Array(bytes) : content.repeat(repeat)], name));
    for (const type of ["dragenter", "drop"]) {
      document.querySelector("main")?.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
  }, files);
}

/** @param {Page} page @returns {Promise<string>} */
const text = (page) => page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value);

/** @param {Page} page @param {string} selector @returns {Promise<string>} */
const words = (page, selector) => page.evaluate((where) => document.querySelector(where)?.textContent ?? "", selector);

/** @param {Page} page @param {string} selector @returns {Promise<string>} */
const value = (page, selector) => page.evaluate((where) => document.querySelector(where)?.value, selector);

/** @param {Page} page @param {string} typed */
const type = async (page, typed) => {
  await page.evaluate(() => document.querySelector("#text")?.focus());
  await page.driver.keyboard.type(typed);
};

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "a rich paste keeps paragraphs, headings, lists, captions, quotations and cells as lines",
    async run({ open }) {
      const page = await open();
      await pasteRich(page, {
        html: `<meta charset="utf-8"><style>p{}</style><h2>Port
          strike</h2><p>Talks&nbsp;<b>failed</b>,<br>she said: <q>No.</q></p><script>1</script><p hidden>unseen</p><p style="color:red;display: none">unseen</p><ul><li>Lis&shy;bon<li><p>Porto</p></ul><ol start=3><li>Faro</ol>
          <figure><img src="x.png"><figcaption>Ships at sea</figcaption></figure><blockquote>We wait.</blockquote>
          <table><caption>Ships</caption><tr><th>Port<th>Count<tr><td>Lisbon<td>40</table><pre>a\n  b</pre><button>Share</button>`,
        plain: "Port strike",
      });
      const expected = "Port strike\n\nTalks\u00a0failed,\nshe said: “No.”\n\n• Lisbon\n• Porto\n\n3. Faro\n\nShips at sea\n\nWe wait.\n\nShips\nPort\nCount\nLisbon\n40\n\na\n  b";
      await page.until(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value.includes("b"));
      assert.equal(await text(page), expected);
      assert.deepEqual(page.requests.filter((/** @type {string} */ request) => request.includes("x.png")), []);
      assert.deepEqual(page.errors, []);
    },
  },
  {
    name: "a rich paste that has lost words gives way to the plain one, which may be pasted into the middle",
    async run({ open }) {
      const page = await open();
      await type(page, "Before after.");
      await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).setSelectionRange(7, 7));
      await pasteRich(page, { html: "<p>Stub</p>", plain: "forty\u200b ships and " });
      assert.equal(await text(page), "Before forty ships and after.");
      await page.press("Control+z");
      assert.equal(await text(page), "Before after.");
    },
  },
  {
    name: "a long rich paste can be taken back too",
    async run({ open }) {
      const page = await open();
      await type(page, "Kept. ");
      await pasteRich(page, { html: "<p>A line of it.</p>".repeat(100) });
      assert.equal((await text(page)).length, 6 + 100 * 15 - 2 + 0);
      await page.press("Control+z");
      assert.equal(await text(page), "Kept. ");
    },
  },
  {
    name: "a dropped page gives its article, title and day, and loads and runs nothing of it",
    async run({ open, url }) {
      const page = await open();
      await drop(page, [{ name: "strike.html", content: PAGE }]);
      await state(page, "result");
      const shown = await words(page, "#article");
      assert.ok(shown.startsWith("Lisbon port strike enters second week"), shown.slice(0, 80));
      assert.equal(shown.split("enters second week").length, 2, "the title stands once");
      assert.ok(shown.includes("at least 40 ships") && !shown.includes("newsletter") && !shown.includes("Sport"), shown);
      assert.equal(await value(page, "#published-again"), "2025-11-14");
      assert.match(await words(page, "#published-again-hint"), /Found in the file/);
      for (const request of page.requests) assert.ok(/^data:font/.test(request) || (request.startsWith(url) && !/ran-|loaded-/.test(request)), request);
      assert.deepEqual(page.errors, []);
    },
  },
  {
    name: "a page without an article gives all its words",
    async run({ open }) {
      const page = await open();
      await drop(page, [{ name: "short.htm", content: "<title>T</title><div>Three ships</div><div>in Lisbon</div>" }]);
      await page.until(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value === "Three ships\nin Lisbon");
      assert.equal(await page.evaluate(() => document.body.dataset.state), "empty");
    },
  },
  {
    name: "Markdown and old encodings are opened from the disk as words",
    async run({ open }) {
      const page = await open();
      await drop(page, [{ name: "a.md", content: "# A *strike*\n\nIn [Lisbon](x)." }]);
      await page.until(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value === "A strike\n\nIn Lisbon.");
      await drop(page, [{ name: "a.txt", bytes: [0x93, 0x63, 0x61, 0x66, 0xe9, 0x94] }]);
      await page.until(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value === "“café”");
    },
  },
  {
    name: "of several files the first is opened, and that is said",
    async run({ open }) {
      const page = await open();
      await drop(page, [{ name: "one.txt", content: ARTICLE }, { name: "two.txt", content: "Two" }]);
      await state(page, "result");
      await page.until(() => document.querySelector("#toast")?.checkVisibility());
      assert.match(await words(page, "#toast"), /first of 2 files.*one\.txt/);
    },
  },
  {
    name: "a file that holds no text says what to do, and the text stays",
    async run({ open }) {
      const page = await open();
      await type(page, "Mine");
      /** @type {[object, RegExp][]} */
      const cases = [
        [{ name: "a.pdf", content: "%PDF" }, /is a PDF.*paste it here/],
        [{ name: "a.docx", content: "PK" }, /Word document.*paste it here/],
        [{ name: "a.txt", bytes: [65, 0, 0, 66] }, /not a text file/],
        [{ name: "empty.txt", content: " " }, /no text in it/],
        [{ name: "big.html", content: "x".repeat(1000), repeat: 21_000 }, /21 MB.*20 MB.*paste the part/],
      ];
      for (const [file, message] of cases) {
        await drop(page, [/** @type {any} */ (file)]);
        await page.until((source) => new RegExp(source).test(document.querySelector("#input-note.warning")?.textContent ?? ""), message.source);
        assert.equal(await text(page), "Mine");
      }
    },
  },
  {
    name: "a file over the page is shown to be welcome, and text is not",
    async run({ open }) {
      const page = await open();
      const drag = (/** @type {string} */ event, /** @type {boolean} */ isFile) =>
        page.evaluate(
          ([name, file]) => {
            const data = new DataTransfer();
            if (file) data.items.add(new File(["x"], "a.txt"));
            else data.setData("text/plain", "x");
            document.body.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
            return document.querySelector("#drop")?.checkVisibility();
          },
          [event, isFile],
        );
      assert.equal(await drag("dragenter", false), false);
      assert.equal(await drag("dragenter", true), true);
      assert.equal(await drag("dragleave", true), false);
    },
  },
  {
    name: "while an article is typed its counts are told, and Analyse shows it at once",
    async run({ open }) {
      const page = await open();
      const top = () => page.evaluate(() => document.querySelector("#form .primary")?.getBoundingClientRect().top);
      const before = await top();
      await type(page, "At least 40 ships waited off Lisbon, Elena Marsh said.");
      await page.until(() => document.querySelector("#live")?.textContent === "1 figure · 1 person");
      assert.equal(await top(), before);
      await page.evaluate(() => {
        const seen = (/** @type {any} */ (window).seen = /** @type {any[]} */ ([]));
        new MutationObserver(() => seen.push(document.body.dataset.state)).observe(document.body, { attributeFilter: ["data-state"] });
      });
      await page.click("#form .primary");
      await state(page, "result");
      assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).seen), ["result"]);
    },
  },
  {
    name: "the day is found in the text, and gives way to what the reader says",
    async run({ open }) {
      const page = await open();
      await type(page, "Strike\nPublished 8 February 2025\n");
      assert.equal(await value(page, "#published"), "2025-02-08");
      assert.match(await words(page, "#published-hint"), /Found in the text; change it if it is wrong/);
      await actions(page).setDay("#published", "2025-02-09");
      assert.doesNotMatch(await words(page, "#published-hint"), /Found/);
      await type(page, "More");
      assert.equal(await value(page, "#published"), "2025-02-09");
    },
  },
  {
    name: "Edit text leads back to the words that were being read",
    async run({ open }) {
      const page = await open("", { width: 1000, height: 500 });
      await page.evaluate((article) => {
        const filler = Array.from({ length: 60 }, (_, index) => `Paragraph ${index} tells of nothing much, at some length, so that the page has to be scrolled by its reader.`);
        /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value = `${filler.join("\n\n")}\n\n${article}\n\n${filler.join("\n\n")}`;
      }, ARTICLE);
      await page.click("#form .primary");
      await state(page, "result");
      await page.evaluate(() => {
        const paragraph = [...document.querySelectorAll("#article p")].find((one) => one.textContent?.startsWith("Talks between"));
        paragraph?.scrollIntoView({ block: "start" });
      });
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#edit")).click());
      const { around, isVisible } = await page.evaluate(() => {
        const field = /** @type {HTMLTextAreaElement} */ (document.activeElement);
        const share = field.selectionStart / field.value.length;
        const at = share * field.scrollHeight;
        return { around: field.value.slice(Math.max(0, field.selectionStart - 250), field.selectionStart + 250), isVisible: at > field.scrollTop - 200 && at < field.scrollTop + field.clientHeight + 200 };
      });
      assert.match(around, /Talks between/);
      assert.ok(isVisible, "the caret's line is in view");
    },
  },
  {
    name: "a text is kept on the device only if the reader asks, and forgotten at once",
    async run({ open, url }) {
      const page = await open();
      const kept = () => page.evaluate(() => localStorage.getItem("article-analyzer.text"));
      await type(page, "Forty ships wait.");
      await page.goto(url);
      assert.deepEqual([await text(page), await kept()], ["", null]);
      await type(page, "Forty ships wait.");
      await page.click("#keep");
      await type(page, " Still.");
      await page.goto(url);
      assert.equal(await text(page), "Forty ships wait. Still.");
      assert.equal(await page.evaluate(() => document.body.dataset.state), "empty");
      assert.match(await words(page, "#keep-hint"), /until you untick/);
      await page.click("#keep");
      assert.equal(await kept(), null);
      await page.goto(url);
      assert.equal(await text(page), "");
    },
  },
  {
    name: "the text is in no address, even where the page's script does not run",
    async run({ open, altered }) {
      const url = await altered((path) => {
        if (path === "/page.js") return { status: 404, headers: {}, body: "" };
      });
      const page = await open(url);
      await type(page, "Secret");
      await page.evaluate(() => /** @type {HTMLFormElement} */ (document.querySelector("#form")).requestSubmit());
      await new Promise((done) => setTimeout(done, 300));
      assert.equal(await page.evaluate(() => location.href), url);
      for (const request of page.requests) assert.ok(!request.includes("Secret"), request);
    },
  },
  {
    name: "the box takes a text before the core has arrived",
    async run({ open, altered }) {
      const url = await altered(async (path) => {
        if (path.endsWith(".wasm")) await new Promise(() => {}); // it never does
      });
      const page = await open(url);
      await type(page, "Published 8 February 2025");
      assert.equal(await words(page, "#amount"), "4 words");
      assert.equal(await value(page, "#published"), "2025-02-08");
      await page.click("#form .primary");
      await state(page, "loading");
      await page.click("#cancel");
      await state(page, "empty");
      assert.equal(await text(page), "Published 8 February 2025");
    },
  },
  {
    name: "the details of an error tell its cause and nothing of the article",
    async run({ open, altered }) {
      const url = await altered((path) => {
        if (path.endsWith(".wasm")) return { status: 503, headers: {}, body: "" };
      });
      const page = await open(url);
      await page.evaluate(() => {
        Object.defineProperty(navigator, "clipboard", { value: { writeText: async (/** @type {string} */ words) => void (/** @type {any} */ (window).copied = words) } });
      });
      await actions(page).analyse(ARTICLE);
      await state(page, "error");
      await page.click("#copy-details");
      const copied = await page.until(() => /** @type {any} */ (window).copied);
      assert.match(copied, /Code: load\n.*503/);
      assert.ok(copied.includes(`${ARTICLE.length} characters`) && !/Lisbon|Marsh|ships/.test(copied), copied);
      await page.until(() => document.querySelector("#copy-details")?.textContent === "Copied");
    },
  },
  {
    name: "a text over two million characters is asked about, and its first part can be read alone",
    async run({ open }) {
      const page = await open();
      await drop(page, [{ name: "long.txt", content: `${"Forty ships wait. ".repeat(600)}\n`, repeat: 200 }]);
      await page.until(() => document.querySelector("#ask-long")?.matches("[open]"));
      assert.match(await words(page, "#long-words"), /2\.2 million characters.*second/);
      assert.equal(await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).readOnly), true);
      await page.press("Escape");
      await state(page, "empty");
      assert.equal(await words(page, "#amount"), "2,160,198 characters");
      await page.click("#whole-clear");
      await type(page, "A new one");
      assert.equal(await text(page), "A new one");
    },
  },
  {
    name: "a text over the limit says the limit and offers its first part",
    async run({ open }) {
      const page = await open();
      await drop(page, [{ name: "endless.txt", content: `${"nothing at all happened there ".repeat(34)}\n`, repeat: 20_000 }]);
      await page.until(() => document.querySelector("#ask-long")?.matches("[open]"));
      assert.match(await words(page, "#long-words"), /20\.4 million characters.*most.*20 million/);
      assert.equal(await page.evaluate(() => document.querySelector("#ask-long [value=all]")?.checkVisibility()), false);
      await page.click("#ask-long [value=first]");
      await page.until(() => ["result", "nothing"].includes(document.body.dataset.state ?? ""));
      assert.match(await words(page, "#partial"), /first part of the text: 499,\d{3} of 20,4/);
    },
  },
];
