// What is seen of a link after it was sent, in each state that a person can meet.
import { done, lost } from "./outcomes.js";
import { seen } from "./look-ups.js";
import { rows, update } from "./waiting-rows.js";

const AFTERNOON = 1795352700000;
const moment = { at: AFTERNOON, text: "22.11.2026 14:05", certain: true };
const row = rows[4];
const fromRow = { waiting: [update()], lookUps: { [row.id]: seen({ id: row.id, customer: "Lina Berg" }) }, answers: [done({ outcome: "sent", reason: null, reservation: { id: row.id, order: false } })] };

const send = async (page) => {
  await page.locator("#reservation").fill("RES3633019929");
  await page.locator("#phone-number").fill("412 34 567");
  await page.locator("#reservation").press("Enter");
  await page.locator("#result[data-outcome]").waitFor();
};

const sendFromRow = async (page) => {
  await page.locator("#open-waiting").click();
  await page.locator(`#waiting [data-reservation="${row.id}"] button`).click();
  await page.locator("#card:not([hidden])").waitFor();
  await page.locator("#reservation").press("Enter");
  await page.locator("#result[data-outcome]").waitFor();
};

/** @type {Record<string, { scenario: import("./fake-backend.js").Scenario, walk?: (page: import("playwright-core").Page) => Promise<unknown> }>} */
export const WATCH_STATES = {
  "sent, opened and reserved": {
    scenario: { sightings: [{ seen: "opened", when: moment }, { seen: "reserved", when: moment }] },
    async walk(page) {
      await send(page);
      await page.locator("#result[data-seen='reserved']").waitFor();
    },
  },
  "sent, opened by another clock": {
    scenario: { sightings: [{ seen: "opened", when: { ...moment, certain: false } }] },
    async walk(page) {
      await send(page);
      await page.locator("#result[data-seen]").waitFor();
    },
  },
  "sent, and not opened for as long as it was watched": {
    scenario: {},
    async walk(page) {
      await send(page);
      await page.evaluate((last) => window.__END_WATCH__(last), AFTERNOON);
      await page.locator("#result-steps").getByText(/14:05/).first().waitFor();
    },
  },
  "sent, and nothing to be seen of it": { scenario: { watchFails: "token-refused" }, walk: send },
  "unknown, and sent by itself": {
    scenario: { answers: [lost] },
    async walk(page) {
      await send(page);
      await page.evaluate((at) => window.__SEE__({ seen: "sent", when: { at, text: "", certain: true } }), AFTERNOON);
      await page.locator("#result[data-outcome='sent']").waitFor();
      await page.waitForFunction(() => !document.querySelector("#result-actions").inert);
    },
  },
  "sent from a row of the list": {
    scenario: fromRow,
    walk: sendFromRow,
  },
  "waiting for payment, after a send from a row": {
    scenario: fromRow,
    async walk(page) {
      await sendFromRow(page);
      await page.keyboard.press("Escape");
      await page.locator(".waiting-last .icon").waitFor();
    },
  },
};
