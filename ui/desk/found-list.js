// The listbox under the reservation box, as the WAI-ARIA combobox pattern has it: the focus stays in the box, which names
// the option that the arrow keys have come to. Nothing is chosen but by Enter on an option, or a press.
/** @import { FoundRow, WaitingRow } from "../contract.js" */
import { element, find, keepWhole } from "../page/element.js";
import { amountWords, t } from "../words/i18n.js";
import { statusWords } from "../words/status-words.js";
import { lastOf } from "../words/waiting-words.js";

/** The most that are listed: of more than these another word says sooner who is meant. */
export const MOST = 50;

/** @param {{ box: HTMLInputElement, onChoose: (reservation: string) => void }} of */
export function createFoundList({ box, onChoose }) {
  const list = find("#found-list", HTMLUListElement);
  /** @type {FoundRow[]} */
  let rows = [];
  let drawn = "";
  /** The reservation that the arrow keys have come to. @type {string | null} */
  let active = null;

  // The box keeps the focus.
  list.addEventListener("pointerdown", (event) => event.preventDefault());

  /** @param {string | null} id */
  function mark(id) {
    active = id;
    box.removeAttribute("aria-activedescendant");
    for (const option of list.children) {
      const isActive = option instanceof HTMLElement && option.dataset["reservation"] === id;
      option.setAttribute("aria-selected", String(isActive));
      if (!isActive) continue;
      box.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
  }

  function draw() {
    const now = JSON.stringify(rows);
    // What stays the same stays as it is, under a hand and to the ear.
    if (now !== drawn) list.replaceChildren(...rows.map(option));
    drawn = now;
    list.hidden = rows.length === 0;
    mark(rows.some(({ id }) => id === active) ? active : null);
  }

  /** @param {FoundRow} row */
  function option(row) {
    const { id } = row;
    const name = row.customer ? marked(row.customer, row.marks) : [id];
    const [amount, last, state, contact] = [amountWords(row.amount), lastOf(row), stateOf(row), contactOf(row)];
    const happened = [last, contact].filter((words) => words !== "").join(" · ");
    return element(
      "li",
      { id: `found-${id}`, class: "found-option waiting-row", role: "option", "aria-selected": "false", "data-reservation": id, "data-group": row.group, onclick: () => onChoose(id) },
      element("span", { class: "waiting-name" }, element("bdi", {}, ...name)),
      ...heardApart([
        element("span", { class: "waiting-amount" }, amount),
        element("span", { class: "waiting-due" }, state),
        element("span", { class: "waiting-last" }, ...keepWhole(happened, [contact])),
      ]),
    );
  }

  return {
    /** @param {FoundRow[]} found the best first */
    show(found) {
      rows = found.slice(0, MOST);
      draw();
    },
    /** In another language, say. */
    redraw() {
      drawn = "";
      draw();
    },
    isEmpty: () => rows.length === 0,
    active: () => active,
    /** No option any more: the hand is back in the box. */
    leave: () => mark(null),
    /** Where a key leads from here; undefined where it leads nowhere, and null back into the box. @param {string} key */
    next(key) {
      const at = rows.findIndex(({ id }) => id === active);
      const last = rows.length - 1;
      if (key === "ArrowDown") return rows[Math.min(at + 1, last)]?.id;
      if (key === "ArrowUp") return at === 0 ? null : rows[at < 0 ? last : at - 1]?.id;
      if (at < 0) return undefined;
      return { Home: rows[0], End: rows[last] }[key]?.id;
    },
    mark,
  };
}

/** To the eye alone. @param {string} name @param {FoundRow["marks"]} marks what was meant of it, in its order @returns {(Node | string)[]} */
function marked(name, marks) {
  const ends = [0, ...marks.flat(), name.length];
  const parts = ends.slice(1).map((end, at) => name.slice(ends[at], end));
  return parts.map((part, at) => (at % 2 === 1 ? element("mark", {}, part) : part)).filter((part) => part !== "");
}

/** With a pause before each. @param {HTMLElement[]} parts */
const heardApart = (parts) => parts.flatMap((part) => (part.textContent === "" ? [] : [element("span", { class: "visually-hidden" }, ", "), part]));

/** As it stands for whoever asks: whether there is still something to pay. @param {WaitingRow} row */
function stateOf({ group, status }) {
  if (group === "settled") return statusWords(status)?.text ?? "";
  return group === "expired" ? t("waiting.group.expired") : t("card.status.not-paid");
}

/** What tells two customers of one name apart. @param {WaitingRow} row */
const contactOf = ({ sms_to, email_to, customer, id }) => sms_to ?? email_to ?? (customer ? id : "");
