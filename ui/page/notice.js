// The notice on top of the page: what holds on, what is offered above that, and what is said in passing.
import { copyButton } from "./clipboard.js";
import { element, find } from "./element.js";

/** @typedef {{ title: string, text?: string, lines?: string[], end?: string | undefined, copied?: string, action?: { text: string, run: () => void } }} NoticeWords */

export function createNotice() {
  const box = find("#notice", HTMLElement);
  /** @type {NoticeWords | null} */
  let lasting = null;
  /** @type {NoticeWords | null} */
  let offered = null;

  /** In passing: until something is done. @param {NoticeWords | null} words */
  function say(words) {
    box.hidden = words === null;
    if (words === null) return box.replaceChildren();
    const { title, text, lines, action, end, copied } = words;
    const parts = [
      element("p", { id: "notice-title", class: "notice-title" }, title),
      text ? element("p", {}, text) : null,
      lines ? element("ul", {}, ...lines.map((line) => element("li", {}, line))) : null,
      copied ? element("div", { class: "actions" }, copyButton("call.copy", () => copied)) : null,
      action ? element("div", { class: "actions" }, element("button", { type: "button", class: "button", onclick: action.run }, action.text)) : null,
      end ? element("p", {}, end) : null,
    ];
    box.replaceChildren(...parts.filter((part) => part !== null));
  }

  /** What was said in passing goes away. */
  function rest() {
    say(offered && lasting ? { ...offered, lines: [lasting.title] } : (offered ?? lasting));
  }

  return {
    say,
    rest,
    /** As long as it holds. @param {NoticeWords | null} words */
    keep(words) {
      lasting = words;
      rest();
    },
    /** Until it is taken. @param {NoticeWords | null} words */
    offer(words) {
      offered = words;
      rest();
    },
  };
}
