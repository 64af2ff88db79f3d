// Formatters are made once each, and for the time zone of now.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { formatter } from "../../ui/words/formatter.js";

const ui = new URL("../../ui/", import.meta.url);

test("one is made for each kind, language and way of writing", () => {
  const one = formatter(Intl.NumberFormat, "nb", { style: "percent" });
  assert.equal(formatter(Intl.NumberFormat, "nb", { style: "percent" }), one);
  for (const other of [formatter(Intl.NumberFormat, "en", { style: "percent" }), formatter(Intl.NumberFormat, "nb"), formatter(Intl.PluralRules, "nb")]) {
    assert.notEqual(other, one);
  }
});

test("a time is told in the zone that the computer has now", () => {
  const noon = Date.UTC(2026, 10, 22, 12);
  const clock = () => formatter(Intl.DateTimeFormat, "nb", { timeStyle: "short" }).format(noon);
  const before = process.env.TZ;
  const told = ["UTC", "Asia/Dhaka", "Europe/Oslo"].map((zone) => {
    process.env.TZ = zone;
    return clock();
  });
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
  assert.deepEqual(told, ["12:00", "18:00", "13:00"]);
});

test("nobody makes one elsewhere", async () => {
  const files = (await readdir(ui, { recursive: true })).filter((file) => file.endsWith(".js") && file !== "words/formatter.js");
  const makers = [];
  for (const file of files) if (/new Intl\b/.test(await readFile(new URL(file, ui), "utf8"))) makers.push(file);
  assert.ok(files.length > 90, `${files.length} files`);
  assert.deepEqual(makers, []);
});
