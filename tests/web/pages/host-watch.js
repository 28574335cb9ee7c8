// Notes what happens to a host page from its first moment: what its policy forbids, what moves without the reader's
// doing, what the element tells, and what becomes of the article's own markup. A classic script, so that it is first.

/** @type {any} */ (window).seen = { violations: [], shifts: 0, changes: 0, markup: [], told: [], prevented: 0 };

(() => {
  const { seen } = /** @type {any} */ (window);

  /** The markup of everything that is the host's own. */
  const markup = () => [...document.querySelectorAll("[data-host]")].map((part) => part.innerHTML).join("\n");
  seen.note = () => seen.markup.push(markup());

  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => seen.violations.push(`${effectiveDirective} ${blockedURI}`));

  try {
    new PerformanceObserver((list) => {
      for (const { hadRecentInput, value } of /** @type {any[]} */ (list.getEntries())) if (!hadRecentInput) seen.shifts += value;
    }).observe({ type: "layout-shift", buffered: true });
  } catch {
    // this browser does not measure it
  }

  for (const name of ["ready", "progress", "result", "select", "error"]) {
    document.addEventListener(`article-analyzer-${name}`, (event) => {
      const { code, message } = /** @type {CustomEvent} */ (event).detail ?? {};
      seen.told.push({ name, code, message });
      seen.note();
    });
  }

  document.addEventListener("click", (event) => void (seen.prevented += event.defaultPrevented ? 1 : 0));

  // When everything is parsed and no module has run yet.
  document.addEventListener("readystatechange", () => {
    if (document.readyState !== "interactive") return;
    seen.note();
    const watch = new MutationObserver((records) => (seen.changes += records.length));
    for (const part of document.querySelectorAll("[data-host]")) {
      watch.observe(part, { subtree: true, childList: true, attributes: true, characterData: true });
    }
  });
})();
