// What the card says, from what the service says. Any part may be missing: then it is left out.
/**
 * @import { Card, Event, Moment } from "../contract.js"
 * @import { LookUpResult } from "./look-up.js"
 */
import { day, kroner, t } from "../words/i18n.js";
import { isKnown, momentWords } from "../words/moment-words.js";
import { statusInSentence } from "../words/status-words.js";
import { stopsSends, whyUnseen } from "../words/why-unseen.js";

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
  return events.map((event, at) => {
    const line = eventLine(event, at === last);
    return { text: event.from_here ? t("card.event.from-here", { line }) : line, to: event.to ?? "" };
  });
}

/** @param {Event} event */
const isSending = ({ kind }) => kind === "sent" || kind === "resent";

/** @param {Event} event @param {boolean} isLast the last time that the link was sent */
function eventLine({ kind, when, to }, isLast) {
  const [known, word] = typeof kind === "string" ? [kind, ""] : [/** @type {const} */ ("other"), kind.other];
  const what = isLast ? "last-sent" : known === "resent" ? "sent" : known;
  const facts = { word, when: momentWords(when) };
  if (!to) return t(`card.event.${what}`, facts);
  return to.includes("@") ? t(`card.event.${what}.email`, { ...facts, to }) : t(`card.event.${what}.sms`, { ...facts, to });
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
  return facts.length > 0 ? t("card.found", { facts: facts.join(", ") }) : t("card.found.bare");
}
