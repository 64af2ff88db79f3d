// Those of the list's days that nobody has to pay any more, looked up where somebody searches for them: one by one, so it
// can be stopped, and goes on from there.
/** @import { SettledUpdate } from "../contract.js" */
import * as backend from "../backend.js";
import { createLatest } from "../page/latest.js";

/** @typedef {ReturnType<typeof createSettled>} SettledLookUp */

/** @param {() => void} tell how far it is */
export function createSettled(tell) {
  const latest = createLatest();
  /** What was told last; null where none was looked up. @type {SettledUpdate | null} */
  let told = null;

  return {
    async begin() {
      const isLatest = latest.begin();
      const hear = (/** @type {SettledUpdate} */ update) => {
        if (!isLatest()) return;
        told = update;
        tell();
      };
      tell();
      const end = await backend.readSettled(hear).catch((failure) => /** @type {SettledUpdate} */ ({ state: "partial", found: told?.found ?? 0, looked_at: told?.looked_at ?? 0, failure }));
      if (!isLatest()) return;
      latest.end();
      told = end ?? told;
      tell();
    },
    /** What was read stays. */
    stop() {
      if (latest.isUnderWay()) backend.stopReadingSettled().catch(() => {});
    },
    /** The list that they are of is gone. */
    forget() {
      latest.end();
      told = null;
    },
    told: () => told,
    isReading: () => latest.isUnderWay(),
  };
}
