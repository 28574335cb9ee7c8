/**
 * Where the map stands. The map and its shapes are fetched when this is first seen, and not before:
 * who never opens the places never waits for them.
 *
 * @import { Analysis } from "../analysis.js"
 * @import { View } from "../element/view.js"
 * @import { Listener, PlacesMap } from "./map.js"
 */

export class MapSlot {
  root = document.createElement("section");
  #listener;
  /** @type {PlacesMap | undefined} */
  #map;
  /** @type {[Analysis, View] | undefined} What the map does not show yet. */
  #waiting;
  #isSeen = false;

  /** @param {Listener} listener */
  constructor(listener) {
    this.#listener = listener;
    this.root.ariaLabel = "Map";
    this.root.className = "map-slot";
    const observer = new ResizeObserver(() => {
      if (this.root.clientWidth === 0) return;
      observer.disconnect();
      this.#isSeen = true;
      void this.#load();
    });
    observer.observe(this.root);
  }

  /**
   * @param {Analysis} analysis
   * @param {View} view
   */
  show(analysis, view) {
    this.#waiting = [analysis, view];
    if (this.#map) this.#update(this.#map);
    else if (this.#isSeen) void this.#load();
  }

  /** Marks the place of a row, where it is one. @param {string} row */
  highlight(row) {
    this.#map?.highlight(row);
  }

  async #load() {
    const loaded = await import("./map.js").catch(() => undefined);
    if (!loaded) {
      this.root.textContent = "The map could not be loaded. All places are in the table.";
      return;
    }
    this.#map ??= new loaded.PlacesMap(this.root, this.#listener);
    this.#update(this.#map);
  }

  /** @param {PlacesMap} map */
  #update(map) {
    if (this.#waiting) map.show(...this.#waiting);
    this.#waiting = undefined;
  }
}
