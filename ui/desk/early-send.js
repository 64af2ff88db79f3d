// Enter that comes before the box is read and looked up: it waits for that, says so, and is let go by Escape or by
// typing. A contact that was filled in only then was seen by nobody when Enter was pressed: it is shown, and not sent to.
/**
 * @import { Form } from "./form.js"
 * @import { Reservation } from "./reservation.js"
 */
import { find } from "../page/element.js";
import { isDeskCovered } from "../page/places.js";
import { t } from "../words/i18n.js";

/**
 * @param {object} desk
 * @param {Form} desk.form
 * @param {Reservation} desk.reservation
 * @param {{ startLooking(): void, stop(): void, say(words: string): void }} desk.progress
 */
export function createEarlySend({ form, reservation, progress }) {
  let isWaiting = false;

  /** Whether nobody has let it go meanwhile. */
  async function wait() {
    const place = find("#send-form", HTMLFormElement);
    const listening = new AbortController();
    const { signal } = listening;
    /** @type {Promise<false>} */
    const letGo = new Promise((resolve) => {
      place.addEventListener("input", () => resolve(false), { signal });
      addEventListener("keydown", ({ key }) => key === "Escape" && resolve(false), { signal });
    });
    progress.startLooking();
    isWaiting = true;
    const goes = await Promise.race([reservation.hurry().then(() => true), letGo]);
    isWaiting = false;
    listening.abort();
    progress.stop();
    return goes && !isDeskCovered();
  }

  return {
    isWaiting: () => isWaiting,
    /** Whether what stands in the form is to be sent now. Asked again while it waits, it says no. */
    async isReady() {
      if (isWaiting) return false;
      if (form.isBusy() || !reservation.isPending()) return true;
      const before = form.recipients();
      if (!(await wait())) {
        progress.say(t("progress.not-sent"));
        return false;
      }
      // Without a recipient, what is missing is said as ever.
      if (form.recipients() === before || !form.hasRecipient()) return true;
      form.focusSend();
      progress.say(t("progress.check-recipient"));
      return false;
    },
  };
}
