// What the history says: of one send, of the file that it is written to, and where it cannot be read.
/** @import { Code, ExportWords, HistoryEntry, Moment, SendState } from "../contract.js" */
import { dayAndTime, t } from "../words/i18n.js";
import { onThatDay } from "../words/moment-words.js";
import { reason, titled } from "../words/reason-words.js";

/** @param {SendState} outcome */
export const outcomeWord = (outcome) => t(`history.outcome.${outcome}`);

/** @param {HistoryEntry} entry */
export const whenWords = ({ at }) => t("card.when", dayAndTime(at));

/** To whom and by what; nobody knows of one that an older version wrote down. @param {HistoryEntry} entry */
export function contactLine({ sms_to, email_to }) {
  if (sms_to && email_to) return t("history.both", { phone: sms_to, email: email_to });
  if (sms_to) return t("history.sms", { to: sms_to });
  return email_to ? t("history.email", { to: email_to }) : "";
}

/** What the customer has done with the link, as far as it was seen. @param {HistoryEntry} entry */
export function progressWords({ progress, at }) {
  if (progress === null) return "";
  const when = progress.at === null ? "" : onThatDay(certain(progress.at), certain(at));
  return t(`history.progress.${progress.progress}`, { when });
}

/** @param {number} at @returns {Moment} */
const certain = (at) => ({ at, text: "", certain: true });

/** Where the journal is in the way. @param {Code} code @returns {{ title: string, text: string }} */
export function troubleWords(code) {
  const title = t("history.trouble.title");
  if (code === "journal-newer") return { title, text: t("history.trouble.newer") };
  if (code === "journal-no-locks") return { title, text: `${t("notice.journal-no-locks")} ${reason(code).next}` };
  return lossWords(code) ?? { title, text: t("history.trouble.text") };
}

/** Why nothing was exported. @param {Code} code @returns {{ title: string, text: string }} */
export function exportTroubleWords(code) {
  const isSaidWhole = code === "export-failed" || code === "export-not-allowed" || code === "history-not-allowed";
  if (isSaidWhole) return titled(code);
  return lossWords(code) ?? { title: t("history.not-exported.title"), text: t("history.trouble.text") };
}

/** Where it was lost, and nobody has been told before. @param {unknown} code @returns {{ title: string, text: string } | null} */
export function lossWords(code) {
  if (code === "journal-removed") return { title: reason(code).title, text: t("history.trouble.removed") };
  if (code !== "journal-damaged") return null;
  return titled("journal-put-aside");
}

/** @returns {ExportWords} */
export const exportWords = () => ({
  time: t("details.time"),
  reservation: t("history.number"),
  sms: t("details.sms"),
  email: t("details.email"),
  outcome: t("history.outcome"),
  answer: t("details.http-status"),
  sent: t("history.outcome.sent"),
  not_sent: t("history.outcome.not-sent"),
  unknown: t("history.outcome.unknown"),
  under_way: t("history.outcome.under-way"),
});
