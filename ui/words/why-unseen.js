// Why a look-up saw nothing, and whether a send would be stopped as well.
/** @import { Code } from "../contract.js" */
import { t } from "./i18n.js";
import { unseen } from "./reason-words.js";

/** What stops a look-up, while a send may still reach Front Payment. @type {Code[]} */
const SEND_MAY_WORK = [
  "refused",
  "service-refused",
  "no-answer",
  "connection-broken",
  "service-failed",
  "service-unavailable",
  "unclear-answer",
  "answer-cut-short",
];

/** A sentence without its full stop. Titles tell what became of a send, and are none. @param {Code} code */
export const whyUnseen = (code) => unseen(code) ?? t("card.why.other");

/** @param {Code} code */
export const stopsSends = (code) => unseen(code) !== null && !SEND_MAY_WORK.includes(code);
