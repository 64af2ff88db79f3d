// The watch after a send, for as long as its result stands: the app looks what becomes of the link, and tells each thing
// once. Of a send of which nobody knows whether it left, it tells that first, once the record of sends says so too.
/** @import { Moment, Report, Sighting } from "../contract.js" */
/** @import { Watched } from "./steps.js" */
import * as backend from "../backend.js";
import { announce } from "../page/announcer.js";
import { pressEnd } from "../page/press.js";
import { environmentInUse } from "../words/environment-name.js";
import { heardOf, showSteps } from "./steps.js";

/**
 * @param {object} on
 * @param {(when: Moment | null) => void} on.onSent it was not known, and the service lists it
 * @param {(report: Report, sighting: Sighting) => void} on.onSeen
 */
export function createLinkWatch({ onSent, onSeen }) {
  /** Each watch is an object of its own. @type {Watched | null} */
  let watched = null;
  /** What is to be said at once: several things may be seen at one look. @type {string[]} */
  let unsaid = [];

  /** @param {Report} report @param {number} since when it was sent */
  async function begin(report, since = report.begun) {
    if (!canBeWatched(report)) return stop();
    /** @type {Watched} */
    const mine = { report, seen: [], end: null };
    watched = mine;
    render();
    const link = { reservation: report.reservation.id, since, send: report.id, unknown: report.outcome === "unknown" };
    // Where nothing can be seen, a result is as good as ever.
    const at = await backend.watchLink(link, (sighting) => hear(mine, sighting)).catch(() => null);
    await pressEnd();
    if (watched !== mine) return;
    mine.end = { at };
    render();
  }

  /** @param {Watched} mine @param {Sighting} sighting */
  async function hear(mine, sighting) {
    await pressEnd();
    if (watched !== mine) return;
    if (sighting.seen === "sent") return onSent(sighting.when);
    mine.seen.push(sighting);
    render();
    say(heardOf(sighting));
    onSeen(mine.report, sighting);
  }

  /** @param {string} words */
  function say(words) {
    unsaid.push(words);
    if (unsaid.length > 1) return;
    setTimeout(() => {
      announce(unsaid.join(" "));
      unsaid = [];
    }, 0);
  }

  function render() {
    showSteps(watched);
    if (watched !== null && watched.seen.length > 0) describe();
  }

  function stop() {
    if (watched !== null) backend.stopWatching().catch(() => {});
    watched = null;
    render();
  }

  return {
    begin,
    stop,
    /** Its result stays, and nobody looks any more. */
    end() {
      if (watched === null || watched.end !== null) return;
      backend.stopWatching().catch(() => {});
      watched.end = { at: null };
      render();
    },
    /** It is known by now, and watched on. @param {Report} report */
    settle(report) {
      if (watched !== null) watched.report = report;
      render();
    },
    /** After the result was made anew. */
    render,
  };
}

/**
 * Nobody has written down that orders have events to read; what is not in the record of sends cannot be settled; and in
 * another environment than the one in sight the same number is somebody else's.
 * @param {Report} report
 */
function canBeWatched({ outcome, id, reservation, environment }) {
  if (reservation.order || reservation.id === "" || environment !== environmentInUse()) return false;
  return outcome === "sent" || (outcome === "unknown" && id !== null);
}

/** What has the focus carries the words too: not every screen reader knows a live region. */
function describe() {
  const told = document.querySelector("#result .result-told");
  const described = told?.getAttribute("aria-describedby") ?? "";
  if (told && !described.split(" ").includes("result-steps")) told.setAttribute("aria-describedby", `${described} result-steps`);
}
