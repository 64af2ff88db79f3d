// The keychain's name on this computer, and which codes are about it.
/** @import { Code } from "../contract.js" */
import { t } from "./i18n.js";

function system() {
  const platform = globalThis.navigator?.platform ?? "";
  if (platform.startsWith("Win")) return "windows";
  return platform.startsWith("Mac") ? "macos" : "linux";
}

/** What this computer calls its keychain, within a sentence. */
export const keychainName = () => t(`keychain.${system()}`);

/** As the first word of a sentence. */
export const keychainFirst = () => t(`keychain.${system()}.first`);

/** By itself. */
export const keychainTitle = () => t(`keychain.${system()}.title`);

/** @param {Code | null} code */
export const isKeychainTrouble = (code) => code !== null && code.startsWith("keychain-");
