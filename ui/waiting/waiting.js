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
  const putAway = createPutAway(region, forget);
  const latest = createLatest();
  const searched = createLatest();
  /** By reservation, as far as they are read. @type {Map<string, WaitingRow>} */
  let rows = new Map();
  /** What was told last. @type {WaitingUpdate | null} */
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

  /** @param {WaitingUpdate} update */
  function take(update) {
    for (const row of update.rows) rows.set(row.id, row);
    told = update;
    putAway.used();
    render();
  }

  async function read() {
    const isLatest = latest.begin();
    rows = new Map();
    told = trouble = found = null;
    search.value = "";
    groups.letGo();
    const hear = (/** @type {WaitingUpdate} */ update) => isLatest() && take(update);
    await backend.readWaitingList(hear).then(
      (list) => list && isLatest() && takeAll(list),
      (code) => isLatest() && fail(code),
    );
  }

  /** The whole of it: what is not on it any more goes. @param {WaitingUpdate} list */
  function takeAll(list) {
    rows = new Map();
    take(list);
  }

  /** @param {Code} code */
  function fail(code) {
    trouble = code;
    render();
  }

  async function look() {
    const text = search.value.trim();
    const isLatest = searched.begin();
    const matches = text === "" ? null : await backend.findWaiting(text).catch(() => null);
    if (!isLatest()) return;
    found = matches && new Set(matches.map(({ id }) => id));
    putAway.used();
    render();
  }

  function render() {
    const all = [...rows.values()];
    const shown = found === null ? all : all.filter(({ id }) => found?.has(id));
    const state = told?.state ?? "reading";
    region.dataset["state"] = state;
    summary.replaceChildren(...summaryOf(shown, all));
    missing.replaceChildren(...missingWords(told).map((words) => element("p", {}, words)));
    missing.hidden = !missing.hasChildNodes();
    status.textContent = trouble ? troubleWords(trouble) : statusWords(told);
    search.closest(".field")?.toggleAttribute("hidden", all.length === 0);
    groups.show(shown);
    const held = groups.held();
    more.hidden = held === 0;
    more.textContent = held === 0 ? "" : t("waiting.more", { count: held });
    count.textContent = all.length > 0 && state !== "reading" ? String(all.length) : "";
  }

  /** @param {WaitingRow[]} shown @param {WaitingRow[]} all */
  function summaryOf(shown, all) {
    if (trouble && all.length === 0) return [];
    if (all.length === 0 && told?.state === "read") return [icon("sent"), element("strong", {}, t("waiting.nobody")), element("span", {}, t("waiting.nobody.text"))];
    if (found !== null && shown.length === 0) return [element("span", {}, t("waiting.none"))];
    return [element("span", {}, countWords(shown, told))];
  }

  /** It lay here long enough without a use: it is in nobody's memory any more. */
  function forget() {
    latest.end();
    rows = new Map();
    told = found = trouble = null;
    search.value = "";
    groups.letGo();
    render();
    status.textContent = t("waiting.put-away");
    backend.forgetWaitingList().catch(() => {});
  }

  return {
    /** It is read at the first opening, and anew where it was put away. */
    open() {
      if (told === null && !latest.isUnderWay()) read();
      putAway.used();
    },
    leave() {},
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
