// What was found out about one send whose outcome was unknown.
/** @import { Resolution } from "../contract.js" */
import { t } from "./i18n.js";
import { momentWords } from "./moment-words.js";
import { statusInSentence } from "./status-words.js";
import { whyUnseen } from "./why-unseen.js";

/** What was sent longer ago than this has arrived by now, or will not. */
export const A_WHILE = 10 * 60_000;

/** Whether it is spoken of as something that was. @param {number} at when it was sent, in milliseconds since 1970 */
export const isLongAgo = (at) => Date.now() - at > A_WHILE;

/** Whether sending it once more is still something to think about. @param {Resolution} found */
export const mayBeSentAgain = (found) => !["sent", "over", "not-found"].includes(found.kind);

/** @param {Resolution} found @param {number} at when it was sent @returns {{ title: string, text: string }} */
export function resolutionWords(found, at) {
  const title = t(`resolution.${found.kind}.title`);
  const text = meaning(found, at);
  const status = "status" in found && found.kind !== "over" ? statusInSentence(found.status) : "";
  return { title, text: status ? `${t("resolution.status", { status })} ${text}` : text };
}

/** @param {Resolution} found @param {number} at */
function meaning(found, at) {
  switch (found.kind) {
    case "sent":
      return t("resolution.sent.text", { when: momentWords(found.at) });
    case "over":
      return t("resolution.over.text", { status: statusInSentence(found.status) });
    case "half":
      return t(`resolution.half.text.${found.by}`);
    case "nearby":
      return nearby(found);
    case "not-listed":
      return isLongAgo(at) ? t("resolution.not-listed.text.late") : t("resolution.not-listed.text");
    case "unseen":
      return t("resolution.unseen.text", { why: whyUnseen(found.code) });
    default:
      return t(`resolution.${found.kind}.text`);
  }
}

/** @param {Extract<Resolution, { kind: "nearby" }>} found */
function nearby({ at, to_whom }) {
  const when = at?.certain ? momentWords(at) : t("resolution.nearby.about-then");
  return to_whom ? t("resolution.nearby.text", { when }) : t("resolution.nearby.text.unseen", { when });
}
