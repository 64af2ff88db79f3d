// "The customer can't pay": what to say to one who has the link, of each thing that may stop the payment. Beside what can be done
// after a send stands a button; what it opens lies under the sentence for the customer, in the same language.
/** @import { CustomerLanguage } from "../locales/customer.js" */
import { copyButton } from "../page/clipboard.js";
import { element, find } from "../page/element.js";
import { t } from "../words/i18n.js";
import { CANNOT_PAY, cannotPayWords } from "./customer-words.js";

export function createCannotPay() {
  const opener = find("#cannot-pay-opener", HTMLElement);
  const region = find("#cannot-pay", HTMLElement);
  const button = element("button", { type: "button", class: "text-button cannot-pay-button", id: "cannot-pay-button", "aria-controls": "cannot-pay", onclick: toggle });

  function toggle() {
    region.hidden = !region.hidden;
    button.setAttribute("aria-expanded", String(!region.hidden));
  }

  return {
    /** @param {CustomerLanguage | null} spoken null: there is nobody who could pay */
    show(spoken) {
      if (spoken === null) {
        region.hidden = true;
        return [opener, region].forEach((part) => part.replaceChildren());
      }
      button.textContent = t("call.cannot-pay");
      button.setAttribute("aria-expanded", String(!region.hidden));
      if (!opener.contains(button)) opener.replaceChildren(button);
      region.replaceChildren(...CANNOT_PAY.map((why) => reason(why, spoken)));
    },
  };
}

/** @param {typeof CANNOT_PAY[number]} why @param {CustomerLanguage} spoken */
function reason(why, spoken) {
  const id = `cannot-pay-${why}`;
  const copy = copyButton("call.copy", () => cannotPayWords(spoken, why));
  copy.setAttribute("aria-describedby", id);
  const head = element("div", { class: "call-head" }, element("h4", { id }, t(`call.cannot-pay.${why}`)), copy);
  return element("div", {}, head, element("blockquote", { class: "call-words", lang: spoken }, cannotPayWords(spoken, why)));
}
