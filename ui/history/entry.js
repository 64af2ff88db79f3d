// One send in the history: what became of it, when, to whom, and what can be done about it now.
/** @import { Resolution, HistoryEntry } from "../contract.js" */
import * as backend from "../backend.js";
import { announce } from "../page/announcer.js";
import { element, keepWhole } from "../page/element.js";
import { icon } from "../page/icon.js";
import { t } from "../words/i18n.js";
import { resolutionWords } from "../words/resolution-words.js";
import { contactLine, outcomeWord, progressWords, whenWords } from "./words.js";

/** @typedef {ReturnType<typeof createEntry>} Entry */

/**
 * @param {HistoryEntry} first
 * @param {object} on
 * @param {(reservation: string) => void} on.onAgain
 * @param {(reservation: string) => Promise<void>} on.onFoundOut reads this send, and others of its reservation, anew
 */
export function createEntry(first, { onAgain, onFoundOut }) {
  const node = element("li", { class: "history-entry", tabindex: "-1" });
  const found = element("div", { class: "history-entry-found", tabindex: "-1" });
  let entry = first;
  let looking = false;

  function render() {
    const { outcome } = entry;
    const focused = node.contains(document.activeElement) ? document.activeElement : null;
    node.dataset["became"] = outcome;
    node.replaceChildren(
      icon(outcome),
      element(
        "p",
        { class: "history-entry-head" },
        element("span", { class: "history-entry-reservation" }, entry.reservation),
        " ",
        element("span", { class: "history-entry-outcome" }, outcomeWord(outcome)),
      ),
      element("time", { class: "history-entry-when", datetime: new Date(entry.at).toISOString() }, whenWords(entry)),
      element("p", { class: "history-entry-contact" }, ...details()),
      element("div", { class: "history-entry-actions" }, outcome === "unknown" ? findOutButton() : null, againButton()),
      found,
    );
    // The button that had it may be gone.
    if (focused !== null && !node.contains(document.activeElement)) focusAgain(focused);
  }

  /** @param {Element} had */
  function focusAgain(had) {
    const same = had.classList.contains("history-entry-again") ? node.querySelector(".history-entry-again") : null;
    const again = same ?? node.querySelector(".history-entry-find-out") ?? (found.hasChildNodes() ? found : node);
    if (again instanceof HTMLElement) again.focus();
  }

  /** To whom it went, and what the customer has done since. */
  function details() {
    const contact = keepWhole(contactLine(entry), [entry.sms_to ?? "", entry.email_to ?? ""]);
    const progress = progressWords(entry);
    return progress === "" ? contact : [...contact, " · ", element("span", { class: "whole" }, progress)];
  }

  function againButton() {
    return element("button", { type: "button", class: "text-button history-entry-again", onclick: () => onAgain(entry.reservation) }, ...named(t("history.again")));
  }

  function findOutButton() {
    const words = looking ? t("resolution.looking") : t("history.find-out");
    const attributes = { type: "button", class: "text-button history-entry-find-out", "aria-disabled": String(looking), onclick: findOut };
    return element("button", attributes, ...named(words));
  }

  /** With which send it is about, for those who hear only the button. @param {string} words */
  const named = (words) => [words, element("span", { class: "visually-hidden" }, ` ${entry.reservation}, ${whenWords(entry)}`)];

  async function findOut() {
    if (looking) return;
    looking = true;
    found.replaceChildren();
    render();
    const answer = await backend.findOut(entry.id);
    await onFoundOut(entry.reservation);
    looking = false;
    say(answer);
    render();
  }

  /** @param {Resolution} answer */
  function say(answer) {
    const { title, text } = words(answer);
    found.replaceChildren(element("p", { class: "history-entry-found-title" }, title), element("p", {}, text));
    if (node.isConnected) announce(t("app.titled", { title, text }));
  }

  /** Another window may have settled it in the meantime. @param {Resolution} answer */
  function words(answer) {
    const settled = /** @type {const} */ ({ kind: "sent", at: { at: entry.at, text: "", certain: true } });
    return resolutionWords(entry.outcome === "sent" ? settled : answer, entry.at);
  }

  render();

  return {
    node,
    id: entry.id,
    reservation: entry.reservation,
    isUnknown: () => entry.outcome === "unknown",
    /** @param {HistoryEntry} now */
    show(now) {
      const isSame = JSON.stringify(now) === JSON.stringify(entry);
      entry = now;
      if (!looking && !isSame) render();
    },
    /** The same, said anew. */
    renewWords() {
      if (!looking) render();
    },
    focus: () => node.focus(),
  };
}
