// The error summary: everything that has to be mended, at once, each line a way to its field.
/** @import { Problem } from "../contract.js" */
import { element, find } from "../page/element.js";
import { problem } from "../words/i18n.js";

/** @param {{ controls: Record<Problem["field"], string> }} form */
export function createProblems({ controls }) {
  const summary = find("#problems", HTMLElement);

  /** @param {Problem} found */
  function line({ field, code }) {
    const control = controls[field];
    const link = element("a", { href: `#${control}`, onclick: focusControl }, problem(code));
    return element("li", {}, link);

    /** @param {Event} event */
    function focusControl(event) {
      event.preventDefault();
      find(`#${control}`, HTMLElement).focus();
    }
  }

  return {
    /** @param {Problem[]} problems */
    show(problems) {
      find("#problems-list", HTMLElement).replaceChildren(...problems.map(line));
      summary.hidden = problems.length === 0;
    },
    focus() {
      summary.focus({ preventScroll: true });
      scrollTo(0, 0);
    },
  };
}
