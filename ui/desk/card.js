// The card: whose reservation it is and how it stands, between its number and who the link goes to.
/**
 * @import { Card, Contact, Environment, Startup } from "../contract.js"
 * @import { LookUpResult } from "./look-up.js"
 */
import { element, find, keepWhole } from "../page/element.js";
import { renew } from "../page/heard-anew.js";
import { icon } from "../page/icon.js";
import { amountWords, t } from "../words/i18n.js";
import { statusWords } from "../words/status-words.js";
import { dueWords, eventLines, foundWords, hasMoreEvents, lastEventsLine, moneyWords, notFoundWords, unseenWords } from "./card-words.js";

/** What describes a control. @param {HTMLElement} place @param {HTMLElement} control @param {string} words */
function tell(place, control, words) {
  if (place.textContent === words) return;
  place.textContent = words;
  renew(control);
}

export function createCard() {
  const place = find("#card", HTMLElement);
  const note = find("#card-note", HTMLElement);
  const warning = find("#reservation-warning", HTMLElement);
  const heard = find("#card-words", HTMLElement);
  /** @type {LookUpResult | null} */
  let shown = null;
  /** @type {Contact[]} */
  let beside = [];
  /** @type {Environment} */
  let environment = "production";

  /** @param {Card | null} card @param {{ beneath?: string, atBox?: string }} [words] */
  function render(card, { beneath = "", atBox = "" } = {}) {
    place.replaceChildren(...(card ? parts(card, beside) : []));
    place.hidden = card === null;
    tell(heard, find("#sms", HTMLElement), card ? foundWords(card, false) : "");
    tell(warning, find("#reservation", HTMLElement), atBox);
    note.textContent = beneath;
  }

  /** @param {LookUpResult} result @param {Contact[]} contacts those of the reservation that the form does not hold */
  function show(result, contacts = []) {
    shown = result;
    beside = contacts;
    if (result.kind === "seen") render(result.card);
    else if (result.kind === "unseen") render(null, { beneath: unseenWords(result) });
    else if (result.kind === "no-id") render(null);
    else render(null, { atBox: notFoundWords(result.id, environment) });
  }

  return {
    show,
    looking() {
      shown = null;
      render(null, { beneath: t("card.looking") });
    },
    clear() {
      shown = null;
      render(null);
    },
    /** @param {Startup} startup */
    update({ settings }) {
      environment = settings.environment;
      if (shown) show(shown, beside);
    },
  };
}

/** @param {Card} card @param {Contact[]} beside */
function parts(card, beside) {
  const last = lastEventsLine(card.events ?? []);
  const [due, money] = [dueWords(card), moneyWords(card)];
  const found = [
    last ? lastEvents(card, last) : null,
    money ? element("p", { class: "reservation-card-facts" }, money) : null,
    termsLine(due, card.merchant),
    contacts(beside),
  ].filter((part) => part !== null);
  const bare = found.length === 0 && !card.customer && !statusWords(card.status) && !amountWords(card.amount);
  return bare ? [head(card), element("p", { class: "reservation-card-facts" }, t("card.nothing"))] : [head(card), ...found];
}

/** Until when it is to be paid, and to whom. @param {string} due @param {string | null} merchant */
function termsLine(due, merchant) {
  if (!due && !merchant) return null;
  return element("p", { class: "reservation-card-facts" }, due, due && merchant ? " · " : null, merchant ? element("bdi", {}, merchant) : null);
}

/** @param {Card} card */
function head(card) {
  const amount = amountWords(card.amount);
  const status = statusWords(card.status);
  const mark = status ? element("span", { class: "reservation-card-status", "data-status": status.kind }, icon(status.kind), status.text) : null;
  return element(
    "div",
    { class: "reservation-card-head" },
    element("p", { class: "reservation-card-customer" }, card.customer || t(card.order ? "reading.order" : "reading.reservation", { id: card.id })),
    element("p", { class: "reservation-card-state" }, amount ? element("span", {}, amount) : null, amount ? " " : null, mark),
  );
}

/** Masked at first: others may see the screen. @param {Contact[]} known */
function contacts(known) {
  if (known.length === 0) return null;
  const words = element("span", { class: "reservation-card-contacts" });
  const by = known.length > 1 ? "both" : known.some(({ full }) => full.includes("@")) ? "email" : "phone";
  const toggle = () => show(button.getAttribute("aria-expanded") !== "true");
  const button = element("button", { type: "button", class: "text-button", onclick: toggle });

  /** @param {boolean} full */
  function show(full) {
    const texts = known.map((contact) => (full ? contact.full : contact.masked));
    words.replaceChildren(...texts.flatMap((text) => [...keepWhole(text, [text]), " "]));
    button.textContent = full ? t("card.hide") : t("card.show");
    button.setAttribute("aria-label", t(`card.${full ? "hide" : "show"}.${by}`));
    button.setAttribute("aria-expanded", String(full));
    renew(button);
  }

  show(false);
  return element("span", { class: "reservation-card-contacts" }, words, " ", button);
}

/** All of them on demand, where the line leaves something out. @param {Card} card @param {string} line */
function lastEvents(card, line) {
  const words = element("p", { class: "reservation-card-last" }, line);
  if (!hasMoreEvents(card)) return words;
  const lines = eventLines(card.events ?? []);
  const list = element("ul", { class: "reservation-card-events" }, ...lines.map(({ text, to }) => element("li", {}, ...keepWhole(text, [to]))));
  const toggle = () => show(button.getAttribute("aria-expanded") !== "true");
  const button = element("button", { type: "button", class: "text-button", onclick: toggle });

  /** @param {boolean} all */
  function show(all) {
    list.hidden = !all;
    button.textContent = all ? t("card.show-fewer") : t("card.show-all", { count: lines.length });
    button.setAttribute("aria-expanded", String(all));
    renew(button);
  }

  show(false);
  words.append(" ", button);
  return element("div", {}, words, list);
}
