// What was found out about a send of which nobody knew what became: beneath its result, in the same box, with the one
// way to send it again.
/** @import { Resolution, Report } from "../contract.js" */
import { element, find } from "../page/element.js";
import { t } from "../words/i18n.js";
import { mayBeSentAgain, resolutionWords } from "../words/resolution-words.js";
import { nameOf } from "./outcome-section.js";

export function createFinding() {
  const box = find("#finding-box", HTMLElement);
  const region = find("#finding", HTMLElement);
  const actions = find("#finding-actions", HTMLElement);

  /** @param {...Node} words */
  function fill(...words) {
    region.removeAttribute("aria-live");
    region.replaceChildren(...words);
    actions.replaceChildren();
  }

  return {
    clear: () => fill(),
    /** In passing. @param {string} text */
    say: (text) => fill(element("p", {}, text)),
    /** @param {Resolution} found @param {Report} report @param {() => void} onAgain */
    show(found, report, onAgain) {
      const { title, text } = resolutionWords(found, report.at);
      const told = { class: "finding-told", tabindex: "-1", "aria-label": nameOf(title), "aria-describedby": "finding-title finding-text" };
      fill(element("section", told, element("p", { id: "finding-title", class: "finding-title" }, title), element("p", { id: "finding-text" }, text)));
      if (mayBeSentAgain(found)) actions.append(element("button", { type: "button", class: "button", onclick: onAgain }, t("result.again")));
    },
    focus() {
      const told = find("section", HTMLElement, region);
      told.focus({ preventScroll: true });
      // Spoken as what has the focus, and not once more as what has come.
      region.setAttribute("aria-live", "off");
      box.scrollIntoView({ block: "nearest" });
    },
    /** @param {Element | null} other */
    contains: (other) => box.contains(other),
  };
}
