// What is wrong with the administrator's policy, for whoever can mend it.
/** @import { PolicyFault, PolicyReason, Startup } from "../contract.js" */
import { LANGUAGES } from "../locales/index.js";
import { anyOf, t } from "./i18n.js";

/** Null where nothing is wrong. @param {Startup} startup */
export function policyNotice({ policy_faults, support }) {
  if (policy_faults.length === 0) return null;
  const end = support === null ? undefined : t("support.ask", { support });
  const text = `${t("policy.wrong.meaning")} ${t("policy.wrong.next")}`;
  const lines = policy_faults.map(faultLine);
  return { title: t("policy.wrong.title"), text, lines, end, copied: lines.join("\n") };
}

/** File, line, key and reason. @param {PolicyFault} fault */
function faultLine({ file, line, key, reason }) {
  const where = [file, line === null ? null : t("policy.line", { line }), key];
  return `${where.filter((part) => part !== null).join(", ")}: ${why(reason)}`;
}

/** @param {PolicyReason} reason */
function why(reason) {
  switch (reason.kind) {
    case "unknown-name":
    case "unknown-environment":
      return suggest(t(`policy.reason.${reason.kind}`), reason.meant);
    case "wrong-type":
      return t(`policy.wanted.${reason.wanted}`);
    case "out-of-range":
      return t("policy.reason.out-of-range", { least: reason.least, most: reason.most });
    case "unknown-language":
      return t("policy.reason.unknown-language", { languages: anyOf(Object.keys(LANGUAGES)) });
    case "not-a-line":
      return t("policy.reason.not-a-line", { most: reason.most });
    default:
      return t(`policy.reason.${reason.kind}`);
  }
}

/** @param {string} words @param {string | null} meant */
const suggest = (words, meant) => (meant === null ? words : `${words} ${t("policy.did-you-mean", { meant })}`);
