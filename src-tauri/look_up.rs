//! The look before a send: what the service and the journal know of a reservation. It never stands in a send's way.

mod events;
mod side;

use std::{
    sync::Arc,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use tokio::time::{Instant, timeout_at};

use crate::{
    connect::{Client, Details, Unread},
    domain::{Environment, Event, ReservationId, Unknown},
    journal::PastSend,
    keychain::{Keychain, KeychainError, Token},
    practice,
    resend::{Records, Services},
};
use side::Side;

/// Looks reservations up, with what a send works with.
#[derive(Debug)]
pub struct Looker {
    keychain: Arc<Keychain>,
    services: Arc<Services>,
    records: Arc<Records>,
    patience: Duration,
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

#[derive(Debug)]
pub struct Seen {
    pub id: ReservationId,
    pub details: Details,
    /// Newest first.
    pub events: Vec<Event>,
}

/// Why nothing was seen.
#[derive(Debug)]
pub enum Unseen {
    Unread(Unread),
    NoToken(Option<KeychainError>),
    /// The client could not be set up.
    NoService,
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
    pub fn new(
        keychain: impl Into<Arc<Keychain>>,
        services: impl Into<Arc<Services>>,
        records: impl Into<Arc<Records>>,
    ) -> Self {
        Self { keychain: keychain.into(), services: services.into(), records: records.into(), patience: PATIENCE }
    }

    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    pub async fn look_up(&self, environment: Environment, text: &str) -> Looking {
        let Ok(id) = ReservationId::parse(text) else { return Looking::NoId };
        match self.look(environment, &id).await {
            Ok(Some((details, events))) => Looking::Seen(Box::new(Seen { id, details, events })),
            Ok(None) => Looking::NotFound(id),
            Err(reason) => Looking::Unseen(id, reason),
        }
    }

    async fn look(
        &self,
        environment: Environment,
        id: &ReservationId,
    ) -> Result<Option<(Details, Vec<Event>)>, Unseen> {
        let given_up = Instant::now() + self.patience;
        let in_time = |_| Unseen::Unread(Unread::Unclear(Unknown::NoAnswer));
        let token = timeout_at(given_up, self.token(environment))
            .await
            .map_err(|_| Unseen::NoToken(Some(KeychainError::NoAnswer)))??;
        let client = timeout_at(given_up, self.services.client(environment))
            .await
            .map_err(in_time)?
            .map_err(|_| Unseen::NoService)?;

        let from_service = Side::begin(history(client.clone(), token.clone(), id.clone()));
        let from_here = Side::begin(past(Arc::clone(&self.records), environment, id.clone()));
        let details = timeout_at(given_up, client.details(token.as_secret(), id)).await.map_err(in_time)?;
        let Some(details) = details.map_err(Unseen::Unread)? else { return Ok(None) };

        let until = given_up.min(Instant::now() + GRACE);
        let from_service = from_service.until(until).await.unwrap_or_default();
        let from_here = from_here.until(until).await.unwrap_or_default();
        Ok(Some((details, events::merged(from_service, from_here, MOST_EVENTS))))
    }

    async fn token(&self, environment: Environment) -> Result<Token, Unseen> {
        if environment == Environment::Practice {
            return Token::parse(&practice::TOKEN.into()).map_err(|_| Unseen::NoToken(None));
        }
        let loaded = self.keychain.load_quietly(environment).await;
        loaded.map_err(|error| Unseen::NoToken(Some(error)))?.ok_or(Unseen::NoToken(None))
    }
}

/// The service's events; without them the card is still a card.
async fn history(client: Client, token: Token, id: ReservationId) -> Vec<Event> {
    let now = SystemTime::now();
    for range in RANGES {
        let from = now.checked_sub(range).unwrap_or(UNIX_EPOCH);
        match client.history(token.as_secret(), &id, from, now).await {
            Ok(events) => return events,
            Err(Unread::Unclear(Unknown::UnclearAnswer)) => {}
            Err(Unread::Refused(_) | Unread::Unclear(_)) => break,
        }
    }
    Vec::new()
}

async fn past(records: Arc<Records>, environment: Environment, id: ReservationId) -> Vec<PastSend> {
    records.past(environment, &id, MOST_EVENTS).await.unwrap_or_default()
}
