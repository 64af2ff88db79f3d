// The places of the window: the desk, the list of those who have still to pay, the history, the settings. One of them is
// open; its button says so, and its region has the focus, so that whoever listens hears where they are. The desk keeps
// what it had, its focus too.
/** @import { Startup } from "../contract.js" */
import { find } from "./element.js";
import { tellShortcut } from "./shortcut.js";

/** @typedef {"desk" | "waiting" | "history" | "settings"} Place */

/**
 * @typedef {object} PlaceView
 * @property {(how: { atToken?: boolean }) => void} open once its region has the focus
 * @property {() => void} [leave]
 */

/** @type {Place[]} */
const PLACES = ["desk", "waiting", "history", "settings"];

const SHORTCUTS = /** @type {const} */ ({ desk: "send-link", waiting: "waiting", history: "history", settings: "settings" });

/** Whether the form cannot be seen: another place is open, or a question is. */
export const isDeskCovered = () => document.querySelector("dialog[open]") !== null || find("#desk", HTMLElement).getClientRects().length === 0;

export function createPlaces() {
  const main = find("main", HTMLElement);
  const desk = find("#desk", HTMLElement);
  /** What had the focus at the desk. @type {HTMLElement | null} */
  let hand = null;
  /** @type {Place} */
  let here = "desk";
  /** @type {Partial<Record<Place, PlaceView>>} */
  let views = {};

  for (const place of PLACES) button(place).addEventListener("click", () => open(place));
  desk.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    hand = target;
    delete target.dataset["unheard"];
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && here !== "desk" && isDeskCovered() && !document.querySelector("dialog[open]")) open("desk");
  });

  /** @param {Place} place @param {{ atToken?: boolean }} [how] */
  function open(place, how = {}) {
    const before = here;
    if (before !== place) {
      show(place);
      views[before]?.leave?.();
    }
    focus(place);
    views[place]?.open(how);
  }

  /** @param {Place} place */
  function show(place) {
    here = place;
    main.dataset["place"] = place;
    for (const each of PLACES) {
      if (each !== "desk") region(each).hidden = each !== place;
      if (each === place) button(each).setAttribute("aria-current", "page");
      else button(each).removeAttribute("aria-current");
    }
    scrollTo(0, 0);
  }

  /** @param {Place} place */
  function focus(place) {
    if (place !== "desk") return region(place).focus({ preventScroll: true });
    // What became of a send while nobody was here is heard first.
    for (const next of [desk.querySelector("[data-unheard]"), hand, desk.querySelector("#result [tabindex]"), find("#reservation", HTMLElement)]) {
      if (next instanceof HTMLElement) next.focus();
      if (next === document.activeElement) return;
    }
  }

  return {
    open,
    /** Where the desk stands beside what is open, that stays. */
    openDesk() {
      if (isDeskCovered()) open("desk");
    },
    /** @param {typeof views} made */
    listen(made) {
      views = made;
    },
    /** A place that is put away has no key either. */
    shortcuts: Object.fromEntries(PLACES.map((place) => [SHORTCUTS[place], () => button(place).hidden || open(place)])),
    /** There is somewhere to go. */
    begin() {
      find("#places", HTMLElement).hidden = false;
      desk.hidden = false;
    },
    /** @param {Startup} startup */
    update({ allowed }) {
      for (const place of PLACES) tellShortcut(button(place), SHORTCUTS[place]);
      button("history").hidden = !allowed.history;
      button("waiting").hidden = !allowed.waiting_list;
      if (button(here).hidden) open("desk");
    },
  };
}

/** @param {Place} place */
const region = (place) => find(`#${place}`, HTMLElement);

/** @param {Place} place */
const button = (place) => find(`#open-${place}`, HTMLButtonElement);
