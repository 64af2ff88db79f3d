// Texts that leave the window: for whoever helps, and for a dispute. Nobody's whole number or address is in them.
/** @import { Report } from "../contract.js" */
import { environmentName } from "../words/environment-name.js";
import { dateAndTime, t } from "../words/i18n.js";
import { explain } from "./result-words.js";

/**
 * For "Copy details" of what was not sent, or perhaps not: enough to look the matter up.
 * @param {Report} report
 * @param {string} version
 * @param {string | null} support whom to ask
 */
export function details(report, version, support) {
  return lines(explain(report).title, [
    [t("details.code"), report.reason ?? report.outcome],
    [t("details.http-status"), report.http_status],
    [t("details.time"), time(report)],
    ...facts(report),
    [t("details.support"), support],
  ], version);
}

/**
 * For a dispute: when, to whom, by what way, and what the service answered.
 * @param {Report} report
 * @param {string} version
 */
export function proof(report, version) {
  const answer = report.http_status === null ? t("proof.accepted") : t("proof.accepted.status", { status: report.http_status });
  return lines(explain(report).title, [[t("details.time"), time(report)], ...facts(report), [t("proof.answer"), answer]], version);
}

/** @typedef {[name: string, value: string | number | null | undefined]} Row */

/** @param {Report} report @returns {Row[]} */
function facts(report) {
  return [
    [t("details.environment"), environmentName(report.environment)],
    [t(report.reservation.order ? "details.order" : "details.reservation"), report.reservation.id],
    [t("details.merchant"), report.merchant],
    [t("details.sms"), report.sms_to?.masked],
    [t("details.email"), report.email_to?.masked],
  ];
}

/** @param {Report} report */
const time = ({ at }) => `${dateAndTime(at)} (${new Date(at).toISOString()})`;

/** @param {string} title @param {Row[]} rows @param {string} version */
function lines(title, rows, version) {
  const known = rows.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return [title, ...known.map(([name, value]) => `${name}: ${value}`), `${t("app.name")} ${version}`].join("\n");
}
