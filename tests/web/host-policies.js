// The table of policies and origins: every policy of a page, with every way in which the element's files are served, and
// what comes of it. Each row is printed.
//
// "works" means: the article is analysed and marked, the panel has its style, and nothing was forbidden on the way.
// "slot" means: the script never ran, and the words inside the element are what a reader sees. Else the error's code.

import assert from "node:assert/strict";

import { assertQuiet, assertUntouched, marked, ruled, seen, STORY, visit } from "./host-page.js";

/** @typedef {import("./run.js").Context} Context */
/** @typedef {"works" | "slot" | "blocked" | "load" | "blocked or load"} Outcome The last where browsers do not tell the two apart. */
/** @typedef {(path: string, answer: import("./site.js").Answer) => import("./site.js").Answer} Alter */

/** Twelve policies, nine ways to serve them, on a busy machine. */
const LIMIT = 600_000;

export const STRICT = "default-src 'self'; script-src 'self'; style-src 'self'";
export const TYPED = "require-trusted-types-for 'script'; trusted-types article-analyzer";

/** What the guide tells a page that takes the files from another origin; a plain test holds it to that. @param {string} cdn */
export const BORROWED = (cdn) => `default-src 'self'; script-src 'self' ${cdn} 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self' blob: ${cdn}; connect-src 'self' ${cdn}`;

/** What a page may send, by the other origin where it names one. @type {Record<string, (cdn: string) => string | null>} */
const POLICIES = {
  none: () => null,
  strict: () => STRICT,
  "strict, trusted types": () => `${STRICT}; ${TYPED}`,
  "strict, trusted types of others": () => `${STRICT}; require-trusted-types-for 'script'; trusted-types other`,
  "strict, connect-src 'none'": () => `${STRICT}; connect-src 'none'`,
  "strict, worker-src 'none'": () => `${STRICT}; worker-src 'none'`,
  "the other origin": BORROWED,
  "the other origin, trusted types": (cdn) => `${BORROWED(cdn)}; ${TYPED}`,
  "the other origin, no wasm": (cdn) => BORROWED(cdn).replace(" 'wasm-unsafe-eval'", ""),
  "the other origin, no blob worker": (cdn) => BORROWED(cdn).replace("blob: ", ""),
  "the other origin, no worker of it": (cdn) => BORROWED(cdn).replace(`blob: ${cdn}`, "blob:"),
  "the other origin, nothing fetched": (cdn) => BORROWED(cdn).replace(/connect-src.*/, "connect-src 'self'"),
};

const isWorker = (/** @type {string} */ path) => path === "/engine/worker.js";
export const WORKER_LINE = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** How the element's files may be served; what is not said is served as it is, without a policy. @type {Record<string, { far?: boolean, alter: Alter }>} */
const SERVINGS = {
  "same origin": { alter: (_, answer) => answer },
  "worker with the line of the guide": { alter: (path, answer) => (isWorker(path) ? ruled(answer, WORKER_LINE) : answer) },
  "worker under the strict policy": { alter: (path, answer) => (isWorker(path) ? ruled(answer, STRICT) : answer) },
  "worker that may fetch nothing": { alter: (path, answer) => (isWorker(path) ? ruled(answer, WORKER_LINE.replace("connect-src 'self'", "connect-src 'none'")) : answer) },
  "wasm as text/plain": { alter: (path, answer) => (path.endsWith(".wasm") ? { ...answer, headers: { "content-type": "text/plain", "x-content-type-options": "nosniff" } } : answer) },
  "wasm is not there": { alter: (path, answer) => (path.endsWith(".wasm") ? { status: 404, headers: {}, body: "" } : answer) },
  "worker is not there": { alter: (path, answer) => (isWorker(path) ? { status: 404, headers: {}, body: "" } : answer) },
  "another origin, with CORS": { far: true, alter: (_, answer) => ({ ...answer, headers: { ...answer.headers, "access-control-allow-origin": "*" } }) },
  "another origin, without CORS": { far: true, alter: (_, answer) => answer },
};

/** @param {string} policy @param {string} serving @param {boolean} knowsTypes Whether the browser has Trusted Types. @returns {Outcome} */
function expected(policy, serving, knowsTypes) {
  const isBorrowing = policy.startsWith("the other origin");
  if (serving === "another origin, without CORS") return "slot";
  if (serving === "another origin, with CORS") {
    if (["none", "the other origin", "the other origin, trusted types"].includes(policy)) return "works";
    if (!isBorrowing) return "slot";
    return policy.endsWith("no wasm") || policy.endsWith("no blob worker") ? "blocked" : "blocked or load";
  }
  if (policy === "strict, worker-src 'none'") return "blocked";
  if (policy === "strict, trusted types of others" && knowsTypes) return "blocked or load";
  if (serving === "worker under the strict policy") return "blocked";
  if (serving === "worker that may fetch nothing") return "blocked or load"; // a fetch that is forbidden fails as if there were no network
  if (serving.endsWith("is not there")) return "load";
  return "works";
}

/**
 * One cell.
 * @param {import("./host-page.js").Visit} page
 * @param {string} url
 * @param {string[]} origins
 * @returns {Promise<string>}
 */
async function outcome(page, url, origins) {
  page.asked.length = 0;
  await page.goto(url);
  if (!(await page.evaluate(() => Boolean(customElements.get("article-analyzer"))))) {
    assertQuiet(page, origins);
    return (await page.evaluate(() => document.querySelector("#words")?.checkVisibility())) ? "slot" : "nothing at all";
  }
  const code = await page.evaluate(() =>
    /** @type {any} */ (document.querySelector("article-analyzer")).analyze().then(() => "", (/** @type {any} */ error) => error.code ?? String(error)),
  );
  await assertUntouched(page);
  assertQuiet(page, origins);
  const { violations, told } = await seen(page);
  if (code) {
    const error = told.find((/** @type {any} */ { name }) => name === "error");
    assert.equal(error?.code, code, "the event says another code");
    if (code === "blocked") assert.match(error.message, /Content-Security-Policy: /, "a policy forbids it, and the message has no header line");
    return code;
  }
  assert.deepEqual(violations, [], "something was forbidden on the way");
  assert.ok((await marked(page)).person?.some((words) => words.includes("Verstraete")), "no marks");
  const edge = await page.evaluate(() => {
    const panel = document.querySelector("article-analyzer")?.shadowRoot?.querySelector("[part~=panel]");
    return panel && getComputedStyle(panel).borderTopStyle;
  });
  assert.equal(edge, "solid", "the panel has no style");
  return "works";
}

/** @type {import("./run.js").Test[]} */
export default [
  {
    name: "the table of policies and origins: every page policy with every way to serve the files",
    limit: LIMIT,
    async run(context) {
      let policy = "none";
      /** @type {string[]} */
      const wrong = [];
      const probe = await context.open(STORY);
      const knowsTypes = await probe.evaluate(() => "trustedTypes" in window);
      console.log(`      | policy of the page | files | ${context.browser} |`);
      for (const [serving, { far, alter }] of Object.entries(SERVINGS)) {
        const cdn = far ? new URL(await context.altered((path, answer) => alter(path, ruled(answer, null)))).origin : "https://cdn.example";
        const pages = await context.altered((path, answer) => {
          const bare = ruled(answer, null);
          if (path !== `/${STORY}`) return far ? bare : alter(path, bare);
          const body = far ? String(bare.body).replace('src="/element/', `src="${cdn}/element/`) : bare.body;
          return ruled({ ...bare, body }, POLICIES[policy]?.(cdn) ?? null);
        });
        const page = await visit(context, "about:blank");
        for (policy of Object.keys(POLICIES)) {
          const wanted = expected(policy, serving, knowsTypes);
          const reached = await outcome(page, new URL(STORY, pages).href, [new URL(pages).origin, cdn]).catch((error) => `FAILS: ${error.message.split("\n")[0]}`);
          const isRight = wanted.split(" or ").includes(reached);
          console.log(`      | ${policy} | ${serving} | ${reached}${isRight ? "" : `, not ${wanted}`} |`);
          if (!isRight) wrong.push(`${policy} × ${serving}: ${reached}, not ${wanted}`);
        }
        await page.close();
      }
      assert.deepEqual(wrong, []);
    },
  },
];
