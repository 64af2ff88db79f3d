// The watch after a send: what becomes of the link is told once, where the result stands; and of one that was unknown,
// whether it was sent.
import assert from "node:assert/strict";
import { heard } from "./heard.js";
import { calls, journey, outcome, paste, phone, reservation, result } from "./journeys.js";
import { done, lost } from "./outcomes.js";
import { at, ID, seen } from "./look-ups.js";
import { rows, update } from "./waiting-rows.js";

const SENT_AT = 1795352700000;
const OTHER = "RES1000000001";
const LISTED = { seen: "sent", when: { at: SENT_AT - 3000, text: "", certain: true } };
const sighting = (seen, minutes) => ({ seen, when: { at: SENT_AT + minutes * 60_000, text: "", certain: true } });

async function send(page, id = ID) {
  await paste(reservation(page), id);
  await paste(phone(page), "412 34 567");
  await phone(page).press("Enter");
  await page.locator("#result[data-outcome]").waitFor();
}

const see = (page, ...sightings) => page.evaluate((all) => all.forEach((one) => window.__SEE__(one)), sightings);
const steps = (page) => page.locator("#result-steps");
const watches = (page) => calls(page, "watch_link");
const stops = (page) => calls(page, "stop_watching").then((all) => all.length);
const sent = done({ outcome: "sent", reason: null, http_status: 202, at: SENT_AT });
/** Everything that was said to those who listen. */
const listen = (page) =>
  page.evaluate(() => {
    window.__SAID__ = [];
    const region = document.querySelector("#announcer");
    new MutationObserver(() => region.textContent && window.__SAID__.push(region.textContent)).observe(region, { childList: true });
  });
const said = (page) => page.evaluate(() => window.__SAID__);
const box = (page, selector) => page.locator(selector).first().boundingBox();

journey("what the customer does is told once, in its place, and nothing moves", { answers: [sent] }, async (page) => {
  await page.clock.setFixedTime(SENT_AT + 120_000);
  await send(page);
  await listen(page);
  assert.equal(await steps(page).innerText(), "Not opened yet\nNot paid yet");
  const before = [await box(page, "#result-actions button"), await box(page, "#result")];
  await see(page, sighting("opened", 1));
  await steps(page).getByText("Opened 14:06").waitFor();
  assert.equal(await result(page).getAttribute("data-seen"), "opened");
  assert.equal(await steps(page).innerText(), "Opened 14:06\nNot paid yet");
  await page.waitForFunction(() => window.__SAID__.length > 0);
  await see(page, sighting("reserved", 2));
  await steps(page).getByText("Amount reserved 14:07").waitFor();
  await page.waitForFunction(() => window.__SAID__.length > 1);
  assert.deepEqual(await said(page), ["The customer opened the link today at 14:06.", "The amount was reserved today at 14:07."]);
  assert.deepEqual([await box(page, "#result-actions button"), await box(page, "#result")], before, "nothing moves");
  assert.equal(await result(page).getByRole("heading", { level: 2 }).innerText(), "Payment link sent");
  const told = await heard(page);
  assert.match(told, /Payment link sent.*Opened 14:06 ?Amount reserved 14:07/, "what has the focus carries it");
  assert.equal(told.split("Opened 14:06").length, 2, "once");
});

journey("it is watched from when it was begun: an answer may be late, and a customer quick", { answers: [sent] }, async (page) => {
  await send(page);
  const [{ since }] = await watches(page);
  assert.equal(since, sent.report.begun);
  assert.ok(since < sent.report.at);
});

for (const [kind, answer] of /** @type {const} */ ([["sent", sent], ["unknown", lost]])) {
  journey(`what became of a send in another environment than the one in sight is not looked at: ${kind}`, { answers: [answer], sendTakes: "held" }, async (page) => {
    await paste(reservation(page), ID);
    await paste(phone(page), "412 34 567");
    await phone(page).press("Enter");
    await page.waitForFunction(() => window.__CALLS__.some(({ command }) => command === "resend_reservation"));
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByRole("radio", { name: /^Practice/ }).check();
    await page.locator("html[data-environment=practice], body[data-environment=practice], [data-environment=practice]").first().waitFor({ state: "attached" });
    await page.evaluate(() => window.__RELEASE__("resend_reservation"));
    await page.locator(`#result[data-outcome=${kind}]`).waitFor({ state: "attached" });
    assert.deepEqual(await watches(page), []);
    assert.equal(await page.getByRole("button", { name: "Check whether it was sent", includeHidden: true }).count(), 0);
  });
}

journey("what is seen at one look is said in one go", { answers: [sent] }, async (page) => {
  await page.clock.setFixedTime(SENT_AT + 180_000);
  await send(page);
  await listen(page);
  await see(page, sighting("opened", 1), sighting("reserved", 1), { seen: "paid", when: null });
  await page.waitForFunction(() => window.__SAID__.length > 0);
  assert.deepEqual(await said(page), ["The customer opened the link today at 14:06. The amount was reserved today at 14:06. The payment came."]);
  assert.equal(await steps(page).innerText(), "Opened 14:06\nPaid");
});

journey("a time of which nobody knows the zone says so, and fills the line", { answers: [sent] }, async (page) => {
  await page.clock.setFixedTime(SENT_AT + 120_000);
  await send(page);
  const before = await box(page, "#result-actions button");
  await see(page, { seen: "opened", when: { at: SENT_AT, text: "22.11.2026 14:05", certain: false } });
  await steps(page).getByText("by Front Payment's clock").waitFor();
  assert.match(await steps(page).innerText(), /^Opened .*14:05 \(by Front Payment's clock\)$/);
  assert.deepEqual(await box(page, "#result-actions button"), before);
});

journey("it says until when it looked, and claims nothing that it could not see", { answers: [sent] }, async (page) => {
  await page.clock.setFixedTime(SENT_AT + 12 * 60_000);
  await send(page);
  await page.evaluate((last) => window.__END_WATCH__(last), SENT_AT + 11 * 60_000);
  await steps(page).getByText("Not opened by 14:16").waitFor();
  assert.equal(await steps(page).innerText(), "Not opened by 14:16\nNot paid by 14:16");
});

journey("where nothing could be seen, it says that", { answers: [sent], watchFails: "token-refused" }, async (page) => {
  await send(page);
  await steps(page).getByText("The app can't see whether the link is opened.").waitFor();
});

for (const [way, go] of /** @type {const} */ ([
  ["the next customer", (page) => page.getByRole("button", { name: "Next customer" }).click()],
  ["another one is pasted", (page) => page.evaluate((id) => {
    const data = new DataTransfer();
    data.setData("text/plain", id);
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, OTHER)],
  ["Ctrl+N", (page) => page.keyboard.press("Control+n")],
])) {
  journey(`nothing is read any more after the result is left: ${way}`, { answers: [sent] }, async (page) => {
    await send(page);
    await page.waitForFunction(() => window.__CALLS__.some(({ command }) => command === "watch_link"));
    assert.equal(await stops(page), 0);
    await go(page);
    await page.waitForFunction(() => window.__CALLS__.some(({ command }) => command === "stop_watching"));
    assert.equal(await steps(page).isVisible(), false);
    assert.equal((await watches(page)).length, 1);
  });
}

journey("two sends in a row leave one watch", { answers: [sent] }, async (page) => {
  await send(page);
  await page.getByRole("button", { name: "Next customer" }).click();
  await send(page, OTHER);
  assert.deepEqual((await calls(page, "watch_link")).length, 2);
  const order = await page.evaluate(() => window.__CALLS__.map(({ command }) => command).filter((name) => /watch/.test(name)));
  assert.deepEqual(order, ["watch_link", "stop_watching", "watch_link"], "the first one is over before the second begins");
});

journey("what the last one's customer does is not told of the next", { answers: [sent] }, async (page) => {
  await send(page);
  const first = await page.evaluateHandle(() => window.__SEE__);
  await page.getByRole("button", { name: "Next customer" }).click();
  await send(page, OTHER);
  await page.evaluate(([see, one]) => see(one), [first, sighting("opened", 1)]);
  await page.waitForTimeout(200);
  assert.equal(await result(page).getAttribute("data-seen"), null);
});

journey("another environment ends it", { answers: [sent] }, async (page) => {
  await send(page);
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("radio", { name: "Demo" }).check();
  await page.waitForFunction(() => document.title.endsWith("Demo"));
  const order = await page.evaluate(() => window.__CALLS__.map(({ command }) => command).filter((name) => /watch/.test(name)));
  assert.deepEqual(order, ["watch_link", "stop_watching"]);
});

for (const [what, answer] of [["nothing was sent", done({})], ["it is an order", done({ ...sent.report, reservation: { id: "ODR1649249709", order: true } })], ["it is in no record", done({ ...lost.report, id: null })]]) {
  journey(`nothing is watched where ${what}`, { answers: [answer] }, async (page) => {
    await send(page);
    assert.deepEqual(await watches(page), []);
    assert.equal(await steps(page).isVisible(), false);
  });
}

journey("a send that was unknown becomes sent without a press, and is heard once", { answers: [lost], settled: [7] }, async (page) => {
  await page.clock.setFixedTime(SENT_AT + 40_000);
  await send(page);
  assert.deepEqual((await watches(page)).map(({ reservation, send, unknown }) => ({ reservation, send, unknown })), [{ reservation: ID, send: 7, unknown: true }]);
  await steps(page).getByText("The app keeps looking, and says so here if it was sent.").waitFor();
  await listen(page);
  await see(page, LISTED);
  await outcome(page, "sent");
  assert.equal(await result(page).getByRole("heading", { level: 2 }).innerText(), "It was sent");
  const told = await heard(page);
  assert.match(told, /^It was sent Front Payment lists it as sent today at 14:04\./);
  assert.equal(told.split("It was sent").length, 2, "once");
  assert.deepEqual(await said(page), [], "the result says it by itself");
  assert.equal(await page.locator("#send-form").isVisible(), false, "the form makes way");
  assert.equal(await page.evaluate(() => document.activeElement.className), "result-told");
  await see(page, sighting("opened", 1));
  await steps(page).getByText("Opened 14:06").waitFor();
  assert.deepEqual((await watches(page)).length, 1, "it is one watch");
});

journey("one that is never listed stays unknown", { answers: [lost] }, async (page) => {
  await page.clock.setFixedTime(SENT_AT + 12 * 60_000);
  await send(page);
  await page.evaluate((last) => window.__END_WATCH__(last), SENT_AT + 12 * 60_000);
  await steps(page).getByText("Not listed as sent by 14:17.").waitFor();
  assert.equal(await result(page).getAttribute("data-outcome"), "unknown");
  await page.getByRole("button", { name: "Check whether it was sent" }).waitFor();
});

journey("what was typed stays where it becomes sent meanwhile, and so does the focus", { answers: [lost] }, async (page) => {
  await send(page);
  await reservation(page).focus();
  await reservation(page).press("End");
  await page.keyboard.type(" and");
  await see(page, LISTED);
  await outcome(page, "sent");
  assert.equal(await page.evaluate(() => document.activeElement.id), "reservation");
  assert.equal(await reservation(page).inputValue(), `${ID} and`);
});

journey("a form in which somebody stands does not go away under them", { answers: [lost] }, async (page) => {
  await send(page);
  await phone(page).focus();
  await see(page, LISTED);
  await outcome(page, "sent");
  assert.equal(await page.evaluate(() => document.activeElement.id), "phone-number");
  assert.equal(await phone(page).isVisible(), true);
});

journey("a click that was meant for what stood there before does nothing", { answers: [lost] }, async (page) => {
  await send(page);
  const check = await box(page, "#result-actions button");
  await page.mouse.move(check.x + 10, check.y + 10);
  await page.mouse.down();
  await see(page, LISTED);
  await page.waitForTimeout(200);
  assert.equal(await result(page).getAttribute("data-outcome"), "unknown", "nothing changes between a finger that goes down and the click");
  // For a moment only: whoever asks on a busy computer may come too late.
  await page.locator("#result-actions").evaluate((actions) => new MutationObserver(() => (window.wasInert ||= actions.inert)).observe(actions, { attributeFilter: ["inert"] }));
  await page.mouse.up();
  await outcome(page, "sent");
  await page.waitForFunction(() => window.wasInert === true);
  await page.waitForFunction(() => !document.querySelector("#result-actions").inert);
  await page.getByRole("button", { name: "Next customer" }).click();
  await reservation(page).waitFor();
});

journey("who asks first is answered first, and it is watched on", { answers: [lost], found: { kind: "sent", at: LISTED.when } }, async (page) => {
  await send(page);
  await page.getByRole("button", { name: "Check whether it was sent" }).click();
  await outcome(page, "sent");
  assert.deepEqual((await watches(page)).map(({ unknown, since }) => [unknown, since]), [[true, lost.report.begun], [false, SENT_AT - 3000]]);
});

const row = rows[4];
const lina = { lookUps: { [row.id]: seen({ id: row.id, customer: "Lina Berg" }) } };
const ofRow = (report) => done({ ...report, reservation: { id: row.id, order: false } });
const place = (page) => page.getByRole("region", { name: "Waiting for payment" });
const pressRow = (page) => place(page).getByRole("button", { name: /^Send again: Lina Berg/ });

async function sendFromRow(page) {
  await page.getByRole("button", { name: "Waiting for payment", exact: true }).click();
  await pressRow(page).click();
  await page.getByRole("button", { name: "Send payment link to +47 41 23 45 67" }).waitFor();
  await reservation(page).press("Enter");
  await page.locator("#result[data-outcome]").waitFor();
}

for (const [width, where] of [[560, "in the place of the list"], [960, "beside it"]]) {
  journey(`after a send from a row the list is one press away, and the row says it: ${where}`, { waiting: [update()], ...lina, answers: [ofRow(sent.report)] }, async (page) => {
    await page.clock.setFixedTime(SENT_AT + 120_000);
    await sendFromRow(page);
    assert.deepEqual(await page.locator("#result-actions button").allInnerTexts(), ["Back to the list", "Next customer"]);
    assert.equal(await page.locator("#result-actions .primary").innerText(), "Back to the list");
    await page.getByRole("button", { name: "Back to the list" }).click();
    assert.match(await page.evaluate(() => document.activeElement.textContent), /Lina Berg/);
    assert.equal(await pressRow(page).locator(".waiting-last").innerText(), "Sent 14:05");
    const before = await pressRow(page).boundingBox();
    await see(page, sighting("opened", 1));
    await pressRow(page).getByText("Opened 14:06").waitFor();
    assert.deepEqual(await pressRow(page).boundingBox(), before);
    assert.match(await page.evaluate(() => document.activeElement.textContent), /Lina Berg/);
    await place(page).getByRole("button", { name: "Read again" }).click();
    await page.waitForFunction(() => document.querySelector("#waiting").dataset.state === "read");
    await pressRow(page).locator(".waiting-last").getByText(/Opened .* at /).waitFor();
  }, { width, height: 760 });
}

journey("Escape leads back to the row as well", { waiting: [update()], ...lina, answers: [ofRow(sent.report)] }, async (page) => {
  await sendFromRow(page);
  await page.keyboard.press("Escape");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Lina Berg/);
  assert.equal(await place(page).isVisible(), true);
});

journey("a row of which nobody knows says that it may have been sent", { waiting: [update()], ...lina, answers: [ofRow(lost.report)] }, async (page) => {
  await page.clock.setFixedTime(SENT_AT + 120_000);
  await sendFromRow(page);
  await page.getByRole("button", { name: "Back to the list" }).click();
  assert.equal(await pressRow(page).locator(".waiting-last").innerText(), "May have been sent 14:05");
});

journey("after a send that began elsewhere there is no list to go back to", { answers: [sent] }, async (page) => {
  await send(page);
  assert.deepEqual(await page.locator("#result-actions button").allInnerTexts(), ["Next customer"]);
  await page.keyboard.press("Escape");
  assert.equal(await result(page).getAttribute("data-outcome"), "sent");
});

const entry = (id, outcome = "sent") => ({ id, reservation: ID, sms_to: "(+47) … 567", email_to: null, at: SENT_AT - id, outcome, http_status: 202, progress: null });
journey("the history beside the desk shows a send without being opened anew", { history: [entry(3)], answers: [sent] }, async (page) => {
  await page.getByRole("button", { name: "History" }).click();
  await page.locator("#history-list li").first().waitFor();
  const kept = await page.locator("#history-list li").first().evaluateHandle((item) => item);
  await page.evaluate((made) => window.__WRITE_DOWN__(made), { ...entry(7), reservation: OTHER });
  await send(page);
  await page.waitForFunction(() => document.querySelectorAll("#history-list li").length === 2);
  assert.match(await page.locator("#history-list li").first().innerText(), /RES1000000001/);
  assert.equal(await page.locator("#history-list li").nth(1).evaluate((item, before) => item === before, kept), true, "the others are left alone");
  await page.getByText("Showing 2 entries").waitFor();
}, { width: 960, height: 760 });

journey("and one that is settled meanwhile", { history: [entry(7, "unknown")], answers: [lost], settled: [7] }, async (page) => {
  await page.getByRole("button", { name: "History" }).click();
  await page.locator('#history-list li[data-became="unknown"]').waitFor();
  await send(page);
  await see(page, LISTED);
  await page.locator('#history-list li[data-became="sent"]').waitFor();
}, { width: 960, height: 760 });

journey("and what its customer did, with the focus where it was", { history: [entry(7)], answers: [sent] }, async (page) => {
  await page.getByRole("button", { name: "History" }).click();
  await page.locator("#history-list li").waitFor();
  await send(page);
  await page.locator("#history-list").getByRole("button", { name: /Send again/ }).focus();
  await see(page, sighting("opened", 1));
  await page.locator("#history-list").getByText("· opened").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.classList.contains("history-entry-again")), true);
}, { width: 960, height: 760 });
