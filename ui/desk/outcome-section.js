// The section of a result that has the focus: title, meaning and next step, each part of its description. A screen reader
// that knows no live region hears the whole outcome by it. It is made anew for each: some keep what they once heard of one.
/** @import { Environment, Resolution, Report } from "../contract.js" */
import { element, keepWhole } from "../page/element.js";
import { icon } from "../page/icon.js";
import { environmentName } from "../words/environment-name.js";
import { dateAndTime, t } from "../words/i18n.js";
import { isLongAgo, resolutionWords } from "../words/resolution-words.js";
import { explain, explainLate } from "./result-words.js";

/**
 * @param {Report} report
 * @param {object} beside
 * @param {Resolution | null} beside.found
 * @param {string | null} beside.support whom to ask
 * @param {boolean} beside.hasSentence the sentence for the customer says in sight what to do next
 */
export function outcomeSection(report, { found, support, hasSentence }) {
  const { title, meaning, next } = found?.kind === "sent" ? foundSent(report, found) : explain(report);
  const { outcome, environment, reservation: { id, order }, sentences } = report;
  const contacts = [report.sms_to?.full ?? "", report.email_to?.full ?? ""];
  const isTold = outcome !== "not-sent" && environment === "practice";
  const parts = [
    element("p", { id: "result-meaning" }, ...keepWhole(isTold ? `${meaning} ${t("result.practice")}` : meaning, contacts)),
    nextStep(next, hasSentence),
    sentences.length > 0 ? ownWords(sentences) : null,
    outcome === "sent" || support === null ? null : element("p", { id: "result-support" }, t("support.ask", { support })),
  ].filter((part) => part !== null);
  const described = ["result-title", ...parts.map(({ id }) => id)].join(" ");
  const titleBar = element("div", { class: "result-title" }, icon(outcome), element("h2", { id: "result-title" }, title), isTold ? pill() : null);
  // For the ear: in sight it stands at the foot, which is said to nobody.
  const which = id ? element("p", { class: "visually-hidden" }, t(order ? "reading.order" : "reading.reservation", { id })) : "";
  return element("section", { class: "result-told", tabindex: "-1", "aria-label": nameOf(title), "aria-describedby": described }, titleBar, ...parts, which);
}

/**
 * The title as a name. Orca 48 leaves out a description that holds the name letter by letter, and says no name where what
 * had the focus before is gone: so the title is in both, with another kind of space here.
 * @param {string} title
 */
export const nameOf = (title) => title.replaceAll(" ", "\u00a0");

/** When and which, and where it is not the environment in sight, where. @param {Report} report @param {Environment} inSight */
export function facts(report, inSight) {
  const at = element("time", { datetime: new Date(report.at).toISOString() }, dateAndTime(report.at));
  const where = report.environment === inSight ? "" : ` · ${environmentName(report.environment)}`;
  return element("p", { class: "facts" }, at, where, report.reservation.id ? ` · ${report.reservation.id}` : "");
}

/** Only for the ear where the sentence for the customer says it in sight. @param {string} next @param {boolean} hasSentence */
function nextStep(next, hasSentence) {
  const step = element("p", { id: "result-next", class: "next" }, next);
  step.classList.toggle("visually-hidden", hasSentence);
  return step;
}

/** As the service wrote them. @param {string[]} sentences */
function ownWords(sentences) {
  const quoted = sentences.flatMap((sentence) => [" ", element("q", { lang: "en" }, sentence)]);
  return element("p", { id: "result-own-words", class: "own-words" }, t("result.sentences"), ...quoted);
}

const pill = () => element("span", { class: "pill" }, environmentName("practice"));

/** @param {Report} report @param {Extract<Resolution, { kind: "sent" }>} found */
function foundSent(report, found) {
  const { title, text } = resolutionWords(found, report.at);
  return { title, meaning: text, next: isLongAgo(report.at) ? explainLate(report) : explain(report).next };
}
