// Every state of the page as it ships, in both languages, in light, dark and forced colours, at three widths and with
// text at twice its size: axe-core finds nothing at WCAG 2.2 AA, and nothing has to be scrolled sideways.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { openPage } from "./browser.js";
import { STATES } from "./states.js";
import { tooWide } from "./too-wide.js";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// A state where the page has one heading level to itself is a dialog or a result: these two are advice, not WCAG.
const advice = { "page-has-heading-one": { enabled: false }, "heading-order": { enabled: false } };
const looks = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  "forced colours": { colorScheme: "light", forcedColors: "active" },
};

describe("the page as it ships", { concurrency: 4 }, () => {
  for (const [state, { scenario, walk }] of Object.entries(STATES)) {
    for (const language of /** @type {const} */ (["en", "nb"])) {
      test(`${state} (${language}) is accessible and fits`, async () => {
        const { page, faults, close } = await openPage({
          ...scenario,
          settings: { ...scenario.settings, language },
        });
        await walk?.(page);
        await page.evaluate(axe);
        const found = [];
        for (const width of [960, 560, 320]) {
          // High enough for all of it: what lies under the foot of the form is a matter of scrolling, and of a test of its own.
          await page.setViewportSize({ width, height: 2000 });
          for (const [look, media] of Object.entries(looks).filter(([look]) => width < 960 || look === "light")) {
            await page.emulateMedia({ ...media, reducedMotion: "reduce" });
            const violations = await violationsIn(page);
            found.push(...violations.map((violation) => `${width} px, ${look}: ${violation}`));
          }
          for (const size of [100, 200]) found.push(...(await tooWide(page, size)).map((name) => `${width} px, ${size} %: ${name} is too wide`));
        }
        await close();
        assert.deepEqual(found, []);
        assert.deepEqual(faults, []);
      });
    }
  }
});

/** @param {import("playwright-core").Page} page @returns {Promise<string[]>} */
function violationsIn(page) {
  return page.evaluate(
    async ([tags, overruled]) => {
      const options = { runOnly: { type: "tag", values: tags }, rules: overruled, resultTypes: ["violations"] };
      const { violations } = await window.axe.run(document, options);
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
    },
    [rules, advice],
  );
}
