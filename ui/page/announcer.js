// Says a few words to those who listen instead of look, without moving the focus.
import { find } from "./element.js";
import { say } from "./live-region.js";

/** @param {string} words */
export function announce(words) {
  const region = find("#announcer", HTMLElement);
  region.replaceChildren();
  setTimeout(() => say(region, words), 50);
}
