// The page's promises: text in, marks and lists out; every state is reached; nothing is sent anywhere.

import assert from "node:assert/strict";

import { actions, ARTICLE, state } from "./actions.js";

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "a pasted article is marked and listed at once",
    async run({ open }) {
      const page = await open();
      await page.paste("#text", ARTICLE);
      await state(page, "result");
      const shown = await page.evaluate(() => document.querySelector("#article")?.textContent);
      assert.equal(shown, ARTICLE.replaceAll("\n", ""));
      const marked = await page.evaluate(() => [...document.querySelectorAll("#article mark")].map((mark) => mark.textContent));
      for (const words of ["Elena Marsh", "Lisbon", "1,200"]) assert.ok(marked.includes(words), `${words} is not among ${marked}`);
      await page.click("#tab-person");
      const people = await page.evaluate(() => [...document.querySelectorAll("#panel-person .words")].map((words) => words.textContent));
      assert.ok(people.some((/** @type {string} */ name) => name.includes("Marsh")), String(people));
      assert.deepEqual(page.errors, []);
    },
  },
  {
    name: "a short paste waits for the button",
    async run({ open }) {
      const page = await open();
      await page.paste("#text", "Three ships");
      await page.until(() => document.querySelector("#amount")?.textContent === "2 words");
      assert.equal(await page.evaluate(() => document.body.dataset.state), "empty");
    },
  },
  ...["ceasefire", "freight", "dam"].map((sample) => ({
    name: `the sample ${sample} shows figures, people, organisations, places and dates`,
    /** @param {import("./run.js").Context} context */
    async run({ open }) {
      const page = await open();
      await page.click(`[data-sample=${sample}]`);
      await state(page, "result");
      const counts = await page.evaluate(() => Object.fromEntries([...document.querySelectorAll("#results [role=tab]")].map((tab) => [/** @type {HTMLElement} */ (tab).dataset.kind, Number(tab.querySelector(".count")?.textContent)])));
      for (const [kind, least] of Object.entries({ figure: 15, person: 4, organization: 3, place: 3, date: 5 })) {
        assert.ok(counts[kind] >= least, `only ${counts[kind]} of kind ${kind}`);
      }
      assert.deepEqual(page.errors, []);
    },
  })),
  {
    name: "the publication day resolves relative dates, and changing it analyses again",
    async run({ open }) {
      const page = await open();
      const { analyse, setDay } = actions(page);
      await analyse("The talks ended on Friday, Elena Marsh said in Lisbon.", "2025-02-08");
      await state(page, "result");
      await page.click("#tab-date");
      const value = () => document.querySelector("#panel-date .when")?.textContent ?? "";
      assert.equal(await page.evaluate(value), "7 February 2025");
      await setDay("#published-again", "2025-02-16");
      await page.until(() => document.querySelector("#panel-date .when")?.textContent === "14 February 2025");
    },
  },
  {
    name: "nothing is asked of another origin, and no request carries the text",
    async run({ open, url }) {
      const page = await open();
      await actions(page).analyse(ARTICLE);
      await state(page, "result");
      assert.ok(page.requests.length > 5, "the browser reports its requests");
      for (const request of page.requests) {
        assert.ok(request.startsWith(url) || request.startsWith("data:"), request);
        assert.ok(!request.includes("?"), request);
      }
    },
  },
  {
    name: "an empty text asks for one and does not leave",
    async run({ open }) {
      const page = await open();
      await page.click("#form .primary");
      await page.until(() => document.querySelector("#announcement")?.textContent === "Paste an article first.");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "text");
    },
  },
  {
    name: "a text without names and numbers says what was looked for",
    async run({ open }) {
      const page = await open();
      await actions(page).analyse("nothing much happened and nobody was there to see it happen again");
      await state(page, "nothing");
      assert.match(await page.evaluate(() => document.querySelector("#notice")?.textContent ?? ""), /Looked for: people/);
    },
  },
  {
    name: "a text in another language says that only figures and dates are shown",
    async run({ open }) {
      const page = await open();
      await actions(page).analyse(
        "Bei dem Unglück nahe Köln kamen nach Angaben der Polizei 12 Menschen ums Leben, mehr als 30 wurden verletzt. Die Ermittlungen " +
          "dauern noch, sagte ein Sprecher des Ministeriums. Viele Verletzte liegen weiterhin auf den Stationen der umliegenden Kliniken, " +
          "wo sich Ärzte und Pfleger seit Stunden um sie kümmern. Der Bürgermeister sprach den Familien sein Beileid aus.",
      );
      await state(page, "foreign");
      assert.match(await page.evaluate(() => document.querySelector("#notice")?.textContent ?? ""), /does not look like English/);
    },
  },
  {
    name: "a core that cannot be fetched is an error that keeps the text, and Try again works",
    async run({ open, altered }) {
      let broken = true;
      const url = await altered((path) => {
        if (broken && path.endsWith(".wasm")) return { status: 503, headers: {}, body: "" };
      });
      const page = await open(url);
      await actions(page).analyse(ARTICLE);
      await state(page, "error");
      assert.match(await page.evaluate(() => document.querySelector("#failure-cause")?.textContent ?? ""), /503/);
      assert.equal(await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value), ARTICLE);
      broken = false;
      await page.click("#retry");
      await state(page, "result");
    },
  },
  {
    name: "the bytes of a slow core are told while it comes",
    async run({ open, altered }) {
      const url = await altered(async (path) => {
        if (path.endsWith(".wasm")) await new Promise((done) => setTimeout(done, 5000));
      });
      const page = await open(url);
      await actions(page).analyse(ARTICLE);
      await state(page, "loading");
      assert.match(await page.evaluate(() => document.querySelector("#working-detail")?.textContent ?? ""), /KB/);
      await state(page, "result");
    },
  },
  {
    name: "half a surrogate pair does no harm",
    async run({ open }) {
      const page = await open();
      // Made inside the page: on the way through a driver's protocol the halves would be mended.
      await page.evaluate((article) => {
        const field = /** @type {HTMLTextAreaElement} */ (document.querySelector("#text"));
        field.value = `Broken ${String.fromCharCode(0xd83d)} here. ${article} And ${String.fromCharCode(0xdc00)} there.`;
      }, ARTICLE);
      await page.click("#form .primary");
      await state(page, "result");
      const marked = await page.evaluate(() => [...document.querySelectorAll("#article mark")].map((mark) => mark.textContent));
      assert.ok(marked.includes("Elena Marsh"), String(marked));
    },
  },
  {
    name: "Edit brings the text back, New article clears it",
    async run({ open }) {
      const page = await open();
      await actions(page).analyse(ARTICLE);
      await state(page, "result");
      await page.click("#edit");
      await state(page, "empty");
      assert.equal(await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value), ARTICLE);
      await page.click("#form .primary");
      await state(page, "result");
      await page.click("#fresh");
      assert.equal(await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value), "");
    },
  },
  {
    name: "no width from 320 px up scrolls sideways",
    async run({ open }) {
      for (const width of [320, 390, 768, 900, 1280]) {
        const page = await open("", { width, height: 800 });
        const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
        assert.equal(await page.evaluate(overflow), 0, `empty at ${width}`);
        await page.click("[data-sample=dam]");
        await state(page, "result");
        assert.equal(await page.evaluate(overflow), 0, `result at ${width}`);
      }
    },
  },
];
