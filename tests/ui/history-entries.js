// What was sent from a computer, for the states and the journeys of the history.

const MINUTE = 60_000;

const ago = (minutes) => Date.now() - minutes * MINUTE;

/** @param {Partial<import("../../ui/contract.js").HistoryEntry>} [more] */
export const entry = (id, more = {}) => ({
  id, reservation: `RES${3633010000 + id}`, sms_to: "+47 … 567", email_to: null, at: ago(1000 - id), outcome: /** @type {const} */ ("sent"), http_status: 202, progress: null, ...more,
});

/** Each outcome, each channel, the longest contact, what a customer did, what an older version kept, and another year. Newest first. */
export const entries = [
  entry(9, { outcome: "under-way", http_status: null, at: ago(0) }),
  entry(8, { at: ago(4), reservation: "RES3633019929", progress: { progress: "opened", at: ago(4) } }),
  entry(7, { at: ago(70), outcome: "unknown", http_status: null, email_to: "b…@selskapslokaler.konferansesenteret.example.com" }),
  entry(6, { at: ago(26 * 60), outcome: "not-sent", http_status: 400, sms_to: null, email_to: "k…@example.com" }),
  entry(5, { at: ago(3 * 24 * 60), reservation: "ODR1649249709", progress: { progress: "reserved", at: ago(24 * 60) } }),
  entry(4, { at: ago(4 * 24 * 60), reservation: "RES3633010007", outcome: "unknown", sms_to: null, email_to: null, http_status: null }),
  entry(3, { at: ago(20 * 24 * 60), sms_to: "+358 … 321", email_to: "o…@example.com", progress: { progress: "paid", at: null } }),
  entry(2, { at: ago(400 * 24 * 60) }),
];

/** More than a page. */
export const many = Array.from({ length: 70 }, (_, at) => entry(170 - at));
