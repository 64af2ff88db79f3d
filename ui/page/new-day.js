// Change of the date while the window is open, at midnight or after a night of sleep: what says "today" or "yesterday" is
// said anew. A timer sleeps with the computer, so it is also asked when somebody comes back to the window.

/** @param {() => void} onNewDay */
export function watchDays(onNewDay) {
  let day = today();
  let timer = 0;

  function look() {
    const now = today();
    if (now !== day) onNewDay();
    day = now;
    clearTimeout(timer);
    timer = setTimeout(look, untilMidnight());
  }

  for (const event of ["focus", "visibilitychange", "pointerdown", "keydown"]) addEventListener(event, look);
  look();
}

const today = () => new Date().toDateString();

/** A moment more, so that it is the next day by then. */
const untilMidnight = () => new Date().setHours(24, 0, 1, 0) - Date.now();
