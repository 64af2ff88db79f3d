// Says a few words to those who listen instead of look, without moving the focus.
import { element, find } from "./element.js";

/** @param {string} words */
export function announce(words) {
  const region = find("#announcer", HTMLElement);
  region.replaceChildren();
  // In an element of their own: of bare text that comes and goes, WebKitGTK tells nobody.
  setTimeout(() => region.replaceChildren(element("p", {}, words)), 50);
}
