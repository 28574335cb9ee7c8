/**
 * The dialog that gives the result away: one format to save or to copy, or everything in one ZIP.
 *
 *     const dialog = new ExportDialog(root, () => ({ text, analysis }));
 *     dialog.open();
 *
 * What is exported is what the page shows, corrections included: it asks for that each time. The files are written
 * by the core in its worker and saved from memory; nothing leaves the device. It keeps nothing.
 *
 * @import { Analysis } from "../analysis.js"
 * @import { Choice, File_ } from "./export-formats.js"
 */

import { exportAs } from "../engine/client.js";
import { CHOICES, contents, fileName, FILES, stem } from "./export-formats.js";

/** @typedef {() => { text: string, analysis: Analysis } | undefined} Shown What is exported. */

/** A saved file is read by the browser after the click; then its memory is given back. */
const KEPT_MS = 60_000;

export class ExportDialog {
  #root;
  #shown;
  #status = part("p", { className: "export-status", role: "status" });
  /** @type {AbortController | undefined} */
  #running;

  /**
   * @param {HTMLDialogElement} root
   * @param {Shown} shown
   */
  constructor(root, shown) {
    this.#root = root;
    this.#shown = shown;
    const head = part("form", { className: "export-head", method: "dialog" });
    head.append(part("h2", { id: "exports-title", textContent: "Export" }), part("button", { className: "button", textContent: "Close" }));
    const all = command("zip", "", "Everything as ZIP");
    all.classList.add("primary");
    const list = part("ul", { className: "export-list" });
    list.append(...CHOICES.map(row));
    root.append(head, all, list, this.#status);
    root.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (button?.dataset.does) void this.#run(button);
    });
    root.addEventListener("close", () => this.#running?.abort());
  }

  open() {
    this.#status.textContent = "";
    this.#root.showModal();
  }

  /** @param {HTMLButtonElement} button */
  async #run({ dataset: { does, choice } }) {
    const shown = this.#shown();
    if (!shown || this.#running) return;
    const running = (this.#running = new AbortController());
    const write = (/** @type {File_} */ file) => exportAs(shown.text, shown.analysis, file.format, { signal: running.signal });
    this.#status.textContent = "Writing…";
    try {
      this.#status.textContent = does === "zip" ? await zip(shown.text, write) : await one(shown.text, this.#chosen(choice), write, does === "copy");
    } catch (error) {
      if (!running.signal.aborted) this.#status.textContent = `That did not work: ${error instanceof Error ? error.message : error}`;
    }
    this.#running = undefined;
  }

  /** @param {string | undefined} id */
  #chosen(id) {
    const choice = CHOICES.find((one) => one.id === id);
    const select = this.#root.querySelector(`select[name="${id}"]`);
    const file = choice?.files[select instanceof HTMLSelectElement ? select.selectedIndex : 0];
    if (!choice || !file) throw new Error("there is no such format");
    return { choice, file };
  }
}

/**
 * Saves or copies one file; says so in words.
 * @param {string} text
 * @param {{ choice: Choice, file: File_ }} chosen
 * @param {(file: File_) => Promise<string>} write
 * @param {boolean} isCopied
 */
async function one(text, { choice, file }, write, isCopied) {
  const written = await write(file);
  if (isCopied) {
    await navigator.clipboard.writeText(written);
    return `Copied: ${choice.label}${file.label ? `, ${file.label}` : ""}.`;
  }
  const name = fileName(text, file);
  save(name, new Blob([contents(file, written)], { type: file.type }));
  return `Saved as ${name}.`;
}

/**
 * @param {string} text
 * @param {(file: File_) => Promise<string>} write
 */
async function zip(text, write) {
  const { strToU8, zipSync } = await import("../vendor/fflate.js");
  /** @type {Record<string, Uint8Array>} */
  const files = {};
  for (const file of FILES) files[fileName(text, file)] = strToU8(contents(file, await write(file)));
  const name = `${stem(text)}.zip`;
  save(name, new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (zipSync(files))], { type: "application/zip" }));
  return `Saved as ${name}: ${FILES.length} files.`;
}

/**
 * @param {string} name
 * @param {Blob} blob
 */
function save(name, blob) {
  const link = part("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}

/** @param {Choice} choice */
function row({ id, label, use, files }) {
  const root = part("li", {});
  const words = part("div", { className: "export-words" });
  words.append(part("h3", { textContent: label }), part("p", { className: "hint", textContent: use }));
  const buttons = part("div", { className: "export-buttons" });
  if (files.length > 1) {
    const select = part("select", { name: id, ariaLabel: `${label}: which list` });
    select.append(...files.map(({ label: name = "", format }) => part("option", { value: format, textContent: name })));
    words.append(select);
  }
  const download = command("download", id, "Download");
  download.ariaLabel = `Download ${label}`;
  const copy = command("copy", id, "Copy");
  copy.ariaLabel = `Copy ${label}`;
  buttons.append(download, copy);
  root.append(words, buttons);
  return root;
}

/**
 * @param {string} does
 * @param {string} choice
 * @param {string} textContent
 */
function command(does, choice, textContent) {
  const button = part("button", { type: "button", className: "button", textContent });
  button.dataset.does = does;
  button.dataset.choice = choice;
  return button;
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function part(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
