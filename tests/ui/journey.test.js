// What a person does with the page, in a real browser, with the backend stood in for.
import assert from "node:assert/strict";
import { heard } from "./heard.js";
import { calls, focused, isHeld, journey, phone, release, reservation, result } from "./journeys.js";
import { done } from "./outcomes.js";

async function fillIn(page) {
  await reservation(page).fill("RES3633019929");
  await phone(page).fill("412 34 567");
}

journey("practice is reached with two presses of Enter, and a link is sent with one more", { startup: { first_start: true } }, async (page) => {
  await page.keyboard.press("Enter");
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "How do you want to start?");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.title === "Resend Reservation — Practice");
  assert.deepEqual(await calls(page, "save_settings"), [
    { settings: { language: "en", environment: "practice", default_country: "NO", repeat_minutes: 10, hold_seconds: 0, keep_days: 30, waiting_days: 14 } },
  ]);
  await page.keyboard.type("RES1000000001");
  for (const key of ["Tab", "Tab", "Tab"]) await page.keyboard.press(key);
  await page.keyboard.type("41234567");
  await page.keyboard.press("Enter");
  await result(page).getByRole("status").getByText("Payment link sent").waitFor();
  assert.equal(await result(page).getAttribute("data-outcome"), "sent");
  assert.match(await heard(page), /^Payment link sent /);
});

journey("only the words of the language in use are fetched", { settings: { language: "nb" } }, async (page) => {
  const fetched = () => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => /locales\/(..)\.js$/.exec(name)?.[1]).filter(Boolean));
  assert.deepEqual(await fetched(), ["nb"]);
  await page.getByRole("button", { name: "Innstillinger" }).click();
  await page.locator("#language").selectOption("en");
  await page.getByRole("heading", { name: "Settings" }).waitFor();
  assert.deepEqual(await fetched(), ["nb", "en"]);
});

journey("a language given at start skips the language step", { startup: { first_start: true, language_given: true }, settings: { language: "nb" } }, async (page) => {
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Hvordan vil du begynne?");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "nb");
});

journey("connecting takes a token, tests it, and opens the form", { startup: { first_start: true, language_given: true } }, async (page) => {
  await page.getByRole("button", { name: "Connect to Front Payment" }).click();
  await page.getByRole("radio", { name: "Demo" }).check();
  await page.getByRole("textbox", { name: "Access token" }).fill("secret-token");
  await page.getByRole("button", { name: "Save token" }).click();
  await page.getByText("Connected to Demo").waitFor();
  assert.equal(await page.title(), "Resend Reservation — Demo");
  const order = await page.evaluate(() => window.__CALLS__.map(({ command }) => command));
  assert.deepEqual(order.slice(-4), ["save_settings", "save_token", "test_connection", "open_journal"]);
});

journey("a token that does not work keeps the person at its box, and lets them go on", { startup: { first_start: true, language_given: true }, test: { kind: "fails", code: "token-refused" } }, async (page) => {
  await page.getByRole("button", { name: "Connect to Front Payment" }).click();
  await page.getByRole("textbox", { name: "Access token" }).fill("secret-token");
  await page.keyboard.press("Enter");
  await page.getByText("The token was refused").waitFor();
  await page.getByRole("button", { name: "Continue" }).click();
  await reservation(page).waitFor();
});

journey("Enter sends nothing more once a link is sent", {}, async (page) => {
  await fillIn(page);
  await page.keyboard.press("Enter");
  await result(page).getByRole("status").waitFor();
  await page.waitForFunction(() => document.querySelector("#result").dataset.outcome === "sent");
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("Enter");
  assert.equal((await calls(page, "resend_reservation")).length, 1);
  assert.equal(await reservation(page).isVisible(), false);
});

journey("Enter twice quickly, or held down, sends once", { sendTakes: "held" }, async (page) => {
  await fillIn(page);
  await page.keyboard.down("Enter");
  await page.keyboard.down("Enter"); // the browser marks this one as a repeat
  await page.keyboard.up("Enter");
  await page.waitForFunction(() => document.querySelector("#send").getAttribute("aria-disabled") === "true");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Send payment link/ }).click({ force: true });
  await page.getByText("already being sent").waitFor();
  await release(page, "resend_reservation");
  await page.waitForFunction(() => document.querySelector("#result").dataset.outcome === "sent");
  assert.equal((await calls(page, "resend_reservation")).length, 1);
});

journey("a key held down on the button sends once", {}, async (page) => {
  await fillIn(page);
  await page.getByRole("button", { name: /^Send payment link/ }).focus();
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.down("Enter");
  await page.waitForFunction(() => document.querySelector("#result").dataset.outcome === "sent");
  assert.equal((await calls(page, "resend_reservation")).length, 1);
});

journey("the form goes to Rust exactly as it stands, hidden values with it", {}, async (page) => {
  await reservation(page).fill(" res 3633019929 ");
  await phone(page).fill("(+47) 412-34-567");
  await page.getByRole("checkbox", { name: "Email" }).check();
  await page.getByRole("textbox", { name: "Email address" }).fill("kari@example.com");
  await page.getByRole("checkbox", { name: "SMS" }).uncheck();
  assert.equal(await phone(page).isVisible(), false);
  await page.getByRole("button", { name: "Send payment link to kari@example.com" }).click();
  const [{ request }] = await calls(page, "resend_reservation");
  assert.deepEqual(request, {
    environment: "production", reservation: " res 3633019929 ", sms: false, email: true, phone_number: "(+47) 412-34-567",
    email_address: "kari@example.com", typed_for: "RES3633019929", answered: [], held: false,
  });
});

journey("our reading stands beside what was typed, and on the button", {}, async (page) => {
  await reservation(page).fill("Ref. RES3633019929, Kari");
  await phone(page).fill("412 34 567");
  await page.getByText("+47 41 23 45 67 · Norway · mobile").waitFor();
  await page.getByText("Reservation RES3633019929", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Send payment link to +47 41 23 45 67" }).waitFor();
  assert.equal(await phone(page).inputValue(), "412 34 567");
  await phone(page).fill("412 34 56");
  await page.getByRole("button", { name: "Send payment link", exact: true }).waitFor();
});

journey("pasted lines are kept apart", {}, async (page) => {
  await reservation(page).evaluate((box) => {
    const data = new DataTransfer();
    data.setData("text/plain", "Order\nRES3633019929\r\nKari");
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  assert.equal(await reservation(page).inputValue(), "Order↵RES3633019929↵Kari");
});

const mend = { kind: "mend", problems: [{ field: "reservation", code: "reservation-missing" }, { field: "phone-number", code: "phone-has-letters" }] };
journey("what must be mended is said at once, leads to its field, and goes when mended", { answers: [mend, done({})] }, async (page) => {
  await phone(page).fill("412 3a 567");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "There is a problem" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "problems");
  assert.equal(await phone(page).getAttribute("aria-invalid"), "true");
  const described = await phone(page).evaluate((box) => box.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id).textContent).join(" "));
  assert.match(described, /There are letters in the phone number/);
  await page.getByRole("link", { name: "Enter a reservation number or link" }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "reservation");
  await fillIn(page);
  await page.keyboard.press("Enter");
  await result(page).getByRole("alert").getByText("No such reservation").waitFor();
  assert.equal(await page.getByRole("heading", { name: "There is a problem" }).isVisible(), false);
  assert.equal(await phone(page).getAttribute("aria-invalid"), null);
});

journey("after a failure the form keeps what was typed, and the result is announced above it", { answers: [done({})] }, async (page) => {
  await fillIn(page);
  await page.keyboard.press("Enter");
  await result(page).getByRole("alert").getByText("No such reservation").waitFor();
  assert.equal(await result(page).getAttribute("data-outcome"), "not-sent");
  assert.equal(await result(page).getAttribute("data-attempt"), "7");
  assert.match(await heard(page), /^No such reservation /);
  assert.equal(await reservation(page).inputValue(), "RES3633019929");
  assert.equal(await phone(page).inputValue(), "412 34 567");
});

journey("an old result is gone the moment a send starts", { answers: [done({}), done({ attempt: 8 })], sendTakes: "held" }, async (page) => {
  await fillIn(page);
  await page.keyboard.press("Enter");
  await release(page, "resend_reservation");
  await result(page).getByText("No such reservation").waitFor();
  await phone(page).press("Enter");
  await isHeld(page, "resend_reservation");
  assert.equal(await result(page).getAttribute("data-outcome"), null);
  assert.equal(await result(page).getAttribute("data-attempt"), null);
  assert.equal((await result(page).textContent()).trim(), "");
  await page.getByText("Sending…").waitFor();
  await release(page, "resend_reservation");
  await page.waitForFunction(() => document.querySelector("#result").dataset.attempt === "8");
});

journey("the send button is never disabled, and says when it is busy", { sendTakes: "held" }, async (page) => {
  await fillIn(page);
  await page.keyboard.press("Enter");
  await isHeld(page, "resend_reservation");
  const button = page.locator("#send");
  assert.equal(await button.getAttribute("aria-disabled"), "true");
  assert.equal(await button.evaluate((element) => element.disabled), false);
});

journey("a call that is lost is said to be unknown", { answers: ["reject"] }, async (page) => {
  await fillIn(page);
  await page.keyboard.press("Enter");
  await result(page).getByRole("alert").getByText("It may have been sent").waitFor();
  assert.equal(await result(page).getAttribute("data-outcome"), "unknown");
});

const earlier = { kind: "ask", about: { kind: "earlier-unknown" } };
journey("a question has the safe answer focused, and that one sends nothing", { answers: [earlier] }, async (page) => {
  await fillIn(page);
  await page.keyboard.press("Enter");
  await page.getByRole("alertdialog", { name: "The last one may have arrived" }).waitFor();
  assert.equal(await focused(page), "Don't send");
  await page.keyboard.press("Enter");
  await page.getByText("Nothing was sent.").waitFor();
  assert.equal((await calls(page, "resend_reservation")).length, 1);
});

const unfamiliar = { kind: "ask", about: { kind: "unfamiliar-prefix" } };
journey("answers to questions go with the next request", { answers: [earlier, unfamiliar, done({})] }, async (page) => {
  await fillIn(page);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Send again anyway" }).click();
  await page.getByRole("button", { name: "Send it anyway" }).click();
  await result(page).getByText("No such reservation").waitFor();
  const answered = (await calls(page, "resend_reservation")).map(({ request }) => request.answered);
  assert.deepEqual(answered, [[], ["earlier-unknown"], ["earlier-unknown", "unfamiliar-prefix"]]);
});

journey("Escape is the safe answer to a question", { answers: [earlier] }, async (page) => {
  await fillIn(page);
  await page.keyboard.press("Enter");
  await page.getByRole("alertdialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("Nothing was sent.").waitFor();
  assert.equal((await calls(page, "resend_reservation")).length, 1);
});

journey("Next customer begins with an empty form and the focus in it", {}, async (page) => {
  await fillIn(page);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Next customer" }).click();
  assert.equal(await reservation(page).inputValue(), "");
  assert.equal(await phone(page).inputValue(), "");
  assert.equal(await page.getByRole("checkbox", { name: "SMS" }).isChecked(), true);
  assert.equal(await page.evaluate(() => document.activeElement.id), "reservation");
  assert.equal(await result(page).getAttribute("data-outcome"), null);
});

journey("a refused token leads to the token box in Settings", { answers: [done({ reason: "token-refused" })] }, async (page) => {
  await fillIn(page);
  await page.keyboard.press("Enter");
  assert.deepEqual(await calls(page, "token_state"), []);
  await page.getByRole("button", { name: "Open Settings" }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "token");
});

const PAST_NOON = Date.UTC(2026, 10, 22, 12, 0, 15);

journey("the server's own sentences stand beneath ours, and a wait ends by the clock", { answers: [done({ reason: "rate-limited", at: PAST_NOON, sentences: ["Too <b>many</b>."], retry_after_seconds: 30 })] }, async (page) => {
  // Of another day the words would name the day as well.
  await page.clock.setFixedTime(PAST_NOON);
  await fillIn(page);
  await page.keyboard.press("Enter");
  await result(page).getByText("Try again after 13:01.").waitFor();
  await result(page).getByText("Too <b>many</b>.").waitFor();
});

journey("a saved token leaves the page at once", {}, async (page) => {
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByText("No token saved for Production").waitFor();
  await page.getByRole("textbox", { name: "Access token" }).fill("secret-token");
  await page.getByRole("button", { name: "Save token" }).click();
  await page.getByRole("status").getByText("Token saved").waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Access token" }).inputValue(), "");
  assert.equal((await page.content()).includes("secret-token"), false);
  await page.getByText("A token for Production is in the keychain").waitFor();
});

journey("a token that could not be saved stays in its box, with a way out", { saveTokenFails: "keychain-locked" }, async (page) => {
  await page.getByRole("button", { name: "Settings" }).click();
  const box = page.getByRole("textbox", { name: "Access token" });
  assert.equal(await box.getAttribute("type"), "password");
  await box.fill("secret-token");
  await page.getByRole("button", { name: "Save token" }).click();
  await page.getByText("Nothing was saved. Unlock it and try again.").waitFor();
  assert.equal(await box.inputValue(), "secret-token");
  await page.getByRole("button", { name: "Keep it only until the app closes" }).click();
  await page.getByText("Token saved until the app closes").waitFor();
  assert.equal(await box.inputValue(), "");
  assert.deepEqual((await calls(page, "save_token")).map(({ keep }) => keep), ["in-keychain", "until-the-app-closes"]);
});

journey("closing Settings forgets what was typed in the token box", {}, async (page) => {
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("textbox", { name: "Access token" }).fill("secret-token");
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Settings" }).click();
  assert.equal(await page.getByRole("textbox", { name: "Access token" }).inputValue(), "");
});

journey("a slow keychain is waited for in words", { keychainTakes: "held" }, async (page) => {
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByText("Waiting for the keychain. It may have opened a window of its own, perhaps behind this one.").waitFor();
  await release(page, "keychain");
  await page.getByText("No token saved for Production").waitFor();
});

journey("forgetting a token asks first", { token: "in-keychain" }, async (page) => {
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Remove token" }).click();
  await page.getByRole("button", { name: "Keep it" }).click();
  assert.deepEqual(await calls(page, "forget_token"), []);
  await page.getByRole("button", { name: "Remove token" }).click();
  await page.getByLabel("Remove the access token?").getByRole("button", { name: "Remove token" }).click();
  await page.getByText("Token removed").waitFor();
});

journey("another program's token is told of, and saving leaves one", { token: "one-of-several" }, async (page) => {
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByText("Another program has stored one there too, but the app uses its own.").waitFor();
  await page.getByRole("button", { name: "Test connection" }).waitFor();
  await page.getByRole("textbox", { name: "Access token" }).fill("secret-token");
  await page.getByRole("button", { name: "Save token" }).click();
  await page.getByText("A token for Production is in the keychain", { exact: true }).waitFor();
});

journey("of several tokens none is guessed, and all can be removed", { tokenStateFails: "keychain-several" }, async (page) => {
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByText("Several tokens in the keychain").waitFor();
  await page.getByRole("button", { name: "Remove token" }).click();
  await page.getByLabel("Remove the access token?").getByRole("button", { name: "Remove token" }).click();
  await page.getByText("No token saved for Production").waitFor();
  assert.equal(await page.getByText("Several tokens in the keychain").count(), 0);
});

journey("another environment changes the band, the title, the token box and the examples", {}, async (page) => {
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("radio", { name: "Practice" }).check();
  await page.waitForFunction(() => document.title === "Resend Reservation — Practice");
  assert.equal(await page.getByRole("textbox", { name: "Access token" }).isVisible(), false);
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("banner").getByText("Nothing is sent", { exact: true }).waitFor();
  await page.getByRole("button", { name: /RES1000000001/ }).click();
  assert.equal(await reservation(page).inputValue(), "RES1000000001");
  assert.equal(await phone(page).inputValue(), "412 34 567");
});

journey("a choice that could not be saved is taken back", { saveSettingsFails: "settings-not-saved" }, async (page) => {
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("radio", { name: "Demo" }).click();
  await page.getByText("The choice could not be saved").waitFor();
  assert.equal(await page.getByRole("radio", { name: "Production" }).isChecked(), true);
  assert.equal(await page.title(), "Resend Reservation — Production");
});

journey("another language changes every word and keeps what was typed", { answers: [done({})] }, async (page) => {
  await fillIn(page);
  await page.keyboard.press("Enter");
  await result(page).getByText("No such reservation").waitFor();
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByLabel("Language").selectOption("nb");
  await page.getByRole("button", { name: "Lukk" }).click();
  await page.getByRole("region", { name: "Resultat" }).getByText("Fant ikke reservasjonen").waitFor();
  assert.equal(await page.title(), "Resend Reservation — Produksjon");
  assert.equal(await page.getByRole("combobox", { name: "Reservasjonsnummer eller lenke" }).inputValue(), "RES3633019929");
});

journey("Local test cannot be left in Settings", { settings: { environment: "local" }, startup: { environments: ["local"] } }, async (page) => {
  assert.equal(await page.title(), "Resend Reservation — Local test");
  await page.getByRole("button", { name: "Settings" }).click();
  assert.equal(await page.getByRole("radio").count(), 1);
  await page.getByText("it cannot be changed here").waitFor();
});

journey("copied details mask who it was for, and say that they are copied", { answers: [done({})], token: "in-keychain" }, async (page) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await fillIn(page);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Copy details" }).click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const part of ["No such reservation", "Code: not-found", "HTTP status: 404", "Production", "RES3633019929", "+47 41 •• •• 67", "0.1.0"]) {
    assert.ok(copied.includes(part), `${part} in ${copied}`);
  }
  assert.equal(copied.includes("41 23 45 67"), false);
});

journey("details are copied even where the web view refuses the clipboard", { answers: [done({})] }, async (page) => {
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
    document.addEventListener("copy", () => (window.__COPIED__ = document.getSelection().toString()));
  });
  await fillIn(page);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Copy details" }).click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  assert.match(await page.evaluate(() => window.__COPIED__), /Code: not-found/);
});

journey("nothing that is pressed reloads the page, and the menu comes only where there is text to paste or copy", {}, async (page) => {
  const happens = (selector, type, init) =>
    page.evaluate(
      ([where, kind, how]) => {
        const Kind = kind === "keydown" ? KeyboardEvent : MouseEvent;
        return document.querySelector(where).dispatchEvent(new Kind(kind, { bubbles: true, cancelable: true, ...how }));
      },
      [selector, type, init],
    );
  assert.equal(await happens("body", "keydown", { key: "F5" }), false);
  assert.equal(await happens("body", "keydown", { key: "r", ctrlKey: true }), false);
  assert.equal(await happens("#reservation", "keydown", { key: "r" }), true);
  assert.equal(await happens("h1", "contextmenu", {}), false);
  assert.equal(await happens("#reservation", "contextmenu", {}), true);
});
