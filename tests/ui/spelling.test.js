// Every word of the window is spelled as the dictionaries of Debian spell it, or is one that they do not know.
import assert from "node:assert/strict";
import { test } from "node:test";
import { en } from "../../ui/locales/en.js";
import { nb } from "../../ui/locales/nb.js";
import { texts } from "./catalogue-texts.js";
import { idle, misspelled } from "./misspelled.js";

const TYPED = ["RES3633019929", "com", "certificates", "fixed", "default", "e", "E", "example", "kl", "already", "D", "Secure", "failed"];

for (const [language, catalogue] of Object.entries({ en, nb })) {
  const said = texts(catalogue).map((text) => text.replace(/\{\w+\}/g, "")).join("\n");

  test(`nothing is misspelled: ${language}`, () => {
    assert.deepEqual(misspelled(language, said, TYPED), []);
  });

  test(`no word is kept on the list that nobody says any more: ${language}`, () => {
    assert.deepEqual(idle(language, said), []);
  });
}
