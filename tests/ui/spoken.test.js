// What is spoken, when, and how often: the way to the button that sends, what came of a send, and what comes by itself.
import assert from "node:assert/strict";
import { heard } from "./heard.js";
import { journey, reservation, result } from "./journeys.js";
import { ID, seen } from "./look-ups.js";
import { done, lost } from "./outcomes.js";
import { row, rows, update } from "./waiting-rows.js";

const stored = { lookUps: { [ID]: seen() } };
const focus = (page) => page.evaluate(() => document.activeElement.id);
const announced = (page, words) => page.locator("#announcer").getByText(words).waitFor({ state: "attached" });
/** Whether a region speaks of what comes into it. */
const speaks = (page, selector) => page.locator(selector).evaluate((region) => region.getAttribute("aria-live") !== "off");

async function look(page) {
  await reservation(page).fill(ID);
  await page.getByRole("button", { name: "Send payment link to +47 41 23 45 67" }).waitFor();
}

async function send(page, outcome) {
  await look(page);
  await page.keyboard.press("Enter");
  await page.locator(`#result[data-outcome=${outcome}]`).waitFor();
}

journey("three stops lie between the reservation and the button that sends, where the contact is stored", stored, async (page) => {
  await look(page);
  const stops = [];
  while (stops.at(-1) !== "send" && stops.length < 9) {
    await page.keyboard.press("Tab");
    stops.push(await focus(page));
  }
  assert.deepEqual(stops, ["sms", "email", "phone-number", "send"]);
});

for (const [outcome, answers, region] of [["sent", [], "#result-status"], ["not-sent", [done()], "#result-alert"], ["unknown", [lost], "#result-alert"]]) {
  journey(`what came of a send is spoken once, as what has the focus: ${outcome}`, { ...stored, answers }, async (page) => {
    assert.equal(await speaks(page, region), true);
    await send(page, outcome);
    assert.notEqual(await heard(page), "");
    assert.equal(await speaks(page, region), false);
  });
}

journey("what was found out is spoken once, too", { ...stored, answers: [lost] }, async (page) => {
  await send(page, "unknown");
  await page.getByRole("button", { name: "Check whether it was sent" }).click();
  await page.getByText("Not registered as sent yet").waitFor();
  assert.match(await heard(page), /^Not registered as sent yet .*Ask the customer before you send again/);
  assert.equal(await speaks(page, "#finding"), false);
});

journey("what comes while somebody types the next one takes no focus, and so is spoken by itself", { ...stored, answers: [done()], sendTakes: 500 }, async (page) => {
  await look(page);
  await page.keyboard.press("Enter");
  await reservation(page).fill("RES3633019930");
  await page.locator("#result[data-outcome=not-sent]").waitFor();
  assert.equal(await focus(page), "reservation");
  assert.equal(await speaks(page, "#result-alert"), true);
});

journey("after a question the box is not spoken of once more, before what came of it", { ...stored, answers: [{ kind: "ask", about: { kind: "earlier-unknown" } }, done()] }, async (page) => {
  await look(page);
  await page.keyboard.press("Enter");
  await page.getByRole("alertdialog").waitFor();
  await page.evaluate(() => {
    window.__FOCUSED__ = [];
    addEventListener("focusin", ({ target }) => window.__FOCUSED__.push(target.id || target.className));
  });
  await page.getByRole("alertdialog").getByRole("button", { name: "Send again anyway" }).press("Enter");
  await result(page).getByRole("alert").getByText("No such reservation").waitFor();
  assert.deepEqual(await page.evaluate(() => window.__FOCUSED__), ["question-go", "result-told"]);
});

journey("a question that is answered with no leads to the button that would send", { ...stored, answers: [{ kind: "ask", about: { kind: "earlier-unknown" } }] }, async (page) => {
  await look(page);
  await page.keyboard.press("Enter");
  await page.getByRole("alertdialog").waitFor();
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.id === "send");
});

journey("how many are waiting is spoken once they are read, and once for each search", { waiting: [update({ rows: [row(20011, "Kari Nordmann", "opened"), ...rows.slice(1)] })] }, async (page) => {
  await page.getByRole("button", { name: "Waiting for payment", exact: true }).click();
  await announced(page, /^7 are waiting · /);
  assert.equal(await speaks(page, "#waiting-status"), false, "how far it is would be spoken of all the while");
  await page.keyboard.press("Tab");
  assert.match(await heard(page), /Search.*7 are waiting · /, "and where nobody hears it by itself, at the first stop");
  await page.keyboard.type("Kari");
  await announced(page, /^1 is waiting · /);
});
