// An accessible object made anew: to a screen reader the element is another one from then on. WebKitGTK tells nobody that
// a name or a description has changed, and Orca keeps what it once asked of an element. Orca 43 also says nothing of a text
// box that it comes back to, and takes the letters that are typed there for its own keys.
import { pressEnd } from "./press.js";

/** Elsewhere a change of what is said is told of. */
const isNeeded = () => navigator.userAgent.includes("Linux");

/** Those of which something else is to be said, once they are left. @type {WeakSet<HTMLElement>} */
const due = new WeakSet();
/** Text boxes that have had the focus. @type {WeakSet<HTMLElement>} */
const visited = new WeakSet();
/** After the window has the focus, the web view has been told of by then. */
const LATE = 400;
/** Whoever sees has scrolled to what they read. */
const IN_PLACE = { preventScroll: true };
let isMoving = false;
/** Whoever points sees where they are, and a box that is taken out under the hand loses a double click. */
let isByHand = false;

/** Something else is to be said of it: from the next time that it has the focus. @param {HTMLElement} control */
export function renew(control) {
  if (!isNeeded() || due.has(control)) return;
  due.add(control);
  pressEnd().then(() => renewUnlessHeld(control));
}

/** What it does has changed: that is to be said at once where it has the focus. @param {HTMLElement} control */
export async function renewAtOnce(control) {
  if (!isNeeded()) return;
  await pressEnd();
  if (document.activeElement === control) focusAnew(control, IN_PLACE);
  else putBack(control);
}

/** Takes the focus there as to another element: no screen reader says anything of one that had it already. @param {HTMLElement} control @param {FocusOptions} [how] */
export function focusAnew(control, how = {}) {
  refocus(control, how, () => reinsert(control));
  // Not before, that nothing fades.
  describe(control);
}

export function watchTextBoxes() {
  if (!isNeeded()) return;
  addEventListener("pointerdown", () => (isByHand = true), true);
  addEventListener("keydown", () => (isByHand = false), true);
  addEventListener("blur", ({ target }) => target === window && (isByHand = false));
  // Nobody has left it: to everything else it is as if nothing were moved.
  addEventListener("blur", (event) => isMoving && event.stopImmediatePropagation(), true);
  // With the window's focus comes that of its box. Nothing is moved while the focus is on its way.
  addEventListener("focus", ({ target }) => {
    if (isMoving || !(target instanceof HTMLElement) || !isTextBox(target)) return;
    if (visited.has(target) && !isByHand) setTimeout(() => document.activeElement === target && focusAnew(target, IN_PLACE));
    visited.add(target);
  }, true);
  addEventListener("focus", ({ target }) => target === window && setTimeout(takeFocusAgain, LATE));
  // Laid out by then, it is told of at once, and only then its caret: told first, that is taken for the focus, in silence.
  addEventListener("focusin", ({ target }) => target instanceof HTMLElement && isTextBox(target) && target.getBoundingClientRect());
  addEventListener("blur", ({ target }) => {
    if (target instanceof HTMLElement && due.has(target)) setTimeout(() => pressEnd().then(() => renewUnlessHeld(target)));
  }, true);
}

/** From the web view around the page: where that is told of last, letters are taken for keys again. In silence, since it is the same box. */
function takeFocusAgain() {
  const held = document.activeElement;
  if (held instanceof HTMLElement && isTextBox(held) && !isByHand) refocus(held, IN_PLACE);
}

/** What was selected stays so. @param {HTMLElement} control @param {FocusOptions} how @param {() => void} [between] */
function refocus(control, how, between = () => {}) {
  const { selectionStart, selectionEnd } = isTextBox(control) ? control : { selectionStart: null, selectionEnd: null };
  isMoving = true;
  control.blur();
  between();
  control.focus(how);
  if (isTextBox(control) && selectionStart !== null) control.setSelectionRange(selectionStart, selectionEnd);
  isMoving = false;
}

/** @param {HTMLElement} control */
function renewUnlessHeld(control) {
  if (document.activeElement === control) return;
  due.delete(control);
  putBack(control);
}

/** @param {HTMLElement} control */
function putBack(control) {
  reinsert(control);
  describe(control);
}

/** Out of the page, and in again at its place: it is the same element to everybody who sees. @param {HTMLElement} control */
function reinsert(control) {
  control.parentNode?.insertBefore(control, control.nextSibling);
}

/** What describes it is looked for only as that is set, and kept only where it is laid out. @param {HTMLElement} control */
function describe(control) {
  const described = control.getAttribute("aria-describedby");
  if (described === null) return;
  control.getBoundingClientRect();
  control.removeAttribute("aria-describedby");
  control.setAttribute("aria-describedby", described);
}

/** @param {Element} element @returns {element is HTMLInputElement} */
const isTextBox = (element) => element instanceof HTMLInputElement && ["text", "tel", "password", "email", "search"].includes(element.type);
