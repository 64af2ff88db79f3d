// The first start: a language, then practice or the real thing, then (only for that) a token. Three steps at most.
/** @import { Code, Environment, Language, Settings, Startup } from "../contract.js" */
import * as backend from "../backend.js";
import { LANGUAGES } from "../locales/index.js";
import { element, find } from "../page/element.js";
import { icon } from "../page/icon.js";
import { say } from "../page/live-region.js";
import { createTokenBox } from "../settings/token-box.js";
import { environmentName } from "../words/environment-name.js";
import { t } from "../words/i18n.js";
import { check, reason } from "../words/reason-words.js";

/**
 * @param {object} on
 * @param {(language: Language) => Promise<unknown>} on.onLanguage
 * @param {(startup: Startup, words?: string) => void} on.onDone
 */
export function createFirstStart({ onLanguage, onDone }) {
  const place = find("#first-start", HTMLElement);
  /** @type {Settings} */
  let chosen;
  /** @type {Startup | null} */
  let saved = null;
  let environmentGiven = false;

  /** @param {Startup} startup */
  function begin(startup) {
    chosen = { ...startup.settings };
    environmentGiven = startup.environment_given;
    place.hidden = false;
    if (startup.language_given) chooseWay(false);
    else chooseLanguage();
  }

  /** @param {Startup} startup @param {string} [words] */
  function done(startup, words) {
    place.hidden = true;
    place.replaceChildren();
    onDone(startup, words);
  }

  function chooseLanguage() {
    const buttons = Object.values(LANGUAGES).map(({ code, name }) => {
      const made = choice(null, name, null, () => speak(code));
      made.lang = code;
      return made;
    });
    step(t("first.language.title"), ...buttons, trouble());
    buttons.find(({ lang }) => lang === chosen.language)?.focus();
  }

  /** @param {Language} language */
  async function speak(language) {
    chosen.language = language;
    await onLanguage(language);
    if (environmentGiven) finish(chosen.environment);
    else chooseWay(true);
  }

  /** @param {boolean} canGoBack */
  function chooseWay(canGoBack) {
    const practice = choice("practice", t("first.way.practice"), t("first.way.practice.note"), () => finish("practice"));
    const connect = choice("production", t("first.way.connect"), t("first.way.connect.note"), () => chooseConnection(canGoBack));
    step(t("first.way.title"), practice, connect, trouble(), canGoBack ? back(chooseLanguage) : null);
    practice.focus();
  }

  /** @param {boolean} canGoBack */
  function chooseConnection(canGoBack) {
    const cards = element(
      "fieldset",
      { class: "field" },
      element("legend", {}, t("first.connect.which")),
      element("div", { class: "cards" }, card("production", true), card("demo", false)),
    );
    const boxPlace = element("div");
    const goOn = element("button", { type: "button", class: "button", hidden: true, onclick: () => saved && done(saved) }, t("first.continue"));
    const tokenBox = createTokenBox(boxPlace, { id: "first-token", beforeSave: () => save(pickedIn(cards)), onSaved: tryIt });
    tokenBox.setEnvironment(pickedIn(cards));
    cards.addEventListener("change", () => tokenBox.setEnvironment(pickedIn(cards)));
    step(t("first.connect.title"), cards, boxPlace, element("div", { class: "actions" }, goOn, back(() => chooseWay(canGoBack))));
    tokenBox.focus();

    async function tryIt() {
      const { environment } = chosen;
      goOn.hidden = false;
      const found = await backend.testConnection().catch((/** @type {Code} */ code) => ({ kind: /** @type {const} */ ("fails"), code }));
      if (found.kind === "works" && saved) return done(saved, t("first.connected", { environment: environmentName(environment) }));
      if (found.kind === "fails") tokenBox.say(t("token.saved-but", { found: check(found.code, { environment }) }));
    }
  }

  /** @param {Environment} environment */
  async function save(environment) {
    chosen.environment = environment;
    saved = await backend.saveSettings(chosen);
    return saved;
  }

  /** @param {Environment} environment */
  async function finish(environment) {
    try {
      done(await save(environment));
    } catch (code) {
      showTrouble(/** @type {Code} */ (code));
    }
  }

  /** @param {Code} code */
  function showTrouble(code) {
    const { title, next } = reason(code);
    say(find(".trouble", HTMLElement, place), t("app.titled", { title, text: next }));
  }

  /** @param {string} title @param {...(Node | null)} parts */
  function step(title, ...parts) {
    const heading = element("h1", { id: "first-title" }, title);
    const name = element("p", { class: "first-name" }, t("app.name"), element("span", { class: "hint" }, t("app.purpose")));
    place.replaceChildren(element("div", { class: "first-head" }, element("div", { class: "first-icon" }, icon("link")), name));
    place.append(element("div", { role: "group", "aria-labelledby": "first-title", class: "step" }, heading, ...parts));
  }

  return { begin };
}

/** @param {Environment | null} leadsTo @param {string} name @param {string | null} note @param {() => void} onclick */
function choice(leadsTo, name, note, onclick) {
  const parts = [leadsTo && sign(leadsTo), element("strong", {}, name), note ? " " : null, note ? element("span", { class: "hint" }, note) : null];
  return element("button", { type: "button", class: "choice-button", onclick }, ...parts);
}

/** As it stands in the strip above the form later on: taught before it is needed. @param {Environment} environment */
const sign = (environment) => element("span", { class: "sign", "data-environment": environment }, icon(environment));

/** @param {"production" | "demo"} name @param {boolean} checked */
function card(name, checked) {
  const id = `first-${name}`;
  const radio = element("input", { type: "radio", name: "first-environment", value: name, id, checked, "aria-describedby": `${id}-note` });
  const note = element("p", { id: `${id}-note`, class: "hint" }, t(`first.connect.${name}.note`));
  return element("div", { class: "card" }, radio, element("label", { for: id }, environmentName(name)), note, sign(name));
}

/** @param {HTMLElement} cards @returns {Environment} */
function pickedIn(cards) {
  return /** @type {Environment} */ (find("input:checked", HTMLInputElement, cards).value);
}

const trouble = () => element("div", { class: "trouble", role: "alert" });

/** @param {() => void} onclick */
const back = (onclick) => element("button", { type: "button", class: "button plain", onclick }, t("first.back"));
