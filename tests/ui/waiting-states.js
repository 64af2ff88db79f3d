// The list of those who have still to pay, in each state that a person can meet.
import { namesakes, partial, row, settledRows, update } from "./waiting-rows.js";

export const openWaiting = (state) => async (page) => {
  await page.locator("#open-waiting").click();
  await page.waitForFunction((wanted) => document.querySelector("#waiting").dataset.state === wanted, state);
};

/** @type {Record<string, { scenario: import("./fake-backend.js").Scenario, walk?: (page: import("playwright-core").Page) => Promise<unknown> }>} */
export const WAITING_STATES = {
  "waiting for payment": { scenario: { waiting: [update()] }, walk: openWaiting("read") },
  "waiting for payment, being read": { scenario: { waiting: [update({ state: "reading", looked_at: 4 }), update()], waitingHolds: true }, walk: openWaiting("reading") },
  "waiting for payment, in part": { scenario: { waiting: [partial] }, walk: openWaiting("partial") },
  "waiting for payment, more than are drawn": { scenario: { waiting: [update({ rows: Array.from({ length: 60 }, (_, at) => row(21000 + at, `Guest ${at + 1}`, "unopened")) })] }, walk: openWaiting("read") },
  "waiting for payment, nobody": { scenario: { waiting: [update({ rows: [] })] }, walk: openWaiting("read") },
  "waiting for payment, not read": {
    scenario: { waitingFails: "no-contact" },
    async walk(page) {
      await page.locator("#open-waiting").click();
      await page.locator("#waiting-status:not(:empty)").waitFor();
    },
  },
  "waiting for payment, the paid ones found too": {
    scenario: { waiting: [update({ rows: namesakes })], settledRows },
    async walk(page) {
      await openWaiting("read")(page);
      await page.locator("#waiting-search").fill("kari");
      await page.locator("#waiting-settled-begin").click();
      await page.locator("#waiting li[data-group=settled]").first().waitFor();
    },
  },
};
