// What an administrator decided, as the person at the desk meets it.
import assert from "node:assert/strict";
import { calls, journey } from "./journeys.js";
import { done } from "./outcomes.js";

const FILE = "/etc/resend-reservation/policy.toml";
const SUPPORT = "IT desk, it@example.com";

const saved = async (page) => (await calls(page, "save_settings")).map(({ settings }) => settings);

async function send(page) {
  await page.locator("#reservation").fill("RES3633019929");
  await page.locator("#phone-number").fill("412 34 567");
  await page.locator("#reservation").press("Enter");
  await page.locator("#result[data-outcome]").waitFor();
}

/** What is copied at the foot of the result. */
async function copied(page, name = "Copy details") {
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => (window.__COPIED__ = text) } });
  });
  await page.getByRole("button", { name }).click();
  await page.waitForFunction(() => window.__COPIED__ !== undefined);
  return page.evaluate(() => window.__COPIED__);
}

const fault = (reason, where = { line: 3, key: "fixed.environment" }) => ({ file: FILE, ...where, reason });

for (const outcome of ["not-sent", "unknown"]) {
  const answers = [done({ outcome, reason: outcome === "unknown" ? "no-answer" : "no-contact", http_status: null })];
  journey(`whom to ask stands under "${outcome}", and in what is copied`, { startup: { support: SUPPORT }, answers }, async (page) => {
    await page.locator("#reservation").waitFor();
    await send(page);
    assert.match(await page.getByRole("region", { name: "Result" }).textContent(), /Need help\? IT desk, it@example\.com/);
    assert.match(await copied(page), /^Support: IT desk, it@example\.com$/m);
  });
}

journey("nobody has to be asked about what was sent", { startup: { support: SUPPORT } }, async (page) => {
  await send(page);
  assert.doesNotMatch(await page.getByRole("region", { name: "Result" }).textContent(), /IT desk/);
  assert.doesNotMatch(await copied(page, "Copy proof"), /IT desk/);
});

journey("whom to ask is text, whatever it says", { startup: { support: "<b>IT</b>" }, answers: [done({})] }, async (page) => {
  await send(page);
  assert.match(await page.getByRole("region", { name: "Result" }).textContent(), /<b>IT<\/b>/);
});

const wrong = [
  fault({ kind: "unknown-environment", meant: "production" }),
  fault({ kind: "not-toml" }, { line: 7, key: null }),
  fault({ kind: "writable-by-others" }, { line: null, key: null }),
];
journey("a wrong policy is told with file, line, key and reason, and stays told", { startup: { policy_faults: wrong, support: SUPPORT } }, async (page) => {
  const notice = page.getByRole("region", { name: "Mistake in your administrator's settings" });
  const lines = () => notice.getByRole("listitem").allTextContents();
  const told = [
    `${FILE}, line 3, fixed.environment: There is no such environment. Did you mean production?`,
    `${FILE}, line 7: The line is not written as TOML.`,
    `${FILE}: People other than the owner can change this file, so it is not trusted.`,
  ];
  assert.deepEqual(await lines(), told);
  assert.match(await notice.textContent(), /Nothing can be sent in Production.*Need help\? IT desk/s);

  await send(page);

  assert.deepEqual(await lines(), told);
});

const DECIDED = { environments: ["production"], fixed: ["environment", "language", "default_country", "repeat_minutes", "hold_seconds", "keep_days"] };
journey("what an administrator decided is shown as text and cannot be chosen", { startup: DECIDED }, async (page) => {
  await page.locator("#open-settings").click();
  const settings = page.getByRole("region", { name: "Settings" });
  assert.deepEqual(await settings.getByRole("combobox").allTextContents(), []);
  assert.equal(await settings.getByRole("radio").count(), 1);
  assert.deepEqual(await settings.locator(".fixed-choice p").allTextContents(), ["Last 10 minutes", "Don't wait", "Norway (+47)", "English", "30 days"].flatMap((choice) => [choice, "Set by your administrator"]));
  assert.equal(await settings.getByText("Set by your administrator").count(), 6);
  assert.ok(!(await settings.getByText("Set when the app was started").isVisible()));
});

journey("a choice that Rust refuses as decided is told and taken back", { saveSettingsFails: "setting-fixed" }, async (page) => {
  await page.locator("#open-settings").click();
  await page.locator("#language").selectOption("nb");
  await page.getByText("Your administrator has set this").waitFor();
  assert.equal(await page.locator("#language").inputValue(), "en");
});

journey("the first start asks only for the language where the environment is decided", { startup: { first_start: true, environment_given: true } }, async (page) => {
  await page.getByRole("button", { name: "English" }).click();
  await page.locator("#reservation:focus").waitFor();
  assert.deepEqual((await saved(page)).map(({ language, environment }) => [language, environment]), [["en", "production"]]);
});
