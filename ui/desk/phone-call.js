// What to say to the customer: one text to read aloud or copy, in the customer's language, in the result that it belongs to.
// Of a link that was sent it stands in sight; otherwise it is opened by whoever needs it.
/**
 * @import { Language, Report, Startup } from "../contract.js"
 * @import { CustomerLanguage } from "../locales/customer.js"
 */
import { announce } from "../page/announcer.js";
import { copyButton } from "../page/clipboard.js";
import { element, find, keepWhole } from "../page/element.js";
import { t } from "../words/i18n.js";
import { A_WHILE } from "../words/resolution-words.js";
import { createCannotPay } from "./cannot-pay.js";
import { CUSTOMER_LANGUAGES, customerWords, likelyLanguage } from "./customer-words.js";

export function createPhoneCall() {
  const place = find("#phone-call", HTMLElement);
  const cannotPay = createCannotPay();
  /** @type {Report | null} */
  let shown = null;
  /** @type {CustomerLanguage | null} */
  let chosen = null;
  let late = false;
  /** Whether somebody has opened what is not in sight. */
  let isOpen = false;
  /** Until what was sent is spoken of as something that was. */
  let wait = 0;
  /** @type {Language} */
  let language = "en";

  /** @param {Report} report */
  const spokenWith = (report) => chosen ?? likelyLanguage(report, language);

  /** @param {Report} report */
  const wordsFor = (report) => keepWhole(customerWords(report, spokenWith(report), { late }), [report.email_to?.full ?? ""]);

  function render() {
    place.hidden = shown === null;
    cannotPay.show(shown?.outcome === "sent" ? spokenWith(shown) : null);
    if (shown === null) return place.replaceChildren();
    const report = shown;
    const spoken = spokenWith(report);
    const text = () => customerWords(report, spoken, { late });
    const select = element("select", { id: "customer-language", class: "quiet-select", "aria-label": t("call.language") }, ...options(spoken));
    select.addEventListener("focus", () => tellLanguages(select));
    select.addEventListener("change", () => {
      chosen = /** @type {CustomerLanguage} */ (select.value);
      render();
      find("#customer-language", HTMLSelectElement).focus();
      announce(customerWords(report, chosen, { late }));
    });
    const quote = element("blockquote", { class: "call-words", lang: spoken }, ...wordsFor(report));
    const copy = copyButton("call.copy", text);
    if (report.outcome === "sent") return place.replaceChildren(element("div", { class: "call-head" }, title("h3"), select, copy), quote);
    const more = element("details", { class: "call-more", open: isOpen }, title("summary"), element("div", { class: "call-head" }, select, copy), quote);
    more.addEventListener("toggle", () => (isOpen = more.open));
    place.replaceChildren(more);
  }

  return {
    /** @param {Report | null} report @param {{ late: boolean }} [how] whether it was sent a while ago */
    show(report, how = { late: false }) {
      shown = report;
      late = how.late;
      chosen = null;
      isOpen = false;
      render();
      clearTimeout(wait);
      if (report?.outcome === "sent" && !late) wait = setTimeout(grow, A_WHILE);
    },
    /** @param {Startup} startup */
    update(startup) {
      language = startup.settings.language;
      render();
    },
  };

  /** It has arrived by now, or will not. */
  function grow() {
    late = true;
    if (shown !== null) find(".call-words", HTMLElement, place).replaceChildren(...wordsFor(shown));
  }
}

/** @param {"h3" | "summary"} tag */
const title = (tag) => element(tag, { id: "phone-call-title" }, t("call.title"));

/** @param {CustomerLanguage} spoken */
function options(spoken) {
  return CUSTOMER_LANGUAGES.map(({ code, name }) => element("option", { value: code, selected: code === spoken }, name));
}

/** Each is called by its own name. Only told once somebody comes here: a web view looks for the fonts of every language. @param {HTMLSelectElement} select */
function tellLanguages(select) {
  for (const option of select.options) option.lang = option.value;
}
