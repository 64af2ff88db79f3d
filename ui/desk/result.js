// What became of a send: one region, empty until there is something to say, and again when the next send starts.
// Where nobody knows, it can be found out: what was found is joined to the region, and may turn it into "sent".
/** @import { Environment, Resolution, Report, Startup } from "../contract.js" */
import * as backend from "../backend.js";
import { copyButton } from "../page/clipboard.js";
import { delayedWords } from "../page/delayed-words.js";
import { element, find } from "../page/element.js";
import { pressEnd } from "../page/press.js";
import { tellShortcut } from "../page/shortcut.js";
import { t } from "../words/i18n.js";
import { isLongAgo } from "../words/resolution-words.js";
import { details, proof } from "./copy-texts.js";
import { createFinding } from "./finding.js";
import { facts, outcomeSection } from "./outcome-section.js";
import { isMendedInSettings, isPastMending } from "./result-words.js";

/**
 * @typedef {object} ResultEvents
 * @property {() => void} onCleared
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
  const foot = find("#result-foot", HTMLElement);
  const finding = createFinding();
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
  /** The one that the window shows. @type {Environment} */
  let environment = "production";
  /** @type {ResultEvents} */
  let on;

  function clear() {
    shown = found = home = null;
    for (const name of ["outcome", "attempt", "again"]) delete region.dataset[name];
    for (const part of [status, alert, actions, foot]) part.replaceChildren();
    finding.clear();
    on.onCleared();
  }

  /** @param {Report} report */
  function render(report) {
    region.dataset["outcome"] = report.outcome;
    region.dataset["attempt"] = String(report.attempt);
    const sent = report.outcome === "sent";
    (sent ? alert : status).replaceChildren();
    (sent ? status : alert).replaceChildren(outcomeSection(report, { found, support, hasSentence: sent && !isBeside }));
    const copy = sent ? copyButton("call.copy-proof", () => proof(report, version)) : copyButton("result.copy", () => details(report, version, support));
    foot.replaceChildren(facts(report, environment), copy);
    renderWaysOn(report);
  }

  /** What can be done now, and what was found out. @param {Report} report */
  function renderWaysOn(report) {
    const made = buttons(report);
    actions.replaceChildren(...made);
    if (made.some((button) => button.matches(".primary")) && report.outcome !== "sent") region.dataset["again"] = "ask";
    else delete region.dataset["again"];
    if (found && report.outcome === "unknown") finding.show(found, report, () => on.onAgain(report));
    else finding.clear();
  }

  /** One of them is filled, where to send once more is not the thing to do. @param {Report} report */
  function buttons(report) {
    const { id, outcome, reason } = report;
    const primary = isBeside ? "" : "primary";
    const made = [];
    const canBeResolved = outcome === "unknown" && id !== null;
    const isToBeResolved = canBeResolved && !found;
    if (canBeResolved) made.push(button("result.find-out", () => findOut(report, id), isToBeResolved ? primary : ""));
    if (isMendedInSettings(reason)) made.push(button("settings.open-it", onSettings, primary));
    // It would empty a form in which somebody is typing.
    const isOver = outcome !== "not-sent" || isPastMending(reason);
    if (isOver && !isBeside) made.push(tellShortcut(button("result.another", on.onAnother, isToBeResolved ? "" : primary), "next-customer"));
    return made;
  }

  /** @param {Report} report @param {number} id */
  async function findOut(report, id) {
    const isFormUnchanged = watch();
    const stop = delayedWords(finding.say, [[300, t("resolution.looking")]]);
    const answer = await backend.findOut(id);
    stop();
    await pressEnd();
    if (shown !== report) return;
    found = answer;
    const hand = document.activeElement;
    const isStillHere = hand === document.body || region.contains(hand) || finding.contains(hand);
    if (answer.kind === "sent") {
      shown = { ...report, outcome: "sent", reason: null, http_status: null, sentences: [] };
      isBeside = !isFormUnchanged() || !on.onFoundSent(shown, { late: isLongAgo(report.at) });
      render(shown);
    } else renderWaysOn(report);
    if (!isStillHere) return;
    if (answer.kind === "sent") focus();
    else finding.focus();
  }

  /** On what was said, which whoever listens then hears: on no button that one more Enter would press. */
  function focus() {
    const told = find("section[tabindex]", HTMLElement, region);
    told.focus({ preventScroll: true });
    // Another place is open: it is heard on the way back.
    if (told !== document.activeElement) told.dataset["unheard"] = "";
    region.scrollIntoView();
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
      if (!isBeside) focus();
    },
    /** @param {Startup} startup */
    update(startup) {
      version = startup.version;
      support = startup.support;
      environment = startup.settings.environment;
      if (shown) render(shown);
    },
    /** What is said of one reservation does not stand beside the next. @param {string | null} id which the box names now */
    follow(id) {
      named = id ?? named;
      if (home !== null && named !== home) clear();
    },
  };
}

/**
 * @param {"result.another" | "result.find-out" | "settings.open-it"} key
 * @param {() => void} onclick
 * @param {string} kind
 */
function button(key, onclick, kind) {
  return element("button", { type: "button", class: `button ${kind}`.trim(), onclick }, t(key));
}
