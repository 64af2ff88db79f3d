// The words: complete in both languages, in the voice that the product speaks in, and none left over.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { LANGUAGES } from "../../ui/locales/index.js";
import { inNumber, setLanguage } from "../../ui/words/i18n.js";
import { policyNotice } from "../../ui/words/policy-words.js";

const ui = new URL("../../ui/", import.meta.url);
const catalogues = Object.fromEntries(await Promise.all(Object.values(LANGUAGES).map(async ({ code, load }) => [code, await load()])));
const { en, nb } = catalogues;

/** Every text with the path to it, such as `reasons/not-found/title`; of one with plural forms each. */
function texts(branch, path = []) {
  return Object.entries(branch).flatMap(([key, value]) => (typeof value === "string" ? [[[...path, key].join("/"), value]] : texts(value, [...path, key])));
}

const sources = () =>
  readdirSync(ui, { recursive: true })
    .map(String)
    .filter((name) => /\.(js|html)$/.test(name) && !name.startsWith("locales"))
    .map((name) => readFileSync(new URL(name.replaceAll("\\", "/"), ui), "utf8"))
    .join("\n");

const placeholders = (text) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

test("both languages say the same things", () => {
  assert.deepEqual(texts(nb).map(([path]) => path), texts(en).map(([path]) => path));
});

test("a text names the same facts in both languages", () => {
  const norwegian = new Map(texts(nb));
  for (const [path, text] of texts(en)) assert.deepEqual(placeholders(norwegian.get(path)), placeholders(text), path);
});

test("a text with a number has each form that its language needs, and no other", () => {
  for (const { code, locale } of Object.values(LANGUAGES)) {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.sort();
    for (const [key, text] of Object.entries(catalogues[code].words)) {
      if (typeof text === "object") assert.deepEqual(Object.keys(text).sort(), needed, `${code}: ${key}`);
    }
  }
});

test("the form follows the number, by the rules of the language", () => {
  const forms = { one: "{count} link", few: "{count} linki", many: "{count} linków", other: "{count} linku" };
  const said = (locale) => [1, 2, 5, 22, 1.5].map((count) => inNumber(forms, { count }, locale));
  assert.deepEqual(said("pl"), [forms.one, forms.few, forms.many, forms.few, forms.other]);
  assert.deepEqual(said("en-GB"), [forms.one, forms.other, forms.other, forms.other, forms.other]);
});

test("who is told of the languages is told of each", async () => {
  const fault = { file: "policy.toml", line: 2, key: "fixed.language", reason: { kind: "unknown-language" } };
  for (const language of Object.keys(LANGUAGES)) {
    await setLanguage(language);
    const [line] = policyNotice({ policy_faults: [fault], support: null }).lines;
    for (const code of Object.keys(LANGUAGES)) assert.match(line, new RegExp(`\\b${code}\\b.*\\.$`), line);
  }
});

test("every code that Rust may send has words", () => {
  const contract = readFileSync(new URL("contract.d.ts", ui), "utf8");
  const parts = (type) => [...new RegExp(`export type ${type} =([^;]+);`).exec(contract)[1].matchAll(/"([a-z-]+)"|([A-Z]\w+)/g)];
  const codes = (type) => parts(type).flatMap(([, code, others]) => code ?? codes(others)).sort();
  assert.ok(codes("Code").length > 40 && codes("ProblemCode").length > 20);
  for (const { checks, problems, reasons } of Object.values(catalogues)) {
    assert.deepEqual(Object.keys(problems).sort(), codes("ProblemCode"));
    assert.deepEqual(Object.keys(checks).sort(), codes("CheckCode"));
    assert.deepEqual(Object.keys(reasons).sort(), codes("Code"));
  }
});

test("no text says please, sorry or that an error occurred", () => {
  const banned =
    /\b(please|sorry|apolog|oops|invalid|error|failed to|unfortunately|vennligst|beklager|unnskyld|dessverre|ugyldig|feil oppstod|oisann|feilet)/i;
  for (const catalogue of Object.values(catalogues)) {
    for (const [path, text] of texts(catalogue)) assert.doesNotMatch(text, banned, path);
  }
});

test("no code shows through in the words", () => {
  const codes = [...Object.keys(en.reasons), ...Object.keys(en.problems)].filter((code) => code.includes("-"));
  for (const catalogue of Object.values(catalogues)) {
    for (const [path, text] of texts(catalogue)) {
      for (const code of codes) assert.ok(!text.toLowerCase().includes(code), `${path}: ${code}`);
    }
  }
});

test("a title is at most six words", () => {
  for (const { words, reasons } of Object.values(catalogues)) {
    const titles = Object.values(reasons).map(({ title }) => title);
    for (const [key, text] of Object.entries(words)) if (key.endsWith(".title")) titles.push(text);
    // The longest name of a keychain stands for each
    for (const title of titles) {
      const said = title.replace(/\{keychain\}/i, words["keychain.windows"]);
      assert.ok(said.split(/\s+/).length <= 6, said);
    }
  }
});

test("an unknown outcome is never called sent, and never invites a second send at once", () => {
  for (const [code, { title, next }] of Object.entries(en.reasons)) {
    if (title !== "It may have been sent") continue;
    assert.equal(next, "Ask the customer before you send again.", code);
    assert.equal(nb.reasons[code].title, "Lenken kan ha blitt sendt");
  }
});

test("every key that the page asks for exists, and every key is asked for", () => {
  const source = sources();
  const asked = new Set([...source.matchAll(/"([a-z-]+(?:\.[a-z-]+)+)"/g)].map(([, key]) => key));
  const shapes = [...source.matchAll(/\bt\(`([^`]+)`/g)].map(
    ([, shape]) => new RegExp(`^${shape.replaceAll(".", "\\.").replace(/\$\{[^}]+\}/g, "[a-z-]+")}$`),
  );
  const keys = Object.keys(en.words);
  for (const [, key] of source.matchAll(/(?:\bt\(|data-t=|data-t-label=|"data-t": )"([^"]+)"/g)) assert.ok(keys.includes(key), key);
  for (const shape of shapes) assert.ok(keys.some((key) => shape.test(key)), String(shape));
  for (const key of keys) assert.ok(asked.has(key) || shapes.some((shape) => shape.test(key)), `nobody says ${key}`);
});

test("a question has a safe answer and a bold one, and they differ", () => {
  for (const { words } of Object.values(catalogues)) {
    for (const question of ["earlier-unknown", "unfamiliar-prefix", "not-found", "forget-token"]) {
      assert.notEqual(words[`question.${question}.stay`], words[`question.${question}.go`]);
    }
  }
});

test("Norwegian is Norwegian: no English left behind", () => {
  const english = new Map(texts(en));
  const same = texts(nb).filter(([path, text]) => text !== "" && english.get(path) === text).map(([, text]) => text);
  assert.deepEqual(same.sort(), ["Demo", "Resend Reservation", "SMS", "{app} — {environment}", "{title}. {text}", "{title}: {state}. {text} [{code}]"].sort());
});
