// For the phone call: one text to read aloud or copy, in the customer's language, and a proof for a dispute.
/**
 * @import { Language, Report, Startup } from "../contract.js"
 * @import { CustomerLanguage } from "../locales/customer.js"
 */
import { announce } from "../page/announcer.js";
import { copyButton } from "../page/clipboard.js";
import { element, find, keepWhole } from "../page/element.js";
import { t } from "../words/i18n.js";
import { proof } from "./copy-texts.js";
import { CUSTOMER_LANGUAGES, customerWords, likelyLanguage } from "./customer-words.js";

export function createPhoneCall() {
  const place = find("#phone-call", HTMLElement);
  /** @type {Report | null} */
  let shown = null;
  /** @type {CustomerLanguage | null} */
  let chosen = null;
  let late = false;
  let version = "";
  /** @type {Language} */
  let language = "en";

  function render() {
    place.hidden = shown === null;
    if (shown === null) return place.replaceChildren();
    const report = shown;
    const spoken = chosen ?? likelyLanguage(report, language);
    const text = customerWords(report, spoken, { late });
    const select = element("select", { id: "customer-language" }, ...options(spoken));
    select.addEventListener("change", () => {
      chosen = /** @type {CustomerLanguage} */ (select.value);
      render();
      find("#customer-language", HTMLSelectElement).focus();
      announce(customerWords(report, chosen, { late }));
    });
    place.replaceChildren(
      element("h3", { id: "phone-call-title" }, t("call.title")),
      element("blockquote", { class: "call-words", lang: spoken }, ...keepWhole(text, [report.email_to?.full ?? ""])),
      element("div", { class: "field call-language" }, element("label", { for: "customer-language" }, t("call.language")), select),
      element(
        "div",
        { class: "actions" },
        copyButton("call.copy", () => text),
        copyButton("call.copy-proof", () => proof(report, version)),
      ),
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
      version = startup.version;
      language = startup.settings.language;
      render();
    },
  };
}

/** @param {CustomerLanguage} spoken */
function options(spoken) {
  return CUSTOMER_LANGUAGES.map(({ code, name }) => element("option", { value: code, lang: code, selected: code === spoken }, name));
}
