// Select on focus: a contact that was filled in is selected whole by the first click or key in it, so that another one is
// typed straight over it. A second click places the caret as ever.

/** @param {HTMLInputElement[]} boxes @param {(box: HTMLInputElement) => boolean} isTyped by a person, whose caret it is */
export function selectOnFocus(boxes, isTyped) {
  for (const box of boxes) {
    let isFirstPress = false;
    /** The window is left, and comes back to where the caret was. */
    let isWindowLeft = false;
    const select = () => !isTyped(box) && box.select();

    box.addEventListener("pointerdown", () => (isFirstPress = document.activeElement !== box));
    box.addEventListener("focus", () => {
      // What is selected before the press is over, WebKit takes for something to be dragged.
      if (!isWindowLeft && !isFirstPress) select();
      isWindowLeft = false;
    });
    box.addEventListener("blur", () => {
      isWindowLeft = document.activeElement === box;
      isFirstPress = false;
    });
    // What was marked by drawing over it stays.
    box.addEventListener("click", () => {
      if (isFirstPress && box.selectionStart === box.selectionEnd) select();
      isFirstPress = false;
    });
  }
}
