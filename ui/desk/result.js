// What became of a send: one region, empty until there is something to say, and again when the next send starts.
// Where nobody knows, it can be found out: what was found is said beside the region, and may turn it into "sent".
/** @import { Resolution, Report, Startup } from "../contract.js" */
import * as backend from "../backend.js";
import { copyButton } from "../page/clipboard.js";
import { delayedWords } from "../page/delayed-words.js";
import { element, find, keepWhole } from "../page/element.js";
import { icon } from "../page/icon.js";
import { pressEnd } from "../page/press.js";
import { environmentName } from "../words/environment-name.js";
import { dateAndTime, t } from "../words/i18n.js";
import { isLongAgo, mayBeSentAgain, resolutionWords } from "../words/resolution-words.js";
import { details } from "./copy-texts.js";
import { explain, explainLate, isMendedInSettings } from "./result-words.js";

/**
 * @typedef {object} ResultEvents
 * @property {() => void} onAnother
 * @property {(report: Report) => void} onAgain send the same again, whatever became of the first
 * @property {(report: Report, how: { late: boolean }) => boolean} onFoundSent whether the form made way for it
 */

/**
 * @param {object} of
 * @param {() => () => boolean} of.watch from now on, whether a hand has changed nothing in the form since
 * @param {() => void} of.onSettings
 */
export function createResult({ watch, onSettings }) {
  const region = find("#result", HTMLElement);
  const status = find("#result-status", HTMLElement);
  const alert = find("#result-alert", HTMLElement);
  const actions = find("#result-actions", HTMLElement);
  const finding = find("#finding", HTMLElement);
  /** @type {Report | null} */
  let shown = null;
  /** @type {Resolution | null} */
  let found = null;
  /** It stands above a form in which somebody is typing the next one. */
  let isBeside = false;
  /** Whom the box names, as last read. @type {string | null} */
  let named = null;
  /** Whom the box named when it was shown. @type {string | null} */
  let home = null;
  let version = "";
  /** Whom to ask. @type {string | null} */
  let support = null;
  /** @type {ResultEvents} */
  let on;

  function clear() {
    shown = found = home = null;
    delete region.dataset["outcome"];
    delete region.dataset["attempt"];
    for (const part of [status, alert, actions, finding]) part.replaceChildren();
  }

  /** @param {Report} report */
  function render(report) {
    region.dataset["outcome"] = report.outcome;
    region.dataset["attempt"] = String(report.attempt);
    const sent = report.outcome === "sent";
    (sent ? alert : status).replaceChildren();
    (sent ? status : alert).replaceChildren(...words(report, found, support));
    actions.replaceChildren(...buttons(report));
    finding.replaceChildren(...(found && !sent ? told(found, report) : []));
  }

  /** @param {Report} report */
  function buttons(report) {
    const made = [];
    if (report.outcome === "sent" && !isBeside) made.push(button("result.another", on.onAnother, "primary"));
    const { id } = report;
    if (report.outcome === "unknown" && id !== null) made.push(button("result.find-out", () => findOut(report, id), found ? "" : "primary"));
    if (report.outcome === "unknown" && found && mayBeSentAgain(found)) made.push(button("result.again", () => on.onAgain(report)));
    if (isMendedInSettings(report.reason)) made.push(button("settings.open-it", onSettings));
    made.push(copyButton("result.copy", () => details(report, version, support)));
    return made;
  }

  /** @param {Report} report @param {number} id */
  async function findOut(report, id) {
    const isFormUnchanged = watch();
    const say = (/** @type {string} */ text) => finding.replaceChildren(element("p", {}, text));
    const stop = delayedWords(say, [[300, t("resolution.looking")]]);
    const answer = await backend.findOut(id);
    stop();
    await pressEnd();
    if (shown !== report) return;
    found = answer;
    const hand = document.activeElement;
    const isStillHere = hand === document.body || region.contains(hand);
    if (answer.kind === "sent") {
      shown = { ...report, outcome: "sent", reason: null, http_status: null, sentences: [] };
      isBeside = !isFormUnchanged() || !on.onFoundSent(shown, { late: isLongAgo(report.at) });
    }
    render(shown);
    if (!isStillHere) return;
    // The button that was pressed is a new one now.
    const next = answer.kind === "sent" ? find("h2", HTMLElement, region) : find("button", HTMLElement, actions);
    next.focus({ preventScroll: answer.kind === "sent" });
  }

  return {
    /** @param {ResultEvents} events */
    listen(events) {
      on = events;
    },
    clear,
    /** @param {Report} report @param {{ isBeside: boolean }} how it came while somebody was typing the next one */
    show(report, how) {
      shown = report;
      found = null;
      isBeside = how.isBeside;
      home = isBeside ? null : named;
      render(report);
      if (isBeside) return;
      find("h2", HTMLElement, region).focus({ preventScroll: true });
      scrollTo(0, 0);
    },
    /** @param {Startup} startup */
    update(startup) {
      version = startup.version;
      support = startup.support;
      if (shown) render(shown);
    },
    /** What is said of one reservation does not stand beside the next. @param {string | null} id which the box names now */
    follow(id) {
      named = id ?? named;
      if (home !== null && named !== home) clear();
    },
  };
}

/** @param {Resolution} found @param {Report} report */
function told(found, report) {
  const { title, text } = resolutionWords(found, report.at);
  return [element("p", { class: "finding-title" }, title), element("p", {}, text)];
}

/** @param {Report} report @param {Resolution | null} found @param {string | null} support */
function words(report, found, support) {
  const { title, meaning, next } = found?.kind === "sent" ? foundSent(report, found) : explain(report);
  const contacts = [report.sms_to?.full ?? "", report.email_to?.full ?? ""];
  const at = element("time", { datetime: new Date(report.at).toISOString() }, dateAndTime(report.at));
  const practice = report.environment === "practice" ? element("p", {}, t("result.practice")) : null;
  const own = report.sentences.map((sentence) => element("li", {}, sentence));
  const quoted = element("div", { class: "sentences" }, element("p", {}, t("result.sentences")), element("ul", {}, ...own));
  const facts = [` · ${environmentName(report.environment)}`, report.reservation.id ? ` · ${report.reservation.id}` : ""];
  return [
    element("div", { class: "result-title" }, icon(report.outcome), element("h2", { tabindex: "-1" }, title)),
    element("p", {}, ...keepWhole(meaning, contacts)),
    element("p", { class: "next" }, next),
    practice,
    report.outcome === "sent" || support === null ? null : element("p", {}, t("support.ask", { support })),
    own.length > 0 ? quoted : null,
    element("p", { class: "facts" }, at, ...facts),
  ].filter((part) => part !== null);
}

/** @param {Report} report @param {Resolution} found */
function foundSent(report, found) {
  const { title, text } = resolutionWords(found, report.at);
  return { title, meaning: text, next: isLongAgo(report.at) ? explainLate(report) : explain(report).next };
}

/**
 * @param {"result.another" | "result.find-out" | "result.again" | "settings.open-it"} key
 * @param {() => void} onclick
 * @param {string} [kind]
 */
function button(key, onclick, kind = "") {
  return element("button", { type: "button", class: `button ${kind}`.trim(), onclick }, t(key));
}
