// The reasons why something went wrong, and what the checks find. Each of them may name the same facts, whoever tells it.
/**
 * @import { CheckFinding, Code, Environment } from "../contract.js"
 * @import { Explanation } from "../locales/catalogue.js"
 * @typedef {{ environment?: Environment, reservation?: string, version?: string }} About what is told of, where it is known
 */
import { environmentInUse, environmentName, inEnvironment } from "./environment-name.js";
import { fill, t, texts } from "./i18n.js";
import { keychainFirst, keychainName } from "./keychain-words.js";

/** What stands in the place of every {name} that a reason, a check or a finding may have. @param {About} about */
function standard({ environment = environmentInUse(), reservation = t("reading.this-number"), version = "" }) {
  return {
    environment: environmentName(environment),
    where: inEnvironment(environment),
    reservation,
    version,
    keychain: keychainName(),
    Keychain: keychainFirst(),
  };
}

/** @template {object} Part @param {Part} part @param {string} code @returns {code is keyof Part & string} */
const has = (part, code) => Object.hasOwn(part, code);

/** Title, meaning and next step of a reason. @param {Code} code @param {About} [about] @returns {Explanation} */
export function reason(code, about = {}) {
  const { title, meaning, next } = texts().reasons[code];
  const facts = standard(about);
  return { title: fill(title, facts), meaning: fill(meaning, facts), next: fill(next, facts) };
}

/** A reason as a title, and a text that can stand beneath it. @param {Code} code */
export function titled(code) {
  const { title, meaning, next } = reason(code);
  return { title, text: `${meaning} ${next}` };
}

/** One line for what a connection test found. @param {Code} code @param {About} [about] */
export function check(code, about = {}) {
  const { checks } = texts();
  return has(checks, code) ? fill(checks[code], standard(about)) : reason(code, about).title;
}

/** Why a look-up saw nothing; null where no sentence says it. @param {Code} code */
export function unseen(code) {
  const { unseen } = texts();
  return has(unseen, code) ? fill(unseen[code], standard({})) : null;
}

/** What a check of this computer found, and what to do. @param {CheckFinding} name @param {About} [about] */
export function finding(name, about = {}) {
  const { found, next } = texts().findings[name];
  const facts = standard(about);
  return { found: fill(found, facts), next: fill(next, facts) };
}
