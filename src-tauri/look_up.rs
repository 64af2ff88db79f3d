//! The look before a send: what the service and the journal know of a reservation. It never stands in a send's way.

mod account;
mod events;
mod side;
mod sights;

use std::{
    sync::Arc,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use tokio::time::{Instant, timeout_at};

use crate::{
    connect::{Client, Details, Told, Unread},
    domain::{Environment, Event, NotSent, Payable, ReservationId, Unknown},
    journal::{Intent, PastSend},
    keychain::{Keychain, KeychainError, Token},
    log::Log,
    records::Records,
    services::Services,
};
use events::Merged;
use side::Side;
pub use sights::Sight;
use sights::Sights;

/// Looks reservations up, with what a send works with.
#[derive(Debug)]
pub struct Looker {
    keychain: Arc<Keychain>,
    services: Arc<Services>,
    records: Records,
    sights: Sights,
    patience: Duration,
    log: Log,
}

/// What one look came to.
#[derive(Debug)]
pub enum Looking {
    Seen(Box<Seen>),
    /// The service knows no such reservation.
    NotFound(ReservationId),
    /// A send goes unseen.
    Unseen(ReservationId, Unseen),
    /// There is no id to look up.
    NoId,
}

#[derive(Clone, Debug)]
pub struct Seen {
    pub id: ReservationId,
    pub details: Details,
    /// The service's and our own, newest first.
    pub events: Vec<Event>,
    /// Sends from here whose outcome was unknown, and which the service tells of.
    pub unknown_but_listed: Vec<Intent>,
    /// What the service's clock said, where it told of its events.
    pub service_time: Option<SystemTime>,
}

/// Why nothing was seen.
#[derive(Debug)]
pub enum Unseen {
    Unread(Unread),
    NoToken(Option<KeychainError>),
    /// The client could not be set up.
    NoService(NotSent),
}

/// The person has typed on by then.
const PATIENCE: Duration = Duration::from_secs(8);
/// How long a card that is ready waits for its events.
const GRACE: Duration = Duration::from_secs(2);
const MOST_EVENTS: u32 = 20;
/// How far back events are read. The answer holds those of all the merchant's reservations: where a fortnight is too
/// much for one answer, a day may do.
const RANGES: [Duration; 2] = [Duration::from_hours(14 * 24), Duration::from_hours(24)];

impl Looker {
    /// Each part may be shared, as with the send that follows: its connection is then open already.
    pub fn new(keychain: impl Into<Arc<Keychain>>, services: impl Into<Arc<Services>>, records: Records) -> Self {
        let sights = Sights::default();
        let log = Log::default();
        Self { keychain: keychain.into(), services: services.into(), records, sights, patience: PATIENCE, log }
    }

    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    #[must_use]
    pub fn with_log(self, log: Log) -> Self {
        Self { log, ..self }
    }

    pub async fn look_up(&self, environment: Environment, text: &str) -> Looking {
        let Ok(id) = ReservationId::parse(text) else { return Looking::NoId };
        let begun = Instant::now();
        let looking = match self.look(environment, &id).await {
            Ok(Some(seen)) => Looking::Seen(Box::new(seen)),
            Ok(None) => Looking::NotFound(id),
            Err(reason) => Looking::Unseen(id, reason),
        };
        self.sights.keep(environment, &looking);
        account::tell(&self.log, environment, &looking, begun.elapsed());
        looking
    }

    /// What was seen a moment ago, and how long ago that is.
    pub(crate) fn sight(&self, environment: Environment, id: &ReservationId) -> Option<(Sight, Duration)> {
        self.sights.of(environment, id)
    }

    async fn look(&self, environment: Environment, id: &ReservationId) -> Result<Option<Seen>, Unseen> {
        let given_up = Instant::now() + self.patience;
        let in_time = |_| Unseen::Unread(Unread::Unclear(Unknown::NoAnswer));
        let token = timeout_at(given_up, self.token(environment))
            .await
            .map_err(|_| Unseen::NoToken(Some(KeychainError::NoAnswer)))??;
        let client = timeout_at(given_up, self.services.client(environment))
            .await
            .map_err(in_time)?
            .map_err(|error| Unseen::NoService(NotSent::from(&error)))?;

        let from_service = Side::begin(history(client.clone(), token.clone(), id.clone()));
        let from_here = Side::begin(past(self.records.clone(), environment, id.clone()));
        let details = timeout_at(given_up, client.details(token.as_secret(), id)).await.map_err(in_time)?;
        let Some(details) = details.map_err(Unseen::Unread)? else { return Ok(None) };

        let until = given_up.min(Instant::now() + GRACE);
        let from_service = from_service.until(until).await.flatten();
        let from_here = from_here.until(until).await.unwrap_or_default();
        let service_time = from_service.as_ref().map(|told| told.at);
        let told = from_service.map(|told| told.events).unwrap_or_default();
        let Merged { events, unknown_but_listed } = events::merged(told, from_here, MOST_EVENTS);
        Ok(Some(Seen { id: id.clone(), details, events, unknown_but_listed, service_time }))
    }

    async fn token(&self, environment: Environment) -> Result<Token, Unseen> {
        if environment == Environment::Practice {
            let token = self.services.practice_token().await;
            let token = token.map_err(|error| Unseen::NoService(NotSent::from(&error)))?;
            return Token::parse(&token).map_err(|_| Unseen::NoToken(None));
        }
        let loaded = self.keychain.load_quietly(environment).await;
        loaded.map_err(|error| Unseen::NoToken(Some(error)))?.ok_or(Unseen::NoToken(None))
    }
}

/// The service's events; without them the card is still a card. None where they could not be read.
async fn history(client: Client, token: Token, id: ReservationId) -> Option<Told> {
    // Nobody has written down that orders have such a list.
    if id.payable() == Payable::Order {
        return None;
    }
    let now = SystemTime::now();
    for range in RANGES {
        let from = now.checked_sub(range).unwrap_or(UNIX_EPOCH);
        match client.history(token.as_secret(), &id, from, now).await {
            Ok(told) => return Some(told),
            Err(Unread::Unclear(Unknown::UnclearAnswer)) => {}
            Err(Unread::Refused(_) | Unread::Unclear(_)) => break,
        }
    }
    None
}

async fn past(records: Records, environment: Environment, id: ReservationId) -> Vec<PastSend> {
    records.past(environment, &id, MOST_EVENTS).await.unwrap_or_default()
}
