// What is heard of the element that has the focus, as the browser computes it for screen readers.

/**
 * Name and description of what has the focus, after those of the question that it lies in.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string>}
 */
export async function heard(page) {
  const question = await told(page, `document.activeElement.closest("dialog:modal") ?? document.body`);
  const own = await told(page, "document.activeElement");
  return [question, own].join(" ").replace(/\s+/g, " ").trim();
}

/** @param {import("playwright-core").Page} page @param {string} element an expression */
async function told(page, element) {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send("Runtime.evaluate", { expression: element });
  const { nodes } = await session.send("Accessibility.getPartialAXTree", { objectId: result.objectId, fetchRelatives: false });
  await session.detach();
  const [node] = nodes;
  // A description that holds the name is read in its place.
  const [name, description] = [node?.name, node?.description].map((said) => (said?.value ?? "").replace(/\s+/g, " "));
  return description.startsWith(name) ? description : `${name} ${description}`;
}
