// A contact that was filled in is typed over at once, by the first click or key; one that was typed keeps its caret.
import assert from "node:assert/strict";
import { journey, paste, phone, reservation, sends } from "./journeys.js";
import { ID, seen } from "./look-ups.js";

const STORED = "+47 41 23 45 67";
const ADDRESS = "kari.nordmann@example.com";
const stored = { lookUps: { [ID]: seen({ by_email: true, email_to: { full: ADDRESS, masked: "k•••@example.com" } }) } };
const email = (page) => page.getByRole("textbox", { name: "Email address" });
const selected = (box) => box.evaluate((input) => input.value.slice(input.selectionStart, input.selectionEnd));

async function look(page) {
  await paste(reservation(page), ID);
  await page.locator("#card:not([hidden])").waitFor();
}

for (const [name, box, whole, typed] of /** @type {const} */ ([["phone number", phone, STORED, "90010203"], ["address", email, ADDRESS, "lina@example.com"]])) {
  journey(`the first click takes over the ${name} that was filled in, whole`, stored, async (page) => {
    await look(page);
    await box(page).click();
    assert.equal(await selected(box(page)), whole);
    await page.keyboard.type(typed);
    assert.equal(await box(page).inputValue(), typed);
  });

  journey(`so does the first key after a Tab, or a press on the label of the ${name}`, stored, async (page) => {
    await look(page);
    await page.locator(name === "address" ? "#phone-number" : "#email").focus();
    await page.keyboard.press("Tab");
    assert.equal(await selected(box(page)), whole);
    await page.locator("#send").focus();
    await page.locator(`label[for=${await box(page).getAttribute("id")}]`).click();
    assert.equal(await selected(box(page)), whole);
    await page.keyboard.type(typed);
    assert.equal(await box(page).inputValue(), typed);
  });
}

journey("a second click places the caret", stored, async (page) => {
  await look(page);
  await phone(page).click({ position: { x: 40, y: 20 } });
  await phone(page).click({ position: { x: 40, y: 20 } });
  assert.equal(await selected(phone(page)), "");
  await page.keyboard.press("End");
  await page.keyboard.press("Backspace");
  assert.equal(await phone(page).inputValue(), STORED.slice(0, -1));
});

journey("a click into a contact that was typed places the caret, and so does one into an empty box", stored, async (page) => {
  await phone(page).click();
  await page.keyboard.type("900 10 203");
  await look(page);
  await phone(page).click({ position: { x: 40, y: 20 } });
  assert.equal(await selected(phone(page)), "");
  await page.keyboard.press("End");
  await page.keyboard.type("4");
  assert.equal(await phone(page).inputValue(), "900 10 2034");
});

journey("once it is changed, it is no longer taken over", stored, async (page) => {
  await look(page);
  await phone(page).click();
  await page.keyboard.press("End");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Shift+Tab");
  await phone(page).click({ position: { x: 40, y: 20 } });
  assert.equal(await selected(phone(page)), "");
});

journey("what is marked by drawing over it stays marked", { lookUps: { [ID]: seen({}) } }, async (page) => {
  await look(page);
  const { x, y, height } = await phone(page).boundingBox();
  await page.mouse.move(x + 16, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + height / 2, { steps: 4 });
  await page.mouse.up();
  const drawn = await selected(phone(page));
  assert.ok(drawn.length > 0 && drawn.length < STORED.length, drawn);
});

journey("whoever leaves the window comes back to their caret", stored, async (page) => {
  await look(page);
  await phone(page).click();
  await page.keyboard.press("End");
  // As a browser tells of a window that is left: what had the focus still has it.
  for (const kind of ["blur", "focus"]) await phone(page).evaluate((box, name) => box.dispatchEvent(new FocusEvent(name)), kind);
  assert.equal(await selected(phone(page)), "");
});

journey("to take it over sends nothing, and Enter sends what stands there", stored, async (page) => {
  await look(page);
  await phone(page).click();
  assert.deepEqual(await sends(page), []);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#result").dataset.outcome === "sent");
  assert.deepEqual((await sends(page)).map(({ phone_number, email_address }) => [phone_number, email_address]), [[STORED, ADDRESS]]);
});
