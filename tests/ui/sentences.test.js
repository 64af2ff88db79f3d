// Whole sentences: right for SMS, email and both, for an order and a reservation, for none, one and many, on every system.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { eventLines, foundWords, notFoundWords, unseenWords } from "../../ui/desk/card-words.js";
import { explain, explainLate } from "../../ui/desk/result-words.js";
import { warningWords } from "../../ui/desk/warning-words.js";
import { contactLine } from "../../ui/history/words.js";
import { en } from "../../ui/locales/en.js";
import { LANGUAGES } from "../../ui/locales/index.js";
import { setEnvironment } from "../../ui/words/environment-name.js";
import { daysFrom, duration, setLanguage, t } from "../../ui/words/i18n.js";
import { check, finding, reason, titled, unseen } from "../../ui/words/reason-words.js";
import { card, event } from "./look-ups.js";

const ENVIRONMENTS = /** @type {const} */ (["practice", "demo", "production", "local"]);
const SYSTEMS = { linux: "Linux x86_64", macos: "MacIntel", windows: "Win32" };
/** There is none of these where the system brings a keychain of its own. */
const OF_LINUX = ["keychain-absent", "keychain-kwallet", "keychain-no-collection"];

const own = Object.getOwnPropertyDescriptor(globalThis, "navigator");
const on = (platform) => Object.defineProperty(globalThis, "navigator", { value: { platform }, configurable: true });

after(() => (own ? Object.defineProperty(globalThis, "navigator", own) : delete globalThis.navigator));

const isWhole = (text, about) => assert.doesNotMatch(text, /[{}]|undefined|null|NaN|\s[,.]|  |^\s|^[a-zæøå]|\.\./, about);

/** Whatever may be told of a code, wherever it is told. */
const everythingTold = () => [
  ...Object.keys(en.reasons).flatMap((code) => [...Object.values(reason(code)), ...Object.values(titled(code)), check(code)]),
  ...Object.keys(en.findings).flatMap((name) => Object.values(finding(name, { version: "0.1.0" }))),
  ...Object.keys(en.unseen).map(unseen),
];

test("no brace reaches the screen, whoever tells a reason and whatever is known", async () => {
  for (const language of Object.keys(LANGUAGES)) {
    await setLanguage(language);
    for (const platform of Object.values(SYSTEMS)) {
      on(platform);
      for (const environment of ENVIRONMENTS) {
        setEnvironment(environment);
        for (const text of everythingTold()) isWhole(text, `${language}, ${platform}, ${environment}: ${text}`);
      }
    }
  }
});

test("the keychain is called what the system calls it, in reasons too", async () => {
  for (const [language, own, other] of [["en", /Windows Credential Manager/, /keychain/i], ["nb", /Legitimasjonsbehandling/, /nøkkelring/i]]) {
    await setLanguage(language);
    for (const [system, platform] of Object.entries(SYSTEMS)) {
      on(platform);
      const said = Object.keys(en.reasons).filter((code) => code.startsWith("keychain-") && !OF_LINUX.includes(code));
      for (const text of said.flatMap((code) => [reason(code).title, check(code), String(unseen(code))])) {
        assert.match(text, system === "windows" ? own : other, text);
        assert.doesNotMatch(text, system === "windows" ? other : own, text);
      }
    }
  }
});

const sms_to = { full: "+47 41 23 45 67", masked: "+47 … 567" };
const email_to = { full: "kari@example.com", masked: "k…@example.com" };
const CONTACTS = [{ sms_to, email_to: null }, { sms_to: null, email_to }, { sms_to, email_to }];
const ids = { order: "ODR1649249709", reservation: "RES3633019929" };
const CODES = ["already-cancelled", "already-completed", "already-paid", "not-found", "refused", "no-answer", "service-unavailable", "no-contact"];
const UNKNOWN = ["no-answer", "service-unavailable"];

/** Each sentence with what it is about. */
function* sentences() {
  for (const order of [false, true]) {
    const reservation = { id: order ? ids.order : ids.reservation, order };
    for (const environment of ENVIRONMENTS) {
      for (const contacts of CONTACTS) {
        const report = { outcome: "sent", reason: null, environment, reservation, sentences: [], retry_after_seconds: null, at: 0, ...contacts };
        yield [{ order, contacts }, explain(report)];
        yield [{ order, contacts }, { next: explainLate(report) }];
        for (const code of CODES) {
          for (const retry_after_seconds of code === "service-unavailable" ? [null, 0, 1, 90] : [null]) {
            yield [{ order }, explain({ ...report, outcome: UNKNOWN.includes(code) ? "unknown" : "not-sent", reason: code, retry_after_seconds })];
          }
        }
      }
      yield [{ order }, { text: notFoundWords(reservation.id, environment) }];
      for (const kind of ["earlier-unknown", "already-cancelled", "already-paid", "expired", "not-found", "sent-recently", "sent-elsewhere"]) {
        yield [{ order }, warningWords({ kind, at: null }, { id: reservation.id, environment })];
      }
    }
    for (const status of ["not-paid", "paid", null]) yield [{ order }, { text: foundWords(card({ order, status }), true) }];
    for (const [line] of [[], ["+47 … 567"], ["k…@example.com"]].map(([to]) => eventLines([event("sent", { to: to ?? null })]))) yield [{}, { text: line.text }];
  }
  for (const code of Object.keys(en.unseen)) yield [{}, { text: unseenWords({ code }) }];
  for (const contacts of CONTACTS) yield [{ contacts }, { text: contactLine({ sms_to: contacts.sms_to?.masked ?? null, email_to: contacts.email_to?.masked ?? null }) }];
  for (const count of [0, 1, 2, 21, 1250]) {
    yield [{ count }, { text: t("history.count", { count }), more: t("history.exported.text", { count, where: t("environment.demo.in") }) }];
  }
}

for (const [language, words] of Object.entries({
  en: { order: /\border\b/i, reservation: /\breservation\b/i, sms: /\bSMS\b|\+47|messages/, email: /\bemail\b|@|spam|inbox/i, one: /\b1 (links|entries)\b/, many: /\b(0|2|21|1,250) (link|entry)\b/ },
  nb: { order: /\bordre/i, reservation: /\breservasjon/i, sms: /\bSMS\b|\+47|meldingene/, email: /e-post|@|søppelpost|innboks/i, one: /\b1 utsendinger\b/, many: /\b(0|2|21|1250) utsending\b/ },
})) {
  test(`each combination has a sentence that is right: ${language}`, async () => {
    await setLanguage(language);
    on(SYSTEMS.linux);
    let read = 0;
    for (const [{ order, contacts }, texts] of sentences()) {
      const said = Object.values(texts).join(" ").trim();
      read += 1;
      isWhole(said, said);
      // What is cancelled can be made again as a reservation only, and three titles speak of an order whichever it is
      if (order === true && /No such|does not know|found|[Ff]ant |kjenner ikke|couldn't|fikk ikke/.test(said)) assert.doesNotMatch(said.replace(ids.order, ""), words.reservation, said);
      if (order === false && /No such|Fant ikke res/.test(said)) assert.doesNotMatch(said, words.order, said);
      if (contacts && !contacts.email_to) assert.doesNotMatch(said, words.email, said);
      if (contacts && !contacts.sms_to) assert.doesNotMatch(said, words.sms, said);
      assert.doesNotMatch(said, words.one, said);
      assert.doesNotMatch(said, words.many, said);
    }
    assert.ok(read >= 120, `${read} combinations`);
  });
}

test("none, one and many are each counted in the form of the language", async () => {
  await setLanguage("en");
  assert.deepEqual([0, 1, 2, 1250].map((count) => t("history.count", { count })), ["Showing 0 entries", "Showing 1 entry", "Showing 2 entries", "Showing 1,250 entries"]);
  await setLanguage("nb");
  assert.deepEqual([0, 1, 2].map((count) => t("history.count", { count })), ["Viser 0 utsendinger", "Viser 1 utsending", "Viser 2 utsendinger"]);
});

test("a wait is said in the unit that a person would say it in, and in days never as a sailor does", async () => {
  const now = new Date(2026, 10, 22, 12).getTime();
  const said = async (language) => {
    await setLanguage(language);
    return [duration(1), duration(30), duration(600), duration(30 * 86_400), daysFrom(now, now), daysFrom(now + 2 * 86_400_000, now), daysFrom(now - 3 * 86_400_000, now)].join(" | ");
  };
  assert.equal(await said("en"), "1 second | 30 seconds | 10 minutes | 30 days | today | in 2 days | 3 days ago");
  assert.equal(await said("nb"), "1 sekund | 30 sekunder | 10 minutter | 30 dager | i dag | om 2 dager | for 3 dager siden");
});
