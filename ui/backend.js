// The only file that says __TAURI__: one typed function for each command in Rust.
/**
 * @import { CheckUp, ConnectionTest, EmailReading, Environment, Exported, ExportWords, FoundOut, HistoryPage, HistorySearch, Keep, LookUp, PhoneReading, ResendAnswer, ResendRequest, ReservationReading, Settings, Startup, TokenState } from "./contract.js"
 * @typedef {{ core: { invoke(command: string, payload?: object): Promise<any>, Channel: new (heard: (text: string) => void) => object } }} Tauri
 */

const core = () => /** @type {{ __TAURI__: Tauri }} */ (/** @type {unknown} */ (window)).__TAURI__.core;

/** @param {string} command @param {object} [payload] @returns {Promise<any>} */
const invoke = (command, payload) => core().invoke(command, payload);

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

/** What became of a send that is unknown. Sends nothing. @param {number} send its name in the history @returns {Promise<FoundOut>} */
export const findOut = (send) => invokeHere("find_out", { send });

/** Rejects with a `Code` that tells what a person should know of the record of sends. @returns {Promise<null>} */
export const openJournal = () => invoke("open_journal");
/** Rejects with a `Code`. @param {HistorySearch} search @returns {Promise<HistoryPage>} */
export const searchHistory = (search) => invokeHere("search_history", { search });

/** Rejects with a `Code`. @param {HistorySearch} search @param {ExportWords} words @returns {Promise<Exported>} */
export const exportHistory = (search, words) => invokeHere("export_history", { search, words });

/** Of the environment in use. Rejects with a `Code`. @returns {Promise<null>} */
export const deleteHistory = () => invokeHere("delete_history");

/** Rejects with a `Code`. @param {Settings} settings @returns {Promise<Startup>} */
export const saveSettings = (settings) => show("save_settings", { settings });

/** Rejects with a `Code`. May make the keychain ask. @returns {Promise<TokenState>} */
export const tokenState = () => invokeHere("token_state");

/** Rejects with a `Code`. @param {string} token @param {Keep} keep @returns {Promise<TokenState>} */
export const saveToken = (token, keep) => invokeHere("save_token", { token, keep });

/** Rejects with a `Code`. @returns {Promise<TokenState>} */
export const forgetToken = () => invokeHere("forget_token");

/** Rejects with a `Code` when the keychain is in the way. @returns {Promise<ConnectionTest>} */
export const testConnection = () => invokeHere("test_connection");

/** Takes as long as its slowest check. May make the keychain ask. @returns {Promise<CheckUp>} */
export const checkUp = () => invokeHere("check_up");

/** @returns {Promise<string>} */
export const thirdPartyLicences = () => invoke("third_party_licences");
