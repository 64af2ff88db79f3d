// The page, put together: the only file that does something by being loaded.
/**
 * @import { Code, Example, Language, Odd, Problem, Report, Startup } from "./contract.js"
 * @import { Sight } from "./look-up.js"
 */
import { announce } from "./announcer.js";
import * as backend from "./backend.js";
import { find } from "./element.js";
import { reason, setLanguage, t, translate } from "./i18n.js";
import { createLookUp } from "./look-up.js";
import { policyNotice } from "./policy-words.js";
import { questionWords } from "./question-words.js";
import { createSend } from "./send.js";
import { foundWords, unseenWords } from "./sight-words.js";
import { stay } from "./stay.js";
import { textSize } from "./text-size.js";
import { createAbout } from "./views/about.js";
import { createBand } from "./views/band.js";
import { createCard } from "./views/card.js";
import { createExamples } from "./views/examples.js";
import { createFirstStart } from "./views/first-start.js";
import { CONTROLS, createForm } from "./views/form.js";
import { createHold } from "./views/hold.js";
import { createNotice } from "./views/notice.js";
import { createProblems } from "./views/problems.js";
import { createProgress } from "./views/progress.js";
import { createQuestion } from "./views/question.js";
import { createReadings } from "./views/readings.js";
import { createResult } from "./views/result.js";
import { createSettings } from "./views/settings.js";
import { environmentName } from "./wording.js";

const ask = createQuestion();
const notice = createNotice();
const band = createBand({ onSettings: () => settings.open() });
const settings = createSettings({ onSaved: show, onClosed: () => lookUp.retry(), ask });
const about = createAbout();
const firstStart = createFirstStart({ onLanguage: speak, onDone: openDesk });
const form = createForm({ onSend: () => send(), onChange: typed });
const readings = createReadings();
const card = createCard({ environment });
const lookUp = createLookUp({ onLooking: card.looking, onSight: showSight, onGone: takeBackSight });
const problems = createProblems({ controls: CONTROLS });
const progress = createProgress();
const examples = createExamples({ onChoose: fillIn });
const result = createResult({
  version: () => startup?.version ?? "",
  support: () => startup?.support ?? null,
  onAnother: beginAgain,
  onSettings: () => settings.open({ atToken: true }),
});
const send = createSend({
  request: form.request,
  setBusy: form.setBusy,
  environment,
  ask: askAbout,
  hold: createHold({ say: announce }),
  progress,
  clear: clearOutcome,
  showReport,
  showProblems,
  backToForm: form.focusSend,
});

/** @type {Startup | null} */
let startup = null;
/** @type {Problem[]} */
let shownProblems = [];

stay();
textSize();
open();

async function open() {
  try {
    const first = await backend.start();
    if (first.first_start) begin(first);
    else openDesk(first);
  } catch {
    translate(document);
    notice.show({ title: t("app.not-started.title"), text: t("app.not-started.next") });
  }
  // Laid out, though not yet painted: a hidden window may never paint.
  backend.pageReady();
}

/** @param {Startup} first */
function begin(first) {
  speak(first.settings.language);
  band.hide();
  notice.show(lastingNotice(first));
  firstStart.begin(first);
}

/** @param {Startup} now @param {string} [words] */
function openDesk(now, words) {
  show(now);
  if (words && !lastingNotice(now)) notice.show({ title: words });
  find("#desk", HTMLElement).hidden = false;
  form.focus();
}

function environment() {
  return startup?.settings.environment ?? "production";
}

/** Everything that follows from the settings. @param {Startup} now */
function show(now) {
  if (now.settings.environment !== startup?.settings.environment) lookUp.forget();
  startup = now;
  speak(now.settings.language);
  band.show(now.settings.environment);
  notice.show(lastingNotice(now));
  settings.show(now);
  about.show(now.version, now.support);
  examples.show(now.examples);
  form.showProblems(shownProblems);
  problems.show(shownProblems);
  result.again();
  readings.again();
  card.again();
  typed({ atOnce: true });
}

/** @param {{ atOnce: boolean }} how */
function typed(how) {
  readings.update();
  lookUp.update(form.isShown() ? form.request().reservation : "", how);
}

/** @param {Sight} sight */
function showSight(sight) {
  card.show(sight);
  if (sight.kind === "seen") announce(foundWords(sight.card, form.fillFrom(sight.card)));
  else if (sight.kind === "not-found") announce(t("card.not-found", { id: sight.id, environment: environmentName(environment()) }));
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
  return ask(questionWords(odd, { id, environment: environment() }));
}

/** @param {Language} language */
function speak(language) {
  setLanguage(language);
  document.documentElement.lang = language;
  translate(document);
}

function clearOutcome() {
  notice.show(startup && lastingNotice(startup));
  result.clear();
  showProblems([]);
}

/** @param {Report} report */
function showReport(report) {
  const sent = report.outcome === "sent";
  form.setShown(!sent);
  examples.setShown(!sent);
  if (sent) typed({ atOnce: true });
  result.show(report);
}

/** @param {Problem[]} found */
function showProblems(found) {
  shownProblems = found;
  form.showProblems(found);
  problems.show(found);
  if (found.length > 0) problems.focus();
}

function beginAgain() {
  result.clear();
  form.setShown(true);
  examples.setShown(true);
  form.clear();
}

/** @param {Example} example */
function fillIn(example) {
  clearOutcome();
  lookUp.forget();
  form.fill(example);
  announce(t("examples.filled", { id: example.id }));
}

/** What stays on top as long as it holds. @param {Startup} now */
function lastingNotice(now) {
  return policyNotice(now) ?? (now.notice ? noticeWords(now.notice) : null);
}

/** @param {Code} code */
function noticeWords(code) {
  const { title, meaning, next } = reason(code);
  return { title, text: `${meaning} ${next}` };
}
