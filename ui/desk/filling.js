// Fills in the form, mostly late, and so never under a hand. A box that has the focus is selected
// whole, so that the first key takes it over; a tick stays while the focus is on either, or in a box that it would hide.

/**
 * @typedef {object} Boxes
 * @property {HTMLInputElement} reservation
 * @property {HTMLInputElement} sms
 * @property {HTMLInputElement} email
 * @property {HTMLInputElement} phoneNumber
 * @property {HTMLInputElement} emailAddress
 */

/** @param {HTMLInputElement} box which nobody has typed in @param {string} text */
export function fillBox(box, text) {
  if (box.value === text) return;
  box.value = text;
  if (box === document.activeElement) box.select();
}

/** @param {Boxes} boxes @param {{ sms: boolean, email: boolean }} wanted */
export function setTicks({ sms, email, phoneNumber, emailAddress }, wanted) {
  const hand = document.activeElement;
  const isHeld = hand === sms || hand === email || (hand === phoneNumber && !wanted.sms) || (hand === emailAddress && !wanted.email);
  if (isHeld) return;
  sms.checked = wanted.sms;
  email.checked = wanted.email;
}
