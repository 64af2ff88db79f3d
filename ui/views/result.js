// What became of a send: one region, empty until there is something to say, and again when the next send starts.
/** @import { Report } from "../contract.js" */
import { announce } from "../announcer.js";
import { copy } from "../copy.js";
import { element, find, keepWhole } from "../element.js";
import { dateAndTime, t } from "../i18n.js";
import { icon } from "../icon.js";
import { details, explain, environmentName, isMendedInSettings } from "../wording.js";

/** @param {{ version: () => string, support: () => string | null, onAnother: () => void, onSettings: () => void }} on */
export function createResult({ version, support, onAnother, onSettings }) {
  const region = find("#result", HTMLElement);
  const status = find("#result-status", HTMLElement);
  const alert = find("#result-alert", HTMLElement);
  const actions = find("#result-actions", HTMLElement);
  /** @type {Report | null} */
  let shown = null;

  function clear() {
    shown = null;
    delete region.dataset["outcome"];
    delete region.dataset["attempt"];
    for (const part of [status, alert, actions]) part.replaceChildren();
  }

  /** @param {Report} report */
  function render(report) {
    region.dataset["outcome"] = report.outcome;
    region.dataset["attempt"] = String(report.attempt);
    const sent = report.outcome === "sent";
    (sent ? alert : status).replaceChildren();
    (sent ? status : alert).replaceChildren(...words(report, support()));
    actions.replaceChildren(...buttons(report));
  }

  /** @param {Report} report */
  function buttons(report) {
    const made = [];
    if (report.outcome === "sent") made.push(button("result.another", onAnother, "primary"));
    if (isMendedInSettings(report.reason)) made.push(button("settings.open-it", onSettings));
    made.push(copyButton(report));
    return made;
  }

  /** @param {Report} report */
  function copyButton(report) {
    const made = button("result.copy", async () => {
      const said = (await copy(details(report, version(), support()))) ? t("result.copied") : t("result.not-copied");
      announce(said);
      made.textContent = said;
      setTimeout(() => (made.textContent = t("result.copy")), 2500);
    });
    return made;
  }

  return {
    clear,
    /** @param {Report} report */
    show(report) {
      shown = report;
      render(report);
      find("h2", HTMLElement, region).focus({ preventScroll: true });
      scrollTo(0, 0);
    },
    /** The language is another now. */
    again() {
      if (shown) render(shown);
    },
  };
}

/** @param {Report} report @param {string | null} support */
function words(report, support) {
  const { title, meaning, next } = explain(report);
  const contacts = [report.sms_to?.full ?? "", report.email_to?.full ?? ""];
  const at = element("time", { datetime: new Date(report.at).toISOString() }, dateAndTime(report.at));
  const practice = report.environment === "practice" ? element("p", {}, t("result.practice")) : null;
  const own = report.sentences.map((sentence) => element("li", {}, sentence));
  const quoted = element("div", { class: "sentences" }, element("p", {}, t("result.sentences")), element("ul", {}, ...own));
  const facts = [` · ${environmentName(report.environment)}`, report.reservation ? ` · ${report.reservation}` : ""];
  return [
    element("div", { class: "result-title" }, icon(report.outcome), element("h2", { tabindex: "-1" }, title)),
    element("p", {}, ...keepWhole(meaning, contacts)),
    element("p", { class: "next" }, next),
    practice,
    report.outcome === "sent" || support === null ? null : element("p", {}, t("support.ask", { support })),
    own.length > 0 ? quoted : null,
    element("p", { class: "facts" }, at, ...facts),
  ].filter((part) => part !== null);
}

/**
 * @param {"result.another" | "result.copy" | "settings.open-it"} key
 * @param {() => void} onclick
 * @param {string} [kind]
 */
function button(key, onclick, kind = "") {
  return element("button", { type: "button", class: `button ${kind}`.trim(), onclick }, t(key));
}
