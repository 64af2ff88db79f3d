// The language in use: its words, and its way of writing numbers, amounts, times and countries.
/**
 * @import { CheckFinding, Code, Language } from "../contract.js"
 * @import { Catalogues, CheckCode, Explanation, Key, Parameters, ProblemCode, ReasonCode } from "../locales/catalogue.js"
 */
import { en } from "../locales/en.js";
import { nb } from "../locales/nb.js";

/** @type {Catalogues} */
const CATALOGUES = { en, nb };

/** What the platform's own formatters call each language. */
const LOCALES = { en: "en-GB", nb: "nb-NO" };

/** Each language by its own name, for those who read only that one. */
export const LANGUAGES = /** @type {const} */ ({ en: "English", nb: "Norsk bokmål" });

/** @type {Language} */
let current = "en";

/** @param {Language} language */
export function setLanguage(language) {
  current = language;
}

/**
 * The words for a key, with its {names} filled in.
 * @template {Key} K
 * @param {K} key
 * @param {Parameters<K>} parameters
 */
export function t(key, ...parameters) {
  return fill(CATALOGUES[current].words[key], parameters[0] ?? {});
}

/** One line for something typed that has to be mended. @param {Code} code @returns {string} */
export function problem(code) {
  const { problems, reasons } = CATALOGUES[current];
  return problems[/** @type {ProblemCode} */ (code)] ?? reasons[/** @type {ReasonCode} */ (code)].title;
}

/**
 * Title, meaning and next step of a reason.
 * @param {Code} code
 * @param {Record<string, string>} [parameters]
 * @returns {Explanation}
 */
export function reason(code, parameters = {}) {
  const found = CATALOGUES[current].reasons[/** @type {ReasonCode} */ (code)];
  const { title, meaning, next } = found ?? { title: problem(code), meaning: "", next: "" };
  return { title, meaning: fill(meaning, parameters), next: fill(next, parameters) };
}

/**
 * One line for what a connection test found.
 * @param {Code} code
 * @param {Record<string, string>} parameters
 */
export function check(code, parameters) {
  return fill(CATALOGUES[current].checks[/** @type {CheckCode} */ (code)] ?? reason(code).title, parameters);
}

/**
 * What a check of this computer found, and what to do.
 * @param {CheckFinding} name
 * @param {Record<string, string>} parameters
 */
export function finding(name, parameters) {
  const { found, next } = CATALOGUES[current].findings[name];
  return { found: fill(found, parameters), next: fill(next, parameters) };
}

/** Puts parameters in the place of their {names}; an empty one takes the space before it along. @param {string} text @param {Record<string, string>} parameters */
export function fill(text, parameters) {
  return text.replace(/( ?)\{(\w+)\}/g, (whole, space, name) => (parameters[name] === "" ? "" : name in parameters ? space + parameters[name] : whole));
}

/** Puts the words into everything marked with `data-t`, or `data-t-label` for an accessible name. @param {ParentNode} root */
export function translate(root) {
  for (const node of root.querySelectorAll("[data-t]")) {
    node.textContent = t(/** @type {"form.title"} */ (node.getAttribute("data-t")));
  }
  for (const node of root.querySelectorAll("[data-t-label]")) {
    node.setAttribute("aria-label", t(/** @type {"form.title"} */ (node.getAttribute("data-t-label"))));
  }
}

/** @param {number} amount in kroner */
export function kroner(amount) {
  const format = { style: "currency", currency: "NOK", currencyDisplay: "narrowSymbol" };
  return new Intl.NumberFormat(LOCALES[current], /** @type {Intl.NumberFormatOptions} */ (format)).format(amount);
}

/** @param {number} at milliseconds since 1970 */
export function dateAndTime(at) {
  return new Intl.DateTimeFormat(LOCALES[current], { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** @param {number} at milliseconds since 1970 */
export function day(at) {
  return new Intl.DateTimeFormat(LOCALES[current], { dateStyle: "long" }).format(at);
}

/** As one would say it across the desk: today, yesterday, the day of the week, and only then the date. @param {number} at @param {number} [now] */
export function dayAndTime(at, now = Date.now()) {
  const locale = LOCALES[current];
  const ago = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  const thisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(at);
  if (ago === 0 || ago === 1) return { day: new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-ago, "day"), time };
  if (ago > 1 && ago < 7) return { day: new Intl.DateTimeFormat(locale, { weekday: "long" }).format(at), time };
  /** @type {Intl.DateTimeFormatOptions} */
  const date = { day: "numeric", month: "long", ...(thisYear ? {} : { year: "numeric" }) };
  return { day: new Intl.DateTimeFormat(locale, date).format(at), time };
}

/**
 * What a clock in Norway shows, whichever zone this computer is in: nothing is said of how long ago that is.
 * @param {number} at
 */
export function writtenDayAndTime(at) {
  const zone = { timeZone: "Europe/Oslo" };
  /** @type {Intl.DateTimeFormatOptions} */
  const date = { day: "numeric", month: "long", ...zone };
  const time = new Intl.DateTimeFormat(LOCALES[current], { timeStyle: "short", ...zone }).format(at);
  return { day: new Intl.DateTimeFormat(LOCALES[current], date).format(at), time };
}

/** The time alone where it is today's. @param {number} at milliseconds since 1970 */
export function clock(at, now = Date.now()) {
  const { day, time } = dayAndTime(at, now);
  return midnight(at) === midnight(now) ? t("card.when.today", { time }) : t("card.when", { day, time });
}

/** @param {number} at */
const midnight = (at) => new Date(at).setHours(0, 0, 0, 0);

/** A wait in the unit that a person would say it in. @param {number} seconds */
export function duration(seconds) {
  const [amount, unit] =
    seconds <= 90 ? [seconds, "second"]
    : seconds < 2 * 3600 ? [Math.ceil(seconds / 60), "minute"]
    : seconds < 2 * 86_400 ? [Math.ceil(seconds / 3600), "hour"]
    : [Math.ceil(seconds / 86_400), "day"];
  return new Intl.NumberFormat(LOCALES[current], { style: "unit", unit, unitDisplay: "long" }).format(amount);
}

/** @param {string} region ISO 3166-1 alpha-2 */
export function countryName(region) {
  return new Intl.DisplayNames([LOCALES[current]], { type: "region", fallback: "code" }).of(region) ?? region;
}

/** For sorting names as a reader of the language expects. @returns {(a: string, b: string) => number} */
export function alphabetical() {
  return new Intl.Collator(LOCALES[current]).compare;
}
