// What to say to the customer: one text to read aloud or copy, in the customer's language, in the result that it belongs to.
/**
 * @import { Language, Report, Startup } from "../contract.js"
 * @import { CustomerLanguage } from "../locales/customer.js"
 */
import { announce } from "../page/announcer.js";
import { copyButton } from "../page/clipboard.js";
import { element, find, keepWhole } from "../page/element.js";
import { t } from "../words/i18n.js";
import { CUSTOMER_LANGUAGES, customerWords, likelyLanguage } from "./customer-words.js";

export function createPhoneCall() {
  const place = find("#phone-call", HTMLElement);
  /** @type {Report | null} */
  let shown = null;
  /** @type {CustomerLanguage | null} */
  let chosen = null;
  let late = false;
  /** @type {Language} */
  let language = "en";

  function render() {
    place.hidden = shown === null;
    if (shown === null) return place.replaceChildren();
    const report = shown;
    const spoken = chosen ?? likelyLanguage(report, language);
    const text = customerWords(report, spoken, { late });
    const select = element("select", { id: "customer-language", class: "quiet-select", "aria-label": t("call.language") }, ...options(spoken));
    select.addEventListener("change", () => {
      chosen = /** @type {CustomerLanguage} */ (select.value);
      render();
      find("#customer-language", HTMLSelectElement).focus();
      announce(customerWords(report, chosen, { late }));
    });
    place.replaceChildren(
      element("div", { class: "call-head" }, element("h3", { id: "phone-call-title" }, t("call.title")), select, copyButton("call.copy", () => text)),
      element("blockquote", { class: "call-words", lang: spoken }, ...keepWhole(text, [report.email_to?.full ?? ""])),
    );
  }

  return {
    /** @param {Report | null} report @param {{ late: boolean }} [how] whether it was sent a while ago */
    show(report, how = { late: false }) {
      shown = report;
      late = how.late;
      chosen = null;
      render();
    },
    /** @param {Startup} startup */
    update(startup) {
      language = startup.settings.language;
      render();
    },
  };
}

/** @param {CustomerLanguage} spoken */
function options(spoken) {
  return CUSTOMER_LANGUAGES.map(({ code, name }) => element("option", { value: code, lang: code, selected: code === spoken }, name));
}
