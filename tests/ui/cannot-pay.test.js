// "The customer can't pay": beside what was sent, closed and of no height; open it says what to say of each thing that may be in the way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CANNOT_PAY, CUSTOMER_LANGUAGES, cannotPayWords } from "../../ui/desk/customer-words.js";
import { openPage } from "./browser.js";
import { journey } from "./journeys.js";
import { done } from "./outcomes.js";
import { STATES } from "./states.js";

const { walk } = STATES["sent"];
const opener = (page) => page.getByRole("button", { name: "The customer can't pay" });
const opened = (page) => page.getByRole("group", { name: "The customer can't pay" });

journey("each reason has its words, in the language of the sentence for the customer", {}, async (page) => {
  await walk(page);
  assert.equal(await opened(page).count(), 0);
  await opener(page).press("Enter");
  for (const why of ["A foreign card is stopped", "“Order id already used”", "“3-D Secure failed”"]) await opened(page).getByRole("heading", { name: why }).waitFor();
  assert.match(await opened(page).innerText(), /Ring banken/);
  assert.equal(await opener(page).getAttribute("aria-expanded"), "true");

  await page.locator("#customer-language").selectOption("de");
  assert.match(await opened(page).innerText(), /rufen Sie Ihre Bank an/);
  assert.deepEqual(await opened(page).locator("blockquote").evaluateAll((all) => all.map((quote) => quote.lang)), ["de", "de", "de"]);

  await opener(page).press("Space");
  assert.equal(await opened(page).count(), 0);
  assert.equal(await opener(page).getAttribute("aria-expanded"), "false");
});

journey("it is closed again for the next customer", {}, async (page) => {
  await walk(page);
  await opener(page).click();
  await page.getByRole("button", { name: "Next customer" }).click();
  await page.waitForFunction(() => document.querySelector("#cannot-pay").hidden && document.querySelector("#cannot-pay-opener").childElementCount === 0);
  await walk(page);
  await opener(page).waitFor();
  assert.equal(await opened(page).count(), 0);
});

journey("nobody is told why they cannot pay by a link that did not leave", { answers: [done({ reason: "no-contact" })] }, async (page) => {
  await walk(page);
  assert.equal(await opener(page).count(), 0);
});

test("closed it takes no room, in either language", async () => {
  for (const language of ["en", "nb"]) {
    const { page, close } = await openPage({ settings: { language } });
    await walk(page);
    const height = () => page.locator("#result").evaluate((result) => result.getBoundingClientRect().height);
    const withIt = await height();
    await page.locator("#cannot-pay-opener").evaluate((place) => place.remove());
    assert.equal(withIt, await height(), language);
    await close();
  }
});

test("every language says something else of each reason, and nothing of it is left to be filled in", () => {
  for (const { code } of CUSTOMER_LANGUAGES) {
    const said = CANNOT_PAY.map((why) => cannotPayWords(code, why));
    assert.equal(new Set(said).size, CANNOT_PAY.length, code);
    for (const text of said) assert.match(text, /^[^{}]+\.$/, code);
    assert.match(said[0], /Front Payment/, code);
  }
});
