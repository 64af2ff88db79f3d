// How a reservation stands, by itself and within a sentence.
/** @import { Card, Status } from "../contract.js" */
import { t } from "./i18n.js";

/** @type {Status[]} */
const STATUSES = ["not-paid", "reserved", "paid", "completed", "expired", "cancelled", "invoiced", "refunded", "partly-refunded"];

/** By itself. A word of the service's own is quoted as it came. @param {Pick<Card, "status" | "status_text">} card @returns {{ kind: Status | "other-status", text: string } | null} */
export function statusWords({ status, status_text }) {
  if (status && STATUSES.includes(status)) return { kind: status, text: t(`card.status.${status}`) };
  return status_text ? { kind: "other-status", text: t("card.quoted", { word: status_text }) } : null;
}

/** Within a sentence. @param {Pick<Card, "status" | "status_text">} card */
export function statusInSentence({ status, status_text }) {
  if (status && STATUSES.includes(status)) return t(`found.status.${status}`);
  return status_text ? t("card.quoted", { word: status_text }) : "";
}
