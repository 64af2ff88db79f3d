// What must not exist for a moment, since a screen reader may be told of it: an empty line of a list, something empty in a
// live region, and words there that WebKitGTK would tell nobody of.

/** Runs in the page, before anything of it. What was seen is in `__EMPTY__`. */
export function watchForNothing() {
  window.__EMPTY__ = [];
  const LIVE = '[role="status"], [role="alert"], [aria-live]';
  const isEmpty = (element) => element.textContent.trim() === "" && !element.querySelector("svg, img, input, select, textarea");
  const told = (element) => element.outerHTML.slice(0, 200);

  new MutationObserver(() => {
    for (const item of document.querySelectorAll("li")) if (isEmpty(item)) window.__EMPTY__.push(`an empty line: ${told(item)}`);
    for (const region of document.querySelectorAll(LIVE)) {
      for (const child of region.childNodes) {
        if (child instanceof Element && isEmpty(child) && child.tagName.toLowerCase() !== "svg") window.__EMPTY__.push(`empty in a live region: ${told(region)}`);
        if (child instanceof Text && child.data.trim() !== "") window.__EMPTY__.push(`bare text in a live region: ${told(region)}`);
      }
    }
  }).observe(document, { childList: true, subtree: true, characterData: true });
}
