// The only file that says __TAURI__: one typed function for each command in Rust. What is rejected is a `Code`, always.
/**
 * @import { CheckUp, Code, ConnectionTest, EmailReading, Environment, Exported, ExportWords, FoundOut, HistoryPage, HistorySearch, Keep, LookUp, PhoneReading, ResendAnswer, ResendRequest, ReservationReading, Settings, Startup, TokenState } from "./contract.js"
 * @typedef {{ core: { invoke(command: string, payload?: object): Promise<any>, Channel: new (heard: (text: string) => void) => object } }} Tauri
 */

const core = () => /** @type {{ __TAURI__: Tauri }} */ (/** @type {unknown} */ (window)).__TAURI__.core;

/** What a call is said to have met that came back without a word from Rust; "no-answer" for the others. @type {Record<string, Code>} */
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

/** Rejects with a `Code`, whatever was thrown. @param {string} command @param {object} [payload] @returns {Promise<any>} */
async function invoke(command, payload) {
  try {
    return await core().invoke(command, payload);
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

/** @param {string} command @param {object} [payload] @returns {Promise<Startup>} */
async function show(command, payload) {
  const startup = await invoke(command, payload);
  shown = startup.settings.environment;
  return startup;
}

/** In the environment that a person sees, or not at all. @param {string} command @param {object} [payload] @returns {Promise<any>} */
async function invokeHere(command, payload) {
  try {
    return await invoke(command, { environment: shown, ...payload });
  } catch (code) {
    if (code === "environment-changed") showAnew();
    throw code;
  }
}

/** @returns {Promise<Startup>} */
export const start = () => show("start");

/** There is something to see: the window may be shown. @returns {Promise<null>} */
export const pageReady = () => invoke("page_ready");

/** What the app is asked to open with, from now on and before. @param {(text: string) => void} heard @returns {Promise<null>} */
export const listenForOpenings = async (heard) => invoke("listen_for_openings", { channel: new (core().Channel)(heard) });

/** @param {string} text @returns {Promise<ReservationReading>} */
export const readReservation = (text) => invoke("read_reservation", { text });

/** @param {string} text @returns {Promise<PhoneReading>} */
export const readPhoneNumber = (text) => invoke("read_phone_number", { text });

/** @param {string} text @returns {Promise<EmailReading>} */
export const readEmailAddress = (text) => invoke("read_email_address", { text });

/** @param {string} text @returns {Promise<LookUp>} */
export const lookUp = (text) => invokeHere("look_up", { text });

/** @param {ResendRequest} request @returns {Promise<ResendAnswer>} */
export const resendReservation = (request) => invoke("resend_reservation", { request });

/** What became of a send that is unknown. Sends nothing, and never rejects. @param {number} send its name in the history @returns {Promise<FoundOut>} */
export const findOut = (send) => invokeHere("find_out", { send }).catch((/** @type {Code} */ code) => ({ kind: "unseen", code }));

/** Rejects with what a person should know of the record of sends. @returns {Promise<null>} */
export const openJournal = () => invoke("open_journal");

/** @param {HistorySearch} search @returns {Promise<HistoryPage>} */
export const searchHistory = (search) => invokeHere("search_history", { search });

/** @param {HistorySearch} search @param {ExportWords} words @returns {Promise<Exported>} */
export const exportHistory = (search, words) => invokeHere("export_history", { search, words });

/** Of the environment in use. @returns {Promise<null>} */
export const deleteHistory = () => invokeHere("delete_history");

/** @param {Settings} settings @returns {Promise<Startup>} */
export const saveSettings = (settings) => show("save_settings", { settings });

/** May make the keychain ask. @returns {Promise<TokenState>} */
export const tokenState = () => invokeHere("token_state");

/** @param {string} token @param {Keep} keep @returns {Promise<TokenState>} */
export const saveToken = (token, keep) => invokeHere("save_token", { token, keep });

/** @returns {Promise<TokenState>} */
export const forgetToken = () => invokeHere("forget_token");

/** Rejects when the keychain is in the way. @returns {Promise<ConnectionTest>} */
export const testConnection = () => invokeHere("test_connection");

/** Takes as long as its slowest check. May make the keychain ask. @returns {Promise<CheckUp>} */
export const checkUp = () => invokeHere("check_up");

/** @returns {Promise<string>} */
export const thirdPartyLicences = () => invoke("third_party_licences");
