// How a reservation stands, by itself and within a sentence.
/**
 * @import { Status } from "../contract.js"
 * @typedef {Extract<Status, string>} KnownStatus
 */
import { t } from "./i18n.js";

/** @type {KnownStatus[]} */
const STATUSES = ["not-paid", "reserved", "paid", "completed", "expired", "cancelled", "invoiced", "refunded", "partly-refunded"];

/** By itself. A word of the service's own is quoted as it came. @param {Status | null} status @returns {{ kind: KnownStatus | "other-status", text: string } | null} */
export function statusWords(status) {
  if (isKnown(status)) return { kind: status, text: t(`card.status.${status}`) };
  return status?.other ? { kind: "other-status", text: quoted(status) } : null;
}

/** Within a sentence. @param {Status | null} status */
export function statusInSentence(status) {
  if (isKnown(status)) return t(`found.status.${status}`);
  return status?.other ? quoted(status) : "";
}

/** @param {Status | null} status @returns {status is KnownStatus} */
const isKnown = (status) => STATUSES.some((known) => known === status);

/** @param {{ other: string }} status */
const quoted = ({ other }) => t("card.quoted", { word: other });
