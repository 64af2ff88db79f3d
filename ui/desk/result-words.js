// What a report says to the person at the desk.
/**
 * @import { Code, Report } from "../contract.js"
 * @import { Explanation } from "../locales/catalogue.js"
 */
import { clock, t } from "../words/i18n.js";
import { isKeychainTrouble } from "../words/keychain-words.js";
import { reason } from "../words/reason-words.js";

/** Whether Settings is where it can be mended. @param {Code | null} code */
export const isMendedInSettings = (code) => code !== null && (code.startsWith("token-") || isKeychainTrouble(code));

/**
 * Whether that is the end of it: whoever sends it again gets the same answer, and only the next customer is left.
 * @param {Code | null} code
 */
export const isPastMending = (code) => code !== null && PAST_MENDING.includes(code);

/** What Front Payment says of the reservation itself. @type {Code[]} */
const PAST_MENDING = ["already-cancelled", "already-completed", "already-paid", "not-found"];

/** @param {Report} report @returns {Explanation} */
export function explain(report) {
  return report.reason === null ? explainSent(report) : explainReason(report, report.reason);
}

/** @param {Report} report @returns {Explanation} */
function explainSent({ environment, outcome, sms_to, email_to }) {
  if (outcome !== "sent") return lost();
  const phone = sms_to?.full ?? "";
  const email = email_to?.full ?? "";
  const practice = environment === "practice";
  const both = { phone, email };
  const title = t("result.sent.title");
  if (sms_to && email_to) {
    const meaning = practice ? t("result.practice.sent.both", both) : t("result.sent.both", both);
    return { title, meaning, next: t("result.sent.next.both") };
  }
  if (email_to) {
    const meaning = practice ? t("result.practice.sent.email", { email }) : t("result.sent.email", { email });
    return { title, meaning, next: t("result.sent.next.email") };
  }
  const meaning = practice ? t("result.practice.sent.sms", { phone }) : t("result.sent.sms", { phone });
  return { title, meaning, next: t("result.sent.next.sms") };
}

/** What to do about a link that was sent a while ago. @param {Report} report */
export function explainLate({ sms_to, email_to }) {
  if (sms_to && email_to) return t("result.sent.next.late.both");
  return email_to ? t("result.sent.next.late.email") : t("result.sent.next.late.sms");
}

/** @param {Report} report @param {Code} code @returns {Explanation} */
function explainReason(report, code) {
  const { at, environment, reservation: { id, order }, retry_after_seconds } = report;
  // No wait at all is nothing to tell of
  const seconds = retry_after_seconds || null;
  const words = reason(code, { reservation: id, environment });
  if (code === "not-found" && order) {
    words.title = t("result.order.not-found.title");
    words.next = t("result.order.not-found.next");
  }
  if (code === "not-found" && environment === "practice") {
    words.meaning = t("result.practice.not-found", { reservation: id });
    words.next = t("result.practice.not-found.next");
  } else if (code === "not-found" && environment === "local") {
    words.next = t("result.local.not-found.next");
  } else if (code === "not-found" && environment === "demo") {
    words.next = t("result.demo.not-found.next");
  } else if (seconds !== null && report.outcome === "not-sent") {
    words.next = t("result.retry", { when: after(at, seconds) });
  } else if (seconds !== null) {
    words.next = t("result.retry-unknown", { when: after(at, seconds) });
  }
  return words;
}

/** When a wait is over, to the minute: a number of seconds would stand there while they pass. @param {number} at @param {number} seconds */
const after = (at, seconds) => clock(Math.ceil((at + seconds * 1000) / 60_000) * 60_000);

/** The app itself failed while a send was under way: nobody can say what became of it. @returns {Explanation} */
function lost() {
  return { ...reason("no-answer"), meaning: t("result.lost.meaning") };
}
