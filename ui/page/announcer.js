// Says a few words to those who listen instead of look, without moving the focus.
import { find } from "./element.js";

/** @param {string} words */
export function announce(words) {
  const region = find("#announcer", HTMLElement);
  region.textContent = "";
  setTimeout(() => {
    region.textContent = words;
  }, 50);
}
