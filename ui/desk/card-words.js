// What the card says, from what the service says. Any part may be missing: then it is left out.
/**
 * @import { Card, Code, Event, Moment, Status } from "../contract.js"
 * @import { Sight } from "./look-up.js"
 */
import { day, dayAndTime, kroner, t, writtenDayAndTime } from "../words/i18n.js";

/** @type {Status[]} */
const STATUSES = ["not-paid", "reserved", "paid", "completed", "expired", "cancelled", "invoiced", "refunded", "partly-refunded"];

/** Why a look-up sees nothing while a send may still reach Front Payment. */
const SEND_MAY_WORK = /** @type {const} */ ([
  "refused",
  "service-refused",
  "no-answer",
  "connection-broken",
  "service-failed",
  "service-unavailable",
  "unclear-answer",
  "answer-cut-short",
]);

/** And what would stop a send as well. */
const SEND_CANNOT_WORK = /** @type {const} */ ([
  "no-contact",
  "not-secure",
  "no-certificates",
  "not-started",
  "redirected",
  "turned-away",
  "proxy-log-in",
  "rate-limited",
  "not-allowed",
  "token-refused",
  "token-missing",
  "token-malformed",
  "keychain-absent",
  "keychain-kwallet",
  "keychain-locked",
  "keychain-prompt-cancelled",
  "keychain-no-collection",
  "keychain-no-answer",
  "keychain-several",
  "keychain-failed",
]);

const LAST_MOMENT = 8.64e15;

/** By itself. A word of the service's own is quoted as it came. @param {Pick<Card, "status" | "status_text">} card @returns {{ kind: Status | "other-status", text: string } | null} */
export function statusWords({ status, status_text }) {
  if (status && STATUSES.includes(status)) return { kind: status, text: t(`card.status.${status}`) };
  return status_text ? { kind: "other-status", text: t("card.quoted", { word: status_text }) } : null;
}

/** Within a sentence. @param {Pick<Card, "status" | "status_text">} card */
export function statusInSentence({ status, status_text }) {
  if (status && STATUSES.includes(status)) return t(`found.status.${status}`);
  return status_text ? t("card.quoted", { word: status_text }) : "";
}

/** @param {number | null} amount */
export const amountWords = (amount) => (Number.isFinite(amount) ? kroner(Number(amount)) : "");

/** @param {Moment | null} due */
export function dueWords(due) {
  const date = isKnown(due) ? day(Number(due?.at)) : due?.text;
  return date ? t("card.due", { date }) : "";
}

/** One line for each event: what, when, by what way, and whom to keep whole in it. @param {Event[]} events newest first */
export function eventLines(events) {
  const last = events.findIndex(isSending);
  const lines = events.map((event, at) => {
    const what = at === last ? t("card.event.last-sent") : eventName(event);
    const line = [what, momentWords(event.when), way(event)].filter(Boolean).join(" ");
    return { text: event.from_here ? `${line} · ${t("card.from-here")}` : line, to: event.to ?? "" };
  });
  return lines.filter(({ text }) => text !== "");
}

/** @param {Event} event */
const isSending = ({ kind }) => kind === "sent" || kind === "resent";

/** @param {Event} event */
function eventName({ kind, slug }) {
  if (kind === "other") return slug ? t("card.event.other", { word: slug }) : "";
  return kind === "resent" ? t("card.event.sent") : t(`card.event.${kind}`);
}

/** @param {Event} event */
function way({ to }) {
  if (!to) return "";
  return to.includes("@") ? t("card.by-email", { to }) : t("card.by-sms", { to });
}

/** As long as nobody knows in which zone the service writes, its time is told as it wrote it. @param {Moment | null} moment */
export function momentWords(moment) {
  if (!isKnown(moment)) return moment?.text ?? "";
  if (moment?.certain) return t("card.when", dayAndTime(Number(moment.at)));
  return t("card.when.uncertain", { when: t("card.when", writtenDayAndTime(Number(moment?.at))) });
}

/** @param {Moment | null} moment */
function isKnown(moment) {
  return typeof moment?.at === "number" && Math.abs(moment.at) <= LAST_MOMENT;
}

/** Why a look-up saw nothing: a sentence without its full stop. Titles tell what became of a send, and are none. @param {Code} code */
export function whyUnseen(code) {
  const own = [...SEND_MAY_WORK, ...SEND_CANNOT_WORK].find((candidate) => candidate === code);
  return own ? t(`card.why.${own}`) : t("card.why.unclear-answer");
}

/** @param {Extract<Sight, { kind: "unseen" }>} sight */
export function unseenWords({ code }) {
  if (code === null) return t("card.unseen");
  const why = whyUnseen(code);
  return SEND_CANNOT_WORK.some((known) => known === code) ? t("card.unseen.cannot", { why }) : t("card.unseen.why", { why });
}

/** For those who listen: no name and no contact, which the room may hear. @param {Card} card @param {boolean} filledIn */
export function foundWords(card, filledIn) {
  const status = statusInSentence(card);
  const filled = filledIn ? t("card.found.filled-in") : "";
  const facts = [amountWords(card.amount), status, filled].filter(Boolean);
  return facts.length > 0 ? t("card.found", { facts: facts.join(", ") }) : t("card.found.bare");
}
