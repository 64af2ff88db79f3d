// The languages of the window: each by its own name, what the platform's formatters call it, and where its words are.
/**
 * @import { Language } from "../contract.js"
 * @import { Catalogue } from "./catalogue.js"
 */

/** @type {{ [L in Language]: { code: L, name: string, locale: string, load: () => Promise<Catalogue> } }} */
export const LANGUAGES = {
  en: { code: "en", name: "English", locale: "en-GB", load: async () => (await import("./en.js")).en },
  nb: { code: "nb", name: "Norsk bokmål", locale: "nb-NO", load: async () => (await import("./nb.js")).nb },
};
