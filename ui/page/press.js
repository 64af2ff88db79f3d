// A press: from a finger or the space bar going down until its click is done. What comes late waits for its end, so that
// nothing moves, is ticked or changes its meaning between the two.

/** One whose end is never heard of, outside the window say, holds nothing up for longer. */
const LONGEST = 3000;

let ended = Promise.resolve();
let end = () => {};
let bound = 0;

/** Ready at once while nothing is pressed. @returns {Promise<void>} */
export const pressEnd = () => ended;

export function watchPresses() {
  addEventListener("pointerdown", begin, true);
  for (const up of ["pointerup", "pointercancel"]) addEventListener(up, afterClick, true);
  addEventListener("keydown", (event) => isSpaceOnControl(event) && begin(), true);
  addEventListener("keyup", (event) => event.key === " " && afterClick(), true);
  addEventListener("blur", () => end());
}

function begin() {
  clearTimeout(bound);
  bound = setTimeout(() => end(), LONGEST);
  end();
  ended = new Promise((resolve) => {
    end = resolve;
  });
}

/** For how long nothing is pressed that has just moved by itself: a hand on its way takes about as long to stop. */
const UNNOTICED = 700;

/** Nothing in it is pressed by a click that was meant for what stood there before. @param {HTMLElement} moved */
export function shield(moved) {
  moved.inert = true;
  setTimeout(() => (moved.inert = false), UNNOTICED);
}

/** The click comes after the key or the finger is up. */
function afterClick() {
  clearTimeout(bound);
  bound = setTimeout(() => end(), 0);
}

/** @param {KeyboardEvent} event */
function isSpaceOnControl({ key, repeat, target }) {
  return key === " " && !repeat && target instanceof Element && target.matches("button, summary, input[type=checkbox], input[type=radio]");
}
