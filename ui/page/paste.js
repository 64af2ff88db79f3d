// What is pasted or dropped into a box of one line, with its rows and cells kept apart: left to itself, such a box drops
// the line ends, and glues one value to the next.

/** Stands in the box where a line ended; `src-tauri/domain/pasted.rs` reads it as one. */
const LINE_END = "↵";

/** All that ends a line, for some program or other. */
const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/** @param {HTMLInputElement[]} boxes */
export function keepLinesApart(boxes) {
  for (const box of boxes) {
    box.addEventListener("paste", (event) => insert(box, event, event.clipboardData?.getData("text/plain")));
    box.addEventListener("drop", (event) => insert(box, event, event.dataTransfer?.getData("text/plain"), { whole: true }));
    // Whatever else brings text: a menu of the system, a clipboard manager, dictation.
    box.addEventListener("beforeinput", (event) => insert(box, event, event.data ?? event.dataTransfer?.getData("text/plain")));
  }
}

/** As a box of one line holds it. @param {string} text */
export const asOneLine = (text) => text.trim().replaceAll(LINE_ENDS, LINE_END);

/** What is dropped takes the place of what the box held: where between its letters it fell, nobody can tell.
 * @param {HTMLInputElement} box @param {Event} event @param {string | undefined} text */
function insert(box, event, text, { whole = false } = {}) {
  if (!text || text.search(LINE_ENDS) < 0) return;
  event.preventDefault();
  const line = asOneLine(text);
  if (whole) box.select();
  box.setRangeText(line, box.selectionStart ?? 0, box.selectionEnd ?? box.value.length, "end");
  box.focus();
  box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: whole ? "insertFromDrop" : "insertFromPaste" }));
}
