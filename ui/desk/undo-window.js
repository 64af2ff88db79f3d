// The undo window: a countdown in which a send can still be stopped, by Escape or a button. Nothing is on the wire
// before it ends. Who changes the form meanwhile has stopped it: what is sent is what stands there. So has who
// opens something that covers it; and a computer that slept sends nothing when it wakes.
import { element, find } from "../page/element.js";
import { isDeskCovered } from "../page/places.js";
import { duration, t } from "../words/i18n.js";

const SECOND = 1000;

/** What a busy computer may be late: Rust allows the same. */
const LATE = 4 * SECOND;

/** @param {{ say: (words: string) => void }} on `say` reaches those who listen */
export function createUndoWindow({ say }) {
  const place = find("#hold", HTMLElement);
  const form = find("#send-form", HTMLElement);

  /** How it ended: the time ran out, somebody stopped it, or it is too late to send. @param {number} milliseconds @returns {Promise<"over" | "stopped" | "late">} */
  return function undoWindow(milliseconds) {
    // It came late: nobody would see it.
    if (isDeskCovered()) return Promise.resolve("stopped");
    const end = performance.now() + milliseconds;
    const endOfDay = Date.now() + milliseconds;
    const left = element("p", { class: "hold-left", "aria-hidden": "true" });
    const bar = element("div", { class: "hold-bar", "aria-hidden": "true" });
    const stop = element("button", { type: "button", class: "button" }, t("hold.stop"));
    place.replaceChildren(left, bar, stop);
    place.hidden = false;
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) {
      bar.animate([{ transform: "scaleX(1)" }, { transform: "scaleX(0)" }], { duration: milliseconds, fill: "forwards" });
    }
    say(t("hold.announce", { time: duration(seconds(milliseconds)) }));

    return new Promise((resolve) => {
      const listening = new AbortController();
      const { signal } = listening;
      const covering = new MutationObserver(() => isDeskCovered() && finish("stopped"));
      let tick = 0;

      /** @param {"over" | "stopped" | "late"} how */
      function finish(how) {
        listening.abort();
        covering.disconnect();
        clearTimeout(tick);
        place.hidden = true;
        place.replaceChildren();
        resolve(how);
      }

      /** @param {KeyboardEvent} event */
      function stopOnSpace(event) {
        if (event.key !== " ") return;
        // What gets the focus next is not pressed by the same key coming up.
        event.preventDefault();
        finish("stopped");
      }

      function count() {
        const remaining = end - performance.now();
        const byTheDay = endOfDay - Date.now();
        // The first of the two stands still while the computer sleeps, and anybody may set the other.
        if (remaining < -LATE || Math.abs(byTheDay - remaining) > LATE) return finish("late");
        if (remaining <= 0) return finish("over");
        left.textContent = t("hold.left", { time: duration(seconds(remaining)) });
        tick = setTimeout(count, remaining % SECOND || SECOND);
      }

      // As soon as it is pressed: the time may run out before the finger is up.
      stop.addEventListener("pointerdown", () => finish("stopped"), { signal });
      stop.addEventListener("keydown", stopOnSpace, { signal });
      stop.addEventListener("click", () => finish("stopped"), { signal });
      form.addEventListener("input", () => finish("stopped"), { signal });
      addEventListener("keydown", (event) => event.key === "Escape" && finish("stopped"), { signal });
      covering.observe(document.body, { subtree: true, attributeFilter: ["open", "data-place"] });
      count();
    });
  };
}

/** @param {number} milliseconds */
const seconds = (milliseconds) => Math.ceil(milliseconds / SECOND);
