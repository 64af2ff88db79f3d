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
  assert.deepEqual((await callsUntilReady(page)).toSorted(), ["listen_for_openings", "open_journal", "start"]);
  assert.deepEqual(faults, []);
  await close();
});

test("a start fetches each file once, one language, and not many more than today", async () => {
  const { page, close } = await openPage({});
  const files = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname));
  assert.deepEqual(files.toSorted(), [...new Set(files)].toSorted());
  assert.deepEqual(files.filter((file) => /locales\/nb\b/.test(file)), []);
  assert.ok(files.length <= 120, `${files.length} files`);
  await close();
});
