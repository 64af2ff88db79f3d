// Enter on a button, a summary or a link presses that one and nothing else, in every state of the page: what has the focus is
// pressed, and only Send submits the form.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openPage } from "./browser.js";
import { STATES } from "./states.js";

describe("the page as it ships", { concurrency: 4 }, () => {
  for (const [state, { scenario, walk }] of Object.entries(STATES)) {
    test(`Enter presses what it is on: ${state}`, async () => {
      const { page, faults, close } = await openPage(scenario);
      await walk?.(page);
      await page.evaluate(watchPresses);
      const pressed = await pressEach(page);
      assert.ok(pressed.length > 0);
      for (const { name, presses } of pressed) assert.deepEqual(presses, [name]);
      assert.deepEqual(faults, []);
      await close();
    });
  }
});

/** With nothing coming of any of them. It runs inside the page. */
function watchPresses() {
  const presses = [];
  const isInReach = (element) => element.checkVisibility() && (!document.querySelector("dialog:modal") || element.closest("dialog:modal"));
  const nameOf = (element) => element.id || element.textContent.trim();
  for (const kind of ["click", "submit"]) {
    const note = (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      presses.push(kind === "click" ? nameOf(event.target) : kind);
    };
    addEventListener(kind, note, true);
  }
  Object.assign(window, {
    /** Null where there are no more. */
    __FOCUS__(at) {
      const element = [...document.querySelectorAll("button, summary, a[href]")].filter(isInReach)[at];
      if (!element) return null;
      element.focus();
      return document.activeElement === element ? nameOf(element) : `no focus on ${nameOf(element)}`;
    },
    __PRESSES__: () => presses.splice(0),
  });
}

/** @param {import("playwright-core").Page} page */
async function pressEach(page) {
  const pressed = [];
  for (let at = 0; ; at += 1) {
    const name = await page.evaluate((index) => window.__FOCUS__(index), at);
    if (name === null) return pressed;
    await page.keyboard.press("Enter");
    pressed.push({ name, presses: await page.evaluate(() => window.__PRESSES__()) });
  }
}
