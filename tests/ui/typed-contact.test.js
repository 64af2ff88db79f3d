// A contact that was typed for one reservation never goes out with another.
import assert from "node:assert/strict";
import { answerLookUp, hold, isHeld, journey, outcome, paste, phone, release, reservation, sends } from "./journeys.js";
import { done, lost } from "./outcomes.js";
import { ID, notFound, seen, unseen } from "./look-ups.js";
import { entries } from "./history-entries.js";
import { row, update } from "./waiting-rows.js";

const OTHER = "RES1000000001";
const TYPED = "900 10 203";
const lina = { id: OTHER, customer: "Lina Berg", sms_to: { full: "+47 90 00 00 01", masked: "+47 90 •• •• 01" } };
const both = { lookUps: { [ID]: seen({}), [OTHER]: seen(lina) } };

const address = (page) => page.getByRole("textbox", { name: "Email address" });
const offer = (page, id = ID) => page.getByRole("button", { name: `Use ${TYPED}, typed for ${id}`, exact: true });
const offers = (page) => page.locator("#typed-offer button").count();
const sent = (page) => page.waitForFunction(() => document.querySelector("#result").dataset.outcome === "sent");
const cardOf = (page, name) => page.locator("#card").getByText(name).waitFor();
const ticks = (page) => page.evaluate(() => [document.querySelector("#sms").checked, document.querySelector("#email").checked]);

async function typeFor(page, id) {
  await paste(reservation(page), id);
  await phone(page).fill(TYPED);
}

journey("another number in the box takes back what was typed for the one before, and offers it", { lookUps: { [ID]: seen({}), [OTHER]: seen(lina, "held") } }, async (page) => {
  await typeFor(page, ID);
  await paste(reservation(page), OTHER);
  assert.equal(await phone(page).inputValue(), "", "at once, before it is read");
  await answerLookUp(page);
  await cardOf(page, "Lina Berg");
  assert.equal(await phone(page).inputValue(), "+47 90 00 00 01");
  await page.keyboard.press("Enter");
  await sent(page);
  assert.deepEqual((await sends(page)).map(({ phone_number, typed_for }) => [phone_number, typed_for]), [["+47 90 00 00 01", OTHER]]);
});

journey("the offer is used only when it is pressed, and is then this one's", both, async (page) => {
  await typeFor(page, ID);
  await paste(reservation(page), OTHER);
  await cardOf(page, "Lina Berg");
  await offer(page).focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await sends(page), []);
  assert.equal(await phone(page).inputValue(), TYPED);
  assert.equal(await page.evaluate(() => document.activeElement.id), "phone-number");
  assert.equal(await offers(page), 0);
  await page.keyboard.press("Enter");
  await sent(page);
  assert.deepEqual((await sends(page)).map(({ phone_number, typed_for }) => [phone_number, typed_for]), [[TYPED, OTHER]]);
});

journey("Enter at once sends nothing to the customer of the one before", { lookUps: { [ID]: seen({}), [OTHER]: seen(lina, "held") } }, async (page) => {
  await typeFor(page, ID);
  await cardOf(page, "Kari Nordmann");
  await hold(page, "read_reservation");
  await paste(reservation(page), OTHER);
  await page.keyboard.press("Enter");
  await release(page, "read_reservation");
  await answerLookUp(page);
  await page.getByText("Check the recipient, then press Enter.").waitFor();
  assert.deepEqual([await phone(page).inputValue(), await sends(page)], ["+47 90 00 00 01", []]);
});

for (const [what, lookUp] of Object.entries({ "not found": notFound(OTHER), unseen: unseen("no-answer") })) {
  journey(`where nothing is known of the next one, nothing is left of the one before: ${what}`, { lookUps: { [ID]: seen({}), [OTHER]: lookUp } }, async (page) => {
    await typeFor(page, ID);
    await cardOf(page, "Kari Nordmann");
    await paste(reservation(page), OTHER);
    await offer(page).waitFor();
    assert.equal(await phone(page).inputValue(), "");
  });
}

for (const [kind, answer] of /** @type {const} */ ([["not-sent", done({})], ["unknown", lost]])) {
  journey(`likewise after a send, where the form stays: ${kind}`, { ...both, answers: [answer] }, async (page) => {
    await typeFor(page, ID);
    await phone(page).press("Enter");
    await outcome(page, kind);
    await paste(reservation(page), OTHER);
    await cardOf(page, "Lina Berg");
    assert.equal(await phone(page).inputValue(), "+47 90 00 00 01");
  });
}

journey("an address that was typed, and the ticks, go with it", both, async (page) => {
  await paste(reservation(page), ID);
  await cardOf(page, "Kari Nordmann");
  await page.locator("#email").check();
  await page.locator("#sms").uncheck();
  await address(page).fill("kari@example.com");
  await paste(reservation(page), OTHER);
  await cardOf(page, "Lina Berg");
  assert.deepEqual(await ticks(page), [true, false]);
  assert.equal(await page.locator("#email-address").inputValue(), "");
  await page.getByRole("button", { name: `Use kari@example.com, typed for ${ID}` }).click();
  assert.deepEqual(await ticks(page), [false, true]);
  assert.equal(await address(page).inputValue(), "kari@example.com");
});

journey("both contacts are one offer", both, async (page) => {
  await typeFor(page, ID);
  await page.locator("#email").check();
  await address(page).fill("kari@example.com");
  await paste(reservation(page), OTHER);
  await page.getByRole("button", { name: `Use ${TYPED} and kari@example.com, typed for ${ID}` }).click();
  assert.deepEqual([await phone(page).inputValue(), await address(page).inputValue()], [TYPED, "kari@example.com"]);
});

journey("typed first, it is for the first number after it, and for no second one", both, async (page) => {
  await phone(page).fill(TYPED);
  await paste(reservation(page), ID);
  await cardOf(page, "Kari Nordmann");
  assert.equal(await phone(page).inputValue(), TYPED);
  await paste(reservation(page), OTHER);
  await cardOf(page, "Lina Berg");
  assert.equal(await phone(page).inputValue(), "+47 90 00 00 01");
});

journey("typed first, it is for the number that is still being typed, whatever the pauses", { lookUps: { [ID]: seen({}), RES363301992: seen({ ...lina, id: "RES363301992" }) } }, async (page) => {
  await phone(page).fill(TYPED);
  await reservation(page).pressSequentially("RES3633");
  await page.waitForTimeout(400);
  await page.keyboard.type("01992");
  await cardOf(page, "Lina Berg");
  await page.keyboard.type("9");
  await cardOf(page, "Kari Nordmann");
  assert.deepEqual([await phone(page).inputValue(), await offers(page)], [TYPED, 0]);
  await page.keyboard.press("Tab");
  await reservation(page).press("End");
  await page.keyboard.type("0");
  await offer(page).waitFor();
});

journey("a window that has just come to the front takes no half of a number for the whole", both, async (page) => {
  await reservation(page).focus();
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  // For those who listen, the box takes the focus once more, a moment after the window has it.
  await reservation(page).evaluate((box) => box.addEventListener("focus", () => (window.wasTakenAgain = true)));
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await page.clock.runFor(300);
  await reservation(page).pressSequentially("RES36330199");
  // Shorter than any pause in typing.
  await page.clock.runFor(120);
  assert.equal(await page.evaluate(() => window.wasTakenAgain), true);
  assert.equal(await page.evaluate(() => window.__CALLS__.some(({ command }) => command === "read_reservation")), false);
});

for (const [what, again] of Object.entries({ spaces: " RES 3633019929 ", "small letters": "res3633019929", "a link": `https://go.frontpayment.no/reservations/details/${ID}`, "more words": `Kari, ${ID}, tomorrow` })) {
  journey(`the same number written otherwise is the same reservation: ${what}`, both, async (page) => {
    await typeFor(page, ID);
    await cardOf(page, "Kari Nordmann");
    await paste(reservation(page), again);
    await page.waitForTimeout(500);
    assert.deepEqual([await phone(page).inputValue(), await offers(page)], [TYPED, 0]);
  });
}

journey("one digit more or less is another reservation", both, async (page) => {
  await typeFor(page, ID);
  await cardOf(page, "Kari Nordmann");
  await reservation(page).press("End");
  await page.keyboard.press("Backspace");
  assert.equal(await phone(page).inputValue(), "");
  await offer(page).waitFor();
});

journey("back at its own number it is put back", both, async (page) => {
  await typeFor(page, ID);
  await cardOf(page, "Kari Nordmann");
  await reservation(page).press("End");
  await page.keyboard.press("Backspace");
  await offer(page).waitFor();
  await page.keyboard.type("9");
  await page.waitForFunction((typed) => document.querySelector("#phone-number").value === typed, TYPED);
  assert.equal(await offers(page), 0);
});

journey("an emptied box is no other reservation, and the next one in it is", both, async (page) => {
  await typeFor(page, ID);
  await cardOf(page, "Kari Nordmann");
  await reservation(page).fill("");
  assert.equal(await phone(page).inputValue(), TYPED);
  await paste(reservation(page), OTHER);
  await cardOf(page, "Lina Berg");
  assert.equal(await phone(page).inputValue(), "+47 90 00 00 01");
});

journey("the same number in another environment is another reservation", { ...both, settings: { environment: "demo" } }, async (page) => {
  await typeFor(page, ID);
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("radio", { name: "Production" }).check();
  await page.getByRole("button", { name: "Close" }).click();
  await offer(page, `${ID} (Demo)`).waitFor();
  assert.equal(await phone(page).inputValue(), "+47 41 23 45 67");
});

journey("what undo brings back is asked about", { ...both, answers: [{ kind: "ask", about: { kind: "typed-for-another", id: ID } }] }, async (page) => {
  await typeFor(page, ID);
  await paste(reservation(page), OTHER);
  await cardOf(page, "Lina Berg");
  // As the web view's undo does it, where it still knows what stood there.
  await phone(page).evaluate((box, text) => {
    box.focus();
    box.value = text;
    box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "historyUndo" }));
  }, TYPED);
  await page.keyboard.press("Enter");
  const question = page.getByRole("alertdialog", { name: "Is this the right recipient?" });
  await question.getByText(`entered for ${ID}, and you are sending ${OTHER}`).waitFor();
  assert.deepEqual((await sends(page)).map(({ phone_number, typed_for }) => [phone_number, typed_for]), [[TYPED, ID]]);
});

journey("typed anew for the next one, the same contact is the next one's", both, async (page) => {
  await typeFor(page, ID);
  await paste(reservation(page), OTHER);
  await cardOf(page, "Lina Berg");
  await phone(page).fill(TYPED);
  await phone(page).press("Enter");
  await sent(page);
  assert.deepEqual((await sends(page)).map(({ phone_number, typed_for }) => [phone_number, typed_for]), [[TYPED, OTHER]]);
});

journey("an example's contact goes where its number goes, though it was not looked up yet", { settings: { environment: "practice" }, lookUps: { [OTHER]: seen(lina, "held") } }, async (page) => {
  await hold(page, "read_reservation");
  await page.getByRole("button", { name: /RES1000000001/ }).click();
  assert.equal(await phone(page).inputValue(), "412 34 567");
  await paste(reservation(page), ID);
  await release(page, "read_reservation");
  await page.waitForFunction(() => document.querySelector("#phone-number").value === "");
});

journey("nothing is offered to the next customer", both, async (page) => {
  await typeFor(page, ID);
  await paste(reservation(page), OTHER);
  await offer(page).waitFor();
  await page.locator("#send").click();
  await sent(page);
  await page.getByRole("button", { name: "Next customer" }).click();
  await paste(reservation(page), "RES1000000003");
  await page.waitForTimeout(400);
  assert.equal(await offers(page), 0);
});

const WAITS = [row(19929, "Kari Nordmann", "opened", { id: ID }), row(1, "Lina Berg", "opened", { id: OTHER })];
const chosen = { ...both, waiting: [update({ rows: WAITS, found: 2, looked_at: 2 })], history: [{ ...entries[0], reservation: OTHER }] };
const wide = { width: 960, height: 760 };

/** The ways to choose a customer without their number. */
const WAYS = {
  async "by name"(page) {
    await reservation(page).fill("");
    await reservation(page).pressSequentially("berg");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  },
  async "by a row of the list"(page) {
    await page.getByRole("button", { name: "Waiting for payment", exact: true }).click();
    await page.getByRole("button", { name: /^Send again: Lina Berg/ }).click();
  },
  async "by the history"(page) {
    await page.getByRole("button", { name: "History", exact: true }).click();
    await page.getByRole("button", { name: `Send again ${OTHER}` }).click();
  },
};

for (const [how, choose] of Object.entries(WAYS)) {
  const isNamed = how === "by name";
  journey(`typed first, it is ${isNamed ? "for" : "offered to"} the first one that is chosen ${how}`, chosen, async (page) => {
    await phone(page).fill(TYPED);
    await choose(page);
    await cardOf(page, "Lina Berg");
    if (!isNamed) {
      assert.equal(await phone(page).inputValue(), "+47 90 00 00 01");
      await page.getByRole("button", { name: `Use ${TYPED}, typed earlier` }).click();
    }
    assert.deepEqual([await phone(page).inputValue(), await offers(page)], [TYPED, 0]);
    await reservation(page).press("Enter");
    await sent(page);
    assert.deepEqual((await sends(page)).map(({ reservation, phone_number, typed_for }) => [reservation, phone_number, typed_for]), [[OTHER, TYPED, OTHER]]);
  });

  journey(`what was typed for another one is offered to the one that is chosen ${how}`, chosen, async (page) => {
    await typeFor(page, ID);
    await page.locator("#email").check();
    await cardOf(page, "Kari Nordmann");
    await choose(page);
    await cardOf(page, "Lina Berg");
    assert.deepEqual([await phone(page).inputValue(), await ticks(page)], ["+47 90 00 00 01", [true, false]]);
    await offer(page).waitFor();
    await paste(reservation(page), ID);
    await page.waitForFunction((typed) => document.querySelector("#phone-number").value === typed, TYPED);
  });
}

const byEmail = { by_sms: false, by_email: true, email_to: { full: "kari@example.com", masked: "k•••@example.com" } };

journey("what was filled in and ticked for the one before is not left to the one that is chosen", { ...chosen, lookUps: { [ID]: seen(byEmail), [OTHER]: unseen("no-answer") } }, async (page) => {
  await paste(reservation(page), ID);
  await cardOf(page, "Kari Nordmann");
  assert.deepEqual(await ticks(page), [false, true]);
  await page.locator("#email").focus();
  await WAYS["by a row of the list"](page);
  assert.deepEqual(await page.evaluate(() => ["phone-number", "email-address"].map((id) => document.getElementById(id).value)), ["", ""]);
  assert.deepEqual(await ticks(page), [true, false]);
});

journey("the same one chosen again keeps what was typed for it", chosen, async (page) => {
  await typeFor(page, OTHER);
  await cardOf(page, "Lina Berg");
  await WAYS["by a row of the list"](page);
  await cardOf(page, "Lina Berg");
  await page.waitForTimeout(400);
  assert.deepEqual([await phone(page).inputValue(), await offers(page)], [TYPED, 0]);
});

for (const [kind, answer] of /** @type {const} */ ([["sent", null], ["not-sent", done({ reason: "already-cancelled" })], ["unknown", lost]])) {
  journey(`once it is told what became of its send, nothing of it is offered to a row: ${kind}`, { ...chosen, answers: [answer] }, async (page) => {
    await typeFor(page, ID);
    await phone(page).press("Enter");
    await outcome(page, kind);
    await WAYS["by a row of the list"](page);
    await cardOf(page, "Lina Berg");
    await page.waitForTimeout(400);
    assert.deepEqual([await phone(page).inputValue(), await offers(page)], ["+47 90 00 00 01", 0]);
  });
}

for (const [kind, answer, left] of /** @type {const} */ ([["sent", null, 0], ["unknown", lost, 0], ["not-sent", done({}), 1]])) {
  journey(`the row was pressed while it was sent: ${kind}`, { ...chosen, sendTakes: "held", answers: [answer] }, async (page) => {
    await typeFor(page, ID);
    await phone(page).press("Enter");
    await isHeld(page, "resend_reservation");
    await WAYS["by a row of the list"](page);
    await offer(page).waitFor();
    await release(page, "resend_reservation");
    await outcome(page, kind);
    assert.deepEqual([await offers(page), await reservation(page).inputValue()], [left, OTHER]);
  }, wide);
}

journey("a link that was opened takes the place of what is typed, and what was typed for somebody is offered", chosen, async (page) => {
  await typeFor(page, ID);
  await page.evaluate((id) => window.__OPEN__(id), OTHER);
  await page.getByRole("button", { name: "Use it instead" }).click();
  await cardOf(page, "Lina Berg");
  assert.equal(await phone(page).inputValue(), "+47 90 00 00 01");
  await offer(page).waitFor();
});
