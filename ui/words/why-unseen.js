// Why a look-up saw nothing, and whether a send would be stopped as well.
/** @import { Code } from "../contract.js" */
import { t } from "./i18n.js";

/** Why a look-up sees nothing while a send may still reach Front Payment. */
const SEND_MAY_WORK = /** @type {const} */ ([
  "refused",
  "service-refused",
  "no-answer",
  "connection-broken",
  "service-failed",
  "service-unavailable",
  "unclear-answer",
  "answer-cut-short",
]);

/** And what would stop a send as well. */
const SEND_CANNOT_WORK = /** @type {const} */ ([
  "no-contact",
  "not-secure",
  "no-certificates",
  "not-started",
  "redirected",
  "turned-away",
  "proxy-log-in",
  "rate-limited",
  "not-allowed",
  "token-refused",
  "token-missing",
  "token-malformed",
  "keychain-absent",
  "keychain-kwallet",
  "keychain-locked",
  "keychain-prompt-cancelled",
  "keychain-no-collection",
  "keychain-no-answer",
  "keychain-several",
  "keychain-failed",
]);

/** Why a look-up saw nothing: a sentence without its full stop. Titles tell what became of a send, and are none. @param {Code} code */
export function whyUnseen(code) {
  const own = [...SEND_MAY_WORK, ...SEND_CANNOT_WORK].find((candidate) => candidate === code);
  return own ? t(`card.why.${own}`) : t("card.why.unclear-answer");
}

/** @param {Code} code */
export const stopsSends = (code) => SEND_CANNOT_WORK.some((known) => known === code);
