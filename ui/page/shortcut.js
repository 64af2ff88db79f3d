// Keyboard shortcuts: one table of all of them, one place where they are heard, and how each is told where its button is.
import { t } from "../words/i18n.js";
import { endsComposition } from "./keys.js";

/** @typedef {keyof typeof SHORTCUTS} Shortcut */

/** By what the key writes, and a digit by its place too: on some keyboards it is written with Shift. */
const SHORTCUTS = {
  "send-link": { key: "1", code: "Digit1" },
  waiting: { key: "2", code: "Digit2" },
  history: { key: "3", code: "Digit3" },
  settings: { key: ",", code: null },
  "next-customer": { key: "n", code: null },
};

/** The key that goes with another one for a command: ⌘ on a Mac, Ctrl elsewhere. @param {KeyboardEvent} event */
export function isCommand({ ctrlKey, metaKey, altKey }) {
  return !altKey && (isMac() ? metaKey && !ctrlKey : ctrlKey && !metaKey);
}

/** A question is answered first, and a key held down counts once. @param {{ [name in Shortcut]?: () => void }} commands */
export function watchShortcuts(commands) {
  addEventListener("keydown", (event) => {
    const run = isCommand(event) && !endsComposition(event) ? commandOf(event, commands) : undefined;
    if (!run) return;
    event.preventDefault();
    if (!event.repeat && document.querySelector("dialog:modal") === null) run();
  });
}

/** @param {KeyboardEvent} event @param {{ [name in Shortcut]?: () => void }} commands */
function commandOf(event, commands) {
  const isMeant = (/** @type {Shortcut} */ name) => SHORTCUTS[name].key === event.key.toLowerCase() || SHORTCUTS[name].code === event.code;
  const name = /** @type {Shortcut[]} */ (Object.keys(SHORTCUTS)).find(isMeant);
  return name && commands[name];
}

/**
 * Tells the shortcut of a button to the ear, and to the pointer that rests on it. Once more in another language.
 * @template {HTMLElement} Button
 * @param {Button} button
 * @param {Shortcut} name
 */
export function tellShortcut(button, name) {
  const key = SHORTCUTS[name].key.toUpperCase();
  button.setAttribute("aria-keyshortcuts", `${isMac() ? "Meta" : "Control"}+${key}`);
  button.title = isMac() ? t("shortcut.command", { key }) : t("shortcut.control", { key });
  return button;
}

/** Where there is no page, as in a test of the words, it is none. */
const isMac = () => navigator.platform.startsWith("Mac");
