// What is said to the customer on the telephone names no more of a number than its mask shows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { customerWords } from "../../ui/desk/customer-words.js";

test("at least half of a number is never read aloud", () => {
  for (const [full, end, hidden] of [
    ["+47 41 23 45 67", "567", "4567"],
    ["+47 02800", "00", "800"],
    ["+1 202-555-0123", "123", "0123"],
    ["+290 5123", "23", "123"],
  ]) {
    const words = customerWords({ sms_to: { full, masked: "" }, email_to: null }, "en", { late: false });
    assert.ok(words.includes(end), `${full}: ${words}`);
    assert.ok(!words.includes(hidden), `${full}: ${words}`);
  }
});
