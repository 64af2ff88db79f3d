// What the card fills in, and what it keeps its hands off.
// - A box that a person has changed is theirs until the form is empty again, and so are both ticks once either tick
//   or either contact was changed: who types a phone number has chosen SMS, and nothing ticks Email behind their back.
// - What was filled in belongs to its reservation: another id in the box takes it back, so that a link never goes to
//   the customer of the one before.
// - An example of practice mode fills in for itself. Its own card changes nothing afterwards; another id takes it back.
/**
 * @import { Card, Contact, Example } from "../contract.js"
 * @import { Boxes } from "./filling.js"
 */
import { fillBox, setTicks } from "./filling.js";

/** @param {Boxes} boxes @param {ReturnType<typeof import("./typed-contact.js").createTypedContact>} typed */
export function createPrefill(boxes, typed) {
  const { sms, email, phoneNumber, emailAddress } = boxes;
  const contacts = [phoneNumber, emailAddress];
  /** Whose contact was filled in. @type {string | null} */
  let filledFor = null;
  let isExample = false;

  function forget() {
    filledFor = null;
    isExample = false;
  }

  /** @param {HTMLInputElement} box @param {Contact | null} contact */
  function write(box, contact) {
    if (typed.has(box)) return false;
    fillBox(box, contact?.full ?? "");
    return box.value !== "";
  }

  /** As it was sent at first, where there is somebody to send to. @param {Card} card */
  function tick({ by_sms, by_email, sms_to, email_to }) {
    const phone = Boolean(sms_to?.full);
    const address = Boolean(email_to?.full);
    if (typed.hasTicks() || (!phone && !address)) return;
    const known = (by_sms && phone) || (by_email && address);
    setTicks(boxes, { sms: known ? by_sms && phone : phone, email: known ? by_email && address : !phone });
  }

  return {
    /** Whether a contact was filled in. @param {Card} card */
    fill(card) {
      if (isExample && card.id === filledFor) return false;
      filledFor = card.id;
      tick(card);
      const byPhone = write(phoneNumber, card.sms_to);
      const byEmail = write(emailAddress, card.email_to);
      return (byPhone && sms.checked) || (byEmail && email.checked);
    },
    /** @param {Example} chosen */
    fillExample(chosen) {
      filledFor = chosen.id;
      isExample = true;
      phoneNumber.value = chosen.phone_number;
      emailAddress.value = chosen.email_address;
    },
    /** The reservation is another now. */
    revert() {
      forget();
      for (const box of contacts) write(box, null);
      if (!typed.hasTicks()) setTicks(boxes, { sms: sms.defaultChecked, email: email.defaultChecked });
    },
    /** What was filled in is for another one. @param {string} id */
    isForAnother: (id) => filledFor !== null && filledFor !== id,
    /** Whom a box's contact belongs to, typed or filled in. @param {HTMLInputElement} box */
    idOf: (box) => (typed.has(box) ? typed.idOf(box) : filledFor),
    forget,
  };
}
