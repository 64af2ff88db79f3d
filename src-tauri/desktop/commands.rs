//! The page's commands: a function for each, of its name, about five lines long, no decisions. Which there are, with
//! their arguments and answers, is said in `contract::commands` alone.
#![allow(clippy::unused_async, reason = "all commands are called in one way")]

use secrecy::SecretString;
use tauri::{Manager, WebviewWindow, ipc::Channel};

use super::{deep_links::DeepLinks, session::Session, window};
use crate::{
    checkup,
    contract::{
        ConnectionTest, EmailReading, FoundRow, LookUp, PhoneReading, ResendAnswer, ResendRequest, ReservationReading,
        Resolution, SettledUpdate, Startup, WaitingUpdate, commands::commands,
    },
    domain::{EmailAddress, Environment, PhoneNumber, ReservationId, Timestamp},
    failure::Code,
    journal::{self, Intent, export},
    keychain::{Keep, Token, TokenState},
    log::Area,
    look_up::LookUpFailure,
    settings::Settings,
    waiting::{SettledProgress, Sighting, WaitingList, WatchEnd},
};

pub(super) use handler::handler;

/// Makes Tauri's handler of the list of commands.
macro_rules! make_handler {
    ($($name:ident($($argument:ident: $type:ty),*) -> $answer:ty;)*) => {
        mod handler {
            use tauri::{Wry, command, generate_handler, ipc::Invoke};

            use super::*;

            $(
                #[command]
                async fn $name(window: WebviewWindow, $($argument: $type),*) -> Result<$answer, Code> {
                    super::$name(Part::of(&window), $($argument),*).await
                }
            )*

            pub(in super::super) fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
                generate_handler![$($name),*]
            }
        }
    };
}

commands!(make_handler);

/// The part of the app that a command works with.
trait Part {
    fn of(window: &WebviewWindow) -> &Self;
}

impl Part for Session {
    fn of(window: &WebviewWindow) -> &Self {
        window.state::<Self>().inner()
    }
}

impl Part for DeepLinks {
    fn of(window: &WebviewWindow) -> &Self {
        window.state::<Self>().inner()
    }
}

impl Part for WebviewWindow {
    fn of(window: &WebviewWindow) -> &Self {
        window
    }
}

async fn start(session: &Session) -> Result<Startup, Code> {
    Ok(session.startup())
}

/// Shows the window, now that the page has painted.
async fn page_ready(window: &WebviewWindow) -> Result<(), Code> {
    // A window that cannot be shown has gone already.
    let _ = window::show(window);
    Ok(())
}

/// Hands the page what to open from now on, and what came before it listened.
async fn listen_for_openings(deep_links: &DeepLinks, channel: Channel<String>) -> Result<(), Code> {
    deep_links.listen(channel);
    Ok(())
}

async fn read_reservation(_: &Session, text: String) -> Result<ReservationReading, Code> {
    Ok(ReservationId::parse(&text).into())
}

async fn read_phone_number(session: &Session, text: String) -> Result<PhoneReading, Code> {
    Ok(PhoneNumber::parse(&text, session.default_country()).into())
}

async fn read_email_address(_: &Session, text: String) -> Result<EmailReading, Code> {
    Ok(EmailAddress::parse(&text).into())
}

async fn look_up(session: &Session, environment: Environment, text: String) -> Result<LookUp, Code> {
    Ok(session.looker.look_up(session.seen(environment)?, &text, session.repeat_window()).await.into())
}

async fn resend_reservation(session: &Session, request: ResendRequest) -> Result<ResendAnswer, Code> {
    let Some(asked) = session.request(&request) else { return Ok(ResendAnswer::EnvironmentChanged) };
    Ok(ResendAnswer::new(session.resender.resend(asked).await))
}

async fn find_out(session: &Session, environment: Environment, send: i64) -> Result<Resolution, Code> {
    let (environment, send) = (session.seen(environment)?, Intent::numbered(send));
    Ok(session.resender.find_out(environment, send, session.repeat_window()).await.into())
}

/// Reads the list, and tells of each part as it comes; nothing where another reading ended this one.
async fn read_waiting_list(
    session: &Session,
    environment: Environment,
    channel: Channel<WaitingUpdate>,
) -> Result<Option<WaitingUpdate>, Code> {
    let days = session.waiting_days()?;
    // A page that is gone hears nothing.
    let tell = |update: WaitingList| {
        let _ = channel.send(update.into());
    };
    let read = session.waiting.read(session.seen(environment)?, days, tell).await;
    read.map(|list| list.map(|list| WaitingUpdate::from(list.as_ref().clone()))).map_err(|reason| Code::from(&reason))
}

/// Returns whether there is a list that was read, and is not forgotten. That is a use of it.
async fn use_waiting_list(session: &Session, environment: Environment) -> Result<bool, Code> {
    session.waiting_days()?;
    Ok(session.waiting.list(session.seen(environment)?).is_some())
}

/// Finds whom a text can mean, where there is a list.
async fn find_waiting(
    session: &Session,
    environment: Environment,
    text: String,
) -> Result<Option<Vec<FoundRow>>, Code> {
    session.waiting_days()?;
    let found = session.waiting.find(session.seen(environment)?, &text);
    Ok(found.map(|rows| rows.into_iter().map(FoundRow::from).collect()))
}

/// Looks up those that nobody has to pay any more, and tells how far it is; nothing where there is no list.
async fn read_settled(
    session: &Session,
    environment: Environment,
    channel: Channel<SettledUpdate>,
) -> Result<Option<SettledUpdate>, Code> {
    session.waiting_days()?;
    let tell = |progress: SettledProgress| {
        let _ = channel.send(progress.into());
    };
    let read = session.waiting.read_settled(session.seen(environment)?, tell).await;
    read.map(|progress| progress.map(SettledUpdate::from))
        .map_err(|reason| Code::from(&LookUpFailure::NoAccess(reason)))
}

async fn stop_reading_settled(session: &Session) -> Result<(), Code> {
    session.waiting.stop_reading_settled();
    Ok(())
}

/// Watches a link after it was sent, and tells what its customer does; where it is unknown whether it was, that first.
/// Ends with the next one. Returns when it was last seen how things stood.
async fn watch_link(
    session: &Session,
    environment: Environment,
    reservation: String,
    since: Timestamp,
    send: Option<i64>,
    unknown: bool,
    channel: Channel<Sighting>,
) -> Result<Option<Timestamp>, Code> {
    let (environment, Ok(id)) = (session.seen(environment)?, ReservationId::parse(&reservation)) else {
        return Ok(None);
    };
    let tell = |sighting: Sighting| {
        let _ = channel.send(sighting);
    };
    let watched = match send.map(Intent::numbered) {
        // What is not in the journal cannot be settled.
        None if unknown => return Ok(None),
        Some(send) if unknown => session.waiting.watch_unknown(&session.resender, send, environment, &id, tell).await,
        send => session.waiting.watch(send, environment, &id, since, tell).await,
    };
    watched.map_err(LookUpFailure::NoAccess).and_then(WatchEnd::last_look).map_err(|reason| Code::from(&reason))
}

async fn stop_watching(session: &Session) -> Result<(), Code> {
    session.waiting.stop_watching();
    Ok(())
}

async fn forget_waiting_list(session: &Session) -> Result<(), Code> {
    session.waiting.forget();
    Ok(())
}

/// Opens the journal, and says what a person should know of it, if anything.
async fn open_journal(session: &Session) -> Result<(), Code> {
    let was_damaged = session.journal.open().await.map_err(|error| session.report(Area::Journal, &error))?;
    if was_damaged { Err(Code::JournalPutAside) } else { Ok(()) }
}

async fn search_history(
    session: &Session,
    environment: Environment,
    search: journal::Search,
) -> Result<journal::Page, Code> {
    const A_PAGE: u32 = 50;
    session.history_is_allowed()?;
    let found = session.journal.search(session.seen(environment)?, search, A_PAGE).await;
    found.map_err(|error| session.report(Area::Journal, &error))
}

async fn export_history(
    session: &Session,
    environment: Environment,
    search: journal::Search,
    words: export::Words,
) -> Result<export::ExportedFile, Code> {
    session.export_is_allowed()?;
    let environment = session.seen(environment)?;
    let exported = export::export(&session.journal, environment, search, &words, &session.downloads).await;
    exported.map_err(|error| session.report(Area::Export, &error))
}

async fn delete_history(session: &Session, environment: Environment) -> Result<(), Code> {
    session.history_is_allowed()?;
    let forgotten = session.journal.forget_all(session.seen(environment)?).await;
    forgotten.map(drop).map_err(|error| session.report(Area::Journal, &error))
}

async fn save_settings(session: &Session, settings: Settings) -> Result<Startup, Code> {
    session.save(&settings).await?;
    session.end_practice_where_it_was_left().await;
    // A journal that cannot be opened says so where it is needed.
    let _ = session.journal.keep_for(session.keep()).await;
    Ok(session.startup())
}

async fn token_state(session: &Session, environment: Environment) -> Result<TokenState, Code> {
    let (keychain, environment) = (session.access.keychain(), session.seen(environment)?);
    keychain.state(environment).await.map_err(|error| session.report(Area::Keychain, &error))
}

async fn save_token(
    session: &Session,
    environment: Environment,
    token: String,
    keep: Keep,
) -> Result<TokenState, Code> {
    let token = Token::parse(&SecretString::from(token))?;
    let (keychain, environment) = (session.access.keychain(), session.seen(environment)?);
    let saved = keychain.save(environment, token, keep).await.inspect(|_| session.waiting.end());
    saved.map_err(|error| session.report(Area::Keychain, &error))
}

async fn forget_token(session: &Session, environment: Environment) -> Result<TokenState, Code> {
    let (keychain, environment) = (session.access.keychain(), session.seen(environment)?);
    let forgotten = keychain.forget(environment).await.inspect(|_| session.waiting.end());
    forgotten.map_err(|error| session.report(Area::Keychain, &error))
}

async fn test_connection(session: &Session, environment: Environment) -> Result<ConnectionTest, Code> {
    Ok(session.access.check_token(session.seen(environment)?).await.into())
}

async fn check_up(session: &Session, environment: Environment) -> Result<checkup::Report, Code> {
    Ok(session.checkup.look(session.seen(environment)?).await)
}

async fn third_party_licences(_: &Session) -> Result<&'static str, Code> {
    Ok(include_str!("../../THIRD-PARTY-LICENCES.txt"))
}
