// Two questions at one time: the first stands until it is answered, and no press answers both.
import assert from "node:assert/strict";
import { calls, focused, isHeld, journey, phone, release, reservation } from "./journeys.js";
import { entries } from "./history-entries.js";
import { ID } from "./look-ups.js";

const ask = { kind: "ask", about: { kind: "earlier-unknown" } };
const slow = { history: entries, sendTakes: "held", answers: [ask, null] };
const toDelete = (page) => page.getByRole("alertdialog", { name: "Delete the whole history?" });
const toSend = (page) => page.getByRole("alertdialog", { name: "The last one may have arrived" });
const deletions = (page) => calls(page, "delete_history").then((all) => all.length);
const attempts = (page) => calls(page, "resend_reservation").then((all) => all.length);

/** It waits for the keychain, say. */
async function sendSlowly(page) {
  await reservation(page).fill(ID);
  await phone(page).fill("412 34 567");
  await phone(page).press("Enter");
  await isHeld(page, "resend_reservation");
}

async function askToDelete(page) {
  await page.getByRole("button", { name: "History", exact: true }).click();
  await page.getByRole("button", { name: "Delete all" }).click();
  await toDelete(page).waitFor();
}

for (const [answer, deleted] of /** @type {const} */ ([["Delete it all", 1], ["Keep it", 0]])) {
  journey(`a question that comes while another one stands waits for its answer: ${answer}`, slow, async (page) => {
    await sendSlowly(page);
    await askToDelete(page);
    const words = await toDelete(page).innerText();
    await release(page, "resend_reservation");
    await page.waitForTimeout(400);
    assert.equal(await toDelete(page).innerText(), words);
    await toDelete(page).getByRole("button", { name: answer }).click();
    await toSend(page).waitFor();
    assert.deepEqual([await deletions(page), await attempts(page), await focused(page)], [deleted, 1, "Don't send"]);
    await page.evaluate(() => window.__RELEASE__("resend_reservation"));
    await toSend(page).getByRole("button", { name: "Send again anyway" }).click();
    await isHeld(page, "resend_reservation");
    assert.deepEqual([await deletions(page), await attempts(page)], [deleted, 2]);
    await release(page, "resend_reservation");
    await page.waitForFunction(() => document.querySelector("#result").dataset.outcome === "sent");
  });
}

journey("the second press of a double click answers nothing that came in between", slow, async (page) => {
  await sendSlowly(page);
  await askToDelete(page);
  await release(page, "resend_reservation");
  await page.evaluate(() => {
    const [question, go] = ["question", "question-go"].map((id) => document.getElementById(id));
    const look = () => question.open && question.textContent.includes("Send again anyway") && (window.__INERT__ ??= go.inert);
    new MutationObserver(look).observe(question, { attributes: true });
  });
  await toDelete(page).getByRole("button", { name: "Delete it all" }).click();
  await toSend(page).waitFor();
  assert.equal(await page.evaluate(() => window.__INERT__), true, "while the hand is still there");
  await page.keyboard.press("Escape");
  await page.getByText("Nothing was sent.").waitFor({ state: "attached" });
  assert.equal(await attempts(page), 1);
});

journey("no question comes under a press", slow, async (page) => {
  await sendSlowly(page);
  await page.getByRole("button", { name: "History", exact: true }).click();
  await page.getByRole("button", { name: "Delete all" }).hover();
  await page.mouse.down();
  await release(page, "resend_reservation");
  await page.waitForTimeout(400);
  assert.equal(await page.locator("#question").isVisible(), false);
  await page.mouse.up();
  await toDelete(page).waitFor();
  await page.keyboard.press("Escape");
  await toSend(page).waitFor();
});

journey("what is not to be asked any more when its turn comes is not asked", slow, async (page) => {
  await sendSlowly(page);
  await askToDelete(page);
  await release(page, "resend_reservation");
  await page.waitForTimeout(300);
  // As where the app has begun to use another environment.
  await page.locator("#phone-number").evaluate((box) => (box.value = "900 10 203"));
  await toDelete(page).getByRole("button", { name: "Keep it" }).click();
  await page.getByText("Nothing was sent.").waitFor({ state: "attached" });
  assert.deepEqual([await page.locator("#question").isVisible(), await attempts(page)], [false, 1]);
});

journey("once both are answered the next one is asked at once", slow, async (page) => {
  await sendSlowly(page);
  await askToDelete(page);
  await release(page, "resend_reservation");
  await toDelete(page).getByRole("button", { name: "Keep it" }).click();
  await toSend(page).getByRole("button", { name: "Don't send" }).click();
  await page.getByRole("button", { name: "Delete all" }).click();
  assert.equal(await toDelete(page).isVisible(), true);
});

journey("a send whose question was answered over another place counts down where it can be seen", { history: entries, sendTakes: "held", answers: [ask, { kind: "hold", milliseconds: 60_000 }, null] }, async (page) => {
  await sendSlowly(page);
  await page.getByRole("button", { name: "History", exact: true }).click();
  await release(page, "resend_reservation");
  await toSend(page).getByRole("button", { name: "Send again anyway" }).click();
  await isHeld(page, "resend_reservation");
  await release(page, "resend_reservation");
  await page.getByRole("button", { name: "Stop (Esc)" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("Nothing was sent.").waitFor({ state: "attached" });
});
