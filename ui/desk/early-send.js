// Enter that comes before the box is read and looked up: it waits for that, says so, and is let go by Escape or by
// typing. A contact that was filled in only then was seen by nobody when Enter was pressed: it is shown, and not sent to.
import { find } from "../page/element.js";
import { t } from "../words/i18n.js";

/**
 * @param {object} desk
 * @param {() => boolean} desk.isPending the box is not read or not looked up yet
 * @param {() => Promise<void>} desk.answered
 * @param {() => string} desk.recipients who it would go to, as it stands
 * @param {() => boolean} desk.hasRecipient
 * @param {{ startLooking(): void, stop(): void, say(words: string): void }} desk.progress
 * @param {() => void} desk.focusSend
 */
export function createEarlySend({ isPending, answered, recipients, hasRecipient, progress, focusSend }) {
  let isWaiting = false;

  /** Whether nobody has let it go meanwhile. */
  async function wait() {
    const form = find("#send-form", HTMLFormElement);
    const listening = new AbortController();
    const { signal } = listening;
    /** @type {Promise<false>} */
    const letGo = new Promise((resolve) => {
      form.addEventListener("input", () => resolve(false), { signal });
      addEventListener("keydown", ({ key }) => key === "Escape" && resolve(false), { signal });
    });
    progress.startLooking();
    isWaiting = true;
    const goes = await Promise.race([answered().then(() => true), letGo]);
    isWaiting = false;
    listening.abort();
    progress.stop();
    return goes && document.querySelector("dialog[open]") === null;
  }

  return {
    isWaiting: () => isWaiting,
    /** Whether what stands in the form is to be sent now. Asked again while it waits, it says no. */
    async isReady() {
      if (isWaiting) return false;
      if (!isPending()) return true;
      const before = recipients();
      if (!(await wait())) {
        progress.say(t("progress.not-sent"));
        return false;
      }
      // Without a recipient, what is missing is said as ever.
      if (recipients() === before || !hasRecipient()) return true;
      focusSend();
      progress.say(t("progress.check-recipient"));
      return false;
    },
  };
}
