// Enter and Space: each button inside the form does its own thing, in every state; the form is sent from its boxes.
import assert from "node:assert/strict";
import { calls, journey, paste, phone, reservation, sends } from "./journeys.js";
import { done, lost } from "./outcomes.js";
import { everything, ID, seen } from "./look-ups.js";
import { row, update } from "./waiting-rows.js";

const OTHER = "RES1000000001";
const longHold = { kind: "hold", milliseconds: 60_000 };
const sent = (page) => page.waitForFunction(() => document.querySelector("#result").dataset.outcome === "sent");
const outcome = (page) => page.locator("#result[data-outcome]").waitFor();

async function fillIn(page) {
  await paste(phone(page), "900 10 203");
  await paste(reservation(page), ID);
  await page.locator("#card:not([hidden])").waitFor();
}

/** Each button with the way to it, and what has happened once it was pressed. */
const BUTTONS = {
  "Show, on the card": {
    walk: fillIn,
    button: (page) => page.getByRole("button", { name: "Show the full number" }),
    happened: (page) => page.getByRole("button", { name: "Hide most of the number" }).waitFor(),
  },
  "Hide, on the card": {
    async walk(page) {
      await fillIn(page);
      await page.getByRole("button", { name: "Show the full number" }).click();
    },
    button: (page) => page.getByRole("button", { name: "Hide most of the number" }),
    happened: (page) => page.getByRole("button", { name: "Show the full number" }).waitFor(),
  },
  "Show all, on the card": {
    walk: fillIn,
    button: (page) => page.getByRole("button", { name: "Show all (9)" }),
    happened: (page) => page.getByRole("button", { name: "Show fewer" }).waitFor(),
  },
  "the offer of what was typed": {
    async walk(page) {
      await fillIn(page);
      await paste(reservation(page), OTHER);
    },
    button: (page) => page.getByRole("button", { name: /^Use 900 10 203/ }),
    happened: (page) => page.waitForFunction(() => document.querySelector("#phone-number").value === "900 10 203"),
  },
};

for (const key of ["Enter", "Space"]) {
  for (const [name, { walk, button, happened }] of Object.entries(BUTTONS)) {
    journey(`${key} on ${name} does that and nothing else`, { lookUps: { [ID]: seen({ ...everything, id: ID }) } }, async (page) => {
      await walk(page);
      await button(page).focus();
      await page.keyboard.press(key);
      await happened(page);
      await page.waitForTimeout(300);
      assert.deepEqual(await sends(page), []);
    });
  }

  journey(`${key} on Stop stops the send`, { answers: [longHold] }, async (page) => {
    await paste(reservation(page), ID);
    await paste(phone(page), "900 10 203");
    await phone(page).press("Enter");
    await page.getByRole("button", { name: "Stop (Esc)" }).focus();
    await page.keyboard.press(key);
    await page.getByText("Nothing was sent.").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), "send");
    await page.waitForTimeout(300);
    assert.equal((await sends(page)).length, 1, "and the key that comes up presses nothing else");
  });

  journey(`${key} on Send sends once`, {}, async (page) => {
    await paste(reservation(page), ID);
    await paste(phone(page), "900 10 203");
    await page.locator("#send").focus();
    await page.keyboard.press(key);
    await sent(page);
    assert.equal((await sends(page)).length, 1);
  });

  for (const [name, answer, happened] of /** @type {const} */ ([
    ["Check whether it was sent", lost, (page) => page.waitForFunction(() => window.__CALLS__.some(({ command }) => command === "find_out"))],
    ["Copy details", lost, (page) => page.getByRole("button", { name: /Copied|Not copied/ }).waitFor()],
    ["Open Settings", done({ reason: "token-refused" }), (page) => page.locator("#settings:not([hidden])").waitFor()],
    ["Copy proof", null, (page) => page.getByRole("button", { name: /Copied|Not copied/ }).waitFor()],
    ["Next customer", null, (page) => page.waitForFunction(() => document.activeElement.id === "reservation")],
    ["Next customer", lost, (page) => page.waitForFunction(() => document.activeElement.id === "reservation")],
    ["Next customer", done({}), (page) => page.waitForFunction(() => document.activeElement.id === "reservation")],
  ])) {
    journey(`${key} on the result's ${name} (${answer?.report.outcome ?? "sent"}) does that and nothing else`, { answers: [answer] }, async (page) => {
      await paste(reservation(page), ID);
      await paste(phone(page), "900 10 203");
      await phone(page).press("Enter");
      await outcome(page);
      await page.getByRole("button", { name }).focus();
      await page.keyboard.press(key);
      await happened(page);
      await page.waitForTimeout(300);
      assert.equal((await sends(page)).length, 1);
    });
  }
}

journey("the button that stops a send does so when the finger goes down: the time may run out before it is up", { answers: [{ kind: "hold", milliseconds: 60_000 }, null] }, async (page) => {
  await page.clock.install();
  await paste(reservation(page), ID);
  await paste(phone(page), "900 10 203");
  await phone(page).press("Enter");
  const stop = page.getByRole("button", { name: "Stop (Esc)" });
  await stop.waitFor();
  const { x, y } = await stop.boundingBox();
  await page.mouse.move(x + 10, y + 10);
  await page.mouse.down();
  await page.clock.runFor(61_000);
  await page.mouse.up();
  assert.equal((await calls(page, "resend_reservation")).length, 1);
  await page.getByText("Nothing was sent.").waitFor();
});

for (const id of ["reservation", "sms", "phone-number"]) {
  journey(`Enter in ${id} sends`, {}, async (page) => {
    await paste(reservation(page), ID);
    await paste(phone(page), "900 10 203");
    await page.locator(`#${id}`).focus();
    await page.keyboard.press("Enter");
    await sent(page);
  });
}

for (const how of /** @type {const} */ ([{ keyCode: 229 }, { isComposing: true }, { isComposing: true, keyCode: 229 }])) {
  journey(`an Enter that ends a composition does nothing: ${JSON.stringify(how)}`, {}, async (page) => {
    await paste(reservation(page), ID);
    await paste(phone(page), "900 10 203");
    for (const id of ["reservation", "phone-number", "sms"]) {
      await page.locator(`#${id}`).evaluate((box, init) => box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...init })), how);
    }
    await page.waitForTimeout(500);
    assert.deepEqual(await sends(page), []);
  });
}

journey("nor does it save a token", {}, async (page) => {
  await page.getByRole("button", { name: "Settings" }).click();
  const box = page.getByRole("textbox", { name: "Access token" });
  await box.fill("secret-token");
  await box.evaluate((input) => input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true, cancelable: true })));
  await page.waitForTimeout(300);
  assert.deepEqual(await calls(page, "save_token"), []);
});

journey("a key held down on a button does its thing once", { lookUps: { [ID]: seen({}) } }, async (page) => {
  await fillIn(page);
  await page.getByRole("button", { name: "Show the full number" }).focus();
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await page.getByRole("button", { name: "Hide most of the number" }).waitFor();
  assert.deepEqual(await sends(page), []);
});

const LINA = "RES3633020005";
const lina = row(20005, "Lina Berg", "opened");
const begun = { waiting: [update({ rows: [lina], found: 1, looked_at: 1 })], lookUps: { [LINA]: seen({ id: LINA, customer: "Lina Berg" }) } };
const place = (page) => page.evaluate(() => document.querySelector("[aria-current=page]").id);

async function beginFromRow(page) {
  await page.getByRole("button", { name: "Waiting for payment", exact: true }).click();
  await page.getByRole("button", { name: /^Send again: Lina Berg/ }).click();
  await page.locator("#card").getByText("Lina Berg").waitFor();
}

for (const where of ["reservation", "phone-number", "send"]) {
  journey(`Escape on a desk that was begun from a row leads back to the row, before a send too: ${where}`, begun, async (page) => {
    await beginFromRow(page);
    await page.locator(`#${where}`).focus();
    await page.keyboard.press("Escape");
    assert.equal(await place(page), "open-waiting");
    assert.equal(await page.evaluate(() => document.activeElement.closest("[data-reservation]").dataset.reservation), LINA);
  });
}

journey("and stops a send first", { ...begun, answers: [longHold] }, async (page) => {
  await beginFromRow(page);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Stop (Esc)" }).waitFor();
  for (const expected of ["open-desk", "open-waiting"]) {
    await page.keyboard.press("Escape");
    if (expected === "open-desk") await page.getByText("Nothing was sent.").waitFor();
    assert.equal(await place(page), expected);
  }
});

journey("and answers a question first", { ...begun, answers: [{ kind: "ask", about: { kind: "earlier-unknown" } }] }, async (page) => {
  await beginFromRow(page);
  await page.keyboard.press("Enter");
  await page.locator("#question[open]").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("Nothing was sent.").waitFor();
  assert.equal(await place(page), "open-desk");
});

journey("and ends a composition first", begun, async (page) => {
  await beginFromRow(page);
  await phone(page).evaluate((box) => box.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", isComposing: true, bubbles: true, cancelable: true })));
  assert.equal(await place(page), "open-desk");
});

journey("and closes the list of names first, which are no row", begun, async (page) => {
  await beginFromRow(page);
  await reservation(page).fill("");
  await reservation(page).pressSequentially("berg");
  await page.getByRole("option").first().waitFor();
  for (let time = 0; time < 2; time += 1) await page.keyboard.press("Escape");
  await page.locator("#found").waitFor({ state: "hidden" });
  assert.equal(await place(page), "open-desk");
});

journey("another number in the box was begun from no row", begun, async (page) => {
  await beginFromRow(page);
  await paste(reservation(page), ID);
  await page.locator("#card").waitFor({ state: "hidden" });
  await page.keyboard.press("Escape");
  assert.equal(await place(page), "open-desk");
});
