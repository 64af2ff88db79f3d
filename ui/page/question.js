// A question before something that cannot be undone. The safe answer has the focus, and Escape gives it.
import { find } from "./element.js";

/** @typedef {{ title: string, about?: string, text: string, stay: string, go: string }} QuestionWords `about` names what is asked about, which the question covers */

export function createQuestion() {
  const dialog = find("#question", HTMLDialogElement);
  const stay = find("#question-stay", HTMLButtonElement);
  const go = find("#question-go", HTMLButtonElement);
  stay.addEventListener("click", () => dialog.close("stay"));
  go.addEventListener("click", () => dialog.close("go"));
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.repeat) event.preventDefault();
  });

  /** Whether to go on. @param {QuestionWords} words @returns {Promise<boolean>} */
  return function ask(words) {
    find("#question-title", HTMLElement).textContent = words.title;
    find("#question-about", HTMLElement).textContent = words.about ?? "";
    find("#question-text", HTMLElement).textContent = words.text;
    stay.textContent = words.stay;
    go.textContent = words.go;
    dialog.returnValue = "stay";
    dialog.showModal();
    stay.focus();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => resolve(dialog.returnValue === "go"), { once: true });
    });
  };
}
