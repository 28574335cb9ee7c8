/**
 * Long work in steps: a generator that yields where others may work in between, run through at once or slowly.
 *
 *     finish(describing(text, analysis))                 // at once, as if it were a function
 *     await slowly(describing(text, analysis), {})       // never long at a time: input and drawing go between
 *
 * It knows nothing of what is done in the steps.
 */

/** Milliseconds at a time: less than two frames, so that nobody feels it. */
const AT_A_TIME = 24;

/** Things between two looks at the clock. */
const STEP = 100;

/**
 * @template Result
 * @param {Generator<unknown, Result>} steps
 * @returns {Result}
 */
export function finish(steps) {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Rejects with the signal's reason when it is not wanted any more. `onStep` hears what a step yields, if it is something.
 * @template Step, Result
 * @param {Generator<Step, Result>} steps
 * @param {{ signal?: AbortSignal, onStep?: (value: NonNullable<Step>) => void }} settings
 * @returns {Promise<Result>}
 */
export async function slowly(steps, { signal, onStep }) {
  signal?.throwIfAborted();
  let end = performance.now() + AT_A_TIME;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (value !== undefined && value !== null) onStep?.(value);
    if (performance.now() < end) continue;
    await pause();
    signal?.throwIfAborted();
    end = performance.now() + AT_A_TIME;
  }
}

/**
 * `items.map(make)` in steps.
 * @template Item, Made
 * @param {Item[]} items
 * @param {(item: Item, index: number) => Made} make
 * @returns {Generator<undefined, Made[]>}
 */
export function* mapped(items, make) {
  /** @type {Made[]} */
  const all = [];
  for (const [index, item] of items.entries()) {
    all.push(make(item, index));
    if (index % STEP === STEP - 1) yield;
  }
  return all;
}

/** @type {(() => Promise<void>) | undefined} */
const yielding = /** @type {any} */ (globalThis).scheduler?.yield?.bind(/** @type {any} */ (globalThis).scheduler);

/** @returns {Promise<void>} */
const pause = () => yielding?.() ?? new Promise((done) => setTimeout(done));
