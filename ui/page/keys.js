// What a key event means beyond its key.

/**
 * Enter may only end a composition, of Japanese say. WebKit on macOS tells of it after the composition's end, with the
 * key code that a composition has. @param {KeyboardEvent} event
 */
export const endsComposition = ({ isComposing, keyCode }) => isComposing || keyCode === 229;
