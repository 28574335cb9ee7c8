/**
 * What the pointer does over an article: rests on marked words, presses them, leaves them.
 *
 *     const pointer = new Pointer({ onMove, onRest, onPress, onAway, onEscape });
 *     pointer.watch(article); pointer.stop();
 *
 * Its listeners are passive and stop nothing: links go where they lead, words are selected as always. It knows signs
 * of the text, no marks.
 */

/** The pointer rests when it has not moved on for so long. In milliseconds. */
const RESTING = 350;

/** What is pressed for its own sake. */
const ACTIVE = "a[href], button, input, select, textarea, label, summary, [contenteditable], [role=button], [onclick]";

/**
 * @typedef {{ onMove: (point: PointerEvent) => void, onRest: (point: PointerEvent) => void, onPress: (point: MouseEvent) => void, onAway: (target: EventTarget | undefined) => void, onEscape: () => void }} Listener
 * `onAway`: something else was pressed. All in the window's coordinates.
 */

export class Pointer {
  #listener;
  /** @type {AbortController | undefined} */
  #watching;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;

  /** @param {Listener} listener */
  constructor(listener) {
    this.#listener = listener;
  }

  /** @param {Element} article */
  watch(article) {
    if (this.#watching) return;
    this.#watching = new AbortController();
    const settings = { signal: this.#watching.signal, passive: true };
    const on = (/** @type {EventTarget} */ target, /** @type {string} */ name, /** @type {(event: any) => void} */ act) => target.addEventListener(name, act, settings);
    on(article, "pointermove", (event) => this.#move(event));
    on(article, "pointerleave", () => clearTimeout(this.#resting));
    on(article, "click", (event) => this.#press(event));
    on(document, "pointerdown", (event) => this.#listener.onAway(event.composedPath()[0]));
    on(document, "keydown", ({ key }) => key === "Escape" && this.#listener.onEscape());
    on(document, "scroll", () => clearTimeout(this.#resting));
  }

  stop() {
    clearTimeout(this.#resting);
    this.#watching?.abort();
    this.#watching = undefined;
  }

  /** @param {PointerEvent} event */
  #move(event) {
    clearTimeout(this.#resting);
    if (event.pointerType !== "mouse" || event.buttons !== 0) return;
    this.#listener.onMove(event);
    this.#resting = setTimeout(() => this.#listener.onRest(event), RESTING);
  }

  /** @param {MouseEvent} event */
  #press(event) {
    const [target] = event.composedPath();
    const isSelecting = getSelection()?.isCollapsed === false;
    if (event.button !== 0 || isSelecting || (target instanceof Element && target.closest(ACTIVE))) return;
    this.#listener.onPress(event);
  }
}
