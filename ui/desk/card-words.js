// What the card says, from what the service says. Any part may be missing: then it is left out.
/**
 * @import { Card, Environment, Event } from "../contract.js"
 * @import { LookUpResult } from "./look-up.js"
 */
import { inEnvironment } from "../words/environment-name.js";
import { amountWords, daysFrom, deadline, t, weekdayAndDate } from "../words/i18n.js";
import { isKnown, onThatDay, momentWords, writtenWords } from "../words/moment-words.js";
import { statusInSentence } from "../words/status-words.js";
import { stopsSends, whyUnseen } from "../words/why-unseen.js";

/** Whose it is, how much, and which: in one line. @param {Card} card */
export const cardInLine = ({ customer, amount, id }) => [customer, amountWords(amount), id].filter(Boolean).join(" · ");

/** No time is left to pay what is paid or given up. @type {unknown[]} */
const SETTLED = ["paid", "completed", "cancelled", "invoiced", "refunded", "partly-refunded"];

/** Until when the link can be paid, and how long that is. @param {Card} card @param {number} [now] */
export function dueWords({ due, status }, now = Date.now()) {
  if (SETTLED.includes(status)) return "";
  const at = Number(due?.at);
  if (!isKnown(due)) return due?.text ? t("card.due", { date: due.text }) : "";
  if (!due?.certain) return t("card.due", { date: weekdayAndDate(at, now) });
  return t(at < now ? "card.due.over" : "card.due.left", { date: deadline(at, now), left: daysFrom(at, now) });
}

/** What is held, what was taken and what was given back: only what is told, and not what the line of events says. @param {Card} card */
export function moneyWords({ amount: total, events, money }) {
  const { reserved, captured, charged, refunded } = money;
  const isAllReserved = reserved === total && [captured, charged, refunded].every((amount) => amount === null);
  if (isAllReserved && (events ?? []).slice(0, 2).some(({ kind }) => kind === "amount-reserved")) return "";
  const when = momentWords(money.reserved_at);
  const kroner = (/** @type {number | null} */ amount) => ({ amount: amountWords(amount) });
  return [
    reserved === null ? "" : when ? t("card.money.reserved.at", { ...kroner(reserved), when }) : t("card.money.reserved", kroner(reserved)),
    captured === null ? "" : t("card.money.captured", kroner(captured)),
    charged === null ? "" : t("card.money.charged", kroner(charged)),
    refunded === null ? "" : t("card.money.refunded", kroner(refunded)),
  ].filter(Boolean).join(" · ");
}

/** What happened last, and what before that, in one line. @param {Event[]} events newest first */
export function lastEventsLine(events) {
  const [last, before] = events;
  if (!last) return "";
  const times = [last.when, before?.when ?? null];
  const written = times.some((moment) => isKnown(moment) && !moment?.certain);
  const words = [shortEvent(last, written ? writtenWords(last.when) : momentWords(last.when))];
  if (before) words.push(shortEvent(before, written ? writtenWords(before.when) : onThatDay(before.when, last.when)));
  const line = words.join(" · ");
  return written ? t("card.when.uncertain", { when: line }) : line;
}

/** Whether the line leaves something out: more events, or a link that went elsewhere or from here. @param {Card} card */
export function hasMoreEvents({ events, sms_to, email_to }) {
  const known = [sms_to?.masked, email_to?.masked];
  return (events ?? []).some(({ from_here, to }, at) => at > 1 || from_here || (to && !known.includes(to)));
}

/** @param {Event} event @param {string} when */
function shortEvent({ kind, to }, when) {
  if (kind === "sent" || kind === "resent") {
    if (!to) return t("card.event.sent", { when });
    return t(to.includes("@") ? "card.event.sent.by-email" : "card.event.sent.by-sms", { when });
  }
  return eventWords(kind, { when });
}

/** One line for each event: what, when, by what way, and whom to keep whole in it. @param {Event[]} events newest first */
export function eventLines(events) {
  const last = events.findIndex(isSending);
  return events.map((event, at) => {
    const line = eventLine(event, at === last);
    return { text: event.from_here ? t("card.event.from-here", { line }) : line, to: event.to ?? "" };
  });
}

/** @param {Event} event */
const isSending = ({ kind }) => kind === "sent" || kind === "resent";

/** @param {Event} event @param {boolean} isLast the last time that the link was sent */
function eventLine(event, isLast) {
  const { kind, to } = event;
  const when = momentWords(event.when);
  if (!isSending(event) && kind !== "unknown") return eventWords(kind, { when });
  const what = kind === "unknown" ? kind : isLast ? "last-sent" : "sent";
  if (!to) return t(`card.event.${what}`, { when });
  return to.includes("@") ? t(`card.event.${what}.email`, { when, to }) : t(`card.event.${what}.sms`, { when, to });
}

/** @param {Event["kind"]} kind @param {{ when: string }} facts */
function eventWords(kind, { when }) {
  if (typeof kind !== "string") return t("card.event.other", { when, word: kind.other });
  return t(`card.event.${kind === "resent" ? "sent" : kind}`, { when });
}

/** @param {string} id @param {Environment} environment */
export function notFoundWords(id, environment) {
  return environment === "practice" ? t("card.not-found.practice", { id }) : t("card.not-found", { id, where: inEnvironment(environment) });
}

/** @param {Extract<LookUpResult, { kind: "unseen" }>} result */
export function unseenWords({ code }) {
  if (code === null) return t("card.unseen");
  const why = whyUnseen(code);
  return stopsSends(code) ? t("card.unseen.cannot", { why }) : t("card.unseen.why", { why });
}

/** For those who listen: no name and no contact, which the room may hear. @param {Card} card @param {boolean} filledIn */
export function foundWords(card, filledIn) {
  const status = statusInSentence(card.status);
  const filled = filledIn ? t("card.found.filled-in") : "";
  const facts = [amountWords(card.amount), status, filled].filter(Boolean);
  if (facts.length === 0) return card.order ? t("card.found.order.bare") : t("card.found.bare");
  const all = { facts: facts.join(", ") };
  return card.order ? t("card.found.order", all) : t("card.found", all);
}
