// Find by name, phone number, e-mail address, amount or reference, in the box that takes the number.
import assert from "node:assert/strict";
import { calls, journey, paste, reservation, sends } from "./journeys.js";
import { seen } from "./look-ups.js";
import { namesakes, partial, row, rows, settledRows, update } from "./waiting-rows.js";

const [FIRST, SECOND] = ["RES3633020011", "RES3633020012"];
/** Two customers of one name, and everybody else. */
const people = [
  row(20011, "Kari Nordmann", "opened", { amount: 1250, last: rows[1].last, sms_to: "+47 … 567" }),
  row(20012, "Kari Nordmann", "unopened", { amount: 3900, sms_to: "+47 … 210" }),
  ...rows.slice(1),
];
const list = update({ rows: people, found: people.length, looked_at: people.length, at: 0 });
const lookUps = {
  [FIRST]: seen({ id: FIRST, customer: "Kari Nordmann" }),
  [SECOND]: seen({ id: SECOND, customer: "Kari Nordmann", amount: 3900, sms_to: { full: "+47 90 00 02 10", masked: "+47 … 210" } }),
};
const known = { waiting: [list], lookUps };
const options = (page) => page.getByRole("listbox", { name: "Reservations that match" }).getByRole("option");
const ids = (page) => page.locator("#found-list [role=option]").evaluateAll((all) => all.map((each) => each.dataset.reservation));
const note = (page, words) => page.locator("#found").getByText(words).waitFor();
const isClosed = (page) => page.locator("#found").waitFor({ state: "hidden" });
const active = (page) =>
  page.evaluate(() => document.getElementById(document.querySelector("#reservation").getAttribute("aria-activedescendant"))?.dataset.reservation ?? null);
const readings = (page) => calls(page, "read_waiting_list").then((all) => all.length);

async function type(page, text) {
  await reservation(page).pressSequentially(text);
}

async function offered(page, text, count) {
  await type(page, text);
  await options(page).nth(count - 1).waitFor();
}

/** The focus, and all that a send would have left behind. */
async function nothingIsSent(page) {
  assert.deepEqual(await sends(page), []);
  assert.equal(await page.locator("#result").evaluate((result) => result.dataset.outcome ?? null), null);
}

journey("a name offers those of that name, with amount, state and last event", known, async (page) => {
  await offered(page, "nordmann", 2);
  assert.deepEqual(await ids(page), [FIRST, SECOND]);
  const heard = (name) => page.getByRole("option", { name }).evaluateAll((all) => all.map((each) => each.dataset.reservation));
  assert.deepEqual(await heard(/^Kari Nordmann\s?, kr\s1,250\.00\s?, Not paid\s?, Opened .+ · \+47 … 567$/), [FIRST]);
  assert.deepEqual(await heard(/^Kari Nordmann\s?, kr\s3,900\.00\s?, Not paid\s?, Sent .+ by SMS · \+47 … 210$/), [SECOND]);
  for (const words of ["Kari Nordmann", /^kr\s1,250\.00$/, "Not paid", /^Opened .* · \+47 … 567$/]) assert.equal(await options(page).first().getByText(words, { exact: true }).isVisible(), true);
  await note(page, "2 not paid, the last 14 days");
  await nothingIsSent(page);
});

journey("what was meant of a name is marked, and heard as the rest of it is", known, async (page) => {
  await offered(page, "nord", 2);
  assert.deepEqual(await options(page).locator("mark").allInnerTexts(), ["Nord", "Nord"]);
  assert.equal(await options(page).getByText("Kari Nordmann", { exact: true }).count(), 2);
  assert.equal(await page.getByRole("option", { name: /^Kari Nordmann\s?, kr/ }).count(), 2, "no pause in the name");
  await reservation(page).fill("nordmann");
  await page.waitForFunction(() => document.querySelector("#found-list mark")?.textContent === "Nordmann");
});

journey("where nobody's name is known the number is, with nothing marked", { waiting: [update({ rows: [{ ...row(20041, "", "opened"), customer: "" }] })] }, async (page) => {
  await page.evaluate(() => {
    const { invoke } = window.__TAURI__.core;
    window.__TAURI__.core.invoke = (command, args) => invoke(command, command === "find_waiting" ? { ...args, text: "" } : args);
  });
  await offered(page, "20041", 1);
  await options(page).getByText("RES3633020041", { exact: true }).first().waitFor();
  assert.equal(await options(page).locator("mark").count(), 0);
});

journey("the keyboard leads through what is offered, and Enter fills in the form as a row of the list does", known, async (page) => {
  await offered(page, "nordmann", 2);
  assert.equal(await active(page), null, "nobody is chosen by itself");
  for (const [key, expected] of [["ArrowDown", FIRST], ["ArrowDown", SECOND], ["ArrowDown", SECOND], ["Home", FIRST], ["End", SECOND], ["ArrowUp", FIRST], ["ArrowUp", null], ["ArrowUp", SECOND]]) {
    await page.keyboard.press(key);
    assert.equal(await active(page), expected, key);
    assert.equal(await page.evaluate(() => document.activeElement.id), "reservation");
  }
  assert.deepEqual(await options(page).evaluateAll((all) => all.map((each) => each.getAttribute("aria-selected"))), ["false", "true"]);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Send payment link to +47 90 00 02 10" }).waitFor();
  assert.equal(await reservation(page).inputValue(), SECOND);
  await isClosed(page);
  await nothingIsSent(page);
  await page.keyboard.press("Enter");
  await page.locator("#result[data-outcome=sent]").waitFor();
  assert.deepEqual((await sends(page)).map((request) => [request.reservation, request.phone_number]), [[SECOND, "+47 90 00 02 10"]]);
});

journey("a press chooses, and the box keeps the focus", known, async (page) => {
  await offered(page, "nordmann", 2);
  await options(page).nth(1).click();
  await page.getByRole("button", { name: "Send payment link to +47 90 00 02 10" }).waitFor();
  assert.deepEqual([await reservation(page).inputValue(), await page.evaluate(() => document.activeElement.id)], [SECOND, "reservation"]);
  await nothingIsSent(page);
});

journey("one alone is only offered", known, async (page) => {
  await offered(page, "lina", 1);
  assert.equal(await active(page), null);
  await page.keyboard.press("Enter");
  await note(page, "Nothing was sent. Choose a reservation with the arrow keys or the mouse.");
  await page.locator("#reservation-problem").getByText("There is no reservation number in this text.").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "reservation");
  await page.keyboard.press("Enter");
  assert.equal(await reservation(page).inputValue(), "lina");
  assert.deepEqual(await calls(page, "resend_reservation"), []);
});

journey("Enter at once after a name sends nothing, and says so", known, async (page) => {
  await type(page, "nordmann");
  await page.keyboard.press("Enter");
  await note(page, /^Nothing was sent\. /);
  await page.locator("#send").click();
  await note(page, /^Nothing was sent\. /);
  assert.equal(await page.evaluate(() => document.activeElement.id), "reservation");
  assert.deepEqual(await calls(page, "resend_reservation"), []);
});

journey("not even to a contact that was typed", known, async (page) => {
  await page.getByRole("textbox", { name: "Phone number" }).fill("900 00 000");
  await offered(page, "nordmann", 2);
  for (let time = 0; time < 3; time += 1) await page.keyboard.press("Enter");
  await note(page, /^Nothing was sent\. /);
  assert.deepEqual(await calls(page, "resend_reservation"), []);
});

const mend = { kind: "mend", problems: [{ field: "reservation", code: "reservation-no-id" }] };
journey("Enter on a text that names nobody sends nothing, and says so", { ...known, answers: [mend] }, async (page) => {
  await type(page, "xyzzy");
  await note(page, "No unpaid reservation from the last 14 days matches");
  await page.keyboard.press("Enter");
  await page.locator("#reservation-problem").getByText("There is no reservation number in this text.").waitFor();
  assert.equal(await page.locator("#result").evaluate((result) => result.dataset.outcome ?? null), null);
});

journey("Escape closes the list first, and an arrow key opens it again", known, async (page) => {
  await offered(page, "nordmann", 2);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await isClosed(page);
  assert.equal(await reservation(page).getAttribute("aria-expanded"), "false");
  assert.equal(await active(page), null);
  assert.equal(await reservation(page).inputValue(), "nordmann");
  await page.keyboard.press("ArrowDown");
  await options(page).nth(1).waitFor();
  assert.equal(await active(page), null);
  await nothingIsSent(page);
});

journey("another text takes back what the arrow keys had come to", known, async (page) => {
  await offered(page, "nord", 2);
  await page.keyboard.press("ArrowDown");
  assert.equal(await active(page), FIRST);
  await page.keyboard.type("m");
  assert.equal(await active(page), null);
  await page.keyboard.press("Enter");
  await note(page, /^Nothing was sent\. /);
  assert.equal(await reservation(page).inputValue(), "nordm");
});

journey("a number in the text is the number, as ever", known, async (page) => {
  await offered(page, "nordmann", 2);
  await paste(reservation(page), `Ref. ${FIRST}, Kari Nordmann`);
  await page.getByRole("button", { name: "Send payment link to +47 41 23 45 67" }).waitFor();
  await isClosed(page);
  assert.deepEqual(await ids(page), []);
});

journey("the list is read when somebody is looked for, once, and told of until it is whole", { waiting: [update({ state: "reading", rows: people.slice(0, 1), days_done: 3 }), list], waitingHolds: true, lookUps }, async (page) => {
  await type(page, "no");
  await page.keyboard.press("End");
  assert.equal(await readings(page), 0);
  await type(page, "rdmann");
  await note(page, "Reading who has not paid… 3 of 14 days read");
  assert.deepEqual(await ids(page), [], "nobody is offered of half a list");
  await page.keyboard.press("Enter");
  await note(page, "Nothing was sent. The list is still being read.");
  await page.evaluate(() => window.__GO_ON__());
  await options(page).nth(1).waitFor();
  assert.equal(await readings(page), 1);
  assert.deepEqual(await calls(page, "resend_reservation"), []);
});

journey("what the place of the list has read is searched as it is", known, async (page) => {
  await page.getByRole("button", { name: "Waiting for payment" }).click();
  await page.locator("#waiting[data-state=read]").waitFor();
  await page.getByRole("button", { name: "Send link" }).click();
  await offered(page, "nordmann", 2);
  assert.equal(await readings(page), 1);
});

journey("a list that cannot be read says why, and is read again by a press alone", { ...known, waitingFails: "no-contact" }, async (page) => {
  await type(page, "nordmann");
  await note(page, "The list could not be read. There is no contact with Front Payment.");
  await type(page, " kari");
  await page.waitForFunction(() => window.__CALLS__.filter(({ command }) => command === "read_reservation").length > 1);
  assert.equal(await readings(page), 1);
  await page.getByRole("button", { name: "Read again" }).click();
  assert.equal(await readings(page), 2);
  assert.equal(await page.evaluate(() => document.activeElement.id), "reservation");
});

journey("a list in part says that somebody may be missing", { waiting: [{ ...partial, rows: people }], lookUps }, async (page) => {
  await offered(page, "nordmann", 2);
  await note(page, "2 not paid, the last 14 days. Part of the list could not be read, so some may be missing");
  await page.getByRole("button", { name: "Read again" }).waitFor();
});

journey("what was read long ago is offered at once, and read again beside", { ...known, waiting: [{ ...list, state: "reading" }, list], waitingHolds: true }, async (page) => {
  await type(page, "nord");
  await page.waitForFunction(() => "__GO_ON__" in window);
  await page.evaluate(() => window.__GO_ON__());
  await options(page).nth(1).waitFor();
  await reservation(page).fill("");
  await page.clock.setFixedTime(Date.now() + 11 * 60_000);
  await page.evaluate(() => delete window.__GO_ON__);
  await offered(page, "kari", 2);
  await page.waitForFunction(() => "__GO_ON__" in window);
  assert.equal(await readings(page), 2);
  await note(page, /^Reading who has not paid/);
  assert.deepEqual(await ids(page), [FIRST, SECOND]);
  await page.evaluate(() => window.__GO_ON__());
  await note(page, "2 not paid, the last 14 days");
  assert.equal(await readings(page), 2, "once");
});

journey("a list that the app has put away is read anew", known, async (page) => {
  await offered(page, "nord", 2);
  await page.evaluate(() => window.__TAURI__.core.invoke("forget_waiting_list", {}));
  await type(page, "mann");
  await page.waitForFunction(() => window.__CALLS__.filter(({ command }) => command === "read_waiting_list").length === 2);
  await note(page, "2 not paid, the last 14 days");
  assert.deepEqual(await ids(page), [FIRST, SECOND]);
});

journey("where the administrator has put the list away, the box is as it was", { ...known, answers: [mend], startup: { allowed: { history: true, export: true, waiting_list: false } } }, async (page) => {
  await page.getByText("Paste the number, the link, or any text that contains the number").waitFor();
  await type(page, "nordmann");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.locator("#reservation-problem").getByText("There is no reservation number in this text.").waitFor();
  assert.deepEqual([await readings(page), await calls(page, "find_waiting")], [0, []]);
  for (const name of ["role", "aria-expanded", "aria-controls", "aria-autocomplete"]) assert.equal(await reservation(page).getAttribute(name), null, name);
});

journey("by ear: a combobox with its list, and how many there are once that stands still", known, async (page) => {
  const box = reservation(page);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", "found-list"], ["aria-expanded", "false"]]) assert.equal(await box.getAttribute(name), value, name);
  await offered(page, "nordmann", 2);
  assert.equal(await box.getAttribute("aria-expanded"), "true");
  await page.locator("#announcer").getByText("2 reservations. Choose one with the arrow keys.").waitFor({ state: "attached" });
  await page.keyboard.press("ArrowDown");
  assert.equal(await box.getAttribute("aria-activedescendant"), `found-${FIRST}`);
});

journey("what is still being composed chooses nobody", known, async (page) => {
  await offered(page, "nordmann", 2);
  await page.keyboard.press("ArrowDown");
  await reservation(page).evaluate((box) => box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, isComposing: true })));
  await reservation(page).evaluate((box) => box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, repeat: true })));
  assert.equal(await reservation(page).inputValue(), "nordmann");
  await nothingIsSent(page);
});

journey("the list goes when the box is left", known, async (page) => {
  await offered(page, "nordmann", 2);
  await page.getByRole("textbox", { name: "Phone number" }).focus();
  await isClosed(page);
});

const settled = { waiting: [update({ rows: namesakes.slice(0, 2) })], settledRows };
const goOn = (page) => page.evaluate(() => window.__GO_ON__());

journey("those that are paid or cancelled are found on request, after those that are open, and the reading can be stopped", { ...settled, settledHolds: true }, async (page) => {
  await offered(page, "kari", 2);
  assert.deepEqual(await calls(page, "read_settled"), []);
  await page.getByRole("button", { name: "Search 263 paid or cancelled reservations too" }).click();
  await options(page).nth(2).waitFor();
  assert.deepEqual(await ids(page), [FIRST, SECOND, settledRows[0].id]);
  await page.getByRole("option", { name: /^Kari Strand\s?, kr\s780\.00\s?, Paid\s?, Last change .+ · \+47 … 567$/ }).waitFor();
  await note(page, "2 not paid, the last 14 days. 1 paid, reserved or cancelled. 1 of 3 paid or cancelled reservations searched");
  assert.equal(await page.evaluate(() => document.activeElement.id), "reservation");
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByRole("button", { name: "Search the other 2 too" }).click();
  await page.waitForFunction(() => window.__CALLS__.filter(({ command }) => command === "read_settled").length === 2);
  await page.waitForFunction(() => document.querySelector("#found-settled").textContent === "Stop");
  await goOn(page);
  await note(page, /2 of 3 paid or cancelled reservations searched/);
  await goOn(page);
  await options(page).nth(3).waitFor();
  await note(page, "2 not paid, the last 14 days. 2 paid, reserved or cancelled");
  assert.equal(await page.locator("#found-settled").isVisible(), false);
  await nothingIsSent(page);
});

journey("Escape ends the reading of those that are settled, too", { ...settled, settledHolds: true }, async (page) => {
  await offered(page, "kari", 2);
  await page.getByRole("button", { name: "Search 263 paid or cancelled reservations too" }).click();
  await options(page).nth(2).waitFor();
  await page.keyboard.press("Escape");
  await isClosed(page);
  assert.equal((await calls(page, "stop_reading_settled")).length, 1);
});

journey("the search of the place finds them likewise", settled, async (page) => {
  await page.getByRole("button", { name: "Waiting for payment" }).click();
  await page.locator("#waiting[data-state=read]").waitFor();
  assert.equal(await page.locator("#waiting-settled").isVisible(), false);
  await page.getByRole("textbox", { name: "Search" }).fill("kari");
  await page.getByRole("button", { name: "Search 263 paid or cancelled reservations too" }).click();
  await page.getByRole("heading", { name: /Paid, reserved or cancelled/ }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll("#waiting [data-reservation]").length === 4);
  assert.deepEqual(await page.locator("#waiting li[data-group=settled]").evaluateAll((all) => all.map((each) => each.dataset.reservation)), [settledRows[0].id, settledRows[2].id]);
});

for (const width of [320, 560]) {
  journey(`long names and right-to-left ones fit at ${width} pixels`, { waiting: [update()] }, async (page) => {
    await type(page, "fjellheim");
    await options(page).first().waitFor();
    await reservation(page).fill("نورة");
    await page.waitForFunction(() => document.querySelector("#found-list [role=option]")?.dataset.reservation === "RES3633020003");
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
    const [name, place] = await Promise.all([options(page).locator("bdi").boundingBox(), page.locator("#found").boundingBox()]);
    assert.ok(name.x - place.x < 40, "its left edge is that of the others");
  }, { width, height: 690 });
}
