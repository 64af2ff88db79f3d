// What is spoken, when, and how often: the way to the button that sends, what came of a send, and what comes by itself.
import assert from "node:assert/strict";
import { heard } from "./heard.js";
import { answerLookUp, journey, release, reservation, result } from "./journeys.js";
import { ID, seen } from "./look-ups.js";
import { done, lost } from "./outcomes.js";
import { row, rows, update } from "./waiting-rows.js";

const stored = { lookUps: { [ID]: seen() } };
const focus = (page) => page.evaluate(() => document.activeElement.id);
const announced = (page, words) => page.locator("#announcer").getByText(words).waitFor({ state: "attached" });
/** Whether a region speaks of what comes into it. */
const speaks = (page, selector) => page.locator(selector).evaluate((region) => region.getAttribute("aria-live") !== "off");

async function look(page) {
  await reservation(page).fill(ID);
  await page.getByRole("button", { name: "Send payment link to +47 41 23 45 67" }).waitFor();
}

async function send(page, outcome) {
  await look(page);
  await page.keyboard.press("Enter");
  await page.locator(`#result[data-outcome=${outcome}]`).waitFor();
}

journey("three stops lie between the reservation and the button that sends, where the contact is stored", stored, async (page) => {
  await look(page);
  const stops = [];
  while (stops.at(-1) !== "send" && stops.length < 9) {
    await page.keyboard.press("Tab");
    stops.push(await focus(page));
  }
  assert.deepEqual(stops, ["sms", "email", "phone-number", "send"]);
});

for (const [outcome, answers, region] of [["sent", [], "#result-status"], ["not-sent", [done()], "#result-alert"], ["unknown", [lost], "#result-alert"]]) {
  journey(`what came of a send is spoken once, as what has the focus: ${outcome}`, { ...stored, answers }, async (page) => {
    assert.equal(await speaks(page, region), true);
    await send(page, outcome);
    assert.notEqual(await heard(page), "");
    assert.equal(await speaks(page, region), false);
  });
}

journey("what was found out is spoken once, too", { ...stored, answers: [lost] }, async (page) => {
  await send(page, "unknown");
  await page.getByRole("button", { name: "Check whether it was sent" }).click();
  await page.getByText("Not registered as sent yet").waitFor();
  assert.match(await heard(page), /^Not registered as sent yet .*Ask the customer before you send again/);
  assert.equal(await speaks(page, "#finding"), false);
});

journey("what comes while somebody types the next one takes no focus, and so is spoken by itself", { ...stored, answers: [done()], sendTakes: "held" }, async (page) => {
  await look(page);
  await page.keyboard.press("Enter");
  await reservation(page).fill("RES3633019930");
  await release(page, "resend_reservation");
  await page.locator("#result[data-outcome=not-sent]").waitFor();
  assert.equal(await focus(page), "reservation");
  assert.equal(await speaks(page, "#result-alert"), true);
});

journey("after a question the box is not spoken of once more, before what came of it", { ...stored, answers: [{ kind: "ask", about: { kind: "earlier-unknown" } }, done()] }, async (page) => {
  await look(page);
  await page.keyboard.press("Enter");
  await page.getByRole("alertdialog").waitFor();
  await page.evaluate(() => {
    window.__FOCUSED__ = [];
    addEventListener("focusin", ({ target }) => window.__FOCUSED__.push(target.id || target.className));
  });
  await page.getByRole("alertdialog").getByRole("button", { name: "Send again anyway" }).press("Enter");
  await result(page).getByRole("alert").getByText("No such reservation").waitFor();
  assert.deepEqual(await page.evaluate(() => window.__FOCUSED__), ["question-go", "result-told"]);
});

journey("a question that is answered with no leads to the button that would send", { ...stored, answers: [{ kind: "ask", about: { kind: "earlier-unknown" } }] }, async (page) => {
  await look(page);
  await page.keyboard.press("Enter");
  await page.getByRole("alertdialog").waitFor();
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.id === "send");
});

journey("how many are waiting is spoken once they are read, and once for each search", { waiting: [update({ rows: [row(20011, "Kari Nordmann", "opened"), ...rows.slice(1)] })] }, async (page) => {
  await page.getByRole("button", { name: "Waiting for payment", exact: true }).click();
  await announced(page, /^7 are waiting · /);
  assert.equal(await speaks(page, "#waiting-status"), false, "how far it is would be spoken of all the while");
  await page.keyboard.press("Tab");
  assert.match(await heard(page), /Search.*7 are waiting · /, "and where nobody hears it by itself, at the first stop");
  await page.keyboard.type("Kari");
  await announced(page, /^1 is waiting · /);
});

/** Writes down what is put into the page from now on. */
const watchForAnew = (page) =>
  page.evaluate(() => {
    window.__ANEW__ = [];
    window.__SEND__ = document.querySelector("#send");
    new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach(({ id }) => id && window.__ANEW__.push(id)))).observe(document.body, { childList: true, subtree: true });
  });
const isAnew = (page, id) => page.waitForFunction((each) => window.__ANEW__.includes(each), id);

journey("whatever is said of a control anew, a screen reader asks of it anew, and it stays the same element", stored, async (page) => {
  await watchForAnew(page);
  await look(page);
  for (const id of ["send", "sms", "phone-number"]) await isAnew(page, id);
  assert.equal(await page.evaluate(() => window.__SEND__ === document.querySelector("#send")), true);
});

journey("a recipient that comes while the button that sends has the focus is heard at once", { lookUps: { [ID]: { ...seen(), takes: "held" } } }, async (page) => {
  await reservation(page).fill(ID);
  await page.locator("#send").focus();
  await watchForAnew(page);
  await answerLookUp(page);
  await page.getByRole("button", { name: "Send payment link to +47 41 23 45 67" }).waitFor();
  await isAnew(page, "send");
  assert.equal(await focus(page), "send");
});

journey("a text box that is come back to is heard as another one, with its caret where it was", stored, async (page) => {
  await reservation(page).fill("RES");
  await reservation(page).press("ArrowLeft");
  await watchForAnew(page);
  // As the window does it.
  await reservation(page).evaluate((box) => box.dispatchEvent(new FocusEvent("focus")));
  await isAnew(page, "reservation");
  await page.keyboard.type("X");
  assert.equal(await reservation(page).inputValue(), "REXS");
});

journey("whoever comes back to the window finds what they had scrolled to", stored, async (page) => {
  await look(page);
  await page.setViewportSize({ width: 560, height: 300 });
  const scrolled = () => page.evaluate(() => scrollY);
  await reservation(page).focus();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const before = await scrolled();
  await reservation(page).evaluate((box) => {
    window.__TAKEN__ = 0;
    box.addEventListener("focus", ({ isTrusted }) => (window.__TAKEN__ += Number(isTrusted)));
    box.dispatchEvent(new FocusEvent("focus"));
    dispatchEvent(new FocusEvent("focus"));
  });
  // Once as another one, and once more when the web view has been told of.
  await page.waitForFunction(() => window.__TAKEN__ === 2 && document.activeElement.id === "reservation");
  assert.notEqual(before, 0);
  assert.equal(await scrolled(), before);
});

journey("a box is not taken out under a hand: a double click in it chooses a word", stored, async (page) => {
  await reservation(page).fill("one two");
  await page.locator("#sms").focus();
  await reservation(page).dblclick({ position: { x: 25, y: 20 } });
  assert.equal(await page.evaluate(() => getSelection().toString().trim()), "one");
});
