// How the element behaves in a page: modes, kinds, when it begins, what it is given, and a page that changes.

import assert from "node:assert/strict";

const HOST = "@tests/host.html";

/** @typedef {import("./run.js").Page} Page */

/** The element with other attributes, in the place of the one that is there. @param {Page} page @param {Record<string, string>} attributes */
const renewed = (page, attributes) =>
  page.evaluate((given) => {
    const element = document.createElement("article-analyzer");
    for (const [name, value] of Object.entries({ for: "#story", exclude: ".advert", published: "2025-11-15", ...given })) element.setAttribute(name, value);
    document.querySelector("article-analyzer")?.replaceWith(element);
  }, attributes);

/** @param {Page} page @param {string} name */
const inState = (page, name) => page.until((state) => document.querySelector("article-analyzer")?.matches(`:state(${state})`), name);

/** @param {Page} page */
async function press(page) {
  await page.until(() => Boolean(document.querySelector("article-analyzer")?.shadowRoot?.querySelector("[data-does=activate]")));
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("article-analyzer")?.shadowRoot?.querySelector("[data-does=activate]")).click());
  await inState(page, "result");
}

/** How many words each of our highlights marks. @param {Page} page @returns {Promise<Record<string, number>>} */
const marks = (page) => page.evaluate(() => Object.fromEntries([.../** @type {any} */ (CSS.highlights)].map(([name, { size }]) => [name.replace("article-analyzer-", ""), size])));

/** @param {Page} page @returns {Promise<string>} */
const shown = (page) =>
  page.evaluate(() => {
    const root = document.querySelector("article-analyzer")?.shadowRoot;
    return [...(root?.querySelectorAll(".panel:not([hidden]) .status, .panel:not([hidden]) .body > *") ?? [])].map((one) => one.textContent).join("|");
  });

/** @param {Page} page @returns {Promise<{ text: string, analysis: any }>} */
const results = (page) => page.evaluate(async () => JSON.parse(await /** @type {any} */ (document.querySelector("article-analyzer")).export("results")));

/** A point on the first person's words. @param {Page} page @returns {Promise<{ x: number, y: number }>} */
const marked = (page) =>
  page.evaluate(() => {
    const [part] = [.../** @type {any} */ (CSS.highlights).get("article-analyzer-person")];
    const range = document.createRange();
    range.setStart(part.startContainer, part.startOffset);
    range.setEnd(part.endContainer, part.endOffset);
    const box = range.getClientRects()[0];
    return { x: (box?.left ?? 0) + 8, y: (box?.top ?? 0) + 8 };
  });

/** What the card says, nothing when there is none. @param {Page} page @returns {Promise<string>} */
const cardOf = (page) => page.evaluate(() => /** @type {any} */ (document.querySelector("article-analyzer")).shadowRoot.querySelector(".card:not([hidden])")?.textContent ?? "");

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "each mode shows what it is for, and can be changed at any time",
    async run({ open }) {
      const page = await open(HOST);
      await press(page);
      const mode = (/** @type {string} */ name) => page.evaluate((value) => document.querySelector("article-analyzer")?.setAttribute("mode", value), name);
      assert.match(await shown(page), /5 figures.*\|Figures 5.*\|People 2/);
      await mode("inline");
      assert.match(await shown(page), /5 figures.*\|All mentions/);
      await mode("summary");
      assert.match(await shown(page), /5 figures.*\|Figures.*at least 40.*\|PeopleElena MarshPaulo Reis\|/);
      await mode("headless");
      assert.equal(await shown(page), "");
      assert.ok(((await marks(page)).person ?? 0) > 0, "marks stay");
      await mode("nonsense");
      assert.match(await shown(page), /Figures 5/);
    },
  },
  {
    name: "only the kinds that are asked for are marked and listed",
    async run({ open }) {
      const page = await open(HOST);
      await renewed(page, { types: "person, figure nonsense" });
      await press(page);
      assert.deepEqual(Object.keys(await marks(page)).map((name) => name.replace("-unsure", "")).filter((name, place, all) => all.indexOf(name) === place).sort(), ["figure", "person"]);
      assert.doesNotMatch(await shown(page), /Places|Dates/);
      await page.evaluate(() => document.querySelector("article-analyzer")?.setAttribute("types", "date"));
      assert.deepEqual(Object.keys(await marks(page)), ["date"]);
    },
  },
  {
    name: "it begins when it is seen or when it is there, if the page says so",
    async run({ open }) {
      const page = await open(HOST, { height: 400 });
      await page.evaluate(() => {
        const element = /** @type {Element} */ (document.querySelector("article-analyzer"));
        const far = /** @type {HTMLElement} */ (element.cloneNode());
        far.style.marginBlockStart = "3000px";
        far.setAttribute("activate", "visible");
        element.replaceWith(far);
      });
      await inState(page, "idle");
      await new Promise((done) => setTimeout(done, 300));
      assert.deepEqual(page.requests.filter((request) => /pkg|worker/.test(request)), []);
      await page.evaluate(() => document.querySelector("article-analyzer")?.scrollIntoView());
      await inState(page, "result");
      await renewed(page, { activate: "load", mode: "headless" });
      await inState(page, "result");
    },
  },
  {
    name: "results made before need no core, in the page or in a file, as a property too, whatever the white space",
    async run({ open, altered }) {
      const first = await open(HOST);
      await press(first);
      const given = await results(first);
      const marked = await marks(first);
      const spaced = { ...given, text: given.text.replaceAll("\n", "\n\n") };
      const moved = JSON.parse(JSON.stringify(given.analysis), (_, value) => {
        if (value && typeof value === "object" && "start" in value) for (const end of ["start", "end"]) value[end] += given.text.slice(0, value[end]).split("\n").length - 1;
        return value;
      });
      const page = await open(new URL("@tests/host.html", await altered((path, answer) => (path === "/given.json" ? { ...answer, status: 200, body: JSON.stringify(given) } : undefined))).href);
      for (const road of ["element", "file", "property"]) {
        await page.evaluate(
          ({ given, road }) => {
            const script = Object.assign(document.createElement("script"), { type: "application/json", id: "given", textContent: JSON.stringify(given) });
            document.querySelector("#given")?.remove();
            document.body.append(script);
            const element = /** @type {any} */ (document.createElement("article-analyzer"));
            for (const [name, value] of Object.entries({ for: "#story", exclude: ".advert", activate: "load" })) element.setAttribute(name, value);
            if (road === "element") element.setAttribute("results", "#given");
            if (road === "file") element.setAttribute("results", "/given.json");
            if (road === "property") element.results = given;
            document.querySelector("article-analyzer")?.replaceWith(element);
          },
          { given: road === "file" ? given : { ...spaced, analysis: moved }, road },
        );
        await inState(page, "result");
        assert.deepEqual(await marks(page), marked, road);
      }
      assert.deepEqual(page.requests.filter((request) => /pkg|worker/.test(request)), []);
    },
  },
  {
    name: "results that cannot be read are told by a code",
    async run({ open }) {
      const page = await open(HOST);
      for (const wrong of ["#nothing", "/nothing.json", "javascript:alert(1)", "#story"]) {
        await page.evaluate(() => {
          delete document.body.dataset.code;
          document.addEventListener("article-analyzer-error", (event) => (document.body.dataset.code = /** @type {any} */ (event).detail.code), { once: true });
        });
        await renewed(page, { results: wrong, activate: "load" });
        assert.equal(await page.until(() => document.body.dataset.code), "results", wrong);
      }
    },
  },
  {
    name: "an article that changes is read again, and what stood keeps its marks meanwhile",
    async run({ open }) {
      const page = await open(HOST);
      await press(page);
      await page.evaluate(() => {
        const story = /** @type {HTMLElement} */ (document.querySelector("#story"));
        for (const paragraph of [...story.querySelectorAll("p")]) paragraph.replaceWith(paragraph.cloneNode(true)); // as a framework does
        const added = document.createElement("p");
        added.textContent = "Later, Ingrid Lindqvist counted 77 lorries in Madrid.";
        story.append(added);
      });
      await page.until(() => {
        const element = /** @type {any} */ (document.querySelector("article-analyzer"));
        return element.result.names.some((/** @type {any} */ name) => element.text.slice(name.start, name.end) === "Ingrid Lindqvist");
      });
      const after = await marks(page);
      assert.ok((after.person ?? 0) + (after["person-unsure"] ?? 0) >= 4, JSON.stringify(after));
      assert.match(await shown(page), /3 people/);
    },
  },
  {
    name: "a press on marked words shows what is known of them, and Escape or a press elsewhere takes it away",
    async run({ open }) {
      const page = await open(HOST);
      await press(page);
      const place = await marked(page);
      const card = () => cardOf(page);
      await page.driver.mouse.click(place.x, place.y);
      assert.match(await card(), /PersonElena Marsh.*union leader/);
      await page.press("Escape");
      assert.equal(await card(), "");
      await page.driver.mouse.click(place.x, place.y);
      assert.notEqual(await card(), "");
      await page.driver.mouse.click(5, 5);
      assert.equal(await card(), "");
    },
  },
  {
    name: "where the pointer rests the card comes by itself, stays while the pointer is on it, and goes with the pointer",
    async run({ open }) {
      const page = await open(HOST);
      await press(page);
      const { x, y } = await marked(page);
      await page.driver.mouse.move(x, y);
      await page.until(() => /** @type {any} */ (document.querySelector("article-analyzer")).shadowRoot.querySelector(".card:not([hidden])") !== null);
      const { left, top } = await page.evaluate(() => {
        const box = /** @type {any} */ (document.querySelector("article-analyzer")).shadowRoot.querySelector(".card").getBoundingClientRect();
        return { left: box.left, top: box.top };
      });
      await page.driver.mouse.move(left + 20, top + 20, { steps: 3 });
      await new Promise((done) => setTimeout(done, 900));
      assert.match(await cardOf(page), /Elena Marsh/);
      await page.driver.mouse.move(10, y + 250, { steps: 3 });
      await page.until(() => /** @type {any} */ (document.querySelector("article-analyzer")).shadowRoot.querySelector(".card:not([hidden])") === null);
    },
  },
  {
    name: "marks can be hidden and shown by the reader",
    async run({ open }) {
      const page = await open(HOST);
      await press(page);
      const before = await marks(page);
      const toggle = () => page.evaluate(() => /** @type {any} */ (document.querySelector("article-analyzer")).shadowRoot.querySelector("[data-does=marks]").click());
      await toggle();
      assert.deepEqual(await marks(page), {});
      await toggle();
      assert.deepEqual(await marks(page), before);
    },
  },
  {
    name: "only the page's own origin and the script's may lend a worker",
    async run({ open }) {
      const page = await open(HOST);
      await renewed(page, { base: "https://elsewhere.example/", activate: "load" });
      await inState(page, "result");
      assert.ok(page.requests.every((request) => !request.includes("elsewhere")));
      await renewed(page, { base: "/", activate: "load" });
      await inState(page, "result");
    },
  },
];
