// The shortcuts: what each does, where nothing of it happens, and how it is told.
import assert from "node:assert/strict";
import { calls, focused, isHeld, journey, outcome, paste, phone, release, reservation, result, sends } from "./journeys.js";
import { done, lost } from "./outcomes.js";
import { ID, seen } from "./look-ups.js";

const OTHER = "RES1000000001";
const TYPED = "900 10 203";
const held = { kind: "hold", milliseconds: 60_000 };
const offer = (page) => page.getByRole("button", { name: `Use ${TYPED}, typed for ${ID}` });
const progress = (page, words) => page.locator("#progress").getByText(words).waitFor();
const asMac = (page) => page.evaluate(() => Object.defineProperty(navigator, "platform", { value: "MacIntel" }));

async function typeIn(page) {
  await paste(reservation(page), ID);
  await phone(page).fill(TYPED);
}

async function isEmpty(page) {
  assert.equal(await focused(page), "reservation");
  const held = await page.evaluate(() => ["reservation", "phone-number", "email-address"].map((id) => document.getElementById(id).value).join(""));
  assert.equal(held, "");
  assert.deepEqual(await page.evaluate(() => [document.querySelector("#sms").checked, document.querySelector("#email").checked]), [true, false]);
  assert.equal(await page.locator("#card:not([hidden])").count(), 0);
  assert.equal((await result(page).textContent()).trim(), "");
}

for (const [kind, answer] of /** @type {const} */ ([["sent", null], ["not-sent", done({})], ["unknown", lost]])) {
  journey(`Ctrl+N begins with the next customer, and nothing is left of the one before: ${kind}`, { answers: [answer], lookUps: { [ID]: seen({}) } }, async (page) => {
    await typeIn(page);
    await phone(page).press("Enter");
    await outcome(page, kind);
    await page.keyboard.press("Control+n");
    await isEmpty(page);
    await paste(reservation(page), OTHER);
    await page.waitForTimeout(400);
    assert.equal(await offer(page).count(), 0, "it was dealt with");
    assert.equal((await sends(page)).length, 1);
  });
}

journey("the key of Next customer is told where its button is, in the language and on the system in use", {}, async (page) => {
  await typeIn(page);
  await phone(page).press("Enter");
  const told = (name) => page.getByRole("button", { name, exact: true }).evaluate((button) => [button.getAttribute("aria-keyshortcuts"), button.title]);
  assert.deepEqual(await told("Next customer"), ["Control+N", "Shortcut: Ctrl+N"]);
  await asMac(page);
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await page.locator("#language").selectOption("nb");
  await page.getByRole("heading", { name: "Innstillinger" }).waitFor();
  await page.getByRole("button", { name: "Send lenke", exact: true }).click();
  assert.deepEqual(await told("Neste kunde"), ["Meta+N", "Hurtigtast: ⌘N"]);
});

journey("Ctrl+N takes the problems away", { answers: [{ kind: "mend", problems: [{ field: "phone-number", code: "phone-missing" }, { field: "reservation", code: "reservation-missing" }] }] }, async (page) => {
  await page.locator("#send").click();
  await page.locator("#problems:focus").waitFor();
  await page.keyboard.press("Control+n");
  await isEmpty(page);
  assert.equal(await page.locator("#problems").isVisible(), false);
  assert.equal(await phone(page).getAttribute("aria-invalid"), null);
});

journey("Ctrl+N keeps what was typed for somebody, and offers it to the next one", { lookUps: { [ID]: seen({}), [OTHER]: seen({ id: OTHER, customer: "Lina Berg" }) } }, async (page) => {
  await typeIn(page);
  await page.keyboard.press("Control+n");
  await isEmpty(page);
  await paste(reservation(page), OTHER);
  await offer(page).waitFor();
  assert.equal(await phone(page).inputValue(), "+47 41 23 45 67");
});

journey("also what was to be mended", { answers: [{ kind: "mend", problems: [{ field: "phone-number", code: "phone-too-short" }] }], lookUps: { [ID]: seen({}) } }, async (page) => {
  await typeIn(page);
  await phone(page).press("Enter");
  await page.locator("#phone-number[aria-invalid]").waitFor();
  await page.keyboard.press("Control+n");
  await paste(reservation(page), OTHER);
  await offer(page).waitFor();
});

journey("Ctrl+N says that a send is under way, and leaves it alone", { sendTakes: "held" }, async (page) => {
  await typeIn(page);
  await phone(page).press("Enter");
  await isHeld(page, "resend_reservation");
  await page.keyboard.press("Control+n");
  await progress(page, "Not yet. Wait for the result.");
  assert.equal(await reservation(page).inputValue(), ID);
  await release(page, "resend_reservation");
  await outcome(page, "sent");
});

journey("likewise in the time to stop it", { answers: [held] }, async (page) => {
  await typeIn(page);
  await phone(page).press("Enter");
  await page.getByRole("button", { name: "Stop (Esc)" }).waitFor();
  await page.keyboard.press("Control+n");
  await progress(page, "Not yet");
  assert.deepEqual([await reservation(page).inputValue(), await page.getByRole("button", { name: "Stop (Esc)" }).count()], [ID, 1]);
});

journey("likewise while Enter waits for the look-up", { lookUps: { [ID]: seen({}, "held") } }, async (page) => {
  await typeIn(page);
  await phone(page).press("Enter");
  await progress(page, "Looking it up…");
  await page.keyboard.press("Control+n");
  await progress(page, "Not yet");
  assert.equal(await reservation(page).inputValue(), ID);
});

journey("no shortcut answers a question, or looks past it", { answers: [{ kind: "ask", about: { kind: "earlier-unknown" } }] }, async (page) => {
  await typeIn(page);
  await phone(page).press("Enter");
  await page.locator("#question[open]").waitFor();
  await page.keyboard.press("Control+n");
  assert.equal(await page.locator("#question[open]").count(), 1);
  assert.equal(await reservation(page).inputValue(), ID);
});

journey("with Alt or AltGr it is a letter, and so it is with the other system's key", {}, async (page) => {
  await typeIn(page);
  for (const how of [{ altKey: true, ctrlKey: true }, { metaKey: true }, { ctrlKey: true, isComposing: true }, {}]) await pressN(page, how);
  assert.equal(await reservation(page).inputValue(), ID);
  await asMac(page);
  await pressN(page, { ctrlKey: true });
  assert.equal(await reservation(page).inputValue(), ID);
  await pressN(page, { metaKey: true });
  await isEmpty(page);
});

journey("before there is a form, it does nothing", { startup: { first_start: true } }, async (page) => {
  await page.keyboard.press("Control+n");
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Choose your language");
  assert.deepEqual(await calls(page, "read_reservation"), []);
});

const pressN = (page, how) =>
  page.evaluate((init) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "n", code: "KeyN", bubbles: true, cancelable: true, ...init })), how);
