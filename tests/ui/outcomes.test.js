// Every state in which something was told: what has the focus says it, one button is filled, and nothing takes more room
// than it needs.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openPage } from "./browser.js";
import { heard } from "./heard.js";
import { calls, journey, phone, reservation, result, sends } from "./journeys.js";
import { done, lost } from "./outcomes.js";
import { ID, seen } from "./look-ups.js";
import { STATES } from "./states.js";

/** What was told last, as it stands there: of a question, of what was found out, of a result, of a problem; or nothing. */
function whatWasTold() {
  const texts = (selector) => [...document.querySelectorAll(selector)].map((part) => part.textContent).filter(Boolean);
  if (document.querySelector("#question[open]")) return texts("#question-title, #question-about, #question-text");
  const found = texts("#finding-title, #finding-text");
  if (found.length > 0) return found;
  const became = texts("#result h2, #result-meaning, #result-next, #result-own-words");
  if (became.length > 0) return became;
  return texts(document.querySelector("#problems:not([hidden])") ? "#problems-list li" : "form .problem");
}

/** Those with a ground of their own that is none of the quiet ones. */
function filledButtons() {
  const quiet = ["page", "surface", "sunken", "action-soft"].map((token) => getComputedStyle(document.documentElement).getPropertyValue(`--${token}`));
  const within = [...document.querySelectorAll("dialog:modal")].at(-1) ?? document;
  const canvas = document.createElement("canvas").getContext("2d");
  const plain = (colour) => {
    canvas.fillStyle = colour;
    return canvas.fillStyle;
  };
  return [...within.querySelectorAll("button")]
    .filter((button) => button.checkVisibility())
    .filter((button) => {
      const { backgroundColor } = getComputedStyle(button);
      return backgroundColor !== "rgba(0, 0, 0, 0)" && !quiet.map(plain).includes(plain(backgroundColor));
    })
    .map((button) => button.textContent);
}

/** Without the spaces and the quotation marks that the browser puts in. */
const letters = (text) => text.replace(/[\s“”«»]/g, "");

describe("in every state", { concurrency: 4 }, () => {
  let told = 0;
  for (const [state, { scenario, walk }] of Object.entries(STATES)) {
    test(`${state}: one button at most is filled, and what was told is heard of what has the focus`, async () => {
      const { page, close } = await openPage(scenario);
      await walk?.(page);
      const filled = await page.evaluate(filledButtons);
      const words = await page.evaluate(whatWasTold);
      // There a hand has gone on already.
      const isElsewhere = ["a result beside the next reservation", "unknown, with words for the customer", "sent, and the customer cannot pay", "waiting for payment, after a send from a row"].includes(state);
      if (words.length > 0 && !isElsewhere) {
        told += 1;
        const said = await heard(page);
        for (const text of words) assert.ok(letters(said).includes(letters(text)), `${text} is not in: ${said}`);
        assert.equal(filled.length, 1, filled.join(", "));
      }
      assert.ok(filled.length <= 1, filled.join(", "));
      await close();
    });
  }
  test("most of what can be told was looked at", () => assert.ok(told > 30, String(told)));
});

/** Enter in the box sends, as it would from any other. */
const outcomes = /** @type {const} */ ([
  ["sent", null],
  ["already cancelled", done({ reason: "already-cancelled", http_status: 400 })],
  ["refused", done({ reason: "refused", sentences: ["The customer details.msisdn must be a valid phone number."], http_status: 400 })],
  ["token refused", done({ reason: "token-refused", http_status: 401 })],
  ["unknown", lost],
]);

async function send(page) {
  await reservation(page).fill(ID);
  await phone(page).fill("412 34 567");
  await phone(page).press("Enter");
}

const outcome = (page) => page.locator("#result[data-outcome]").waitFor();
const foot = (page, selector) => page.locator(selector).evaluate((part) => Math.ceil(part.getBoundingClientRect().bottom));

for (const [name, answer] of outcomes) {
  journey(`a nervous Enter, and one more, send nothing and take no answer away: ${name}`, { answers: [answer] }, async (page) => {
    await send(page);
    await outcome(page);
    const before = await result(page).innerText();
    for (const key of ["Enter", "Enter", "Space"]) await page.keyboard.press(key);
    await page.waitForTimeout(300);
    assert.equal((await sends(page)).length, 1);
    assert.equal(await result(page).innerText(), before);
  });
}

journey("nor do they after something was found out", { answers: [lost] }, async (page) => {
  await send(page);
  await page.getByRole("button", { name: "Check whether it was sent" }).click();
  await page.getByText("Not registered as sent yet").waitFor();
  for (const key of ["Enter", "Enter", "Space"]) await page.keyboard.press(key);
  await page.waitForTimeout(300);
  assert.equal((await sends(page)).length, 1);
  assert.equal((await calls(page, "find_out")).length, 1);
  await page.getByText("Not registered as sent yet").waitFor();
});

journey("once it was looked for, the next customer is the filled button, and sending again lies farthest away", { answers: [lost] }, async (page) => {
  await send(page);
  const find = page.getByRole("button", { name: "Check whether it was sent" });
  const next = page.getByRole("button", { name: "Next customer" });
  assert.ok(await find.evaluate((button) => button.matches(".primary")));
  assert.equal(await next.evaluate((button) => button.matches(".primary")), false);
  await find.click();
  const again = page.getByRole("button", { name: "Send again anyway" });
  await again.waitFor();
  assert.ok(await next.evaluate((button) => button.matches(".primary")));
  const [above, below] = [await next.boundingBox(), await again.boundingBox()];
  assert.ok(below.y > above.y + above.height && below.x + below.width > above.x + above.width, "not where the hand is");
});

for (const [name, answer] of outcomes.filter(([name]) => ["already cancelled", "unknown"].includes(name))) {
  journey(`Next customer begins anew after one that is ${name}`, { answers: [answer], lookUps: { [ID]: seen({}) } }, async (page) => {
    await send(page);
    await page.getByRole("button", { name: "Next customer" }).click();
    assert.deepEqual([await reservation(page).inputValue(), await phone(page).inputValue()], ["", ""]);
    assert.equal(await page.evaluate(() => document.activeElement.id), "reservation");
    assert.equal(await page.locator("#result[data-outcome]").count(), 0);
    assert.equal(await page.locator("#card:not([hidden])").count(), 0);
  });
}

journey("where there is one thing to mend, it is told once, at its field", { answers: [{ kind: "mend", problems: [{ field: "phone-number", code: "phone-missing" }] }] }, async (page) => {
  await reservation(page).fill(ID);
  await reservation(page).press("Enter");
  await page.locator("#phone-number:focus").waitFor();
  assert.equal(await page.getByText("Enter a phone number").locator("visible=true").count(), 1);
  assert.equal(await page.getByRole("heading", { name: "There is a problem" }).isVisible(), false);
  assert.equal((await heard(page)).split("Enter a phone number").length, 2, "and heard once");
});

journey("a box that has the focus already gets it anew with what has to be mended in it, and keeps what was typed", { answers: [{ kind: "mend", problems: [{ field: "phone-number", code: "phone-has-letters" }] }] }, async (page) => {
  await reservation(page).fill(ID);
  await phone(page).focus();
  await page.keyboard.type("4123x567");
  await page.keyboard.press("ArrowLeft");
  await page.evaluate(() => document.querySelector("#phone-number").addEventListener("focus", () => (window.__ANEW__ = true)));
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => window.__ANEW__ && document.activeElement.id === "phone-number");
  assert.match(await heard(page), /There are letters in the phone number/);
  await page.keyboard.type("9");
  assert.equal(await phone(page).inputValue(), "4123x5697", "with the caret where it was");
});

journey("a question names the customer, the amount and the number that it covers", { lookUps: { [ID]: seen({}) }, answers: [{ kind: "ask", about: { kind: "already-cancelled" } }] }, async (page) => {
  await reservation(page).fill(ID);
  await page.locator("#card:not([hidden])").waitFor();
  await page.locator("#send").click();
  await page.getByRole("alertdialog").getByText(/^Kari Nordmann · kr\s1,250\.00 · RES3633019929$/).waitFor();
  assert.match(await heard(page), /^It is already cancelled .*Kari Nordmann · kr.1,250\.00 · RES3633019929 .* Don't send$/);
});

for (const language of /** @type {const} */ (["en", "nb"])) {
  const look = { width: 560, height: 760 };
  for (const environment of /** @type {const} */ (["production", "practice"])) {
    journey(`all of what is told after a send stands in a low window: ${language}, ${environment}`, { settings: { language, environment } }, async (page) => {
      await fillInByIds(page);
      assert.ok((await foot(page, "#result")) <= 560, `${await foot(page, "#result")} px`);
      assert.equal(await page.locator("#result .pill").count(), environment === "practice" ? 1 : 0);
    }, look);
  }

  journey(`a refusal leaves room for the form: ${language}`, { settings: { language }, answers: [outcomes[2][1]] }, async (page) => {
    await fillInByIds(page);
    assert.ok((await foot(page, "#result")) <= 340, `${await foot(page, "#result")} px`);
  }, look);

  journey(`every outcome begins at the same height, and so does what has to be mended: ${language}`, {
    settings: { language },
    answers: [{ kind: "mend", problems: [{ field: "reservation", code: "reservation-missing" }, { field: "phone-number", code: "phone-missing" }] }, outcomes[2][1], lost, null],
  }, async (page) => {
    const heights = [];
    for (const selector of ["#problems:not([hidden])", "[data-outcome='not-sent']", "[data-outcome='unknown']", "[data-outcome='sent']"]) {
      await fillInByIds(page, selector);
      heights.push(await page.locator(selector).evaluate((part) => part.getBoundingClientRect().top + scrollY));
    }
    assert.equal(new Set(heights).size, 1, heights.join(", "));
  }, look);
}

/** In any language. */
async function fillInByIds(page, then = "#result[data-outcome]") {
  await page.locator("#reservation").fill(ID);
  await page.locator("#phone-number").fill("412 34 567");
  await page.locator("#phone-number").press("Enter");
  await page.locator(then).waitFor();
}
