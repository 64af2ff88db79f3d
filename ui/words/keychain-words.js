// The keychain's name on this computer, and which codes are about it.
/** @import { Code } from "../contract.js" */
import { t } from "./i18n.js";

/** What this computer calls its keychain. */
export function keychainName() {
  if (navigator.platform.startsWith("Win")) return t("keychain.windows");
  if (navigator.platform.startsWith("Mac")) return t("keychain.macos");
  return t("keychain.linux");
}

/** @param {Code | null} code */
export const isKeychainTrouble = (code) => code !== null && code.startsWith("keychain-");
