// Looking first: the card, what it fills in, and what it never touches.
import assert from "node:assert/strict";
import { answerLookUp, calls, isHeld, journey, paste as pasteInto, phone, release, reservation } from "./journeys.js";
import { at, event, everything, ID, notFound, nothing, seen, unseen } from "./look-ups.js";

const OTHER = "RES1000000001";

const lookedUp = async (page) => (await calls(page, "look_up")).map(({ text }) => text);
const address = (page) => page.getByRole("textbox", { name: "Email address" });
const sms = (page) => page.getByRole("checkbox", { name: "SMS" });
const email = (page) => page.getByRole("checkbox", { name: "Email" });
const card = (page) => page.getByRole("region", { name: "Reservation details" });
const sent = (page) => page.waitForFunction(() => document.querySelector("#result").dataset.outcome === "sent");
const moment = (page) => page.waitForTimeout(500);

const paste = (page, text) => pasteInto(reservation(page), text);

const lina = { id: OTHER, customer: "Lina Berg", sms_to: { full: "+47 90 00 00 01", masked: "+47 90 •• •• 01" } };
const both = { email_to: { full: "kari.nordmann@example.com", masked: "k•••@example.com" }, by_email: true };

journey("paste, Enter: two actions from a number to a result", { lookUps: { [ID]: seen({}) } }, async (page) => {
  await paste(page, `Ref. ${ID}, Kari Nordmann`);
  await page.getByRole("button", { name: "Send payment link to +47 41 23 45 67" }).waitFor();
  assert.match(await card(page).innerText(), /Kari Nordmann\s+kr\s1,250\.00\s+Not paid/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "reservation");
  await page.keyboard.press("Enter");
  await sent(page);
  const [{ request }] = await calls(page, "resend_reservation");
  assert.deepEqual(request, {
    reservation: `Ref. ${ID}, Kari Nordmann`, sms: true, email: false, phone_number: "+47 41 23 45 67", email_address: "", typed_for: ID, answered: [], held: false, environment: "production",
  });
  assert.equal(await card(page).isVisible(), false);
  await page.getByRole("button", { name: "Next customer" }).click();
  assert.equal(await card(page).isVisible(), false);
  assert.equal(await phone(page).inputValue(), "");
  assert.deepEqual(await lookedUp(page), [`Ref. ${ID}, Kari Nordmann`]);
});

journey("the channels are those that it was sent by at first", { lookUps: { [ID]: seen({ ...both, by_sms: false }) } }, async (page) => {
  await paste(page, ID);
  await page.getByRole("button", { name: "Send payment link to kari.nordmann@example.com" }).waitFor();
  assert.deepEqual([await sms(page).isChecked(), await email(page).isChecked()], [false, true]);
});

journey("a channel with nobody to send to is not chosen", { lookUps: { [ID]: seen({ ...both, sms_to: null }) } }, async (page) => {
  await paste(page, ID);
  await card(page).waitFor();
  assert.deepEqual([await sms(page).isChecked(), await email(page).isChecked()], [false, true]);
});

journey("a field that was touched keeps what it holds, and so do the ticks", { lookUps: { [ID]: seen(both, "held") } }, async (page) => {
  await paste(page, ID);
  await phone(page).fill("900 00 000");
  await answerLookUp(page);
  await card(page).waitFor();
  assert.equal(await phone(page).inputValue(), "900 00 000");
  assert.deepEqual([await sms(page).isChecked(), await email(page).isChecked()], [true, false]);
  await email(page).check();
  assert.equal(await address(page).inputValue(), "kari.nordmann@example.com");
  await email(page).uncheck();
  await phone(page).press("Enter");
  await sent(page);
  const [{ request }] = await calls(page, "resend_reservation");
  assert.deepEqual([request.phone_number, request.sms, request.email], ["900 00 000", true, false]);
});

journey("a tick that was touched stays, and the contact is filled in", { lookUps: { [ID]: seen({ by_sms: false, ...both }) } }, async (page) => {
  await email(page).check();
  await email(page).uncheck();
  await paste(page, ID);
  await card(page).waitFor();
  assert.deepEqual([await sms(page).isChecked(), await email(page).isChecked()], [true, false]);
  assert.equal(await phone(page).inputValue(), "+47 41 23 45 67");
});

journey("an emptied form is nobody's: the next reservation fills it in", { lookUps: { [ID]: seen({}), [OTHER]: seen(lina) } }, async (page) => {
  await paste(page, ID);
  await card(page).waitFor();
  await phone(page).fill("900 00 000");
  await reservation(page).fill("");
  assert.equal(await phone(page).inputValue(), "900 00 000");
  await phone(page).fill("");
  await paste(page, OTHER);
  await card(page).getByText("Lina Berg").waitFor();
  assert.equal(await phone(page).inputValue(), "+47 90 00 00 01");
});

journey("what is pasted, and what a card fills in, is read without a pause", { lookUps: { [ID]: seen(both) } }, async (page) => {
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await paste(page, ID);
  const button = page.locator("#send");
  // Longer than any of the steps takes, and shorter than a pause in typing.
  for (let passed = 0; passed < 100 && (await button.textContent()) === "Send payment link"; passed += 2) await page.clock.runFor(2);
  assert.equal(await button.textContent(), "Send payment link to +47 41 23 45 67 and kari.nordmann@example.com");
});

journey("another number takes the card and its contact back at once", { lookUps: { [ID]: seen(both), [OTHER]: seen(lina, "held") } }, async (page) => {
  await paste(page, ID);
  await card(page).waitFor();
  assert.equal(await email(page).isChecked(), true);
  await paste(page, OTHER);
  assert.equal(await card(page).isVisible(), false);
  assert.equal(await phone(page).inputValue(), "");
  assert.equal(await email(page).isChecked(), false);
});

journey("an answer that comes too late is dropped", { lookUps: { [ID]: seen({}, "held"), [OTHER]: seen(lina) } }, async (page) => {
  await paste(page, ID);
  await isHeld(page, "look_up");
  await paste(page, OTHER);
  await card(page).getByText("Lina Berg").waitFor();
  await answerLookUp(page);
  await moment(page);
  assert.match(await card(page).innerText(), /Lina Berg/);
  assert.equal(await phone(page).inputValue(), "+47 90 00 00 01");
});

journey("one question for each number, and none for half of one typed", { lookUps: { [ID]: seen({}) } }, async (page) => {
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await reservation(page).pressSequentially(ID);
  await page.clock.runFor(1000);
  await page.clock.resume();
  await card(page).waitFor();
  await reservation(page).pressSequentially(" for Kari", { delay: 20 });
  await reservation(page).fill(`http://localhost/pay/${ID}`);
  await moment(page);
  assert.deepEqual(await lookedUp(page), [ID]);
  assert.equal(await card(page).isVisible(), true);
  await reservation(page).fill(`${ID}0`);
  assert.equal(await card(page).isVisible(), false);
});

journey("no number, no question", {}, async (page) => {
  for (const text of ["Kari", "SUB1649249709", "  "]) {
    await paste(page, text);
    await moment(page);
  }
  assert.deepEqual(await lookedUp(page), []);
});

journey("a short wait is quiet, a longer one says what it is for", { lookUps: { [ID]: seen({}, "held"), [OTHER]: seen(lina) } }, async (page) => {
  await page.evaluate(() => {
    window.__SAID__ = [];
    const note = document.querySelector("#card-note");
    new MutationObserver(() => note.textContent && window.__SAID__.push(note.textContent)).observe(note, { childList: true });
  });
  await paste(page, OTHER);
  await card(page).waitFor();
  assert.deepEqual(await page.evaluate(() => window.__SAID__), []);
  await paste(page, ID);
  await page.getByText("Looking it up…").waitFor();
  await answerLookUp(page);
  await card(page).waitFor();
  assert.equal(await page.getByText("Looking it up…").isVisible(), false);
});

journey("what was found is said in a sentence without name or number", { lookUps: { [ID]: seen({}) } }, async (page) => {
  await paste(page, ID);
  await page.getByRole("status").getByText("Reservation found: kr 1,250.00, not paid, contact filled in.").waitFor({ state: "attached" });
});

const unknownNumber = { lookUps: { [ID]: notFound() }, settings: { environment: "practice" }, answers: [{ kind: "ask", about: { kind: "not-found" } }, null] };

journey("a number that is not known warns, and asks before it is sent", unknownNumber, async (page) => {
  await paste(page, ID);
  await page.locator("#reservation-warning").getByText(`The practice service does not know ${ID}. Check the number.`).waitFor();
  await phone(page).fill("412 34 567");
  await phone(page).press("Enter");
  const question = page.getByRole("alertdialog", { name: "Is the number right?" });
  await question.getByText(`The practice service does not know ${ID}.`).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Don't send");
  await page.getByRole("button", { name: "Send it anyway" }).click();
  await sent(page);
  assert.deepEqual((await calls(page, "resend_reservation")).map(({ request }) => request.answered), [[], ["not-found"]]);
});

journey("what could not be looked up is sent unseen", { lookUps: { [ID]: unseen("connection-broken") } }, async (page) => {
  await paste(page, ID);
  await page.locator("#card-note").getByText("The app couldn't look up the number. The connection broke. You can still send the link, but you won't see whose it is.").waitFor();
  await phone(page).fill("412 34 567");
  await phone(page).press("Enter");
  await sent(page);
});

journey("a look-up that is lost stands in nobody's way", { lookUps: { [ID]: { answer: "reject" } } }, async (page) => {
  await paste(page, ID);
  await page.locator("#card-note").getByText("The app couldn't look up the number. You can still send the link").waitFor();
  await phone(page).fill("412 34 567");
  await phone(page).press("Enter");
  await sent(page);
});

journey("what is found during a send waits: the form stays as it was sent", { lookUps: { [OTHER]: seen({ ...lina, ...both }) }, sendTakes: "held", answers: [{ kind: "busy" }] }, async (page) => {
  await paste(page, ID);
  await phone(page).fill("900 00 000");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#send").getAttribute("aria-disabled") === "true");
  await paste(page, OTHER);
  await card(page).waitFor();
  assert.deepEqual([await phone(page).inputValue(), await email(page).isChecked()], ["", false]);
  await release(page, "resend_reservation");
  await page.waitForFunction(() => document.querySelector("#send").getAttribute("aria-disabled") === "false");
  assert.deepEqual([await phone(page).inputValue(), await email(page).isChecked()], ["+47 90 00 00 01", true]);
  assert.equal((await calls(page, "resend_reservation")).length, 1);
});

journey("saving a token in Settings looks again", { lookUps: { [ID]: unseen("token-missing") } }, async (page) => {
  await paste(page, ID);
  await page.locator("#card-note").getByText("There is no access token yet. The link can't be sent right now either.").waitFor();
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Close" }).click();
  await page.waitForFunction(() => window.__CALLS__.filter(({ command }) => command === "look_up").length === 2);
});

journey("another environment looks again, and keeps no contact of the last", { lookUps: { [ID]: seen({}) } }, async (page) => {
  await paste(page, ID);
  await card(page).waitFor();
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("radio", { name: "Demo" }).check();
  await page.waitForFunction(() => window.__CALLS__.filter(({ command }) => command === "look_up").length === 2);
});

journey("another language says the card again", { lookUps: { [ID]: seen({}) } }, async (page) => {
  await paste(page, ID);
  await card(page).waitFor();
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByLabel("Language").selectOption("nb");
  await page.getByRole("button", { name: "Lukk" }).click();
  await page.getByRole("region", { name: "Om reservasjonen" }).getByText("Ikke betalt").waitFor();
  assert.equal((await lookedUp(page)).length, 1);
});

journey("a contact that stands in the form leaves the card, and its reading says whose it is", { lookUps: { [ID]: seen(both) } }, async (page) => {
  await paste(page, ID);
  await card(page).waitFor();
  await page.locator("#phone-number-reading").getByText("Norway · mobile · same as at Front Payment").waitFor();
  await page.locator("#email-address-reading").getByText("same as at Front Payment").waitFor();
  assert.doesNotMatch(await card(page).innerText(), /•/);
  assert.equal(await card(page).getByRole("button").count(), 0);
  await phone(page).fill("900 00 000");
  await page.locator("#phone-number-reading").getByText("different at Front Payment (+47 41 •• •• 67)").waitFor();
  await phone(page).fill("412 34 567");
  await page.locator("#phone-number-reading").getByText("same as at Front Payment").waitFor();
  assert.doesNotMatch(await card(page).innerText(), /•/);
});

journey("a contact that was typed in another form is in the form, too", { lookUps: { [ID]: seen({}) } }, async (page) => {
  await phone(page).fill("412 34 567");
  await paste(page, ID);
  await page.locator("#phone-number-reading").getByText("same as at Front Payment").waitFor();
  assert.doesNotMatch(await card(page).innerText(), /•/);
});

journey("a part of the number is not the number", { lookUps: { [ID]: seen({}) } }, async (page) => {
  await phone(page).fill("23 45 67");
  await paste(page, ID);
  await card(page).getByText("+47 41 •• •• 67").waitFor();
});

journey("another reservation compares with nothing of the last", { lookUps: { [ID]: seen({}), [OTHER]: seen({ ...lina, sms_to: null }) } }, async (page) => {
  await phone(page).fill("900 00 000");
  await paste(page, ID);
  await page.locator("#phone-number-reading").getByText("different at Front Payment").waitFor();
  await paste(page, OTHER);
  await card(page).getByText("Lina Berg").waitFor();
  assert.doesNotMatch(await page.locator("#phone-number-reading").innerText(), /Front Payment/);
});

journey("contacts that are not in the form are masked until they are asked for", { lookUps: { [ID]: seen({}) } }, async (page) => {
  await phone(page).fill("900 00 000");
  await paste(page, ID);
  const show = card(page).getByRole("button", { name: "Show the full number" });
  await show.waitFor();
  assert.equal(await show.getAttribute("aria-expanded"), "false");
  assert.equal((await card(page).innerText()).includes("41 23 45 67"), false);
  await show.click();
  const hide = card(page).getByRole("button", { name: "Hide most of the number", expanded: true });
  await card(page).getByText("+47 41 23 45 67").waitFor();
  assert.equal(await hide.evaluate((button) => button === document.activeElement), true);
});

journey("the last two events stand in a line, and all of them on demand", { lookUps: { [ID]: seen({ ...everything, id: ID }) } }, async (page) => {
  await paste(page, ID);
  const lines = card(page).getByRole("listitem");
  await card(page).getByText(/^May have been sent .+ at \d\d:\d\d · Other event/).waitFor();
  assert.equal(await lines.count(), 0);
  await card(page).getByRole("button", { name: "Show all (9)" }).click();
  assert.equal(await lines.count(), 9);
  const texts = await lines.allInnerTexts();
  assert.match(texts[0], /^May have been sent .* by SMS to \+47 41 •• •• 67 · from this computer$/);
  assert.match(texts[1], /^Other event \(payment_link\.bounced_hard/);
  assert.match(texts[2], /^Link last sent .* by email to b•••@selskapslokaler\.example\.com · from this computer$/);
  assert.equal(texts[3], "Amount reserved yesterday-ish");
  assert.match(texts[8], /^Link sent /);
  await card(page).getByText("“partially_captured”").waitFor();
  await card(page).getByText("Pay by 2026-13-45").waitFor();
});

const broken = {
  "nothing but a number": nothing,
  "a time beyond all calendars": { due: { at: 9e18, text: "never" }, events: [event("sent", { when: { at: -9e18, text: "" } })] },
  "fields that are not there": { customer: undefined, amount: undefined, status: undefined, due: undefined, sms_to: undefined, email_to: undefined, events: undefined },
  "a status that nobody knows": { status: "half-paid" },
  "empty texts": { customer: "", status: { other: "" }, due: { at: null, text: "" }, sms_to: { full: "", masked: "" }, events: [event({ other: "" }, { when: at(0), to: "" })] },
};
for (const [what, more] of Object.entries(broken)) {
  journey(`a card with ${what} breaks nothing`, { lookUps: { [ID]: seen(more) } }, async (page) => {
    await paste(page, ID);
    await card(page).waitFor();
    assert.doesNotMatch(await card(page).innerText(), /null|undefined|NaN|Invalid/);
    await phone(page).fill("412 34 567");
    await phone(page).press("Enter");
    await sent(page);
  });
}

journey("an example fills in for itself, and another number takes it back", { settings: { environment: "practice" }, lookUps: { [OTHER]: seen({ ...lina, ...both }), [ID]: seen({}) } }, async (page) => {
  await page.getByRole("button", { name: /RES1000000001/ }).click();
  await card(page).waitFor();
  assert.equal(await phone(page).inputValue(), "412 34 567");
  assert.equal(await email(page).isChecked(), false);
  await paste(page, ID);
  await card(page).getByText("Kari Nordmann").waitFor();
  assert.equal(await phone(page).inputValue(), "+47 41 23 45 67");
});
