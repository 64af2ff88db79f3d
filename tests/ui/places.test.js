// The places of the window: each with a button, a heading and a key, and nothing at the desk is lost on the way.
import assert from "node:assert/strict";
import { calls, isHeld, journey, phone, release, reservation } from "./journeys.js";
import { entries } from "./history-entries.js";
import { ID, seen } from "./look-ups.js";
import { done } from "./outcomes.js";

const activeId = (page) => page.evaluate(() => document.activeElement.id);
const current = (page) => page.locator("[aria-current='page']").allInnerTexts();
const isSeen = (page, ...ids) => Promise.all(ids.map((id) => page.locator(`#${id}`).isVisible()));
const place = (page, name) => page.getByRole("button", { name, exact: true });

journey("one place is open, and its button says so", { history: entries }, async (page) => {
  assert.deepEqual(await current(page), ["Send link"]);
  for (const [name, seenOnes] of [["History", [false, true, false]], ["Settings", [false, false, true]], ["Send link", [true, false, false]]]) {
    await place(page, name).click();
    assert.deepEqual(await current(page), [name]);
    assert.deepEqual(await isSeen(page, "desk", "history", "settings"), seenOnes, name);
  }
});

journey("a place that is opened has the focus, by its own name", { history: entries }, async (page) => {
  for (const name of ["History", "Settings"]) {
    await place(page, name).click();
    const region = page.getByRole("region", { name, exact: true });
    assert.equal(await region.evaluate((element) => element === document.activeElement), true, name);
    await page.getByRole("heading", { level: 1, name }).waitFor({ state: "attached" });
  }
});

journey("back and forth keeps what was typed, and where the hand was", { history: entries, lookUps: { [ID]: seen({}) } }, async (page) => {
  await reservation(page).fill(ID);
  await phone(page).fill("900 00 000");
  await place(page, "History").click();
  await place(page, "Settings").click();
  await place(page, "Send link").click();
  assert.equal(await reservation(page).inputValue(), ID);
  assert.equal(await phone(page).inputValue(), "900 00 000");
  assert.equal(await activeId(page), "phone-number");
});

journey("each place has a key, told where its button is", { history: entries }, async (page) => {
  for (const [key, name] of [["3", "History"], [",", "Settings"], ["1", "Send link"]]) {
    await page.keyboard.press(`Control+${key}`);
    assert.deepEqual(await current(page), [name]);
    assert.equal(await place(page, name).getAttribute("aria-keyshortcuts"), `Control+${key}`);
    assert.match(await place(page, name).getAttribute("title"), new RegExp(`Ctrl\\+${key}$`));
  }
});

journey("the key of a history that the administrator has put away opens nothing", { startup: { allowed: { history: false, export: false } } }, async (page) => {
  assert.equal(await page.locator("#open-history").isVisible(), false);
  await page.keyboard.press("Control+3");
  assert.deepEqual(await current(page), ["Send link"]);
  assert.deepEqual(await calls(page, "search_history"), []);
});

journey("Escape leads back to the desk, and answers a question first", { history: entries }, async (page) => {
  await place(page, "History").click();
  await page.getByRole("button", { name: "Delete all" }).click();
  await page.keyboard.press("Escape");
  assert.deepEqual(await current(page), ["History"]);
  await page.keyboard.press("Escape");
  assert.deepEqual(await current(page), ["Send link"]);
});

journey("what became of a send is there, and has the focus, after a look elsewhere", { history: entries, lookUps: { [ID]: seen({}, "held") } }, async (page) => {
  await reservation(page).fill(ID);
  await phone(page).fill("412 34 567");
  await page.evaluate(() => window.__RELEASE__("look_up"));
  await page.keyboard.press("Enter");
  await place(page, "History").click();
  await page.waitForFunction(() => document.querySelector("#result").dataset.outcome === "sent");
  assert.equal(await activeId(page), "history");
  await place(page, "Send link").click();
  assert.equal(await page.evaluate(() => document.activeElement.closest("#result") !== null), true);
});

journey("what was refused while somebody looked elsewhere is heard on the way back, before the hand goes on", { history: entries, sendTakes: "held", answers: [done({ reason: "refused" })] }, async (page) => {
  await reservation(page).fill(ID);
  await phone(page).fill("412 34 567");
  await page.keyboard.press("Enter");
  await isHeld(page, "resend_reservation");
  await place(page, "History").click();
  await release(page, "resend_reservation");
  await page.waitForFunction(() => document.querySelector("#result").dataset.outcome === "not-sent");
  assert.equal(await activeId(page), "history");
  for (const isHeard of [true, false]) {
    await place(page, "Send link").click();
    assert.equal(await page.evaluate(() => document.activeElement.matches("#result section")), isHeard);
    await phone(page).focus();
    await place(page, "History").click();
  }
});

journey("a result beside the history is in sight, however far down the desk was", { history: entries, answers: [done({ reason: "refused" })], settings: { environment: "practice" } }, async (page) => {
  await place(page, "History").click();
  await reservation(page).fill(ID);
  await phone(page).fill("412 34 567");
  await page.locator("#desk").evaluate((desk) => desk.scrollTo(0, desk.scrollHeight));
  assert.ok((await page.locator("#desk").evaluate((desk) => desk.scrollTop)) > 0, "it scrolls by itself");
  await phone(page).press("Enter");
  await page.locator("#result[data-outcome]").waitFor();
  const { top } = await page.locator("#result").evaluate((result) => result.getBoundingClientRect());
  const head = await page.locator(".head").evaluate((head) => head.getBoundingClientRect().bottom);
  assert.ok(top >= head && top < head + 60, `${top} under a head of ${head}`);
}, { width: 960, height: 560 });

journey("a window that is wide shows the history beside the desk", { history: entries, lookUps: { [ID]: seen({}) } }, async (page) => {
  await place(page, "History").click();
  assert.deepEqual(await isSeen(page, "desk", "history"), [true, true]);
  const box = (id) => page.locator(`#${id}`).boundingBox();
  const [list, desk] = [await box("history"), await box("desk")];
  assert.ok(list.x + list.width <= desk.x + 1 && desk.x + desk.width <= 961, JSON.stringify({ list, desk }));
  await page.getByRole("button", { name: `Send again ${ID}` }).click();
  await page.getByRole("button", { name: "Send payment link to +47 41 23 45 67" }).waitFor();
  assert.deepEqual(await current(page), ["History"]);
  assert.deepEqual(await isSeen(page, "desk", "history"), [true, true]);
  assert.equal(await activeId(page), "reservation");
}, { width: 960, height: 760 });
