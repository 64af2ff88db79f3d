// The formatters of Intl, each made once: they lie in the web view's own memory, which is given back late. One for each
// amount and time of a list, each time that a row came, took 270 MB.

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
  // One that is made keeps the time zone of that moment, which somebody may set right while the window is open.
  const key = `${kind.name} ${locale} ${new Date().getTimezoneOffset()} ${JSON.stringify(options)}`;
  if (!made.has(key)) made.set(key, new kind(locale, options));
  return made.get(key);
}
