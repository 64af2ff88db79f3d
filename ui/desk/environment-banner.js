// The environment banner, which nobody misses: a word, a shape, a colour, and the window's title.
/** @import { Environment, Startup } from "../contract.js" */
import { find } from "../page/element.js";
import { icon } from "../page/icon.js";
import { environmentName } from "../words/environment-name.js";
import { t } from "../words/i18n.js";

/** @param {{ onSettings: () => void }} on */
export function createEnvironmentBanner({ onSettings }) {
  const band = find("#band", HTMLElement);
  find("#open-settings", HTMLElement).addEventListener("click", onSettings);

  return {
    /** @param {Environment} environment @param {Startup["allowed"]} allowed */
    show(environment, allowed) {
      find("#open-history", HTMLElement).hidden = !allowed.history;
      document.documentElement.dataset["environment"] = environment;
      document.title = t("app.title", { app: t("app.name"), environment: environmentName(environment) });
      find("#band-icon", HTMLElement).replaceChildren(icon(environment));
      find("#band-name", HTMLElement).textContent = environmentName(environment);
      find("#band-note", HTMLElement).textContent = t(`environment.${environment}.note`);
      band.hidden = false;
    },
    hide() {
      delete document.documentElement.dataset["environment"];
      document.title = t("app.name");
      band.hidden = true;
    },
  };
}
