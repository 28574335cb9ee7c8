// The reader's own names: said on a card, kept on the device, managed in a dialog; and those of a host page.

import assert from "node:assert/strict";

import { actions, ARTICLE, state } from "./actions.js";

const HOST = "@tests/host.html";

/** @param {import("./run.js").Context} context @param {import("./browsers.js").Look} [look] */
async function read({ open }, look) {
  const page = await open("", look);
  await actions(page).analyse(ARTICLE, "2025-11-15");
  await state(page, "result");
  return page;
}

/** How often these words are marked as this kind. @param {import("./run.js").Page} page @param {string} words @param {string} [kind] */
const marked = (page, words, kind) =>
  page.evaluate(
    ([words, kind]) => [...document.querySelectorAll(`#article mark${kind ? `[data-kind=${kind}]` : ""}`)].filter((mark) => mark.textContent === words).length,
    [words, kind ?? ""],
  );

/** @param {import("./run.js").Page} page @param {string} words */
const focus = (page, words) =>
  page.evaluate((words) => {
    const mark = [...document.querySelectorAll("#article mark")].find((mark) => mark.textContent === words);
    /** @type {HTMLElement} */ (mark).focus();
  }, words);

/** @param {import("./run.js").Page} page @param {string} selector @param {string} text */
const has = (page, selector, text) => page.until(([selector, text]) => document.querySelector(selector)?.textContent?.includes(text), [selector, text]);

/** Presses a button of "In every article", behind "Not right?". @param {import("./run.js").Page} page @param {string} does */
async function tell(page, does) {
  await page.click("#card [data-does=correct]");
  await page.click(`#correct .everywhere [data-does=${does}]`);
}

const pressed = () => document.activeElement?.textContent;

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "“Not a name” takes the marks of a name away, Undo brings them back",
    async run(context) {
      const page = await read(context);
      const before = await marked(page, "Marsh");
      assert.ok(before >= 2, "she is mentioned again by her surname");
      await focus(page, "Marsh");
      await tell(page, "ignore");
      await has(page, "#toast", "“Marsh” is no name.");
      assert.equal(await marked(page, "Marsh"), 0);
      assert.equal(await marked(page, "Elena Marsh"), 1, "a longer name stays");
      assert.equal(await page.evaluate(pressed), "Undo");
      await page.press("Enter");
      await page.until((count) => [...document.querySelectorAll("#article mark")].filter((mark) => mark.textContent === "Marsh").length === count, before);
      assert.equal(await page.evaluate(() => document.querySelector("#own-names-count")?.textContent), "");
      assert.deepEqual(page.errors, []);
    },
  },
  {
    name: "what was said is kept on the device and counts in the next article too",
    async run(context) {
      const page = await read(context);
      await focus(page, "Paulo Reis");
      await tell(page, "ignore");
      await has(page, "#toast", "no name");
      await page.goto(context.url);
      await page.until(() => document.querySelector("#own-names-count")?.textContent === "1");
      await actions(page).analyse(ARTICLE);
      await state(page, "result");
      assert.equal(await marked(page, "Paulo Reis"), 0);
      for (const request of page.requests) assert.ok(!request.includes("Reis"), request);
    },
  },
  {
    name: "a kind is changed with the keyboard alone, and Escape leads back to the words",
    async run(context) {
      const page = await read(context);
      await focus(page, "Paulo Reis");
      await page.press("Enter");
      assert.equal(await page.evaluate(pressed), "Not right?");
      await page.press("Escape");
      assert.equal(await page.evaluate(pressed), "Paulo Reis");
      assert.equal(await page.evaluate(() => document.querySelector("#card:popover-open")), null);
      await focus(page, "Lisbon");
      await page.press("Enter");
      assert.equal(await page.evaluate(pressed), "Not right?");
      await page.press("Enter");
      assert.equal(await page.evaluate(pressed), "A person", "in this article");
      for (let step = 0; step < 20 && (await page.evaluate(pressed)) !== "Change kind…"; step += 1) await page.press("Tab");
      await page.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement?.closest("[aria-label='It is']") !== null && document.activeElement?.textContent), "A person");
      await page.press("Tab");
      await page.press("Enter");
      await has(page, "#card:popover-open", "Your names: an organisation where it is found");
      assert.equal(await marked(page, "Lisbon", "place"), 0);
      assert.ok((await marked(page, "Lisbon", "organization")) >= 2);
      assert.equal(await page.evaluate(pressed), "Lisbon", "the focus is on the words again");
      await page.press("Enter");
      assert.equal(await page.evaluate(pressed), "Forget that");
      await page.press("Enter");
      await page.until(() => document.querySelector("#card:popover-open [data-does=forget]") === null);
      assert.ok((await marked(page, "Lisbon", "place")) >= 2);
    },
  },
  {
    name: "“Always” makes a name sure, wherever it stands",
    async run(context) {
      const page = await read(context);
      await focus(page, "Marsh");
      await tell(page, "add");
      await has(page, "#card:popover-open", "Your names: always a person");
      const written = await page.evaluate(() => document.querySelector("#article")?.textContent?.match(/Marsh/g)?.length);
      assert.equal((await marked(page, "Marsh")) + (await marked(page, "Elena Marsh")), written);
      assert.equal(await page.evaluate(() => [...document.querySelectorAll("#article mark.unsure")].some((mark) => mark.textContent === "Marsh")), false);
    },
  },
  {
    name: "what is no name has nothing to say of it in every article",
    async run(context) {
      const page = await read(context);
      await page.click("#article mark[data-kind=figure]");
      await page.click("#card [data-does=correct]");
      assert.equal(await page.evaluate(() => document.querySelectorAll("#correct .everywhere").length), 0);
      await page.press("Escape");
      await page.until(() => document.activeElement?.matches("mark"));
    },
  },
  {
    name: "the manager adds, says what is wrong, removes, and the article follows, by keyboard alone",
    async run(context) {
      const page = await read(context);
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#own-names")).focus());
      await page.press("Enter");
      await page.until(() => document.activeElement?.getAttribute("name") === "text");
      await page.driver.keyboard.type("!!");
      await page.press("Enter");
      await has(page, ".names-status", "no word that could be a name");
      await page.evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).select());
      await page.driver.keyboard.type("dockers");
      await page.press("Enter");
      await has(page, ".names-status", "“dockers” is always a person.");
      await page.until(() => [...document.querySelectorAll("#article mark[data-kind=person]")].some((mark) => mark.textContent === "dockers"));
      assert.equal(await page.evaluate(() => document.querySelector(".names-list")?.textContent), "dockersalways a personRemove");
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".names-list button")).focus());
      await page.press("Enter");
      await page.until(() => document.querySelectorAll("#article mark").length > 0 && ![...document.querySelectorAll("#article mark")].some((mark) => mark.textContent === "dockers"));
      assert.equal(await page.evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).name), "text", "the button that had the focus is gone");
      await page.press("Escape");
      assert.equal(await page.evaluate(() => document.querySelector("#names[open]")), null);
      assert.equal(await page.evaluate(() => document.activeElement?.id), "own-names");
    },
  },
  {
    name: "a list is imported whole or not at all, and exported as it was",
    async run(context) {
      const page = await read(context);
      const give = (/** @type {string} */ table) =>
        page.evaluate((table) => {
          const input = /** @type {HTMLInputElement} */ (document.querySelector("#names input[type=file]"));
          const transfer = new DataTransfer();
          transfer.items.add(new File([table], "mine.tsv", { type: "text/tab-separated-values" }));
          input.files = transfer.files;
          input.dispatchEvent(new Event("change"));
        }, table);
      await page.click("#own-names");
      await page.until(() => document.querySelector("#names[open]") !== null);
      await give("# what\tname\tkind\nadd\tships\tother\nadd\tBrent\ttown\n");
      await has(page, ".names-status", "mine.tsv was not read. Line 3: the kind “town”");
      await give("add\tships\tother\n\nignore\tships’s\n");
      await has(page, ".names-status", "Line 3: \"ships’s\" is listed twice");
      assert.equal(await page.evaluate(() => document.querySelectorAll(".names-list li").length), 0);
      await give("add\tships\tother\nignore\tMarsh\n");
      await has(page, ".names-status", "2 names were read from mine.tsv.");
      await page.until(() => [...document.querySelectorAll("#article mark[data-kind=other]")].some((mark) => mark.textContent === "ships"));
      assert.equal(await marked(page, "Marsh"), 0);
      const exported = await page.evaluate(async () => {
        const create = URL.createObjectURL;
        /** @type {Blob | MediaSource | undefined} */
        let blob;
        URL.createObjectURL = (object) => create.call(URL, (blob = object));
        HTMLAnchorElement.prototype.click = () => {};
        /** @type {HTMLElement} */ (document.querySelector("[data-does=export]")).click();
        return blob instanceof Blob ? blob.text() : "";
      });
      assert.equal(exported, "# what\tname\tkind\nignore\tMarsh\nadd\tships\tother\n");
      await page.click("[data-does=clear]");
      await page.until(() => document.querySelectorAll(".names-list li").length === 0);
      assert.ok(await page.evaluate(() => /** @type {HTMLButtonElement} */ (document.querySelector("[data-does=export]")).disabled));
    },
  },
  {
    name: "the element believes its page: the property, else the JSON that its attribute leads to",
    async run({ open }) {
      const page = await open(HOST);
      const kinds = () =>
        page.evaluate(async () => {
          const element = /** @type {any} */ (document.querySelector("article-analyzer"));
          const { names } = await element.analyze();
          return Object.fromEntries(names.map((/** @type {any} */ name) => [element.text.slice(name.start, name.end), name.kind]));
        });
      const plain = await kinds();
      assert.deepEqual([plain["Paulo Reis"], plain.dockers], ["person", undefined]);
      await page.evaluate(() => {
        const json = Object.assign(document.createElement("script"), { type: "application/json", id: "own" });
        json.textContent = JSON.stringify({ add: [{ text: "dockers", kind: "other" }], ignore: ["Paulo Reis"] });
        document.body.append(json);
        document.querySelector("article-analyzer")?.setAttribute("names", "#own");
      });
      const declared = await kinds();
      assert.deepEqual([declared["Paulo Reis"], declared.dockers], [undefined, "other"]);
      await page.evaluate(() => (/** @type {any} */ (document.querySelector("article-analyzer")).names = { retype: [{ text: "Lisbon", kind: "organization" }] }));
      const set = await kinds();
      assert.deepEqual([set["Paulo Reis"], set.dockers, set.Lisbon], ["person", undefined, "organization"]);
    },
  },
  {
    name: "names of a page that make no sense are told in the panel, with the place",
    async run({ open }) {
      const page = await open(HOST);
      const told = (/** @type {any} */ names) =>
        page.evaluate(async (names) => {
          const element = /** @type {any} */ (document.querySelector("article-analyzer"));
          element.names = names;
          await element.analyze().catch(() => {});
          return element.shadowRoot.querySelector(".panel").textContent;
        }, names);
      assert.match(await told({ add: [{ text: "Brent", kind: "town" }] }), /option names\.add\[0\]: kind "town" is not known/);
      await page.evaluate(() => document.querySelector("article-analyzer")?.setAttribute("names", "#story"));
      assert.match(await told(null), /the names in “#story” are no JSON/);
    },
  },
];
