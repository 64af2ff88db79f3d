// The formatters of Intl, each made once: one takes tens of kilobytes of the web view's own memory, which is given back
// late. A list that is drawn row by row made thousands of them.

/** @type {Map<string, any>} */
const made = new Map();

/**
 * @template T
 * @param {new (locale: string, options?: any) => T} kind such as Intl.NumberFormat
 * @param {string} locale
 * @param {object} [options]
 * @returns {T}
 */
export function formatter(kind, locale, options = {}) {
  const key = `${kind.name} ${locale} ${JSON.stringify(options)}`;
  if (!made.has(key)) made.set(key, new kind(locale, options));
  return made.get(key);
}
