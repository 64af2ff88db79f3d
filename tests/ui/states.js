// Every state of the page that a person can meet, each with the way there.
import { CHECK_UP_STATES } from "./check-ups.js";
import { answerLookUp, paste, release } from "./journeys.js";
import { done, lost } from "./outcomes.js";
import { entries, many } from "./history-entries.js";
import { at, event, everything, ID, noMoney, notFound, nothing, seen, unseen } from "./look-ups.js";
import { FIND_STATES } from "./find-states.js";
import { WAITING_STATES } from "./waiting-states.js";
import { WATCH_STATES } from "./watch-states.js";

const OTHER = "RES1000000001";

const fill = async (page) => {
  await page.locator("#email").check();
  await page.locator("#reservation").fill("Ref. RES3633019929, Kari Nordmann");
  await page.locator("#phone-number").fill("412 34 567");
  await page.locator("#email-address").fill("kari.nordmann.with.a.long.name@subdomain.example.com");
  await page.locator("#phone-number-reading:not(:empty)").waitFor();
};

const send = async (page) => {
  await fill(page);
  await page.locator("#reservation").press("Enter");
  await page.locator("#result[data-outcome]").waitFor();
};

const openSettings = async (page) => {
  await page.locator("#open-settings").click();
  await page.locator("#settings:not([hidden])").waitFor();
};

const lookAt = (place) => async (page) => {
  await page.locator("#reservation").fill(ID);
  await page.locator(place).waitFor();
};

const findOut = async (page) => {
  await send(page);
  await page.locator("#result-actions .primary").click();
  await page.locator("#finding:not(:empty), #result[data-outcome='sent']").first().waitFor();
};

/** @param {import("../../ui/contract.js").Odd} about */
const asked = (about) => ({
  scenario: { answers: [{ kind: "ask", about }] },
  async walk(page) {
    await fill(page);
    await page.locator("#send").click();
    await page.locator("#question[open]").waitFor();
  },
});

/** @param {object} more */
const lookedUp = (more) => ({ scenario: { lookUps: { [ID]: seen(more) } }, walk: lookAt("#card:not([hidden])") });

/** Enter before anything is known of what was pasted. */
const enterEarly = async (page) => {
  await paste(page.locator("#reservation"), ID);
  await page.keyboard.press("Enter");
  await page.locator("#progress:not(:empty)").waitFor();
};

/** @param {import("../../ui/contract.js").Resolution} found */
const foundOut = (found) => ({ scenario: { answers: [lost], found }, walk: findOut });

const AFTERNOON = 1795352700000;

/** Written in a zone that nobody knows. */
const uncertain = (minutesLater) => ({ at: AFTERNOON + minutesLater * 60_000, text: "22.11.2026 14:05", certain: false });

/** @param {string} name @param {string} shown what stands under the box then */
const openHistory = async (page) => {
  await page.locator("#open-history").click();
  await page.locator("#history-summary:not(:empty), #history-trouble:not(:empty)").waitFor();
};

const everythingWrong = [
  { field: "reservation", code: "reservation-is-organisation" },
  { field: "phone-number", code: "phone-no-such-number" },
  { field: "email-address", code: "email-malformed" },
];

const longSentence = "The customer details.msisdn field is required when customer details.email is not present in the request.";

const wrongPolicy = {
  support: "IT desk, it@example.com",
  policy_faults: [
    { file: "/etc/resend-reservation/policy.toml", line: 12, key: "fixed.environment", reason: { kind: "unknown-environment", meant: "production" } },
    { file: "/etc/resend-reservation/policy.toml", line: 17, key: "fixed.keep_days", reason: { kind: "out-of-range", least: 1, most: 3650 } },
  ],
};

/** @type {Record<string, { scenario: import("./fake-backend.js").Scenario, walk?: (page: import("playwright-core").Page) => Promise<unknown> }>} */
export const STATES = {
  "first start, language": { scenario: { startup: { first_start: true } } },
  "first start, practice or connect": { scenario: { startup: { first_start: true, language_given: true } } },
  "first start, token refused": {
    scenario: { startup: { first_start: true, language_given: true }, saveTokenFails: "keychain-absent" },
    async walk(page) {
      await page.locator(".choice-button").nth(1).click();
      await page.locator("#first-token").fill("a-token");
      await page.locator("#first-token").press("Enter");
      await page.locator("#first-token-trouble .button").waitFor();
    },
  },
  "empty form": { scenario: {} },
  "filled form in Demo": { scenario: { settings: { environment: "demo" } }, walk: fill },
  "warnings in Local test": {
    scenario: { settings: { environment: "local" }, startup: { environments: ["local"] } },
    async walk(page) {
      await page.locator("#reservation").fill("SUB1649249709");
      await page.locator("#phone-number").fill("22 86 44 00");
      await page.locator("#phone-number-reading.warning").waitFor();
    },
  },
  "practice with its reservations": { scenario: { settings: { environment: "practice" } } },
  "notice about damaged settings": { scenario: { startup: { notice: "settings-damaged" } } },
  "a wrong policy, not sent": {
    scenario: { startup: wrongPolicy, answers: [done({ reason: "policy-wrong", http_status: null })] },
    walk: send,
  },
  "settings that an administrator decided": {
    scenario: {
      startup: { environments: ["production"], fixed: ["environment", "language", "default_country"], support: "IT desk, it@example.com" },
    },
    walk: openSettings,
  },
  "problems to mend": {
    scenario: { answers: [{ kind: "mend", problems: everythingWrong }] },
    async walk(page) {
      await page.locator("#email").check();
      await page.locator("#send").click();
      await page.locator("#problems:focus").waitFor();
    },
  },
  "one problem to mend": {
    scenario: { answers: [{ kind: "mend", problems: everythingWrong.slice(1, 2) }] },
    async walk(page) {
      await page.locator("#send").click();
      await page.locator("#phone-number:focus").waitFor();
    },
  },
  "no channel chosen": {
    scenario: { answers: [{ kind: "mend", problems: [{ field: "channels", code: "channel-missing" }] }] },
    async walk(page) {
      await page.locator("#sms").uncheck();
      await page.locator("#send").click();
      await page.locator("#sms:focus").waitFor();
    },
  },
  sending: {
    scenario: { sendTakes: "held" },
    async walk(page) {
      await fill(page);
      await page.locator("#send").click();
      await page.locator("#progress:not(:empty)").waitFor();
    },
  },
  sent: { scenario: {}, walk: send },
  "sent, for a merchant with a name": { scenario: { answers: [done({ outcome: "sent", reason: null, http_status: 202, merchant: "Hotell Eksempel" })] }, walk: send },
  "sent, and the customer cannot pay": {
    scenario: {},
    async walk(page) {
      await send(page);
      await page.locator("#cannot-pay-button").click();
    },
  },
  "sent in practice": { scenario: { settings: { environment: "practice" } }, walk: send },
  "not sent, with the server's words": {
    scenario: { answers: [done({ reason: "refused", sentences: [longSentence, "W".repeat(90)] })] },
    walk: send,
  },
  "not sent, already cancelled": { scenario: { answers: [done({ reason: "already-cancelled", http_status: 400 })] }, walk: send },
  "not sent, token refused": { scenario: { answers: [done({ reason: "token-refused" })] }, walk: send },
  "not sent, no keychain": { scenario: { answers: [done({ reason: "keychain-absent", http_status: null })] }, walk: send },
  unknown: { scenario: { answers: [lost] }, walk: send },
  "unknown, with words for the customer": {
    scenario: { answers: [lost] },
    async walk(page) {
      await send(page);
      await page.locator("#phone-call summary").click();
      await page.locator("#customer-language").selectOption("fi");
    },
  },
  "unknown in practice": { scenario: { settings: { environment: "practice" }, answers: [done({ ...lost.report, environment: "practice" })] }, walk: send },
  "a result beside the next reservation": {
    scenario: { answers: [lost], sendTakes: "held" },
    async walk(page) {
      await fill(page);
      await page.locator("#send").click();
      await page.locator("#reservation").fill("RES3633019929, and");
      await release(page, "resend_reservation");
      await page.locator("#result[data-outcome]").waitFor();
    },
  },
  question: {
    scenario: { answers: [{ kind: "ask", about: { kind: "earlier-unknown" } }] },
    async walk(page) {
      await fill(page);
      await page.locator("#send").click();
      await page.locator("#question[open]").waitFor();
    },
  },
  "looked up, not paid": lookedUp({}),
  "looked up, paid": lookedUp({ status: "paid", events: [event("amount-reserved")] }),
  "looked up, reserved": lookedUp({ status: "reserved", money: { ...noMoney, reserved: 1250, reserved_at: at(-90) }, events: [event("amount-reserved", { when: at(-90) }), event("opened", { when: at(-92) })] }),
  "looked up, expired": lookedUp({ status: "expired" }),
  "looked up, cancelled": lookedUp({ status: "cancelled" }),
  "looked up, nothing known": lookedUp(nothing),
  "looked up, all of it shown": {
    ...lookedUp(everything),
    async walk(page) {
      await lookAt("#card:not([hidden])")(page);
      for (const button of await page.locator("#card button").all()) await button.click();
    },
  },
  "looked up, times by another clock": lookedUp({
    due: uncertain(14 * 24 * 60),
    events: [event("resent", { when: uncertain(9), to: "+47 … 567" }), event("opened", { when: uncertain(4) }), event("sent", { when: uncertain(0), to: "b•••@selskapslokaler.example.com" })],
  }),
  "looked up, with the offer of a contact that was typed for another": {
    scenario: { lookUps: { [OTHER]: seen({ id: OTHER, customer: "Lina Berg", sms_to: null }), [ID]: seen({}) } },
    async walk(page) {
      await page.locator("#email").check();
      await paste(page.locator("#reservation"), ID);
      await page.locator("#phone-number").fill("900 10 203");
      await page.locator("#email-address").fill("kari.nordmann.with.a.long.name@subdomain.example.com");
      await paste(page.locator("#reservation"), OTHER);
      await page.locator("#typed-offer button").first().waitFor();
      await page.locator("#card:not([hidden])").waitFor();
    },
  },
  "an Enter that waits for the look-up": { scenario: { lookUps: { [ID]: seen({}, "held") } }, walk: enterEarly },
  "a recipient to be checked": {
    scenario: { lookUps: { [ID]: seen({}, "held") } },
    async walk(page) {
      await enterEarly(page);
      await answerLookUp(page);
      await page.locator("#send:focus").waitFor();
    },
  },
  "being looked up": { scenario: { lookUps: { [ID]: seen({}, "held") } }, walk: lookAt("#card-note:not(:empty)") },
  "not looked up": { scenario: { lookUps: { [ID]: unseen("token-missing") } }, walk: lookAt("#card-note:not(:empty)") },
  "not found beforehand": {
    scenario: { lookUps: { [ID]: notFound() }, answers: [{ kind: "ask", about: { kind: "not-found" } }] },
    async walk(page) {
      await lookAt("#reservation-warning:not(:empty)")(page);
      await page.locator("#reservation").press("Enter");
      await page.locator("#question[open]").waitFor();
      await page.keyboard.press("Escape");
    },
  },
  "question about what the card shows": {
    scenario: { lookUps: { [ID]: seen({ status: "cancelled" }) }, answers: [{ kind: "ask", about: { kind: "already-cancelled" } }] },
    async walk(page) {
      await lookAt("#card:not([hidden])")(page);
      await page.locator("#send").click();
      await page.locator("#question[open]").waitFor();
    },
  },
  "question about a slip in the number": asked({ kind: "almost-stored", typed: "+47 41 23 45 68", stored: "+47 41 23 45 67" }),
  "question about a domain": asked({ kind: "look-alike-domain", typed: "a-very-long-name-of-a-hotel.gmial.com", likely: "gmail.com" }),
  "question about the environment": asked({ kind: "other-environment", environment: "demo" }),
  "question about a colleague's send": asked({ kind: "sent-elsewhere", at: AFTERNOON }),
  "question about a link that was sent to nobody knows whom": asked({ kind: "sent-to-somebody", at: AFTERNOON }),
  "question about a contact that was typed for another": asked({ kind: "typed-for-another", id: "RES36330199291234567890" }),
  "question about an amount that is reserved": asked({ kind: "already-reserved" }),
  "question about an unfamiliar range": asked({ kind: "unfamiliar-range", number: "+47 49 12 34 56" }),
  "question about letters that look like others": asked({ kind: "look-alike-letters", typed: "kаri.with.a.very.long.name@a-very-long-name-of-a-hotel.example.com" }),
  "too late to send": {
    scenario: { answers: [{ kind: "too-late" }] },
    async walk(page) {
      await fill(page);
      await page.locator("#send").click();
      await page.locator("#progress:not(:empty)").waitFor();
    },
  },
  "time to stop": {
    scenario: { answers: [{ kind: "hold", milliseconds: 60_000 }] },
    async walk(page) {
      await fill(page);
      await page.locator("#send").click();
      await page.locator("#hold .button").waitFor();
    },
  },
  "unknown, and not listed": { scenario: { answers: [lost] }, walk: findOut },
  "unknown, and sent after all": foundOut({ kind: "sent", at: { at: AFTERNOON, text: "", certain: true } }),
  "unknown, and paid by now": foundOut({ kind: "over", status: "paid" }),
  "unknown, and one of two is listed": foundOut({ kind: "half", by: "sms", status: "not-paid" }),
  "unknown, and a link was sent to nobody knows whom": foundOut({ kind: "nearby", at: { at: AFTERNOON, text: "", certain: true }, to_whom: false, status: "not-paid" }),
  "unknown, and a link was sent at about that time": foundOut({ kind: "nearby", at: uncertain(0), to_whom: true, status: null }),
  "unknown, and another one is listed": foundOut({ kind: "another", status: "expired" }),
  "unknown, and no events to be read": foundOut({ kind: "no-events", status: null }),
  "unknown, and an order": foundOut({ kind: "order", status: null }),
  "unknown, and not known to the service now": foundOut({ kind: "not-found" }),
  "unknown, and still not to be seen": foundOut({ kind: "unseen", code: "no-contact" }),
  "unknown, and not in the history any more": foundOut({ kind: "forgotten" }),
  "notice about a damaged journal": { scenario: { journal: "journal-put-aside" }, walk: (page) => page.locator("#notice:not([hidden])").waitFor() },
  "settings with a token": {
    scenario: { token: "in-keychain" },
    async walk(page) {
      await openSettings(page);
      await page.locator("#settings-token-box .token-state:not(:empty)").waitFor();
    },
  },
  "settings with one token of several": {
    scenario: { token: "one-of-several" },
    async walk(page) {
      await openSettings(page);
      await page.locator("#settings-token-box .token-state:not(:empty)").waitFor();
    },
  },
  "settings, token not saved": {
    scenario: { saveTokenFails: "keychain-locked" },
    async walk(page) {
      await openSettings(page);
      await page.locator("#token").fill("a-token");
      await page.locator("#token").press("Enter");
      await page.locator("#token-trouble .button").waitFor();
    },
  },
  "settings in practice, licences open": {
    scenario: { settings: { environment: "practice" } },
    async walk(page) {
      await openSettings(page);
      await page.locator("#licences summary").click();
      await page.locator("#licences-text:not(:empty)").waitFor();
    },
  },
  ...CHECK_UP_STATES,
  ...WATCH_STATES,
  ...WAITING_STATES,
  ...FIND_STATES,
  "history, empty": { scenario: {}, walk: openHistory },
  "history, all outcomes": { scenario: { history: entries }, walk: openHistory },
  "history, more than a page": { scenario: { history: many }, walk: openHistory },
  "history, nothing found": {
    scenario: { history: entries },
    async walk(page) {
      await openHistory(page);
      await page.locator("#history-text").fill("kari.nordmann");
      await page.locator(".history-nothing").waitFor();
    },
  },
  "history that cannot be read": { scenario: { historyFails: "journal-not-written" }, walk: openHistory },
  "history, exported": {
    scenario: { history: entries, settings: { environment: "practice" } },
    async walk(page) {
      await openHistory(page);
      await page.locator("#history-export").click();
      await page.locator("#history-done:not(:empty)").waitFor();
    },
  },
  "history, found out": {
    scenario: { history: entries },
    async walk(page) {
      await openHistory(page);
      for (const button of await page.locator(".history-entry-find-out").all()) await button.click();
      await page.locator(".history-entry-found:not(:empty)").nth(1).waitFor();
    },
  },
  "history, found sent": {
    scenario: { history: entries, found: { kind: "sent", at: { at: AFTERNOON, text: "", certain: true } }, settled: [7] },
    async walk(page) {
      await openHistory(page);
      await page.locator(".history-entry-find-out").first().click();
      await page.locator(".history-entry-found:not(:empty)").waitFor();
    },
  },
  "history, to be deleted": {
    scenario: { history: entries },
    async walk(page) {
      await openHistory(page);
      await page.locator("#history-delete").click();
      await page.locator("#question[open]").waitFor();
    },
  },
};
