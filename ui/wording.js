// What a report says to the person at the desk, and to whoever they ask for help.
/**
 * @import { Code, Environment, Report } from "./contract.js"
 * @import { Explanation } from "./locales/catalogue.js"
 */
import { dateAndTime, duration, reason, t } from "./i18n.js";

/** @param {Environment} environment */
export const environmentName = (environment) => t(`environment.${environment}`);

/** @param {Code | null} code */
export const isKeychainTrouble = (code) => code !== null && code.startsWith("keychain-");

/** Whether Settings is where it can be mended. @param {Code | null} code */
export const isMendedInSettings = (code) => code !== null && (code.startsWith("token-") || isKeychainTrouble(code));

/** @param {Report} report @returns {Explanation} */
export function explain(report) {
  return report.reason === null ? explainSent(report) : explainReason(report, report.reason);
}

/** @param {Report} report @returns {Explanation} */
function explainSent({ environment, outcome, sms_to, email_to }) {
  if (outcome !== "sent") return lost();
  const phone = sms_to?.full ?? "";
  const email = email_to?.full ?? "";
  const practice = environment === "practice";
  const both = { phone, email };
  const title = t("result.sent.title");
  if (sms_to && email_to) {
    const meaning = practice ? t("result.practice.sent.both", both) : t("result.sent.both", both);
    return { title, meaning, next: t("result.sent.next.email") };
  }
  if (email_to) {
    const meaning = practice ? t("result.practice.sent.email", { email }) : t("result.sent.email", { email });
    return { title, meaning, next: t("result.sent.next.email") };
  }
  const meaning = practice ? t("result.practice.sent.sms", { phone }) : t("result.sent.sms", { phone });
  return { title, meaning, next: t("result.sent.next.sms") };
}

/** @param {Report} report @param {Code} code @returns {Explanation} */
function explainReason(report, code) {
  const { environment, reservation, retry_after_seconds: seconds } = report;
  const other = environmentName(environment === "production" ? "demo" : "production");
  const words = reason(code, { reservation, environment: environmentName(environment), other });
  if (code === "not-found" && environment === "practice") {
    words.meaning = t("result.practice.not-found", { reservation });
    words.next = t("result.practice.not-found.next");
  } else if (code === "not-found" && environment === "local") {
    words.next = t("result.local.not-found.next");
  } else if (seconds !== null && report.outcome === "not-sent") {
    words.next = t("result.retry", { time: duration(seconds) });
  } else if (seconds !== null) {
    words.next = t("result.retry-unknown", { time: duration(seconds) });
  }
  return words;
}

/** The app itself failed while a send was under way: nobody can say what became of it. @returns {Explanation} */
function lost() {
  return { ...reason("no-answer"), meaning: t("result.lost.meaning") };
}

/**
 * For "Copy details": enough to look the matter up, and nobody's whole number or address.
 * @param {Report} report
 * @param {string} version
 * @param {string | null} support whom to ask
 */
export function details(report, version, support) {
  const rows = [
    [t("details.code"), report.reason ?? report.outcome],
    [t("details.http-status"), report.http_status],
    [t("details.time"), `${dateAndTime(report.at)} (${new Date(report.at).toISOString()})`],
    [t("details.environment"), environmentName(report.environment)],
    [t("details.reservation"), report.reservation],
    [t("details.sms"), report.sms_to?.masked],
    [t("details.email"), report.email_to?.masked],
    [t("details.support"), report.outcome === "sent" ? null : support],
  ];
  const known = rows.filter(([, value]) => value !== null && value !== undefined && value !== "");
  const lines = known.map(([name, value]) => `${name}: ${value}`);
  return [explain(report).title, ...lines, `${t("app.name")} ${version}`].join("\n");
}
