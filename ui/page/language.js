// The language of the page: every word of it, and what tells screen readers how to say them.
/** @import { Language } from "../contract.js" */
import { setLanguage, translate } from "../words/i18n.js";

/** @param {Language} language @returns {Promise<boolean>} whether nobody has chosen another one meanwhile */
export async function speak(language) {
  const isInUse = await setLanguage(language);
  if (isInUse) {
    document.documentElement.lang = language;
    translate(document);
  }
  return isInUse;
}
