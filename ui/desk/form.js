// The one form: which reservation, by which channel, to whom. It keeps what was typed, exactly as typed.
/**
 * @import { Card, Example, ResendRequest } from "../contract.js"
 * @import { Kept, Whose } from "./typed-contact.js"
 */
import { find } from "../page/element.js";
import { endsComposition } from "../page/keys.js";
import { keepLinesApart } from "../page/paste.js";
import { createPrefill } from "./prefill.js";
import { selectOnFocus } from "./select-on-focus.js";
import { createTypedContact } from "./typed-contact.js";

/** @typedef {ReturnType<typeof createForm>} Form */

/**
 * @typedef {object} FormEvents
 * @property {() => void} onSend
 * @property {(how: { atOnce: boolean }) => void} onChange `atOnce`: nothing more is being typed
 * @property {() => void} onLeave the reservation box is left
 */

export function createForm() {
  const form = find("#send-form", HTMLFormElement);
  const reservation = find("#reservation", HTMLInputElement);
  const sms = find("#sms", HTMLInputElement);
  const email = find("#email", HTMLInputElement);
  const phoneNumber = find("#phone-number", HTMLInputElement);
  const emailAddress = find("#email-address", HTMLInputElement);
  const sendButton = find("#send", HTMLButtonElement);
  const boxes = { reservation, sms, email, phoneNumber, emailAddress };
  const typed = createTypedContact(boxes);
  const prefill = createPrefill(boxes, typed);
  let busy = false;
  /** How often a hand has changed something. */
  let changes = 0;
  let isAsSent = () => true;
  /** What came while a send was under way: the form stays as it was sent until then. @type {Card | null} */
  let waiting = null;
  /** What was put into the box for somebody, until it is sent. @type {string | null} */
  let prefilledId = null;
  /** Whom the box names, as last read. @type {Whose | null} */
  let here = null;
  /** @type {FormEvents} */
  let on;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    on.onSend();
  });
  form.addEventListener("keydown", sendOnEnter);
  form.addEventListener("input", (event) => touched(event.target, event instanceof InputEvent ? event.inputType : ""));
  // What is being composed is typed, though the box may not show it yet.
  form.addEventListener("compositionstart", ({ target }) => isBox(target) && target !== reservation && typed.touch(target, ""));
  reservation.addEventListener("blur", () => {
    typed.settle();
    on.onLeave();
  });
  keepLinesApart([reservation, phoneNumber, emailAddress]);
  selectOnFocus([phoneNumber, emailAddress], typed.has);

  /** By a hand: in a box, or by a press that has changed several. @param {EventTarget | null} box @param {string} how the event's `inputType` */
  function touched(box, how) {
    changes += 1;
    if (!isBox(box)) return changed({ atOnce: true });
    const isTick = box === sms || box === email;
    if (box === reservation) typed.glance(reservation.value, how === "insertText");
    else typed.touch(box, how);
    if (!isTick && typed.isEmpty()) forget();
    changed({ atOnce: /^(insertFrom|history)/.test(how) });
  }

  /** From now on. @returns {() => boolean} whether a hand has changed nothing since */
  function watch() {
    const before = changes;
    return () => changes === before;
  }

  function forget() {
    typed.forget();
    prefill.forget();
  }

  function changed({ atOnce = false } = {}) {
    find("#phone-number-field", HTMLElement).hidden = !sms.checked;
    find("#email-address-field", HTMLElement).hidden = !email.checked;
    on.onChange({ atOnce });
  }

  /** Whether a contact was filled in. @param {Card} card */
  function fillFrom(card) {
    waiting = busy ? card : null;
    if (busy) return false;
    const filled = prefill.fill(card);
    changed({ atOnce: true });
    return filled;
  }

  /** Enter sends from every box and tick, once: a key held down repeats. On a button it is that button's. @param {KeyboardEvent} event */
  function sendOnEnter(event) {
    if (event.key !== "Enter" || endsComposition(event)) return;
    if (event.repeat) return event.preventDefault();
    if (!isBox(event.target)) return;
    event.preventDefault();
    form.requestSubmit();
  }

  /** Whose contact would be sent: where one of the two is for another reservation, that one's. */
  function typedFor() {
    const sent = [sms.checked ? phoneNumber : null, email.checked ? emailAddress : null].filter((box) => box !== null);
    const ids = sent.filter(({ value }) => value.trim() !== "").map((box) => prefill.idOf(box));
    const others = ids.filter((id) => id !== null && id !== here?.id);
    return others[0] ?? ids[0] ?? null;
  }

  function empty({ keepsTyped = false, isNobodysToo = false } = {}) {
    if (keepsTyped) typed.putAway({ isNobodysToo });
    else typed.forgetAll();
    form.reset();
    prefill.forget();
  }

  /** Changed by a press outside its boxes: whoever waits for the form to stay as it is hears of it, as of what is typed. @param {HTMLElement} part */
  function tell(part) {
    part.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }

  /** In place of what the reservation box held, and the next paste or key takes it over whole. @param {string} text */
  function put(text) {
    reservation.value = text;
    tell(reservation);
    reservation.focus();
    reservation.select();
  }

  return {
    /** @param {FormEvents} events */
    listen(events) {
      on = events;
    },
    /** @returns {Omit<ResendRequest, "environment">} */
    request: () => ({
      reservation: reservation.value,
      sms: sms.checked,
      email: email.checked,
      phone_number: phoneNumber.value,
      email_address: emailAddress.value,
      typed_for: typedFor(),
      answered: [],
      held: false,
    }),
    /** @param {boolean} now */
    setBusy(now) {
      busy = now;
      if (busy) isAsSent = watch();
      prefilledId = null;
      sendButton.setAttribute("aria-disabled", String(busy));
      if (!busy && waiting) fillFrom(waiting);
    },
    /** @param {{ keepsTyped: boolean }} how what was typed for somebody is offered to the next one */
    clear(how) {
      empty(how);
      changed();
      reservation.focus();
    },
    fillFrom,
    /** What was filled in belongs to another reservation than the one in the box. */
    revert() {
      waiting = null;
      prefill.revert();
      changed();
    },
    /** Whom the box names, once that is read. @param {Whose | null} whose @param {{ atOnce: boolean }} how */
    follow(whose, { atOnce }) {
      here = whose;
      typed.follow(whose, !atOnce && document.activeElement === reservation);
      if (whose !== null && prefill.isForAnother(whose.id)) prefill.revert();
      changed();
    },
    /** What was typed for another reservation than the one in the box. */
    offer: typed.offer,
    /** It was sent, or may have been. @param {Whose} whose */
    endOffer(whose) {
      typed.endOffer(whose);
      changed();
    },
    /** @param {Kept} offered */
    use(offered) {
      typed.use(offered);
      tell(form);
      (sms.checked ? phoneNumber : emailAddress).focus();
    },
    /** @param {Example} example */
    fill(example) {
      reservation.value = example.id;
      typed.forgetAll();
      prefill.fillExample(example);
      tell(form);
      reservation.focus();
    },
    /**
     * Another reservation, and nothing of the one before; what was typed is offered.
     * @param {string} id
     * @param {{ keepsTyped: boolean, takesTyped: boolean }} how `keepsTyped`: nothing was told of what is typed; `takesTyped`: it is this one's, where it is nobody's yet
     */
    startWith(id, { keepsTyped, takesTyped }) {
      // Nothing stays as it was for a hand that has just left it.
      reservation.focus();
      if (takesTyped && keepsTyped) prefill.revert();
      else empty({ keepsTyped, isNobodysToo: true });
      prefilledId = id;
      put(id);
    },
    put,
    /** Whether nobody has typed, ticked or sent any of it: it is empty, or was all filled in. */
    isUntouched: () =>
      [reservation, phoneNumber, emailAddress].every(({ value }) => value.trim() === "") ||
      (reservation.value === prefilledId && !typed.isTouched()),
    focus: () => reservation.focus(),
    focusSend: () => sendButton.focus(),
    isShown: () => !form.hidden,
    isBusy: () => busy,
    /** No hand has changed anything since the last send began. */
    isAsSent: () => isAsSent(),
    watch,
    /** Whether a hand is in it. */
    hasFocus: () => form.contains(document.activeElement),
    /** Whether it stands in either box, a number in whatever form. @param {string} contact */
    holds: (contact) => [phoneNumber, emailAddress].some(({ value }) => isTheSame(value, contact)),
    /** Who it would go to, as it stands. */
    recipients: () => JSON.stringify([sms.checked && phoneNumber.value, email.checked && emailAddress.value]),
    /** Whether there is somebody that it could go to, by each channel that is chosen. */
    hasRecipient: () => (sms.checked || email.checked) && (!sms.checked || phoneNumber.value.trim() !== "") && (!email.checked || emailAddress.value.trim() !== ""),
    /** @param {boolean} shown */
    setShown(shown) {
      form.hidden = !shown;
    },
  };
}

/** @param {EventTarget | null} target @returns {target is HTMLInputElement} */
const isBox = (target) => target instanceof HTMLInputElement;

/** @param {string} typed @param {string} contact as the reservation holds it: of a number the country's code, then the rest */
function isTheSame(typed, contact) {
  if (contact.includes("@")) return typed.trim().toLowerCase() === contact.toLowerCase();
  const digits = (/** @type {string} */ text) => text.replace(/\D/g, "");
  const [, ...national] = contact.split(" ");
  return [digits(contact), digits(national.join(""))].includes(digits(typed));
}
