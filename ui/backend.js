// The only file that says __TAURI__: one typed function for each command in Rust. What is rejected is a `Code`, always.
/**
 * @import { Code, Commands, Environment, ExportWords, Resolution, HistorySearch, Keep, ResendRequest, Settings, SettledUpdate, Sighting, Startup, Timestamp, WaitingUpdate } from "./contract.js"
 * @typedef {{ core: { invoke(command: string, payload: object): Promise<any>, Channel: new (heard: (message: any) => void) => object } }} Tauri
 * @typedef {keyof Commands} Command
 * @typedef {{ [C in Command]: Commands[C]["args"] extends { environment: Environment } ? C : never }[Command]} CommandHere one that names the environment
 */

const core = () => /** @type {{ __TAURI__: Tauri }} */ (/** @type {unknown} */ (window)).__TAURI__.core;

/** What a call is said to have met that came back without a word from Rust; "no-answer" for the others. @type {Partial<Record<Command, Code>>} */
const LOST = {
  open_journal: "journal-not-written",
  search_history: "journal-not-written",
  export_history: "journal-not-written",
  delete_history: "journal-not-written",
  save_settings: "settings-not-saved",
  token_state: "keychain-failed",
  save_token: "keychain-failed",
  forget_token: "keychain-failed",
  test_connection: "keychain-failed",
};

/**
 * Rejects with a `Code`, whatever was thrown.
 * @template {Command} C
 * @param {C} command
 * @param {Commands[C]["args"]} args
 * @returns {Promise<Commands[C]["answer"]>}
 */
async function invoke(command, args) {
  try {
    return await core().invoke(command, args);
  } catch (thrown) {
    throw isCode(thrown) ? thrown : (LOST[command] ?? "no-answer");
  }
}

/** Tauri's own refusals are sentences. @param {unknown} thrown @returns {thrown is Code} */
const isCode = (thrown) => typeof thrown === "string" && /^[a-z]+(-[a-z]+)*$/.test(thrown);

/** What Rust last told the page to show, and so what a person sees. @type {Environment | undefined} */
let shown;
let showAnew = () => {};

/** @param {() => void} heard the app uses another environment than the page shows */
export const onEnvironmentChanged = (heard) => void (showAnew = heard);

/** @param {Promise<Startup>} started */
async function show(started) {
  const startup = await started;
  shown = startup.settings.environment;
  return startup;
}

/**
 * In the environment that a person sees, or not at all.
 * @template {CommandHere} C
 * @param {C} command
 * @param {Omit<Commands[C]["args"], "environment">} args
 * @returns {Promise<Commands[C]["answer"]>}
 */
async function invokeHere(command, args) {
  try {
    return await invoke(command, /** @type {Commands[C]["args"]} */ ({ environment: shown, ...args }));
  } catch (code) {
    if (code === "environment-changed") showAnew();
    throw code;
  }
}

export const start = () => show(invoke("start", {}));

/** There is something to see: the window may be shown. */
export const pageReady = () => invoke("page_ready", {});

/** What the app is asked to open with, from now on and before. @param {(text: string) => void} heard */
export const listenForOpenings = async (heard) => invoke("listen_for_openings", { channel: new (core().Channel)(heard) });

/** @param {string} text */
export const readReservation = (text) => invoke("read_reservation", { text });

/** @param {string} text */
export const readPhoneNumber = (text) => invoke("read_phone_number", { text });

/** @param {string} text */
export const readEmailAddress = (text) => invoke("read_email_address", { text });

/** @param {string} text */
export const lookUp = (text) => invokeHere("look_up", { text });

/** @param {ResendRequest} request */
export const resendReservation = (request) => invoke("resend_reservation", { request });

/** What became of a send that is unknown. Sends nothing, and never rejects. @param {number} send its name in the history @returns {Promise<Resolution>} */
export const findOut = (send) => invokeHere("find_out", { send }).catch((/** @type {Code} */ code) => ({ kind: "unseen", code }));

/** Who has still to pay. Tells of each part as it comes; null where another reading ended this one. @param {(update: WaitingUpdate) => void} heard */
export const readWaitingList = async (heard) => invokeHere("read_waiting_list", { channel: new (core().Channel)(heard) });

/** Whether what was read is still there. That is a use of it. */
export const useWaitingList = () => invokeHere("use_waiting_list", {});

/** Those that a text can mean, first those on the list; null where there is none. @param {string} text */
export const findWaiting = (text) => invokeHere("find_waiting", { text });

/** Looks up those that nobody has to pay any more, to be found too. Null where there is no list, or none any more. @param {(update: SettledUpdate) => void} heard */
export const readSettled = async (heard) => invokeHere("read_settled", { channel: new (core().Channel)(heard) });

/** What was read of them stays. */
export const stopReadingSettled = () => invoke("stop_reading_settled", {});

/** Ends what is being read, too. */
export const forgetWaitingList = () => invoke("forget_waiting_list", {});

/**
 * What the customer does with a link after it was sent; where nobody knows whether it was, that first. Ends with the next
 * one, and tells when it was last seen how things stood. Sends nothing.
 * @param {object} link
 * @param {string} link.reservation
 * @param {Timestamp} link.since when it was sent, by this computer's clock
 * @param {number | null} link.send the send, by its name in the history
 * @param {boolean} link.unknown nobody knows whether it left
 * @param {(sighting: Sighting) => void} heard
 */
export const watchLink = async (link, heard) => invokeHere("watch_link", { ...link, channel: new (core().Channel)(heard) });

export const stopWatching = () => invoke("stop_watching", {});

/** Rejects with what a person should know of the record of sends. */
export const openJournal = () => invoke("open_journal", {});

/** @param {HistorySearch} search */
export const searchHistory = (search) => invokeHere("search_history", { search });

/** @param {HistorySearch} search @param {ExportWords} words */
export const exportHistory = (search, words) => invokeHere("export_history", { search, words });

/** Of the environment in use. */
export const deleteHistory = () => invokeHere("delete_history", {});

/** @param {Settings} settings */
export const saveSettings = (settings) => show(invoke("save_settings", { settings }));

/** May make the keychain ask. */
export const tokenState = () => invokeHere("token_state", {});

/** @param {string} token @param {Keep} keep */
export const saveToken = (token, keep) => invokeHere("save_token", { token, keep });

export const forgetToken = () => invokeHere("forget_token", {});

/** Rejects when the keychain is in the way. */
export const testConnection = () => invokeHere("test_connection", {});

/** Takes as long as its slowest check. May make the keychain ask. */
export const checkUp = () => invokeHere("check_up", {});

export const thirdPartyLicences = () => invoke("third_party_licences", {});
