// While a send is under way: words in a polite live region of their own, and none for a short wait.
import { find } from "../element.js";
import { t } from "../i18n.js";
import { waitingWords } from "../patience.js";

export function createProgress() {
  const region = find("#progress", HTMLElement);
  let stopWaiting = () => {};

  /** @param {string} text */
  function say(text) {
    region.textContent = text;
  }

  return {
    say,
    start() {
      say("");
      stopWaiting = waitingWords(say, [
        [300, t("progress.sending")],
        [5000, t("progress.slow")],
      ]);
    },
    stop() {
      stopWaiting();
      say("");
    },
  };
}
