// Hover and focus on a list, by a person: the pointer is moved over it, or the focus is in it. A pointer that merely lies
// there is no hand: a list that grows, or a window that is brought to the front, comes under it by itself.

/** @param {HTMLElement} place */
export function createHand(place) {
  /** On the screen, where the pointer and the list came together. */
  let cameAt = "";
  let isPointing = false;

  place.addEventListener("pointerenter", (event) => (cameAt = positionOf(event)));
  place.addEventListener("pointermove", (event) => (isPointing ||= positionOf(event) !== cameAt));
  place.addEventListener("pointerleave", () => (isPointing = false));

  const isFocused = () => place.contains(document.activeElement);
  return {
    isOn: () => isPointing || isFocused(),
    letGo() {
      isPointing = false;
      if (document.activeElement instanceof HTMLElement && isFocused()) document.activeElement.blur();
    },
  };
}

/** @param {PointerEvent} event */
const positionOf = ({ screenX, screenY }) => `${screenX} ${screenY}`;
