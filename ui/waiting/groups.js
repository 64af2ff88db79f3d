// The rows of the list in their groups, the most urgent first. While a hand is on a row they stand still, and what came
// meanwhile is counted; the arrow keys lead from row to row, and Tab past all of them.
/**
 * @import { WaitingGroup, WaitingRow } from "../contract.js"
 * @import { News } from "../words/waiting-words.js"
 */
import { element, find } from "../page/element.js";
import { icon } from "../page/icon.js";
import { amountWords, kroner, t } from "../words/i18n.js";
import { dueOf, lastOf } from "../words/waiting-words.js";

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
  let drawn = "";
  let isPointedAt = false;
  /** The row that filled in the desk. @type {string | null} */
  let chosen = null;
  /** By reservation. @type {Map<string, News>} */
  let news = new Map();

  place.addEventListener("pointerenter", () => (isPointedAt = true));
  place.addEventListener("pointerleave", () => (isPointedAt = false));
  place.addEventListener("keydown", walk);

  const buttons = () => [...place.querySelectorAll("button")];
  const isHeld = () => drawn !== "" && (isPointedAt || place.contains(document.activeElement));

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

  const asWanted = () => JSON.stringify([isGrouped, wanted]);

  function draw() {
    drawn = asWanted();
    place.replaceChildren(...(isGrouped ? GROUPS.flatMap(([group, sign]) => groupOf(group, sign, wanted.filter((row) => row.group === group))) : inOne(wanted)));
    const [first] = buttons();
    if (first) rove(first);
  }

  /** @param {WaitingGroup} group @param {import("../page/icon.js").IconName} sign @param {WaitingRow[]} rows */
  function groupOf(group, sign, rows) {
    if (rows.length === 0) return [];
    const sum = rows.reduce((total, { amount }) => total + (amount ?? 0), 0);
    const heading = element(
      "h2",
      { class: "waiting-heading", "data-group": group },
      icon(sign),
      element("span", {}, t(`waiting.group.${group}`)),
      element("span", { class: "waiting-number" }, String(rows.length)),
      element("span", { class: "waiting-sum" }, sum > 0 ? kroner(sum) : ""),
    );
    return [element("section", {}, heading, element("ul", { class: "waiting-rows" }, ...rows.map(rowOf)))];
  }

  /** @param {WaitingRow[]} rows */
  const inOne = (rows) => (rows.length > 0 ? [element("ul", { class: "waiting-rows" }, ...rows.map(rowOf))] : []);

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
      if (!isHeld()) draw();
    },
    /** How many wait to be shown. */
    held: () => (isHeld() && asWanted() !== drawn ? Math.max(1, wanted.length - buttons().length) : 0),
    /** In its place: no row moves until the list is read anew. @param {string} reservation @param {News} told */
    tell(reservation, told) {
      const row = wanted.find(({ id }) => id === reservation);
      if (!row) return;
      news.set(reservation, told);
      itemOf(reservation)?.querySelector(".waiting-last")?.replaceChildren(...lastParts(row));
    },
    forgetNews: () => (news = new Map()),
    /** @param {string} reservation */
    focusOn(reservation) {
      const press = itemOf(reservation)?.querySelector("button");
      if (!press) return;
      rove(press);
      press.focus();
    },
    letGo() {
      isPointedAt = false;
      if (document.activeElement instanceof HTMLElement && place.contains(document.activeElement)) document.activeElement.blur();
      draw();
    },
  };
}
