// Stands in for Rust behind `window.__TAURI__`, held to the same contract by tsc. It runs inside the page,
// so `install` may use nothing from outside itself.
/**
 * @import { CheckUp, Code, Commands, ConnectionTest, Resolution, HistoryEntry, LookUp, Report, ResendAnswer, ResendRequest, Settings, Sighting, Startup, TokenState, WaitingRow, WaitingUpdate } from "../../ui/contract.js"
 * @import { CommandHere } from "../../ui/backend.js"
 * @typedef {object} Scenario
 * @property {Partial<Startup>} [startup]
 * @property {Partial<Settings>} [settings]
 * @property {(ResendAnswer | "reject" | null)[]} [answers] one for each call, null for "sent"; the last one stays
 * @property {"held"} [sendTakes] A command that is held answers when `__RELEASE__` is called with its name
 * @property {Record<string, { answer: LookUp | "reject", takes?: "held" }>} [lookUps] by reservation; nothing is known of any other
 * @property {Scenario["lookUps"]} [lookUpsAgain] from the second look-up of each on
 * @property {TokenState} [token]
 * @property {Code} [tokenStateFails] until one is saved, or all are removed
 * @property {Code} [saveTokenFails]
 * @property {Code} [saveSettingsFails]
 * @property {"held"} [keychainTakes]
 * @property {ConnectionTest} [test]
 * @property {Resolution | "reject"} [found] what becomes of a send that was unknown
 * @property {boolean} [startFails]
 * @property {"held"} [foundTakes]
 * @property {string} [openedWith] what the app was started with
 * @property {Code} [journal] what is wrong with the record of sends
 * @property {CheckUp} [checkUp] lost without one
 * @property {"held"} [checkUpTakes]
 * @property {HistoryEntry[]} [history] newest first
 * @property {Record<string, "held">} [historyTakes] by the text that is looked for
 * @property {number[]} [settled] the sends that turn out to have left, by their number, once it is found out
 * @property {WaitingUpdate[]} [waiting] what is told while the list is read; the last is the list, where it is whole
 * @property {WaitingRow[]} [settledRows] found after those on the list, once they are looked up
 * @property {boolean} [settledHolds] each of them but the first waits for `__GO_ON__`
 * @property {boolean} [waitingHolds] each part of the list but the first waits for `__GO_ON__`
 * @property {Code} [waitingFails]
 * @property {Code} [waitingFailsAgain] every time but the first
 * @property {Code} [waitingFailsThen] every time but the first two
 * @property {Sighting[]} [sightings] what is seen of a link after it was sent, at once; what is seen later comes by `__SEE__`, and the watch
 *   ends by `__END_WATCH__`
 * @property {Code} [watchFails]
 * @property {Code} [historyFails]
 * @property {Code} [exportFails]
 * @property {Code} [deleteFails]
 */

/** @param {Scenario} scenario */
export function install(scenario) {
  const calls = /** @type {{ command: string, payload: any }[]} */ ([]);
  const examples = /** @type {Startup["examples"]} */ ([
    ["RES1000000001", "Kari Nordmann", 1250, "412 34 567", "sent"],
    ["RES1000000002", "Ola Hansen", 890.5, "912 34 567", "sent-slowly"],
    ["RES1000000003", "Aina Lindqvist", 2400, "400 12 345", "already-cancelled"],
    ["RES1000000004", "Jonas Berg", 320, "401 23 456", "already-paid"],
    ["RES1000000005", "Maja Solheim", 15999, "402 34 567", "refused"],
    ["RES1000000006", "Per Dal", 450, "403 45 678", "connection-broken"],
  ].map(([id, customer, amount, phone_number, scenario]) => ({ id, customer, amount, phone_number, scenario, email_address: "kari@example.com" })));
  let settings = /** @type {Settings} */ ({ language: "en", environment: "production", default_country: "NO", repeat_minutes: 10, hold_seconds: 0, keep_days: 30, waiting_days: 14, ...scenario.settings });
  const lookedUp = new Set();
  let token = scenario.token ?? "absent";
  let sends = 0;
  let endWatch = (/** @type {number | null} */ _lastLook) => {};
  let history = scenario.history ?? [];
  let waiting = /** @type {WaitingUpdate | null} */ (null);
  let settled = /** @type {WaitingRow[]} */ ([]);
  let isStopped = false;

  /** @returns {Startup} */
  const startup = () => ({
    version: "0.1.0",
    language_given: false,
    first_start: false,
    environments: ["practice", "demo", "production"],
    countries: [["DE", "+49"], ["DK", "+45"], ["NO", "+47"], ["SE", "+46"], ["US", "+1"]].map(([region = "", calling_code = ""]) => ({ region, calling_code })),
    notice: null,
    environment_given: false,
    fixed: [],
    allowed: { history: true, export: true, waiting_list: true },
    support: null,
    policy_faults: [],
    ...(sends === 0 ? scenario.startup : {}),
    settings,
    examples: settings.environment === "practice" ? examples : [],
  });

  /** Those that name the environment themselves. @type {Record<CommandHere, true>} */
  const here = { look_up: true, find_out: true, read_waiting_list: true, use_waiting_list: true, find_waiting: true, read_settled: true, watch_link: true, search_history: true, export_history: true, delete_history: true, token_state: true, save_token: true, forget_token: true, test_connection: true, check_up: true };

  /** Nothing is done in another environment than the page shows. @param {string} command @param {any} payload */
  function isElsewhere(command, payload) {
    const shown = command in here ? payload.environment : command === "resend_reservation" ? payload.request.environment : settings.environment;
    if (!["practice", "demo", "production"].includes(shown)) throw new Error(`${command} names no environment`);
    return shown !== settings.environment;
  }

  const turn = () => new Promise((done) => setTimeout(done));
  const held = /** @type {Record<string, (() => void)[]>} */ ({});
  const holding = new Set();
  /** Until `__RELEASE__` lets all go that are held by then. @param {string} command @param {"held"} [takes] */
  const wait = (command, takes) =>
    takes === "held" || holding.has(command) ? new Promise((done) => (held[command] ??= []).push(() => done(null))) : turn();
  const keychain = () => wait("keychain", scenario.keychainTakes);

  /** @param {import("../../ui/contract.js").HistorySearch} search */
  const matching = ({ text, outcome, from, until }) =>
    history.filter(
      (entry) =>
        (text === null || [entry.reservation, entry.sms_to, entry.email_to].some((part) => part?.toLowerCase().includes(text.toLowerCase()))) &&
        (outcome === null || entry.outcome === outcome) &&
        (from === null || until === null || (entry.at >= from && entry.at < until)),
    );

  /** @param {ResendRequest} request @returns {ResendAnswer} */
  function sent(request) {
    /** @type {Report} */
    const report = {
      attempt: sends,
      id: sends,
      outcome: "sent",
      reason: null,
      environment: settings.environment,
      reservation: { id: /[A-Z]+\d+/.exec(request.reservation)?.[0] ?? "", order: request.reservation.includes("ODR") },
      merchant: null,
      sms_to: request.sms ? { full: "+47 41 23 45 67", masked: "+47 41 •• •• 67" } : null,
      email_to: request.email ? { full: "kari.nordmann@example.com", masked: "k•••@example.com" } : null,
      begun: Date.UTC(2026, 10, 22, 13, 4, 45),
      at: Date.UTC(2026, 10, 22, 13, 5),
      sentences: [],
      http_status: 202,
      retry_after_seconds: null,
    };
    return { kind: "done", report };
  }

  /** @type {{ [C in keyof Commands]: (args: Commands[C]["args"]) => Commands[C]["answer"] | Promise<Commands[C]["answer"]> }} */
  const commands = {
    start() {
      if (scenario.startFails) throw new Error("the start was lost");
      return startup();
    },
    page_ready: () => null,
    listen_for_openings({ channel }) {
      const { heard } = /** @type {{ heard: (text: string) => void }} */ (channel);
      Object.assign(window, { __OPEN__: heard });
      if (scenario.openedWith) heard(scenario.openedWith);
      return null;
    },
    async read_reservation({ text }) {
      await wait("read_reservation");
      if (new Set(text.match(/(RES|ODR)\d{4,20}/g)).size > 1) return { kind: "unreadable", code: "reservation-several" };
      const id = /([A-Za-z]{2,6})\s?(\d{4,20})/.exec(text);
      if (!id) return { kind: "unreadable", code: "reservation-no-id" };
      const prefix = String(id[1]).toUpperCase();
      if (prefix === "SUB") return { kind: "unreadable", code: "reservation-is-subscription" };
      return { kind: "reservation", id: `${prefix}${id[2]}`, unfamiliar: !["RES", "ODR"].includes(prefix), short: String(id[2]).length < 9, order: prefix === "ODR" };
    },
    read_phone_number({ text }) {
      const digits = text.replace(/\D/g, "").replace(/^47(?=\d{8})/, "");
      if (digits.length !== 8) return { kind: "unreadable", code: "phone-too-short" };
      const international = `+47 ${digits.replace(/(..)(?=.)/g, "$1 ")}`;
      return { kind: "number", international, region: "NO", line: digits.startsWith("2") ? "land-line" : "mobile" };
    },
    read_email_address({ text }) {
      const address = text.trim().normalize("NFKC");
      if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) return { kind: "unreadable", code: "email-malformed" };
      return { kind: "address", address, look_alike: /[а-я]/.test(address) };
    },
    async look_up({ text }) {
      const id = /[A-Z]{2,6}\d{4,20}/.exec(text.toUpperCase().replace(/\s/g, ""))?.[0] ?? "";
      const known = (lookedUp.has(id) ? scenario.lookUpsAgain?.[id] : undefined) ?? scenario.lookUps?.[id];
      lookedUp.add(id);
      await wait("look_up", known?.takes);
      if (known?.answer === "reject") throw new Error("the look-up was lost");
      return known?.answer ?? { kind: "no-id" };
    },
    async resend_reservation({ request }) {
      if (isElsewhere("resend_reservation", { request })) return { kind: "environment-changed" };
      sends += 1;
      await wait("resend_reservation", scenario.sendTakes);
      const answers = scenario.answers ?? [];
      const answer = answers[Math.min(sends, answers.length) - 1];
      if (answer === "reject") throw new Error("the call was lost");
      return answer ?? sent(request);
    },
    async find_out() {
      await wait("find_out", scenario.foundTakes);
      if (scenario.found === "reject") throw new Error("the call was lost");
      history = history.map((entry) => (scenario.settled?.includes(entry.id) ? { ...entry, outcome: "sent" } : entry));
      return scenario.found ?? { kind: "not-listed", status: "not-paid" };
    },
    async read_waiting_list({ channel }) {
      const { heard } = /** @type {{ heard: (update: WaitingUpdate) => void }} */ (channel);
      // Without a time of its own it is read now.
      const now = (/** @type {WaitingUpdate} */ update) => ({ ...update, at: update.at || Date.now() });
      const count = calls.filter(({ command }) => command === "read_waiting_list").length;
      const failure = scenario.waitingFails ?? (count > 1 ? scenario.waitingFailsAgain : undefined) ?? (count > 2 ? scenario.waitingFailsThen : undefined);
      const [begun] = scenario.waiting ?? [];
      if (failure && begun) heard(structuredClone({ ...begun, rows: [], state: "reading" }));
      if (failure) throw failure;
      for (const [at, update] of (scenario.waiting ?? []).entries()) {
        await (scenario.waitingHolds && at > 0 ? new Promise((go) => Object.assign(window, { __GO_ON__: () => go(null) })) : turn());
        heard(structuredClone(now(update)));
      }
      settled = [];
      const last = scenario.waiting?.at(-1);
      return (waiting = last ? now(last) : null);
    },
    use_waiting_list: () => waiting !== null,
    find_waiting({ text }) {
      const at = (/** @type {WaitingRow} */ { customer }) => customer?.toLowerCase().indexOf(text.toLowerCase()) ?? -1;
      const found = waiting && [...waiting.rows, ...settled].filter((row) => at(row) >= 0);
      return found && found.map((row) => ({ ...row, marks: [[at(row), at(row) + text.length]] }));
    },
    async read_settled({ channel }) {
      const { heard } = /** @type {{ heard: (update: import("../../ui/contract.js").SettledUpdate) => void }} */ (channel);
      const all = scenario.settledRows ?? [];
      /** @returns {import("../../ui/contract.js").SettledUpdate} */
      const far = () => ({ state: settled.length === all.length ? "read" : "partial", found: all.length, looked_at: settled.length, failure: null });
      isStopped = false;
      while (settled.length < all.length && !isStopped) {
        await (scenario.settledHolds && settled.length > 0 ? new Promise((go) => Object.assign(window, { __GO_ON__: () => go(null) })) : turn());
        if (!isStopped) settled = all.slice(0, settled.length + 1);
        heard({ ...far(), state: settled.length === all.length ? "read" : "reading" });
      }
      return far();
    },
    stop_reading_settled() {
      isStopped = true;
      /** @type {{ __GO_ON__?: () => void }} */ (/** @type {unknown} */ (window)).__GO_ON__?.();
      return null;
    },
    forget_waiting_list() {
      waiting = null;
      settled = [];
      return null;
    },
    watch_link({ reservation, channel }) {
      if (scenario.watchFails) throw scenario.watchFails;
      const { heard } = /** @type {{ heard: (sighting: Sighting) => void }} */ (channel);
      endWatch(null);
      const see = (/** @type {Sighting} */ sighting) => {
        const { seen, when } = sighting;
        if (seen === "sent") history = history.map((entry) => (scenario.settled?.includes(entry.id) ? { ...entry, outcome: "sent" } : entry));
        else history = history.map((entry) => (entry.reservation === reservation ? { ...entry, progress: { progress: seen, at: when?.at ?? null } } : entry));
        heard(structuredClone(sighting));
      };
      for (const sighting of scenario.sightings ?? []) see(sighting);
      return new Promise((end) => {
        Object.assign(window, { __SEE__: see, __END_WATCH__: end });
        endWatch = end;
      });
    },
    stop_watching() {
      endWatch(null);
      Object.assign(window, { __SEE__: null });
      return null;
    },
    open_journal() {
      if (scenario.journal) throw scenario.journal;
      return null;
    },
    async search_history({ search }) {
      await wait("search_history", scenario.historyTakes?.[search.text ?? ""]);
      if (scenario.historyFails) throw scenario.historyFails;
      const found = matching(search).filter(({ id }) => search.older_than === null || id < search.older_than);
      return { entries: found.slice(0, 50), more: found.length > 50 };
    },
    export_history({ search }) {
      if (scenario.exportFails) throw scenario.exportFails;
      return { path: "/home/kari/Downloads/resend-reservation 2026-11-22.csv", entries: matching(search).length };
    },
    delete_history() {
      if (!scenario.deleteFails || scenario.deleteFails === "journal-still-read") history = [];
      if (scenario.deleteFails) throw scenario.deleteFails;
      return null;
    },
    save_settings({ settings: chosen }) {
      if (scenario.saveSettingsFails) throw scenario.saveSettingsFails;
      settings = chosen;
      scenario.startup = { ...scenario.startup, first_start: false, notice: null };
      return startup();
    },
    async token_state() {
      await keychain();
      if (scenario.tokenStateFails) throw scenario.tokenStateFails;
      return token;
    },
    async save_token({ token: typed, keep }) {
      await keychain();
      if (scenario.saveTokenFails && keep === "in-keychain") throw scenario.saveTokenFails;
      if (typed.trim() === "") throw "token-empty";
      token = keep;
      delete scenario.tokenStateFails;
      return token;
    },
    async forget_token() {
      await keychain();
      token = "absent";
      delete scenario.tokenStateFails;
      return token;
    },
    test_connection: () => scenario.test ?? { kind: "works" },
    async check_up() {
      await wait("check_up", scenario.checkUpTakes);
      if (!scenario.checkUp) throw new Error("the check was lost");
      return { ...scenario.checkUp, environment: settings.environment };
    },
    third_party_licences: () => "A library\nLicensed under MIT.\n\n".repeat(40),
  };

  Object.assign(window, {
    __CALLS__: calls,
    __HELD__: (/** @type {string} */ command) => held[command]?.length ?? 0,
    __HOLD__: (/** @type {string} */ command) => holding.add(command),
    __RELEASE__(/** @type {string} */ command) {
      holding.delete(command);
      held[command]?.splice(0).forEach((answer) => answer());
    },
    __WRITE_DOWN__: (/** @type {HistoryEntry} */ entry) => (history = [entry, ...history]),
    __TAURI__: {
      core: {
        Channel: class {
          /** @param {(message: any) => void} heard */
          constructor(heard) {
            this.heard = heard;
          }
        },
        async invoke(/** @type {string} */ command, /** @type {any} */ payload) {
          calls.push({ command, payload: structuredClone(payload && { ...payload, ...(payload.channel ? { channel: null } : {}) }) });
          const run = /** @type {Record<string, (args: any) => unknown>} */ (commands)[command];
          if (!run) throw new Error(`no command ${command}`);
          if (command in here && isElsewhere(command, payload)) throw "environment-changed";
          return structuredClone(await run(payload ?? {}));
        },
      },
    },
  });
}
