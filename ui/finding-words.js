// What was found out about a send whose outcome was unknown.
/** @import { FoundOut } from "./contract.js" */
import { dayAndTime, t } from "./i18n.js";
import { statusInSentence, whyUnseen } from "./sight-words.js";

/** @param {FoundOut} found @returns {{ title: string, text: string }} */
export function findingWords(found) {
  switch (found.kind) {
    case "sent": {
      const when = typeof found.at?.at === "number" ? t("card.when", dayAndTime(found.at.at)) : (found.at?.text ?? "");
      return { title: t("finding.sent.title"), text: when ? t("finding.sent.at", { when }) : t("finding.sent.text") };
    }
    case "not-listed":
      return { title: t("finding.not-listed.title"), text: withStatus(t("finding.not-listed.text"), found) };
    case "no-events":
      return { title: t("finding.no-events.title"), text: withStatus(t("finding.no-events.text"), found) };
    case "not-found":
      return { title: t("finding.not-found.title"), text: t("finding.not-found.text") };
    case "unseen":
      return { title: t("finding.unseen.title"), text: t("finding.unseen.text", { why: whyUnseen(found.code) }) };
  }
}

/** @param {string} text @param {Extract<FoundOut, { status: unknown }>} found */
function withStatus(text, { status }) {
  const words = statusInSentence({ status, status_text: null });
  return words ? `${t("finding.status", { status: words })} ${text}` : text;
}
