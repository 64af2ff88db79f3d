// The list of those who have still to pay, as far as it is read: one for its own place and for whoever searches it. It is
// read when a person asks, and put away after a while without a use.
/** @import { Code, WaitingRow, WaitingUpdate } from "../contract.js" */
import * as backend from "../backend.js";
import { find } from "../page/element.js";
import { createLatest } from "../page/latest.js";
import { isSameDay } from "../words/i18n.js";
import { createPutAway } from "./put-away.js";
import { createSettled } from "./settled.js";

/**
 * What has happened to it: a reading has begun, has told of something, or has ended; nothing is left of it; or more can be
 * found, of those that nobody has to pay any more.
 * @typedef {"begun" | "told" | "ended" | "gone" | "settled"} Change
 * @typedef {ReturnType<typeof createWaitingList>} WaitingList
 */

const FRESH = 10 * 60_000;
const A_WHILE = 60_000;

export function createWaitingList() {
  const putAway = createPutAway(find("#waiting", HTMLElement), { putAway: putItAway, tellUse: () => backend.useWaitingList().catch(() => {}) });
  const latest = createLatest();
  const settled = createSettled(() => tell("settled"));
  /** By reservation, as far as they are read. @type {Map<string, WaitingRow>} */
  let rows = new Map();
  /** What was told of these rows last. @type {WaitingUpdate | null} */
  let told = null;
  /** @type {Code | null} */
  let trouble = null;
  let troubleAt = 0;
  /** When the last reading had ended. */
  let readAt = 0;
  /** Both as the last reading that has ended left them. @type {{ rows: Map<string, WaitingRow>, told: WaitingUpdate | null }} */
  let whole = { rows, told };
  let isPutAway = false;
  /** @type {((change: Change) => void)[]} */
  const listeners = [];

  /** @param {Change} change */
  function tell(change) {
    for (const listener of listeners) listener(change);
  }

  /** @param {WaitingUpdate} update @param {{ isAnew: boolean }} how what was read before makes room */
  function take(update, { isAnew }) {
    if (isAnew) rows = new Map();
    for (const row of update.rows) rows.set(row.id, row);
    told = update;
    putAway.used();
  }

  /** @param {WaitingUpdate} list */
  function takeWhole(list) {
    take(list, { isAnew: true });
    whole = { rows, told };
    readAt = Date.now();
  }

  /** What was read before is as good as it was. @param {Code} code */
  function fail(code) {
    ({ rows, told } = whole);
    trouble = code;
    troubleAt = Date.now();
  }

  async function read() {
    const isLatest = latest.begin();
    let isAnew = true;
    trouble = null;
    isPutAway = false;
    settled.forget();
    tell("begun");
    const hear = (/** @type {WaitingUpdate} */ update) => {
      const isNothingYet = isAnew && rows.size > 0 && update.rows.length === 0;
      if (!isLatest() || isNothingYet) return;
      take(update, { isAnew });
      isAnew = false;
      tell("told");
    };
    const end = await backend.readWaitingList(hear).then(
      (list) => () => (list ? takeWhole(list) : putItAway()),
      (/** @type {Code} */ code) => () => fail(code),
    );
    if (!isLatest()) return;
    latest.end();
    end();
    tell("ended");
  }

  /** Nobody of it is in any memory afterwards. */
  function forget() {
    latest.end();
    rows = new Map();
    told = trouble = null;
    whole = { rows, told };
    isPutAway = false;
    settled.forget();
    tell("gone");
    backend.forgetWaitingList().catch(() => {});
  }

  /** It lay here long enough without a use. */
  function putItAway() {
    forget();
    isPutAway = true;
    tell("gone");
  }

  return {
    read,
    forget,
    /** It is read where there is none of today: it was never read, or in vain, or was put away, here or by the app. */
    async open() {
      if (latest.isUnderWay()) return;
      const isKept = told !== null && trouble === null && !putAway.isOver() && isSameDay(told.at, Date.now()) && (await backend.useWaitingList().catch(() => false));
      if (isKept) putAway.used();
      else if (!latest.isUnderWay()) read();
    },
    /** Those whom a text can mean. The search is in what the app keeps: where that is gone, so is the list. @param {string} text */
    async find(text) {
      const searched = told;
      const found = await backend.findWaiting(text).catch(() => null);
      const isTheSame = told === searched && !latest.isUnderWay();
      if (found !== null) putAway.used();
      else if (isTheSame) putItAway();
      return found;
    },
    /** @param {(change: Change) => void} listener */
    listen: (listener) => void listeners.push(listener),
    rows: () => [...rows.values()],
    /** What was told last; null where there is none. */
    told: () => told,
    /** Why the last reading failed. */
    trouble: () => trouble,
    /** What was read longer ago lacks those whose link was sent since, and has those who have paid. */
    isFresh: () => told !== null && trouble === null && Math.abs(Date.now() - readAt) < FRESH,
    /** Another reading would fail as well. */
    hasJustFailed: () => trouble !== null && Math.abs(Date.now() - troubleAt) < A_WHILE,
    isReading: () => latest.isUnderWay(),
    isPutAway: () => isPutAway,
    settled,
  };
}
