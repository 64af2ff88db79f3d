// Says a few words to those who listen instead of look, without moving the focus.
import { find } from "./element.js";

/** @param {string} words */
export function announce(words) {
  // What lies behind a dialog is not listened to: one that has something to say has a region of its own.
  const region = document.querySelector("dialog:modal .announcer") ?? find("#announcer", HTMLElement);
  region.textContent = "";
  setTimeout(() => {
    region.textContent = words;
  }, 50);
}
