// Copying to the clipboard, also where a web view refuses the modern way, and the button that does it.
import { t } from "../words/i18n.js";
import { announce } from "./announcer.js";
import { element } from "./element.js";

/** How long the button says that it has copied. */
const SAID = 2500;

/**
 * @param {"result.copy" | "call.copy" | "call.copy-proof"} key
 * @param {() => string} text
 */
export function copyButton(key, text) {
  const button = element("button", { type: "button", class: "text-button", onclick: run }, t(key));

  async function run() {
    const said = (await copy(text())) ? t("result.copied") : t("result.not-copied");
    announce(said);
    button.textContent = said;
    setTimeout(() => (button.textContent = t(key)), SAID);
  }

  return button;
}

/** @param {string} text @returns {Promise<boolean>} whether it was copied */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelecting(text);
  }
}

/** @param {string} text */
function copyBySelecting(text) {
  const before = document.activeElement;
  const box = document.createElement("textarea");
  box.className = "visually-hidden";
  box.setAttribute("aria-hidden", "true");
  box.value = text;
  document.body.append(box);
  box.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    box.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}
