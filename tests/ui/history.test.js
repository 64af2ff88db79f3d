// The history: looked through, sent again by hand, found out about, exported and deleted.
import assert from "node:assert/strict";
import { calls, focused, journey, release } from "./journeys.js";
import { entry, entries, many } from "./history-entries.js";
import { ID, seen } from "./look-ups.js";

const searches = async (page) => (await calls(page, "search_history")).map(({ search }) => search);
const history = (page) => page.getByRole("region", { name: "History" });
const box = (page) => history(page).getByRole("textbox", { name: "Number or contact" });
const lines = (page) => history(page).getByRole("listitem");
const ids = (page) => page.locator(".history-entry-reservation").allInnerTexts();
const shows = (page, count) => page.waitForFunction((wanted) => document.querySelectorAll("#history-list > li").length === wanted, count);
const moment = (page) => page.waitForTimeout(500);

async function open(page) {
  await page.getByRole("button", { name: "History" }).click();
  await history(page).waitFor();
  await page.locator("#history-summary:not(:empty), #history-trouble:not(:empty)").waitFor();
}

const everything = { text: null, outcome: null, from: null, until: null, older_than: null };

journey("it opens as a place with the newest first, and Escape leads back to the desk", { history: entries }, async (page) => {
  await open(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), "history");
  assert.equal(await page.getByRole("button", { name: "History" }).getAttribute("aria-current"), "page");
  assert.deepEqual(await searches(page), [everything]);
  assert.deepEqual(await ids(page), entries.map(({ reservation }) => reservation));
  assert.match(await lines(page).nth(0).innerText(), /RES3633010009 Being sent\s+today at \d\d:\d\d/);
  assert.match(await lines(page).nth(2).innerText(), /Unknown[\s\S]*SMS to \+47 … 567 and email to b…@selskapslokaler/);
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.id), "reservation");
  assert.equal(await page.getByRole("button", { name: "History" }).getAttribute("aria-current"), null);
  assert.equal(await history(page).isVisible(), false);
});

journey("today is yesterday on the next morning", { history: [entry(1, { at: Date.UTC(2026, 11, 31, 16, 30) })] }, async (page) => {
  await page.clock.setFixedTime(Date.UTC(2026, 11, 31, 17));
  await open(page);
  await lines(page).locator("time").getByText("today at").waitFor();
  await page.clock.setFixedTime(Date.UTC(2027, 0, 1, 7));
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await lines(page).locator("time").getByText("yesterday at").waitFor();
});

journey("at midnight, too", { history: [entry(1, { at: Date.UTC(2026, 11, 31, 16, 30) })] }, async (page) => {
  await page.clock.install({ time: Date.UTC(2026, 11, 31, 22) });
  await page.reload();
  await open(page);
  await lines(page).locator("time").getByText("today at").waitFor();
  await page.clock.fastForward("01:30:00");
  await lines(page).locator("time").getByText("yesterday at").waitFor();
});

journey("it is read anew at every opening, and what was looked for is still looked for", { history: entries }, async (page) => {
  await open(page);
  await box(page).fill("9929");
  await shows(page, 1);
  await page.getByRole("button", { name: "Send link" }).click();
  await open(page);
  await shows(page, 1);
  assert.equal(await box(page).inputValue(), "9929");
  assert.deepEqual((await searches(page)).map(({ text }) => text), [null, "9929", "9929"]);
});

const AFTERNOON = Date.UTC(2026, 10, 22, 13, 5);
const MORNING_AFTER = Date.UTC(2026, 10, 23, 8, 30);
const opened = { progress: /** @type {const} */ ("opened"), at: AFTERNOON + 240_000 };

for (const [what, progress, said] of /** @type {const} */ ([
  ["on the day of the send by the hour alone", opened, "SMS to +47 … 567 · opened 14:09"],
  ["on another day with that day", { progress: "reserved", at: MORNING_AFTER }, "SMS to +47 … 567 · amount reserved Monday at 09:30"],
  ["where its hour is not known, without one", { progress: "paid", at: null }, "SMS to +47 … 567 · paid"],
  ["and of what was not seen nothing", null, "SMS to +47 … 567"],
])) {
  journey(`what the customer did stands beside to whom it went: ${what}`, { history: [entry(1, { at: AFTERNOON, progress })] }, async (page) => {
    await page.clock.setFixedTime(Date.UTC(2026, 10, 26, 12));
    await open(page);
    assert.equal(await page.locator(".history-entry-contact").innerText(), said);
  });
}

journey("typing asks once, for three letters or more", { history: entries }, async (page) => {
  await open(page);
  await box(page).pressSequentially("99", { delay: 20 });
  await moment(page);
  assert.equal((await searches(page)).length, 1);
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await box(page).pressSequentially("29");
  await page.clock.runFor(1000);
  await page.clock.resume();
  await shows(page, 1);
  await moment(page);
  assert.deepEqual((await searches(page)).map(({ text }) => text), [null, "9929"]);
  await box(page).fill(" ");
  await shows(page, entries.length);
});

journey("Enter asks at once, and closes nothing", { history: entries }, async (page) => {
  await open(page);
  await box(page).fill("9929");
  await page.keyboard.press("Enter");
  await shows(page, 1);
  await moment(page);
  assert.deepEqual((await searches(page)).map(({ text }) => text), [null, "9929"]);
});

journey("an answer that comes too late is dropped", { history: entries, historyTakes: { ODR: "held" } }, async (page) => {
  await open(page);
  await box(page).fill("ODR");
  await page.getByText("Reading the history…").waitFor();
  await box(page).fill("9929");
  await shows(page, 1);
  await release(page, "search_history");
  await moment(page);
  assert.deepEqual(await ids(page), ["RES3633019929"]);
  await page.getByText("Showing 1 entry", { exact: true }).waitFor();
});

journey("outcome and day narrow it, from midnight to midnight here", { history: entries }, async (page) => {
  await open(page);
  await history(page).getByLabel("Outcome").selectOption("Not sent");
  await shows(page, 1);
  // The clocks go back: a day of 25 hours.
  await history(page).getByLabel("Day").fill("2026-10-25");
  await page.getByText("Nothing found").waitFor();
  const { outcome, from, until } = (await searches(page)).at(-1);
  assert.equal(outcome, "not-sent");
  assert.equal(new Date(from).toISOString(), "2026-10-24T22:00:00.000Z");
  assert.equal(until - from, 25 * 60 * 60 * 1000);
  await history(page).getByRole("button", { name: "Show everything" }).click();
  await shows(page, entries.length);
  assert.deepEqual((await searches(page)).at(-1), everything);
  assert.equal(await page.evaluate(() => document.activeElement.id), "history-text");
});

journey("there is more after fifty, and the focus goes to the first of it", { history: many }, async (page) => {
  await open(page);
  await page.getByText("Showing the newest 50 entries").waitFor();
  await history(page).getByRole("button", { name: "Show more" }).click();
  await shows(page, 70);
  assert.deepEqual((await searches(page)).at(-1), { ...everything, older_than: 121 });
  assert.match(await focused(page), /RES3633010120/);
  assert.equal(await history(page).getByRole("button", { name: "Show more" }).isVisible(), false);
  await page.getByText("Showing 70 entries").waitFor();
});

journey("sending again fills in the number, looks it up and sends nothing", { history: entries, lookUps: { [ID]: seen({}) } }, async (page) => {
  await page.locator("#phone-number").fill("900 00 000");
  await open(page);
  await history(page).getByRole("button", { name: `Send again ${ID}` }).click();
  await page.getByRole("button", { name: "Send payment link to +47 41 23 45 67" }).waitFor();
  await page.getByRole("button", { name: "Use 900 00 000, typed earlier" }).waitFor();
  assert.equal(await history(page).isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.id), "reservation");
  assert.equal(await page.locator("#reservation").inputValue(), ID);
  assert.deepEqual(await calls(page, "look_up"), [{ environment: "production", text: ID }]);
  assert.deepEqual(await calls(page, "resend_reservation"), []);
  await page.getByRole("status").getByText("contact filled in").waitFor({ state: "attached" });
});

journey("sending again takes the place of a result", { history: entries, lookUps: { [ID]: seen({}) } }, async (page) => {
  await page.locator("#reservation").fill("RES3633010200");
  await page.locator("#phone-number").fill("412 34 567");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#result").dataset.outcome === "sent");
  await open(page);
  await history(page).getByRole("button", { name: `Send again ${ID}` }).click();
  await page.getByRole("button", { name: "Send payment link to +47 41 23 45 67" }).waitFor();
  assert.equal(await page.evaluate(() => document.querySelector("#result").dataset.outcome ?? ""), "");
});

journey("a look into the history stops what could still be stopped", { history: entries, answers: [{ kind: "hold", milliseconds: 60_000 }], lookUps: { [ID]: seen({}) } }, async (page) => {
  await page.locator("#reservation").fill("RES3633010200");
  await page.locator("#phone-number").fill("412 34 567");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Stop (Esc)" }).waitFor();
  await open(page);
  await page.getByText("Nothing was sent.").waitFor({ state: "attached" });
  await history(page).getByRole("button", { name: `Send again ${ID}` }).click();
  await page.getByRole("button", { name: "Send payment link to +47 41 23 45 67" }).waitFor();
  assert.equal((await calls(page, "resend_reservation")).length, 1);
});

const unknown = (page, id) => history(page).getByRole("button", { name: new RegExp(`^(Check whether it was sent|Looking…) ${id}`) });

journey("only an unknown send can be found out about", { history: entries }, async (page) => {
  await open(page);
  assert.deepEqual(await page.locator(".history-entry-find-out").count(), 2);
  await unknown(page, "RES3633010007").first().click();
  await lines(page).nth(2).getByText("Not registered as sent yet").waitFor();
  assert.deepEqual(await calls(page, "find_out"), [{ environment: "production", send: 7 }]);
  assert.match(await lines(page).nth(2).innerText(), /^\S+ Unknown[\s\S]*not paid[\s\S]*may have arrived all the same/);
  assert.match(await focused(page), /^Check whether it was sent/);
  await page.getByRole("status").getByText(/^Not registered as sent yet\. /).waitFor({ state: "attached" });
});

const lists = { kind: "sent", at: { at: Date.now(), text: "", certain: true } };

journey("what is found sent is sent, and the focus is not lost", { history: entries, found: lists, settled: [7] }, async (page) => {
  await open(page);
  await unknown(page, "RES3633010007").first().click();
  await lines(page).nth(2).getByText("It was sent").waitFor();
  assert.match(await lines(page).nth(2).innerText(), /^\S+ Sent\s[\s\S]*Front Payment lists it as sent (today|yesterday)/);
  assert.match(await focused(page), /^It was sent/);
  assert.match(await lines(page).nth(5).innerText(), /^\S+ Unknown\s/);
});

journey("what became of the other sends of the reservation is read anew, too", { history: entries, found: lists, settled: [4, 7] }, async (page) => {
  await open(page);
  await unknown(page, "RES3633010007").nth(1).click();
  await lines(page).nth(5).getByText("It was sent").waitFor();
  assert.match(await lines(page).nth(2).innerText(), /^\S+ Sent\s/);
  assert.equal(await lines(page).nth(2).getByText("It was sent").count(), 0);
});

journey("another send of the reservation is not this one", { history: entries, found: { kind: "another", status: null } }, async (page) => {
  await open(page);
  await unknown(page, "RES3633010007").nth(1).click();
  assert.deepEqual(await calls(page, "find_out"), [{ environment: "production", send: 4 }]);
  await lines(page).nth(5).getByText("Front Payment lists another message").waitFor();
  assert.match(await lines(page).nth(5).innerText(), /^\S+ Unknown\s/);
});

journey("an answer that is lost finds nothing out", { history: entries, found: "reject" }, async (page) => {
  await open(page);
  await unknown(page, "RES3633010007").first().click();
  await lines(page).nth(2).getByText("Still not known").waitFor();
  assert.match(await lines(page).nth(2).innerText(), /^\S+ Unknown\s[\s\S]*The app couldn't look it up. No answer came in time\./);
});

const long = entry(2, { outcome: "under-way", at: Date.now() - 5 * 60_000 });
journey("what became of a send is shown as it was read, however long ago it was", { history: [entry(3, { outcome: "unknown", at: Date.now() }), long] }, async (page) => {
  await open(page);
  assert.match(await lines(page).nth(0).innerText(), /^\S+ Unknown/);
  assert.match(await lines(page).nth(1).innerText(), /^\S+ Being sent/);
  await history(page).getByLabel("Outcome").selectOption("Unknown");
  await shows(page, 1);
  assert.match(await lines(page).nth(0).innerText(), /^\S+ Unknown/);
});

journey("the export holds what is found, and says where it lies", { history: entries, settings: { environment: "demo" } }, async (page) => {
  await open(page);
  await box(page).fill("ODR");
  await history(page).getByRole("button", { name: "Export" }).click();
  await history(page).getByRole("status").getByText("The file has 1 entry, made in Demo.").waitFor();
  await history(page).getByText("/home/kari/Downloads/resend-reservation 2026-11-22.csv").waitFor();
  const [{ search, words }] = await calls(page, "export_history");
  assert.deepEqual(search, { ...everything, text: "ODR" });
  assert.deepEqual(words, {
    time: "Time", reservation: "Reservation or order", sms: "SMS to", email: "Email to", outcome: "Outcome", answer: "HTTP status",
    sent: "Sent", not_sent: "Not sent", unknown: "Unknown", under_way: "Being sent",
  });
});

for (const [code, words] of [["export-failed", "The file could not be written"], ["journal-not-written", "Nothing was exported"], ["export-not-allowed", "turned off export"]]) {
  journey(`an export that fails with ${code} says so`, { history: entries, exportFails: code }, async (page) => {
    await open(page);
    await history(page).getByRole("button", { name: "Export" }).click();
    await history(page).getByRole("status").getByText(words).waitFor();
  });
}

journey("nothing is deleted without an answer to a question", { history: entries }, async (page) => {
  await open(page);
  const question = page.getByRole("alertdialog", { name: "Delete the whole history?" });
  for (const way of ["Enter", "Escape"]) {
    await history(page).getByRole("button", { name: "Delete all" }).click();
    await question.getByText("in the history from this computer in Production").waitFor();
    assert.equal(await focused(page), "Keep it");
    await page.keyboard.press(way);
    assert.equal(await focused(page), "Delete all");
  }
  assert.deepEqual(await calls(page, "delete_history"), []);
  await history(page).getByRole("button", { name: "Delete all" }).click();
  await question.getByRole("button", { name: "Delete it all" }).click();
  await history(page).getByText("The history is empty").waitFor();
  assert.equal((await calls(page, "delete_history")).length, 1);
  assert.equal(await page.evaluate(() => document.activeElement.id), "history");
  assert.equal(await history(page).getByRole("button", { name: "Export" }).isVisible(), false);
  await page.getByRole("status").getByText("The history in Production is deleted.").waitFor({ state: "attached" });
});

journey("what could not be deleted is still there", { history: entries, deleteFails: "journal-not-written" }, async (page) => {
  await open(page);
  await history(page).getByRole("button", { name: "Delete all" }).click();
  await page.getByRole("button", { name: "Delete it all" }).click();
  await history(page).getByText("The history could not be deleted").waitFor();
  await shows(page, entries.length);
});

journey("what was deleted and is still read by another window says so", { history: entries, deleteFails: "journal-still-read" }, async (page) => {
  await open(page);
  await history(page).getByRole("button", { name: "Delete all" }).click();
  await page.getByRole("button", { name: "Delete it all" }).click();
  await history(page).getByRole("status").getByText("Deleted, but traces remain").waitFor();
  await page.waitForFunction(() => window.__CALLS__.filter(({ command }) => command === "search_history").length === 2);
  await moment(page);
  assert.ok(await history(page).getByRole("status").getByText("traces are left in it").isVisible());
});

for (const [code, title, words] of [
  ["journal-damaged", "The history was damaged", "It has kept the damaged file and started a new history"],
  ["journal-removed", "The history is missing", "The app no longer knows what was sent from here before"],
]) {
  journey(`a journal that was lost is told of by the history: ${code}`, { historyFails: code }, async (page) => {
    await open(page);
    const told = history(page).getByRole("alert");
    await told.getByText(title).waitFor();
    await told.getByText(words).waitFor();
    await told.getByText("ask the customer whether one has come").waitFor();
    await history(page).getByRole("button", { name: "Try again" }).waitFor();
  });

  journey(`a journal that was lost is told of by the export, and by deleting: ${code}`, { history: entries, exportFails: code, deleteFails: code }, async (page) => {
    await open(page);
    await history(page).getByRole("button", { name: "Export" }).click();
    await history(page).getByRole("status").getByText(title).waitFor();
    await history(page).getByRole("button", { name: "Delete all" }).click();
    await page.getByRole("button", { name: "Delete it all" }).click();
    await history(page).getByRole("status").getByText(words).waitFor();
  });
}

for (const [code, words] of [["journal-no-locks", "own disk"], ["journal-not-written", "If it happens again"], ["journal-newer", "It is from a newer version of the app."]]) {
  journey(`a history that cannot be read says so: ${code}`, { historyFails: code }, async (page) => {
    await open(page);
    await history(page).getByRole("alert").getByText("The history cannot be read").waitFor();
    await history(page).getByRole("alert").getByText(words).waitFor();
    await history(page).getByRole("button", { name: "Try again" }).click();
    await page.waitForFunction(() => window.__CALLS__.filter(({ command }) => command === "search_history").length === 2);
    assert.equal(await focused(page), "Try again");
  });
}

journey("in another language it speaks that one", { history: entries }, async (page) => {
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByLabel("Language").selectOption("nb");
  await page.getByRole("button", { name: "Lukk" }).click();
  await page.getByRole("button", { name: "Historikk" }).click();
  await page.getByRole("region", { name: "Historikk" }).getByText("Ikke sendt").nth(1).waitFor();
  await page.getByText(`Viser ${entries.length}`).waitFor();
});

journey("too few letters look for nothing, and that is said", { history: entries }, async (page) => {
  await open(page);
  const hint = page.getByText("At least three letters or digits");
  assert.equal(await hint.isVisible(), false);
  await box(page).fill("99");
  assert.equal(await hint.isVisible(), true);
  assert.equal(await box(page).evaluate((input) => document.getElementById(input.getAttribute("aria-describedby")).textContent), "At least three letters or digits");
  await box(page).fill("9929");
  assert.equal(await hint.isVisible(), false);
});

for (const language of /** @type {const} */ (["en", "nb"])) {
  journey(`eight sends are in sight at once, under filters in one line: ${language}`, { history: many, settings: { language } }, async (page) => {
    await page.locator("#open-history").click();
    await shows(page, 50);
    const tops = await page.locator("#history-filters .field > :last-child").evaluateAll((all) => all.map((each) => each.getBoundingClientRect().bottom));
    assert.equal(new Set(tops.map(Math.round)).size, 1);
    const seenOnes = await page.locator("#history-list > li").evaluateAll((all) => {
      const foot = document.querySelector("#history-foot").getBoundingClientRect().top;
      return all.filter((line) => line.getBoundingClientRect().bottom <= foot + 1).length;
    });
    assert.ok(seenOnes >= 8, String(seenOnes));
  }, { height: 760 });
}
