// What a person should know before anything else, as long as it holds: a policy that cannot be obeyed, or trouble with a file.
/** @import { Code, Startup } from "../contract.js" */
import { t } from "./i18n.js";
import { policyNotice } from "./policy-words.js";
import { reason, titled } from "./reason-words.js";

/** Null where all is well. @param {Startup} startup @param {Code | null} journal what is wrong with the record of sends */
export function lastingNotice(startup, journal) {
  const code = startup.notice ?? journal;
  return policyNotice(startup) ?? (code && codeNotice(code));
}

/** @param {Code} code */
function codeNotice(code) {
  const { title, next } = reason(code);
  const isOfStart = code === "journal-not-written" || code === "journal-newer" || code === "journal-no-locks";
  return isOfStart ? { title, text: `${t(`notice.${code}`)} ${next}` } : titled(code);
}
