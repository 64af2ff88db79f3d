// How hard the Norwegian of the window is to read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { nb } from "../../ui/locales/nb.js";
import { texts } from "./catalogue-texts.js";
import { hardOnes, lix, sentences, words } from "./lix.js";

const said = texts(nb).flatMap(sentences);

test("as a whole it is easy to read", () => {
  assert.ok(said.flatMap(words).length > 3000);
  assert.ok(lix(said) <= 30, `LIX ${lix(said)}`);
});

test("no sentence of eight words or more is hard to read", () => {
  assert.deepEqual(hardOnes(said), []);
});
