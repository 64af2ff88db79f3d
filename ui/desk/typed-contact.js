// What a person typed and ticked, and for which reservation: a contact that was typed for one never goes out with another.
// - It belongs to the reservation that the box names meanwhile; typed first, to the first one that it names afterwards.
// - Another one in the box takes it back. It is kept, put back where the box names its own again, and offered otherwise.
// - The same number in another environment is another reservation.
/**
 * @import { Environment } from "../contract.js"
 * @import { Boxes } from "./filling.js"
 */
import { fillBox, setTicks } from "./filling.js";
import { holds } from "./named-reservation.js";

/**
 * @typedef {{ id: string, environment: Environment }} Whose
 * @typedef {{ whose: Whose | null, touched: HTMLInputElement[], phoneNumber: string, emailAddress: string, sms: boolean, email: boolean, isDone: boolean }} Kept `whose`: null where the box had named nobody; `isDone`: not offered any more
 */

/** @param {Boxes} boxes */
export function createTypedContact(boxes) {
  const { reservation, sms, email, phoneNumber, emailAddress } = boxes;
  const contacts = [phoneNumber, emailAddress];
  /** @type {Set<HTMLInputElement>} */
  const touched = new Set();
  let ticksTouched = false;
  /** Whom the touched ones are for; null while the box has named nobody since. @type {Whose | null} */
  let owner = null;
  /** It was typed first, and the number is still being typed. */
  let ownerMayGrow = false;
  /** Whom the box names. @type {Whose | null} */
  let here = null;
  let lastText = "";
  /** What was taken back last. @type {Kept | null} */
  let kept = null;
  /** What the web view's undo brought back of it. @type {Set<HTMLInputElement>} */
  const undone = new Set();

  const isTouched = () => ticksTouched || touched.size > 0;

  function forget() {
    touched.clear();
    undone.clear();
    ticksTouched = ownerMayGrow = false;
    owner = null;
  }

  function takeBack({ isNobodysToo = false } = {}) {
    if (owner === null && !isNobodysToo) return;
    const value = (/** @type {HTMLInputElement} */ box) => (touched.has(box) && !undone.has(box) ? box.value : "");
    const taken = { whose: owner, touched: [...touched], phoneNumber: value(phoneNumber), emailAddress: value(emailAddress), sms: sms.checked, email: email.checked, isDone: false };
    if (contactsOf(taken).length > 0) kept = taken;
    for (const box of touched) fillBox(box, "");
    forget();
    setTicks(boxes, { sms: sms.defaultChecked, email: email.defaultChecked });
  }

  /** @param {Kept} former @param {Whose} whose */
  function putBack(former, whose) {
    forget();
    for (const box of former.touched) touched.add(box);
    if (touched.has(phoneNumber)) fillBox(phoneNumber, former.phoneNumber);
    if (touched.has(emailAddress)) fillBox(emailAddress, former.emailAddress);
    setTicks(boxes, former);
    ticksTouched = true;
    owner = whose;
    if (kept === former) kept = null;
  }

  return {
    /** A person has changed something. @param {HTMLInputElement} box @param {string} how the event's `inputType` */
    touch(box, how) {
      const isContact = contacts.includes(box);
      if (isContact) touched.add(box);
      ticksTouched = true;
      owner ??= here;
      const formerly = box === phoneNumber ? kept?.phoneNumber : kept?.emailAddress;
      const isUndone = isContact && how.startsWith("history") && box.value !== "" && box.value === formerly;
      if (isUndone) undone.add(box);
      else undone.delete(box);
    },
    /** The reservation box holds another text, which is not read yet. @param {string} text @param {boolean} typedOn */
    glance(text, typedOn) {
      const grows = typedOn && text.startsWith(lastText) && lastText.trim() !== "";
      lastText = text;
      here = null;
      if (!grows) ownerMayGrow = false;
      if (owner === null || text.trim() === "" || holds(text, owner.id)) return;
      if (ownerMayGrow) owner = null;
      else takeBack();
    },
    /** @param {Whose | null} whose whom the box names @param {boolean} mayGrow it is still being typed */
    follow(whose, mayGrow) {
      here = whose;
      if (whose === null) return;
      const former = kept;
      if (owner !== null && !isSame(owner, whose)) takeBack();
      if (!isTouched() && former?.whose && isSame(former.whose, whose)) return putBack(former, whose);
      if (!isTouched() || owner !== null) return;
      owner = whose;
      ownerMayGrow = mayGrow;
    },
    /** Nothing more is typed at the end of the number. */
    settle() {
      ownerMayGrow = false;
    },
    /** What was typed for another reservation than the one in the box. @returns {Kept | null} */
    offer: () => (kept !== null && !kept.isDone && here !== null && !(kept.whose && isSame(kept.whose, here)) ? kept : null),
    /** Its link was sent, or may have been, while the box named another one already. @param {Whose} whose */
    endOffer(whose) {
      if (kept?.whose && isSame(kept.whose, whose)) kept.isDone = true;
    },
    /** A person says that it is for this one too. @param {Kept} offered */
    use(offered) {
      if (here !== null) putBack(offered, here);
    },
    /** Of a box that is touched. @param {HTMLInputElement} box @returns {string | null} */
    idOf: (box) => (undone.has(box) && kept ? (kept.whose?.id ?? null) : (owner?.id ?? null)),
    /** @param {HTMLInputElement} box */
    has: (box) => touched.has(box),
    /** Whether a person has chosen anything that was, or could be, filled in. */
    isTouched,
    hasTicks: () => ticksTouched,
    /** An emptied form is nobody's. */
    isEmpty: () => [reservation, ...contacts].every(({ value }) => value === ""),
    forget,
    forgetAll() {
      forget();
      kept = null;
    },
    /** The form is emptied: what is for somebody is kept, as where another one takes it back. @param {{ isNobodysToo: boolean }} how so is what is for nobody yet */
    putAway(how) {
      takeBack(how);
      forget();
    },
  };
}

/** What would be sent of it. @param {Kept} kept */
export function contactsOf({ sms, email, phoneNumber, emailAddress }) {
  return [sms ? phoneNumber.trim() : "", email ? emailAddress.trim() : ""].filter((contact) => contact !== "");
}

/** @param {Whose} one @param {Whose} other */
const isSame = (one, other) => one.id === other.id && one.environment === other.environment;
