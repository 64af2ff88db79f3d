// The desk: one send, from what is typed to what became of it.
/**
 * @import { Example, Problem, Report, Sighting, Startup, Warning } from "../contract.js"
 * @import { createNotice } from "../page/notice.js"
 * @import { QuestionWords } from "../page/question.js"
 */
import { announce } from "../page/announcer.js";
import { find } from "../page/element.js";
import { endsComposition } from "../page/keys.js";
import { isDeskCovered } from "../page/places.js";
import { t } from "../words/i18n.js";
import { cardInLine } from "./card-words.js";
import { hasCustomerWords } from "./customer-words.js";
import { createDeepLinks } from "./deep-links.js";
import { createEarlySend } from "./early-send.js";
import { createEnvironmentBanner } from "./environment-banner.js";
import { createExamples } from "./examples.js";
import { createFinder } from "./finder.js";
import { createForm } from "./form.js";
import { createPasteAnywhere } from "./paste-anywhere.js";
import { createPhoneCall } from "./phone-call.js";
import { createProblems } from "./problems.js";
import { createProgress } from "./progress.js";
import { createReadings } from "./readings.js";
import { createReservation } from "./reservation.js";
import { createResult } from "./result.js";
import { createSend } from "./send.js";
import { watchFoot } from "./stuck-foot.js";
import { createUndoWindow } from "./undo-window.js";
import { warningWords } from "./warning-words.js";

/**
 * @param {object} page
 * @param {(words: QuestionWords, how: { leadsOn: boolean, stands: () => boolean }) => Promise<boolean>} page.ask
 * @param {ReturnType<typeof createNotice>} page.notice
 * @param {() => void} page.openDesk so that it can be seen
 * @param {(where: { atToken: boolean }) => void} page.openSettings
 * @param {() => Promise<void>} page.refresh the app uses another environment than the window shows
 * @param {import("./finder.js").Links} page.links those that somebody has still to pay by, to be searched
 * @param {(report: Report) => void} page.onReport what became of a send is known, or known better
 * @param {(report: Report, sighting: Sighting) => void} page.onSeen what its customer did
 */
export function createDesk({ ask, notice, openDesk, openSettings, refresh, links, onReport, onSeen }) {
  const form = createForm();
  const readings = createReadings();
  const problems = createProblems();
  const progress = createProgress();
  const phoneCall = createPhoneCall();
  const examples = createExamples({ onChoose: fillIn });
  const result = createResult({ watch: form.watch, isInForm: form.hasFocus, onSettings: () => openSettings({ atToken: true }) });
  const finder = createFinder({ links, onChoose: (reservation) => startWith(reservation, null, { takesTyped: true }) });
  const reservation = createReservation({ form, readings, finder, onNamed: follow });
  const early = createEarlySend({ form, reservation, progress });
  const undoWindow = createUndoWindow({ say: announce });
  const send = createSend({ form, readings, progress, named: reservation.id, environment, refresh, ask: askAbout, undoWindow, clear, showReport, showProblems });
  const deepLinks = createDeepLinks({ held: () => form.request().reservation, isFree, use: take, offer });
  const views = [createEnvironmentBanner(), examples, problems, result, phoneCall, readings, reservation, finder];
  /** @type {Startup | null} */
  let startup = null;
  /** Takes up another reservation that the app was asked to open. @type {(() => void) | null} */
  let takeUp = null;
  /** The list that it was begun from, and of which reservation. @type {{ id: string, goBack: (() => void) | null } | null} */
  let origin = null;
  /** @type {string | null} */
  let lastNamed = null;
  /** Whether what became of the form as it stands has been told. */
  let isTold = () => false;

  createPasteAnywhere({ isOpen, isUnderWay, held: () => form.request().reservation, isEmpty, put: form.put, begin, send: () => sendNow(), say });
  watchFoot();
  form.listen({ onSend: () => sendNow(), onChange: typed, onLeave: reservation.hurry });
  result.listen({ onAnother: startOver, onAgain: (report) => sendNow(report.reservation.id), onFoundSent, onCleared: () => phoneCall.show(null), onReport, onSeen });
  find("#desk", HTMLElement).addEventListener("keydown", backOnEscape);

  function environment() {
    return startup?.settings.environment ?? "production";
  }

  /** @param {{ atOnce: boolean }} how */
  function typed(how) {
    const text = form.request().reservation;
    readings.typed(how);
    progress.follow(text);
    reservation.typed(form.isShown() ? text : "", how);
  }

  /** What is said of one reservation does not stand beside the next. @param {string | null} id which the box names now */
  function follow(id) {
    result.follow(id);
    if (id === null) return;
    if (lastNamed !== null && id !== lastNamed) problems.show([]);
    lastNamed = id;
  }

  /** As the form stands, once what is known of it stands there too. @param {string | null} [only] the reservation that was meant */
  async function sendNow(only = null) {
    if (!(await early.isReady())) return;
    const meant = await finder.answerSend();
    if (meant === "name") return showNoNumber();
    if (meant === "changed") return;
    if (only !== null && only !== reservation.id()) return progress.say(t("progress.another"));
    send();
  }

  /** As Rust would say it, and nothing is asked of it: a name is not sent. */
  function showNoNumber() {
    problems.show([{ field: "reservation", code: "reservation-no-id" }]);
    problems.focus();
  }

  /** @param {Warning} odd @param {() => boolean} stands */
  async function askAbout(odd, stands) {
    const id = reservation.idNotFound() ?? form.request().reservation.trim();
    const card = reservation.card();
    const goes = await ask({ ...warningWords(odd, { id, environment: environment() }), about: card ? cardInLine(card) : "" }, { leadsOn: true, stands });
    // What becomes of it is seen there, though it was asked elsewhere.
    if (goes) openDesk();
    return goes;
  }

  function clear() {
    notice.rest();
    result.clear();
    problems.show([]);
  }

  /** @param {Report} report */
  function showReport(report) {
    const isBeside = !form.isAsSent();
    if (!isBeside) isTold = form.watch();
    if (report.outcome === "sent" && !isBeside) showPhoneCall(report);
    else phoneCall.show(!isBeside && hasCustomerWords(report) ? report : null);
    if (isBeside && report.outcome !== "not-sent") form.endOffer({ id: report.reservation.id, environment: report.environment });
    const isFromThere = origin !== null && origin.id === report.reservation.id;
    result.show(report, { isBeside, goBack: isFromThere ? (origin?.goBack ?? null) : null });
  }

  /** @param {Report} report @param {{ late: boolean }} how @returns {boolean} whether the form made way for it */
  function onFoundSent(report, how) {
    const isNamed = report.reservation.id === reservation.id();
    if (isNamed) showPhoneCall(report, how);
    return isNamed;
  }

  /** Instead of the form: not where somebody is typing in it. @param {Report} report @param {{ late: boolean }} [how] */
  function showPhoneCall(report, how) {
    showForm(false);
    typed({ atOnce: true });
    phoneCall.show(report, how);
  }

  /** @param {boolean} shown */
  function showForm(shown) {
    form.setShown(shown);
    examples.setShown(shown);
  }

  /** @param {Problem[]} found */
  function showProblems(found) {
    problems.show(found);
    if (found.length > 0 && form.isAsSent()) problems.focus();
  }

  /** With the next customer: what was typed for this one, and of which nothing was told, is offered then. */
  function startOver() {
    openDesk();
    if (isUnderWay()) return progress.say(t("progress.wait"));
    if (takeUp) return takeUp();
    origin = null;
    clear();
    showForm(true);
    form.clear({ keepsTyped: !isTold() });
  }

  /** With the customer whom a pasted text names. @param {string} text @param {string} id */
  function begin(text, id) {
    openDesk();
    const isSent = !form.isShown();
    origin = null;
    clear();
    showForm(true);
    if (isSent) form.clear({ keepsTyped: false });
    form.put(text);
    announce(t("examples.filled", { id }));
  }

  /** To the list, before a send too. @param {KeyboardEvent} event */
  function backOnEscape(event) {
    if (event.key !== "Escape" || endsComposition(event) || event.defaultPrevented || isUnderWay() || document.querySelector("dialog[open]")) return;
    if (result.goBack() || goBack()) event.preventDefault();
  }

  /** Whether what stands in the form was begun from a list. */
  function goBack() {
    if (!form.isShown() || !origin?.goBack || origin.id !== reservation.id()) return false;
    origin.goBack();
    return true;
  }

  /**
   * With another reservation: the look-up brings the contact, and a person sends it. What was typed is offered; what was
   * told of a send is gone.
   * @param {string} id
   * @param {(() => void) | null} [goBack] to the list that it was begun from
   * @param {{ takesTyped?: boolean }} [how] what is typed for nobody yet is this one's, as where its number is typed
   */
  function startWith(id, goBack = null, { takesTyped = false } = {}) {
    openDesk();
    origin = { id, goBack };
    clear();
    showForm(true);
    reservation.forget();
    form.startWith(id, { keepsTyped: !isTold(), takesTyped });
    announce(t("examples.filled", { id }));
  }

  /** @param {string} text */
  function take(text) {
    takeUp = null;
    notice.offer(null);
    startWith(text);
  }

  /** @param {Example} example */
  function fillIn(example) {
    origin = null;
    clear();
    reservation.forget();
    form.fill(example);
    announce(t("examples.filled", { id: example.id }));
  }

  /** Where one looks: beside the button that sends, or above what became of it. @param {string} words */
  function say(words) {
    if (form.isShown() && !isDeskCovered()) return progress.say(words);
    notice.say({ title: words });
    announce(words);
  }

  /** There is a desk; and it is not where a token is pasted. */
  function isOpen() {
    return document.querySelector("#desk:not([hidden])") !== null && document.querySelector("#settings:not([hidden])") === null;
  }

  function isEmpty() {
    return form.isShown() && !isDeskCovered() && form.request().reservation.trim() === "";
  }

  /** A send, the time to stop it, its questions, or an Enter that waits for the look-up. */
  function isUnderWay() {
    return form.isBusy() || early.isWaiting();
  }

  /** Nothing is typed, asked or under way. */
  function isFree() {
    return !isUnderWay() && !isDeskCovered() && (!form.isShown() || form.isUntouched());
  }

  /** Nothing that was typed is overwritten without a word. @param {{ name: string, use: () => void }} link */
  function offer({ name, use }) {
    takeUp = () => (form.isBusy() ? progress.say(t("progress.busy")) : use());
    const title = t("opening.title", { name });
    notice.offer({ title, action: { text: t("opening.use"), run: takeUp } });
    announce(title);
  }

  return {
    /** The form can be seen. */
    open() {
      form.focus();
      deepLinks.start();
    },
    /** @param {Startup} now */
    update(now) {
      // The same number is another reservation in the next environment, and what became of this one is not known there.
      if (now.settings.environment !== environment()) {
        reservation.forget();
        if (form.isShown()) result.clear();
        else result.endWatch();
      }
      startup = now;
      for (const view of views) view.update(now);
      typed({ atOnce: true });
    },
    startOver,
    startWith,
    retry: reservation.retry,
  };
}
