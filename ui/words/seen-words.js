// What a customer did with a link that was sent, where it is told beside the send.
/** @import { Moment, Sighting } from "../contract.js" */
import { t } from "./i18n.js";
import { onThatDay } from "./moment-words.js";

/** @param {Sighting} sighting @param {number} sent when the link was sent, by this computer's clock */
export function seenWords({ seen, when }, sent) {
  /** @type {Moment} */
  const then = { at: sent, text: "", certain: true };
  const words = { when: onThatDay(when, then) };
  if (seen === "opened") return t("card.event.opened", words);
  if (seen === "reserved") return t("watch.reserved", words);
  return seen === "paid" ? t("watch.paid", words) : t("watch.row.sent", words);
}
