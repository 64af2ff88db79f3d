// Something that the user should know, said calmly on top.
import { element, find } from "./element.js";

export function createNotice() {
  const box = find("#notice", HTMLElement);

  return {
    /** @param {{ title: string, text?: string, lines?: string[], end?: string | undefined, action?: { text: string, run: () => void } } | null} words */
    show(words) {
      box.hidden = words === null;
      if (words === null) return box.replaceChildren();
      const text = words.text ? element("p", {}, words.text) : null;
      box.replaceChildren(element("p", { id: "notice-title", class: "notice-title" }, words.title));
      if (text) box.append(text);
      if (words.lines) box.append(element("ul", {}, ...words.lines.map((line) => element("li", {}, line))));
      if (words.action) box.append(element("div", { class: "actions" }, element("button", { type: "button", class: "button", onclick: words.action.run }, words.action.text)));
      if (words.end) box.append(element("p", {}, words.end));
    },
  };
}
