// Who has still to pay, for the states and the journeys of the list.
import { at } from "./look-ups.js";

const HOUR = 60;

/** @param {Partial<import("../../ui/contract.js").WaitingRow>} [more] @returns {import("../../ui/contract.js").WaitingRow} */
export const row = (id, customer, group, more = {}) => ({
  id: `RES36330${id}`, order: false, group, customer, amount: 1250, status: "not-paid", due: at(4 * 24 * HOUR),
  last: { kind: "sent", when: at(0), by_sms: true, by_email: false }, sms_to: "+47 … 567", email_to: null, references: [], ...more,
});

export const rows = [
  row(20001, "Kari Nordmann", "expired", { last: { kind: "expired", when: at(0), by_sms: false, by_email: false }, amount: 12500 }),
  row(20002, "Ola Ødegård", "due", { last: { kind: "opened", when: at(40), by_sms: false, by_email: false } }),
  row(20003, "نورة العتيبي", "failed", { last: { kind: "failed", when: at(50), by_sms: false, by_email: false } }),
  row(20004, "Hotell Fjellheim Konferanse og Selskapslokaler AS, avdeling for kurs og arrangementer", "opened", { amount: 1234567.5, last: { kind: "opened", when: at(-9 * HOUR), by_sms: false, by_email: false } }),
  row(20005, "Lina Berg", "opened", { last: { kind: "opened", when: at(-10 * HOUR), by_sms: false, by_email: false } }),
  row(20006, null, "unopened", { amount: null, due: null, last: { kind: "resent", when: null, by_sms: true, by_email: true } }),
  row(20007, "Per Dal", "unopened", { id: "ODR347888404", order: true, last: { kind: "sent", when: at(-20), by_sms: false, by_email: true } }),
];

/** @param {Partial<import("../../ui/contract.js").WaitingUpdate>} [more] @returns {import("../../ui/contract.js").WaitingUpdate} */
export const update = (more = {}) => ({
  rows, state: "read", days: 14, days_done: 14, found: rows.length, looked_at: rows.length, settled: 263, missing: [], unread: 0, failure: null, at: at(60).at, ...more,
});

export const partial = update({ state: "partial", missing: [{ from: at(-2 * 24 * HOUR).at, until: at(-24 * HOUR).at }], unread: 2, failure: "service-failed" });

/** Two customers of one name, a right-to-left one and a long one, whom one word can mean. */
export const namesakes = [
  row(20011, "Kari Nordmann", "opened", { last: { kind: "opened", when: at(40), by_sms: false, by_email: false } }),
  row(20012, "Kari Nordmann", "unopened", { amount: 3900, sms_to: "+47 … 210" }),
  row(20013, "كاري (Kari) العتيبي", "expired", { amount: 640, sms_to: null, email_to: "k…@example.com" }),
  row(20014, "Hotell Kari Fjellheim Konferanse og Selskapslokaler AS, avdeling for kurs og arrangementer", "due", { amount: 1234567.5 }),
];

/** Whom a search can find though nobody waits for them. */
export const settledRows = [
  row(20031, "Kari Strand", "settled", { status: "paid", amount: 780, last: { kind: "settled", when: at(-30 * HOUR), by_sms: false, by_email: false } }),
  row(20032, "Nora Vik", "settled", { status: "cancelled", last: { kind: "settled", when: at(-31 * HOUR), by_sms: false, by_email: false } }),
  row(20033, "Kari Løken", "settled", { status: "reserved", amount: 2400, last: { kind: "settled", when: at(-40 * HOUR), by_sms: false, by_email: false } }),
];
