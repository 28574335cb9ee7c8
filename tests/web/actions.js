// What several tests do with the page, and the article they do it with.

import { readFile } from "node:fs/promises";

export const ARTICLE = `Lisbon port strike enters second week
Talks between dockers and the Port Authority of Lisbon broke down on Thursday, union leader Elena Marsh said, as at least 40 ships waited at sea.
“We have offered to work 12 hours a day,” Marsh told reporters in Lisbon. The authority put the loss at €3.5 million a day.
About 1,200 workers have stopped work since November 3, 2025. Economy Minister Paulo Reis, who met Marsh on Monday, wants both sides back by Friday.`;

/** @typedef {import("./run.js").Page} Page */

/**
 * The site with a core of the tests before the real one, which that finds beside itself as core.js.
 * @param {import("./run.js").Context} context @param {string} file One of pages/.
 */
export async function wrapped({ altered, url }, file) {
  const glue = await (await fetch(new URL("pkg/article_analyzer.js", url))).text();
  const wrapper = await readFile(new URL(`./pages/${file}`, import.meta.url));
  return altered((path, answer) => {
    if (path === "/pkg/core.js") return { status: 200, headers: { "content-type": "text/javascript" }, body: glue };
    if (path === "/pkg/article_analyzer.js") return { ...answer, body: wrapper };
  });
}

/** @param {Page} page @param {string} name */
export function state(page, name) {
  return page.until((wanted) => document.body.dataset.state === wanted, name);
}

/** @param {Page} page */
export function actions(page) {
  /** @param {string} selector @param {string} value */
  const fill = (selector, value) =>
    page.evaluate(
      ([where, what]) => {
        const field = document.querySelector(where);
        field.value = what;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.dispatchEvent(new Event("change", { bubbles: true }));
      },
      [selector, value],
    );
  return {
    setDay: fill,
    /** @param {string} text @param {string} [day] */
    async analyse(text, day) {
      await fill("#text", text);
      if (day) await fill("#published", day);
      await page.click("#form .primary");
    },
  };
}
