// A language that nobody speaks: English with every word 40 % longer, as German and Finnish are. Whatever has room for it
// has room for the languages to come.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { openPage } from "./browser.js";
import { STATES } from "./states.js";
import { cutOff, tooWide } from "./too-wide.js";

const plain = await readFile(new URL("../../ui/locales/en.js", import.meta.url), "utf8");

/** Each word with more of its own letters; the {names} stay as they are. */
function longer(texts) {
  if (typeof texts !== "string") return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, longer(text)]));
  return texts.replace(/\{\w+\}|\p{L}+/gu, (word) => (word.startsWith("{") ? word : word + word.slice(-Math.ceil(word.length * 0.4))));
}

const english = `${plain.replace("export const en =", "const plain =")}\n${longer}\nexport const en = longer(plain);`;

describe("with words 40 % longer", { concurrency: 4 }, () => {
  for (const [state, { scenario, walk }] of Object.entries(STATES)) {
    test(`${state} fits, and nothing is cut off`, async () => {
      const { page, faults, close } = await openPage({ ...scenario, settings: { ...scenario.settings, language: "en" } }, { english });
      await walk?.(page);
      const found = [];
      for (const width of [560, 320]) {
        await page.setViewportSize({ width, height: 2000 });
        found.push(...[...(await tooWide(page)), ...(await cutOff(page))].map((name) => `${width} px: ${name}`));
      }
      const said = await page.evaluate(() => document.body.innerText);
      await close();
      assert.deepEqual(found, []);
      assert.deepEqual(faults, []);
      assert.match(said, /(\p{L}{2,})\1\b/u, "the words are the longer ones");
    });
  }
});
