// Looks first: reads the reservation while the person is still at the form, once for each id, and never in the way.
/** @import { LookUp } from "./contract.js" */
import * as backend from "./backend.js";

const PAUSE_IN_TYPING = 250;

/** A wait that nobody notices needs no words. */
const UNNOTICED = 300;

/**
 * What came of it. Null where the call itself failed, which no code explains.
 * @typedef {LookUp | { kind: "unseen", id: string, code: null }} Sight
 */

/**
 * @param {object} on
 * @param {() => void} on.onLooking a look-up takes long enough to say so
 * @param {(sight: Sight) => void} on.onSight
 * @param {() => void} on.onGone the reservation is no longer the one in the box
 */
export function createLookUp({ onLooking, onSight, onGone }) {
  /** What is in the box: its text, as last told. */
  let text = "";
  /** The reservation that is shown or being looked up. @type {string | null} */
  let id = null;
  /** @type {Sight | null} */
  let sight = null;
  /** Each look-up is an object of its own: an answer to any but the last is dropped. @type {object | null} */
  let underWay = null;
  let pause = 0;
  let patience = 0;

  function leave() {
    if (id === null) return;
    clearTimeout(patience);
    id = sight = underWay = null;
    onGone();
  }

  /** @param {string} read */
  async function findId(read) {
    const reading = await backend.readReservation(read).catch(() => null);
    if (read !== text) return;
    const found = reading?.kind === "reservation" ? reading.id : null;
    if (found === id) return;
    leave();
    id = found;
    if (found !== null) look(read, found);
  }

  /** @param {string} read @param {string} asked */
  async function look(read, asked) {
    const mine = (underWay = {});
    clearTimeout(patience);
    patience = setTimeout(onLooking, UNNOTICED);
    const answer = await backend.lookUp(read).catch(() => null);
    if (underWay !== mine) return;
    underWay = null;
    clearTimeout(patience);
    sight = answer ?? { kind: "unseen", id: asked, code: null };
    onSight(sight);
  }

  return {
    /** @param {string} now what the box holds @param {{ atOnce?: boolean }} [how] */
    update(now, { atOnce = false } = {}) {
      if (now === text) return;
      text = now;
      clearTimeout(pause);
      if (id !== null && !holds(text, id)) leave();
      if (text.trim() !== "") pause = setTimeout(findId, atOnce ? 0 : PAUSE_IN_TYPING, text);
    },
    /** Nothing is looked at any more, and the next text is looked up whatever it is. */
    forget() {
      clearTimeout(pause);
      text = "";
      leave();
    },
    /** What stood in the way may have been mended. */
    retry() {
      if (sight?.kind === "unseen") look(text, sight.id);
    },
    /** What is known of the reservation in the box; null while nothing is. */
    sight: () => sight,
  };
}

/** Whether the text still names the id, at a glance and before Rust has read it. @param {string} text @param {string} id */
function holds(text, id) {
  return new RegExp(`(?:^|[^A-Z0-9])${[...id].join("[^\\S\\t]*")}(?![A-Z0-9])`, "i").test(text);
}
