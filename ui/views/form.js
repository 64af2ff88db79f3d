// The one form: which reservation, by which channel, to whom. It keeps what was typed, exactly as typed.
/** @import { Card, Example, Field, Problem, ResendRequest } from "../contract.js" */
import { find } from "../element.js";
import { problem } from "../i18n.js";
import { keepLinesApart } from "../paste.js";
import { createPrefill } from "../prefill.js";

/** Where the focus goes to mend a field. @type {Record<Field, string>} */
export const CONTROLS = {
  reservation: "reservation",
  channels: "sms",
  "phone-number": "phone-number",
  "email-address": "email-address",
};

/** @param {{ onSend: () => void, onChange: (how: { atOnce: boolean }) => void }} on `atOnce`: nothing more is being typed */
export function createForm({ onSend, onChange }) {
  const form = find("#send-form", HTMLFormElement);
  const reservation = find("#reservation", HTMLInputElement);
  const sms = find("#sms", HTMLInputElement);
  const email = find("#email", HTMLInputElement);
  const phoneNumber = find("#phone-number", HTMLInputElement);
  const emailAddress = find("#email-address", HTMLInputElement);
  const sendButton = find("#send", HTMLButtonElement);
  const prefill = createPrefill({ reservation, sms, email, phoneNumber, emailAddress });
  let busy = false;
  /** What came while a send was under way: the form stays as it was sent until then. @type {Card | null} */
  let waiting = null;
  /** What was put into the box for somebody, until it is sent. @type {string | null} */
  let begunWith = null;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onSend();
  });
  form.addEventListener("keydown", sendOnEnter);
  form.addEventListener("input", (event) => {
    prefill.touch(event.target);
    changed({ atOnce: event instanceof InputEvent && event.inputType.startsWith("insertFrom") });
  });
  keepLinesApart([reservation, phoneNumber, emailAddress]);

  function changed({ atOnce = false } = {}) {
    find("#phone-number-field", HTMLElement).hidden = !sms.checked;
    find("#email-address-field", HTMLElement).hidden = !email.checked;
    onChange({ atOnce });
  }

  /** Whether a contact was filled in. @param {Card} card */
  function fillFrom(card) {
    waiting = busy ? card : null;
    if (busy) return false;
    const filled = prefill.fill(card);
    changed();
    return filled;
  }

  /** Enter sends from every field, once: a key held down repeats. @param {KeyboardEvent} event */
  function sendOnEnter(event) {
    if (event.key !== "Enter" || event.isComposing) return;
    if (event.repeat) return event.preventDefault();
    if (event.target === sendButton) return;
    event.preventDefault();
    form.requestSubmit();
  }

  return {
    /** @returns {Omit<ResendRequest, "environment">} */
    request: () => ({
      reservation: reservation.value,
      sms: sms.checked,
      email: email.checked,
      phone_number: phoneNumber.value,
      email_address: emailAddress.value,
      answered: [],
      held: false,
    }),
    /** @param {boolean} now */
    setBusy(now) {
      busy = now;
      begunWith = null;
      sendButton.setAttribute("aria-disabled", String(busy));
      if (!busy && waiting) fillFrom(waiting);
    },
    /** @param {Problem[]} problems */
    showProblems(problems) {
      for (const field of /** @type {Field[]} */ (Object.keys(CONTROLS))) {
        const found = problems.find((candidate) => candidate.field === field);
        find(`#${field}-problem`, HTMLElement).textContent = found ? problem(found.code) : "";
        find(`#${field}-field`, HTMLElement).classList.toggle("wrong", found !== undefined);
        const control = find(`#${CONTROLS[field]}`, HTMLElement);
        if (found) control.setAttribute("aria-invalid", "true");
        else control.removeAttribute("aria-invalid");
      }
    },
    clear() {
      form.reset();
      prefill.forget();
      changed();
      reservation.focus();
    },
    fillFrom,
    /** What was filled in belongs to another reservation than the one in the box. */
    takeBack() {
      waiting = null;
      prefill.takeBack();
      changed();
    },
    /** @param {Example} example */
    fill(example) {
      reservation.value = example.id;
      prefill.fillExample(example);
      changed({ atOnce: true });
      reservation.focus();
    },
    /** Another reservation, and nothing of the one before. @param {string} id */
    begin(id) {
      form.reset();
      prefill.forget();
      reservation.value = begunWith = id;
      // As pasted: whoever waits for the form to stay as it is hears of it.
      reservation.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
      reservation.focus();
    },
    /** Whether nobody has typed, ticked or sent any of it: it is empty, or was all filled in. */
    isNobodys: () =>
      [reservation, phoneNumber, emailAddress].every(({ value }) => value.trim() === "") ||
      (reservation.value === begunWith && !prefill.isTouched()),
    focus: () => reservation.focus(),
    focusSend: () => sendButton.focus(),
    isShown: () => !form.hidden,
    isBusy: () => busy,
    /** @param {boolean} shown */
    setShown(shown) {
      form.hidden = !shown;
      find("#desk-title", HTMLElement).classList.toggle("visually-hidden", !shown);
    },
  };
}
