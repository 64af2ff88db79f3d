// Our reading of what was typed, beneath its box and on the button: beside what was typed, never instead of it.
/** @import { Card, Contact, EmailReading, PhoneReading, ProblemCode, ReservationReading } from "../contract.js" */
import * as backend from "../backend.js";
import { element, find, keepWhole } from "../page/element.js";
import { renew, renewAtOnce } from "../page/heard-anew.js";
import { createLatest } from "../page/latest.js";
import { pressEnd } from "../page/press.js";
import { countryName, problem, t } from "../words/i18n.js";

const PAUSE_IN_TYPING = 150;

/** Worth saying while there is still time to mend it; the others are said when the form is sent. @type {ProblemCode[]} */
const SAID_AT_ONCE = [
  "reservation-short-link",
  "reservation-several",
  "reservation-cut-off",
  "phone-several",
  "phone-plus-missing",
  "email-several",
];

export function createReadings() {
  const reservation = follow("reservation", backend.readReservation, readingOfReservation);
  const phone = follow("phone-number", backend.readPhoneNumber, (reading, text) => readingOfPhone(reading, text, stored?.sms_to ?? null));
  const address = follow("email-address", backend.readEmailAddress, (reading, text) => readingOfEmail(reading, text, stored?.email_to ?? null));
  /** @type {PhoneReading | null} */
  let number = null;
  /** @type {EmailReading | null} */
  let mail = null;
  /** What the reservation itself holds. @type {Card | null} */
  let stored = null;
  phone.onReading = (reading) => {
    number = reading;
    nameRecipients();
  };
  address.onReading = (reading) => {
    mail = reading;
    nameRecipients();
  };

  function nameRecipients() {
    const sms = find("#sms", HTMLInputElement).checked && number?.kind === "number" ? number.international : "";
    const email = find("#email", HTMLInputElement).checked && mail?.kind === "address" ? mail.address : "";
    const button = find("#send", HTMLButtonElement);
    const words = sendTo(sms, email);
    if (button.textContent === words) return;
    button.replaceChildren(...keepWhole(words, [sms, email]));
    renewAtOnce(button);
  }

  /** What was typed, or how it is to be read, has changed. @param {{ atOnce?: boolean }} [how] `atOnce`: nothing more is being typed */
  function typed({ atOnce = false } = {}) {
    reservation.typed(atOnce);
    phone.typed(atOnce);
    address.typed(atOnce);
    nameRecipients();
  }

  return {
    typed,
    /** Says of what is typed whether the reservation holds the same. @param {Card | null} card */
    compareWith(card) {
      stored = card;
      phone.render();
      address.render();
    },
    /** What is about to be sent is shown as it was read. */
    hurry: () => Promise.all([reservation.hurry(), phone.hurry(), address.hurry()]),
    /** The country or the language may be another now: read again what is there. */
    update() {
      reservation.forget();
      phone.forget();
      address.forget();
      typed();
    },
  };
}

/** @param {string} phone @param {string} email */
function sendTo(phone, email) {
  if (phone && email) return t("form.send.to-both", { phone, email });
  const recipient = phone || email;
  return recipient ? t("form.send.to", { recipient }) : t("form.send");
}

/** @typedef {{ text: string, warning?: boolean, stored?: StoredWords | null }} Reading */

/** How it compares with what the reservation holds. @typedef {{ text: string, isSame: boolean }} StoredWords */

/**
 * Reads a box when typing pauses, and at once what was pasted or filled in. An answer that comes after the next change is dropped.
 * @template R
 * @param {string} id
 * @param {(text: string) => Promise<R>} read
 * @param {(reading: R, text: string) => Reading | null} describe
 */
function follow(id, read, describe) {
  const box = find(`#${id}`, HTMLInputElement);
  const place = find(`#${id}-reading`, HTMLElement);
  const latest = createLatest();
  let last = "";
  let pause = 0;
  let isShown = true;

  /** @type {{ reading: R, text: string } | null} */
  let shown = null;

  function render() {
    const words = shown === null ? null : describe(shown.reading, shown.text);
    const before = place.textContent;
    place.replaceChildren(words?.text ?? "", ...(words?.stored ? storedMark(words.stored, words.text !== "") : []));
    place.classList.toggle("warning", words?.warning ?? false);
    if (place.textContent !== before) renew(box);
  }

  /** @param {R | null} reading @param {string} text */
  function show(reading, text) {
    shown = reading === null ? null : { reading, text };
    render();
    followed.onReading(reading);
  }

  /** @param {string} text */
  async function readNow(text) {
    clearTimeout(pause);
    const isLatest = latest.begin();
    const reading = await read(text).catch(() => null);
    await pressEnd();
    if (!isLatest()) return;
    isShown = true;
    show(reading, text);
  }

  const followed = {
    /** @type {(reading: R | null) => void} */
    onReading: () => {},
    render,
    forget() {
      last = "";
    },
    typed(atOnce = false) {
      const text = box.value;
      if (text === last) return;
      last = text;
      clearTimeout(pause);
      latest.end();
      isShown = text.trim() === "";
      show(null, text);
      if (!isShown) pause = setTimeout(readNow, atOnce ? 0 : PAUSE_IN_TYPING, text);
    },
    /** Nothing more is being typed. Ready once what is read is shown. */
    async hurry() {
      this.typed();
      if (!isShown) await readNow(last);
    },
  };
  // The next stop may be the button that sends, which names the recipient.
  box.addEventListener("blur", () => void followed.hurry());
  return followed;
}

/** @param {ReservationReading} reading @param {string} text */
function readingOfReservation(reading, text) {
  if (reading.kind === "unreadable") {
    const { code } = reading;
    return code.startsWith("reservation-is-") ? { text: problem(code), warning: true } : atOnce(code);
  }
  const { id, unfamiliar, order } = reading;
  if (unfamiliar) return { text: t("reading.unfamiliar", { id }), warning: true };
  // Anything else, a space in it too, was read: two numbers may have become one.
  const plain = text.trim() === id;
  if (order) return { text: t("reading.order", { id }) };
  return plain ? null : { text: t("reading.reservation", { id }) };
}

/** The number itself only where it is not what was typed. @param {PhoneReading} phone @param {string} text @param {Contact | null} stored @returns {Reading | null} */
function readingOfPhone(phone, text, stored) {
  if (phone.kind === "unreadable") return atOnce(phone.code);
  const { international, region, line } = phone;
  const parts = text.trim() === international ? [] : [international];
  if (region !== null) parts.push(countryName(region));
  if (line !== "mobile-or-land-line") parts.push(t(`reading.line.${line}`));
  if (parts.length === 0) parts.push(international);
  const reading = parts.join(" · ");
  const words = { text: reading, stored: storedWords(international, stored) };
  if (line === "land-line") return { ...words, text: t("reading.land-line", { reading }), warning: true };
  if (line === "unfamiliar") return { ...words, text: t("reading.unfamiliar-range", { reading }), warning: true };
  if (line === "other") return { ...words, text: t("reading.other", { reading }), warning: true };
  return words;
}

/** What is typed as it will be sent needs no reading. @param {EmailReading} reading @param {string} text @param {Contact | null} stored @returns {Reading | null} */
function readingOfEmail(reading, text, stored) {
  if (reading.kind === "unreadable") return atOnce(reading.code);
  const { address, look_alike } = reading;
  const words = { text: text.trim() === address ? "" : address, stored: storedWords(address, stored) };
  return look_alike ? { ...words, text: t("reading.look-alike-letters", { reading: address }), warning: true } : words;
}

/** @param {string} read @param {Contact | null} stored @returns {StoredWords | null} */
function storedWords(read, stored) {
  if (!stored?.full) return null;
  const isSame = read.toLowerCase() === stored.full.toLowerCase();
  return { isSame, text: isSame ? t("reading.as-stored") : t("reading.not-as-stored", { stored: stored.masked }) };
}

/** @param {StoredWords} words @param {boolean} isAfterOthers */
function storedMark({ text, isSame }, isAfterOthers) {
  return [isAfterOthers ? " · " : "", element("span", { class: "stored", "data-same": String(isSame) }, text)];
}

/** @param {ProblemCode} code */
function atOnce(code) {
  return SAID_AT_ONCE.includes(code) ? { text: problem(code), warning: true } : null;
}
