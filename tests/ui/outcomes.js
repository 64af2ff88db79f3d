// What may become of a send, for the states and the journeys.
import { ID } from "./look-ups.js";

/** Not sent, unless `more` says otherwise. @param {Partial<import("../../ui/contract.js").Report>} more @returns {import("../../ui/contract.js").ResendAnswer} */
export const done = (more) => ({
  kind: "done",
  report: {
    attempt: 7, id: 7, outcome: "not-sent", reason: "not-found", environment: "production", reservation: { id: ID, order: false }, merchant: null,
    sms_to: { full: "+47 41 23 45 67", masked: "+47 41 •• •• 67" }, email_to: null, begun: 1795352685000, at: 1795352700000,
    sentences: [], http_status: 404, retry_after_seconds: null, ...more,
  },
});

/** A minute to stop it. @type {import("../../ui/contract.js").ResendAnswer} */
export const longHold = { kind: "hold", milliseconds: 60_000 };

export const lost = done({ outcome: "unknown", reason: "connection-broken", http_status: null });
