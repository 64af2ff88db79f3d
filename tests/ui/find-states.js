// Customers found by name, in the box that takes the number, in each state that a person can meet.
import { namesakes, partial, settledRows, update } from "./waiting-rows.js";

const lookFor = (name, shown) => async (page) => {
  await page.locator("#reservation").pressSequentially(name);
  await page.locator(shown).first().waitFor();
};

/** @type {Record<string, { scenario: import("./fake-backend.js").Scenario, walk?: (page: import("playwright-core").Page) => Promise<unknown> }>} */
export const FIND_STATES = {
  "found by name": {
    scenario: { waiting: [update({ rows: namesakes })] },
    async walk(page) {
      await lookFor("kari", "#found-list [role=option]")(page);
      await page.keyboard.press("ArrowDown");
    },
  },
  "found by name, nobody": { scenario: { waiting: [update()] }, walk: lookFor("xyzzy", "#found-note:not(:empty)") },
  "found by name, being read": {
    scenario: { waiting: [update({ state: "reading", looked_at: 4 }), update()], waitingHolds: true },
    walk: lookFor("kari", "#found-note:not(:empty)"),
  },
  "found by name, not read": { scenario: { waitingFails: "no-contact" }, walk: lookFor("kari", "#found-read:not([hidden])") },
  "found by name, in part": { scenario: { waiting: [{ ...partial, rows: namesakes }] }, walk: lookFor("kari", "#found-list [role=option]") },
  "found by name, the paid ones being searched": {
    scenario: { waiting: [update({ rows: namesakes })], settledRows, settledHolds: true },
    async walk(page) {
      await lookFor("kari", "#found-list [role=option]")(page);
      await page.locator("#found-settled").click();
      await page.locator("#found-list [data-group=settled]").waitFor();
    },
  },
  "nothing sent for a name": {
    scenario: { waiting: [update({ rows: namesakes })] },
    async walk(page) {
      await lookFor("kari", "#found-list [role=option]")(page);
      await page.keyboard.press("Enter");
    },
  },
};
