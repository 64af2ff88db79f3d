// How a reservation stands, in words: never more than the service said, and its own words as it wrote them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dueWords, eventLines, foundWords, hasMoreEvents, lastEventsLine, moneyWords, unseenWords } from "../../ui/desk/card-words.js";
import { en } from "../../ui/locales/en.js";
import { nb } from "../../ui/locales/nb.js";
import { clock, kroner, setLanguage } from "../../ui/words/i18n.js";
import { statusInSentence, statusWords } from "../../ui/words/status-words.js";
import { card, event, noMoney } from "./look-ups.js";

const spoken = (card) => foundWords(card, false);

test("a state has a word for the card and one for a sentence, in each language", async () => {
  const states = {
    en: {
      "not-paid": ["Not paid", "not paid"], reserved: ["Reserved, not paid", "reserved, not paid"], paid: ["Paid", "paid"],
      invoiced: ["Invoiced", "invoiced"], refunded: ["Refunded", "refunded"], "partly-refunded": ["Partly refunded", "partly refunded"],
    },
    nb: {
      "not-paid": ["Ikke betalt", "ikke betalt"], reserved: ["Reservert, ikke betalt", "reservert, ikke betalt"], paid: ["Betalt", "betalt"],
      invoiced: ["Fakturert", "fakturert"], refunded: ["Refundert", "refundert"], "partly-refunded": ["Delvis refundert", "delvis refundert"],
    },
  };
  for (const [language, expected] of Object.entries(states)) {
    await setLanguage(language);
    for (const [status, words] of Object.entries(expected)) {
      assert.deepEqual([statusWords(status).text, statusInSentence(status)], words, status);
    }
  }
});

test("money is told as far as it is known, and reserved is another word than paid", async () => {
  const when = { at: null, text: "20.11.2026", certain: false };
  const all = { reserved: 1250, reserved_at: when, captured: 400.5, charged: 75, refunded: 100 };
  for (const [language, lines] of [
    ["en", ["", "1250 reserved", "1250 reserved 20.11.2026", "75 charged to the card", "1250 reserved 20.11.2026 · 400.5 captured · 75 charged to the card · 100 refunded"]],
    ["nb", ["", "1250 reservert", "1250 reservert 20.11.2026", "75 belastet kortet", "1250 reservert 20.11.2026 · 400.5 trukket · 75 belastet kortet · 100 refundert"]],
  ]) {
    await setLanguage(language);
    const said = [{}, { reserved: 1250 }, { reserved: 1250, reserved_at: when }, { charged: 75 }, all].map((money) => moneyWords(card({ money: { ...noMoney, ...money } })));
    assert.deepEqual(said, lines.map((line) => line.replace(/(?<!\S)[\d.]+(?= [a-z])/g, (amount) => kroner(Number(amount)))));
    for (const line of said.slice(0, 3)) assert.doesNotMatch(line, /paid|betalt/);

    const told = { amount: 1250, events: [event("opened"), event("amount-reserved"), event("sent")] };
    assert.equal(moneyWords(card({ ...told, money: { ...noMoney, reserved: 1250, reserved_at: when } })), "", "the line of events says it");
    assert.notEqual(moneyWords(card({ ...told, money: { ...noMoney, reserved: 1000 } })), "");
    assert.notEqual(moneyWords(card({ ...told, money: { ...noMoney, reserved: 1250, captured: 1250 } })), "");
  }
});

test("a state that we don't know is the service's own word, quoted and as it was written", async () => {
  for (const [language, quoted] of [["en", "“PENDING”"], ["nb", "«PENDING»"]]) {
    await setLanguage(language);
    assert.deepEqual(statusWords({ other: "PENDING" }), { kind: "other-status", text: quoted });
    assert.equal(statusInSentence({ other: "PENDING" }), quoted);
    assert.ok(spoken(card({ status: { other: "PENDING" }, amount: null })).includes(`: ${quoted}.`));
  }
});

test("an event that we don't know is an event first, and then the service's own word", async () => {
  for (const [language, line] of [["en", "Other event (payment-reminder-sent)"], ["nb", "Annen hendelse (payment-reminder-sent)"]]) {
    await setLanguage(language);
    assert.deepEqual(eventLines([event({ other: "payment-reminder-sent" })]), [{ text: line, to: "" }]);
  }
});

test("an event is one whole sentence, of whatever is known of it", async () => {
  const when = { at: null, text: "2026-11-22", certain: false };
  const [phone, address] = ["+47 41 •• •• 67", "k•••@example.com"];
  const events = [
    event("unknown", { when }), event("unknown", { when, to: phone }), event("unknown", { when, to: address, from_here: true }),
    event("opened"), event("opened", { to: phone }), event("opened", { from_here: true }),
  ];
  for (const [language, lines] of [
    ["en", ["May have been sent 2026-11-22", `May have been sent 2026-11-22 by SMS to ${phone}`, `May have been sent 2026-11-22 by email to ${address} · from this computer`,
      "Opened", "Opened", "Opened · from this computer"]],
    ["nb", ["Kan ha blitt sendt 2026-11-22", `Kan ha blitt sendt 2026-11-22 på SMS til ${phone}`, `Kan ha blitt sendt 2026-11-22 på e-post til ${address} · fra denne datamaskinen`,
      "Åpnet", "Åpnet", "Åpnet · fra denne datamaskinen"]],
  ]) {
    await setLanguage(language);
    assert.deepEqual(eventLines(events).map(({ text }) => text), lines);
  }
});

const unseen = (code) => unseenWords({ kind: "unseen", id: "RES3633019929", code });

test("what could not be looked up may still be sent, or cannot, and which of the two is said", async () => {
  for (const [language, may, cannot] of [
    ["en", "You can still send the link", "can't be sent right now either"],
    ["nb", "Du kan sende likevel", "Lenken kan heller ikke sendes nå"],
  ]) {
    await setLanguage(language);
    for (const code of [null, "no-answer", "connection-broken", "service-failed", "service-unavailable", "unclear-answer", "answer-cut-short", "service-refused"]) {
      assert.ok(unseen(code).includes(may) && !unseen(code).includes(cannot), `${code}: ${unseen(code)}`);
    }
    for (const code of [
      "no-contact", "not-secure", "no-certificates", "not-started", "redirected", "turned-away", "proxy-log-in", "rate-limited", "not-allowed",
      "token-refused", "token-missing", "token-malformed", "keychain-locked", "keychain-absent", "keychain-several",
    ]) {
      assert.ok(unseen(code).includes(cannot) && !unseen(code).includes(may), `${code}: ${unseen(code)}`);
    }
  }
});

test("why nothing was seen is a sentence of its own for whatever a test of the connection may find", () => {
  for (const { unseen, checks, reasons } of [en, nb]) {
    const codes = [...Object.keys(checks), "refused"];
    for (const code of codes) {
      const why = unseen[code];
      assert.ok(why, code);
      assert.doesNotMatch(why, /[.:]$/, code);
    }
    assert.notEqual(unseen.redirected, reasons["redirected"].title);
  }
});

test("a wait ends at a time of the day, and at another day where it is one", async () => {
  const noon = new Date(2026, 10, 26, 12, 0).getTime();
  await setLanguage("en");
  assert.deepEqual([clock(noon + 60_000, noon), clock(noon + 86_400_000, noon)], ["12:01", "27 November at 12:00"]);
  await setLanguage("nb");
  assert.deepEqual([clock(noon + 60_000, noon), clock(noon + 86_400_000, noon)], ["kl. 12:01", "27. november kl. 12:00"]);
});

test("until when it can be paid is said with how long that is, and of what is settled not at all", async () => {
  const noon = new Date(2026, 10, 26, 12, 0).getTime();
  const DAY = 86_400_000;
  // The lists of countries that come with an older browser put a comma behind the day of the week.
  const words = (card) => dueWords(card, noon).replace(/day, (?=\d)/, "day ");
  const due = (days, more = {}) => words(card({ due: { at: noon + days * DAY, text: "", certain: true }, ...more }));
  await setLanguage("en");
  assert.deepEqual([-3, -1, 0, 1, 4].map((days) => due(days)), [
    "Was due Monday 23 November, 3 days ago", "Was due Wednesday 25 November at 12:00, yesterday",
    "Pay by Thursday 26 November at 12:00, today", "Pay by Friday 27 November at 12:00, tomorrow", "Pay by Monday 30 November, in 4 days",
  ]);
  for (const status of ["paid", "completed", "cancelled", "invoiced", "refunded", "partly-refunded"]) assert.equal(due(4, { status }), "");
  assert.equal(words(card({ due: { at: noon + 4 * DAY, text: "", certain: false } })), "Pay by Monday 30 November");
  const lastMinute = new Date(2026, 10, 26, 23, 59, 59).getTime();
  assert.equal(words(card({ due: { at: lastMinute, text: "", certain: true } })), "Pay by Thursday 26 November, today");
  await setLanguage("nb");
  assert.deepEqual([-3, -1, 0, 1, 4].map((days) => due(days)), [
    "Skulle vært betalt innen mandag 23. november, for 3 dager siden", "Skulle vært betalt innen onsdag 25. november kl. 12:00, i går",
    "Betales innen torsdag 26. november kl. 12:00, i dag", "Betales innen fredag 27. november kl. 12:00, i morgen", "Betales innen mandag 30. november, om 4 dager",
  ]);
});

test("what happened last stands in one line, with the day once where it is the same", async ({ mock }) => {
  mock.method(Date, "now", () => new Date(2026, 10, 26, 12).getTime());
  const at = (day, hour) => ({ at: new Date(2026, 10, day, hour, 20).getTime(), text: "", certain: true });
  const sms = { to: "+47 … 567" };
  await setLanguage("en");
  assert.equal(lastEventsLine([]), "");
  assert.equal(lastEventsLine([event("sent", { when: at(2, 9), ...sms })]), "Sent 2 November at 09:20 by SMS");
  assert.equal(lastEventsLine([event("opened", { when: at(2, 10) }), event("resent", { when: at(2, 9), to: "k…@example.com" }), event("sent")]), "Opened 2 November at 10:20 · Sent 09:20 by email");
  assert.equal(lastEventsLine([event("opened", { when: at(3, 10) }), event("sent", { when: at(2, 9), ...sms })]), "Opened 3 November at 10:20 · Sent 2 November at 09:20 by SMS");
  const written = (minute) => ({ at: Date.UTC(2026, 10, 22, 13, minute), text: "22.11.2026 14:05", certain: false });
  assert.equal(
    lastEventsLine([event("opened", { when: written(9) }), event("sent", { when: written(5), ...sms })]),
    "Opened 22 November at 14:09 · Sent 22 November at 14:05 by SMS (by Front Payment's clock)",
  );
  await setLanguage("nb");
  assert.equal(lastEventsLine([event("opened", { when: at(2, 10) }), event("sent", { when: at(2, 9), ...sms })]), "Åpnet 2. november kl. 10:20 · Sendt kl. 09:20 på SMS");
});

test("there is more to see where the line leaves something out", () => {
  const last = [event("opened"), event("sent", { to: card().sms_to.masked })];
  assert.equal(hasMoreEvents(card({ events: last })), false);
  assert.equal(hasMoreEvents(card({ events: [...last, event("sent")] })), true, "a third one");
  assert.equal(hasMoreEvents(card({ events: [event("sent", { to: "+47 … 999" })] })), true, "to another number");
  assert.equal(hasMoreEvents(card({ events: [event("sent", { from_here: true })] })), true, "from here");
});
