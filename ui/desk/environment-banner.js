// The environment banner, which nobody misses: a word, a shape, a colour, and the window's title.
/** @import { Startup } from "../contract.js" */
import { find } from "../page/element.js";
import { icon } from "../page/icon.js";
import { environmentName } from "../words/environment-name.js";
import { t } from "../words/i18n.js";

export function createEnvironmentBanner() {
  return {
    /** @param {Startup} startup */
    update({ settings: { environment } }) {
      document.documentElement.dataset["environment"] = environment;
      document.title = t("app.title", { app: t("app.name"), environment: environmentName(environment) });
      find("#band-icon", HTMLElement).replaceChildren(icon(environment));
      find("#band-name", HTMLElement).textContent = environmentName(environment);
      find("#band-note", HTMLElement).textContent = t(`environment.${environment}.note`);
      find("#band", HTMLElement).hidden = false;
    },
  };
}
