/**
 * A line at the bottom that says what was changed and takes it back.
 *
 * It stays until the next change or until it is closed: nobody is hurried.
 */
export class Toast {
  #root;
  #words = document.createElement("p");
  #undo = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: "Undo" });
  /** @type {() => void} */
  #takeBack = () => {};

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#words.role = "status";
    const close = Object.assign(document.createElement("button"), { type: "button", className: "toast-close", textContent: "×", ariaLabel: "Close" });
    root.append(this.#words, this.#undo, close);
    close.addEventListener("click", () => this.hide());
    this.#undo.addEventListener("click", () => {
      this.hide();
      this.#takeBack();
    });
  }

  /**
   * @param {string} words
   * @param {() => void} [takeBack]
   */
  show(words, takeBack) {
    this.#root.hidden = false;
    this.#words.textContent = words;
    this.#undo.hidden = takeBack === undefined;
    this.#takeBack = takeBack ?? (() => {});
  }

  hide() {
    this.#root.hidden = true;
  }

  focus() {
    this.#undo.focus({ preventScroll: true });
  }
}
