// What was found out about one send whose outcome was unknown.
/** @import { FoundOut } from "../contract.js" */
import { t } from "./i18n.js";
import { momentWords } from "./moment-words.js";
import { statusInSentence } from "./status-words.js";
import { whyUnseen } from "./why-unseen.js";

/** What was sent longer ago than this has arrived by now, or will not. */
const A_WHILE = 10 * 60_000;

/** Whether it is spoken of as something that was. @param {number} at when it was sent, in milliseconds since 1970 */
export const isLongAgo = (at) => Date.now() - at > A_WHILE;

/** Whether sending it once more is still something to think about. @param {FoundOut} found */
export const mayBeSentAgain = (found) => !["sent", "over", "not-found"].includes(found.kind);

/** @param {FoundOut} found @param {number} at when it was sent @returns {{ title: string, text: string }} */
export function resolutionWords(found, at) {
  switch (found.kind) {
    case "sent":
      return { title: t("resolution.sent.title"), text: t("resolution.sent.at", { when: momentWords(found.at) }) };
    case "over": {
      const status = statusInSentence({ status: found.status, status_text: null });
      return { title: t("resolution.over.title"), text: t("resolution.over.text", { status }) };
    }
    case "half":
      return { title: t("resolution.half.title"), text: withStatus(t(`resolution.half.text.${found.by}`), found) };
    case "nearby":
      return { title: t("resolution.nearby.title"), text: withStatus(nearby(found), found) };
    case "another":
      return { title: t("resolution.another.title"), text: withStatus(t("resolution.another.text"), found) };
    case "not-listed": {
      const text = isLongAgo(at) ? t("resolution.not-listed.text.late") : t("resolution.not-listed.text");
      return { title: t("resolution.not-listed.title"), text: withStatus(text, found) };
    }
    case "no-events":
      return { title: t("resolution.no-events.title"), text: withStatus(t("resolution.no-events.text"), found) };
    case "order":
      return { title: t("resolution.order.title"), text: withStatus(t("resolution.order.text"), found) };
    case "not-found":
      return { title: t("resolution.not-found.title"), text: t("resolution.not-found.text") };
    case "unseen":
      return { title: t("resolution.unseen.title"), text: t("resolution.unseen.text", { why: whyUnseen(found.code) }) };
    case "forgotten":
      return { title: t("resolution.forgotten.title"), text: t("resolution.forgotten.text") };
  }
}

/** @param {Extract<FoundOut, { kind: "nearby" }>} found */
function nearby({ at, to_whom }) {
  const when = at?.certain ? momentWords(at) : t("resolution.nearby.about-then");
  return to_whom ? t("resolution.nearby.text", { when }) : t("resolution.nearby.text.unseen", { when });
}

/** @param {string} text @param {Extract<FoundOut, { status: unknown }>} found */
function withStatus(text, { status }) {
  const words = statusInSentence({ status, status_text: null });
  return words ? `${t("resolution.status", { status: words })} ${text}` : text;
}
