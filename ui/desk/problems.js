// What has to be mended: at its field alone where it is one thing, and where there are more, first an error summary whose
// lines lead to their fields.
/** @import { Field, Problem } from "../contract.js" */
import { element, find } from "../page/element.js";
import { focusAnew, renew } from "../page/heard-anew.js";
import { problem } from "../words/i18n.js";

/** Where the focus goes to mend a field. @type {Record<Field, string>} */
const CONTROLS = {
  reservation: "reservation",
  channels: "sms",
  "phone-number": "phone-number",
  "email-address": "email-address",
};

export function createProblems() {
  const summary = find("#problems", HTMLElement);
  /** @type {Problem[]} */
  let shown = [];

  function render() {
    const isSeveral = shown.length > 1;
    const lines = isSeveral ? shown.map(line) : [];
    find("#problems-list", HTMLElement).replaceChildren(...lines);
    // One by one, that they are heard as sentences apart
    summary.setAttribute("aria-describedby", lines.map(({ id }) => id).join(" "));
    summary.hidden = !isSeveral;
    for (const field of /** @type {Field[]} */ (Object.keys(CONTROLS))) mark(field, shown.find((found) => found.field === field));
  }

  return {
    /** @param {Problem[]} problems */
    show(problems) {
      shown = problems;
      render();
    },
    update: render,
    focus() {
      const [only] = shown;
      if (only && shown.length === 1) return focusAnew(controlOf(only.field));
      summary.focus({ preventScroll: true });
      summary.scrollIntoView();
    },
  };
}

/** @param {Field} field */
const controlOf = (field) => find(`#${CONTROLS[field]}`, HTMLElement);

/** @param {Problem} found */
function line({ field, code }) {
  const control = controlOf(field);
  return element("li", { id: `${field}-problem-line` }, element("a", { href: `#${control.id}`, onclick: focusControl }, problem(code)));

  /** @param {Event} event */
  function focusControl(event) {
    event.preventDefault();
    focusAnew(control);
  }
}

/** @param {Field} field @param {Problem | undefined} found */
function mark(field, found) {
  const place = find(`#${field}-problem`, HTMLElement);
  const words = found ? problem(found.code) : "";
  if (place.textContent !== words) renew(controlOf(field));
  place.textContent = words;
  find(`#${field}-field`, HTMLElement).classList.toggle("wrong", found !== undefined);
  if (found) controlOf(field).setAttribute("aria-invalid", "true");
  else controlOf(field).removeAttribute("aria-invalid");
}
