// Where an access token is typed, saved, tested and forgotten. It is in the page only until it is saved.
/** @import { Code, Environment, Keep, TokenState } from "../contract.js" */
import * as backend from "../backend.js";
import { delayedWords } from "../page/delayed-words.js";
import { element } from "../page/element.js";
import { endsComposition } from "../page/keys.js";
import { createLatest } from "../page/latest.js";
import { say } from "../page/live-region.js";
import { environmentName } from "../words/environment-name.js";
import { t, translate } from "../words/i18n.js";
import { isKeychainTrouble, keychainName } from "../words/keychain-words.js";
import { check, reason } from "../words/reason-words.js";

/**
 * @param {HTMLElement} place
 * @param {object} options
 * @param {string} options.id of the text box
 * @param {() => Promise<unknown>} [options.beforeSave]
 * @param {() => void} [options.onSaved]
 * @param {(environment: Environment) => Promise<boolean>} [options.onForget] whether to go on; without it there is nothing to forget or test
 * @param {() => void} [options.onForgotten]
 */
export function createTokenBox(place, { id, beforeSave, onSaved, onForget, onForgotten }) {
  /** @type {Environment} */
  let environment = "production";
  /** @type {TokenState | null} */
  let state = null;
  const latest = createLatest();
  let saving = false;

  const box = element("input", {
    id, type: "password", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
    "aria-describedby": `${id}-trouble ${id}-status ${id}-state ${id}-hint`,
  });
  const hint = element("p", { id: `${id}-hint`, class: "hint" });
  const trouble = element("div", { id: `${id}-trouble`, class: "trouble", role: "alert" });
  const stateWords = element("p", { id: `${id}-state`, class: "token-state" });
  const status = element("div", { id: `${id}-status`, class: "status", role: "status" });
  // What came of a press is told by what was pressed: not every screen reader speaks a live region.
  const told = { type: "button", "aria-describedby": `${id}-trouble ${id}-status` };
  const saveButton = element("button", { ...told, class: "button primary", "data-t": "token.save", onclick: () => save("in-keychain") });
  const testButton = element("button", { ...told, class: "text-button", "data-t": "token.test", onclick: test });
  const forgetButton = element("button", { ...told, class: "text-button", "data-t": "token.forget", onclick: forget });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || endsComposition(event)) return;
    event.preventDefault();
    if (!event.repeat) save("in-keychain");
  });
  place.replaceChildren(
    element("div", { class: "token-head" }, element("label", { for: id, "data-t": "token.label" }), testButton, forgetButton),
    stateWords,
    trouble,
    element("div", { class: "token-line" }, element("div", { class: "field" }, box), saveButton),
    hint,
    status,
  );

  /**
   * One errand at a time. What comes back after the environment has changed is dropped.
   * @template T
   * @param {() => Promise<T>} errand
   * @param {(found: T) => void} then
   * @param {(code: Code) => void} otherwise
   * @param {[milliseconds: number, text: string]} [wait]
   */
  async function run(errand, then, otherwise, wait = [1000, t("token.waiting", { keychain: keychainName() })]) {
    const isLatest = latest.begin();
    trouble.replaceChildren();
    say(status, "");
    const stop = delayedWords((text) => isLatest() && say(status, text), [wait]);
    const after = (/** @type {() => void} */ step) => {
      stop();
      if (!isLatest()) return;
      say(status, "");
      step();
      status.scrollIntoView({ block: "nearest" });
    };
    await errand().then(
      (found) => after(() => then(found)),
      (code) => after(() => otherwise(code)),
    );
  }

  /** @param {TokenState | null} found */
  function setState(found) {
    state = found;
    stateWords.textContent =
      found === null ? "" : t(`token.state.${found}`, { environment: environmentName(environment), keychain: keychainName() });
    offer(found !== null && found !== "absent");
  }

  /** What can be done with a token that is there. @param {boolean} present */
  function offer(present) {
    const focused = document.activeElement;
    testButton.hidden = !present || onForget === undefined;
    forgetButton.hidden = testButton.hidden;
    hint.textContent = present ? t("token.replace") : t("token.hint", { keychain: keychainName() });
    if (focused === forgetButton && forgetButton.hidden) box.focus();
  }

  /** @param {Code} code */
  function notSeen(code) {
    fail(code, "");
    // Something is there, whichever it is.
    if (code === "keychain-several") offer(true);
  }

  /** @param {Code} code @param {string} consequence */
  function fail(code, consequence) {
    const { title, next } = reason(code);
    trouble.replaceChildren(element("p", { class: "trouble-title" }, title), element("p", {}, `${consequence} ${next}`.trim()));
  }

  /** @param {Keep} keep */
  async function save(keep) {
    if (saving) return;
    saving = true;
    let typed = "";
    const errand = async () => {
      if (beforeSave) await beforeSave();
      typed = box.value;
      return backend.saveToken(typed, keep);
    };
    await run(errand, saved, refused);
    saving = false;

    /** @param {TokenState} found */
    function saved(found) {
      // Another one may be typed meanwhile.
      if (box.value === typed) box.value = "";
      box.removeAttribute("aria-invalid");
      setState(found);
      say(status, found === "until-the-app-closes" ? t("token.saved-for-now") : t("token.saved"));
      onSaved?.();
    }

    /** @param {Code} code */
    function refused(code) {
      fail(code, t("token.nothing-saved"));
      box.setAttribute("aria-invalid", String(!isKeychainTrouble(code)));
      if (!isKeychainTrouble(code)) return box.focus();
      const forNow = { type: "button", class: "button", onclick: () => save("until-the-app-closes") };
      trouble.append(element("button", forNow, t("token.save-for-now")));
    }
  }

  async function forget() {
    if (!(await onForget?.(environment))) return;
    const forgotten = (/** @type {TokenState} */ found) => {
      setState(found);
      say(status, t("token.forgotten"));
      onForgotten?.();
    };
    await run(backend.forgetToken, forgotten, (code) => fail(code, t("token.nothing-forgotten")));
  }

  async function test() {
    await run(
      backend.testConnection,
      (found) => say(status, found.kind === "works" ? t("token.works") : check(found.code, { environment })),
      (code) => say(status, check(code, { environment })),
      [300, t("token.testing")],
    );
  }

  function words() {
    translate(place);
    setState(state);
  }

  return {
    words,
    focus: () => box.focus(),
    /** Another environment, and so another token: nothing of the last one stays. @param {Environment} next */
    setEnvironment(next) {
      if (next !== environment) this.empty();
      environment = next;
      words();
    },
    /** Asks for the state, which may make the keychain open a window of its own. */
    look: () => run(backend.tokenState, setState, notSeen),
    empty() {
      latest.end();
      box.value = "";
      box.removeAttribute("aria-invalid");
      trouble.replaceChildren();
      say(status, "");
      setState(null);
    },
    say: (/** @type {string} */ text) => say(status, text),
  };
}
