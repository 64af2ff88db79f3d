// What is put away after a while without a use: names and amounts do not stay on a screen that nobody looks at.

const AFTER = 15 * 60_000;

/** @param {HTMLElement} region whose use is a use of it @param {() => void} putAway */
export function createPutAway(region, putAway) {
  let timer = 0;

  function used() {
    clearTimeout(timer);
    timer = setTimeout(putAway, AFTER);
  }

  for (const use of ["pointerdown", "keydown", "input"]) region.addEventListener(use, used);
  return { used };
}
