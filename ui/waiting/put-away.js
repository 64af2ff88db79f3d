// What is put away after a while without a use: names and amounts do not stay on a screen that nobody looks at.

const AFTER = 15 * 60_000;

/** Each use is not told. */
const PAUSE = 60_000;

/**
 * A timer sleeps with the computer: whoever comes back to the window after a night finds nobody there.
 * @param {HTMLElement} region whose use is a use of it
 * @param {{ putAway: () => void, tellUse: () => void }} on
 */
export function createPutAway(region, { putAway, tellUse }) {
  let timer = 0;
  let usedAt = Infinity;
  let toldAt = 0;

  function used() {
    usedAt = Date.now();
    clearTimeout(timer);
    timer = setTimeout(over, AFTER);
  }

  const isOver = () => Date.now() - usedAt >= AFTER;

  function over() {
    clearTimeout(timer);
    usedAt = Infinity;
    putAway();
  }

  function usedByHand() {
    if (isOver()) return over();
    used();
    if (Date.now() - toldAt < PAUSE) return;
    toldAt = Date.now();
    tellUse();
  }

  for (const use of ["pointerdown", "keydown", "input"]) region.addEventListener(use, usedByHand);
  for (const back of ["focus", "visibilitychange"]) addEventListener(back, () => isOver() && over());
  return { used, isOver };
}
