// Puts words into a live region: a place whose changes are spoken without the focus going there.
import { element } from "./element.js";

/**
 * In an element of their own: of bare text that comes and goes, WebKitGTK tells nobody.
 * @param {Element} region
 * @param {string} words none empties it
 */
export function say(region, words) {
  region.replaceChildren(...(words === "" ? [] : [element("p", {}, words)]));
}
