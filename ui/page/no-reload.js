// Prevents a reload, by a key or by the web view's own menu: it would lose what was typed, and the result of a send that
// is under way.

export function preventReload() {
  addEventListener("keydown", (event) => {
    const reloads = event.key === "F5" || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "r");
    if (reloads) event.preventDefault();
  });
  addEventListener("contextmenu", (event) => {
    if (!isForText(event.target)) event.preventDefault();
  });
}

/** Cut, copy and paste are what the menu is good for. @param {EventTarget | null} target */
function isForText(target) {
  const selected = getSelection()?.toString() ?? "";
  return selected !== "" || (target instanceof Element && target.closest("input, pre") !== null);
}
