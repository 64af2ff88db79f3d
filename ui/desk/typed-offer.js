// What was typed for another reservation, offered for this one: used only by a press of its own.
/**
 * @import { Environment, Startup } from "../contract.js"
 * @import { Kept } from "./typed-contact.js"
 */
import { element, find, keepWhole } from "../page/element.js";
import { environmentName } from "../words/environment-name.js";
import { t } from "../words/i18n.js";
import { contactsOf } from "./typed-contact.js";

/** @param {{ onUse: (offered: Kept) => void }} on */
export function createTypedOffer({ onUse }) {
  const place = find("#typed-offer", HTMLElement);
  /** @type {Kept | null} */
  let shown = null;
  /** @type {Environment} */
  let environment = "production";

  /** @param {Kept} offered */
  function words(offered) {
    const contacts = contactsOf(offered);
    const [phone = "", address = ""] = contacts;
    const areBoth = contacts.length === 2;
    if (offered.whose === null) {
      const text = areBoth ? t("typed.use-both.earlier", { phone, address }) : t("typed.use.earlier", { contact: phone });
      return keepWhole(text, contacts);
    }
    const { id, environment: there } = offered.whose;
    const whose = there === environment ? id : `${id} (${environmentName(there)})`;
    const text = areBoth ? t("typed.use-both", { phone, address, whose }) : t("typed.use", { contact: phone, whose });
    return keepWhole(text, [...contacts, id]);
  }

  /** @param {Kept | null} offered */
  function render(offered) {
    shown = offered;
    place.hidden = offered === null;
    place.replaceChildren(...(offered ? [element("button", { type: "button", class: "text-button", onclick: () => onUse(offered) }, ...words(offered))] : []));
  }

  return {
    /** @param {Kept | null} offered @returns {boolean} whether it was not offered before */
    show(offered) {
      const isNew = offered !== null && offered !== shown;
      if (offered !== shown) render(offered);
      return isNew;
    },
    /** @param {Startup} startup */
    update({ settings }) {
      environment = settings.environment;
      render(shown);
    },
  };
}
