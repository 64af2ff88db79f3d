// The two ways that the page touches the document: find what is there, build what is not.

/**
 * The element that must be there, as the type that it must have.
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} type
 * @param {ParentNode} [root]
 * @returns {T}
 */
export function find(selector, type, root = document) {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`no ${type.name} at ${selector}`);
  return found;
}

/**
 * An element with its attributes and children. Text is always text: nothing is parsed as HTML.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | boolean | EventListener>} [attributes] `onclick` and the like take a function
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/**
 * The text with some parts kept whole: a number or an address goes to the next line rather than break in two.
 * @param {string} text
 * @param {string[]} parts
 * @returns {(Node | string)[]}
 */
export function keepWhole(text, parts) {
  const pattern = parts.filter((part) => part !== "").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (pattern.length === 0) return [text];
  const pieces = text.split(new RegExp(`((?:${pattern.join("|")})[.,]?)`));
  return pieces.map((piece, at) => (at % 2 === 1 ? element("span", { class: "whole" }, ...breakable(piece)) : piece));
}

/** An address that is too long for a line breaks after its @. @param {string} part */
function breakable(part) {
  const at = part.indexOf("@") + 1;
  return at > 0 ? [part.slice(0, at), element("wbr"), part.slice(at)] : [part];
}
