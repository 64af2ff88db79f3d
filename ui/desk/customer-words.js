// What to say to the customer, and which language they probably speak.
/**
 * @import { Code, Language, Report } from "../contract.js"
 * @import { CustomerWords } from "../locales/catalogue.js"
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
  ["+298", "da"],
  ["+299", "da"],
  ["+49", "de"],
  ["+43", "de"],
  ["+48", "pl"],
  ["+380", "uk"],
  ["+31", "nl"],
  ["+33", "fr"],
  ["+34", "es"],
  ["+370", "lt"],
  ["+358", "fi"],
];

/** And by the country that an address ends in. @type {[domain: string, language: CustomerLanguage][]} */
const BY_DOMAIN = [
  [".no", "nb"],
  [".se", "sv"],
  [".dk", "da"],
  [".de", "de"],
  [".at", "de"],
  [".pl", "pl"],
  [".ua", "uk"],
  [".nl", "nl"],
  [".fr", "fr"],
  [".es", "es"],
  [".lt", "lt"],
  [".fi", "fi"],
  [".uk", "en"],
  [".ie", "en"],
];

/** By the number first, then by the address. @param {Report} report @param {Language} language the window's @returns {CustomerLanguage} */
export function likelyLanguage({ sms_to, email_to }, language) {
  const country = sms_to && BY_COUNTRY.find(([prefix]) => sms_to.full.startsWith(`${prefix} `));
  const domain = email_to && BY_DOMAIN.find(([end]) => email_to.full.toLowerCase().endsWith(end));
  return country?.[1] ?? domain?.[1] ?? (sms_to ? "en" : language);
}

/**
 * In the words of that language.
 * @param {Report} report @param {CustomerLanguage} language @param {{ late: boolean }} how whether it was sent a while ago
 */
export function customerWords(report, language, { late }) {
  const { outcome, reason, merchant, sms_to, email_to } = report;
  const words = CUSTOMER[language];
  if (reason === "already-paid") return words.alreadyPaid;
  if (reason === "already-completed") return words.alreadyCompleted;
  if (outcome === "not-sent") return words.notSent;
  const about = outcome === "unknown" ? words.hasItCome : late ? words.late : words.now;
  const text = sms_to && email_to ? about.both : email_to ? about.email : about.sms;
  const end = sms_to ? lastDigits(sms_to.full) : "";
  return fill(text, { end, email: email_to?.full ?? "", ...sender(words, merchant, outcome === "unknown") });
}

/** The one that the customer pays is named, so that the message can be trusted. @param {CustomerWords} words @param {string | null} merchant @param {boolean} isAsked */
function sender({ from, by }, merchant, isAsked) {
  if (!merchant) return { from: isAsked ? from.plain : from.ours, by: by.ours };
  return { from: fill(from.named, { merchant }), by: fill(by.named, { merchant }) };
}

/** Why a customer who has the link cannot pay. */
export const CANNOT_PAY = /** @type {const} */ (["card", "used", "bank"]);

/** @param {CustomerLanguage} language @param {typeof CANNOT_PAY[number]} why */
export const cannotPayWords = (language, why) => CUSTOMER[language].cannotPay[why];

/** What is put right at the desk, with the customer on the line. @type {(Code | null)[]} */
const MENDED_HERE = ["already-cancelled", "not-found", "refused"];

/** Whether there is something for the customer to know. @param {Report} report */
export const hasCustomerWords = ({ reason }) => !MENDED_HERE.includes(reason);

/** As many as a masked number shows: three, and never more than half of it. @param {string} international */
function lastDigits(international) {
  const national = international.replace(/^\+\d+/, "").replace(/\D/g, "");
  return national.slice(-Math.min(3, Math.floor(national.length / 2)));
}
