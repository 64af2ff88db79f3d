// The rules that keep the page small and safe, checked in its sources.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const ui = new URL("../../ui/", import.meta.url);
const files = readdirSync(ui, { recursive: true }).map((name) => String(name).replaceAll("\\", "/"));
const read = (name) => readFileSync(new URL(name, ui), "utf8");
const scripts = files.filter((name) => name.endsWith(".js"));
const sheets = files.filter((name) => name.endsWith(".css"));
const withoutComments = (source) => source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
/** Types are imported in comments. */
const imports = (name) => [...read(name).matchAll(/\b(?:from |import\()"([^"]+)"/g)].map(([, path]) => path);

test("only backend.js speaks to Tauri", () => {
  const speaking = files.filter((name) => /\.(js|html)$/.test(name) && read(name).includes("__TAURI__"));
  assert.deepEqual(speaking, ["backend.js"]);
});

/** What the modules of a folder may import beside each other. */
const MAY_IMPORT = {
  page: ["words/"],
  words: ["locales/"],
  locales: [],
  desk: ["page/", "words/", "locales/", "backend.js"],
  waiting: ["page/", "words/", "locales/", "backend.js"],
  history: ["page/", "words/", "locales/", "backend.js"],
  settings: ["page/", "words/", "locales/", "backend.js"],
  "first-start": ["page/", "words/", "locales/", "backend.js", "settings/token-box.js"],
};

/** What a module imports, each by its path from `ui/`. */
const imported = (name) => imports(name).map((path) => new URL(path, new URL(name, ui)).pathname.slice(ui.pathname.length));

test("a folder imports what all share, and itself", () => {
  for (const name of scripts.filter((name) => name.includes("/"))) {
    const [folder] = name.split("/");
    const allowed = [`${folder}/`, "contract.js", ...MAY_IMPORT[folder]];
    for (const path of imported(name)) assert.ok(allowed.some((start) => path.startsWith(start)), `${name} imports ${path}`);
  }
});

test("nothing but main.js and backend.js lies outside a folder", () => {
  const loose = scripts.filter((name) => !name.includes("/"));
  assert.deepEqual(loose.sort(), ["backend.js", "main.js"]);
  assert.deepEqual([...new Set(imported("backend.js"))], ["contract.js"]);
});

test("main.js comes into each folder by one door", () => {
  const doors = imported("main.js").filter((path) => /^(desk|waiting|history|settings|first-start)\//.test(path));
  assert.deepEqual(doors, ["desk/desk.js", "first-start/first-start.js", "history/history.js", "settings/settings.js", "waiting/waiting.js"]);
});

test("only main.js does something by being loaded", async () => {
  // Where there is no document, a top-level effect fails; and no loose statement stands at the margin.
  for (const name of scripts.filter((name) => name !== "main.js")) {
    await import(new URL(name, ui));
    for (const line of withoutComments(read(name)).split("\n")) {
      if (/^[^\s}\])]/.test(line)) assert.match(line, /^(import|export|const|let|(async )?function)\b/, `${name}: ${line}`);
    }
  }
});

test("the page needs nothing at run time but itself", () => {
  for (const name of scripts) for (const path of imports(name)) assert.match(path, /^\.{1,2}\//, `${name} imports ${path}`);
  for (const name of files.filter((name) => /\.(js|html|css)$/.test(name))) {
    const addresses = read(name).match(/(?:https?|data|blob):[^\s"')]*/g) ?? [];
    assert.deepEqual(addresses.filter((address) => address !== "http://www.w3.org/2000/svg"), [], name);
  }
});

test("nothing is inline that the content policy would refuse", () => {
  const page = read("index.html");
  assert.doesNotMatch(page, /<style|\sstyle=|\son[a-z]+=|<base|javascript:/i);
  for (const [, attributes, body] of page.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
    assert.match(attributes, /src="/);
    assert.equal(body, "");
  }
});

test("nothing is parsed as HTML or evaluated", () => {
  const dangerous = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|\.cssText|\.style\b/;
  for (const name of scripts) assert.doesNotMatch(read(name), dangerous, name);
});

test("the page stores nothing", () => {
  for (const name of scripts) assert.doesNotMatch(read(name), /localStorage|sessionStorage|indexedDB|document\.cookie/, name);
});

test("a send button is never disabled", () => {
  for (const name of scripts) assert.doesNotMatch(read(name), /\.disabled\b|"disabled"/, name);
  assert.doesNotMatch(read("index.html"), /\sdisabled/);
});

test("only tokens.css knows a colour", () => {
  const colour = /#[0-9a-f]{3,8}\b(?=[;\s,)])|\b(?:rgba?|hsla?|oklch|oklab|lab|lch)\(/i;
  for (const name of sheets.filter((name) => name !== "style/tokens.css")) {
    assert.doesNotMatch(withoutComments(read(name)), colour, name);
  }
});

test("every style sheet, and every rule in it, lies in a layer", () => {
  for (const name of sheets) {
    const outside = withoutComments(read(name)).replace(/^@layer [^{;]+;$/gm, "").trim();
    assert.match(outside, /^@layer [a-z]+ \{[\s\S]*\}$/, name);
    assert.equal(outside.split(/^@layer/gm).length, 2, name);
  }
});

test("a file stays short enough to be read at once", () => {
  for (const name of [...scripts, ...sheets]) {
    assert.ok(read(name).split("\n").length <= 400, name);
  }
});

test("what the page gives a class has a style, or is looked for by it", () => {
  const { given, styled, sought } = classes();
  assert.deepEqual([...given].filter((name) => !styled.has(name) && !sought.has(name)), []);
});

test("what has a style is somewhere on the page", () => {
  const { given, styled } = classes();
  assert.deepEqual([...styled].filter((name) => !given.has(name)), []);
});

function classes() {
  const all = (names) => names.map((name) => withoutComments(read(name))).join("\n");
  const found = (text, ...patterns) => {
    const lists = patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, list]) => list));
    return lists.flatMap((list) => list.match(/(?<!\S)[a-z][\w-]*(?!\S)/g) ?? []);
  };
  const code = all(scripts.filter((name) => !name.startsWith("locales/")));
  const named = found(code, /\bclass: "([^"]+)"/g, /classList\.\w+\("([^"]+)"/g, /"class", ["`]([^"`]+)["`]/g);
  return {
    given: new Set([...found(read("index.html"), /\bclass="([^"]+)"/g), ...named]),
    styled: new Set(found(all(sheets), /\.([a-z][\w-]*)(?=[^{}]*\{)/g)),
    sought: new Set(found(code, /(?:querySelector\w*|closest)\("[^"]*\.([\w-]+)"/g)),
  };
}
