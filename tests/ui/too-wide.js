// What does not fit: for the states in both languages, and in one whose words are longer than any.

/**
 * What reaches past the right edge, or hides part of itself, at a size of text.
 * @param {import("playwright-core").Page} page @param {100 | 200} [size]
 */
export async function tooWide(page, size = 100) {
  return page.evaluate(async (percent) => {
    // As the keys for larger text do it.
    document.documentElement.dataset.textSize = percent === 200 ? "5" : "0";
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const wide = [];
    if (document.documentElement.scrollWidth > innerWidth) wide.push("the page");
    for (const element of document.querySelectorAll("body *")) {
      if (element.closest(".visually-hidden") || !element.checkVisibility()) continue;
      const { right, width } = element.getBoundingClientRect();
      if (width > 0 && right > innerWidth + 1) wide.push(`${element.tagName} ${element.id || element.className}`);
      const scrolls = element.scrollWidth > element.clientWidth + 1 && !/^(INPUT|SELECT|SVG|PATH)$/i.test(element.tagName);
      if (scrolls && getComputedStyle(element).display !== "inline") wide.push(`inside ${element.tagName} ${element.id || element.className}`);
    }
    delete document.documentElement.dataset.textSize;
    return wide;
  }, size);
}

/** What hides a part of its words below, where nothing can be scrolled. @param {import("playwright-core").Page} page */
export function cutOff(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((element) => !element.closest(".visually-hidden, svg") && element.checkVisibility() && element.textContent.trim() !== "")
      .filter((element) => /hidden|clip/.test(getComputedStyle(element).overflowY) && element.scrollHeight > element.clientHeight + 1)
      .map((element) => `${element.tagName} ${element.id || element.className} is cut off`),
  );
}
