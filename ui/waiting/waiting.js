// Waiting for payment: the links that nobody has paid by yet, read when a person asks for them, the most urgent first. A
// row fills in the desk, where whom it goes to is looked up anew; nothing is sent from here.
/** @import { Report, Sighting, Startup, WaitingRow, WaitingUpdate } from "../contract.js" */
import { announce } from "../page/announcer.js";
import { element, find } from "../page/element.js";
import { renew } from "../page/heard-anew.js";
import { icon } from "../page/icon.js";
import { createLatest } from "../page/latest.js";
import { say } from "../page/live-region.js";
import { isCommand } from "../page/shortcut.js";
import { t } from "../words/i18n.js";
import { countWords, missingWords, newsOfReport, newsOfSighting, settledOffer, settledWords, statusWords, troubleWords } from "../words/waiting-words.js";
import { createWaitingGroups } from "./groups.js";
import { createWaitingList } from "./list.js";
import { inOrder } from "./order.js";
import { createRange } from "./range.js";

const PAUSE_IN_TYPING = 200;

/** @param {{ onChoose: (reservation: string) => void, onSaved: (startup: Startup) => Promise<void> }} on */
export function createWaiting({ onChoose, onSaved }) {
  const list = createWaitingList();
  const region = find("#waiting", HTMLElement);
  const search = find("#waiting-search", HTMLInputElement);
  const summary = find("#waiting-summary", HTMLElement);
  const missing = find("#waiting-missing", HTMLElement);
  const status = find("#waiting-status", HTMLElement);
  const count = find("#waiting-count", HTMLElement);
  const more = find("#waiting-more", HTMLButtonElement);
  const sort = find("#waiting-sort", HTMLSelectElement);
  const groups = createWaitingGroups({ onChoose });
  const range = createRange({ onSaved, onChosen: list.read, onTrouble });
  const searched = createLatest();
  const settled = find("#waiting-settled", HTMLElement);
  const settledFar = find("#waiting-settled-far", HTMLElement);
  const settledBegin = find("#waiting-settled-begin", HTMLButtonElement);
  /** Those that a search found; null without one. @type {WaitingRow[] | null} */
  let found = null;
  /** @type {Startup["settings"] | null} */
  let settings = null;
  let pause = 0;
  /** Whether a reading has begun that has told of nothing yet. */
  let isAnew = false;
  /** Where the focus was when a reading began. @type {string | null} */
  let handAt = null;
  /** What was spoken of how many there are, last. */
  let said = "";

  list.listen((change) => {
    // What was done from here since is in the next reading, once that tells of anything.
    if (change === "gone" || (isAnew && change !== "begun" && list.trouble() === null)) groups.forgetNews();
    isAnew = change === "begun";
    if (isAnew) said = "";
    if (change === "gone") endSearch();
    if (change === "begun") {
      showAll();
      handAt ??= handNow();
    }
    if (change === "begun" || change === "gone") groups.letGo();
    if (change === "settled" && found !== null) return void look();
    render();
    if (change === "begun" && !region.hidden) announce(t("waiting.reading"));
    if (change !== "ended") return;
    giveBackFocus();
    if (search.value.trim() === "") tell();
    else look();
  });
  settledBegin.addEventListener("click", () => {
    search.focus();
    if (list.settled.isReading()) list.settled.stop();
    else list.settled.begin();
  });
  find("#waiting-again", HTMLElement).addEventListener("click", list.read);
  addEventListener("keydown", onKey);
  more.addEventListener("click", () => {
    groups.letGo();
    render();
  });
  sort.addEventListener("change", () => {
    groups.letGo();
    render();
  });
  search.addEventListener("input", () => {
    clearTimeout(pause);
    said = "";
    pause = setTimeout(look, PAUSE_IN_TYPING);
  });

  /** F5 reads it again, and Ctrl+F or / searches it: what these keys do elsewhere. @param {KeyboardEvent} event */
  function onKey(event) {
    if (region.hidden || document.querySelector("dialog:modal") !== null) return;
    const searches = (isCommand(event) && event.key.toLowerCase() === "f") || (event.key === "/" && !(event.target instanceof HTMLInputElement));
    if (event.key === "F5" && !event.repeat) list.read();
    if (!searches) return;
    event.preventDefault();
    if (search.getClientRects().length === 0) return;
    search.focus();
    search.select();
  }

  /** While it is read nothing is searched and no row is held: whose hand was there has it back. */
  function giveBackFocus() {
    const reservation = handAt;
    handAt = null;
    if (reservation === null || document.activeElement !== document.body) return;
    if (reservation === "") search.focus();
    else groups.focusOn(reservation);
  }

  /** What has the focus: a row by its reservation, "" for the search, null for neither. */
  function handNow() {
    const hand = document.activeElement;
    if (hand === search) return "";
    return region.contains(hand) ? (hand?.closest("li")?.dataset["reservation"] ?? null) : null;
  }

  /** To those who listen: how many there are, once for each reading or search, and what is missing. */
  function tell() {
    const words = [...summary.children, ...missing.children].map(({ textContent }) => textContent ?? "").join(" ");
    if (region.hidden || words === "" || words === said) return;
    said = words;
    announce(words);
  }

  function onTrouble() {
    status.setAttribute("aria-live", "polite");
    say(status, t("waiting.range.not-saved"));
  }

  /** The search is in what the app keeps: where that is gone, so is the list. */
  async function look() {
    const text = search.value.trim();
    const isLatest = searched.begin();
    if (text === "") list.settled.stop();
    const matches = text === "" ? [] : await list.find(text);
    if (!isLatest() || matches === null) return;
    found = text === "" ? null : matches;
    render();
    tell();
  }

  /** Those of a search stand among all others, until it is searched again. */
  function showAll() {
    clearTimeout(pause);
    searched.end();
    found = null;
  }

  function endSearch() {
    showAll();
    search.value = "";
  }

  /** @param {WaitingRow} row */
  const isFound = (row) => found?.some(({ id }) => id === row.id) ?? true;

  function render() {
    const all = list.rows();
    const told = list.told();
    const shown = found === null ? all : [...all.filter(isFound), ...found.filter(({ group }) => group === "settled")];
    const isReading = list.isReading();
    const state = isReading ? "reading" : list.trouble() ? "partial" : told?.state;
    if (state) region.dataset["state"] = state;
    else delete region.dataset["state"];
    const before = summary.textContent;
    summary.replaceChildren(...summaryOf(told, shown, all));
    if (summary.textContent !== before) renew(search);
    missing.replaceChildren(...missingWords(told).map((words) => element("p", {}, words)));
    missing.hidden = !missing.hasChildNodes();
    showStatus(told, isReading);
    search.closest(".field")?.toggleAttribute("hidden", all.length === 0 || isReading);
    sort.closest(".field")?.toggleAttribute("hidden", all.length === 0);
    renderSettled(told);
    const order = /** @type {import("./order.js").Order} */ (sort.value);
    groups.show(inOrder(shown, order), { grouped: order === "urgency" });
    const held = groups.held();
    more.hidden = held === 0;
    more.textContent = held === 0 ? "" : t("waiting.more", { count: held });
    count.textContent = all.length > 0 && !isReading ? String(all.length) : "";
  }

  /** Where somebody is looked for, those that nobody has to pay any more may be meant. @param {WaitingUpdate | null} told */
  function renderSettled(told) {
    const [now, isReading] = [list.settled.told(), list.settled.isReading()];
    settledFar.textContent = settledWords(now, isReading);
    settledBegin.textContent = told === null ? "" : settledOffer(told, now, isReading);
    settledBegin.hidden = settledBegin.textContent === "";
    settled.hidden = found === null || (settledBegin.hidden && settledFar.textContent === "");
  }

  /**
   * In sight always; heard is only why there is none: a list that is read day by day would speak all the while.
   * @param {WaitingUpdate | null} told @param {boolean} isReading
   */
  function showStatus(told, isReading) {
    status.setAttribute("aria-live", list.trouble() || list.isPutAway() ? "polite" : "off");
    const words = statusOf(told, isReading);
    if (words !== status.textContent) say(status, words);
  }

  /** How far it is, of when it is, or why there is none. @param {WaitingUpdate | null} told @param {boolean} isReading */
  function statusOf(told, isReading) {
    const trouble = list.trouble();
    if (trouble) return [troubleWords(trouble), ...(told === null ? [] : [statusWords(told)])].join(" ");
    if (list.isPutAway()) return t("waiting.put-away");
    // What was read before stays in sight until something of the next reading comes.
    if (isReading && told?.state !== "reading") return t("waiting.reading");
    return told === null ? "" : statusWords(told);
  }

  /** @param {WaitingUpdate | null} told @param {WaitingRow[]} shown @param {WaitingRow[]} all */
  function summaryOf(told, shown, all) {
    if (told === null) return [];
    if (all.length === 0 && told.state === "read") return [icon("sent"), element("strong", {}, t("waiting.nobody")), element("span", {}, t("waiting.nobody.text"))];
    if (found !== null && shown.length === 0) return [element("span", {}, t("waiting.none"))];
    return [element("span", {}, countWords(shown.filter(({ group }) => group !== "settled"), told))];
  }

  return {
    async open() {
      said = "";
      await list.open();
      if (!list.isReading()) tell();
    },
    leave: list.settled.stop,
    /** Who was due today is late by now. Not while somebody types: it is read anew when it is opened. */
    renew() {
      if (!region.hidden && handNow() !== "" && list.told() !== null && !list.isReading()) list.read();
    },
    list,
    /** On the row that filled in the desk. @param {string} reservation */
    focusOn: (reservation) => groups.focusOn(reservation),
    /** What became of a send from the desk. @param {Report} report */
    tellReport(report) {
      const news = newsOfReport(report);
      if (news) groups.tell(report.reservation.id, news);
    },
    /** What the customer did with it. @param {Report} report @param {Sighting} sighting */
    tellSeen: (report, sighting) => groups.tell(report.reservation.id, newsOfSighting(sighting, report.at)),
    /** @param {Startup} now */
    update(now) {
      const isAnother = settings !== null && settings.environment !== now.settings.environment;
      settings = now.settings;
      range.update(now);
      groups.redraw();
      if (isAnother) list.forget();
      if (isAnother && !region.hidden) list.read();
      else render();
    },
  };
}
