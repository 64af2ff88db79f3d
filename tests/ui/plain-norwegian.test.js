// How hard the Norwegian is to read, by LIX: the mean length of a sentence and the share of words of more than six letters.
// Children's books lie near 25, newspapers near 45, laws near 60.
import assert from "node:assert/strict";
import { test } from "node:test";
import { nb } from "../../ui/locales/nb.js";

/** Whatever they are called, nobody finds them hard. */
const NAMES = /^(Payments?|KWallet|Keyring)$/;

const texts = (branch) => Object.values(branch).flatMap((text) => (typeof text === "string" ? [text] : texts(text)));
const words = (sentence) => sentence.match(/\{\w+\}|[\p{L}\p{N}@+-]+/gu) ?? [];
const isLong = (word) => word.length > 6 && !word.startsWith("{") && !NAMES.test(word);
const lix = (all, sentences) => all.length / sentences + (100 * all.filter(isLong).length) / all.length;

const sentences = texts(nb).flatMap((text) => text.split(/(?<=[.!?:])\s+/)).filter((text) => words(text).length > 0);

test("as a whole it is easy to read", () => {
  const all = sentences.flatMap(words);
  assert.ok(all.length > 3000);
  assert.ok(lix(all, sentences.length) <= 30, `LIX ${lix(all, sentences.length)}`);
});

test("no sentence of eight words or more is hard to read", () => {
  const hard = sentences.filter((text) => words(text).length >= 8 && lix(words(text), 1) > 40);
  assert.deepEqual(hard, []);
});
