// The page, put together: the only file that does something by being loaded.
/** @import { Code, Report, Sighting, Startup } from "./contract.js" */
import * as backend from "./backend.js";
import { createDesk } from "./desk/desk.js";
import { createFirstStart } from "./first-start/first-start.js";
import { createHistory } from "./history/history.js";
import { watchTextBoxes } from "./page/heard-anew.js";
import { speak } from "./page/language.js";
import { watchDays } from "./page/new-day.js";
import { preventReload } from "./page/no-reload.js";
import { createNotice } from "./page/notice.js";
import { createPlaces } from "./page/places.js";
import { pressEnd, watchPresses } from "./page/press.js";
import { createQuestion } from "./page/question.js";
import { watchShortcuts } from "./page/shortcut.js";
import { watchTextSize } from "./page/text-size.js";
import { createSettings } from "./settings/settings.js";
import { createWaiting } from "./waiting/waiting.js";
import { environmentInUse, setEnvironment } from "./words/environment-name.js";
import { t } from "./words/i18n.js";
import { lastingNotice } from "./words/notice-words.js";

/** Asked first of all: it is answered while the page is put together. */
const asked = backend.start();
const ask = createQuestion();
const notice = createNotice();
/** Whoever shows something that follows from the settings. @type {{ update(startup: Startup): void }[]} */
const views = [];
/** What the app last told of itself. @type {Startup | null} */
let startup = null;
/** What is wrong with the record of sends. @type {Code | null} */
let journal = null;

function showNotice() {
  notice.keep(startup && lastingNotice(startup, journal));
}

/** Once there are words for it. @param {Startup} now */
async function update(now) {
  if (!(await speak(now.settings.language))) return;
  startup = now;
  setEnvironment(now.settings.environment);
  showNotice();
  for (const view of views) view.update(now);
}

/** The app uses another environment than the window shows. What cannot be asked for now is asked for the next time. */
async function refresh() {
  await backend.start().then(update, () => {});
}

/** What was today's is yesterday's now. */
async function onNewDay() {
  await pressEnd();
  for (const view of [desk, waiting]) if (startup) view.update(startup);
  waiting.renew();
  history.renewWords();
}

/** To where a row filled in the desk. @param {string} reservation */
function backToList(reservation) {
  places.open("waiting");
  waiting.focusOn(reservation);
}

/** Whoever shows sends shows this one too. @param {Report} report */
function onReport(report) {
  // The same number is another reservation in the next environment.
  if (report.environment === environmentInUse()) waiting.tellReport(report);
  history.refresh();
}

/** What its customer did with the link. @param {Report} report @param {Sighting} sighting */
function onSeen(report, sighting) {
  waiting.tellSeen(report, sighting);
  history.refresh();
}

const places = createPlaces();
const waiting = createWaiting({ onChoose: (reservation) => desk.startWith(reservation, () => backToList(reservation)), onSaved: update });
const desk = createDesk({ ask, notice, openDesk: places.openDesk, openSettings: (where) => places.open("settings", where), refresh, links: waiting.list, onReport, onSeen });
const settings = createSettings({ ask, onSaved: update, onClose: () => places.open("desk"), onLeft: desk.retry, onToken: waiting.list.forget });
const history = createHistory({ ask, onAgain: (reservation) => desk.startWith(reservation) });
places.listen({ waiting, history, settings });
backend.onEnvironmentChanged(refresh);

/** Opened before it is needed: what is wrong with it is said at once, and not to somebody who is about to send. */
async function openJournal() {
  try {
    await backend.openJournal();
  } catch (code) {
    journal = /** @type {Code} */ (code);
    await pressEnd();
    showNotice();
  }
}

/** @param {Startup} now @param {string} [words] */
async function openDesk(now, words) {
  views.push(places, settings, desk, waiting, history);
  await update(now);
  if (words && lastingNotice(now, journal) === null) notice.say({ title: words });
  places.begin();
  desk.open();
  watchShortcuts({ ...places.shortcuts, "next-customer": desk.startOver });
  openJournal();
  watchDays(onNewDay);
}

const firstStart = createFirstStart({ onLanguage: speak, onDone: openDesk });

async function start() {
  try {
    const first = await asked;
    if (!first.first_start) return await openDesk(first);
    await update(first);
    firstStart.begin(first);
  } catch {
    // Nobody has told which language it is, but for the system.
    await speak(/^(nb|nn|no)\b/i.test(navigator.language) ? "nb" : "en");
    notice.say({ title: t("app.not-started.title"), text: t("app.not-started.next") });
  }
}

watchPresses();
watchTextBoxes();
preventReload();
watchTextSize();
// Once it is laid out, though not yet painted: a hidden window may never paint.
start().finally(backend.pageReady);
