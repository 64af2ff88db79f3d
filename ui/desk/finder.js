// Find by name, phone number, e-mail address, amount or reference, in the box that takes the number: text that names no
// reservation offers those it can mean, under the box. Nothing is chosen by itself, and nothing is sent for a name.
// - It searches the list of who has still to pay. A name that is typed is a wish to find somebody: where there is no list,
//   it is read then, once for each text, and until it is whole nobody is offered: the other of that name may be missing. One
//   that is older than some minutes is searched as it is, and read again.
// - Enter on such a text sends nothing, and says what to do instead.
/**
 * @import { Code, FoundRow, SettledUpdate, Startup, WaitingRow, WaitingUpdate } from "../contract.js"
 * @import { Named } from "./named-reservation.js"
 */
import { announce } from "../page/announcer.js";
import { find } from "../page/element.js";
import { endsComposition } from "../page/keys.js";
import { createLatest } from "../page/latest.js";
import { pressEnd } from "../page/press.js";
import { t } from "../words/i18n.js";
import { settledOffer, settledWords, statusWords, troubleWords } from "../words/waiting-words.js";
import { createFoundList, MOST } from "./found-list.js";

/**
 * The list of who has still to pay, for a search.
 * @typedef {object} Links
 * @property {() => Promise<void>} read
 * @property {(text: string) => Promise<FoundRow[] | null>} find
 * @property {() => WaitingUpdate | null} told
 * @property {() => Code | null} trouble
 * @property {() => boolean} isFresh
 * @property {() => boolean} hasJustFailed
 * @property {() => boolean} isReading
 * @property {{ begin(): void, stop(): void, told(): SettledUpdate | null, isReading(): boolean }} settled those that nobody has to pay any more
 * @property {(heard: () => void) => void} listen
 */

/** @typedef {ReturnType<typeof createFinder>} Finder */

/** The fewest letters for which a list is read: two are typed by the way. */
const FEWEST_TO_READ = 3;
/** What is longer is no name, but a text in which there is no number. */
const LONGEST = 80;
/** How many there are is said once that has not changed for so long. */
const STANDS_STILL = 800;

/** @param {{ links: Links, onChoose: (reservation: string) => void }} of */
export function createFinder({ links, onChoose }) {
  const place = find("#finder", HTMLElement);
  const popup = find("#found", HTMLElement);
  const note = find("#found-note", HTMLElement);
  const readButton = find("#found-read", HTMLButtonElement);
  const settledButton = find("#found-settled", HTMLButtonElement);
  const box = find("#reservation", HTMLInputElement);
  const list = createFoundList({ box, onChoose: choose });
  const latest = createLatest();
  let isAllowed = false;
  /** What may be a name, and is looked for. @type {string | null} */
  let wanted = null;
  /** The text for which the list was read last. */
  let readFor = "";
  /** Those whom it can mean; null while nobody knows. @type {FoundRow[] | null} */
  let found = null;
  let isOpen = false;
  /** Why Enter has sent nothing. */
  let advice = "";
  let looked = Promise.resolve();
  let stillness = 0;
  let said = "";

  links.listen(() => {
    if (isOpen) look();
  });
  box.addEventListener("keydown", onKey);
  place.addEventListener("keydown", (event) => event.key === "Escape" && isOpen && event.target !== box && closeByKey(event));
  place.addEventListener("focusout", () => setTimeout(() => place.contains(document.activeElement) || close()));
  readButton.addEventListener("click", () => {
    box.focus();
    links.read();
  });

  settledButton.addEventListener("click", () => {
    box.focus();
    if (links.settled.isReading()) links.settled.stop();
    else links.settled.begin();
  });

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (endsComposition(event) || event.ctrlKey || event.metaKey || event.altKey || wanted === null) return;
    if (event.key === "ArrowDown" && !isOpen) return reopen(event);
    if (!isOpen) return;
    if (event.key === "Escape") return closeByKey(event);
    const active = list.active();
    if (event.key === "Enter") return active !== null && take(event, () => !event.repeat && choose(active));
    const next = event.shiftKey ? undefined : list.next(event.key);
    if (next !== undefined) return take(event, () => list.mark(next));
    // The caret moves, and the hand is back in the text.
    if (/^(ArrowLeft|ArrowRight|Home|End)$/.test(event.key)) list.leave();
  }

  /** It is the list's, and nobody else's. @param {KeyboardEvent} event @param {() => void} run */
  function take(event, run) {
    event.preventDefault();
    event.stopPropagation();
    run();
  }

  /** @param {KeyboardEvent} event */
  function reopen(event) {
    take(event, () => {
      isOpen = true;
      look();
    });
  }

  /** @param {KeyboardEvent} event */
  function closeByKey(event) {
    take(event, () => {
      close();
      box.focus();
    });
  }

  function close() {
    if (isOpen) links.settled.stop();
    isOpen = false;
    list.leave();
    render();
  }

  /** @param {string} id */
  function choose(id) {
    wanted = found = null;
    close();
    onChoose(id);
  }

  function look() {
    const text = wanted;
    const isLatest = latest.begin();
    looked = text === null ? Promise.resolve() : lookFor(text, isLatest);
  }

  /** @param {string} text @param {() => boolean} isLatest */
  async function lookFor(text, isLatest) {
    if (!links.isReading() && !links.isFresh() && mayRead(text)) {
      readFor = text;
      // Of its beginning it tells this one too.
      return void links.read();
    }
    if (links.told() === null) {
      found = null;
      return render();
    }
    const rows = await links.find(text);
    await pressEnd();
    if (!isLatest()) return;
    found = rows;
    // It is read anew for the same text, should it be put away meanwhile.
    if (rows !== null && links.isFresh()) readFor = "";
    render();
  }

  /** @param {string} text */
  function mayRead(text) {
    return isOpen && text.length >= FEWEST_TO_READ && text !== readFor && !links.hasJustFailed();
  }

  function render() {
    const rows = isOpen ? (found ?? []) : [];
    list.show(rows);
    const words = isOpen ? noteOf() : "";
    popup.hidden = words === "";
    note.textContent = words;
    const isLacking = !links.isReading() && (links.trouble() !== null || links.told() === null || links.told()?.state === "partial");
    readButton.hidden = !isLacking;
    readButton.textContent = links.told() === null && links.trouble() === null ? t("find.read") : t("waiting.again");
    const told = links.told();
    settledButton.textContent = found !== null && told !== null ? settledOffer(told, links.settled.told(), links.settled.isReading()) : "";
    settledButton.hidden = settledButton.textContent === "";
    if (isAllowed) box.setAttribute("aria-expanded", String(rows.length > 0));
    saySoon();
  }

  /** What is known of whom it can mean. */
  function noteOf() {
    if (advice !== "") return advice;
    const told = links.told();
    const trouble = links.trouble();
    if (links.isReading()) return told?.state === "reading" ? t("find.reading", { far: statusWords(told) }) : t("find.reading.begun");
    if (trouble !== null) return troubleWords(trouble);
    if (told === null) return t("find.not-read");
    return found === null ? "" : countOf(found, told);
  }

  /** @param {WaitingRow[]} rows @param {WaitingUpdate} told */
  function countOf(rows, told) {
    const range = t("find.range", { count: told.days });
    const settled = rows.filter(({ group }) => group === "settled").length;
    const open = rows.length - settled;
    const count = open === 0 ? t("find.none", { range }) : t("find.count", { count: open, range });
    const others = settled > 0 ? t("find.count.settled", { count: settled }) : "";
    const far = settledWords(links.settled.told(), links.settled.isReading());
    const most = rows.length > MOST ? t("find.most", { count: MOST }) : "";
    const lack = told.state === "partial" ? t("find.partial") : "";
    return [count, others, far, most, lack].filter((words) => words !== "").join(". ");
  }

  /** For the ear, once it stands still. */
  function saySoon() {
    clearTimeout(stillness);
    if (isOpen) stillness = setTimeout(sayNow, STANDS_STILL);
    else said = "";
  }

  function sayNow() {
    const count = found?.length ?? 0;
    const words = advice === "" && count > 0 ? t("find.heard", { count: Math.min(count, MOST) }) : note.textContent;
    const isMoreProgress = advice === "" && links.isReading() && said !== "";
    if (words === "" || words === said || isMoreProgress) return;
    said = words;
    announce(words);
  }

  return {
    /** The box holds another text, which is not read yet. */
    glance() {
      advice = "";
      list.leave();
      latest.end();
    },
    /** @param {Named} read */
    follow({ text, isNameless }) {
      const name = text.trim();
      const before = wanted;
      wanted = isAllowed && isNameless && mayBeName(name) ? name : null;
      if (wanted === null) found = null;
      if (wanted !== before) isOpen = wanted !== null && document.activeElement === box;
      if (isOpen) look();
      else render();
    },
    /** What Enter means: nothing of ours, or for a name nothing but what to do instead; or the box holds something else by now. */
    async answerSend() {
      if (wanted === null) return "send";
      const held = box.value;
      await looked;
      // Nobody pressed Enter on what it holds now.
      if (box.value !== held) return "changed";
      if (!links.isReading() && (found === null || found.length === 0)) return "send";
      advice = links.isReading() ? t("find.wait") : t("find.choose");
      isOpen = true;
      box.focus();
      render();
      return "name";
    },
    /** @param {Startup} startup */
    update({ allowed }) {
      isAllowed = allowed.waiting_list;
      if (isAllowed) box.setAttribute("role", "combobox");
      else box.removeAttribute("role");
      for (const [name, value] of [["aria-autocomplete", "list"], ["aria-controls", "found-list"], ["aria-expanded", "false"]]) {
        if (isAllowed) box.setAttribute(String(name), String(value));
        else box.removeAttribute(String(name));
      }
      find("#reservation-hint", HTMLElement).textContent = isAllowed ? t("form.reservation.hint.find") : t("form.reservation.hint");
      if (!isAllowed) wanted = null;
      found = null;
      isOpen = false;
      render();
      list.redraw();
    },
  };
}

/** Not the beginning of a number, nor lines and cells of something. @param {string} text */
const mayBeName = (text) => text.length > 1 && text.length <= LONGEST && !/[↵\t]/.test(text) && !/^(r|re|res|o|od|odr)[\s\d]*$/i.test(text);
