// Which reservation the box names: Rust's reading of its text, asked for when typing pauses, and at once when nothing
// more is being typed.
/** @import { ReservationReading } from "../contract.js" */
import * as backend from "../backend.js";
import { createLatest } from "../page/latest.js";
import { pressEnd } from "../page/press.js";

const PAUSE_IN_TYPING = 250;

/**
 * @typedef {{ id: string | null, text: string, short: boolean, atOnce: boolean, isNameless: boolean }} Named `atOnce`: nothing more is being typed;
 *   `isNameless`: there is no number in it, nor anything that is nearly one
 */

/**
 * @param {object} on
 * @param {(text: string) => void} on.onText the text is another, and not read yet
 * @param {(named: Named) => void} on.onRead
 */
export function createNamedReservation({ onText, onRead }) {
  const latest = createLatest();
  let text = "";
  let atOnce = false;
  /** @type {string | null} */
  let id = null;
  let isRead = true;
  let pause = 0;
  /** @type {(() => void)[]} */
  let waiting = [];

  async function readNow() {
    clearTimeout(pause);
    const isLatest = latest.begin();
    const reading = await read(text);
    await pressEnd();
    if (!isLatest()) return;
    isRead = true;
    id = idOf(reading);
    const isNameless = reading?.kind === "unreadable" && reading.code === "reservation-no-id";
    onRead({ id, text, short: reading?.kind === "reservation" && reading.short, atOnce, isNameless });
    release();
  }

  function release() {
    for (const go of waiting.splice(0)) go();
  }

  return {
    /** @param {string} now what the box holds @param {{ atOnce?: boolean }} [how] */
    update(now, how = {}) {
      if (now === text) return;
      text = now;
      atOnce = how.atOnce ?? false;
      isRead = false;
      latest.end();
      clearTimeout(pause);
      onText(text);
      pause = setTimeout(readNow, atOnce || text.trim() === "" ? 0 : PAUSE_IN_TYPING);
    },
    /** Nothing more is being typed. @returns {Promise<void>} once the text is read */
    hurry() {
      if (isRead) return Promise.resolve();
      atOnce = true;
      readNow();
      return new Promise((resolve) => waiting.push(resolve));
    },
    /** The next text is read whatever it is. */
    forget() {
      clearTimeout(pause);
      latest.end();
      text = "";
      id = null;
      isRead = true;
      release();
    },
    isRead: () => isRead,
    /** As last read. */
    id: () => id,
  };
}

/** Which one a text names, and nothing of why it names none. @param {string} text */
export const idIn = async (text) => idOf(await read(text));

/** @param {string} text @returns {Promise<ReservationReading | null>} */
const read = async (text) => (text.trim() === "" ? null : backend.readReservation(text).catch(() => null));

/** @param {ReservationReading | null} reading */
const idOf = (reading) => (reading?.kind === "reservation" ? reading.id : null);

/** Whether the text still names the id, at a glance and before Rust has read it. @param {string} text @param {string} id */
export function holds(text, id) {
  return new RegExp(`(?:^|[^A-Z0-9])${[...id].join("[^\\S\\t]*")}(?![A-Z0-9])`, "i").test(text);
}
