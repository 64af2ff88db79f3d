// Around a send: the environment it goes in, finding out, what to say to the customer, and what is wrong with the record.
import assert from "node:assert/strict";
import { entries } from "./history-entries.js";
import { heard } from "./heard.js";
import { calls, journey, outcome, phone, release, reservation, result, send } from "./journeys.js";
import { done, longHold, lost } from "./outcomes.js";
import { ID, seen } from "./look-ups.js";

const behindThePage = (page, environment) =>
  page.evaluate(async (other) => {
    const { core } = window.__TAURI__;
    const { settings } = await core.invoke("start");
    await core.invoke("save_settings", { settings: { ...settings, environment: other } });
  }, environment);

journey("nothing is sent in another environment than the one over the button", { answers: [longHold, null] }, async (page) => {
  await page.clock.install();
  await send(page);
  await page.getByText("Sending in 60 seconds").first().waitFor();
  await behindThePage(page, "demo");
  await page.clock.runFor(60_000);
  await page.getByText("Nothing was sent. The app is in Demo now.").waitFor();
  assert.deepEqual((await calls(page, "resend_reservation")).map(({ request }) => request.environment), ["production", "production"]);
  assert.match(await page.locator("#band").textContent(), /^\s*Demo/);
  await phone(page).press("Enter");
  await outcome(page, "sent");
});

journey("nor where the window shows the new one before the time has run out", { answers: [longHold, null], history: entries }, async (page) => {
  await page.getByRole("button", { name: "History", exact: true }).click();
  await page.clock.install();
  await send(page);
  await page.getByText("Sending in 60 seconds").first().waitFor();
  await behindThePage(page, "demo");
  await page.locator("#history-text").fill("kari");
  await page.clock.runFor(1000);
  await page.waitForFunction(() => document.querySelector("#band").textContent.trim().startsWith("Demo"));
  await page.clock.runFor(60_000);
  await page.getByText("Nothing was sent. The app is in Demo now.").waitFor();
  assert.equal((await calls(page, "resend_reservation")).length, 1);
}, { width: 960, height: 760 });

journey("nothing is looked up in another environment than the one in sight, and the window shows the new one", {}, async (page) => {
  await behindThePage(page, "demo");
  await reservation(page).fill("RES3633019929");
  await page.waitForFunction(() => document.querySelector("#band").textContent.trim().startsWith("Demo"));
});

for (const [locale, words] of /** @type {const} */ ([["nb-NO", "Appen kom ikke i gang"], ["nn-NO", "Appen kom ikke i gang"], ["en-GB", "The app could not start"], ["de-DE", "The app could not start"]])) {
  journey(`a start that fails is told in the system's language: ${locale}`, { startFails: true }, async (page) => {
    await page.locator("#notice").getByText(words).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), words.startsWith("A") ? "nb" : "en");
  }, { locale });
}

journey("that nothing was sent is not said beside the next reservation", { answers: [longHold] }, async (page) => {
  await send(page);
  await page.getByRole("button", { name: "Stop (Esc)" }).click();
  await page.getByText("Nothing was sent.").waitFor();
  await reservation(page).fill("RES3633011400");
  await page.getByText("Nothing was sent.").waitFor({ state: "hidden" });
});

journey("what is found not to be listed may be sent again, after Rust has asked", { answers: [lost, { kind: "ask", about: { kind: "earlier-unknown" } }, null] }, async (page) => {
  await send(page);
  await outcome(page, "unknown");
  assert.equal(await page.getByRole("button", { name: "Send again anyway" }).count(), 0, "not before somebody has looked");
  await page.getByRole("button", { name: "Check whether it was sent" }).click();
  await page.getByText("Not registered as sent yet").waitFor();
  await page.getByText("Front Payment says: not paid.").waitFor();
  assert.deepEqual(await calls(page, "find_out"), [{ environment: "production", send: 7 }]);
  assert.equal(await result(page).getAttribute("data-outcome"), "unknown");
  await page.getByRole("button", { name: "Send again anyway" }).click();
  await page.getByRole("alertdialog", { name: "The last one may have arrived" }).getByRole("button", { name: "Send again anyway" }).click();
  await outcome(page, "sent");
  assert.deepEqual((await calls(page, "resend_reservation")).map(({ request }) => request.answered), [[], [], ["earlier-unknown"]]);
});

journey("what is found to be sent is a result, and not sent again", { answers: [lost], found: { kind: "sent", at: { at: 1795352700000, text: "", certain: true } } }, async (page) => {
  await send(page);
  await page.getByRole("button", { name: "Check whether it was sent" }).click();
  await outcome(page, "sent");
  await result(page).getByRole("status").getByText("It was sent").waitFor();
  assert.equal(await result(page).getAttribute("data-attempt"), "7", "no send was made");
  assert.match(await heard(page), /^It was sent .*Front Payment lists it as sent /);
  assert.equal(await phone(page).isVisible(), false);
  await page.getByRole("button", { name: "Next customer" }).click();
  assert.equal(await phone(page).inputValue(), "");
});

journey("what was sent a while ago is spoken of as something that was", { answers: [lost], found: { kind: "sent", at: { at: 1795352700000, text: "", certain: true } } }, async (page) => {
  await page.clock.setFixedTime(1795352700000 + 3 * 3_600_000);
  await send(page);
  await page.getByRole("button", { name: "Check whether it was sent" }).click();
  await outcome(page, "sent");
  assert.match(await heard(page), /It should have arrived by now\./);
  await page.getByRole("region", { name: "Say this to the customer" }).getByText("har sendt deg en SMS").waitFor();
});

for (const [what, found] of [["paid", { kind: "over", status: "paid" }], ["cancelled", { kind: "over", status: "cancelled" }], ["not known", { kind: "not-found" }]]) {
  journey(`nothing offers to send again what is ${what}`, { answers: [lost], found }, async (page) => {
    await send(page);
    await page.getByRole("button", { name: "Check whether it was sent" }).click();
    await page.locator("#finding .finding-title").waitFor();
    assert.equal(await page.getByRole("button", { name: "Send again anyway" }).count(), 0);
    assert.equal(await result(page).getAttribute("data-outcome"), "unknown");
  });
}

journey("a finding goes when the box names another reservation", { answers: [lost] }, async (page) => {
  await send(page);
  await page.getByRole("button", { name: "Check whether it was sent" }).click();
  await page.getByRole("button", { name: "Send again anyway" }).waitFor();
  await reservation(page).fill("RES1000000001");
  await page.waitForFunction(() => !("outcome" in document.querySelector("#result").dataset));
  assert.equal(await page.getByRole("button", { name: "Send again anyway" }).count(), 0);
});

journey("the fonts of other languages are looked for once somebody comes to their list, and not for every result", {}, async (page) => {
  await send(page);
  await outcome(page, "sent");
  const told = () => page.locator("#customer-language option").evaluateAll((all) => all.map(({ lang }) => lang).filter(Boolean));
  assert.deepEqual(await told(), []);
  await page.locator("#customer-language").focus();
  assert.deepEqual(await told(), ["nb", "en", "sv", "da", "de", "pl", "uk", "nl", "fr", "es", "lt", "fi"]);
});

journey("there are words for the customer, in the language of their country or another", {}, async (page) => {
  await send(page);
  await outcome(page, "sent");
  const call = page.getByRole("region", { name: "Say this to the customer" });
  await call.getByText("Du får nå en SMS fra Front Payment").waitFor();
  assert.match(await call.locator("blockquote").innerText(), /slutter på 567/);
  for (const [name, start] of [["English", "You will get a text message"], ["Svenska", "Du får nu ett sms"], ["Dansk", "Du får nu en sms"], ["Deutsch", "Sie bekommen jetzt eine SMS"], ["Polski", "Za chwilę przyjdzie SMS"]]) {
    await call.getByRole("combobox", { name: "Language for the customer" }).selectOption({ label: name });
    await call.getByText(start).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), "customer-language");
  }
  assert.equal(await call.locator("blockquote").getAttribute("lang"), "pl");
});

journey("what stays in sight is spoken of as something that was once it is", {}, async (page) => {
  await page.clock.install();
  await send(page);
  await outcome(page, "sent");
  const call = page.getByRole("region", { name: "Say this to the customer" });
  await call.getByText("Du får nå en SMS").waitFor();
  await page.clock.fastForward(11 * 60_000);
  await call.getByText("har sendt deg en SMS").waitFor();
});

for (const [what, more, start] of [
  ["is paid already", { outcome: "not-sent", reason: "already-paid" }, "Betalingen din er registrert."],
  ["did not leave", { outcome: "not-sent", reason: "no-contact" }, "Vi fikk ikke sendt betalingslenken nå"],
  ["may have come", { outcome: "unknown", reason: "no-answer" }, "Har du fått en SMS fra Front Payment"],
]) {
  journey(`the customer can be told of what ${what}, in words that are not in sight until then`, { answers: [done(more)] }, async (page) => {
    await send(page);
    await outcome(page, more.outcome);
    const call = page.getByRole("region", { name: "Say this to the customer" });
    const words = call.getByText(start);
    assert.equal(await words.isVisible(), false);
    await call.getByText("Say this to the customer").click();
    await words.waitFor();
    await call.getByRole("combobox", { name: "Language for the customer" }).selectOption({ label: "Suomi" });
    assert.equal(await call.locator("blockquote").getAttribute("lang"), "fi");
    assert.ok(await call.locator("blockquote").isVisible(), "it stays open");
    await reservation(page).fill("RES1000000001");
    await page.waitForFunction(() => document.querySelector("#phone-call").hidden);
  });
}

journey("what is put right at the desk is nothing for the customer", { answers: [done({ reason: "not-found" })] }, async (page) => {
  await send(page);
  await outcome(page, "not-sent");
  assert.equal(await page.getByRole("region", { name: "Say this to the customer" }).isVisible(), false);
});

journey("a proof tells when, to whom and what was answered, and nobody's whole number", {}, async (page) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await send(page);
  await outcome(page, "sent");
  await page.getByRole("button", { name: "Copy proof" }).click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const part of ["Payment link sent", "Production", "RES3633019929", "+47 41 •• •• 67", "Front Payment accepted it (HTTP 202)", "2026-11-22T13:05:00.000Z"]) {
    assert.ok(copied.includes(part), `${part} is missing: ${copied}`);
  }
  assert.doesNotMatch(copied.replace(/\s/g, ""), /41234567/);
});

journey("a proof names the one that the customer pays, where it is known", { answers: [done({ outcome: "sent", reason: null, http_status: 202, merchant: "Hotell Eksempel" })] }, async (page) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await send(page);
  await page.getByRole("button", { name: "Copy proof" }).click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /On behalf of: Hotell Eksempel/);
});

journey("a damaged record is told of when the app opens", { journal: "journal-put-aside" }, async (page) => {
  await page.locator("#notice").getByText("The history was damaged").waitFor();
});

journey("a record that cannot be written is told of before anybody wants to send", { journal: "journal-not-written" }, async (page) => {
  await page.locator("#notice").getByText("It can't do that now, so nothing can be sent.").waitFor();
});

journey("keeping less of the history deletes only after a question", { settings: { keep_days: 90 } }, async (page) => {
  await page.getByRole("button", { name: "Settings" }).click();
  const keep = page.getByRole("combobox", { name: "Keep the history for" });
  await keep.selectOption({ label: "7 days" });
  await page.getByRole("alertdialog", { name: "Delete the older history?" }).getByRole("button", { name: "Keep it" }).click();
  await page.waitForFunction(() => document.querySelector("#keep-days").value === "90");
  assert.deepEqual(await calls(page, "save_settings"), []);
  await keep.selectOption({ label: "365 days" });
  await page.waitForFunction(() => window.__CALLS__.some(({ command }) => command === "save_settings"));
  await keep.selectOption({ label: "30 days" });
  await page.getByRole("button", { name: "Delete it" }).click();
  await page.waitForFunction(() => window.__CALLS__.filter(({ command }) => command === "save_settings").length === 2);
  assert.deepEqual((await calls(page, "save_settings")).map(({ settings }) => settings.keep_days), [365, 30]);
});

journey("the guard and the time to stop are chosen in Settings", {}, async (page) => {
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("combobox", { name: "Ask before the same link goes to the same recipient again" }).selectOption({ label: "Never" });
  await page.getByRole("combobox", { name: "Wait before sending, so you can stop it" }).selectOption({ label: "5 seconds" });
  await page.waitForFunction(() => window.__CALLS__.filter(({ command }) => command === "save_settings").length === 2);
  const { settings } = (await calls(page, "save_settings")).at(-1);
  assert.deepEqual([settings.repeat_minutes, settings.hold_seconds], [0, 5]);
});

journey("what the app is started with fills the form, and is looked up and not sent", { openedWith: "ref. RES1000000001" }, async (page) => {
  await page.waitForFunction(() => window.__CALLS__.some(({ command }) => command === "look_up"));
  assert.equal(await reservation(page).inputValue(), "ref. RES1000000001");
  assert.deepEqual(await calls(page, "resend_reservation"), []);
});

journey("another reservation waits for a word where something is typed", {}, async (page) => {
  await phone(page).fill("412 34 567");
  await page.evaluate(() => window.__OPEN__("RES1000000001"));
  await page.locator("#notice").getByText("A link was opened: RES1000000001").waitFor();
  assert.deepEqual([await reservation(page).inputValue(), await phone(page).inputValue()], ["", "412 34 567"]);
  await page.getByRole("button", { name: "Use it instead" }).click();
  assert.deepEqual([await reservation(page).inputValue(), await phone(page).inputValue()], ["RES1000000001", ""]);
  assert.equal(await page.locator("#notice").isVisible(), false);
});

journey("another reservation takes the place of one that nobody has touched", { openedWith: ID, lookUps: { [ID]: seen({}) } }, async (page) => {
  await page.getByRole("button", { name: "Send payment link to +47 41 23 45 67" }).waitFor();
  await page.evaluate(() => window.__OPEN__("RES1000000001"));
  await page.waitForFunction(() => document.querySelector("#reservation").value === "RES1000000001");
  assert.deepEqual([await phone(page).inputValue(), await page.locator("#notice").isVisible()], ["", false]);
});

for (const [what, touch] of /** @type {const} */ ([
  ["a contact", (page) => phone(page).fill("412 34 568")],
  ["a tick", (page) => page.getByRole("checkbox", { name: "Email" }).check()],
  ["the box", (page) => reservation(page).fill(`${ID} `)],
  ["Send", (page) => phone(page).press("Enter")],
])) {
  journey(`another reservation waits where a person has touched ${what}`, { openedWith: ID, lookUps: { [ID]: seen({}) }, answers: [lost] }, async (page) => {
    await page.getByRole("button", { name: "Send payment link to +47 41 23 45 67" }).waitFor();
    await touch(page);
    if (what === "Send") await outcome(page, "unknown");
    await page.evaluate(() => window.__OPEN__("RES1000000001"));
    await page.locator("#notice").getByText("A link was opened: RES1000000001").waitFor();
    assert.equal((await reservation(page).inputValue()).trim(), ID);
  });
}

journey("another reservation takes the place of a result that was read", {}, async (page) => {
  await send(page);
  await outcome(page, "sent");
  await page.evaluate(() => window.__OPEN__("RES1000000001"));
  await page.waitForFunction(() => document.querySelector("#reservation").value === "RES1000000001");
  assert.equal(await page.evaluate(() => document.querySelector("#result").dataset.outcome), undefined);
});

journey("what comes during the first start waits for the form", { startup: { first_start: true, language_given: true }, openedWith: "RES1000000001" }, async (page) => {
  assert.equal(await reservation(page).isVisible(), false);
  await page.getByRole("button", { name: "Try it in practice mode" }).click();
  await page.waitForFunction(() => document.querySelector("#reservation").value === "RES1000000001");
});

journey("the reservation that stands there already changes nothing", {}, async (page) => {
  await reservation(page).fill("ref. RES1000000001");
  await phone(page).fill("412 34 567");
  await page.evaluate(() => window.__OPEN__("RES1000000001"));
  await page.evaluate(() => window.__OPEN__("RES1000000002"));
  await page.locator("#notice").getByText("was opened").waitFor();
  assert.match(await page.locator("#notice").textContent(), /RES1000000002/, "the first one had nothing to offer");
  assert.equal(await phone(page).inputValue(), "412 34 567");
});

journey("another reservation is not taken while one is being sent", { sendTakes: "held", answers: [lost] }, async (page) => {
  await send(page);
  await page.evaluate(() => window.__OPEN__("RES1000000001"));
  await page.getByRole("button", { name: "Use it instead" }).click();
  await page.getByText("already being sent").waitFor();
  await release(page, "resend_reservation");
  await outcome(page, "unknown");
  assert.equal(await reservation(page).inputValue(), "RES3633019929", "the form stays as it was sent");
  await page.getByRole("button", { name: "Use it instead" }).click();
  assert.equal(await reservation(page).inputValue(), "RES1000000001");
});
