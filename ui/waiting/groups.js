// The rows of the list in their groups, the most urgent first, of each as many as are looked at. While a hand is on a row they
// stand still, and what came meanwhile is counted; the arrow keys lead from row to row, and Tab past all of them.
/**
 * @import { WaitingGroup, WaitingRow } from "../contract.js"
 * @import { News } from "../words/waiting-words.js"
 */
import { element, find } from "../page/element.js";
import { icon } from "../page/icon.js";
import { amountWords, kroner, t } from "../words/i18n.js";
import { dueOf, lastOf } from "../words/waiting-words.js";
import { createHand } from "./hand.js";
import { createPortions } from "./portions.js";

/** @type {[WaitingGroup, import("../page/icon.js").IconName][]} */
const GROUPS = [
  ["expired", "expired"],
  ["due", "due"],
  ["failed", "failed"],
  ["opened", "opened"],
  ["unopened", "unopened"],
  ["settled", "paid"],
];

/** @param {{ onChoose: (reservation: string) => void }} on */
export function createWaitingGroups({ onChoose }) {
  const place = find("#waiting-groups", HTMLElement);
  /** What is to be shown, once no hand is on it. @type {WaitingRow[]} */
  let wanted = [];
  let isGrouped = true;
  /** What is shown, the rows of it that are drawn, and how many more are offered. @type {{ rows: WaitingRow[], isGrouped: boolean, inSight: WaitingRow[], offered: string } | null} */
  let drawn = null;
  const portions = createPortions();
  const hand = createHand(place);
  /** Of the same rows other words are to be said. */
  let isStale = false;
  /** The row that filled in the desk. @type {string | null} */
  let chosen = null;
  /** By reservation. @type {Map<string, News>} */
  let news = new Map();

  place.addEventListener("keydown", walk);

  const buttons = () => [...place.querySelectorAll("button")];
  const isHeld = () => drawn !== null && hand.isOn();

  /** @param {KeyboardEvent} event */
  function walk(event) {
    const all = buttons();
    const here = all.findIndex((button) => button === event.target);
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key];
    const button = next === undefined ? undefined : all[next];
    if (here < 0 || !button) return;
    event.preventDefault();
    rove(button);
    button.focus();
  }

  /** One stop for Tab. @param {HTMLElement} stop */
  function rove(stop) {
    for (const button of buttons()) button.tabIndex = button === stop ? 0 : -1;
  }

  const isAsWanted = () => drawn !== null && drawn.isGrouped === isGrouped && areAlike(drawn.rows, wanted);
  /** @param {WaitingGroup} group */
  const rowsOf = (group) => wanted.filter((row) => row.group === group);

  /** The rows that are looked at, of all groups. */
  const inSight = () => (isGrouped ? GROUPS.flatMap(([group]) => portions.drawn(group, rowsOf(group))) : portions.drawn("all", wanted));

  /** How many each button for more brings. */
  const offered = () => String(isGrouped ? GROUPS.map(([group]) => portions.next(group, rowsOf(group))) : portions.next("all", wanted));

  /** Of a long list most of what comes is in no portion that is drawn: then only the numbers are others. */
  function drawWhatChanged() {
    const isTheSame = !isStale && drawn !== null && drawn.isGrouped === isGrouped && drawn.offered === offered() && areAlike(drawn.inSight, inSight());
    if (!isTheSame) return draw();
    drawn = { rows: wanted, isGrouped, inSight: inSight(), offered: offered() };
    for (const heading of place.querySelectorAll("h2")) {
      const group = /** @type {WaitingGroup} */ (heading.dataset["group"]);
      heading.querySelector(".waiting-number")?.replaceChildren(String(rowsOf(group).length));
      heading.querySelector(".waiting-sum")?.replaceChildren(sumOf(rowsOf(group)));
    }
  }

  function draw() {
    isStale = false;
    drawn = { rows: wanted, isGrouped, inSight: inSight(), offered: offered() };
    place.replaceChildren(...(isGrouped ? GROUPS.flatMap(([group, sign]) => groupOf(group, sign, rowsOf(group))) : listOf("all", wanted)));
    const [first] = buttons();
    if (first) rove(first);
  }

  /** @param {WaitingGroup} group @param {import("../page/icon.js").IconName} sign @param {WaitingRow[]} rows */
  function groupOf(group, sign, rows) {
    if (rows.length === 0) return [];
    const heading = element(
      "h2",
      { class: "waiting-heading", "data-group": group },
      icon(sign),
      element("span", {}, t(`waiting.group.${group}`)),
      element("span", { class: "waiting-number" }, String(rows.length)),
      element("span", { class: "waiting-sum" }, sumOf(rows)),
    );
    return [element("section", {}, heading, ...listOf(group, rows))];
  }

  /** Those that are looked at, and a button for more. @param {WaitingGroup | "all"} group @param {WaitingRow[]} rows */
  function listOf(group, rows) {
    if (rows.length === 0) return [];
    const next = portions.next(group, rows);
    const list = element("ul", { class: "waiting-rows" }, ...portions.drawn(group, rows).map(rowOf));
    if (next === 0) return [list];
    return [list, element("button", { type: "button", class: "text-button waiting-next", onclick: () => drawMore(group) }, t("waiting.more", { count: next }))];
  }

  /** The first of them takes the focus from the button. @param {WaitingGroup | "all"} group */
  function drawMore(group) {
    const rows = group === "all" ? wanted : rowsOf(group);
    const first = rows[portions.drawn(group, rows).length];
    portions.more(group);
    draw();
    if (first) focusOn(first.id);
  }

  /** What the heading says where there are headings stands at the end of the row where there are none. @param {WaitingRow} row */
  function endOf(row) {
    const words = isGrouped ? [dueOf(row)] : [t(`waiting.group.${row.group}`), dueOf(row)];
    return words.filter((part) => part !== "").join(" · ");
  }

  /** The whole row is pressed. @param {WaitingRow} row */
  function rowOf(row) {
    const press = element(
      "button",
      { type: "button", class: "waiting-row", onclick: () => choose(row, press) },
      element("span", { class: "visually-hidden" }, `${t("history.again")}: `),
      element("span", { class: "waiting-name" }, element("bdi", {}, row.customer || row.id)),
      element("span", { class: "waiting-amount" }, amountWords(row.amount)),
      element("span", { class: "waiting-last" }, ...lastParts(row)),
      element("span", { class: "waiting-due" }, endOf(row)),
      icon("go"),
    );
    if (row.id === chosen) press.setAttribute("aria-current", "true");
    return element("li", { "data-reservation": row.id, "data-group": row.group }, press);
  }

  /** @param {WaitingRow} row @returns {(string | Node)[]} */
  function lastParts(row) {
    const told = news.get(row.id);
    return told ? [icon(told.icon), told.words()] : [lastOf(row)];
  }

  /** @param {string} reservation */
  const itemOf = (reservation) => [...place.querySelectorAll("li")].find((item) => item.dataset["reservation"] === reservation);

  /** @param {string} reservation */
  function focusOn(reservation) {
    const press = itemOf(reservation)?.querySelector("button");
    if (!press) return;
    rove(press);
    press.focus();
  }

  /** It is drawn, however far down it is. @param {string} reservation */
  function reach(reservation) {
    const row = wanted.find(({ id }) => id === reservation);
    if (!row || itemOf(reservation)) return;
    const group = isGrouped ? row.group : "all";
    portions.reach(group, (isGrouped ? rowsOf(row.group) : wanted).indexOf(row));
    draw();
  }

  /** @param {WaitingRow} row @param {HTMLElement} press */
  function choose(row, press) {
    chosen = row.id;
    for (const button of buttons()) button.removeAttribute("aria-current");
    press.setAttribute("aria-current", "true");
    rove(press);
    onChoose(row.id);
  }

  return {
    /** @param {WaitingRow[]} rows @param {{ grouped: boolean }} how */
    show(rows, { grouped }) {
      wanted = rows;
      isGrouped = grouped;
      if (rows.length === 0) portions.beginAnew();
      if (!isHeld()) drawWhatChanged();
    },
    /** How many wait to be shown. */
    held: () => (isHeld() && !isAsWanted() ? Math.max(1, wanted.length - (drawn?.rows.length ?? 0)) : 0),
    /** In its place: no row moves until the list is read anew. @param {string} reservation @param {News} told */
    tell(reservation, told) {
      const row = wanted.find(({ id }) => id === reservation);
      if (!row) return;
      news.set(reservation, told);
      itemOf(reservation)?.querySelector(".waiting-last")?.replaceChildren(...lastParts(row));
    },
    /** In another language, say. */
    redraw: () => (isStale = true),
    forgetNews() {
      news = new Map();
      isStale = true;
    },
    /** @param {string} reservation */
    focusOn(reservation) {
      reach(reservation);
      focusOn(reservation);
    },
    letGo() {
      hand.letGo();
      draw();
    },
  };
}

/** @param {WaitingRow[]} rows */
function sumOf(rows) {
  const sum = rows.reduce((total, { amount }) => total + (amount ?? 0), 0);
  return sum > 0 ? kroner(sum) : "";
}

/** Each as the other. @param {WaitingRow[]} some @param {WaitingRow[]} others */
function areAlike(some, others) {
  return some.length === others.length && some.every((row, at) => row === others[at] || JSON.stringify(row) === JSON.stringify(others[at]));
}
