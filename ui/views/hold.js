// The time in which a send can still be stopped: a countdown, with Escape or a button to stop it. Nothing is on the
// wire before it ends, and who changes the form meanwhile has stopped it: what is sent is what stands there.
import { element, find } from "../element.js";
import { duration, t } from "../i18n.js";

const SECOND = 1000;

/** @param {{ say: (words: string) => void }} on `say` reaches those who listen */
export function createHold({ say }) {
  const place = find("#hold", HTMLElement);
  const form = find("#send-form", HTMLElement);

  /** Whether nobody stopped it in that time. @param {number} milliseconds @returns {Promise<boolean>} */
  return function hold(milliseconds) {
    const end = performance.now() + milliseconds;
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
      let tick = 0;

      /** @param {boolean} go */
      function finish(go) {
        listening.abort();
        clearTimeout(tick);
        place.hidden = true;
        place.replaceChildren();
        resolve(go);
      }

      function count() {
        const remaining = end - performance.now();
        if (remaining <= 0) return finish(true);
        left.textContent = t("hold.left", { time: duration(seconds(remaining)) });
        tick = setTimeout(count, remaining % SECOND || SECOND);
      }

      stop.addEventListener("click", () => finish(false), { signal });
      form.addEventListener("input", () => finish(false), { signal });
      addEventListener("keydown", (event) => event.key === "Escape" && finish(false), { signal });
      count();
    });
  };
}

/** @param {number} milliseconds */
const seconds = (milliseconds) => Math.ceil(milliseconds / SECOND);
