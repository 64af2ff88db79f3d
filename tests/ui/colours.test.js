// Contrast, computed from the colours as they are written, in both schemes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const sheet = readFileSync(new URL("../../ui/style/tokens.css", import.meta.url), "utf8");

/** The declarations of the first block after a mark. */
function tokensAfter(mark) {
  const from = sheet.indexOf(mark);
  assert.ok(from >= 0, mark);
  const block = sheet.slice(from).split(":root {")[1].split("}")[0];
  return Object.fromEntries([...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
}

const light = tokensAfter("@layer tokens {");
const schemes = { light, dark: { ...light, ...tokensAfter("prefers-color-scheme: dark") } };

function luminance(tokens, name) {
  let value = tokens[`--${name}`];
  while (value?.startsWith("var(")) value = tokens[value.slice(4, -1)];
  assert.match(value ?? "", /^#[0-9a-f]{6}$/, `${name} is not a colour: ${value}`);
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(value.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens, one, other) {
  const [dark, bright] = [luminance(tokens, one), luminance(tokens, other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

function atLeast(wanted, pairs) {
  for (const [scheme, tokens] of Object.entries(schemes)) {
    for (const [one, other] of pairs) {
      const found = contrast(tokens, one, other);
      assert.ok(found >= wanted, `${scheme}: ${one} on ${other} is ${found.toFixed(2)}`);
    }
  }
}

const grounds = ["page", "surface", "sunken", "action-soft"];
const kinds = ["sent", "not-sent", "unknown"];
const places = ["practice", "demo", "production", "local"];

test("words stand out seven to one from what they stand on", () => {
  atLeast(7, grounds.map((ground) => ["text", ground]));
  atLeast(7, ["page", "surface"].map((ground) => ["text-quiet", ground]));
  atLeast(7, kinds.map((kind) => [kind, `${kind}-soft`]));
  atLeast(7, [["not-sent", "page"], ["not-sent", "surface"]]);
});

test("the quietest words never fall under four and a half to one", () => {
  atLeast(4.5, grounds.map((ground) => ["text-quiet", ground]));
});

test("words on a filled button and in the strip are read easily", () => {
  atLeast(7, [["on-action", "action"], ...places.map((place) => [`on-${place}`, place])]);
  atLeast(4.5, [["on-action", "action-hover"]]);
});

test("the button that sends wears the environment, and is read as easily in each", () => {
  atLeast(7, ["practice", "demo"].map((place) => [`on-send-${place}`, `send-${place}`]));
  atLeast(4.5, ["practice", "demo"].map((place) => [`on-send-${place}`, `send-${place}-hover`]));
  // Against what it stands on: by itself, or by its edge.
  atLeast(3, ["page", "surface"].map((ground) => ["send-practice", ground]));
  atLeast(3, ["page", "surface"].map((ground) => ["send-demo-edge", ground]));
  for (const tokens of Object.values(schemes)) {
    const seen = new Set(["action", "send-practice", "send-demo"].map((button) => luminance(tokens, button).toFixed(4)));
    assert.equal(seen.size, 3);
  }
});

test("edges of controls and the ring of focus are seen three to one", () => {
  for (const edge of ["edge", "action", "focus", ...kinds.map((kind) => `${kind}-edge`)]) {
    atLeast(3, ["page", "surface"].map((ground) => [edge, ground]));
  }
  atLeast(3, [["action", "action-soft"], ["edge", "action-soft"]]);
});

test("no two environments share a strip", () => {
  for (const tokens of Object.values(schemes)) {
    const seen = new Set(places.map((place) => luminance(tokens, place).toFixed(4)));
    assert.equal(seen.size, places.length);
  }
});

test("dark has values of its own for every result and surface", () => {
  const own = tokensAfter("prefers-color-scheme: dark");
  for (const name of ["page", "surface", "text", "edge", "action", ...kinds, ...kinds.map((kind) => `${kind}-soft`)]) {
    assert.ok(own[`--${name}`], name);
  }
});

test("forced colours give every coloured meaning to the user's own palette", () => {
  const forced = tokensAfter("forced-colors: active");
  const system = /^(Canvas|CanvasText|ButtonText|ButtonFace|Highlight|HighlightText)$/;
  const coloured = Object.keys(schemes.dark).filter((name) => {
    const value = light[name] ?? "";
    return value.startsWith("var(");
  });
  for (const name of coloured) assert.match(forced[name] ?? "", system, name);
});
