// Practice mode's reservations, one for each answer that Front Payment can give.
/** @import { Example, Startup } from "../contract.js" */
import { element, find } from "../page/element.js";
import { kroner, t } from "../words/i18n.js";

/** @param {{ onChoose: (example: Example) => void }} on */
export function createExamples({ onChoose }) {
  const box = find("#examples", HTMLDetailsElement);

  /** @param {Example} example */
  function row(example) {
    const parts = [
      element("span", { class: "example-lesson" }, t(`lesson.${example.scenario}`)),
      element("span", {}, kroner(example.amount)),
      element("span", { class: "example-id" }, `${example.id} · ${example.customer}`),
    ];
    const spaced = parts.flatMap((part) => [part, " "]);
    return element("li", {}, element("button", { type: "button", class: "example", onclick: () => onChoose(example) }, ...spaced));
  }

  return {
    /** @param {Startup} startup */
    update({ examples }) {
      // Open when practice begins, and after that as the person left it.
      if (box.hidden && examples.length > 0) box.open = true;
      box.hidden = examples.length === 0;
      find("#examples-list", HTMLElement).replaceChildren(...examples.map(row));
    },
    /** @param {boolean} shown */
    setShown(shown) {
      box.classList.toggle("away", !shown);
    },
  };
}
