//! The whole contract with the page: about five lines each, no decisions.
#![allow(clippy::needless_pass_by_value, reason = "Tauri hands every argument over by value")]

use secrecy::SecretString;
use tauri::{State, WebviewWindow, command, ipc::Channel};

use super::{openings::Openings, session::Session, window};
use crate::{
    contract::{
        CheckUp, ConnectionTest, EmailReading, ExportWords, Exported, FoundOut, HistoryPage, HistorySearch, LookUp,
        PhoneReading, ResendAnswer, ResendRequest, ReservationReading, Startup,
    },
    domain::{EmailAddress, Environment, PhoneNumber, ReservationId},
    export,
    failure::Code,
    journal::Intent,
    keychain::{Keep, Token, TokenState},
    log::Area,
    settings::Settings,
};

#[command(async)]
pub(super) fn start(session: State<'_, Session>) -> Startup {
    session.startup()
}

/// The page has painted: show the window.
#[command]
pub(super) fn page_ready(window: WebviewWindow) {
    // A window that cannot be shown has gone already.
    let _ = window::show(&window);
}

/// The page is told what to open from now on, and what came before it listened.
#[command]
pub(super) fn listen_for_openings(openings: State<'_, Openings>, channel: Channel<String>) {
    openings.listen(channel);
}

#[command(async)]
pub(super) fn read_reservation(text: String) -> ReservationReading {
    ReservationId::parse(&text).into()
}

#[command(async)]
pub(super) fn read_phone_number(session: State<'_, Session>, text: String) -> PhoneReading {
    PhoneNumber::parse(&text, session.default_country()).into()
}

#[command(async)]
pub(super) fn read_email_address(text: String) -> EmailReading {
    EmailAddress::parse(&text).into()
}

#[command]
pub(super) async fn look_up(
    session: State<'_, Session>,
    environment: Environment,
    text: String,
) -> Result<LookUp, Code> {
    Ok(session.looker().look_up(session.seen(environment)?, &text, session.quiet()).await.into())
}

#[command]
pub(super) async fn resend_reservation(
    session: State<'_, Session>,
    request: ResendRequest,
) -> Result<ResendAnswer, Code> {
    let Some(asked) = session.request(&request) else { return Ok(ResendAnswer::EnvironmentChanged) };
    Ok(ResendAnswer::new(asked.environment, session.resender().resend(asked).await))
}

#[command]
pub(super) async fn find_out(
    session: State<'_, Session>,
    environment: Environment,
    send: i64,
) -> Result<FoundOut, Code> {
    let (environment, send) = (session.seen(environment)?, Intent::numbered(send));
    Ok(session.resender().find_out(environment, send, session.quiet()).await.into())
}

/// Says what a person should know of the journal, if anything.
#[command]
pub(super) async fn open_journal(session: State<'_, Session>) -> Result<(), Code> {
    let was_damaged = session.records().open().await.map_err(|error| session.told(Area::Journal, &error))?;
    if was_damaged { Err(Code::JournalPutAside) } else { Ok(()) }
}

#[command]
pub(super) async fn search_history(
    session: State<'_, Session>,
    environment: Environment,
    search: HistorySearch,
) -> Result<HistoryPage, Code> {
    const A_PAGE: u32 = 50;
    session.history_is_allowed()?;
    let found = session.records().search(session.seen(environment)?, search.into(), A_PAGE).await;
    found.map(HistoryPage::from).map_err(|error| session.told(Area::Journal, &error))
}

#[command]
pub(super) async fn export_history(
    session: State<'_, Session>,
    environment: Environment,
    search: HistorySearch,
    words: ExportWords,
) -> Result<Exported, Code> {
    session.export_is_allowed()?;
    let (environment, words) = (session.seen(environment)?, words.into());
    let exported = export::export(session.records(), environment, search.into(), &words, session.downloads()).await;
    exported.map(Exported::from).map_err(|error| session.told(Area::Export, &error))
}

#[command]
pub(super) async fn delete_history(session: State<'_, Session>, environment: Environment) -> Result<(), Code> {
    session.history_is_allowed()?;
    let forgotten = session.records().forget_all(session.seen(environment)?).await;
    forgotten.map(drop).map_err(|error| session.told(Area::Journal, &error))
}

#[command]
pub(super) async fn save_settings(session: State<'_, Session>, settings: Settings) -> Result<Startup, Code> {
    session.save(&settings)?;
    session.end_practice_where_it_was_left().await;
    // A journal that cannot be opened says so where it is needed.
    let _ = session.records().keep_for(session.keep()).await;
    Ok(session.startup())
}

#[command]
pub(super) async fn token_state(session: State<'_, Session>, environment: Environment) -> Result<TokenState, Code> {
    let (keychain, environment) = (session.resender().keychain(), session.seen(environment)?);
    keychain.state(environment).await.map_err(|error| session.told(Area::Keychain, &error))
}

#[command]
pub(super) async fn save_token(
    session: State<'_, Session>,
    environment: Environment,
    token: String,
    keep: Keep,
) -> Result<TokenState, Code> {
    let token = Token::parse(&SecretString::from(token))?;
    let (keychain, environment) = (session.resender().keychain(), session.seen(environment)?);
    keychain.save(environment, token, keep).await.map_err(|error| session.told(Area::Keychain, &error))
}

#[command]
pub(super) async fn forget_token(session: State<'_, Session>, environment: Environment) -> Result<TokenState, Code> {
    let (keychain, environment) = (session.resender().keychain(), session.seen(environment)?);
    keychain.forget(environment).await.map_err(|error| session.told(Area::Keychain, &error))
}

#[command]
pub(super) async fn test_connection(
    session: State<'_, Session>,
    environment: Environment,
) -> Result<ConnectionTest, Code> {
    Ok(session.resender().check_connection(session.seen(environment)?).await.into())
}

#[command]
pub(super) async fn check_up(session: State<'_, Session>, environment: Environment) -> Result<CheckUp, Code> {
    Ok(session.checkup().look(session.seen(environment)?).await.into())
}

#[command]
pub(super) fn third_party_licences() -> &'static str {
    include_str!("../../THIRD-PARTY-LICENCES.txt")
}
