// Settings: the environment and its token, the language, the country. Every choice is saved as it is made.
/** @import { Code, Country, Environment, Language, Settings, Startup } from "../contract.js" */
import * as backend from "../backend.js";
import { element, find } from "../element.js";
import { showFixed } from "../fixed.js";
import { alphabetical, countryName, LANGUAGES, reason, t } from "../i18n.js";
import { createTokenBox } from "../token-box.js";
import { environmentName } from "../wording.js";

const NEAR = ["NO", "SE", "DK", "FI", "IS", "FO", "GL", "AX"];

/**
 * @param {object} on
 * @param {(startup: Startup) => void} on.onSaved
 * @param {() => void} on.onClosed
 * @param {(words: { title: string, text: string, stay: string, go: string }) => Promise<boolean>} on.ask
 */
export function createSettings({ onSaved, onClosed, ask }) {
  const dialog = find("#settings", HTMLDialogElement);
  const trouble = find("#settings-trouble", HTMLElement);
  const environments = find("#settings-environments", HTMLElement);
  const language = find("#language", HTMLSelectElement);
  const country = find("#country", HTMLSelectElement);
  const tokenBox = createTokenBox(find("#settings-token-box", HTMLElement), { id: "token", onForget: askToForget });
  /** @type {Startup | null} */
  let startup = null;
  let saving = Promise.resolve();

  find("#close-settings", HTMLElement).addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    tokenBox.empty();
    onClosed();
  });
  language.addEventListener("change", () => save({ language: /** @type {Language} */ (language.value) }));
  country.addEventListener("change", () => save({ default_country: country.value }));
  environments.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement) save({ environment: /** @type {Environment} */ (event.target.value) });
  });

  /** One at a time, in the order chosen. @param {Partial<Settings>} change */
  function save(change) {
    saving = saving.then(async () => {
      if (!startup) return;
      const before = startup.settings.environment;
      trouble.textContent = "";
      try {
        onSaved(await backend.saveSettings({ ...startup.settings, ...change }));
      } catch (code) {
        showTrouble(/** @type {Code} */ (code));
        showChoices(startup);
      }
      if (startup.settings.environment !== before) lookAtToken();
    });
  }

  /** @param {Code} code */
  function showTrouble(code) {
    const { title, meaning, next } = reason(typeof code === "string" ? code : "settings-not-saved");
    trouble.textContent = `${title}. ${meaning} ${next}`;
    trouble.scrollIntoView({ block: "nearest" });
  }

  /** @param {Environment} environment */
  function askToForget(environment) {
    return ask({
      title: t("question.forget-token.title"),
      text: t("question.forget-token.text", { environment: environmentName(environment) }),
      stay: t("question.forget-token.stay"),
      go: t("question.forget-token.go"),
    });
  }

  const needsToken = () => startup !== null && startup.settings.environment !== "practice";

  function lookAtToken() {
    if (dialog.open && needsToken()) tokenBox.look();
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
    language.replaceChildren(...Object.entries(LANGUAGES).map(([code, name]) => element("option", { value: code, lang: code }, name)));
    language.value = settings.language;
    country.replaceChildren(...countryGroups(now.countries));
    country.value = settings.default_country;
    showFixed(language, now.fixed.includes("language"));
    showFixed(country, now.fixed.includes("default_country"));
  }

  return {
    /** @param {Startup} now */
    show(now) {
      startup = now;
      showChoices(now);
      find("#settings-token-title", HTMLElement).classList.toggle("visually-hidden", needsToken());
      find("#settings-token-practice", HTMLElement).hidden = needsToken();
      find("#settings-token-box", HTMLElement).hidden = !needsToken();
      tokenBox.use(now.settings.environment);
    },
    /** @param {{ atToken?: boolean }} [where] */
    open({ atToken = false } = {}) {
      trouble.textContent = "";
      dialog.showModal();
      lookAtToken();
      if (atToken && needsToken()) tokenBox.focus();
      else find("#settings-title", HTMLElement).focus();
    },
  };
}

/** @param {Environment} name @param {boolean} checked */
function environmentCard(name, checked) {
  const id = `environment-${name}`;
  const radio = element("input", { type: "radio", name: "environment", value: name, id, checked, "aria-describedby": `${id}-note` });
  const label = element("label", { for: id }, environmentName(name));
  return element("div", { class: "card" }, radio, label, element("p", { id: `${id}-note`, class: "hint" }, t(`settings.environment.${name}`)));
}

/** Norway first, its neighbours, then the world by the alphabet of the language. @param {Country[]} countries */
function countryGroups(countries) {
  const compare = alphabetical();
  const named = countries.map(({ region, calling_code }) => ({ region, name: countryName(region), code: calling_code }));
  const near = NEAR.flatMap((region) => named.filter((country) => country.region === region));
  const others = named.filter(({ region }) => !NEAR.includes(region)).sort((a, b) => compare(a.name, b.name));
  const options = (/** @type {typeof named} */ group) =>
    group.map(({ region, name, code }) => element("option", { value: region }, `${name} (${code})`));
  return [
    element("optgroup", { label: t("settings.country.near") }, ...options(near)),
    element("optgroup", { label: t("settings.country.others") }, ...options(others)),
  ];
}
