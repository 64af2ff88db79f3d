// The time in which a send can still be stopped: what stops it, and what leaves when it has run out.
import assert from "node:assert/strict";
import { entries } from "./history-entries.js";
import { calls, isHeld, journey, outcome, paste, phone, release, reservation, send } from "./journeys.js";
import { longHold } from "./outcomes.js";
import { ID, seen } from "./look-ups.js";

const hold = { kind: "hold", milliseconds: 600 };

journey("a send that nobody stops leaves when its time has run out", { answers: [longHold, null] }, async (page) => {
  await page.clock.install();
  await send(page);
  await page.locator("#announcer").getByText("Sending in 60 seconds. Press Escape to stop.").waitFor({ state: "attached" });
  await page.clock.runFor(60_000);
  await outcome(page, "sent");
  assert.deepEqual((await calls(page, "resend_reservation")).map(({ request }) => request.held), [false, true]);
  assert.equal(await page.locator("#hold").isVisible(), false);
});

for (const [how, stop] of /** @type {const} */ ([
  ["Escape", (page) => page.keyboard.press("Escape")],
  ["the button", (page) => page.getByRole("button", { name: "Stop (Esc)" }).click()],
  ["typing on", (page) => page.keyboard.type("8")],
])) {
  journey(`${how} stops a send that has not left`, { answers: [longHold] }, async (page) => {
    await send(page);
    await page.getByText("Sending in 60 seconds").first().waitFor();
    await stop(page);
    await page.getByText("Nothing was sent.").waitFor();
    assert.equal((await calls(page, "resend_reservation")).length, 1);
    assert.equal(await page.locator("#hold").isVisible(), false);
    await phone(page).press("Enter");
    await page.getByRole("button", { name: "Stop (Esc)" }).waitFor();
  });
}

const OTHER = "RES1000000001";
const lina = { id: OTHER, customer: "Lina Berg", sms_to: { full: "+47 90 00 00 01", masked: "+47 90 •• •• 01" } };
const offered = (page) => page.getByRole("button", { name: `Use 412 34 567, typed for ${ID}` });

/** For the next one, with what was typed for another one offered beneath. */
async function sendBeside(page) {
  await paste(reservation(page), ID);
  await phone(page).fill("412 34 567");
  await paste(reservation(page), OTHER);
  await offered(page).waitFor();
  await page.locator("#card").getByText("Lina Berg").waitFor();
  await reservation(page).press("Enter");
  await page.getByText("Sending in 60 seconds").first().waitFor();
}

journey("a press that puts another contact in the form stops a send that has not left", { answers: [longHold, null], lookUps: { [OTHER]: seen(lina) } }, async (page) => {
  await sendBeside(page);
  await offered(page).click();
  await page.getByText("Nothing was sent.").waitFor();
  assert.deepEqual([await phone(page).inputValue(), await page.evaluate(() => document.activeElement.id)], ["412 34 567", "phone-number"]);
  assert.equal((await calls(page, "resend_reservation")).length, 1);
});

journey("so does an example", { answers: [longHold, null], settings: { environment: "practice" } }, async (page) => {
  await send(page);
  await page.getByText("Sending in 60 seconds").first().waitFor();
  await page.getByRole("button", { name: /RES1000000002/ }).click();
  await page.getByText("Nothing was sent.").waitFor();
  assert.equal(await reservation(page).inputValue(), "RES1000000002");
  assert.equal((await calls(page, "resend_reservation")).length, 1);
});

journey("whatever has changed the form, only what stands in it leaves when the time has run out", { answers: [longHold, null] }, async (page) => {
  await page.clock.install();
  await send(page);
  await page.getByText("Sending in 60 seconds").first().waitFor();
  await phone(page).evaluate((box) => (box.value = "900 10 203"));
  await page.clock.runFor(60_000);
  await page.getByText("Nothing was sent.").waitFor();
  assert.equal((await calls(page, "resend_reservation")).length, 1);
});

journey("who types on in the time to stop a send types on in that box", { answers: [longHold] }, async (page) => {
  await send(page);
  await page.getByText("Sending in 60 seconds").first().waitFor();
  await phone(page).fill("");
  await page.getByText("Nothing was sent.").waitFor();
  await page.keyboard.type("90010203");
  assert.equal(await phone(page).inputValue(), "90010203");
});

for (const [what, answer] of Object.entries({ "no time to stop it begins": longHold, "nothing is asked": { kind: "ask", about: { kind: "earlier-unknown" } } })) {
  journey(`for a send whose form has become another's, ${what}`, { answers: [answer, null], sendTakes: "held" }, async (page) => {
    await send(page);
    await isHeld(page, "resend_reservation");
    await paste(reservation(page), OTHER);
    await release(page, "resend_reservation");
    await page.getByText("Nothing was sent.").waitFor();
    assert.deepEqual([await page.locator("#hold").isVisible(), await page.locator("#question").isVisible()], [false, false]);
    assert.equal(await page.evaluate(() => document.activeElement.id), "reservation");
    assert.equal((await calls(page, "resend_reservation")).length, 1);
  });
}

journey("the time to stop a send does not begin where nobody sees it", { answers: [longHold, null], sendTakes: "held" }, async (page) => {
  await send(page);
  await page.getByRole("button", { name: "Settings" }).click();
  await release(page, "resend_reservation");
  await page.getByText("Nothing was sent.").waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByText("Nothing was sent.").waitFor();
  assert.equal(await page.locator("#hold").isVisible(), false);
});

journey("what covers the countdown stops the send", { answers: [longHold] }, async (page) => {
  await send(page);
  await page.getByText("Sending in 60 seconds").first().waitFor();
  await page.getByRole("button", { name: "Settings" }).click();
  await page.waitForFunction(() => document.querySelector("#hold").hidden);
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByText("Nothing was sent.").waitFor();
  assert.equal((await calls(page, "resend_reservation")).length, 1);
});

journey("a send that Rust finds too late is told as not sent, and is not held anew", { answers: [hold, { kind: "too-late" }, longHold] }, async (page) => {
  await send(page);
  await page.getByText("Nothing was sent. The computer was asleep or busy when the time ran out. Press “Send payment link” once more.").waitFor();
  assert.equal((await calls(page, "resend_reservation")).length, 2);
  assert.equal(await page.locator("#hold").isVisible(), false);
  await phone(page).press("Enter");
  await page.getByRole("button", { name: "Stop (Esc)" }).waitFor();
  assert.equal((await calls(page, "resend_reservation"))[2].request.held, false, "a decision of its own");
});

journey("a hold that begins anew unasked is not waited for", { answers: [hold, longHold, null] }, async (page) => {
  await send(page);
  await page.getByText("Nothing was sent. The computer was asleep or busy").waitFor();
  assert.equal((await calls(page, "resend_reservation")).length, 2);
});

journey("what is left of a hold by Rust's clock is waited for", { answers: [hold, { kind: "hold", milliseconds: 20 }, null] }, async (page) => {
  await send(page);
  await outcome(page, "sent");
});

for (const [what, by] of /** @type {const} */ ([["slept", 3_600_000], ["has a clock that was set back", -3_600_000]])) {
  journey(`a computer that ${what} during the countdown sends nothing`, { answers: [longHold, null] }, async (page) => {
    await send(page);
    await page.getByText("Sending in 60 seconds").first().waitFor();
    await page.evaluate((jump) => {
      const now = Date.now;
      Date.now = () => now() + jump;
    }, by);
    await page.getByText("Nothing was sent. The computer was asleep or busy").waitFor();
    assert.equal((await calls(page, "resend_reservation")).length, 1);
    assert.equal(await page.locator("#hold").isVisible(), false);
  });
}

journey("a question that comes after the wait is followed by another wait", { answers: [hold, { kind: "ask", about: { kind: "earlier-unknown" } }, longHold] }, async (page) => {
  await send(page);
  await page.getByRole("button", { name: "Send again anyway" }).click();
  await page.getByText("Sending in 60 seconds").first().waitFor();
  assert.deepEqual((await calls(page, "resend_reservation")).map(({ request }) => request.held), [false, true, false]);
});
