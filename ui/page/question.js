// A question before something that cannot be undone. The safe answer has the focus, and Escape gives it. One at a time: what
// is asked meanwhile waits until the first is answered, so that no press answers what was not read.
import { find } from "./element.js";
import { pressEnd, shield } from "./press.js";

/** @typedef {{ title: string, about?: string, text: string, stay: string, go: string }} QuestionWords `about` names what is asked about, which the question covers */

export function createQuestion() {
  const dialog = find("#question", HTMLDialogElement);
  const stay = find("#question-stay", HTMLButtonElement);
  const go = find("#question-go", HTMLButtonElement);
  /** The answer to the last one that stands or waits. @type {Promise<boolean> | null} */
  let last = null;
  stay.addEventListener("click", () => dialog.close("stay"));
  go.addEventListener("click", () => dialog.close("go"));
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.repeat) event.preventDefault();
  });

  /** @param {QuestionWords} words @param {boolean} leadsOn @returns {Promise<boolean>} */
  function open(words, leadsOn) {
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
  }

  /** @param {Promise<boolean>} before */
  async function turn(before) {
    await before;
    // What that answer led to has the focus by then.
    await new Promise((done) => setTimeout(done));
    await pressEnd();
    shield(go);
  }

  /**
   * Whether to go on. What had the focus gets it back, but where one goes on to something that has a focus of its own:
   * a screen reader would speak of what had it, for nothing.
   * @param {QuestionWords} words
   * @param {{ leadsOn?: boolean, stands?: () => boolean }} [how] `stands`: whether it is still to be asked, when its turn comes
   * @returns {Promise<boolean>}
   */
  return async function ask(words, { leadsOn = false, stands = () => true } = {}) {
    const put = () => (stands() ? open(words, leadsOn) : Promise.resolve(false));
    const answer = last === null ? put() : turn(last).then(put);
    last = answer;
    const goes = await answer;
    if (last === answer) last = null;
    return goes;
  };
}
