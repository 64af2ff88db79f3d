// A list of those who have still to pay that is longer than any front desk's: as many rows are drawn as are looked at.
import assert from "node:assert/strict";
import { journey, reservation } from "./journeys.js";
import { seen } from "./look-ups.js";
import { row, update } from "./waiting-rows.js";

const rowsOf = (first, count, group) => Array.from({ length: count }, (_, at) => row(first + at, `Guest ${first + at}`, group, { amount: 100 }));
const many = [...rowsOf(30000, 3, "expired"), ...rowsOf(31000, 80, "unopened")];
const place = (page) => page.getByRole("region", { name: "Waiting for payment" });
const next = (page, count) => place(page).getByRole("button", { name: `Show ${count} more`, exact: true });
const drawn = (page, count) => page.waitForFunction((wanted) => document.querySelectorAll("#waiting [data-reservation]").length === wanted, count);
const focused = (page) => page.evaluate(() => document.activeElement.closest("li")?.dataset.reservation ?? document.activeElement.textContent);

async function open(page, count) {
  await page.getByRole("button", { name: "Waiting for payment", exact: true }).click();
  await drawn(page, count);
}

journey("of a long group thirty are drawn, and thirty more on request", { waiting: [update({ rows: many })] }, async (page) => {
  await open(page, 3 + 30);
  await place(page).getByText(/^83 are waiting · kr\s8,300\.00 in all$/).waitFor();
  await place(page).getByRole("heading", { name: /Not opened\s*80\s*kr\s8,000\.00/ }).waitFor();
  await next(page, 30).click();
  await drawn(page, 3 + 60);
  assert.equal(await focused(page), "RES3633031030", "the first that came has the focus");
  await next(page, 20).click();
  await drawn(page, 3 + 80);
  assert.equal(await place(page).getByRole("button", { name: /^Show / }).count(), 0);
});

journey("the keyboard comes to the button after the rows, and from it to those that it draws", { waiting: [update({ rows: many })] }, async (page) => {
  await open(page, 3 + 30);
  await place(page).getByRole("button", { name: /^Send again: Guest 30000/ }).focus();
  await page.keyboard.press("End");
  assert.equal(await focused(page), "Show 30 more");
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(page), "RES3633031029");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await drawn(page, 3 + 60);
  assert.equal(await focused(page), "RES3633031030");
  assert.equal(await place(page).locator("#waiting-groups button[tabindex='0']").count(), 1, "one stop for Tab");
});

journey("a search finds whoever is not drawn, and so does the order by name", { waiting: [update({ rows: [...many.slice(0, -1), row(31079, "Aase Vik", "unopened")] })] }, async (page) => {
  await open(page, 3 + 30);
  await place(page).getByRole("textbox", { name: "Search" }).fill("aase");
  await place(page).getByRole("button", { name: /^Send again: Aase Vik/ }).waitFor();
  await drawn(page, 1);
  await place(page).getByRole("textbox", { name: "Search" }).fill("");
  await drawn(page, 3 + 30);
  await place(page).getByRole("combobox", { name: "Sort by" }).selectOption("name");
  await drawn(page, 30);
  assert.equal(await page.locator("#waiting li").first().getAttribute("data-reservation"), "RES3633031079");
});

journey("the way back leads to a row however far down it is", { waiting: [update({ rows: many })], lookUps: { RES3633031079: seen({ id: "RES3633031079", customer: "Guest 31079" }) } }, async (page) => {
  await open(page, 3 + 30);
  await next(page, 30).click();
  await next(page, 20).click();
  await place(page).getByRole("button", { name: /^Send again: Guest 31079/ }).click();
  await page.getByRole("button", { name: "Send payment link to +47 41 23 45 67" }).waitFor();
  assert.equal(await reservation(page).inputValue(), "RES3633031079");
  await page.keyboard.press("Enter");
  await page.locator("#result[data-outcome=sent]").waitFor();
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.closest("li")?.dataset.reservation === "RES3633031079");
});

const begun = update({ state: "reading", rows: rowsOf(31000, 60, "unopened"), looked_at: 60 });
const more = update({ state: "reading", rows: rowsOf(31060, 60, "unopened"), looked_at: 120 });
journey("while it is read the rows that are drawn stay, and their number grows", { waiting: [begun, more, update({ rows: rowsOf(31000, 120, "unopened") })], waitingHolds: true }, async (page) => {
  await open(page, 30);
  await page.locator("#waiting li").first().evaluate((item) => (item.dataset.seen = "before"));
  await page.evaluate(() => window.__GO_ON__());
  await place(page).getByRole("heading", { name: /Not opened\s*120\s*kr\s12,000\.00/ }).waitFor();
  assert.equal(await page.locator("#waiting li").first().getAttribute("data-seen"), "before");
});

const full = update({ state: "reading", rows: rowsOf(31000, 30, "unopened"), looked_at: 30 });
const oneMore = update({ state: "reading", rows: rowsOf(31030, 1, "unopened"), looked_at: 31 });
journey("the first that comes beyond a portion brings the button with it", { waiting: [full, oneMore, update({ rows: rowsOf(31000, 31, "unopened") })], waitingHolds: true }, async (page) => {
  await open(page, 30);
  await page.evaluate(() => window.__GO_ON__());
  await next(page, 1).click();
  await drawn(page, 31);
});
