// The progress of a send, or of the look-up that it waits for: a polite live region, empty for a short wait.
import { delayedWords } from "../page/delayed-words.js";
import { find } from "../page/element.js";
import * as live from "../page/live-region.js";
import { t } from "../words/i18n.js";

export function createProgress() {
  const region = find("#progress", HTMLElement);
  let stopWaiting = () => {};
  let waits = false;
  /** What the box held when it was last looked at. */
  let held = "";

  const say = (/** @type {string} */ text) => live.say(region, text);

  /** @param {[milliseconds: number, text: string][]} steps */
  function wait(steps) {
    stopWaiting();
    waits = true;
    say("");
    stopWaiting = delayedWords(say, steps);
  }

  return {
    say,
    /** What is said of one reservation does not stand beside the next. @param {string} reservation what the box holds */
    follow(reservation) {
      if (reservation !== held && !waits) say("");
      held = reservation;
    },
    start() {
      wait([
        [300, t("progress.sending")],
        [5000, t("progress.slow")],
      ]);
    },
    /** Before a send. */
    startLooking: () => wait([[300, t("progress.looking")]]),
    stop() {
      waits = false;
      stopWaiting();
      say("");
    },
  };
}
