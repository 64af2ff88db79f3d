// What the list of those who have still to pay says: of a row, of all of them, and of what it lacks.
/** @import { Code, Report, SettledUpdate, Sighting, Span, WaitingRow, WaitingUpdate } from "../contract.js" */
import { allOf, clock, isSameDay, kroner, shortDay, t, weekdayAndDate } from "./i18n.js";
import { isKnown, momentWords } from "./moment-words.js";
import { seenWords } from "./seen-words.js";
import { whyUnseen } from "./why-unseen.js";

/** What was done from here since the list was read, in the place of what happened last. @typedef {{ icon: "sent" | "unknown" | "paid", words: () => string }} News */

/** What happened last: one fact. @param {WaitingRow} row */
export function lastOf({ last }) {
  const when = momentWords(last.when);
  if (last.kind === "opened") return t("card.event.opened", { when });
  if (last.kind === "failed") return t("waiting.last.failed", { when });
  if (last.kind === "settled") return t("waiting.last.settled", { when });
  if (last.kind === "expired") return t("card.event.expired", { when });
  if (last.by_sms && last.by_email) return t("waiting.last.sent.both", { when });
  if (last.by_email) return t("card.event.sent.by-email", { when });
  return last.by_sms ? t("card.event.sent.by-sms", { when }) : t("card.event.sent", { when });
}

/** Of a send from this desk; nothing where nothing was sent. @param {Report} report @returns {News | null} */
export function newsOfReport({ outcome, at }) {
  if (outcome === "not-sent") return null;
  const words = () => (outcome === "sent" ? t("watch.row.sent", { when: clock(at) }) : t("card.event.unknown", { when: clock(at) }));
  return { icon: outcome, words };
}

/** Of what its customer did. @param {Sighting} sighting @param {number} sent when it was sent @returns {News} */
export const newsOfSighting = (sighting, sent) => ({ icon: "paid", words: () => seenWords(sighting, sent) });

/** Until when; of those whose link has expired the group says it. @param {WaitingRow} row */
export function dueOf({ due }) {
  if (!isKnown(due)) return due?.text ? t("waiting.due", { date: due.text }) : "";
  return t("waiting.due", { date: shortDay(Number(due?.at)) });
}

/** @param {WaitingRow[]} shown @param {WaitingUpdate} told */
export function countWords(shown, told) {
  const count = shown.length;
  if (told.state === "reading") return t("waiting.so-far", { count });
  if (told.state === "partial") return t("waiting.perhaps-more", { count });
  const sum = kroner(shown.reduce((total, { amount }) => total + (amount ?? 0), 0));
  return t("waiting.count", { count, sum });
}

/** From the first day to the last. @param {Span} span */
function daysOf({ from, until }) {
  const last = until - 1;
  return isSameDay(from, last) ? weekdayAndDate(from) : t("waiting.missing.days", { from: weekdayAndDate(from), until: weekdayAndDate(last) });
}

/** What could not be read, by its days, and why. @param {WaitingUpdate | null} told @returns {string[]} */
export function missingWords(told) {
  if (told === null || told.state === "reading") return [];
  const days = told.missing.map(daysOf);
  const why = told.failure === null ? "" : `${whyUnseen(told.failure)}.`;
  return [
    ...(days.length > 0 ? [t("waiting.missing", { days: allOf(days), why })] : []),
    ...(told.unread > 0 ? [t("waiting.unread", { count: told.unread, why })] : []),
  ];
}

/** How far it is, or of when it is. @param {WaitingUpdate} told */
export function statusWords({ state, days, days_done, found, looked_at, at }) {
  if (state !== "reading") return t("waiting.read", { when: clock(at), count: days });
  return days_done < days ? t("waiting.days-read", { done: days_done, count: days }) : t("waiting.looked-at", { done: looked_at, count: found });
}

/** @param {Code} code */
export const troubleWords = (code) => t("waiting.trouble", { why: whyUnseen(code) });

/** What can be done about those that nobody has to pay any more; "" for nothing. @param {WaitingUpdate} told @param {SettledUpdate | null} settled @param {boolean} isReading */
export function settledOffer(told, settled, isReading) {
  if (isReading) return t("settled.stop");
  if (settled === null) return told.settled > 0 ? t("settled.begin", { count: told.settled }) : "";
  return settled.state === "read" ? "" : t("settled.go-on", { count: settled.found - settled.looked_at });
}

/** How far they are looked up, and what is in the way. @param {SettledUpdate | null} settled @param {boolean} isReading */
export function settledWords(settled, isReading) {
  if (settled === null) return isReading ? t("waiting.reading") : "";
  const far = settled.state === "read" ? "" : t("settled.far", { done: settled.looked_at, count: settled.found });
  const why = settled.failure === null ? "" : whyUnseen(settled.failure);
  return [far, why].filter((words) => words !== "").join(". ");
}
