// History: what was sent from this computer, to look through, to send again, to find out about, to export, to delete.
// Sending again only fills in the reservation: whom it goes to is looked up anew, for here every contact is masked.
/**
 * @import { Code, HistoryPage, Startup } from "../contract.js"
 * @import { QuestionWords } from "../page/question.js"
 * @import { Entry } from "./entry.js"
 */
import * as backend from "../backend.js";
import { announce } from "../page/announcer.js";
import { element, find } from "../page/element.js";
import { say } from "../page/live-region.js";
import { pressEnd } from "../page/press.js";
import { inEnvironment } from "../words/environment-name.js";
import { duration, t } from "../words/i18n.js";
import { createHistoryActions } from "./actions.js";
import { createEntry } from "./entry.js";
import { createHistorySearch, wanted } from "./search.js";
import { troubleWords } from "./words.js";

const DAY = 24 * 60 * 60;

/**
 * @param {object} on
 * @param {(reservation: string) => void} on.onAgain
 * @param {(words: QuestionWords) => Promise<boolean>} on.ask
 */
export function createHistory({ onAgain, ask }) {
  const region = find("#history", HTMLElement);
  const trouble = find("#history-trouble", HTMLElement);
  const filters = find("#history-filters", HTMLFormElement);
  const text = find("#history-text", HTMLInputElement);
  const outcome = find("#history-outcome", HTMLSelectElement);
  const day = find("#history-day", HTMLInputElement);
  const summary = find("#history-summary", HTMLElement);
  const list = find("#history-list", HTMLElement);
  const more = find("#history-more", HTMLElement);
  const reset = find("#history-reset", HTMLElement);
  const search = createHistorySearch({ onReading: () => say(summary, t("history.reading")), onPage: show, onTrouble: showTrouble });
  const actions = createHistoryActions({ wanted: boxes, environment, mayExport: () => startup?.allowed.export ?? false, ask, onDeleted: beginAnew });
  /** @type {Entry[]} */
  let entries = [];
  /** @type {Startup | null} */
  let startup = null;

  filters.addEventListener("submit", (event) => {
    event.preventDefault();
    lookAtOnce();
  });
  text.addEventListener("input", () => {
    hintAtLetters();
    search.typed(boxes());
  });
  for (const choice of [outcome, day]) choice.addEventListener("change", lookAtOnce);
  more.addEventListener("click", () => search.more(entries.at(-1)?.id ?? 0));
  reset.addEventListener("click", () => {
    begin();
    text.focus();
  });

  function boxes() {
    return wanted({ text: text.value, outcome: outcome.value, day: day.value });
  }

  function environment() {
    return startup?.settings.environment ?? "production";
  }

  /** Too few to be looked for: the list stays as it was. */
  function hintAtLetters() {
    find("#history-text-hint", HTMLElement).hidden = text.value.trim() === "" || boxes().text !== null;
  }

  function lookAtOnce() {
    hintAtLetters();
    find("#history-day-field", HTMLElement).classList.toggle("any", day.value === "");
    search.look(boxes());
  }

  function open() {
    const time = duration((startup?.settings.keep_days ?? 0) * DAY);
    find("#history-about", HTMLElement).textContent = t("history.about", { where: inEnvironment(environment()), time });
    actions.clear();
    lookAtOnce();
  }

  /** From the start: nothing narrows it. */
  function begin() {
    filters.reset();
    lookAtOnce();
  }

  /** The button that deleted it goes away with it. */
  function beginAnew() {
    region.focus();
    announce(t("history.deleted", { where: inEnvironment(environment()) }));
    begin();
  }

  /** @param {HistoryPage} page @param {{ added: boolean, all: boolean }} how */
  function show(page, { added, all }) {
    const hadFocus = more.contains(document.activeElement);
    const found = page.entries.map((entry) => createEntry(entry, { onAgain, onFoundOut: readAnew }));
    entries = added ? [...entries, ...found] : found;
    if (trouble.contains(document.activeElement)) region.focus();
    trouble.replaceChildren();
    summary.replaceChildren(...summaryWords(page.more, all));
    list.replaceChildren(...entries.map(({ node }) => node));
    showParts({ any: entries.length > 0, all, further: page.more });
    if (added && hadFocus) found[0]?.focus();
  }

  /** @param {boolean} further @param {boolean} all */
  function summaryWords(further, all) {
    const count = entries.length;
    if (count > 0) return [element("p", {}, further ? t("history.newest", { count }) : t("history.count", { count }))];
    const words = all
      ? { title: t("history.empty.title"), text: t("history.empty.text", { where: inEnvironment(environment()) }) }
      : { title: t("history.none.title"), text: t("history.none.text") };
    return [element("p", {}, element("strong", {}, words.title)), element("p", {}, words.text)];
  }

  /** @param {{ any: boolean, all: boolean, further: boolean }} what */
  function showParts({ any, all, further }) {
    filters.hidden = !any && all;
    list.hidden = !any;
    more.hidden = !further;
    reset.hidden = any || all;
    actions.show({ any, all });
    summary.classList.toggle("history-nothing", !any);
    if (filters.hidden && filters.contains(document.activeElement)) region.focus();
  }

  /** @param {Code} code */
  function showTrouble(code) {
    entries = [];
    list.replaceChildren();
    summary.replaceChildren();
    showParts({ any: false, all: true, further: false });
    const words = troubleWords(code);
    const hadFocus = trouble.contains(document.activeElement);
    const retry = element("button", { type: "button", class: "button", onclick: lookAtOnce }, t("history.try-again"));
    trouble.replaceChildren(element("p", { class: "trouble-title" }, words.title), element("p", {}, words.text), retry);
    if (hadFocus) retry.focus();
  }

  /** What was found out may have settled more than one send. @param {string} reservation */
  async function readAnew(reservation) {
    const newest = entries.find((entry) => entry.reservation === reservation && entry.isUnknown());
    if (!newest) return;
    const all = { ...wanted({ text: reservation, outcome: "", day: "" }), older_than: newest.id + 1 };
    const page = await backend.searchHistory(all).catch(() => null);
    for (const now of page?.entries ?? []) entries.find(({ id }) => id === now.id)?.show(now);
  }

  /** What was sent meanwhile, where the list is in sight beside the desk: nothing that is there is made anew. */
  async function refresh() {
    if (region.hidden) return;
    const page = await backend.searchHistory({ ...boxes(), older_than: null }).catch(() => null);
    await pressEnd();
    if (page === null || region.hidden || trouble.hasChildNodes()) return;
    for (const now of page.entries) entries.find(({ id }) => id === now.id)?.show(now);
    const newest = entries[0]?.id ?? -Infinity;
    const added = page.entries.filter(({ id }) => id > newest).map((entry) => createEntry(entry, { onAgain, onFoundOut: readAnew }));
    if (added.length === 0) return;
    entries = [...added, ...entries];
    list.prepend(...added.map(({ node }) => node));
    summary.replaceChildren(...summaryWords(!more.hidden, false));
    showParts({ any: true, all: true, further: !more.hidden });
  }

  return {
    /** What was looked for is looked for anew. */
    open,
    refresh,
    /** On another day. */
    renewWords() {
      for (const entry of entries) entry.renewWords();
    },
    leave: search.leave,
    /** @param {Startup} now */
    update(now) {
      const isAnother = startup !== null && startup.settings.environment !== now.settings.environment;
      startup = now;
      if (isAnother && !region.hidden) open();
    },
  };
}
