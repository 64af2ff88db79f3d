// "Is everything working?" in Settings: asked once, told politely, gone with the environment, and copied without a secret.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openPage } from "./browser.js";
import { ALL_WELL, NO_NETWORK, SEVERAL_WRONG } from "./check-ups.js";
import { isHeld, release } from "./journeys.js";

async function opened(scenario, body) {
  const { page, faults, close } = await openPage(scenario);
  await page.locator("#open-settings").click();
  await body(page);
  assert.deepEqual(faults, []);
  await close();
}

const asked = (page) => page.evaluate(() => window.__CALLS__.filter(({ command }) => command === "check_up").length);

/** What reached the clipboard, by either way. */
async function catchCopies(page) {
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => void (window.__COPIED__ = text) } });
  });
}

describe("Is everything working?", { concurrency: 4 }, () => {
  test("each line has a mark, a word, what was found and what to do, and the sum is announced", async () => {
    await opened({ checkUp: NO_NETWORK }, async (page) => {
      await page.getByRole("button", { name: "Check now" }).click();
      const lines = page.locator("#checkup-lines > li");
      await lines.first().waitFor();

      assert.equal(await lines.count(), 8);
      const network = lines.nth(1);
      assert.match(await network.innerText(), /Network\s+Wrong\s+The app can't find the address of Front Payment\.\s+Check that/);
      assert.equal(await network.locator("svg.icon").count(), 1);
      assert.match(await lines.nth(4).innerText(), /Access token\s+Not checked\s+It could not be checked, because there is no contact with the service\./);
      assert.equal(await page.locator("#checkup-status").getAttribute("role"), "status");
      assert.equal(await page.locator("#checkup-status").innerText(), "Something is wrong. The lines below say what to do.");
      assert.equal(await page.locator("#checkup-begin").innerText(), "Check again");
    });
  });

  test("pressed twice it looks once", async () => {
    await opened({ checkUp: ALL_WELL, checkUpTakes: "held" }, async (page) => {
      await page.locator("#checkup-begin").dblclick();
      await page.locator("#checkup-status").getByText("Checking…", { exact: true }).waitFor();
      await release(page, "check_up");
      await page.locator("#checkup-lines > li").first().waitFor();

      assert.equal(await asked(page), 1);
      assert.equal(await page.locator("#checkup-status").innerText(), "Everything works.");
    });
  });

  test("what was found goes when the environment changes, also while it is being found", async () => {
    await opened({ checkUp: ALL_WELL, checkUpTakes: "held" }, async (page) => {
      await page.locator("#checkup-begin").click();
      await release(page, "check_up");
      await page.locator("#checkup-lines > li").first().waitFor();
      await page.locator("#environment-demo").check();
      await page.locator("#checkup-lines").waitFor({ state: "hidden" });
      assert.equal(await page.locator("#checkup-status").innerText(), "");

      await page.evaluate(() => {
        window.__SHOWN__ = 0;
        const seen = new MutationObserver((changes) => (window.__SHOWN__ += changes.filter(({ addedNodes }) => addedNodes.length > 0).length));
        seen.observe(document.querySelector("#checkup-lines"), { childList: true });
      });
      await page.locator("#checkup-begin").click();
      await page.locator("#environment-practice").check();
      await page.locator("#settings-token-practice").waitFor();
      // The second one comes back after the first, which nobody wants any more.
      await page.locator("#checkup-begin").click();
      await isHeld(page, "check_up", 2);
      await page.evaluate(() => window.__RELEASE__("check_up"));
      await page.locator("#checkup-lines > li").first().waitFor();
      assert.equal(await asked(page), 3);
      assert.equal(await page.evaluate(() => window.__SHOWN__), 1);
    });
  });

  test("the lines follow the language", async () => {
    await opened({ checkUp: SEVERAL_WRONG }, async (page) => {
      await page.locator("#checkup-begin").click();
      await page.locator("#checkup-lines > li").first().waitFor();
      await page.locator("#language").selectOption("nb");

      const clock = page.locator("[data-subject=clock]");
      await page.getByText("Klokka på datamaskinen").waitFor();
      assert.match(await clock.innerText(), /Ikke i orden\s+Den går 67 minutter for sakte\./);
    });
  });

  test("a check that was lost says so", async () => {
    await opened({}, async (page) => {
      await page.locator("#checkup-begin").click();
      await page.getByText("The check was interrupted.").waitFor();
      assert.equal(await page.locator("#checkup-copy").isVisible(), false);
    });
  });

  test("the diagnosis names version, system, environment, each line with its code, and the log", async () => {
    await opened({ checkUp: SEVERAL_WRONG }, async (page) => {
      await catchCopies(page);
      await page.locator("#checkup-begin").click();
      await page.getByRole("button", { name: "Copy technical report" }).click();
      await page.getByRole("button", { name: "Report copied" }).waitFor();

      const copied = await page.evaluate(() => window.__COPIED__);
      for (const part of [
        "Resend Reservation 0.1.0",
        "System: linux x86_64, Debian GNU/Linux 12 (bookworm)",
        "Environment: Production",
        "2026-11-22T13:05:00.000Z",
        "Keychain: Wrong. The keychain is locked. Unlock it, and test again. [keychain: keychain-locked, 12 ms]",
        "[clock: clock-behind 4000 s, 12 ms]",
        "INFO  start version=0.1.0",
      ]) {
        assert.ok(copied.includes(part), `${part} is not in\n${copied}`);
      }
    });
  });
});
