// "Is everything working?": what a send needs, looked at one by one, each with what to do. And all of it to copy for whoever helps.
/**
 * @import { CheckLine, CheckState, CheckUp, Environment, Startup } from "../contract.js"
 * @import { IconName } from "../page/icon.js"
 */
import * as backend from "../backend.js";
import { announce } from "../page/announcer.js";
import { copy } from "../page/clipboard.js";
import { delayedWords } from "../page/delayed-words.js";
import { element, find } from "../page/element.js";
import { icon } from "../page/icon.js";
import { createLatest } from "../page/latest.js";
import { say } from "../page/live-region.js";
import { keychainName } from "../words/keychain-words.js";
import { t } from "../words/i18n.js";
import { checkWords, diagnosis, summary } from "./checkup-words.js";

/** @type {Record<CheckState, IconName>} */
const ICONS = { well: "sent", "worth-knowing": "demo", wrong: "not-sent", "not-known": "other-status" };

export function createCheckup() {
  const list = find("#checkup-lines", HTMLElement);
  const status = find("#checkup-status", HTMLElement);
  const begin = find("#checkup-begin", HTMLElement);
  const copyButton = find("#checkup-copy", HTMLElement);
  /** @type {CheckUp | null} */
  let found = null;
  /** @type {Environment | null} */
  let environment = null;
  const latest = createLatest();

  begin.addEventListener("click", look);
  copyButton.addEventListener("click", copyIt);

  async function look() {
    if (latest.isUnderWay()) return;
    const isLatest = latest.begin();
    show(null);
    say(status, t("checkup.checking"));
    const stop = delayedWords((text) => isLatest() && say(status, text), [[4000, t("checkup.waiting", { keychain: keychainName() })]]);
    const came = await backend.checkUp().catch(() => null);
    stop();
    if (!isLatest()) return;
    latest.end();
    show(came);
    say(status, came ? summary(came) : t("checkup.lost"));
    // The first line beside what was just pressed, without moving the focus from it.
    status.scrollIntoView({ block: "nearest" });
  }

  async function copyIt() {
    if (!found) return;
    const said = (await copy(diagnosis(found))) ? t("checkup.copied") : t("checkup.not-copied");
    announce(said);
    copyButton.textContent = said;
    setTimeout(words, 2500);
  }

  /** @param {CheckUp | null} now */
  function show(now) {
    found = now;
    list.hidden = now === null;
    copyButton.hidden = now === null;
    find("#checkup-copy-hint", HTMLElement).hidden = now === null;
    list.replaceChildren(...(now?.lines ?? []).map((line) => row(line, /** @type {CheckUp} */ (now))));
    words();
  }

  function words() {
    begin.textContent = found ? t("checkup.again") : t("checkup.begin");
    copyButton.textContent = t("checkup.copy");
  }

  return {
    /** What was found in one environment says little about another. @param {Startup} startup */
    update({ settings }) {
      if (settings.environment !== environment) {
        latest.end();
        say(status, "");
        show(null);
      } else {
        show(found);
        if (found && status.textContent !== summary(found)) say(status, summary(found));
      }
      environment = settings.environment;
    },
  };
}

/** @param {CheckLine} line @param {CheckUp} all */
function row(line, all) {
  const { title, state, found, next } = checkWords(line, all);
  return element(
    "li",
    { class: "check", "data-subject": line.subject, "data-state": line.state },
    icon(ICONS[line.state]),
    element(
      "div",
      { class: "check-words" },
      element("p", { class: "check-head" }, element("strong", {}, title), " ", element("span", { class: "check-state" }, state)),
      element("p", {}, found),
      next === "" ? null : element("p", { class: "check-next" }, next),
    ),
  );
}
