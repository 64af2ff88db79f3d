// Paste with no text box in focus: begins with the customer whom the text names. It sends nothing, and the clipboard is
// read by nothing but a person's own paste.
// - Not by the middle button, which pastes on Linux what is marked somewhere: outside a box it is a slip of the wheel.
// - A text that names nobody goes where it can be seen, the empty box, and takes nobody's place.
// - Enter right after the paste is the box's, though the text may not be read yet.
import * as backend from "../backend.js";
import { createLatest } from "../page/latest.js";
import { asOneLine } from "../page/paste.js";
import { pressEnd } from "../page/press.js";
import { problem, t } from "../words/i18n.js";
import { idIn } from "./named-reservation.js";

/**
 * @param {object} desk
 * @param {() => boolean} desk.isOpen it takes what is pasted
 * @param {() => boolean} desk.isUnderWay a send
 * @param {() => string} desk.held what the reservation box holds, or held at the send that is told of
 * @param {() => boolean} desk.isEmpty the box can be seen, with nothing in it
 * @param {(text: string) => void} desk.put into the box
 * @param {(text: string, id: string) => void} desk.begin
 * @param {() => void} desk.send
 * @param {(words: string) => void} desk.say
 */
export function createPasteAnywhere({ isOpen, isUnderWay, held, isEmpty, put, begin, send, say }) {
  const latest = createLatest();
  let isByMiddleButton = false;

  /** @param {Event} event */
  function isForUs({ target }) {
    return isOpen() && !isByMiddleButton && !isTextBox(target) && document.querySelector("dialog:modal") === null;
  }

  // By this WebKit asks whether there is anything to paste into: on a Mac its menu, with ⌘V, is grey otherwise.
  addEventListener("beforepaste", (event) => isForUs(event) && event.preventDefault());
  addEventListener("mouseup", ({ button }) => {
    isByMiddleButton = button === 1;
    setTimeout(() => (isByMiddleButton = false));
  });
  addEventListener("paste", (event) => {
    if (!isForUs(event)) return;
    event.preventDefault();
    const text = asOneLine(event.clipboardData?.getData("text/plain") ?? "");
    if (text !== "") take(text);
  });

  /** @param {string} text */
  async function take(text) {
    if (isUnderWay()) return say(t("progress.wait"));
    const isLatest = latest.begin();
    const enter = holdEnter();
    const [reading, there] = await Promise.all([backend.readReservation(text).catch(() => null), idIn(held())]);
    await pressEnd();
    const isEntered = enter.release();
    // A send may have begun by a click.
    if (!isLatest() || isUnderWay() || reading === null) return;
    if (reading.kind === "unreadable") return isEmpty() ? put(text) : say(problem(reading.code));
    if (reading.id === there) return say(t("paste.same", { id: there }));
    begin(text, reading.id);
    if (isEntered) send();
  }
}

/** What has the focus is not pressed meanwhile; and a key that is still held down from before decides nothing. */
function holdEnter() {
  const listening = new AbortController();
  let isEntered = false;
  /** @param {KeyboardEvent} event */
  function hold(event) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    isEntered ||= !event.repeat;
  }
  addEventListener("keydown", hold, { capture: true, signal: listening.signal });

  return {
    release() {
      listening.abort();
      return isEntered;
    },
  };
}

/** @param {EventTarget | null} target */
const isTextBox = (target) => target instanceof Element && target.matches("textarea, input:not([type=checkbox], [type=radio], [type=button], [type=file])");
