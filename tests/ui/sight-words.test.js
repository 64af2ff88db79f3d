// How a reservation stands, in words: never more than the service said, and its own words as it wrote them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setLanguage } from "../../ui/i18n.js";
import { eventLines, foundWords, statusInSentence, statusWords } from "../../ui/sight-words.js";
import { card, event } from "./sights.js";

const stands = (status, status_text = null) => ({ status, status_text });

const spoken = (card) => foundWords(card, false);

test("a state has a word for the card and one for a sentence, in each language", () => {
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
    setLanguage(language);
    for (const [status, words] of Object.entries(expected)) {
      assert.deepEqual([statusWords(stands(status)).text, statusInSentence(stands(status))], words, status);
    }
  }
});

test("a state that we don't know is the service's own word, quoted and as it was written", () => {
  for (const [language, quoted] of [["en", "“PENDING”"], ["nb", "«PENDING»"]]) {
    setLanguage(language);
    assert.deepEqual(statusWords(stands(null, "PENDING")), { kind: "other-status", text: quoted });
    assert.equal(statusInSentence(stands(null, "PENDING")), quoted);
    assert.ok(spoken(card({ status: null, status_text: "PENDING", amount: null })).includes(`: ${quoted}.`));
  }
});

test("an event that we don't know is an event first, and then the service's own word", () => {
  for (const [language, line] of [["en", "Other event (payment-reminder-sent)"], ["nb", "Annen hendelse (payment-reminder-sent)"]]) {
    setLanguage(language);
    assert.deepEqual(eventLines([event("other", { slug: "payment-reminder-sent" })]), [{ text: line, to: "" }]);
  }
});
