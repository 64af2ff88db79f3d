// What became of a send: one region, empty until there is something to say, and again when the next send starts.
// Where nobody knows, it can be found out: what was found is joined to the region, and may turn it into "sent". While it
// stands the link is watched, which may do the same.
/** @import { Environment, Moment, Resolution, Report, Sighting, Startup } from "../contract.js" */
import * as backend from "../backend.js";
import { copyButton } from "../page/clipboard.js";
import { delayedWords } from "../page/delayed-words.js";
import { element, find } from "../page/element.js";
import { pressEnd, shield } from "../page/press.js";
import { tellShortcut } from "../page/shortcut.js";
import { t } from "../words/i18n.js";
import { isLongAgo } from "../words/resolution-words.js";
import { details, proof } from "./copy-texts.js";
import { createFinding } from "./finding.js";
import { createLinkWatch } from "./link-watch.js";
import { facts, outcomeSection } from "./outcome-section.js";
import { isMendedInSettings, isPastMending } from "./result-words.js";

/**
 * @typedef {object} ResultEvents
 * @property {() => void} onCleared
 * @property {() => void} onAnother
 * @property {(report: Report) => void} onAgain send the same again, whatever became of the first
 * @property {(report: Report, how: { late: boolean }) => boolean} onFoundSent whether the form made way for it
 * @property {(report: Report) => void} onReport what became of it is known, or known better
 * @property {(report: Report, sighting: Sighting) => void} onSeen what its customer did
 */

/**
 * @param {object} of
 * @param {() => () => boolean} of.watch from now on, whether a hand has changed nothing in the form since
 * @param {() => boolean} of.isInForm whether a hand is in it
 * @param {() => void} of.onSettings
 */
export function createResult({ watch, isInForm, onSettings }) {
  const region = find("#result", HTMLElement);
  const status = find("#result-status", HTMLElement);
  const alert = find("#result-alert", HTMLElement);
  const actions = find("#result-actions", HTMLElement);
  const foot = find("#result-foot", HTMLElement);
  const finding = createFinding();
  const link = createLinkWatch({ onSent: settle, onSeen: (report, sighting) => on.onSeen(report, sighting) });
  /** @type {Report | null} */
  let shown = null;
  /** @type {Resolution | null} */
  let found = null;
  /** It stands above a form in which somebody is typing the next one. */
  let isBeside = false;
  /** Whether a hand has changed nothing in the form since it was shown. */
  let isFormAsThen = () => false;
  /** To the list that it was begun from. @type {(() => void) | null} */
  let goBack = null;
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
    shown = found = home = goBack = null;
    link.stop();
    for (const name of ["outcome", "attempt", "again"]) delete region.dataset[name];
    for (const part of [status, alert, actions, foot]) part.replaceChildren();
    for (const part of [status, alert]) part.removeAttribute("aria-live");
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
    link.render();
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
    const canBeResolved = outcome === "unknown" && id !== null && report.environment === environment;
    const isToBeResolved = canBeResolved && !found;
    if (canBeResolved) made.push(button("result.find-out", () => findOut(report, id), isToBeResolved ? primary : ""));
    if (isMendedInSettings(reason)) made.push(button("settings.open-it", onSettings, primary));
    // It would empty a form in which somebody is typing.
    const isOver = outcome !== "not-sent" || isPastMending(reason);
    if (!isOver || isBeside) return made;
    const first = isToBeResolved ? "" : primary;
    if (goBack) made.push(button("result.back", goBack, first));
    made.push(tellShortcut(button("result.another", on.onAnother, goBack ? "" : first), "next-customer"));
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
    const isStillHere = isHandHere();
    if (answer.kind === "sent") {
      const now = turnSent(report, { isFormFree: isFormUnchanged() });
      link.begin(now, answer.at.at ?? report.at);
    } else renderWaysOn(report);
    if (!isStillHere) return;
    if (answer.kind === "sent") focus();
    else finding.focus();
  }

  /** The service lists it by now, and nobody has asked: no hand is interrupted. @param {Moment | null} when */
  function settle(when) {
    if (shown?.outcome !== "unknown") return;
    const report = shown;
    const isStillHere = isHandHere();
    found = { kind: "sent", at: when ?? { at: report.at, text: "", certain: true } };
    const now = turnSent(report, { isFormFree: !isBeside && isFormAsThen() && !isInForm() });
    link.settle(now);
    for (const moved of [actions, foot, find("#phone-call", HTMLElement), find("#cannot-pay-opener", HTMLElement), find("#cannot-pay", HTMLElement)]) shield(moved);
    if (isStillHere) focus({ scrolls: false });
    else find("section[tabindex]", HTMLElement, region).dataset["unheard"] = "";
  }

  /** @param {Report} report @param {{ isFormFree: boolean }} how */
  function turnSent(report, { isFormFree }) {
    const now = { ...report, outcome: /** @type {const} */ ("sent"), reason: null, http_status: null, sentences: [] };
    shown = now;
    isBeside = !isFormFree || !on.onFoundSent(now, { late: isLongAgo(report.at) });
    render(now);
    on.onReport(now);
    return now;
  }

  function isHandHere() {
    const hand = document.activeElement;
    return hand === document.body || region.contains(hand) || finding.contains(hand);
  }

  /** On what was said, which whoever listens then hears: on no button that one more Enter would press. */
  function focus({ scrolls = true } = {}) {
    const told = find("section[tabindex]", HTMLElement, region);
    told.focus({ preventScroll: true });
    // Spoken as what has the focus, and not once more as what has come.
    told.parentElement?.setAttribute("aria-live", "off");
    // Another place is open: it is heard on the way back.
    if (told !== document.activeElement) told.dataset["unheard"] = "";
    if (scrolls) region.scrollIntoView();
  }

  return {
    /** @param {ResultEvents} events */
    listen(events) {
      on = events;
    },
    clear,
    /** It is told of another environment than the one in sight. */
    endWatch: link.end,
    /** @param {Report} report @param {{ isBeside: boolean, goBack: (() => void) | null }} how it came while somebody was typing the next one */
    show(report, how) {
      shown = report;
      found = null;
      ({ isBeside, goBack } = how);
      isFormAsThen = watch();
      home = isBeside ? null : named;
      link.begin(report);
      render(report);
      if (!isBeside) focus();
      on.onReport(report);
    },
    /** Whether there was somewhere to go. */
    goBack() {
      goBack?.();
      return goBack !== null;
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
 * @param {"result.another" | "result.back" | "result.find-out" | "settings.open-it"} key
 * @param {() => void} onclick
 * @param {string} kind
 */
function button(key, onclick, kind) {
  return element("button", { type: "button", class: `button ${kind}`.trim(), onclick }, t(key));
}
