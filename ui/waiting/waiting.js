// Waiting for payment: the links that nobody has paid by yet, read when a person asks for them, the most urgent first. A
// row fills in the desk, where whom it goes to is looked up anew; nothing is sent from here.
/** @import { Code, Startup, WaitingRow, WaitingUpdate } from "../contract.js" */
import * as backend from "../backend.js";
import { element, find } from "../page/element.js";
import { icon } from "../page/icon.js";
import { createLatest } from "../page/latest.js";
import { t } from "../words/i18n.js";
import { createWaitingGroups } from "./groups.js";
import { createPutAway } from "./put-away.js";
import { countWords, missingWords, statusWords, troubleWords } from "./words.js";

const PAUSE_IN_TYPING = 200;

/** @param {{ onChoose: (reservation: string) => void }} on */
export function createWaiting({ onChoose }) {
  const region = find("#waiting", HTMLElement);
  const search = find("#waiting-search", HTMLInputElement);
  const summary = find("#waiting-summary", HTMLElement);
  const missing = find("#waiting-missing", HTMLElement);
  const status = find("#waiting-status", HTMLElement);
  const count = find("#waiting-count", HTMLElement);
  const more = find("#waiting-more", HTMLButtonElement);
  const groups = createWaitingGroups({ onChoose });
  const putAway = createPutAway(region, putItAway);
  const latest = createLatest();
  const searched = createLatest();
  /** By reservation, as far as they are read. @type {Map<string, WaitingRow>} */
  let rows = new Map();
  /** What was told of these rows last. @type {WaitingUpdate | null} */
  let told = null;
  /** Those that a search found; null without one. @type {Set<string> | null} */
  let found = null;
  /** @type {Code | null} */
  let trouble = null;
  /** @type {Startup["settings"] | null} */
  let settings = null;
  let pause = 0;

  find("#waiting-again", HTMLElement).addEventListener("click", read);
  more.addEventListener("click", () => {
    groups.letGo();
    render();
  });
  search.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(look, PAUSE_IN_TYPING);
  });

  /** @param {WaitingUpdate} update @param {{ isFirst: boolean }} how of this reading: what was read before makes room */
  function take(update, { isFirst }) {
    if (isFirst) rows = new Map();
    for (const row of update.rows) rows.set(row.id, row);
    told = update;
    putAway.used();
    render();
  }

  async function read() {
    const isLatest = latest.begin();
    let isFirst = true;
    trouble = null;
    endSearch();
    groups.letGo();
    render();
    const hear = (/** @type {WaitingUpdate} */ update) => {
      if (!isLatest()) return;
      take(update, { isFirst });
      isFirst = false;
    };
    const end = await backend.readWaitingList(hear).then(
      (list) => () => (list ? take(list, { isFirst: true }) : putItAway()),
      (/** @type {Code} */ code) => () => (trouble = code),
    );
    if (!isLatest()) return;
    latest.end();
    end();
    render();
  }

  /** The search is in what the app keeps: where that is gone, so is the list. */
  async function look() {
    const text = search.value.trim();
    const isLatest = searched.begin();
    const matches = text === "" ? [] : await backend.findWaiting(text).catch(() => null);
    if (!isLatest()) return;
    if (matches === null) return putItAway();
    found = text === "" ? null : new Set(matches.map(({ id }) => id));
    putAway.used();
    render();
  }

  function endSearch() {
    clearTimeout(pause);
    searched.end();
    search.value = "";
    found = null;
  }

  function render() {
    const all = [...rows.values()];
    const shown = found === null ? all : all.filter(({ id }) => found?.has(id));
    const isReading = latest.isUnderWay();
    const state = isReading ? "reading" : trouble ? "partial" : told?.state;
    if (state) region.dataset["state"] = state;
    else delete region.dataset["state"];
    summary.replaceChildren(...summaryOf(shown, all));
    missing.replaceChildren(...missingWords(told).map((words) => element("p", {}, words)));
    missing.hidden = !missing.hasChildNodes();
    status.textContent = statusOf(isReading);
    search.closest(".field")?.toggleAttribute("hidden", all.length === 0 || isReading);
    groups.show(shown);
    const held = groups.held();
    more.hidden = held === 0;
    more.textContent = held === 0 ? "" : t("waiting.more", { count: held });
    count.textContent = all.length > 0 && !isReading ? String(all.length) : "";
  }

  /** How far it is, of when it is, or why there is none. @param {boolean} isReading */
  function statusOf(isReading) {
    if (trouble) return troubleWords(trouble);
    // What was read before stays in sight until something of the next reading comes.
    if (isReading && told?.state !== "reading") return t("waiting.reading");
    return told === null ? "" : statusWords(told);
  }

  /** @param {WaitingRow[]} shown @param {WaitingRow[]} all */
  function summaryOf(shown, all) {
    if (told === null) return [];
    if (all.length === 0 && told.state === "read") return [icon("sent"), element("strong", {}, t("waiting.nobody")), element("span", {}, t("waiting.nobody.text"))];
    if (found !== null && shown.length === 0) return [element("span", {}, t("waiting.none"))];
    return [element("span", {}, countWords(shown, told))];
  }

  /** Nobody of it is in any memory afterwards. */
  function forget() {
    latest.end();
    rows = new Map();
    told = trouble = null;
    endSearch();
    groups.letGo();
    render();
    backend.forgetWaitingList().catch(() => {});
  }

  /** It lay here long enough without a use. */
  function putItAway() {
    forget();
    status.textContent = t("waiting.put-away");
  }

  return {
    /** It is read at the first opening, and anew where it was put away, here or by the app. */
    async open() {
      if (latest.isUnderWay()) return;
      const isKept = told !== null && (await backend.waitingList().catch(() => null)) !== null;
      if (isKept) putAway.used();
      else if (!latest.isUnderWay()) read();
    },
    /** @param {Startup} now */
    update(now) {
      const isAnother = settings !== null && settings.environment !== now.settings.environment;
      settings = now.settings;
      if (isAnother) forget();
      if (isAnother && !region.hidden) read();
      else render();
    },
  };
}
