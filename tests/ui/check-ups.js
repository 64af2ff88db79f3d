// What "Is everything working?" may find, and the way to it.

const well = [
  ["keychain", "token-in-keychain"],
  ["network", "reached"],
  ["secure", "trusted"],
  ["clock", "clock-right"],
  ["token", "token-accepted"],
  ["journal", "journal-well"],
  ["version", "version"],
  ["policy", "no-policy"],
];

const line = (subject, state, found) => ({ subject, state, found, milliseconds: 12 });
const lineOf = ([subject, finding]) => line(subject, "well", { kind: "finding", finding });

/** @param {ReturnType<typeof line>[]} others in place of those that are well */
const checkUp = (others, more = {}) => ({
  all_well: others.length === 0,
  lines: well.map(lineOf).map((one) => others.find(({ subject }) => subject === one.subject) ?? one),
  version: "0.1.0",
  system: "linux x86_64, Debian GNU/Linux 12 (bookworm)",
  environment: "production",
  at: 1795352700000,
  log: ["2026-11-22T13:05:00.000Z INFO  start version=0.1.0 environment=production system=linux x86_64"],
  ...more,
});

const ask = async (page) => {
  await page.locator("#open-settings").click();
  await page.locator("#settings:not([hidden])").waitFor();
  await page.locator("#checkup-begin").click();
};

const askAndSee = async (page) => {
  await ask(page);
  await page.locator("#checkup-lines > li").first().waitFor();
};

const notKnown = (subject, finding) => line(subject, "not-known", { kind: "finding", finding });
const wrong = (subject, finding) => line(subject, "wrong", { kind: "finding", finding });

export const ALL_WELL = checkUp([]);

export const NO_NETWORK = checkUp([
  wrong("network", "no-name"),
  notKnown("secure", "no-network"),
  notKnown("clock", "no-network"),
  notKnown("token", "no-network"),
  line("keychain", "worth-knowing", { kind: "finding", finding: "token-for-now" }),
]);

export const SEVERAL_WRONG = checkUp([
  line("keychain", "wrong", { kind: "wrong", code: "keychain-locked" }),
  wrong("secure", "certificate-issuer"),
  line("clock", "wrong", { kind: "clock-behind", seconds: 4000 }),
  notKnown("token", "no-token-to-try"),
  line("journal", "worth-knowing", { kind: "finding", finding: "journal-put-aside" }),
]);

export const CHECK_UP_STATES = {
  "check-up, all well": { scenario: { token: "in-keychain", checkUp: ALL_WELL }, walk: askAndSee },
  "check-up, no network": { scenario: { checkUp: NO_NETWORK }, walk: askAndSee },
  "check-up, several wrong": { scenario: { checkUp: SEVERAL_WRONG }, walk: askAndSee },
  "check-up, under way": {
    scenario: { checkUp: ALL_WELL, checkUpTakes: "held" },
    async walk(page) {
      await ask(page);
      await page.locator("#checkup-status:not(:empty)").waitFor();
    },
  },
};
