// What Front Payment may say of a reservation, for the states and the journeys.

export const ID = "RES3633019929";

const OSLO_AFTERNOON = 1795352700000;
const MINUTE = 60_000;

const phone = { full: "+47 41 23 45 67", masked: "+47 41 •• •• 67" };
const email = { full: "kari.nordmann@example.com", masked: "k•••@example.com" };

/** @returns {import("../../ui/contract.js").Event} */
export const event = (kind, more = {}) => ({ kind, when: null, to: null, from_here: false, ...more });

export const at = (minutesLater) => ({ at: OSLO_AFTERNOON + minutesLater * MINUTE, text: "as written", certain: true });

const ago = (minutes) => ({ at: Date.now() - minutes * MINUTE, text: "as written", certain: true });

/** @type {import("../../ui/contract.js").Money} */
export const noMoney = { reserved: null, reserved_at: null, captured: null, charged: null, refunded: null };

/** @param {Partial<import("../../ui/contract.js").Card>} [more] */
export const card = (more = {}) => ({
  id: ID, order: false, customer: "Kari Nordmann", amount: 1250, status: /** @type {const} */ ("not-paid"), due: at(14 * 24 * 60),
  sms_to: phone, email_to: null, by_sms: true, by_email: false, money: noMoney, merchant: "Hotell Eksempel",
  events: [event("opened", { when: ago(26 * 60 - 4) }), event("sent", { when: ago(26 * 60), to: phone.masked })], ...more,
});

/** @param {object} [more] @param {"held"} [takes] */
export const seen = (more, takes) => ({ answer: { kind: "seen", card: card(more) }, takes });

/** @param {string} code @param {"held"} [takes] */
export const unseen = (code, takes) => ({ answer: { kind: "unseen", id: ID, code }, takes });

export const notFound = (id = ID) => ({ answer: { kind: "not-found", id } });

export const everything = {
  customer: "Hotell Fjellheim Konferanse og Selskapslokaler AS", amount: 1234567.5, status: { other: "partially_captured" },
  due: { at: null, text: "2026-13-45", certain: false }, sms_to: phone, email_to: { full: "bookingansvarlig.konferanse@selskapslokaler.example.com", masked: "b•••@selskapslokaler.example.com" },
  by_sms: true, by_email: true, merchant: "Fjellheim Konferanse- og Selskapslokaler, avdeling Oslo sentrum AS",
  money: { reserved: 1234567.5, reserved_at: { at: OSLO_AFTERNOON, text: "", certain: false }, captured: 1000000, charged: 250.5, refunded: 99999 },
  events: [
    event("unknown", { when: at(9), to: phone.masked, from_here: true }), event({ other: "payment_link.bounced_hard_by_the_recipients_mail_server" }, { when: at(8) }),
    event("resent", { when: at(5), to: "b•••@selskapslokaler.example.com", from_here: true }), event("amount-reserved", { when: { at: null, text: "yesterday-ish", certain: false } }),
    event("completed"), event("cancelled"), event("expired"), event("opened"), event("sent", { when: at(0), to: phone.masked }),
  ],
};

export const nothing = {
  customer: null, amount: null, status: null, due: null, sms_to: null, email_to: null, by_sms: false, by_email: false, money: noMoney, merchant: null, events: [],
};
