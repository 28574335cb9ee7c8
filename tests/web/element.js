// The element's promises: it marks and lists somebody else's article and never touches it.

import assert from "node:assert/strict";

const HOST = "@tests/host.html";

/** @param {import("./run.js").Page} page */
async function activate(page) {
  await page.until(() => Boolean(document.querySelector("article-analyzer")?.shadowRoot?.querySelector("button")));
  await page.evaluate(() => document.querySelector("article-analyzer")?.shadowRoot?.querySelector("button")?.click());
  await page.until(() => document.querySelector("article-analyzer")?.matches(":state(result)"));
}

/** The words under every highlight of ours, by kind. */
const highlighted = () => {
  /** @type {Record<string, string[]>} */
  const words = {};
  for (const [name, highlight] of /** @type {any} */ (CSS.highlights)) {
    words[name] = [...highlight].map((part) => {
      const range = document.createRange();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      return range.toString().replace(/\s+/g, " ");
    });
  }
  return words;
};

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "nothing of the core is fetched before the reader asks",
    async run({ open }) {
      const page = await open(HOST);
      await page.until(() => Boolean(document.querySelector("article-analyzer")?.shadowRoot?.querySelector("button")));
      assert.deepEqual(page.requests.filter((request) => /pkg|worker/.test(request)), []);
      await activate(page);
      assert.ok(page.requests.some((request) => request.endsWith(".wasm")));
    },
  },
  {
    name: "the article's own markup is the same byte for byte, before, during and after",
    async run({ open }) {
      const page = await open(HOST);
      const markup = () => /** @type {Element} */ (document.querySelector("#story")).innerHTML;
      const before = await page.evaluate(markup);
      await page.evaluate(() => {
        /** @type {any} */ (window).changes = 0;
        new MutationObserver((records) => (/** @type {any} */ (window).changes += records.length)).observe(
          /** @type {Element} */ (document.querySelector("#story")), { subtree: true, childList: true, attributes: true, characterData: true });
      });
      await activate(page);
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("article-analyzer")?.shadowRoot?.querySelector("[data-mark]")).click());
      assert.equal(await page.evaluate(markup), before);
      await page.evaluate(() => document.querySelector("article-analyzer")?.remove());
      assert.equal(await page.evaluate(markup), before);
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).changes), 0);
    },
  },
  {
    name: "it reads what a reader sees: no scripts, nothing hidden, editable or excluded",
    async run({ open }) {
      const page = await open(HOST);
      await activate(page);
      const text = await page.evaluate(() => /** @type {any} */ (document.querySelector("article-analyzer")).text);
      assert.equal(text, [
        "Lisbon port strike enters second week",
        "Talks between dockers and the Port Authority of Lisbon broke down on Thursday, union leader Elena Marsh said, as at least 40\u00a0ships waited at sea.",
        "Monday: 3 ships",
        "Tuesday: 5 ships",
        "About 1,200 workers have stopped work since November 3, 2025.",
        "Economy Minister Paulo Reis, who met Marsh, wants both sides back.",
      ].join("\n"));
    },
  },
  {
    name: "highlights stand on the very words, across inline elements",
    async run({ open }) {
      const page = await open(HOST);
      await activate(page);
      const words = await page.evaluate(highlighted);
      assert.ok(words["article-analyzer-person"]?.includes("Elena Marsh"), JSON.stringify(words));
      assert.ok(words["article-analyzer-figure"]?.includes("1,200"), JSON.stringify(words));
      const { names, figures, dates } = await page.evaluate(() => /** @type {any} */ (document.querySelector("article-analyzer")).result);
      assert.equal(Object.values(words).flat().length, names.length + figures.filter((/** @type {any} */ figure) => figure.role === "claim").length + dates.length);
    },
  },
  {
    name: "every mention is a button, and a button leads to its words",
    async run({ open }) {
      const page = await open(HOST, { height: 300 });
      await activate(page);
      const { buttons, mentions } = await page.evaluate(() => {
        const element = /** @type {any} */ (document.querySelector("article-analyzer"));
        const { names, figures, dates, attributions } = element.result;
        return {
          buttons: new Set([...element.shadowRoot.querySelectorAll("[data-mark]")].map((button) => button.dataset.mark)).size,
          mentions:
            names.length + figures.filter((/** @type {any} */ figure) => figure.role === "claim").length + dates.length +
            attributions.flatMap((/** @type {any} */ one) => one.spans).length,
        };
      });
      assert.equal(buttons, mentions);
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-analyzer")).shadowRoot.querySelector("[data-kind=person] [data-mark]").click());
      const { "article-analyzer-current": current } = await page.evaluate(highlighted);
      assert.match(current?.[0] ?? "", /Marsh|Reis/);
    },
  },
  {
    name: "events cross the shadow root: result, and a select that can be stopped",
    async run({ open }) {
      const page = await open(HOST);
      await page.evaluate(() => {
        /** @type {any} */ (window).told = [];
        for (const name of ["progress", "result", "select", "error"]) {
          document.addEventListener(`article-analyzer-${name}`, (event) => {
            /** @type {any} */ (window).told.push(name);
            if (name === "select") event.preventDefault();
          });
        }
      });
      await activate(page);
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-analyzer")).shadowRoot.querySelector("[data-mark]").click());
      const told = await page.evaluate(() => /** @type {any} */ (window).told);
      assert.ok(told.includes("progress") && told.includes("result") && told.includes("select") && !told.includes("error"), String(told));
      assert.equal((await page.evaluate(highlighted))["article-analyzer-current"], undefined);
    },
  },
  {
    name: "when the article changes, marks that no longer stand are dropped, the others stay",
    async run({ open }) {
      const page = await open(HOST);
      await activate(page);
      const before = (await page.evaluate(highlighted))["article-analyzer-person"]?.length ?? 0;
      await page.evaluate(() => document.querySelector("#story p:last-of-type")?.remove());
      await page.until((most) => (/** @type {any} */ (CSS.highlights).get("article-analyzer-person")?.size ?? 0) < most, before);
      const left = await page.evaluate(highlighted);
      assert.ok(left["article-analyzer-person"]?.includes("Elena Marsh"));
      assert.ok(!left["article-analyzer-person"]?.includes("Paulo Reis"));
    },
  },
  {
    name: "two elements share highlights and worker; one that goes takes only its own marks",
    async run({ open }) {
      const page = await open(HOST);
      await page.evaluate(() => {
        const other = document.createElement("article");
        other.id = "other";
        other.textContent = "In Berlin, Chancellor Anna Vogel spoke for 20 minutes.";
        const element = document.createElement("article-analyzer");
        element.setAttribute("mode", "headless");
        other.append(element);
        document.body.append(other);
      });
      await activate(page);
      await page.evaluate(() => /** @type {any} */ (document.querySelector("#other article-analyzer")).analyze().then(() => null));
      const both = (await page.evaluate(highlighted))["article-analyzer-place"] ?? [];
      assert.ok(both.includes("Berlin") && both.includes("Lisbon"), String(both));
      assert.equal(page.requests.filter((request) => request.endsWith("worker.js")).length, 1);
      await page.evaluate(() => document.querySelector("#other article-analyzer")?.remove());
      const one = (await page.evaluate(highlighted))["article-analyzer-place"] ?? [];
      assert.ok(!one.includes("Berlin") && one.includes("Lisbon"), String(one));
    },
  },
  {
    name: "day and month are read in the order of the page's language, unless the element names a locale; nonsense is none",
    async run({ open }) {
      const page = await open(HOST);
      const day = (/** @type {string} */ lang, /** @type {string | null} */ locale) =>
        page.evaluate(async ({ lang, locale }) => {
          const element = document.createElement("article-analyzer");
          element.setAttribute("for", "#dated");
          if (locale !== null) element.setAttribute("locale", locale);
          document.body.insertAdjacentHTML("beforeend", '<p id="dated">The bridge opened on 3/4/2024.</p>');
          document.querySelector("#dated")?.setAttribute("lang", lang);
          document.body.append(element);
          const { dates } = await /** @type {any} */ (element).analyze();
          element.remove();
          document.querySelector("#dated")?.remove();
          return dates[0].value;
        }, { lang, locale });
      assert.equal(await day("en-GB", null), "2024-04-03");
      assert.equal(await day("en_US", null), "2024-03-04");
      assert.equal(await day("en-GB", "en-US"), "2024-03-04");
      assert.equal(await day("British, of course", null), "2024-03-04");
    },
  },
  {
    name: "a missing article is told in the panel and by an event with a code",
    async run({ open }) {
      const page = await open(HOST);
      await page.evaluate(() => {
        const element = /** @type {Element} */ (document.querySelector("article-analyzer"));
        element.setAttribute("for", "#nowhere");
        element.addEventListener("article-analyzer-error", (event) => (/** @type {any} */ (window).code = /** @type {CustomEvent} */ (event).detail.code));
      });
      await page.until(() => Boolean(document.querySelector("article-analyzer")?.shadowRoot?.querySelector("button")));
      await page.evaluate(() => document.querySelector("article-analyzer")?.shadowRoot?.querySelector("button")?.click());
      await page.until(() => document.querySelector("article-analyzer")?.matches(":state(error)"));
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).code), "no-article");
      assert.match(await page.evaluate(() => document.querySelector("article-analyzer")?.shadowRoot?.textContent ?? ""), /#nowhere/);
    },
  },
];
