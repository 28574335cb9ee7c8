/**
 * The page without a network: has it kept on the device, says when the network is gone, offers a newer version.
 *
 * Without service workers, or where one cannot be registered, the page works as before and nothing is said. It
 * disables nothing: an analysis needs no network. It does not reload by itself.
 */

const OFFLINE = "Offline: everything works";
/** Not all is on the device yet: what was not opened before cannot be had. */
const OFFLINE_AT_FIRST = "Offline: what is loaded works";

export class Offline {
  #chip = Object.assign(document.createElement("p"), { className: "chip", id: "offline", role: "status" });
  #newer = Object.assign(document.createElement("p"), { className: "newer", id: "newer", role: "status" });

  /** @param {HTMLElement} masthead */
  constructor(masthead) {
    masthead.append(this.#chip, this.#newer);
    addEventListener("online", () => this.#showNetwork());
    addEventListener("offline", () => this.#showNetwork());
    this.#showNetwork();
  }

  /** To be called when the core has started: a page that cannot work is not worth keeping. */
  async keep() {
    const container = navigator.serviceWorker; // undefined where there are none, and on pages without TLS
    if (!container) return;
    try {
      const registration = await container.register("service-worker.js", { updateViaCache: "none" });
      this.#watch(container, registration);
    } catch {
      // Private windows and policies of the browser: then it is not kept.
    }
  }

  #showNetwork() {
    const words = navigator.serviceWorker?.controller ? OFFLINE : OFFLINE_AT_FIRST;
    this.#chip.textContent = navigator.onLine ? "" : words;
  }

  /**
   * @param {ServiceWorkerContainer} container
   * @param {ServiceWorkerRegistration} registration
   */
  #watch(container, registration) {
    container.addEventListener("controllerchange", () => this.#showNetwork());
    const offer = () => {
      // The first one of all is no newer version.
      if (registration.waiting && container.controller) this.#offer(container, registration.waiting);
    };
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
    offer();
  }

  /**
   * The line is seen only beside an empty box (offline.css): a reload would lose a text.
   * @param {ServiceWorkerContainer} container
   * @param {ServiceWorker} waiting
   */
  #offer(container, waiting) {
    const reload = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: "Reload" });
    reload.addEventListener("click", () => {
      container.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting.postMessage("take over");
    });
    this.#newer.replaceChildren("New version: ", reload);
  }
}
