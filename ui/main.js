// The page, put together: the only file that does something by being loaded.
/**
 * @import { Code, Example, Language, Odd, Problem, Report, Startup } from "./contract.js"
 * @import { Sight } from "./desk/look-up.js"
 * @import { Named } from "./desk/named-reservation.js"
 */
import * as backend from "./backend.js";
import { foundWords, unseenWords } from "./desk/card-words.js";
import { createCard } from "./desk/card.js";
import { createDeepLinks } from "./desk/deep-links.js";
import { createEarlySend } from "./desk/early-send.js";
import { createEnvironmentBanner } from "./desk/environment-banner.js";
import { createExamples } from "./desk/examples.js";
import { CONTROLS, createForm } from "./desk/form.js";
import { createLookUp } from "./desk/look-up.js";
import { createNamedReservation } from "./desk/named-reservation.js";
import { createPhoneCall } from "./desk/phone-call.js";
import { createProblems } from "./desk/problems.js";
import { createProgress } from "./desk/progress.js";
import { createReadings } from "./desk/readings.js";
import { createResult } from "./desk/result.js";
import { createSend } from "./desk/send.js";
import { createTypedOffer } from "./desk/typed-offer.js";
import { createUndoWindow } from "./desk/undo-window.js";
import { warningWords } from "./desk/warning-words.js";
import { createFirstStart } from "./first-start/first-start.js";
import { createHistory } from "./history/dialog.js";
import { announce } from "./page/announcer.js";
import { find } from "./page/element.js";
import { preventReload } from "./page/no-reload.js";
import { createNotice } from "./page/notice.js";
import { pressEnd, watchPresses } from "./page/press.js";
import { createQuestion } from "./page/question.js";
import { textSize } from "./page/text-size.js";
import { createAbout } from "./settings/about.js";
import { createCheckup } from "./settings/checkup.js";
import { createSettings } from "./settings/dialog.js";
import { policyNotice } from "./settings/policy-words.js";
import { inEnvironment } from "./words/environment-name.js";
import { reason, setLanguage, t, translate } from "./words/i18n.js";

const ask = createQuestion();
const notice = createNotice();
const band = createEnvironmentBanner({ onSettings: () => settings.open() });
const settings = createSettings({ onSaved: show, onClosed: () => lookUp.retry(), ask });
const about = createAbout();
const checkup = createCheckup();
createHistory({ startup: () => startup, onAgain: beginWith, ask });
const firstStart = createFirstStart({ onLanguage: speak, onDone: openDesk });
const form = createForm({ onSend: () => sendNow(), onChange: typed, onLeave: hurry });
const readings = createReadings();
const card = createCard({ environment });
const lookUp = createLookUp({ onLooking: card.looking, onSight: showSight, onGone: takeBackSight });
const named = createNamedReservation({ onText: (text) => lookUp.glance(text), onRead: follow });
const typedOffer = createTypedOffer({ environment, onUse: form.use });
const problems = createProblems({ controls: CONTROLS });
const progress = createProgress();
const early = createEarlySend({
  isPending: () => !form.isBusy() && (!named.isRead() || lookUp.isPending()),
  answered: hurry,
  recipients: form.recipients,
  hasRecipient: form.hasRecipient,
  progress,
  focusSend: form.focusSend,
});
const examples = createExamples({ onChoose: fillIn });
const result = createResult({
  version: () => startup?.version ?? "",
  support: () => startup?.support ?? null,
  onAnother: beginAgain,
  onAgain: ({ reservation }) => sendNow(reservation),
  watch: form.watch,
  onFoundSent: (report, how) => report.reservation === named.id() && makeWay(report, how),
  onSettings: () => settings.open({ atToken: true }),
});
const phoneCall = createPhoneCall({ version: () => startup?.version ?? "", language: () => startup?.settings.language ?? "en" });
const send = createSend({
  request: form.request,
  setBusy: form.setBusy,
  readOut: readings.hurry,
  environment,
  showAnew,
  ask: askAbout,
  hold: createUndoWindow({ say: announce }),
  progress,
  clear: clearOutcome,
  showReport,
  showProblems,
  backToForm: form.focusSend,
});

const openings = createDeepLinks({ held: () => form.request().reservation, isFree, use: openWith, offer: offerOpening });

/** @type {Startup | null} */
let startup = null;
/** @type {Problem[]} */
let shownProblems = [];
/** What a person should know of the record of sends. @type {Code | null} */
let journalNotice = null;
/** Another reservation that the app was asked to open. @type {{ title: string, action: { text: string, run: () => void } } | null} */
let offered = null;

backend.onEnvironmentChanged(showAnew);
watchPresses();
preventReload();
textSize();
open();

async function open() {
  try {
    const first = await backend.start();
    if (first.first_start) begin(first);
    else openDesk(first);
  } catch {
    // Nobody has told which language it is, but for the system.
    speak(/^(nb|nn|no)\b/i.test(navigator.language) ? "nb" : "en");
    notice.show({ title: t("app.not-started.title"), text: t("app.not-started.next") });
  }
  // Laid out, though not yet painted: a hidden window may never paint.
  backend.pageReady();
}

/** @param {Startup} first */
function begin(first) {
  startup = first;
  speak(first.settings.language);
  band.hide();
  showNotice();
  firstStart.begin(first);
}

/** @param {Startup} now @param {string} [words] */
function openDesk(now, words) {
  show(now);
  if (words && !now.notice && now.policy_faults.length === 0) notice.show({ title: words });
  find("#desk", HTMLElement).hidden = false;
  form.focus();
  openJournal();
  openings.begin();
}

/** Opened before it is needed: what is wrong with it is said at once, and not to somebody who is about to send. */
async function openJournal() {
  try {
    await backend.openJournal();
  } catch (code) {
    journalNotice = /** @type {Code} */ (code);
    await pressEnd();
    showNotice();
  }
}

function environment() {
  return startup?.settings.environment ?? "production";
}

/** Everything that follows from the settings. @param {Startup} now */
function show(now) {
  if (now.settings.environment !== environment()) leaveEnvironment();
  startup = now;
  speak(now.settings.language);
  band.show(now.settings.environment, now.allowed);
  showNotice();
  settings.show(now);
  about.show(now.version, now.support);
  checkup.use(now.settings.environment);
  examples.show(now.examples);
  form.showProblems(shownProblems);
  problems.show(shownProblems);
  result.again();
  phoneCall.again();
  readings.again();
  card.again();
  typedOffer.again();
  typed({ atOnce: true });
}

/** The app uses another environment than the window shows. */
async function showAnew() {
  // What cannot be asked for now is asked for when something is done the next time.
  await backend.start().then(show, () => {});
}

/** The same number is another reservation in the next one, and what became of this one is not known there. */
function leaveEnvironment() {
  named.forget();
  lookUp.forget();
  if (form.isShown()) result.clear();
}

/** @param {{ atOnce: boolean }} how */
function typed(how) {
  const { reservation } = form.request();
  readings.update();
  progress.heed(reservation);
  named.update(form.isShown() ? reservation : "", how);
  showOffer();
}

/** @param {Named} read */
function follow(read) {
  const { id } = read;
  form.follow(id === null ? null : { id, environment: environment() }, read);
  result.heed(id);
  lookUp.follow(read);
  showOffer();
}

function showOffer() {
  const offered = form.offer();
  if (typedOffer.show(offered) && offered) announce(t("typed.taken-back", { id: offered.whose.id }));
}

/** Nothing more is typed into the box. Ready once it is read and looked up. */
async function hurry() {
  await named.hurry();
  await lookUp.hurry();
}

/** As the form stands, once what is known of it stands there too. @param {string | null} [only] the reservation that was meant */
async function sendNow(only = null) {
  if (!(await early.isReady())) return;
  if (only !== null && only !== named.id()) return progress.say(t("progress.another"));
  send();
}

/** @param {Sight} sight */
function showSight(sight) {
  card.show(sight);
  if (sight.kind === "seen") announce(foundWords(sight.card, form.fillFrom(sight.card)));
  else if (sight.kind === "not-found") announce(t("card.not-found", { id: sight.id, where: inEnvironment(environment()) }));
  else if (sight.kind === "unseen") announce(unseenWords(sight));
}

function takeBackSight() {
  card.clear();
  form.takeBack();
}

/** @param {Odd} odd */
function askAbout(odd) {
  const sight = lookUp.sight();
  const id = sight?.kind === "not-found" ? sight.id : form.request().reservation.trim();
  return ask(warningWords(odd, { id, environment: environment() }));
}

/** @param {Language} language */
function speak(language) {
  setLanguage(language);
  document.documentElement.lang = language;
  translate(document);
}

function clearOutcome() {
  showNotice();
  result.clear();
  phoneCall.show(null);
  showProblems([]);
}

/** @param {Report} report */
function showReport(report) {
  const isBeside = !form.isAsSent();
  if (report.outcome === "sent" && !isBeside) makeWay(report);
  result.show(report, { isBeside });
}

/** The form, for what is to be said to the customer: not where somebody is typing in it. @param {Report} report @param {{ late: boolean }} [how] */
function makeWay(report, how) {
  form.setShown(false);
  examples.setShown(false);
  typed({ atOnce: true });
  phoneCall.show(report, how);
  return true;
}

/** @param {Problem[]} found */
function showProblems(found) {
  shownProblems = found;
  form.showProblems(found);
  problems.show(found);
  if (found.length > 0 && form.isAsSent()) problems.focus();
}

function beginAgain() {
  if (offered) return offered.action.run();
  result.clear();
  phoneCall.show(null);
  form.setShown(true);
  examples.setShown(true);
  form.clear();
}

/** From the history: the look-up brings the contact, and a person sends it. @param {string} id */
function beginWith(id) {
  clearOutcome();
  form.setShown(true);
  examples.setShown(true);
  named.forget();
  lookUp.forget();
  form.begin(id);
  announce(t("examples.filled", { id }));
}

/** Nothing is typed, asked or under way. */
function isFree() {
  return !form.isBusy() && !early.isWaiting() && document.querySelector("dialog[open]") === null && (!form.isShown() || form.isNobodys());
}

/** @param {string} text */
function openWith(text) {
  offered = null;
  beginWith(text);
}

/** Nothing that was typed is overwritten without a word. @param {{ name: string, use: () => void }} opening */
function offerOpening({ name, use }) {
  const run = () => (form.isBusy() ? progress.say(t("progress.busy")) : use());
  offered = { title: t("opening.title", { name }), action: { text: t("opening.use"), run } };
  showNotice();
  announce(offered.title);
}

/** @param {Example} example */
function fillIn(example) {
  clearOutcome();
  named.forget();
  lookUp.forget();
  form.fill(example);
  announce(t("examples.filled", { id: example.id }));
}

/** What stays on top as long as it holds. */
function showNotice() {
  const code = startup?.notice ?? journalNotice;
  const lasting = (startup && policyNotice(startup)) ?? (code && noticeWords(code));
  notice.show(offered && lasting ? { ...offered, lines: [lasting.title] } : (offered ?? lasting));
}

/** @param {Code} code */
function noticeWords(code) {
  const { title, meaning, next } = reason(code);
  const isOfStart = code === "journal-not-written" || code === "journal-newer" || code === "journal-no-locks";
  return { title, text: `${isOfStart ? t(`notice.${code}`) : meaning} ${next}` };
}
