// Counts the workers of a page: how many are there now, how many there were at most, how many were made.

(() => {
  const count = { live: 0, most: 0, made: 0 };
  /** @type {any} */ (window).workers = count;

  window.Worker = class extends Worker {
    #isLive = true;

    /** @param {string | URL} url @param {WorkerOptions} [options] */
    constructor(url, options) {
      super(url, options);
      count.made += 1;
      count.live += 1;
      count.most = Math.max(count.most, count.live);
    }

    terminate() {
      if (this.#isLive) count.live -= 1;
      this.#isLive = false;
      super.terminate();
    }
  };
})();
