// Classes: what the page uses has a style, and what has a style is used.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const ui = fileURLToPath(new URL("../../ui/", import.meta.url));
const files = (await readdir(ui, { recursive: true })).filter((name) => !name.startsWith("locales"));
const textOf = async (ending) =>
  (await Promise.all(files.filter((name) => name.endsWith(ending)).map((name) => readFile(join(ui, name), "utf8")))).join("\n");

const markup = await textOf(".html");
const scripts = await textOf(".js");
const styles = (await textOf(".css")).replace(/\/\*.*?\*\//gs, "");

const names = (text, pattern) => new Set([...text.matchAll(pattern)].flatMap(([, found]) => found.match(/(?<!\S)[a-z][\w-]*(?!\S)/g) ?? []));
const given = new Set([
  ...names(markup, /\bclass="([^"]+)"/g),
  ...names(scripts, /\bclass: "([^"]+)"/g),
  ...names(scripts, /classList\.\w+\("([^"]+)"/g),
  ...names(scripts, /"class", ["`]([^"`]+)["`]/g),
]);
const styled = names(styles, /\.([a-z][\w-]*)(?=[^{}]*\{)/g);
const sought = names(scripts, /(?:querySelector\w*|closest)\("[^"]*\.([\w-]+)"/g);

test("what the page gives a class has a style, or is looked for by it", () => {
  assert.deepEqual([...given].filter((name) => !styled.has(name) && !sought.has(name)), []);
});

test("what has a style is somewhere on the page", () => {
  assert.deepEqual([...styled].filter((name) => !given.has(name)), []);
});
