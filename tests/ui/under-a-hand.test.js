// What comes late changes nothing that a hand is on: boxes, ticks, buttons, the form itself, the focus.
import assert from "node:assert/strict";
import { answerLookUp, calls, focused, hold, isHeld, journey, outcome, paste, phone, release, reservation, result, sends } from "./journeys.js";
import { done, lost } from "./outcomes.js";
import { ID, notFound, seen } from "./look-ups.js";

const OTHER = "RES1000000001";
const LATE = "held";
const stored = "+47 41 23 45 67";
const byEmail = { by_sms: false, by_email: true, email_to: { full: "kari.nordmann@example.com", masked: "k•••@example.com" } };

const card = (page) => page.locator("#card:not([hidden])");
const ticks = (page) => page.evaluate(() => [document.querySelector("#sms").checked, document.querySelector("#email").checked]);

journey("what is typed while the look-up answers is exactly what is typed", { lookUps: { [ID]: seen({}, LATE) } }, async (page) => {
  await paste(reservation(page), ID);
  await phone(page).focus();
  await page.keyboard.type("9123", { delay: 50 });
  await answerLookUp(page);
  await page.keyboard.type("4567", { delay: 50 });
  await card(page).waitFor();
  assert.equal(await phone(page).inputValue(), "91234567");
});

journey("what is filled into the box that has the focus is taken over whole by the first key", { lookUps: { [ID]: seen({}, LATE) } }, async (page) => {
  await paste(reservation(page), ID);
  for (let tabs = 0; tabs < 3; tabs += 1) await page.keyboard.press("Tab");
  await answerLookUp(page);
  await card(page).waitFor();
  assert.equal(await phone(page).inputValue(), stored);
  await page.keyboard.type("9");
  assert.equal(await phone(page).inputValue(), "9");
});

journey("and without a key, Enter sends to what is stored", { lookUps: { [ID]: seen({}, LATE) } }, async (page) => {
  await paste(reservation(page), ID);
  for (let tabs = 0; tabs < 3; tabs += 1) await page.keyboard.press("Tab");
  await answerLookUp(page);
  await card(page).waitFor();
  await page.keyboard.press("Enter");
  await outcome(page, "sent");
  assert.deepEqual((await sends(page)).map(({ phone_number }) => phone_number), [stored]);
});

journey("nothing is filled into a box in which something is being composed", { lookUps: { [ID]: seen({}, LATE) } }, async (page) => {
  await paste(reservation(page), ID);
  await phone(page).evaluate((box) => {
    box.focus();
    box.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
  });
  await answerLookUp(page);
  await card(page).waitFor();
  assert.equal(await phone(page).inputValue(), "");
});

for (const [name, id] of [["SMS", "sms"], ["Email", "email"]]) {
  journey(`no tick changes while the focus is on ${name}`, { lookUps: { [ID]: seen(byEmail, LATE) } }, async (page) => {
    await paste(reservation(page), ID);
    await page.locator(`#${id}`).focus();
    await answerLookUp(page);
    await card(page).waitFor();
    assert.deepEqual(await ticks(page), [true, false]);
    await page.keyboard.press("Space");
    assert.deepEqual(await ticks(page), id === "sms" ? [false, false] : [true, true]);
  });
}

journey("a box that has the focus is not hidden by what comes late", { lookUps: { [ID]: seen(byEmail, LATE) } }, async (page) => {
  await paste(reservation(page), ID);
  await phone(page).focus();
  await answerLookUp(page);
  await card(page).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "phone-number");
  assert.deepEqual(await ticks(page), [true, false]);
});

journey("nothing comes between a finger that goes down and the click", { lookUps: { [ID]: seen(byEmail, LATE) } }, async (page) => {
  await paste(reservation(page), ID);
  const tick = await page.locator("label:has(#email)").boundingBox();
  await page.mouse.move(tick.x + tick.width / 2, tick.y + tick.height / 2);
  await page.mouse.down();
  await answerLookUp(page);
  await page.waitForTimeout(300);
  assert.equal(await card(page).count(), 0);
  await page.mouse.up();
  await card(page).waitFor();
  assert.deepEqual(await ticks(page), [true, true], "it was ticked by the finger, and then left alone");
});

journey("nor between the space bar going down and up", { lookUps: { [ID]: seen(byEmail, LATE) } }, async (page) => {
  await paste(reservation(page), ID);
  await page.locator("#email").focus();
  await page.keyboard.down("Space");
  await answerLookUp(page);
  await page.waitForTimeout(300);
  assert.equal(await card(page).count(), 0);
  await page.keyboard.up("Space");
  await card(page).waitFor();
  assert.deepEqual(await ticks(page), [true, true]);
});

journey("a press that never ends holds nothing up for ever", { lookUps: { [ID]: seen({}) } }, async (page) => {
  await page.mouse.move(5, 300);
  await page.mouse.down();
  await paste(reservation(page), ID);
  await card(page).waitFor();
});

journey("a click on Send that began before the answer sends to nobody who was not seen", { lookUps: { [ID]: seen({}, LATE) } }, async (page) => {
  await paste(reservation(page), ID);
  const send = await page.locator("#send").boundingBox();
  await page.mouse.move(send.x + 20, send.y + 20);
  await page.mouse.down();
  await answerLookUp(page);
  await page.waitForTimeout(300);
  await page.mouse.up();
  await page.locator("#progress").getByText("Check the recipient, then press Enter.").waitFor();
  assert.deepEqual(await sends(page), []);
});

const slow = { sendTakes: "held" };

async function send(page) {
  await paste(reservation(page), ID);
  await paste(phone(page), "412 34 567");
  await phone(page).press("Enter");
}

async function typeTheNext(page) {
  await isHeld(page, "resend_reservation");
  await reservation(page).focus();
  await reservation(page).press("Control+a");
  await page.keyboard.type("RES10000", { delay: 20 });
}

for (const [kind, answer] of /** @type {const} */ ([["sent", null], ["not-sent", done({})], ["unknown", lost]])) {
  journey(`a result that comes while the next one is typed leaves the form and the focus alone: ${kind}`, { ...slow, answers: [answer] }, async (page) => {
    await send(page);
    await typeTheNext(page);
    await release(page, "resend_reservation");
    await outcome(page, kind);
    assert.equal(await page.evaluate(() => document.activeElement.id), "reservation");
    await page.keyboard.type("00001");
    assert.equal(await reservation(page).inputValue(), OTHER);
    assert.equal(await page.getByRole("button", { name: "Next customer" }).count(), 0, "nothing that is typed is emptied");
    assert.match(await result(page).innerText(), /RES3633019929/);
  });
}

const found = { kind: "sent", at: { at: 1795352700000, text: "" } };

journey("what is found out while the next one is typed leaves the form and the focus alone", { answers: [lost], found, foundTakes: "held" }, async (page) => {
  await send(page);
  await page.getByRole("button", { name: "Check whether it was sent" }).click();
  await reservation(page).focus();
  await reservation(page).press("End");
  await page.keyboard.type(" and", { delay: 20 });
  await release(page, "find_out");
  await outcome(page, "sent");
  assert.equal(await page.evaluate(() => document.activeElement.id), "reservation");
  assert.equal(await reservation(page).inputValue(), `${ID} and`);
  assert.equal(await page.getByRole("button", { name: "Next customer" }).count(), 0);
});

journey("what is found out of the one before is not said beside the next", { answers: [lost], found, foundTakes: "held" }, async (page) => {
  await send(page);
  await page.getByRole("button", { name: "Check whether it was sent" }).click();
  await paste(reservation(page), OTHER);
  await release(page, "find_out");
  await page.waitForTimeout(300);
  assert.equal(await result(page).getAttribute("data-outcome"), null);
  assert.equal(await reservation(page).inputValue(), OTHER);
});

journey("what is found out does not take the focus from elsewhere", { answers: [lost], foundTakes: "held" }, async (page) => {
  await send(page);
  await page.getByRole("button", { name: "Check whether it was sent" }).click();
  await phone(page).focus();
  await release(page, "find_out");
  await page.getByText("Not registered as sent yet").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "phone-number");
});

for (const [kind, answer] of /** @type {const} */ ([["not-sent", done({})], ["unknown", lost]])) {
  journey(`a result does not stay beside the next reservation: ${kind}`, { answers: [answer] }, async (page) => {
    await send(page);
    await outcome(page, kind);
    await paste(reservation(page), ` res ${ID.slice(3)} `);
    await page.waitForTimeout(400);
    assert.equal(await result(page).getAttribute("data-outcome"), kind, "it is the same number");
    await paste(reservation(page), `${ID}0`);
    await page.waitForFunction(() => !("outcome" in document.querySelector("#result").dataset));
    assert.equal((await result(page).innerText()).trim(), "");
  });
}

journey("Send again anyway sends the one that it stands beside, or nothing", { answers: [lost] }, async (page) => {
  await send(page);
  await page.getByRole("button", { name: "Check whether it was sent" }).click();
  const again = page.getByRole("button", { name: "Send again anyway" });
  await again.waitFor();
  // Not read yet: the button still stands there.
  await hold(page, "read_reservation");
  await paste(reservation(page), `${ID}0`);
  await isHeld(page, "read_reservation");
  await again.click();
  await release(page, "read_reservation");
  await page.locator("#progress").getByText("There is another number in the box now").waitFor();
  assert.equal((await calls(page, "resend_reservation")).length, 1);
});

journey("a warning that comes late leaves the focus where it is", { lookUps: { [ID]: { ...notFound(), takes: LATE } } }, async (page) => {
  await paste(reservation(page), ID);
  await phone(page).focus();
  await answerLookUp(page);
  await page.locator("#reservation-warning:not(:empty)").waitFor();
  assert.equal(await focused(page), "phone-number");
});
