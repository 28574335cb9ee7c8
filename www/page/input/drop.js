/**
 * Files that are dropped anywhere on the page, with a veil that shows that they may be.
 *
 * Text that is dragged is left to the browser: it belongs where it is let go. A file that the browser would open
 * in place of the page is always caught.
 */
export class DropTarget {
  #veil;
  #isOpen;
  /** Elements that the pointer has entered and not left. */
  #depth = 0;

  /**
   * @param {HTMLElement} veil
   * @param {{ onFiles: (files: File[]) => void, isOpen: () => boolean }} listener `isOpen`: whether files are taken now.
   */
  constructor(veil, { onFiles, isOpen }) {
    this.#veil = veil;
    this.#isOpen = isOpen;
    document.addEventListener("dragenter", (event) => this.#count(event, 1));
    document.addEventListener("dragleave", (event) => this.#count(event, -1));
    document.addEventListener("dragover", (event) => {
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = this.#isOpen() ? "copy" : "none";
    });
    document.addEventListener("drop", (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      this.#show(0);
      if (this.#isOpen()) onFiles([...(event.dataTransfer?.files ?? [])]);
    });
  }

  /**
   * @param {DragEvent} event
   * @param {number} step
   */
  #count(event, step) {
    if (hasFiles(event)) this.#show(this.#depth + step);
  }

  /** @param {number} depth */
  #show(depth) {
    this.#depth = Math.max(0, depth);
    this.#veil.hidden = this.#depth === 0 || !this.#isOpen();
  }
}

/** @param {DragEvent} event */
function hasFiles({ dataTransfer }) {
  return dataTransfer?.types.includes("Files") ?? false;
}
