// Words that Debian's dictionary of a language does not know (hunspell).
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

const DICTIONARIES = { en: "en_GB", nb: "nb_NO" };

/** What is no word of any language, and is said in all of them. */
const NAMES = ["Payment", "Payments", "Resend", "Reservation", "KWallet", "Keyring", "DNS", "TOML", "UTC", "UTF", "RES", "ODR", "Esc", "Escape"];

const KNOWN = {
  en: ["Keychain", "keychain"],
  // Compounds, mostly: the language makes new ones as it goes
  nb: [
    "Appen", "appen", "appens", "Legitimasjonsbehandling", "Noe", "noe", "Noen", "noen", "abonnementsnummer", "betalingslenke", "betalingslenken",
    "Betalingslenken", "innboksen", "innloggingsside", "innstillingsfilen", "installasjonspakken", "nettverksstasjoner", "Proxyserveren",
    "Reservasjonsnummer", "Reservasjonsnumre", "reservasjonsnummer", "reservasjonsnummeret", "reservasjonsnumre", "skjemaet", "Tilgangsnøklene",
    "tredjepartsprogramvare", "Øvelsesmodus", "øvelsesmodus", "Øvelsesreservasjoner", "øvelsesreservasjoner", "Øvelsestjenesten",
  ],
};

/** Those of the list that are not in a text. @param {"en" | "nb"} language @param {string} text */
export const idle = (language, text) => KNOWN[language].filter((word) => !text.includes(word));

/** @param {"en" | "nb"} language @param {string} text @param {string[]} [alsoKnown] */
export function misspelled(language, text, alsoKnown = []) {
  const known = new Set([...NAMES, ...KNOWN[language], ...alsoKnown]);
  const { error, stdout } = spawnSync("hunspell", ["-d", DICTIONARIES[language], "-i", "utf-8", "-l"], { input: text, encoding: "utf8" });
  assert.equal(error, undefined, "hunspell and its dictionaries are needed: `./dev test` installs them");
  return [...new Set(stdout.split("\n"))].filter((word) => word && !known.has(word));
}
