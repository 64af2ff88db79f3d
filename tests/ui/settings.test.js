// Settings as rows in three groups: what is in sight at once, what each is called, and what a look at everything says.
import assert from "node:assert/strict";
import { ALL_WELL, SEVERAL_WRONG } from "./check-ups.js";
import { calls, journey } from "./journeys.js";

const AS_IT_OPENS = { width: 560, height: 760 };
const CONTROLS = "#settings :is(button, select, input:not([type=hidden]))";

const open = async (page) => {
  await page.locator("#open-settings").click();
  await page.locator("#settings:not([hidden])").waitFor();
};

const foot = async (locator) => {
  const { y, height } = await locator.boundingBox();
  return y + height;
};

for (const language of /** @type {const} */ (["en", "nb"])) {
  for (const [environment, token] of /** @type {const} */ ([["practice", undefined], ["production", undefined], ["production", "in-keychain"]])) {
    const where = `${environment}${token ? " with a token" : ""}, ${language}`;
    journey(`the check-up and eight controls are on the first screen of Settings (${where})`, { settings: { environment, language }, token }, async (page) => {
      await open(page);
      if (environment !== "practice") await page.locator("#settings-token-box .token-state:not(:empty)").waitFor();
      assert.ok((await foot(page.locator("#checkup-begin"))) < 760, "the button that begins a check-up");
      const feet = await page.locator(CONTROLS).evaluateAll((all) =>
        all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().bottom),
      );
      assert.ok(feet.filter((bottom) => bottom <= 760).length >= 8, String(feet));
    }, AS_IT_OPENS);
  }
}

journey("each choice is one row of three groups, named by its label", { token: "in-keychain" }, async (page) => {
  await open(page);
  await page.getByRole("button", { name: "Remove token" }).waitFor();
  const names = (group, role) =>
    page.getByRole("group", { name: group, exact: true }).getByRole(role).evaluateAll((all) => all.map((one) => one.labels?.[0]?.textContent ?? one.textContent));
  assert.deepEqual(await names("Connection", "radio"), ["Practice", "Demo", "Production"]);
  assert.deepEqual(await names("Connection", "textbox"), ["Access token"]);
  assert.deepEqual(await names("Connection", "button"), ["Test connection", "Remove token", "Save token", "Check now"]);
  assert.deepEqual(await names("Before sending", "combobox"), [
    "Ask before the same link goes to the same recipient again",
    "Wait before sending, so you can stop it",
    "Country for numbers without a country code",
  ]);
  assert.deepEqual(await names("This computer", "combobox"), ["Language", "Keep the history for"]);
  const options = (name) => page.getByRole("combobox", { name }).locator("option").allTextContents();
  assert.deepEqual(await options("Ask before"), ["Never", "Last 5 minutes", "Last 10 minutes", "Last 30 minutes", "Last 60 minutes"]);
  assert.deepEqual(await options("Wait before"), ["Don't wait", "5 seconds", "10 seconds"]);
});

journey("a list stands beside its label, and beneath it where there is no room", {}, async (page) => {
  await open(page);
  const both = async () => [await page.locator("[for=language]").boundingBox(), await page.locator("#language").boundingBox()];
  const beside = async () => {
    const [label, list] = await both();
    return list.x >= label.x + label.width && list.y < label.y + label.height;
  };
  assert.equal(await beside(), true);
  const lists = await page.locator("#settings select").evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().width)));
  assert.deepEqual([...new Set(lists)], [208], "lists are as wide as each other");

  await page.setViewportSize({ width: 320, height: 640 });
  assert.equal(await beside(), false);
  await page.setViewportSize(AS_IT_OPENS);
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  assert.equal(await beside(), false, "large text needs the room as a narrow window does");
}, AS_IT_OPENS);

for (const language of /** @type {const} */ (["en", "nb"])) {
  journey(`the environments stand side by side, and no name breaks (${language})`, { settings: { language } }, async (page) => {
    await open(page);
    const cards = await page.locator(".environments .card").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    assert.equal(new Set(cards).size, 1);
    const names = await page.locator(".environments label").evaluateAll((all) => all.map((one) => [one.getBoundingClientRect().height, one.scrollWidth - one.clientWidth]));
    for (const [height, hidden] of names) assert.ok(height < 32 && hidden <= 0, JSON.stringify(names));
  }, AS_IT_OPENS);
}

journey("practice needs no token, and has no row for one", { settings: { environment: "practice" } }, async (page) => {
  await open(page);
  await page.getByText("Practice needs no access token.").waitFor();
  assert.equal(await page.locator("#settings-token-box").isVisible(), false);
  assert.deepEqual(await calls(page, "token_state"), []);
  await page.getByRole("radio", { name: "Demo" }).check();
  await page.getByText("No token saved for Demo").waitFor();
  assert.equal(await page.getByText("Practice needs no access token.").isVisible(), false);
});

journey("the box for a token tells whoever comes to it what is there, and what to do", { token: "in-keychain" }, async (page) => {
  await open(page);
  const box = page.getByRole("textbox", { name: "Access token" });
  await page.getByText("A token for Production is in the keychain").waitFor();
  assert.equal(await described(box), "A token for Production is in the keychain To replace it, paste the new one here.");
  await page.getByRole("radio", { name: "Demo" }).check();
  await page.getByText("A token for Demo is in the keychain").waitFor();
});

for (const [found, words] of /** @type {const} */ ([
  [ALL_WELL, "Everything works."],
  [SEVERAL_WRONG, "Something is wrong. The lines below say what to do."],
  [undefined, "The check was interrupted. Close the app, open it again, and check once more."],
])) {
  journey(`what has the focus after a check-up tells the sum: ${words}`, { checkUp: found }, async (page) => {
    await open(page);
    await page.locator("#checkup-begin").focus();
    await page.keyboard.press("Enter");
    await page.getByText(words).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), "checkup-begin");
    assert.match(await described(page.locator("#checkup-begin")), new RegExp(`${words}$`));
  });
}

journey("whatever was pressed about a token tells what came of it", { token: "in-keychain" }, async (page) => {
  await open(page);
  const told = async (name, words) => {
    await page.getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText(words).waitFor();
    assert.ok((await described(page.locator(":focus"))).startsWith(words), name);
  };
  await told("Test connection", "The connection works, and the token is accepted.");
  await page.getByRole("textbox", { name: "Access token" }).fill("secret-token");
  await told("Save token", "Token saved");
  await page.getByRole("textbox", { name: "Access token" }).fill("secret-token");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#token").value === "" && document.querySelector("#token-status").textContent !== "");
  assert.equal(await described(page.locator(":focus")), "Token saved A token for Production is in the keychain To replace it, paste the new one here.");
});

journey("a choice that could not be saved is told by what was chosen", { saveSettingsFails: "settings-not-saved" }, async (page) => {
  await open(page);
  await page.getByRole("radio", { name: "Demo" }).click();
  await page.getByText("The choice could not be saved").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "environment-production");
  assert.match(await described(page.locator(":focus")), /The choice could not be saved/);
  for (const list of await page.locator("#settings select").all()) assert.match(await described(list), /The choice could not be saved/);
});

journey("what a check-up finds opens in the row of its button, and closes nothing", { checkUp: SEVERAL_WRONG }, async (page) => {
  await open(page);
  await page.getByRole("button", { name: "Check now" }).click();
  await page.locator("#checkup-lines > li").first().waitFor();
  const row = page.getByRole("group", { name: "Is everything working?" });
  assert.equal(await row.getByRole("listitem").count(), 8);
  assert.ok((await foot(page.locator("#checkup-begin"))) <= (await page.locator("#checkup-lines").boundingBox()).y);
  assert.equal(await page.getByRole("combobox").count(), 5);
});

/** The words that describe it, as they are read out. @param {import("playwright-core").Locator} control */
function described(control) {
  return control.evaluate((one) =>
    (one.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? `no ${id}`).filter(Boolean).join(" "),
  );
}
