// Settings: the connection, what comes before a send, and this computer. Every choice is saved as it is made.
/**
 * @import { Code, Country, Environment, Language, Settings, Startup } from "../contract.js"
 * @import { QuestionWords } from "../page/question.js"
 */
import * as backend from "../backend.js";
import { LANGUAGES } from "../locales/index.js";
import { element, find } from "../page/element.js";
import { say } from "../page/live-region.js";
import { showManagedChoice } from "../page/managed-choice.js";
import { environmentName, inEnvironment } from "../words/environment-name.js";
import { countryName, duration, inAlphabet, t } from "../words/i18n.js";
import { titled } from "../words/reason-words.js";
import { questionWords } from "../words/question-words.js";
import { createAbout } from "./about.js";
import { createCheckup } from "./checkup.js";
import { createTokenBox } from "./token-box.js";

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;
const REPEAT_MINUTES = [0, 5, 10, 30, 60];
const HOLD_SECONDS = [0, 5, 10];
const KEEP_DAYS = [7, 30, 90, 365];

const NEAR = ["NO", "SE", "DK", "FI", "IS", "FO", "GL", "AX"];

/**
 * @param {object} on
 * @param {(startup: Startup) => Promise<void>} on.onSaved
 * @param {() => void} on.onClose
 * @param {() => void} on.onLeft what could not be looked up may be looked up now
 * @param {() => void} on.onToken it is another one, or none
 * @param {(words: QuestionWords) => Promise<boolean>} on.ask
 */
export function createSettings({ onSaved, onClose, onLeft, onToken, ask }) {
  const region = find("#settings", HTMLElement);
  const trouble = find("#settings-trouble", HTMLElement);
  const environments = find("#settings-environments", HTMLElement);
  const language = find("#language", HTMLSelectElement);
  const country = find("#country", HTMLSelectElement);
  const repeat = find("#repeat-minutes", HTMLSelectElement);
  const hold = find("#hold-seconds", HTMLSelectElement);
  const keep = find("#keep-days", HTMLSelectElement);
  const tokenBox = createTokenBox(find("#settings-token-box", HTMLElement), { id: "token", onSaved: onToken, onForget: askToForget, onForgotten: onToken });
  /** @type {Startup | null} */
  let startup = null;
  let saving = Promise.resolve();
  const parts = [createCheckup(), createAbout()];

  find("#close-settings", HTMLElement).addEventListener("click", onClose);
  language.addEventListener("change", () => save({ language: /** @type {Language} */ (language.value) }));
  country.addEventListener("change", () => save({ default_country: country.value }));
  repeat.addEventListener("change", () => save({ repeat_minutes: Number(repeat.value) }));
  hold.addEventListener("change", () => save({ hold_seconds: Number(hold.value) }));
  keep.addEventListener("change", () => keepFor(Number(keep.value)));
  environments.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement) save({ environment: /** @type {Environment} */ (event.target.value) });
  });

  /** One at a time, in the order chosen. @param {Partial<Settings>} change */
  function save(change) {
    saving = saving.then(async () => {
      if (!startup) return;
      const before = startup.settings.environment;
      say(trouble, "");
      try {
        await onSaved(await backend.saveSettings({ ...startup.settings, ...change }));
      } catch (code) {
        showTrouble(/** @type {Code} */ (code));
        showChoices(startup);
      }
      if (startup.settings.environment !== before) lookAtToken();
    });
  }

  /** Less than before deletes what is older, at once. @param {number} days */
  async function keepFor(days) {
    if (!startup) return;
    if (days >= startup.settings.keep_days || (await askToKeepLess(days))) return save({ keep_days: days });
    showChoices(startup);
    keep.focus();
  }

  /** @param {number} days */
  function askToKeepLess(days) {
    return ask(questionWords("keep-less", t("question.keep-less.text", { time: duration(days * DAY) })));
  }

  /** @param {Code} code */
  function showTrouble(code) {
    say(trouble, t("app.titled", titled(code)));
    trouble.scrollIntoView({ block: "nearest" });
  }

  /** @param {Environment} environment */
  function askToForget(environment) {
    return ask(questionWords("forget-token", t("question.forget-token.text", { where: inEnvironment(environment) })));
  }

  const needsToken = () => startup !== null && startup.settings.environment !== "practice";

  function lookAtToken() {
    if (!region.hidden && needsToken()) tokenBox.look();
  }

  /** @param {Startup} now */
  function showChoices(now) {
    const { settings } = now;
    const focused = document.activeElement?.id;
    const decided = now.fixed.includes("environment");
    find("#settings-fixed", HTMLElement).hidden = decided || now.environments.length > 1;
    find("#settings-decided", HTMLElement).hidden = !decided;
    environments.replaceChildren(...now.environments.map((name) => environmentCard(name, name === settings.environment)));
    if (focused?.startsWith("environment-")) find(`#environment-${settings.environment}`, HTMLElement).focus();
    language.replaceChildren(...Object.values(LANGUAGES).map(({ code, name }) => element("option", { value: code, lang: code }, name)));
    language.value = settings.language;
    country.replaceChildren(...countryGroups(now.countries));
    country.value = settings.default_country;
    choices(repeat, REPEAT_MINUTES, settings.repeat_minutes, (minutes) =>
      minutes === 0 ? t("settings.repeat.never") : t("settings.repeat.within", { time: duration(minutes * MINUTE) }),
    );
    choices(hold, HOLD_SECONDS, settings.hold_seconds, (seconds) => (seconds === 0 ? t("settings.hold.none") : duration(seconds)));
    choices(keep, KEEP_DAYS, settings.keep_days, (days) => duration(days * DAY));
    showManagedChoice(language, now.fixed.includes("language"));
    showManagedChoice(country, now.fixed.includes("default_country"));
    showManagedChoice(repeat, now.fixed.includes("repeat_minutes"));
    showManagedChoice(hold, now.fixed.includes("hold_seconds"));
    showManagedChoice(keep, now.fixed.includes("keep_days"));
  }

  /** @param {{ atToken?: boolean }} [where] */
  function open({ atToken = false } = {}) {
    if (startup) showChoices(startup);
    say(trouble, "");
    lookAtToken();
    if (atToken && needsToken()) tokenBox.focus();
  }

  return {
    open,
    leave() {
      tokenBox.empty();
      onLeft();
    },
    /** @param {Startup} now */
    update(now) {
      startup = now;
      // Not before somebody looks: there are 240 countries.
      if (!region.hidden) showChoices(now);
      find("#settings-token-practice", HTMLElement).hidden = needsToken();
      find("#settings-token-box", HTMLElement).hidden = !needsToken();
      tokenBox.setEnvironment(now.settings.environment);
      for (const part of parts) part.update(now);
    },
  };
}

/** One of a few, or what somebody has chosen beside them. @param {HTMLSelectElement} list @param {number[]} offered @param {number} chosen @param {(value: number) => string} words */
function choices(list, offered, chosen, words) {
  const all = [...new Set([...offered, chosen])].sort((a, b) => a - b);
  list.replaceChildren(...all.map((value) => element("option", { value: String(value) }, words(value))));
  list.value = String(chosen);
}

/** @param {Environment} name @param {boolean} checked */
function environmentCard(name, checked) {
  const id = `environment-${name}`;
  const radio = element("input", { type: "radio", name: "environment", value: name, id, checked, "aria-describedby": `${id}-note settings-trouble` });
  const label = element("label", { for: id }, environmentName(name));
  return element("div", { class: "card" }, radio, label, element("p", { id: `${id}-note`, class: "hint" }, t(`environment.${name}.note`)));
}

/** Norway first, its neighbours, then the world by the alphabet of the language. @param {Country[]} countries */
function countryGroups(countries) {
  const named = countries.map(({ region, calling_code }) => ({ region, name: countryName(region), code: calling_code }));
  const near = NEAR.flatMap((region) => named.filter((country) => country.region === region));
  const others = named.filter(({ region }) => !NEAR.includes(region)).sort((a, b) => inAlphabet(a.name, b.name));
  const options = (/** @type {typeof named} */ group) =>
    group.map(({ region, name, code }) => element("option", { value: region }, `${name} (${code})`));
  return [
    element("optgroup", { label: t("settings.country.near") }, ...options(near)),
    element("optgroup", { label: t("settings.country.others") }, ...options(others)),
  ];
}
