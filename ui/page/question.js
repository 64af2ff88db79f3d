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

  /**
   * Whether to go on. What had the focus gets it back, but where one goes on to something that has a focus of its own:
   * a screen reader would speak of what had it, for nothing.
   * @param {QuestionWords} words
   * @param {{ leadsOn?: boolean }} [how]
   * @returns {Promise<boolean>}
   */
  return function ask(words, { leadsOn = false } = {}) {
    find("#question-title", HTMLElement).textContent = words.title;
    find("#question-about", HTMLElement).textContent = words.about ?? "";
    find("#question-text", HTMLElement).textContent = words.text;
    stay.textContent = words.stay;
    go.textContent = words.go;
    dialog.returnValue = "stay";
    const hand = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    // The dialog gives the focus back to what has it now.
    if (leadsOn) hand?.blur();
    dialog.showModal();
    stay.focus();
    return new Promise((resolve) => {
      const answer = () => {
        const goes = dialog.returnValue === "go";
        if (leadsOn && !goes) hand?.focus();
        resolve(goes);
      };
      dialog.addEventListener("close", answer, { once: true });
    });
  };
}
