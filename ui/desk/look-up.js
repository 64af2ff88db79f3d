// Looks first: reads the reservation while the person is still at the form, once for each id, and never in the way.
/**
 * @import { LookUp } from "../contract.js"
 * @import { Named } from "./named-reservation.js"
 */
import * as backend from "../backend.js";
import { createLatest } from "../page/latest.js";
import { pressEnd } from "../page/press.js";
import { holds } from "./named-reservation.js";

/** Half of an id is somebody else's: who types it slowly is waited for. */
const PAUSE_IN_SHORT_ID = 1500;

/** A reservation is paid, and its link sent by others: what was seen longer ago is looked up again before a send. */
const FRESH = 10 * 60_000;

/** A wait that nobody notices needs no words. */
const UNNOTICED = 300;

/**
 * What came of it. Null where the call itself failed, which no code explains.
 * @typedef {LookUp | { kind: "unseen", id: string, code: null }} LookUpResult
 */

/**
 * @param {object} on
 * @param {() => void} on.onLooking a look-up takes long enough to say so
 * @param {(result: LookUpResult) => void} on.onResult
 * @param {() => void} on.onGone the reservation is no longer the one in the box
 */
export function createLookUp({ onLooking, onResult, onGone }) {
  /** The reservation that is shown, looked up or about to be. @type {{ id: string, text: string } | null} */
  let target = null;
  /** @type {LookUpResult | null} */
  let result = null;
  /** By the wall clock, which goes on while the computer sleeps. */
  let answeredAt = 0;
  const latest = createLatest();
  /** Waits for the rest of a short id. */
  let pause = 0;
  let isPaused = false;
  let delay = 0;
  /** @type {(() => void)[]} */
  let waiting = [];

  function leave() {
    hold();
    clearTimeout(delay);
    const isGone = target !== null;
    target = result = null;
    latest.end();
    if (isGone) onGone();
    release();
  }

  function hold() {
    clearTimeout(pause);
    isPaused = false;
  }

  function release() {
    for (const go of waiting.splice(0)) go();
  }

  async function look() {
    if (target === null) return;
    hold();
    const { id, text } = target;
    const isLatest = latest.begin();
    clearTimeout(delay);
    delay = setTimeout(async () => {
      await pressEnd();
      if (isLatest()) onLooking();
    }, UNNOTICED);
    const answer = await backend.lookUp(text).catch(() => null);
    await pressEnd();
    if (!isLatest()) return;
    latest.end();
    clearTimeout(delay);
    result = answer ?? { kind: "unseen", id, code: null };
    answeredAt = Date.now();
    onResult(result);
    release();
  }

  const isStale = () => result !== null && !latest.isUnderWay() && Math.abs(Date.now() - answeredAt) > FRESH;
  const isPending = () => isPaused || latest.isUnderWay() || isStale();

  return {
    /** The box holds another text. @param {string} text */
    glance(text) {
      if (target !== null && !holds(text, target.id)) leave();
    },
    /** @param {Named} named */
    follow({ id, text, short, atOnce }) {
      if (id === (target?.id ?? null)) return;
      leave();
      if (id === null) return;
      target = { id, text };
      isPaused = !atOnce && short;
      if (isPaused) pause = setTimeout(look, PAUSE_IN_SHORT_ID);
      else look();
    },
    /** Nothing more is being typed, and it may be about to be sent. @returns {Promise<void>} once nothing is being looked up */
    hurry() {
      if (isPaused || isStale()) look();
      return isPending() ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve();
    },
    isPending,
    /** Nothing is looked at any more. */
    forget: leave,
    /** What stood in the way may have been mended. */
    retry() {
      if (result?.kind === "unseen") look();
    },
    /** What is known of the reservation in the box; null while nothing is. */
    result: () => result,
  };
}
