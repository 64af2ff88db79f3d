// What this is, whose it is not, and the licences of what it is made from.
/** @import { Startup } from "../contract.js" */
import * as backend from "../backend.js";
import { find } from "../page/element.js";
import { t } from "../words/i18n.js";

export function createAbout() {
  const licences = find("#licences", HTMLDetailsElement);
  const text = find("#licences-text", HTMLElement);
  let asked = false;

  licences.addEventListener("toggle", async () => {
    if (!licences.open || asked) return;
    asked = true;
    text.textContent = t("about.loading");
    try {
      text.textContent = await backend.thirdPartyLicences();
    } catch {
      asked = false;
      text.textContent = t("about.not-loaded");
    }
  });

  return {
    /** @param {Startup} startup */
    update({ version, support }) {
      find("#about-version", HTMLElement).textContent = t("about.version", { version });
      find("#about-support", HTMLElement).textContent = support === null ? "" : t("support.ask", { support });
    },
  };
}
