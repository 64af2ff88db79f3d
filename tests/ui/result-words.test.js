// What a report says: right for SMS, email and both, in every environment, and never more than can be known.
import assert from "node:assert/strict";
import { test } from "node:test";
import { explain } from "../../ui/desk/result-words.js";
import { en } from "../../ui/locales/en.js";
import { nb } from "../../ui/locales/nb.js";
import { inEnvironment } from "../../ui/words/environment-name.js";
import { setLanguage, t } from "../../ui/words/i18n.js";

const phone = { full: "+47 41 23 45 67", masked: "+47 … 567" };
const email = { full: "kari@example.com", masked: "k…@example.com" };

const report = (parts) => ({
  outcome: "sent",
  reason: null,
  environment: "production",
  reservation: { id: "RES3633019929", order: false },
  sms_to: null,
  email_to: null,
  sentences: [],
  retry_after_seconds: null,
  ...parts,
});

test("what to say after a send fits the channels that were chosen", async () => {
  await setLanguage("en");
  const next = (parts) => explain(report(parts)).next;
  assert.match(next({ sms_to: phone }), /^Tell the customer that it usually arrives .* check the number\.$/);
  assert.match(next({ email_to: email }), /^Tell the customer that it usually arrives .*spam folder.* check the address\.$/);
  assert.match(next({ sms_to: phone, email_to: email }), /^Tell the customer that both usually arrive .* check the number and the address\.$/);
});

test("an order that is not found is called an order", async () => {
  await setLanguage("en");
  const said = (order) => explain(report({ outcome: "not-sent", reason: "not-found", reservation: { id: "ODR1649249709", order } }));
  assert.equal(said(true).title, t("result.order.not-found.title"));
  assert.notEqual(said(false).title, said(true).title);
  assert.doesNotMatch(Object.values(said(true)).join(" "), /reservation/);
});

test("a number that is not found points to Demo only in Demo", async () => {
  const notFound = { outcome: "not-sent", reason: "not-found" };
  for (const [language, own] of [["en", "your own agreement"], ["nb", "deres egen avtale"]]) {
    await setLanguage(language);
    assert.ok(explain(report(notFound)).next.includes(own));
    assert.ok(!explain(report(notFound)).next.includes("Demo"));
    assert.match(explain(report({ ...notFound, environment: "demo" })).next, / Demo\.$/);
  }
});

test("an environment in a sentence has a form of its own", async () => {
  await setLanguage("nb");
  assert.equal(inEnvironment("practice"), "i øvelsesmodus");
  assert.equal(t("history.about", { where: inEnvironment("practice"), time: "30 dager" }), "Utsendinger fra denne datamaskinen i øvelsesmodus. De slettes etter 30 dager. De som er ukjente, beholdes lenger, men da uten mottaker.");
  for (const catalogue of [en, nb]) {
    for (const [key, text] of Object.entries(catalogue.words)) {
      assert.doesNotMatch(JSON.stringify(text), /\b(in|i) \{environment\}/, key);
    }
  }
});

test("no text has a first reading that leads astray", () => {
  /** What a receptionist reads first, and what it makes them do. */
  const astray = [
    [/Send another|Send en til/, "a second message to the same customer"],
    [/Forget it/, "never mind"],
    [/\bkan (likevel )?nå\b|\bKan nå\b|appen nå /, "now"],
    [/få(r)? betalt/, "get paid"],
    [/diagnos/i, "of a patient"],
    [/goes unseen|goes missing/, "unnoticed"],
    [/On its way|På vei|på vei\b/, "the message is on its way to the customer"],
    [/is settled|gjort opp/, "nothing is owed at all"],
    [/has come in|er kommet inn/, "reserved money has come in"],
    [/it comes within|kommer om et par/, "a promise"],
    [/Read it out|Les nummeret opp/, "the stored number is told to whoever rings"],
    [/[Ww]ait a minute/, "hang on"],
    [/[Ss]jekk nettet/, "look it up on the web"],
    [/ is not told| får ikke beskjed/, "the token is dead"],
  ];
  const allowed = new Set(["resolution.not-listed.text"]);
  const each = (branch) => Object.entries(branch).flatMap(([key, text]) => (typeof text === "string" ? [[key, text]] : each(text)));
  for (const [key, text] of [en, nb].flatMap(each)) {
    for (const [pattern, reading] of astray) assert.ok(allowed.has(key) || !pattern.test(text), `${key}: ${text} (${reading})`);
  }
});
