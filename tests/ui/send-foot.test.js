// The send button, and what is said while a send is under way: in sight however long the form is, and over nothing that
// has the focus.
import assert from "node:assert/strict";
import { journey, phone, reservation } from "./journeys.js";
import { lost } from "./outcomes.js";
import { everything, ID, seen } from "./look-ups.js";

const longCard = { [ID]: seen(everything) };

async function fillInBoth(page) {
  await reservation(page).fill(ID);
  await page.locator("#card:not([hidden])").waitFor();
  await phone(page).fill("412 34 567");
  await page.locator("#email:checked").waitFor();
  await page.getByRole("button", { name: /^Show all/ }).click();
}

/** A choice is seen as its label, and clicked there. */
function whatLiesOver(element) {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return (element.closest("label") ?? element).contains(above) ? null : `${element.id}: ${above?.id || above?.className}`;
}

function isWithinTheWindow(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

const inSight = async (locator) => (await locator.evaluate(isWithinTheWindow)) && (await locator.evaluate(whatLiesOver)) === null;

journey("a form that is longer than the window has its button in sight", { lookUps: longCard }, async (page) => {
  await fillInBoth(page);
  assert.ok(await page.evaluate(() => document.querySelector("#send-form").getBoundingClientRect().height > innerHeight));
  assert.ok(await inSight(page.locator("#send")));
});

journey("so are the time to stop a send, and its button", { lookUps: longCard, answers: [{ kind: "hold", milliseconds: 60_000 }] }, async (page) => {
  await fillInBoth(page);
  await phone(page).press("Enter");
  const stop = page.getByRole("button", { name: "Stop (Esc)" });
  await stop.waitFor();
  assert.ok(await inSight(stop));
  assert.ok(await inSight(page.locator(".hold-left")));
});

journey("so is that it is being sent", { lookUps: longCard, sendTakes: "held" }, async (page) => {
  await fillInBoth(page);
  await phone(page).press("Enter");
  const words = page.getByText("Sending…");
  await words.waitFor();
  assert.ok(await inSight(words));
});

journey("under a result that says not to send, the button is where the form ends", { lookUps: longCard, answers: [lost] }, async (page) => {
  await fillInBoth(page);
  await phone(page).press("Enter");
  await page.locator("#result[data-outcome='unknown']").waitFor();
  assert.equal(await inSight(page.locator("#send")), false);
});

for (const [where, look, step] of /** @type {const} */ ([
  ["the window as it opens", {}, 0],
  ["a narrow one", { width: 320, height: 640 }, 0],
  ["the smallest", { width: 320, height: 400 }, 0],
  ["one with larger text", {}, 2],
  ["a narrow one with large text", { width: 320, height: 720 }, 3],
  ["one with the largest text", { width: 560, height: 720 }, 5],
])) {
  journey(
    `what has the focus lies under nothing, in ${where}`,
    { lookUps: longCard },
    async (page) => {
      for (let larger = 0; larger < step; larger += 1) await page.keyboard.press("Control++");
      await fillInBoth(page);
      const ways = /** @type {const} */ ([["email-address", "Shift+Tab", "open-history"], ["open-history", "Tab", "send"]]);
      for (const [from, key, to] of ways) {
        await page.locator(`#${from}`).focus();
        while ((await page.evaluate(() => document.activeElement.id)) !== to) {
          await page.keyboard.press(key);
          assert.equal(await page.locator(":focus").evaluate(whatLiesOver), null);
        }
      }
    },
    look,
  );
}
