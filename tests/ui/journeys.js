// A journey is what a person does on a page of its own, which must end without an error or a breach of the policy.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./browser.js";

/**
 * @param {string} sentence
 * @param {import("./fake-backend.js").Scenario} scenario
 * @param {(page: import("playwright-core").Page) => Promise<void>} walk
 * @param {Parameters<typeof openPage>[1]} [look]
 */
export function journey(sentence, scenario, walk, look) {
  test(sentence, async () => {
    const { page, faults, close } = await openPage(scenario, look);
    await walk(page);
    assert.deepEqual(faults, []);
    await close();
  });
}

/** What the page asked the backend for, by this command. */
export const calls = (page, command) =>
  page.evaluate((name) => window.__CALLS__.filter((call) => call.command === name).map((call) => call.payload), command);
/** From now on this command is not answered, until it is released. @param {import("playwright-core").Page} page @param {string} command */
export const hold = (page, command) => page.evaluate((name) => window.__HOLD__(name), command);
/** Lets what is held answer, once it was asked for. @param {import("playwright-core").Page} page @param {string} command */
export async function release(page, command) {
  await isHeld(page, command);
  await page.evaluate((name) => window.__RELEASE__(name), command);
}
export const answerLookUp = (page) => release(page, "look_up");
/** @param {import("playwright-core").Page} page @param {string} command */
export const isHeld = (page, command, times = 1) =>
  page.waitForFunction(([name, least]) => window.__HELD__(name) >= least, /** @type {const} */ ([command, times]));
/** As the clipboard does it: all at once, and marked as pasted. */
export const paste = (box, text) =>
  box.evaluate((input, pasted) => {
    input.focus();
    input.value = pasted;
    input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste", data: pasted }));
  }, text);
export const sends = (page) => calls(page, "resend_reservation").then((all) => all.map(({ request }) => request));
export const focused = (page) => page.evaluate(() => document.activeElement.textContent || document.activeElement.id);
/** A combobox where customers can be found in it, and else a text box. */
export const reservation = (page) => page.getByRole("combobox", { name: "Reservation number or link" }).or(page.getByRole("textbox", { name: "Reservation number or link" }));
export const phone = (page) => page.getByRole("textbox", { name: "Phone number" });
export const result = (page) => page.getByRole("region", { name: "Result" });
export const outcome = (page, kind) => page.waitForFunction((name) => document.querySelector("#result").dataset.outcome === name, kind);

/** What becomes of it is not waited for. */
export async function send(page) {
  await reservation(page).fill("RES3633019929");
  await phone(page).fill("412 34 567");
  await phone(page).press("Enter");
}
