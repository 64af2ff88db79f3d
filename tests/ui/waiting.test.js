// The list of those who have still to pay: read when it is opened, in groups, one press from the filled form.
import assert from "node:assert/strict";
import { calls, journey, reservation } from "./journeys.js";
import { seen } from "./look-ups.js";
import { partial, row, rows, update } from "./waiting-rows.js";

const ID = rows[4].id;
const lina = { lookUps: { [ID]: seen({ id: ID, customer: "Lina Berg" }) } };
const place = (page) => page.getByRole("region", { name: "Waiting for payment" });
const button = (page) => page.getByRole("button", { name: "Waiting for payment", exact: true });
const ids = (page) => page.locator("#waiting [data-reservation]").evaluateAll((all) => all.map((each) => each.dataset.reservation));
const names = (page) => page.locator(".waiting-name").allInnerTexts();
const state = (page, wanted) => page.waitForFunction((now) => document.querySelector("#waiting").dataset.state === now, wanted);
const press = (page, name) => place(page).getByRole("button", { name: new RegExp(`^Send again: ${name}`) });

const HOUR = 3_600_000;
/** Five minutes before midnight in Norway. */
const NIGHT = Date.UTC(2026, 10, 26, 22, 55);

async function open(page, wanted = "read") {
  await button(page).click();
  await state(page, wanted);
}

journey("nothing is read before somebody asks, and once for each opening that has nothing", { waiting: [update()] }, async (page) => {
  await page.clock.setFixedTime(update().at);
  assert.deepEqual(await calls(page, "read_waiting_list"), []);
  await open(page);
  await page.getByRole("button", { name: "Send link" }).click();
  await button(page).click();
  assert.equal((await calls(page, "read_waiting_list")).length, 1);
  await place(page).getByRole("button", { name: "Read again" }).click();
  await state(page, "read");
  assert.equal((await calls(page, "read_waiting_list")).length, 2);
});

journey("the most urgent come first, each in its group with what happened last", { waiting: [update({ rows: [...rows].reverse() })] }, async (page) => {
  await open(page);
  assert.deepEqual(await place(page).getByRole("heading", { level: 2 }).locator("span:first-of-type").allInnerTexts(), ["Link expired", "Due today", "Payment failed", "Opened, not paid", "Not opened"]);
  assert.deepEqual(await place(page).locator("li").evaluateAll((all) => all.map((each) => each.dataset.group)), ["expired", "due", "failed", "opened", "opened", "unopened", "unopened"]);
  await place(page).getByText(/^7 are waiting · kr\s1,252,067\.50 in all$/).waitFor();
  assert.match(await press(page, "Kari Nordmann").innerText(), /Kari Nordmann[\s\S]*kr\s12,500\.00[\s\S]*Expired /);
  await press(page, "RES3633020006").getByText("Sent by SMS and email").waitFor();
});

journey("a row fills in the desk, looks its customer up, and sends nothing", { waiting: [update()], ...lina }, async (page) => {
  await open(page);
  await press(page, "Lina Berg").click();
  await page.getByRole("button", { name: "Send payment link to +47 41 23 45 67" }).waitFor();
  assert.equal(await reservation(page).inputValue(), ID);
  assert.equal(await page.evaluate(() => document.activeElement.id), "reservation");
  assert.equal(await place(page).isVisible(), false);
  assert.deepEqual(await calls(page, "resend_reservation"), []);
});

journey("beside the desk in a wide window, with the row that is at it marked", { waiting: [update()], ...lina }, async (page) => {
  await open(page);
  await press(page, "Lina Berg").click();
  await page.getByRole("button", { name: "Send payment link to +47 41 23 45 67" }).waitFor();
  assert.equal(await place(page).isVisible(), true);
  assert.equal(await press(page, "Lina Berg").getAttribute("aria-current"), "true");
  assert.equal(await place(page).locator("[aria-current]").count(), 1);
}, { width: 960, height: 760 });

journey("the arrow keys lead from row to row, and Tab past all of them", { waiting: [update()] }, async (page) => {
  await open(page);
  await press(page, "Kari Nordmann").focus();
  await page.keyboard.press("ArrowDown");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Ola Ødegård/);
  await page.keyboard.press("End");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Per Dal/);
  await page.keyboard.press("ArrowDown");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Per Dal/);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "waiting-again");
  await page.keyboard.press("Shift+Tab");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Per Dal/);
});

journey("what could not be read is named by its day, and with the reason", { waiting: [partial] }, async (page) => {
  await page.clock.setFixedTime(Date.UTC(2026, 10, 22, 14));
  await open(page, "partial");
  await place(page).getByText("7 are waiting, perhaps more").waitFor();
  await place(page).getByText(/^Not read: Friday,? 20 November to Saturday,? 21 November\. Something went wrong at Front Payment\. Links from that time may be missing\.$/).waitFor();
  await place(page).getByText("2 reservations could not be looked up. Something went wrong at Front Payment.").waitFor();
});

for (const [language, words] of /** @type {const} */ ([
  ["en", /^Not read: Tuesday,? 29 December 2026 to Friday,? 1 January\. /],
  ["nb", /^Ikke lest: tirsdag 29\. desember 2026 til fredag 1\. januar\. /],
])) {
  const from = Date.UTC(2026, 11, 29, 14);
  const broken = update({ state: "partial", missing: [{ from, until: Date.UTC(2027, 0, 1, 14) }], failure: "service-failed" });
  journey(`days in a row are named by the first and the last: ${language}`, { waiting: [broken], settings: { language } }, async (page) => {
    await page.clock.setFixedTime(Date.UTC(2027, 0, 2, 14));
    await page.locator("#open-waiting").click();
    await page.getByText(words).waitFor();
  });
}

journey("whoever comes back after a night finds nobody on it, though the timer slept too", { waiting: [update()] }, async (page) => {
  await page.clock.setFixedTime(NIGHT);
  await open(page);
  await page.clock.setFixedTime(NIGHT + 8 * HOUR);
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await place(page).getByText("The list was put away after 15 minutes").waitFor();
  assert.deepEqual(await ids(page), []);
});

journey("opened on another day it is read again", { waiting: [update({ at: NIGHT })] }, async (page) => {
  await page.clock.setFixedTime(NIGHT);
  await open(page);
  await page.keyboard.press("Control+1");
  await page.clock.setFixedTime(NIGHT + 10 * 60_000);
  await page.keyboard.press("Control+2");
  await page.waitForFunction(() => window.__CALLS__.filter(({ command }) => command === "read_waiting_list").length === 2);
});

journey("a list that cannot be read says why, and can be tried again", { waitingFails: "no-contact" }, async (page) => {
  await button(page).click();
  await place(page).getByText("The list could not be read. There is no contact with Front Payment.").waitFor();
  await place(page).getByRole("button", { name: "Read again" }).click();
  assert.equal((await calls(page, "read_waiting_list")).length, 2);
});

journey("it is read anew after it could not be", { waitingFails: "no-contact" }, async (page) => {
  await button(page).click();
  await place(page).getByText("There is no contact with Front Payment.").waitFor();
  await page.getByRole("button", { name: "Send link" }).click();
  await button(page).click();
  await page.waitForFunction(() => window.__CALLS__.filter(({ command }) => command === "read_waiting_list").length === 2);
});

journey("what was read stays where it cannot be read anew, with its time", { waiting: [update()], waitingFailsAgain: "no-contact" }, async (page) => {
  await open(page);
  const status = await place(page).locator("#waiting-status").innerText();
  await place(page).getByRole("button", { name: "Read again" }).click();
  await place(page).getByText(`The list could not be read. There is no contact with Front Payment. ${status}`).waitFor();
  assert.equal((await ids(page)).length, rows.length);
  await state(page, "partial");
});

journey("after a reading that brought a part, one in vain brings back what was whole", { waiting: [update({ rows: rows.slice(0, 2), state: "reading", looked_at: 2 }), update()], waitingHolds: true, waitingFailsThen: "no-contact" }, async (page) => {
  await open(page, "reading");
  await page.waitForFunction(() => "__GO_ON__" in window);
  await page.evaluate(() => window.__GO_ON__());
  await state(page, "read");
  await place(page).getByRole("button", { name: "Read again" }).click();
  await page.waitForFunction(() => document.querySelectorAll("#waiting [data-reservation]").length === 2);
  await place(page).getByRole("button", { name: "Read again" }).click();
  await place(page).getByText("There is no contact with Front Payment.").waitFor();
  assert.equal((await ids(page)).length, rows.length);
  await place(page).getByText(/^7 are waiting · /).waitFor();
});

journey("after a reading in vain it is read anew when it is opened", { waiting: [update({ at: 0 })], waitingFailsAgain: "no-contact" }, async (page) => {
  await open(page);
  await place(page).getByRole("button", { name: "Read again" }).click();
  await place(page).getByText("There is no contact with Front Payment.").waitFor();
  await page.getByRole("button", { name: "Send link" }).click();
  await button(page).click();
  await page.waitForFunction(() => window.__CALLS__.filter(({ command }) => command === "read_waiting_list").length === 3);
});

journey("a search goes on in what is read anew", { waiting: [update({ state: "reading", looked_at: 4 }), update()] }, async (page) => {
  await open(page);
  const search = place(page).getByRole("textbox", { name: "Search" });
  await search.fill("lina");
  await page.waitForFunction(() => document.querySelectorAll("#waiting [data-reservation]").length === 1);
  await page.keyboard.press("F5");
  await page.waitForFunction(() => window.__CALLS__.filter(({ command }) => command === "find_waiting").length === 2);
  assert.equal((await calls(page, "read_waiting_list")).length, 2);
  await page.waitForFunction(() => document.querySelectorAll("#waiting [data-reservation]").length === 1);
  assert.equal(await search.inputValue(), "lina");
  assert.equal(await page.evaluate(() => document.activeElement.id), "waiting-search");
});

journey("a row that is read anew has its focus back", { waiting: [update({ state: "reading", looked_at: 4 }), update()] }, async (page) => {
  await open(page);
  await press(page, "Lina Berg").focus();
  await page.keyboard.press("F5");
  await page.waitForFunction(() => window.__CALLS__.filter(({ command }) => command === "read_waiting_list").length === 2);
  await state(page, "read");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Lina Berg/);
});

journey("a row pressed beside what was typed for nobody offers it, and fills in its own", { waiting: [update()], ...lina }, async (page) => {
  await page.locator("#phone-number").fill("900 00 000");
  await open(page);
  await press(page, "Lina Berg").click();
  await page.getByRole("button", { name: "Send payment link to +47 41 23 45 67" }).waitFor();
  await page.getByRole("button", { name: "Use 900 00 000, typed earlier" }).click();
  await page.getByRole("button", { name: "Send payment link to +47 90 00 00 00" }).waitFor();
});

journey("F5 reads it again and Ctrl+F searches it, where it is in sight", { waiting: [update()] }, async (page) => {
  for (const key of ["F5", "Control+f", "/"]) await page.keyboard.press(key);
  assert.deepEqual(await calls(page, "read_waiting_list"), []);
  assert.equal(await reservation(page).inputValue(), "/");
  await open(page);
  for (const key of ["Control+f", "/"]) {
    await page.getByRole("button", { name: "Read again" }).focus();
    await page.keyboard.press(key);
    assert.equal(await page.evaluate(() => document.activeElement.id), "waiting-search", key);
  }
  await page.keyboard.type("a/b");
  assert.equal(await place(page).getByRole("textbox", { name: "Search" }).inputValue(), "a/b");
  await page.keyboard.press("F5");
  await page.waitForFunction(() => window.__CALLS__.filter(({ command }) => command === "read_waiting_list").length === 2);
});

journey("the app hears that it is used, and not of each key", { waiting: [update()], ...lina }, async (page) => {
  await page.clock.setFixedTime(NIGHT);
  await open(page);
  const uses = () => calls(page, "use_waiting_list").then((all) => all.length);
  await press(page, "Lina Berg").focus();
  for (const key of ["ArrowDown", "ArrowDown", "ArrowUp"]) await page.keyboard.press(key);
  assert.equal(await uses(), 1);
  await page.clock.setFixedTime(NIGHT + 61_000);
  for (const key of ["ArrowDown", "ArrowUp"]) await page.keyboard.press(key);
  assert.equal(await uses(), 2);
});

journey("at midnight it is read anew where it is in sight: who was due today is late", { waiting: [update()] }, async (page) => {
  await page.clock.install({ time: NIGHT });
  await open(page);
  await page.clock.runFor(6 * 60_000);
  await page.waitForFunction(() => window.__CALLS__.filter(({ command }) => command === "read_waiting_list").length === 2);
});

journey("with another token nobody is left of it", { waiting: [update()], token: "in-keychain" }, async (page) => {
  await open(page);
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByLabel("Access token").fill("a.new.token");
  await page.getByRole("button", { name: "Save token" }).click();
  await page.getByText("Token saved").waitFor();
  assert.equal((await calls(page, "forget_waiting_list")).length, 1);
  assert.equal(await page.locator("#waiting-count").textContent(), "");
});

journey("what the app has put away is read anew, and no search shows those whom it cannot search", { waiting: [update()] }, async (page) => {
  await open(page);
  await page.evaluate(() => window.__TAURI__.core.invoke("forget_waiting_list", {}));
  await place(page).getByRole("textbox", { name: "Search" }).fill("lina");
  await place(page).getByText("The list was put away after 15 minutes").waitFor();
  assert.deepEqual(await ids(page), []);
  await page.getByRole("button", { name: "Send link" }).click();
  await open(page);
  assert.equal((await ids(page)).length, rows.length);
  await page.evaluate(() => window.__TAURI__.core.invoke("forget_waiting_list", {}));
  await page.getByRole("button", { name: "Send link" }).click();
  await button(page).click();
  await page.waitForFunction(() => window.__CALLS__.filter(({ command }) => command === "read_waiting_list").length === 3);
});

journey("nobody is searched for in half a list", { waiting: [update({ state: "reading", looked_at: 4 }), update()], waitingHolds: true }, async (page) => {
  await open(page, "reading");
  await press(page, "Lina Berg").waitFor();
  assert.equal(await place(page).getByRole("textbox", { name: "Search" }).isVisible(), false);
  await page.evaluate(() => window.__GO_ON__());
  await place(page).getByRole("textbox", { name: "Search" }).waitFor();
});

journey("nobody is a good answer", { waiting: [update({ rows: [], found: 0, looked_at: 0 })] }, async (page) => {
  await open(page);
  await place(page).getByText("Nobody is waiting to pay").waitFor();
  assert.equal(await place(page).getByRole("textbox", { name: "Search" }).isVisible(), false);
});

journey("a search shows those that it finds, and says where it finds nobody", { waiting: [update()] }, async (page) => {
  await open(page);
  const search = place(page).getByRole("textbox", { name: "Search" });
  await search.fill("lina");
  await page.waitForFunction(() => document.querySelectorAll("#waiting [data-reservation]").length === 1);
  assert.deepEqual(await names(page), ["Lina Berg"]);
  await search.fill("xyz");
  await place(page).getByText("Nobody on the list matches this.").waitFor();
  assert.deepEqual(await ids(page), []);
  await search.fill("");
  await page.waitForFunction(() => document.querySelectorAll("#waiting [data-reservation]").length === 7);
});

const late = update({ rows: [row(20009, "Mari Vik", "expired"), ...rows], looked_at: 8 });
journey("rows stand still under a hand, and what came meanwhile is counted", { waiting: [update({ state: "reading", looked_at: 4 }), late], waitingHolds: true }, async (page) => {
  await button(page).click();
  await press(page, "Lina Berg").waitFor();
  await press(page, "Lina Berg").focus();
  const before = await press(page, "Lina Berg").boundingBox();
  await page.evaluate(() => window.__GO_ON__());
  await place(page).getByRole("button", { name: "Show 1 more" }).waitFor();
  assert.deepEqual(await press(page, "Lina Berg").boundingBox(), before);
  await place(page).getByRole("button", { name: "Show 1 more" }).click();
  await press(page, "Mari Vik").waitFor();
  assert.equal(await place(page).getByRole("button", { name: "Show 1 more" }).isVisible(), false);
});

const growing = { waiting: [update({ state: "reading", looked_at: 4 }), late], waitingHolds: true };
journey("rows stand still under a mouse that is moved over them", growing, async (page) => {
  await button(page).click();
  const { x, y } = await press(page, "Lina Berg").boundingBox();
  await page.mouse.move(x + 40, y + 10, { steps: 4 });
  await page.evaluate(() => window.__GO_ON__());
  await place(page).getByRole("button", { name: "Show 1 more" }).click();
  await press(page, "Mari Vik").waitFor();
});

journey("a mouse that merely lies where the list comes keeps nobody off it", growing, async (page) => {
  await page.mouse.move(300, 420, { steps: 4 });
  await page.keyboard.press("Control+2");
  await press(page, "Lina Berg").waitFor();
  await page.waitForFunction(() => document.querySelector("#waiting-groups").matches(":hover"));
  await page.evaluate(() => window.__GO_ON__());
  await press(page, "Mari Vik").waitFor();
  assert.equal(await place(page).getByRole("button", { name: "Show 1 more" }).isVisible(), false);
});

journey("another environment keeps nobody of the last", { waiting: [update()] }, async (page) => {
  await open(page);
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("radio", { name: "Demo" }).check();
  await page.waitForFunction(() => document.title.endsWith("Demo"));
  assert.deepEqual(await ids(page), []);
  assert.equal((await calls(page, "forget_waiting_list")).length, 1);
});

journey("a list that the administrator has put away has no button and no key", { startup: { allowed: { history: true, export: true, waiting_list: false } } }, async (page) => {
  assert.equal(await button(page).isVisible(), false);
  await page.keyboard.press("Control+2");
  assert.equal(await place(page).isVisible(), false);
  assert.deepEqual(await calls(page, "read_waiting_list"), []);
});

journey("after a quarter of an hour without a use nobody is left of it", { waiting: [update()] }, async (page) => {
  await page.clock.install();
  await open(page);
  await page.clock.fastForward("14:00");
  await place(page).getByRole("textbox", { name: "Search" }).press("Shift");
  await page.clock.fastForward("14:00");
  assert.equal((await ids(page)).length, 7);
  await page.clock.fastForward("02:00");
  await place(page).getByText("The list was put away after 15 minutes").waitFor();
  assert.deepEqual(await ids(page), []);
  assert.equal((await calls(page, "forget_waiting_list")).length, 1);
});

const sortBy = (page, label) => place(page).getByRole("combobox", { name: "Sort by" }).selectOption({ label });
const period = (page) => place(page).getByRole("combobox", { name: "Period" });

journey("it is sorted by amount, name or time, with the words of the groups at the end of each row, and by urgency in groups again", { waiting: [update()] }, async (page) => {
  await open(page);
  await sortBy(page, "Amount");
  assert.deepEqual(await ids(page), [3, 0, 1, 2, 4, 6, 5].map((at) => rows[at].id), "what has no amount comes last");
  assert.equal(await place(page).getByRole("heading", { level: 2 }).count(), 0);
  assert.match(await press(page, "Kari Nordmann").innerText(), /Link expired/);
  await sortBy(page, "Name");
  assert.deepEqual((await names(page)).slice(0, 4), ["Hotell Fjellheim Konferanse og Selskapslokaler AS, avdeling for kurs og arrangementer", "Kari Nordmann", "Lina Berg", "Ola Ødegård"]);
  assert.equal((await names(page)).at(-1), "RES3633020006", "who has no name comes last");
  await sortBy(page, "Time");
  assert.deepEqual((await names(page)).slice(0, 2), ["نورة العتيبي", "Ola Ødegård"]);
  await page.getByRole("button", { name: "Send link" }).click();
  await button(page).click();
  assert.deepEqual((await names(page)).slice(0, 2), ["نورة العتيبي", "Ola Ødegård"], "it is kept while the window is open");
  await sortBy(page, "Urgency");
  assert.equal(await place(page).getByRole("heading", { level: 2 }).count(), 5);
});

journey("another period is a setting, and is read at once", { waiting: [update()] }, async (page) => {
  await open(page);
  assert.deepEqual(await period(page).locator("option").allInnerTexts(), ["Last 7 days", "Last 14 days", "Last 31 days"]);
  await period(page).selectOption({ label: "Last 31 days" });
  await page.waitForFunction(() => window.__CALLS__.filter(({ command }) => command === "read_waiting_list").length === 2);
  assert.deepEqual((await calls(page, "save_settings")).map(({ settings }) => settings.waiting_days), [31]);
  await state(page, "read");
  assert.equal(await period(page).inputValue(), "31");
});

journey("a period that cannot be saved stays as it was, and says so", { waiting: [update()], saveSettingsFails: "settings-not-saved" }, async (page) => {
  await open(page);
  await period(page).selectOption({ label: "Last 7 days" });
  await place(page).getByText("The choice could not be saved").waitFor();
  assert.equal(await period(page).inputValue(), "14");
  assert.equal((await calls(page, "read_waiting_list")).length, 1);
});

journey("a period of the administrator's is there, and one that is fixed cannot be chosen", { waiting: [update()], settings: { waiting_days: 21 }, startup: { fixed: ["waiting_days"] } }, async (page) => {
  await open(page);
  assert.equal(await period(page).isVisible(), false);
  assert.deepEqual(await page.locator("#waiting-days option").allInnerTexts(), ["Last 7 days", "Last 14 days", "Last 21 days", "Last 31 days"]);
});
