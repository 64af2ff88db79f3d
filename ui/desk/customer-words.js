// What to say to the customer on the telephone, and which language they probably speak.
/**
 * @import { Language, Report } from "../contract.js"
 * @import { CustomerLanguage } from "../locales/customer.js"
 */
import { CUSTOMER } from "../locales/customer.js";
import { fill } from "../words/i18n.js";

/** Each by its own name. */
export const CUSTOMER_LANGUAGES = Object.entries(CUSTOMER).map(([code, { name }]) => ({ code, name }));

/** The first guess by the number's country; anybody may choose another. @type {[prefix: string, language: CustomerLanguage][]} */
const BY_COUNTRY = [
  ["+47", "nb"],
  ["+46", "sv"],
  ["+45", "da"],
  ["+49", "de"],
  ["+43", "de"],
  ["+48", "pl"],
];

/** @param {Report} report @param {Language} language the window's @returns {CustomerLanguage} */
export function likelyLanguage({ sms_to }, language) {
  if (!sms_to) return language;
  const country = BY_COUNTRY.find(([prefix]) => sms_to.full.startsWith(`${prefix} `));
  return country ? country[1] : "en";
}

/** @param {Report} report @param {CustomerLanguage} language @param {{ late: boolean }} how whether it was sent a while ago */
export function customerWords({ sms_to, email_to }, language, { late }) {
  const words = late ? CUSTOMER[language].late : CUSTOMER[language];
  const text = sms_to && email_to ? words.both : email_to ? words.email : words.sms;
  const end = sms_to ? lastDigits(sms_to.full) : "";
  return fill(text, { end, email: email_to?.full ?? "" });
}

/** As many as a masked number shows: three, and never more than half of it. @param {string} international */
function lastDigits(international) {
  const national = international.replace(/^\+\d+/, "").replace(/\D/g, "");
  return national.slice(-Math.min(3, Math.floor(national.length / 2)));
}
