// A setting that an administrator manages: shown as text, with the word of who decided.
import { t } from "../words/i18n.js";
import { element } from "./element.js";

/** @param {HTMLSelectElement} list which shows the value already @param {boolean} fixed */
export function showManagedChoice(list, fixed) {
  list.parentElement?.querySelector(".fixed-choice")?.remove();
  list.hidden = fixed;
  if (!fixed) return;
  const value = list.selectedOptions[0]?.textContent ?? list.value;
  list.after(element("div", { class: "fixed-choice" }, element("p", {}, value), element("p", { class: "hint" }, t("settings.fixed"))));
}
