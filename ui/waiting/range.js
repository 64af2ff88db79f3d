// The range of the list: how many days back it goes, chosen where it is read. It is a setting, which an administrator may fix.
/** @import { Startup } from "../contract.js" */
import * as backend from "../backend.js";
import { element, find } from "../page/element.js";
import { t } from "../words/i18n.js";

const DAYS = [7, 14, 31];

/** @param {{ onSaved: (startup: Startup) => Promise<void>, onChosen: () => void, onTrouble: () => void }} on */
export function createRange({ onSaved, onChosen, onTrouble }) {
  const select = find("#waiting-days", HTMLSelectElement);
  /** @type {Startup["settings"] | null} */
  let settings = null;

  select.addEventListener("change", choose);

  async function choose() {
    if (settings === null) return;
    try {
      await onSaved(await backend.saveSettings({ ...settings, waiting_days: Number(select.value) }));
    } catch {
      select.value = String(settings.waiting_days);
      return onTrouble();
    }
    onChosen();
  }

  return {
    /** @param {Startup} now */
    update(now) {
      settings = now.settings;
      const days = settings.waiting_days;
      const choices = [...new Set([...DAYS, days])].sort((one, other) => one - other);
      select.replaceChildren(...choices.map((count) => element("option", { value: String(count) }, t("waiting.range.days", { count }))));
      select.value = String(days);
      select.closest(".field")?.toggleAttribute("hidden", now.fixed.includes("waiting_days"));
    },
  };
}
