// Days of 25 hours, and another year.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deadline, setLanguage, writtenDayAndTime } from "../../ui/words/i18n.js";

const zone = process.env.TZ;
before(() => (process.env.TZ = "Europe/Oslo"));
after(() => (zone === undefined ? delete process.env.TZ : (process.env.TZ = zone)));

test("on a day of 25 hours, tomorrow's hour counts as on any other", async () => {
  await setLanguage("en");
  const sunday = Date.UTC(2026, 9, 25, 11);
  assert.match(deadline(Date.UTC(2026, 9, 26, 8), sunday), /^Monday,? 26 October at 09:00$/);
});

test("a time of Front Payment's own has its year where that is another one in Norway", async () => {
  await setLanguage("nb");
  const reserved = Date.UTC(2026, 11, 31, 22, 30);
  assert.deepEqual(writtenDayAndTime(reserved, Date.UTC(2026, 11, 31, 22, 45)), { day: "31. desember", time: "23:30" });
  assert.deepEqual(writtenDayAndTime(reserved, Date.UTC(2026, 11, 31, 23, 15)), { day: "31. desember 2026", time: "23:30" });
});
