// The language in use: its words, and its way of writing numbers, amounts, times and countries.
/**
 * @import { Language, ProblemCode } from "../contract.js"
 * @import { Catalogue, Facts, Key, Parameters, Plural } from "../locales/catalogue.js"
 */
import { LANGUAGES } from "../locales/index.js";
import { formatter } from "./formatter.js";

/** The language that was chosen last. @type {Language} */
let current;
/** @type {Catalogue} */
let catalogue;
let locale = LANGUAGES.en.locale;

/** Fetches its words. @param {Language} language @returns {Promise<boolean>} whether nobody has chosen another one meanwhile */
export async function setLanguage(language) {
  current = language;
  const words = await LANGUAGES[language].load();
  if (current !== language) return false;
  catalogue = words;
  locale = LANGUAGES[language].locale;
  return true;
}

/**
 * The words for a key, with its {names} filled in, in the plural form that its {count} asks for.
 * @template {Key} K
 * @param {K} key
 * @param {Parameters<K>} parameters
 */
export function t(key, ...parameters) {
  /** @type {Facts} */
  const facts = parameters[0] ?? {};
  /** @type {Plural | string} */
  const text = catalogue.words[key];
  if (typeof text === "string") return fill(text, facts);
  const count = formatter(Intl.NumberFormat, locale).format(Number(facts["count"]));
  return fill(inNumber(text, facts, locale), { ...facts, count });
}

/** The form that a language has for a number: Polish has four. @param {Plural} forms @param {Facts} facts @param {string} locale */
export function inNumber(forms, { count }, locale) {
  return forms[formatter(Intl.PluralRules, locale).select(Number(count))] ?? forms.other;
}

/** One line for something typed that has to be mended. @param {ProblemCode} code */
export const problem = (code) => catalogue.problems[code];

/** Compares as the alphabet of the language has it: å comes last in Norwegian. @param {string} one @param {string} other */
export const inAlphabet = (one, other) => formatter(Intl.Collator, locale).compare(one, other);

/** What it says of one thing or another, as it stands: {names} and all. */
export const texts = () => catalogue;

/** Puts facts in the place of their {names}; an empty one takes the space before it along. @param {string} text @param {Facts} facts */
export function fill(text, facts) {
  return text.replace(/( ?)\{(\w+)\}/g, (whole, space, name) => (facts[name] === "" ? "" : name in facts ? `${space}${facts[name]}` : whole));
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

/** An amount in kroner; nothing where none is known. @param {number | null | undefined} amount */
export const amountWords = (amount) => (Number.isFinite(amount) ? kroner(Number(amount)) : "");

/** @param {number} amount in kroner */
export function kroner(amount) {
  const format = { style: "currency", currency: "NOK", currencyDisplay: "narrowSymbol" };
  return formatter(Intl.NumberFormat, locale, /** @type {Intl.NumberFormatOptions} */ (format)).format(amount);
}

/** @param {number} at milliseconds since 1970 */
export function dateAndTime(at) {
  return formatter(Intl.DateTimeFormat, locale, { dateStyle: "long", timeStyle: "short" }).format(at);
}

/** Near a day's end the hour counts, unless it is the last minute of one. @param {number} at milliseconds since 1970 @param {number} now */
function hourThatCounts(at, now) {
  const date = new Date(at);
  const isNear = Math.abs(daysBetween(now, at)) <= 1;
  const isLastMinute = date.getHours() === 23 && date.getMinutes() === 59;
  return isNear && !isLastMinute ? formatter(Intl.DateTimeFormat, locale, { timeStyle: "short" }).format(at) : "";
}

/** The last day of something, and near that day the hour too. @param {number} at milliseconds since 1970 @param {number} [now] */
export function deadline(at, now = Date.now()) {
  const day = weekdayAndDate(at, now);
  const time = hourThatCounts(at, now);
  return time ? t("card.when", { day, time }) : day;
}

/** The year only where it is another one. @param {number} at milliseconds since 1970 @param {number} [now] */
export function weekdayAndDate(at, now = Date.now()) {
  /** @type {Intl.DateTimeFormatOptions} */
  const year = new Date(at).getFullYear() === new Date(now).getFullYear() ? {} : { year: "numeric" };
  return formatter(Intl.DateTimeFormat, locale, { weekday: "long", day: "numeric", month: "long", ...year }).format(at);
}

/** In a row: the day of the week, and the date in short. @param {number} at milliseconds since 1970 */
export function shortDay(at) {
  return formatter(Intl.DateTimeFormat, locale, { weekday: "short", day: "numeric", month: "short" }).format(at);
}

/** In four days, tomorrow, three days ago: by the calendar. @param {number} at milliseconds since 1970 @param {number} [now] */
export function daysFrom(at, now = Date.now()) {
  const days = daysBetween(now, at);
  if (days > 1) return t("time.days.ahead", { count: days });
  if (days < -1) return t("time.days.ago", { count: -days });
  return formatter(Intl.RelativeTimeFormat, locale, { numeric: "auto" }).format(days, "day");
}

/** @param {number} one milliseconds since 1970 @param {number} other */
export const isSameDay = (one, other) => midnight(one) === midnight(other);

/** As one would say it across the desk: today, yesterday, the day of the week, and only then the date. @param {number} at @param {number} [now] */
export function dayAndTime(at, now = Date.now()) {
  const ago = daysBetween(at, now);
  const thisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const time = formatter(Intl.DateTimeFormat, locale, { timeStyle: "short" }).format(at);
  if (ago === 0 || ago === 1) return { day: formatter(Intl.RelativeTimeFormat, locale, { numeric: "auto" }).format(-ago, "day"), time };
  if (ago > 1 && ago < 7) return { day: formatter(Intl.DateTimeFormat, locale, { weekday: "long" }).format(at), time };
  /** @type {Intl.DateTimeFormatOptions} */
  const date = { day: "numeric", month: "long", ...(thisYear ? {} : { year: "numeric" }) };
  return { day: formatter(Intl.DateTimeFormat, locale, date).format(at), time };
}

/**
 * What a clock in Norway shows, whichever zone this computer is in: nothing is said of how long ago that is.
 * @param {number} at milliseconds since 1970
 * @param {number} [now]
 */
export function writtenDayAndTime(at, now = Date.now()) {
  const zone = { timeZone: "Europe/Oslo" };
  const yearOf = (/** @type {number} */ time) => formatter(Intl.DateTimeFormat, "en", { year: "numeric", ...zone }).format(time);
  /** @type {Intl.DateTimeFormatOptions} */
  const date = { day: "numeric", month: "long", ...(yearOf(at) === yearOf(now) ? {} : { year: "numeric" }), ...zone };
  const time = formatter(Intl.DateTimeFormat, locale, { timeStyle: "short", ...zone }).format(at);
  return { day: formatter(Intl.DateTimeFormat, locale, date).format(at), time };
}

/** The time alone where it is today's. @param {number} at milliseconds since 1970 */
export function clock(at, now = Date.now()) {
  const { day, time } = dayAndTime(at, now);
  return isSameDay(at, now) ? t("card.when.today", { time }) : t("card.when", { day, time });
}

/** By the calendar: a day may have 23 or 25 hours. @param {number} from @param {number} to */
const daysBetween = (from, to) => Math.round((midnight(to) - midnight(from)) / 86_400_000);

/** @param {number} at */
const midnight = (at) => new Date(at).setHours(0, 0, 0, 0);

/** A wait in the unit that a person would say it in. @param {number} seconds */
export function duration(seconds) {
  const [amount, unit] =
    seconds <= 90 ? [seconds, "second"]
    : seconds < 2 * 3600 ? [Math.ceil(seconds / 60), "minute"]
    : seconds < 2 * 86_400 ? [Math.ceil(seconds / 3600), "hour"]
    : [Math.ceil(seconds / 86_400), "day"];
  // For a reader of Norwegian, `Intl` counts in a word of seafarers and doctors.
  if (unit === "day") return t("time.days", { count: Number(amount) });
  return formatter(Intl.NumberFormat, locale, { style: "unit", unit, unitDisplay: "long" }).format(amount);
}

/** @param {string} region ISO 3166-1 alpha-2 */
export function countryName(region) {
  return formatter(Intl.DisplayNames, locale, { type: "region", fallback: "code" }).of(region) ?? region;
}

/** All of several, as a sentence has them: “Friday and Sunday”. @param {string[]} things */
export const allOf = (things) => formatter(Intl.ListFormat, locale, { type: "conjunction" }).format(things);

/** One of several: “en or nb”. @param {string[]} things */
export const anyOf = (things) => formatter(Intl.ListFormat, locale, { type: "disjunction" }).format(things);
