// What is said to the customer: in their language, of what was sent, what was not, and what nobody knows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CUSTOMER_LANGUAGES, customerWords, hasCustomerWords, likelyLanguage } from "../../ui/desk/customer-words.js";
import { LANGUAGES } from "../../ui/locales/index.js";

const phone = { full: "+47 41 23 45 67", masked: "" };
const email = { full: "kari@example.com", masked: "" };
const CONTACTS = [{ sms_to: phone, email_to: null }, { sms_to: null, email_to: email }, { sms_to: phone, email_to: email }];

const sent = { outcome: "sent", reason: null };
const paid = { outcome: "not-sent", reason: "already-paid" };
const completed = { outcome: "not-sent", reason: "already-completed" };
const notSent = { outcome: "not-sent", reason: "no-contact" };
const unknown = { outcome: "unknown", reason: "no-answer" };

const say = (report, code, late = false) => customerWords({ sms_to: phone, email_to: null, ...report }, code, { late });

test("at least half of a number is never read aloud", () => {
  for (const [full, end, hidden] of [
    ["+47 41 23 45 67", "567", "4567"],
    ["+47 02800", "00", "800"],
    ["+1 202-555-0123", "123", "0123"],
    ["+290 5123", "23", "123"],
  ]) {
    const words = say({ ...sent, sms_to: { full, masked: "" } }, "en");
    assert.ok(words.includes(end), `${full}: ${words}`);
    assert.ok(!words.includes(hidden), `${full}: ${words}`);
  }
});

test("every language says each thing, names what was chosen and nothing else", () => {
  for (const { code } of CUSTOMER_LANGUAGES) {
    for (const contacts of CONTACTS) {
      const said = [say({ ...sent, ...contacts }, code), say({ ...sent, ...contacts }, code, true), say({ ...unknown, ...contacts }, code)];
      assert.equal(new Set(said).size, said.length, code);
      for (const text of said) {
        assert.equal(text.includes("567"), contacts.sms_to !== null, text);
        assert.equal(text.includes("kari@example.com"), contacts.email_to !== null, text);
      }
    }
    const apart = [paid, completed, notSent].map((report) => say(report, code));
    assert.equal(new Set(apart).size, apart.length, code);
    for (const text of [...apart, ...CONTACTS.map((contacts) => say({ ...sent, ...contacts }, code))]) {
      assert.doesNotMatch(text, /[{}]|undefined|null|  /, text);
      assert.match(text, /\.$/, text);
    }
  }
});

test("who sends it is introduced, wherever a message is told of", () => {
  for (const { code } of CUSTOMER_LANGUAGES) {
    for (const text of [say(sent, code), say(sent, code, true), say(unknown, code)]) assert.match(text, /Front Payment/, code);
  }
  assert.match(say(sent, "nb"), /som vi bruker til betaling/);
  assert.match(say(sent, "en"), /our payment service/);
});

test("the one that the customer pays is named where it is known, whatever was sent and whether it has come", () => {
  for (const { code } of CUSTOMER_LANGUAGES) {
    for (const contacts of CONTACTS) {
      for (const [report, late] of [[sent, false], [sent, true], [unknown, false]]) {
        const [named, plain] = [say({ ...report, ...contacts, merchant: "Hotell {end} AS" }, code, late), say({ ...report, ...contacts, merchant: null }, code, late)];
        assert.ok(named.includes("Hotell {end} AS") && named.includes("Front Payment"), `${code}: ${named}`);
        assert.doesNotMatch(plain, /[{}]|Hotell/, code);
        assert.doesNotMatch(named.replace("Hotell {end} AS", "X"), /[{}]|,,|  /, code);
      }
    }
  }
  assert.match(say({ ...sent, merchant: "Hotell Eksempel" }, "nb"), /^Du får nå en SMS fra Front Payment, på vegne av Hotell Eksempel, med en lenke/);
  assert.match(say({ ...sent, merchant: "Hotell Eksempel" }, "en"), /from Front Payment, on behalf of Hotell Eksempel, with a link to pay/);
  assert.match(say(unknown, "en"), /from Front Payment with a link to pay\?/);
});

test("nobody knows: then it is a question, and nothing is promised", () => {
  for (const { code } of CUSTOMER_LANGUAGES) assert.match(say(unknown, code), /\?/, code);
});

test("what was paid, and what is completed, is not said to be owed; and only the one is said to be registered", () => {
  assert.equal(say(paid, "en"), "Your payment is registered. There is nothing more to pay with this link.");
  assert.equal(say(completed, "en"), "There is nothing more to pay with this link.");
});

test("what is put right at the desk is nothing for the customer", () => {
  for (const reason of ["already-cancelled", "not-found", "refused"]) assert.equal(hasCustomerWords({ outcome: "not-sent", reason }), false);
  for (const report of [sent, paid, completed, notSent, unknown]) assert.ok(hasCustomerWords(report));
});

test("the language is guessed by the number's country, then by the address, then by the window", () => {
  const guess = (number, address, window = "nb") =>
    likelyLanguage({ sms_to: number && { full: number, masked: "" }, email_to: address && { full: address, masked: "" } }, window);
  for (const [number, language] of [
    ["+47 41 23 45 67", "nb"], ["+46 70 123 45 67", "sv"], ["+298 212345", "da"], ["+49 1512 3456789", "de"], ["+48 512 345 678", "pl"],
    ["+380 50 123 4567", "uk"], ["+31 6 12345678", "nl"], ["+33 6 12 34 56 78", "fr"], ["+34 612 34 56 78", "es"], ["+370 612 34567", "lt"],
    ["+358 41 2345678", "fi"], ["+44 7400 123456", "en"],
  ]) {
    assert.equal(guess(number, null), language, number);
  }
  assert.equal(guess("+48 512 345 678", "kari@example.de"), "pl");
  assert.equal(guess("+44 7400 123456", "kari@example.de"), "de");
  assert.equal(guess(null, "kari@EXAMPLE.SE"), "sv");
  assert.equal(guess(null, "kari@example.com", "nb"), "nb");
  assert.equal(guess(null, "kari@example.com", "en"), "en");
});

test("whoever reads the window in a language may say it to the customer in that one", () => {
  const codes = CUSTOMER_LANGUAGES.map(({ code }) => code);
  for (const code of Object.keys(LANGUAGES)) assert.ok(codes.includes(code), code);
});
