/**
 * The elements of index.html by their ids, each of the type that its user counts on.
 *
 *     const field = part("text", HTMLTextAreaElement);
 *
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function part(id, type) {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`index.html has no ${type.name} #${id}`);
  return element;
}

/** The browser's own store, where it lets us have it. */
export function storage() {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
