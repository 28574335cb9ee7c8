/**
 * Pages to be read: a Copy button on each piece of code that is there to be copied.
 *
 * Where the clipboard is not to be had the words are selected instead. Without this file the pages lack the buttons,
 * and nothing else.
 */

/** How long the button says that it is done, in milliseconds. */
const SAID = 2_000;

for (const snippet of document.querySelectorAll(".snippet")) {
  const words = /** @type {HTMLElement} */ (snippet.querySelector("code"));
  const button = Object.assign(document.createElement("button"), { type: "button", className: "copy", textContent: "Copy" });
  button.addEventListener("click", () => void copy(button, words));
  snippet.querySelector("figcaption")?.append(button);
}

/**
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} words
 */
async function copy(button, words) {
  try {
    await navigator.clipboard.writeText(words.textContent ?? "");
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), SAID);
  } catch {
    getSelection()?.selectAllChildren(words);
  }
}
