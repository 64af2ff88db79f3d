// Our reading of what was typed, beneath its box and on the button: beside what was typed, never instead of it.
/** @import { Code, PhoneReading, ReservationReading } from "../contract.js" */
import * as backend from "../backend.js";
import { find, keepWhole } from "../element.js";
import { countryName, problem, t } from "../i18n.js";

const PAUSE_IN_TYPING = 150;

/** Worth saying while there is still time to mend it; the others are said when the form is sent. @type {Code[]} */
const SAID_AT_ONCE = ["reservation-short-link", "reservation-several"];

export function createReadings() {
  const reservation = follow("reservation", backend.readReservation, readingOfReservation);
  const phone = follow("phone-number", backend.readPhoneNumber, readingOfPhone);
  /** @type {PhoneReading | null} */
  let number = null;
  phone.onReading = (reading) => {
    number = reading;
    nameRecipients();
  };

  function nameRecipients() {
    const sms = find("#sms", HTMLInputElement).checked && number?.kind === "number" ? number.international : "";
    const typed = find("#email", HTMLInputElement).checked ? find("#email-address", HTMLInputElement).value.trim() : "";
    const email = /^\S+@\S+\.\S+$/.test(typed) ? typed : "";
    find("#send", HTMLButtonElement).replaceChildren(...keepWhole(sendTo(sms, email), [sms, email]));
  }

  return {
    /** What was typed, or how it is to be read, has changed. */
    update() {
      reservation.update();
      phone.update();
      nameRecipients();
    },
    /** The country or the language is another now: read again what is there. */
    again() {
      reservation.forget();
      phone.forget();
      this.update();
    },
  };
}

/** @param {string} phone @param {string} email */
function sendTo(phone, email) {
  if (phone && email) return t("form.send.to-both", { phone, email });
  const recipient = phone || email;
  return recipient ? t("form.send.to", { recipient }) : t("form.send");
}

/**
 * Reads a box when typing pauses. An answer that comes after the next change is dropped.
 * @template R
 * @param {string} id
 * @param {(text: string) => Promise<R>} read
 * @param {(reading: R, text: string) => { text: string, warning?: boolean } | null} describe
 */
function follow(id, read, describe) {
  const box = find(`#${id}`, HTMLInputElement);
  const place = find(`#${id}-reading`, HTMLElement);
  let last = "";
  let pause = 0;

  /** @param {R | null} reading @param {string} text */
  function show(reading, text) {
    const words = reading === null ? null : describe(reading, text);
    place.textContent = words?.text ?? "";
    place.classList.toggle("warning", words?.warning ?? false);
    followed.onReading(reading);
  }

  const followed = {
    /** @type {(reading: R | null) => void} */
    onReading: () => {},
    forget() {
      last = "";
    },
    update() {
      const text = box.value;
      if (text === last) return;
      last = text;
      show(null, text);
      clearTimeout(pause);
      if (text.trim() === "") return;
      pause = setTimeout(async () => {
        const reading = await read(text).catch(() => null);
        if (text === last) show(reading, text);
      }, PAUSE_IN_TYPING);
    },
  };
  return followed;
}

/** @param {ReservationReading} reading @param {string} text */
function readingOfReservation(reading, text) {
  if (reading.kind === "unreadable") {
    const said = reading.code.startsWith("reservation-is-") || SAID_AT_ONCE.includes(reading.code);
    return said ? { text: problem(reading.code), warning: true } : null;
  }
  const { id, unfamiliar, order } = reading;
  if (unfamiliar) return { text: t("reading.unfamiliar", { id }), warning: true };
  const plain = text.replace(/\s/g, "").toUpperCase() === id;
  if (order) return { text: t("reading.order", { id }) };
  return plain ? null : { text: t("reading.reservation", { id }) };
}

/** @param {PhoneReading} reading */
function readingOfPhone(reading) {
  if (reading.kind === "unreadable") return null;
  const { international, region, line } = reading;
  const parts = [international];
  if (region !== null) parts.push(countryName(region));
  if (line !== "mobile-or-land-line") parts.push(t(`reading.line.${line}`));
  const text = parts.join(" · ");
  if (line === "land-line") return { text: `${text}. ${t("reading.land-line")}.`, warning: true };
  if (line === "other") return { text: `${text}. ${t("reading.other")}.`, warning: true };
  return { text };
}
