/**
 * The card: what is known of the words under the pointer or the focus, beside them.
 *
 * It appears at once for the focus and after a moment for the pointer, stays while the pointer is on
 * it, and goes with Escape; one that was pressed for stays until it is closed. What it says is made in
 * card/facts.js, how that looks in card/draw.js, where it stands in card/place.js. Its last element is kept for
 * what the reader can say of a name (name-actions.js).
 *
 * @import { Mark } from "../element/view.js"
 * @import { Facts, Subject as Told } from "./card/facts.js"
 * @import { Name } from "./name-actions.js"
 * @import { Rule } from "./names-list.js"
 */

import { draw } from "./card/draw.js";
import { asText, facts } from "./card/facts.js";
import { place, uncover } from "./card/place.js";
import { nameActions, told } from "./name-actions.js";

/** Long enough not to flicker while the pointer crosses the text. */
const HOVER_DELAY = 300;

/** Long enough to cross the gap between words and card. */
const LEAVE_DELAY = 250;

/** How long a button says that it has copied. */
const COPIED = 2000;

/**
 * What a card tells of: a mark, all that is known of the text, and the name, where it is one.
 * @typedef {Told & { name?: Name | undefined }} Subject
 */

/**
 * `onTell`: what the reader says of a name; `onCorrect`: something is not right. `onGo`: to a mark, the card with it. `onChoose`: another of the marks
 * that lie there is told of. `onDate`: the publication date is to be set.
 * @typedef {{
 *   onTell: (subject: Subject, rule: Rule | null) => void, onCorrect: (subject: Subject) => void, onGo: (markId: string, from: "step" | "link") => void,
 *   onChoose: (mark: Mark) => void, onDate: () => void, isShown: (markId: string) => boolean,
 * }} Listener
 */

/** @typedef {"hover" | "focus" | "pin"} Hold What keeps it there. */

export class Card {
  #root;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Hold} */
  #hold = "hover";
  /** @type {HTMLElement | undefined} */
  #anchor;
  /** @type {Subject[]} All that lie there, the innermost first. */
  #subjects = [];
  #chosen = 0;
  /** @type {Facts | undefined} */
  #facts;
  #listener;

  /**
   * @param {HTMLElement} root
   * @param {Listener} listener
   */
  constructor(root, listener) {
    this.#root = root;
    this.#listener = listener;
    root.addEventListener("pointerenter", () => clearTimeout(this.#timer));
    root.addEventListener("pointerleave", () => this.leave());
    root.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (button) this.#press(button);
    });
    root.addEventListener("keydown", (event) => this.#steer(event));
    const again = () => this.shown && this.#place();
    addEventListener("scroll", again, { passive: true });
    addEventListener("resize", again);
  }

  /** To the first that can be done there; says whether there is something. */
  focus() {
    const action = this.#root.querySelector(".card-action") ?? this.#root.querySelector(".card-step, .card-copy");
    if (!(action instanceof HTMLElement) || !this.shown) return false;
    this.#hold = "pin";
    action.focus();
    return true;
  }

  /**
   * To the button that leads on in this direction, where the focus was before the step.
   * @param {string} step
   */
  focusStep(step) {
    const button = this.#root.querySelector(`[data-step="${step}"]`);
    if (button instanceof HTMLElement) button.focus();
  }

  /** The direction of the step that has the focus. */
  get step() {
    const active = document.activeElement;
    return active instanceof HTMLElement && this.#root.contains(active) ? active.dataset.step : undefined;
  }

  get hasFocus() {
    return this.#root.contains(document.activeElement);
  }

  get shown() {
    return this.#root.matches(":popover-open");
  }

  /**
   * Shown at once, until the focus leaves the words or, pinned, until it is closed.
   * @param {HTMLElement} anchor
   * @param {Subject[]} subjects The innermost first; there is one.
   * @param {"focus" | "pin"} hold
   */
  show(anchor, subjects, hold) {
    this.#hold = hold;
    this.#show(anchor, subjects);
    if (this.#anchor) uncover(this.#root, this.#anchor);
  }

  /**
   * Shown after a moment, until the pointer leaves; not in the place of one that is pinned.
   * @param {HTMLElement} anchor
   * @param {() => Subject[]} subjects
   */
  hover(anchor, subjects) {
    clearTimeout(this.#timer);
    if (this.shown && (anchor === this.#anchor || this.#hold === "pin" || this.hasFocus)) return;
    this.#timer = setTimeout(() => {
      this.#hold = "hover";
      this.#show(anchor, subjects());
    }, HOVER_DELAY);
  }

  leave() {
    clearTimeout(this.#timer);
    if (this.#hold === "hover" && !this.hasFocus) this.#timer = setTimeout(() => this.hide(), LEAVE_DELAY);
  }

  /** Keeps it where it is until it is closed. */
  pin() {
    this.#hold = "pin";
  }

  hide() {
    clearTimeout(this.#timer);
    this.#hold = "hover";
    this.#letGo();
    if (this.shown) this.#root.hidePopover();
  }

  #letGo() {
    this.#anchor?.classList.remove("anchor");
    this.#anchor?.removeAttribute("aria-describedby");
    this.#anchor = undefined;
  }

  /**
   * @param {HTMLElement} anchor
   * @param {Subject[]} subjects
   */
  #show(anchor, subjects) {
    clearTimeout(this.#timer);
    this.#letGo();
    this.#subjects = subjects;
    this.#chosen = 0;
    if (!this.#fill()) return this.hide();
    this.#anchor = anchor;
    anchor.classList.add("anchor");
    anchor.setAttribute("aria-describedby", "card-gist");
    if (!this.shown) this.#root.showPopover();
    this.#place();
  }

  /** What does not fit is scrolled, by keys as well. */
  #place() {
    if (!this.#anchor) return;
    place(this.#root, this.#anchor);
    const body = this.#root.querySelector(".card-body");
    if (body instanceof HTMLElement) body.tabIndex = body.scrollHeight > body.clientHeight + 1 ? 0 : -1;
  }

  /** Draws the chosen subject; says whether there was something to draw. */
  #fill() {
    const subject = this.#subjects[this.#chosen];
    const all = subject && facts(subject);
    if (!subject || !all) return false;
    const ids = all.steps.ids.filter((id) => id === subject.mark.id || this.#listener.isShown(id));
    this.#facts = { ...all, steps: { ...all.steps, ids } };
    const foot = Object.assign(document.createElement("footer"), { className: "card-foot" });
    foot.append(nameActions(subject.name));
    this.#root.replaceChildren(...draw(this.#facts, this.#subjects.map(({ mark }) => mark), subject.mark));
    this.#root.append(foot);
    return true;
  }

  /** @param {HTMLElement} button */
  #press(button) {
    const subject = this.#subjects[this.#chosen];
    const { go, step, act, mark } = button.dataset;
    if (button.matches(".card-close")) return this.#close();
    if (mark !== undefined) return this.#choose(mark);
    if (go !== undefined) return this.#listener.onGo(go, "link");
    if (step !== undefined) return this.#step(Number(step));
    if (act === "copy") return void this.#copy(button);
    if (act === "date") return this.#listener.onDate();
    if (subject && button.dataset.does === "correct") return this.#listener.onCorrect(subject);
    if (!subject?.name) return;
    const rule = told(button, subject.name);
    if (rule !== undefined) this.#listener.onTell(subject, rule);
  }

  /** The button goes with the card, so the focus goes back to the words. */
  #close() {
    const anchor = this.#anchor;
    const had = this.hasFocus;
    if (had && anchor) anchor.focus({ preventScroll: true });
    this.hide();
  }

  /** @param {string} markId */
  #choose(markId) {
    const had = this.hasFocus;
    this.#chosen = this.#subjects.findIndex(({ mark }) => mark.id === markId);
    const subject = this.#subjects[this.#chosen];
    if (!subject || !this.#fill()) return;
    this.#hold = "pin";
    this.#place();
    const button = this.#root.querySelector("[aria-pressed=true]");
    if (had && button instanceof HTMLElement) button.focus();
    this.#listener.onChoose(subject.mark);
  }

  /** @param {number} by */
  #step(by) {
    const ids = this.#facts?.steps.ids ?? [];
    const at = ids.indexOf(this.#subjects[this.#chosen]?.mark.id ?? "");
    const next = ids[(at + by + ids.length) % ids.length];
    if (next !== undefined) this.#listener.onGo(next, "step");
  }

  /** @param {HTMLElement} button */
  async #copy(button) {
    if (!this.#facts) return;
    const status = this.#root.querySelector("[role=status]");
    let outcome = "Copied";
    try {
      await navigator.clipboard.writeText(asText(this.#facts));
    } catch {
      outcome = "Not allowed";
    }
    button.textContent = outcome;
    if (status) status.textContent = outcome === "Copied" ? outcome : "The browser does not allow copying.";
    setTimeout(() => (button.textContent = "Copy"), COPIED);
  }

  /**
   * Left and right step, and choose among several in the switcher.
   * @param {KeyboardEvent} event
   */
  #steer(event) {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof HTMLElement)) return;
    if (event.target.matches(".card-one")) {
      const next = this.#subjects[(this.#chosen + by + this.#subjects.length) % this.#subjects.length];
      event.preventDefault();
      if (next) this.#choose(next.mark.id);
    } else if (event.target.matches(".card-step")) {
      event.preventDefault();
      this.focusStep(String(by));
      this.#step(by);
    }
  }
}
