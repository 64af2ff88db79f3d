// Larger and smaller text, with the keys that every browser has. Text and targets are in rem, so all of it follows; the
// sizes are in base.css.

const LARGEST = 5;

export function watchTextSize() {
  let step = 0;
  addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    const next = { "+": step + 1, "=": step + 1, "-": step - 1, 0: 0 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    step = Math.min(Math.max(next, 0), LARGEST);
    document.documentElement.dataset["textSize"] = String(step);
  });
}
