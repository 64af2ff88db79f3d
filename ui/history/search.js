// Looks through the history while somebody types: once for each change that matters, and an answer to any question but
// the last is dropped.
/** @import { Code, HistoryPage, HistorySearch, SendState } from "../contract.js" */
import * as backend from "../backend.js";
import { createLatest } from "../page/latest.js";

const PAUSE_IN_TYPING = 250;

/** A wait that nobody notices needs no words. */
const UNNOTICED = 300;

/** Fewer letters than these are in nearly every send. */
const FEWEST_LETTERS = 3;

/** What is looked for, whichever page of it. @typedef {Omit<HistorySearch, "older_than">} Wanted */

/** @type {Wanted} */
const EVERYTHING = { text: null, outcome: null, from: null, until: null };

/** What the boxes ask for. @param {{ text: string, outcome: string, day: string }} boxes a day such as 2026-11-25 @returns {Wanted} */
export function wanted({ text, outcome, day }) {
  const letters = text.trim();
  return {
    text: [...letters].length >= FEWEST_LETTERS ? letters : null,
    outcome: outcome === "" ? null : /** @type {SendState} */ (outcome),
    ...bounds(day),
  };
}

/** From one midnight of this computer to the next: not every day has 24 hours. @param {string} day */
function bounds(day) {
  const [year, month, date] = day.split("-").map(Number);
  if (!year || !month || !date) return { from: null, until: null };
  return { from: new Date(year, month - 1, date).getTime(), until: new Date(year, month - 1, date + 1).getTime() };
}

/** @param {Wanted} one @param {Wanted} other */
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * @param {object} on
 * @param {() => void} on.onReading it takes long enough to say so
 * @param {(page: HistoryPage, how: { added: boolean, all: boolean }) => void} on.onPage `added`: it comes after what is
 *   shown; `all`: nothing narrowed it
 * @param {(code: Code) => void} on.onTrouble
 */
export function createHistorySearch({ onReading, onPage, onTrouble }) {
  let asked = EVERYTHING;
  const latest = createLatest();
  let pause = 0;
  let delay = 0;

  /** @param {Wanted} wanted @param {number | null} olderThan */
  async function ask(wanted, olderThan) {
    const isLatest = latest.begin();
    asked = wanted;
    clearTimeout(pause);
    clearTimeout(delay);
    delay = setTimeout(onReading, UNNOTICED);
    const show = await backend.searchHistory({ ...wanted, older_than: olderThan }).then(
      (page) => () => onPage(page, { added: olderThan !== null, all: isSame(wanted, EVERYTHING) }),
      (code) => () => onTrouble(code),
    );
    if (!isLatest()) return;
    clearTimeout(delay);
    latest.end();
    show();
  }

  return {
    /** Now, whether it was asked before or not. @param {Wanted} wanted */
    look: (wanted) => ask(wanted, null),
    /** Once nothing more is being typed. @param {Wanted} wanted */
    typed(wanted) {
      clearTimeout(pause);
      if (!isSame(wanted, asked)) pause = setTimeout(ask, PAUSE_IN_TYPING, wanted, null);
    },
    /** What comes after this one. @param {number} id */
    more(id) {
      if (!latest.isUnderWay()) ask(asked, id);
    },
    leave() {
      clearTimeout(pause);
      clearTimeout(delay);
      latest.end();
    },
  };
}
