// What is said of a send that was unknown, and of times whose zone nobody knows.
import assert from "node:assert/strict";
import test, { before } from "node:test";

import { eventLines } from "../../ui/desk/card-words.js";
import { customerWords, CUSTOMER_LANGUAGES } from "../../ui/desk/customer-words.js";
import { warningWords } from "../../ui/desk/warning-words.js";
import { setLanguage } from "../../ui/words/i18n.js";
import { resolutionWords, mayBeSentAgain } from "../../ui/words/resolution-words.js";
import { at, event } from "./look-ups.js";

const HOUR = 3_600_000;
const certain = at(0);
const all = [
  { kind: "sent", at: certain },
  { kind: "over", status: "paid" },
  { kind: "half", by: "sms", status: "not-paid" },
  { kind: "half", by: "email", status: null },
  { kind: "nearby", at: certain, to_whom: true, status: null },
  { kind: "nearby", at: null, to_whom: false, status: "expired" },
  { kind: "another", status: null },
  { kind: "not-listed", status: "not-paid" },
  { kind: "no-events", status: null },
  { kind: "order", status: null },
  { kind: "not-found" },
  { kind: "unseen", code: "no-answer" },
  { kind: "forgotten" },
];

before(() => setLanguage("en"));

test("each finding has a title of its own and says what to do, in both languages", async () => {
  for (const language of ["en", "nb"]) {
    await setLanguage(language);
    for (const found of all) {
      const { title, text } = resolutionWords(found, Date.now());
      assert.ok(title.split(" ").length <= 6, title);
      assert.ok(text.length > 20 && !/[{}]|undefined|null/.test(`${title}${text}`), `${found.kind}: ${text}`);
      if (mayBeSentAgain(found)) assert.match(text, /Ask the customer|ask the customer|Spør kunden/, found.kind);
    }
  }
  await setLanguage("en");
});

test("where nothing is to be sent any more, nothing offers it", () => {
  assert.deepEqual(all.filter((found) => !mayBeSentAgain(found)).map(({ kind }) => kind), ["sent", "over", "not-found"]);
});

test("a number that is not known now says nothing of what was sent", () => {
  const { text } = resolutionWords({ kind: "not-found" }, Date.now());
  assert.match(text, /may have been sent/);
  assert.doesNotMatch(text, /nothing/i);
});

test("hours later nothing is on its way any more", () => {
  const listed = { kind: "not-listed", status: null };
  assert.match(resolutionWords(listed, Date.now()).text, /may still be on its way/);
  assert.doesNotMatch(resolutionWords(listed, Date.now() - 3 * HOUR).text, /on its way/);
});

test("the customer is told of something that was, in each language", () => {
  const contact = { full: "+47 41 23 45 67", masked: "" };
  const email = { full: "kari@example.com", masked: "" };
  for (const { code } of CUSTOMER_LANGUAGES) {
    for (const report of [{ sms_to: contact, email_to: null }, { sms_to: null, email_to: email }, { sms_to: contact, email_to: email }]) {
      const [now, then] = [false, true].map((late) => customerWords({ outcome: "sent", reason: null, ...report }, code, { late }));
      assert.notEqual(now, then);
      assert.equal(/567/.test(then), report.sms_to !== null, then);
      assert.equal(/kari@example\.com/.test(then), report.email_to !== null, then);
      assert.doesNotMatch(then, /[{}]|nå |within|inom|inden for|innerhalb|Za chwilę/);
    }
  }
});

test("a time whose zone nobody knows is told as it was written, and by whose clock", () => {
  const [line] = eventLines([event("opened", { when: { ...certain, certain: false } })]);
  assert.match(line.text, /22 November at 14:05 \(by Front Payment's clock\)/);
  const [sure] = eventLines([event("opened", { when: certain })]);
  assert.doesNotMatch(sure.text, /clock/);
});

test("a link that went to nobody knows whom is asked about, with a time or without", () => {
  const about = { id: "RES3633019929", environment: "production" };
  for (const when of [certain.at, null]) {
    const { title, text, stay, go } = warningWords({ kind: "sent-to-somebody", at: when }, about);
    assert.match(text, /the app can't see to whom/);
    for (const words of [title, stay, go]) assert.ok(words);
  }
  for (const kind of ["sent-recently", "sent-elsewhere"]) {
    const { text } = warningWords({ kind, at: null }, about);
    assert.doesNotMatch(text, /[{}]|1970|Invalid/);
  }
});
