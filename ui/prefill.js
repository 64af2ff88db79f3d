// What the card fills in, and what it keeps its hands off.
// - A box that a person has changed is theirs until the form is empty again, and so are both ticks once either tick
//   or either contact was changed: who types a phone number has chosen SMS, and nothing ticks Email behind their back.
// - What was filled in belongs to its reservation: another id in the box takes it back, so that a link never goes to
//   the customer of the one before.
// - An example of practice mode fills in for itself. Its own card changes nothing afterwards; another id takes it back.
/** @import { Card, Contact, Example } from "./contract.js" */

/**
 * @typedef {object} Boxes
 * @property {HTMLInputElement} reservation
 * @property {HTMLInputElement} sms
 * @property {HTMLInputElement} email
 * @property {HTMLInputElement} phoneNumber
 * @property {HTMLInputElement} emailAddress
 */

/** @param {Boxes} boxes */
export function createPrefill({ reservation, sms, email, phoneNumber, emailAddress }) {
  const contacts = [phoneNumber, emailAddress];
  /** @type {Set<HTMLInputElement>} */
  const touched = new Set();
  let ticksTouched = false;
  /** @type {string | null} */
  let example = null;

  function forget() {
    touched.clear();
    ticksTouched = false;
    example = null;
  }

  /** @param {HTMLInputElement} box @param {Contact | null} contact */
  function write(box, contact) {
    if (touched.has(box)) return false;
    box.value = contact?.full ?? "";
    return box.value !== "";
  }

  /** As it was sent at first, where there is somebody to send to. @param {Card} card */
  function tick({ by_sms, by_email, sms_to, email_to }) {
    const phone = Boolean(sms_to?.full);
    const address = Boolean(email_to?.full);
    if (ticksTouched || (!phone && !address)) return;
    const known = (by_sms && phone) || (by_email && address);
    sms.checked = known ? by_sms && phone : phone;
    email.checked = known ? by_email && address : !phone;
  }

  return {
    /** A person has changed something. @param {EventTarget | null} box */
    touch(box) {
      const contact = contacts.find((candidate) => candidate === box);
      const tick = box === sms || box === email;
      if (!tick && [reservation, ...contacts].every(({ value }) => value === "")) return forget();
      if (contact) touched.add(contact);
      if (contact || tick) ticksTouched = true;
    },
    /** Whether a contact was filled in. @param {Card} card */
    fill(card) {
      if (card.id === example) return false;
      tick(card);
      const byPhone = write(phoneNumber, card.sms_to);
      const byEmail = write(emailAddress, card.email_to);
      return (byPhone && sms.checked) || (byEmail && email.checked);
    },
    /** @param {Example} chosen */
    fillExample(chosen) {
      touched.clear();
      example = chosen.id;
      phoneNumber.value = chosen.phone_number;
      emailAddress.value = chosen.email_address;
    },
    /** The reservation is another now. */
    takeBack() {
      example = null;
      for (const box of contacts) write(box, null);
      if (ticksTouched) return;
      for (const box of [sms, email]) box.checked = box.defaultChecked;
    },
    /** Whether a person has chosen anything that was, or could be, filled in. */
    isTouched: () => ticksTouched,
    forget,
  };
}
