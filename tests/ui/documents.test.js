// What the documents tell is so: they quote the window in its own words, and whatever they point at is there.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { en } from "../../ui/locales/en.js";
import { nb } from "../../ui/locales/nb.js";
import { sheetsOf } from "./browser.js";
import { headings, pictures, places, quotes, read, said, sayings, targets } from "./documents.js";
import { hardOnes, lix } from "./lix.js";
import { misspelled } from "./misspelled.js";
import { rendered } from "./rendered.js";

const NORWEGIAN = ["docs/brukerveiledning.md", "docs/veggark.html"];
const ENGLISH = ["docs/user-guide.md", "docs/wall-sheet.html"];
const OTHERS = ["README.md", "SECURITY.md", "docs/administrators.md", "docs/tested.md"];

const root = new URL("../../", import.meta.url);

for (const [language, catalogue, documents] of [["nb", nb, NORWEGIAN], ["en", en, [...ENGLISH, ...OTHERS]]]) {
  const window = sayings(catalogue);

  for (const document of documents) {
    test(`what ${document} quotes is what the window says: ${language}`, () => {
      assert.deepEqual(quotes(read(document)).filter((quote) => !window.has(quote)), []);
    });
  }
}

test("words that the window no longer says would be found", () => {
  const window = sayings({ words: { "keychain.linux": "the keychain", one: "Send the link to {recipient}. It takes a while." }, more: { title: "{Keychain} is locked" } });
  for (const quote of ["Send the link to …", "It takes a while", "send the link to …"]) assert.ok(window.has(quote), quote);
  for (const quote of ["Send a link to …", "Send the link", "to …", "…", "is locked"]) assert.ok(!window.has(quote), quote);
  assert.deepEqual(quotes("Press *Send the\nlink* or **now**, `*not* this`, 2 * 3 * 4, <i>Stop</i>"), ["Send the link", "Stop"]);
});

test("the guides quote the window, and not a little", () => {
  for (const guide of [NORWEGIAN[0], ENGLISH[0]]) assert.ok(new Set(quotes(read(guide))).size >= 40, guide);
});

for (const document of [...NORWEGIAN, ...ENGLISH, ...OTHERS, "ARCHITECTURE.md", "docs/releasing.md", "docs/windows-and-macos.md"]) {
  test(`whatever ${document} points at is there`, () => {
    const here = new URL(document, root);
    const local = targets(read(document)).filter((target) => !/^[a-z]+:/.test(target));
    const gone = local.filter((target) => {
      const { pathname, hash } = new URL(target, here);
      const page = new URL(pathname, here);
      return !existsSync(page) || (hash && !places(read(page)).includes(decodeURIComponent(hash.slice(1))));
    });
    assert.deepEqual(gone, []);
  });
}

test("both guides have the same chapters, tables and pictures", () => {
  const [norwegian, english] = [NORWEGIAN[0], ENGLISH[0]].map(read);
  const numbers = (text) => headings(text).map((heading) => heading.match(/^\d+/)?.[0]);
  assert.deepEqual(numbers(norwegian), [undefined, "1", "2", "3", "4", "5", "6", "7"]);
  assert.deepEqual(numbers(english), numbers(norwegian));
  const shape = (text) => text.split("\n").filter((line) => line.startsWith("|")).map((line) => line.split("|").length);
  assert.deepEqual(shape(english), shape(norwegian));
  const shown = (text) => pictures(text).map(({ path }) => path);
  assert.deepEqual(shown(norwegian).map((path) => path.replace("/nb/", "/en/")), shown(english));
  assert.ok(shown(english).length >= 7);
});

test("the Norwegian of the guide is easy to read, as a whole and sentence by sentence", () => {
  for (const document of NORWEGIAN) {
    const all = said(read(document));
    assert.ok(all.length > 20, document);
    assert.ok(lix(all) <= 30, `${document}: LIX ${lix(all)}`);
    assert.deepEqual(hardOnes(all), [], document);
  }
});

test("the guide prints on two sheets, with its pictures", async () => {
  const folder = mkdtempSync(join(tmpdir(), "guide-"));
  for (const guide of [NORWEGIAN[0], ENGLISH[0]]) {
    const page = pathToFileURL(join(folder, "guide.html"));
    writeFileSync(page, rendered(read(guide), new URL(guide, root)));
    assert.equal(await sheetsOf(page), 2, guide);
  }
  rmSync(folder, { recursive: true });
});

test("the sheet for the wall is one sheet", async () => {
  for (const sheet of [NORWEGIAN[1], ENGLISH[1]]) assert.equal(await sheetsOf(new URL(sheet, root)), 1, sheet);
});

for (const [language, documents] of [["nb", NORWEGIAN], ["en", ENGLISH]]) {
  test(`nothing in the guide is misspelled: ${language}`, () => {
    const known = ["Kari", "Nordmann", "Enter", "Ctrl", "Ctrl+N", "N", "User", "guide", "In", "English", "Brukerveiledning", "På", "norsk", "Skjemaet", "e", "E"];
    for (const document of documents) assert.deepEqual(misspelled(language, said(read(document)).join("\n"), known), [], document);
  });
}
