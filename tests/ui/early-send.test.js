// Enter before the number is read and looked up: it waits and says so, and nobody gets a link whom nobody saw.
import assert from "node:assert/strict";
import { answerLookUp, calls, journey, paste, phone, reservation, sends } from "./journeys.js";
import { ID, notFound, seen, unseen } from "./look-ups.js";

const LATE = "held";
const NOW = Date.UTC(2026, 10, 26, 12);
const stored = "+47 41 23 45 67";
const progress = (page) => page.locator("#progress");
const looking = (page) => progress(page).getByText("Looking it up…").waitFor();
const sent = (page) => page.waitForFunction(() => document.querySelector("#result").dataset.outcome === "sent");
const problems = (page) => page.locator("#problems").isVisible();

journey("Enter waits for the look-up, and stops where it filled in somebody whom nobody saw", { lookUps: { [ID]: seen({}, LATE) } }, async (page) => {
  await paste(reservation(page), ID);
  await page.keyboard.press("Enter");
  await looking(page);
  await page.keyboard.press("Enter");
  assert.equal(await problems(page), false);
  await answerLookUp(page);
  await progress(page).getByText("Check the recipient, then press Enter.").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "send");
  assert.equal(await phone(page).inputValue(), stored);
  assert.deepEqual([await problems(page), await sends(page)], [false, []]);
  await page.keyboard.press("Enter");
  await sent(page);
  assert.deepEqual((await sends(page)).map(({ phone_number }) => phone_number), [stored]);
});

journey("to a contact that was typed before, Enter sends once the look-up has answered", { lookUps: { [ID]: seen({}, LATE) } }, async (page) => {
  await paste(reservation(page), ID);
  await paste(phone(page), "900 00 000");
  await phone(page).press("Enter");
  await looking(page);
  await phone(page).press("Enter");
  assert.deepEqual(await sends(page), []);
  await answerLookUp(page);
  await sent(page);
  assert.deepEqual((await sends(page)).map(({ phone_number, typed_for }) => [phone_number, typed_for]), [["900 00 000", ID]]);
});

journey("typed first, and Enter at once", { lookUps: { [ID]: seen({}, LATE) } }, async (page) => {
  await phone(page).fill("900 00 000");
  await paste(reservation(page), ID);
  await page.keyboard.press("Enter");
  await answerLookUp(page);
  await sent(page);
  assert.deepEqual((await sends(page)).map(({ phone_number, typed_for }) => [phone_number, typed_for]), [["900 00 000", ID]]);
});

for (const [what, lookUp] of Object.entries({ "not found": { ...notFound(), takes: LATE }, unseen: unseen("no-answer", LATE), lost: { answer: "reject", takes: LATE } })) {
  journey(`a look-up that finds nothing holds no send up: ${what}`, { lookUps: { [ID]: lookUp } }, async (page) => {
    await paste(reservation(page), ID);
    await paste(phone(page), "900 00 000");
    await phone(page).press("Enter");
    await answerLookUp(page);
    await sent(page);
  });
}

journey("what is missing after the look-up is said as ever", { lookUps: { [ID]: seen({ sms_to: null, by_sms: false }, LATE) }, answers: [{ kind: "mend", problems: [{ field: "phone-number", code: "phone-missing" }] }] }, async (page) => {
  await paste(reservation(page), ID);
  await page.keyboard.press("Enter");
  await answerLookUp(page);
  await page.locator("#phone-number:focus").waitFor();
  await page.locator("#phone-number-problem").getByText("Enter a phone number").waitFor();
});

for (const [how, act] of /** @type {const} */ ([
  ["Escape", (page) => page.keyboard.press("Escape")],
  ["typing", (page) => page.keyboard.type("9")],
])) {
  journey(`${how} lets an Enter go that waits`, { lookUps: { [ID]: seen({}, LATE) } }, async (page) => {
    await paste(reservation(page), ID);
    await phone(page).fill("900 00 00");
    await page.keyboard.press("Enter");
    await looking(page);
    await act(page);
    await progress(page).getByText("Nothing was sent.").waitFor();
    await answerLookUp(page);
    await page.locator("#card:not([hidden])").waitFor();
    await page.waitForTimeout(300);
    assert.deepEqual(await sends(page), []);
  });
}

for (const [minutes, lookUps] of [[9, 1], [11, 2]]) {
  journey(`before a send, what was looked up ${minutes} minutes ago was looked up ${lookUps === 1 ? "lately" : "long ago, and is looked up again"}`, { lookUps: { [ID]: seen({}) } }, async (page) => {
    await page.clock.setFixedTime(NOW);
    await paste(reservation(page), ID);
    await page.locator("#card:not([hidden])").waitFor();
    await phone(page).focus();
    // The clock on the wall: a computer that slept comes back to an old card, too.
    await page.clock.setFixedTime(NOW + minutes * 60_000);
    await page.keyboard.press("Enter");
    await sent(page);
    const order = await page.evaluate(() => window.__CALLS__.map(({ command }) => command).filter((command) => /look_up|resend/.test(command)));
    assert.deepEqual(order, [...Array(lookUps).fill("look_up"), "resend_reservation"]);
  });
}

const moved = seen({ sms_to: { full: "+47 90 01 02 03", masked: "+47 90 •• •• 03" } });
journey("another contact that the second look-up fills in is shown, and not sent to", { lookUps: { [ID]: seen({}) }, lookUpsAgain: { [ID]: moved } }, async (page) => {
  await page.clock.setFixedTime(NOW);
  await paste(reservation(page), ID);
  await page.locator("#card:not([hidden])").waitFor();
  await page.clock.setFixedTime(NOW + 11 * 60_000);
  await page.keyboard.press("Enter");
  await progress(page).getByText("Check the recipient, then press Enter.").waitFor();
  assert.deepEqual([await phone(page).inputValue(), await sends(page)], ["+47 90 01 02 03", []]);
});

journey("an Enter that waits does not send behind another place", { lookUps: { [ID]: seen({}, LATE) } }, async (page) => {
  await paste(reservation(page), ID);
  await phone(page).fill("900 00 000");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Settings" }).click();
  await answerLookUp(page);
  await page.locator("#card:not([hidden])").waitFor({ state: "attached" });
  await page.waitForTimeout(300);
  assert.deepEqual(await sends(page), []);
});

journey("below nine digits a look-up waits for a longer pause, or until the box is left", {}, async (page) => {
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await reservation(page).pressSequentially("RES36330");
  await page.clock.runFor(800);
  assert.deepEqual(await calls(page, "look_up"), []);
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => window.__CALLS__.some(({ command }) => command === "look_up"));
  assert.deepEqual(await calls(page, "look_up"), [{ environment: "production", text: "RES36330" }]);
});

journey("or for Enter", { lookUps: { RES36330: notFound("RES36330") } }, async (page) => {
  await phone(page).fill("900 00 000");
  await reservation(page).pressSequentially("RES36330", { delay: 30 });
  await page.keyboard.press("Enter");
  await sent(page);
  const order = await page.evaluate(() => window.__CALLS__.map(({ command }) => command).filter((command) => /look_up|resend/.test(command)));
  assert.deepEqual(order, ["look_up", "resend_reservation"]);
});

journey("typed slowly, no digit but the last ones is a look-up", {}, async (page) => {
  await reservation(page).pressSequentially("RES36330199", { delay: 300 });
  await page.keyboard.insertText("29");
  await page.waitForFunction(() => window.__CALLS__.some(({ command }) => command === "look_up"));
  assert.deepEqual(await calls(page, "look_up"), [{ environment: "production", text: ID }]);
});

journey("a short number that is pasted is looked up at once", {}, async (page) => {
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await paste(reservation(page), "RES36330");
  // Less than the pause in which somebody may type on.
  for (let passed = 0; passed < 240 && (await calls(page, "look_up")).length === 0; passed += 2) await page.clock.runFor(2);
  assert.deepEqual(await calls(page, "look_up"), [{ environment: "production", text: "RES36330" }]);
});
