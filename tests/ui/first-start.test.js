// The first start as it looks: each choice with the sign of the environment that it leads to.
import assert from "node:assert/strict";
import { journey } from "./journeys.js";

const FIRST = { startup: { first_start: true, language_given: true } };
const shape = (place) => place.locator("path").evaluateAll((paths) => paths.map((path) => path.getAttribute("d")));

for (const scheme of /** @type {const} */ (["light", "dark"])) {
  journey(`each way to begin wears the sign that its environment has later (${scheme})`, FIRST, async (page) => {
    const ways = page.locator(".choice-button");
    const signs = ways.locator(".sign svg");
    const boxes = await signs.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ x, width, height }) => [x, width, height]));
    assert.deepEqual(boxes, [[45, 24, 24], [45, 24, 24]], "at the left of each, one beneath the other");
    const words = await ways.locator("strong").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
    assert.deepEqual(words, [85, 85]);

    const practice = await shape(signs.first());
    const worn = await signs.first().evaluate((sign) => getComputedStyle(sign).color);
    await ways.first().click();
    await page.locator("#send").waitFor();
    assert.deepEqual(await shape(page.locator("#band-icon")), practice);
    assert.equal(await page.locator("#send").evaluate((button) => getComputedStyle(button).borderTopColor), worn, "the colour of the button that sends");
  }, { scheme });
}

journey("a sign adds nothing to what a choice is called", FIRST, async (page) => {
  await page.getByRole("button", { name: "Try it in practice mode Made-up reservations. Nothing is sent, and there is nothing to set up.", exact: true }).waitFor();
  await page.getByRole("button", { name: /^Connect to Front Payment/ }).click();
  assert.deepEqual(await page.locator(".card .sign").evaluateAll((all) => all.map((one) => one.dataset.environment)), ["production", "demo"]);
  await page.getByRole("radio", { name: "Demo", exact: true }).check();
  await page.getByRole("textbox", { name: "Access token" }).waitFor();
});

journey("the first step begins where the eye is, and leaves no word alone on a line", FIRST, async (page) => {
  const { y } = await page.locator(".first-head").boundingBox();
  assert.ok(y > 110 && y < 150, `${y}`);
  assert.equal(await page.locator(".choice-button .hint").first().evaluate((hint) => getComputedStyle(hint).textWrapStyle), "pretty");
}, { width: 560, height: 760 });
