// Every word of the window is spelled as the dictionaries of Debian spell it, or is one that they do not know.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { en } from "../../ui/locales/en.js";
import { nb } from "../../ui/locales/nb.js";

const NAMES = ["Payment", "Payments", "Resend", "Reservation", "KWallet", "Keyring", "DNS", "TOML", "UTC", "UTF", "RES", "ODR", "Esc", "Escape"];
const TYPED = ["RES3633019929", "com", "certificates", "fixed", "default", "e", "E", "example", "kl"];
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

const texts = (branch) => Object.values(branch).flatMap((text) => (typeof text === "string" ? [text] : texts(text)));

for (const [language, { catalogue, dictionary }] of Object.entries({ en: { catalogue: en, dictionary: "en_GB" }, nb: { catalogue: nb, dictionary: "nb_NO" } })) {
  const said = texts(catalogue).map((text) => text.replace(/\{\w+\}/g, "")).join("\n");

  test(`nothing is misspelled: ${language}`, () => {
    const known = new Set([...NAMES, ...TYPED, ...KNOWN[language]]);
    const { error, stdout } = spawnSync("hunspell", ["-d", dictionary, "-i", "utf-8", "-l"], { input: said, encoding: "utf8" });
    assert.equal(error, undefined, "hunspell and its dictionaries are needed: `./dev test` installs them");
    assert.deepEqual([...new Set(stdout.split("\n"))].filter((word) => word && !known.has(word)), []);
  });

  test(`no word is kept on the list that nobody says any more: ${language}`, () => {
    assert.deepEqual(KNOWN[language].filter((word) => !said.includes(word)), []);
  });
}
