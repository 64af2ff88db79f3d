// What a start asks for before the form can be used: each call is a way through three processes, and each file another.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./browser.js";

/** What is asked of Rust until the page says that it is ready. */
const callsUntilReady = (page) =>
  page.evaluate(() => {
    const commands = window.__CALLS__.map(({ command }) => command);
    return commands.slice(0, commands.indexOf("page_ready"));
  });

test("a start asks Rust for little before the form is ready, and for nothing twice", async () => {
  const { page, faults, close } = await openPage({});
  assert.deepEqual((await callsUntilReady(page)).sort(), ["listen_for_openings", "open_journal", "start"]);
  assert.deepEqual(faults, []);
  await close();
});

test("a start fetches each file once, one language, and not many more than today", async () => {
  const { page, close } = await openPage({});
  const files = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname));
  assert.deepEqual([...files].sort(), [...new Set(files)].sort());
  assert.deepEqual(files.filter((file) => /locales\/nb\b/.test(file)), []);
  assert.ok(files.length <= 121, `${files.length} files`);
  await close();
});

test("few fonts are looked for before the form is seen", async () => {
  const { page, close } = await openPage({ settings: { environment: "production" } });
  await page.locator("#reservation:focus").waitFor();
  const fonts = await page.evaluate(() => {
    const shown = [...document.querySelectorAll("body *")].filter((part) => part.checkVisibility() && part.closest("svg") === null);
    return shown.map(getComputedStyle).map(({ fontSize, fontWeight, fontVariantNumeric }) => `${fontSize} ${fontWeight} ${fontVariantNumeric}`);
  });
  const different = [...new Set(fonts)];
  assert.ok(different.length <= 5, different.join(", "));
  await close();
});

test("nothing fades while the form appears", async () => {
  const { page, close } = await openPage({});
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.evaluate(() => {
    document.addEventListener("transitionrun", ({ target }) => window.__FADES__.push(target.id || target.className));
    window.__FADES__ = [];
  });
  // As at the start: the box gets the focus, and is drawn with it.
  await page.evaluate(() => document.activeElement?.blur());
  await page.locator("#reservation").focus();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  assert.deepEqual(await page.evaluate(() => window.__FADES__), []);
  await close();
});
