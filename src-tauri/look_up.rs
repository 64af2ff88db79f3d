//! The look-up before a send: what the service and the journal know of a reservation. It never stands in a send's way.

mod claims;
mod clock;
mod events;
mod listing;
mod recent;
mod tracing;

use std::{sync::Arc, time::Duration};

use tokio::{
    task::JoinSet,
    time::{Instant, timeout_at},
};

use crate::{
    access::{Access, NoAccess, Prompt},
    connect::{Details, ReadFailure},
    domain::{Environment, Event, Payable, ReservationId, Timestamp, Unknown},
    journal::{ContactKey, Journal, SendRecord},
    keychain::KeychainError,
    log::{Entry, Log, LookUpOutcome},
};
use claims::{Claims, LEEWAY};
pub(crate) use clock::Clocks;
use events::MergedEvents;
pub use events::SendElsewhere;
use listing::{EventsClient, Listing, Reads};
pub use recent::RecentLookUp;
use recent::RecentLookUps;
pub(crate) use tracing::Trace;

/// The use case of looking reservations up, over the same access and journal as a send.
#[derive(Debug)]
pub struct Looker {
    access: Arc<Access>,
    journal: Journal,
    recent: RecentLookUps,
    clocks: Arc<Clocks>,
    timeouts: Duration,
    log: Log,
}

/// The result of one look-up.
#[derive(Debug)]
pub enum LookUpResult {
    Seen(Box<Snapshot>),
    /// The service knows no such reservation.
    NotFound(ReservationId),
    /// A send goes unseen.
    Unseen(ReservationId, LookUpFailure),
    /// There is no id to look up.
    NoId,
}

/// What was known of one reservation at the moment of a look-up.
#[derive(Clone, Debug)]
pub struct Snapshot {
    pub id: ReservationId,
    pub details: Details,
    /// The service's and our own, newest first.
    pub events: Vec<Event>,
    /// What other desks sent a moment ago.
    pub elsewhere: Vec<SendElsewhere>,
    /// What time it was over there; where that was not told, here.
    pub service_time: Timestamp,
}

/// The reason why nothing was seen.
#[derive(Debug)]
pub enum LookUpFailure {
    Read(ReadFailure),
    NoAccess(NoAccess),
}

/// The timeout of a look-up: the person has typed on by then.
const TIMEOUT: Duration = Duration::from_secs(8);
/// The time that a card that is ready waits for its events.
const GRACE: Duration = Duration::from_secs(2);
const MOST_EVENTS: u32 = 20;
/// The shortest window of the time just past. Nobody is asked about what is longer ago, and the zone of the service is
/// told by no longer window.
const SHORTEST_WINDOW: Duration = Duration::from_mins(10);

impl Looker {
    /// Makes a looker. Each part may be shared, as with the send that follows: its connection is then open already.
    pub fn new(access: impl Into<Arc<Access>>, journal: Journal) -> Self {
        let (recent, clocks, log) = Default::default();
        Self { access: access.into(), journal, recent, clocks, timeouts: TIMEOUT, log }
    }

    #[must_use]
    pub fn with_timeouts(self, timeouts: Duration) -> Self {
        Self { timeouts, ..self }
    }

    #[must_use]
    pub fn with_log(self, log: Log) -> Self {
        Self { log, ..self }
    }

    /// Looks up the reservation in a text. What was sent within the repeat window is looked for closely: a send of the
    /// same to the same is asked about.
    pub async fn look_up(&self, environment: Environment, text: &str, repeat_window: Duration) -> LookUpResult {
        let Ok(id) = ReservationId::parse(text) else { return LookUpResult::NoId };
        let begun = Instant::now();
        let looking = match self.look(environment, &id, repeat_window).await {
            Ok(Some(seen)) => LookUpResult::Seen(Box::new(seen)),
            Ok(None) => LookUpResult::NotFound(id),
            Err(reason) => LookUpResult::Unseen(id, reason),
        };
        self.recent.keep(environment, &looking);
        self.log_line(environment, &looking, begun.elapsed());
        looking
    }

    /// Logs one line for each look-up: its result, and never of what it was.
    fn log_line(&self, environment: Environment, looking: &LookUpResult, took: Duration) {
        let came_to = match looking {
            LookUpResult::NoId => return,
            LookUpResult::Seen(_) => LookUpOutcome::Seen,
            LookUpResult::NotFound(_) => LookUpOutcome::NotFound,
            LookUpResult::Unseen(_, LookUpFailure::Read(ReadFailure::Refused(reason))) => {
                LookUpOutcome::Refused(*reason)
            }
            LookUpResult::Unseen(_, LookUpFailure::Read(ReadFailure::Unclear(reason))) => {
                LookUpOutcome::Unclear(*reason)
            }
            LookUpResult::Unseen(_, LookUpFailure::NoAccess(reason)) => {
                reason.log(&self.log);
                LookUpOutcome::NoToken
            }
        };
        self.log.write(&Entry::LookedUp { environment, came_to, took });
    }

    /// Returns what is known of the clocks of the services.
    pub(crate) fn clocks(&self) -> &Clocks {
        &self.clocks
    }

    /// Returns the recent look-up of a reservation, and its age.
    pub(crate) fn recent(&self, environment: Environment, id: &ReservationId) -> Option<(RecentLookUp, Duration)> {
        self.recent.of(environment, id)
    }

    async fn look(
        &self,
        environment: Environment,
        id: &ReservationId,
        repeat_window: Duration,
    ) -> Result<Option<Snapshot>, LookUpFailure> {
        let given_up = Instant::now() + self.timeouts;
        let client = self.client(environment, id, given_up).await?;

        let has_events = id.payable() != Payable::Order;
        let window = repeat_window.max(SHORTEST_WINDOW).saturating_add(LEEWAY);
        // Nobody has written down that orders have events to read.
        let weeks = has_events.then(|| client.clone().weeks()).into_iter().collect();
        let just_past = has_events.then(|| client.clone().just_past(window)).into_iter().collect();
        let from_here = JoinSet::from_iter([past(self.journal.clone(), environment, id.clone(), MOST_EVENTS)]);
        let details = timeout_at(given_up, client.details()).await.map_err(|_| no_answer())?;
        let Some(details) = details.map_err(LookUpFailure::Read)? else { return Ok(None) };

        let until = given_up.min(Instant::now() + GRACE);
        let (weeks, just_past) = tokio::join!(done_by(until, weeks), done_by(until, just_past));
        let from_here = done_by(until, from_here).await;
        if let Some(weeks) = &weeks {
            // What is shown says that its zone is not known, where this comes too late.
            let _ = timeout_at(until, client.seek_zone(weeks)).await;
        }
        let clock = self.clocks.of(environment);
        let from_service = Listing::joined(weeks, just_past, &clock);
        let (from_here, key) = from_here.unzip();
        let (from_here, key) = (from_here.unwrap_or_default(), key.unwrap_or_else(ContactKey::of_nothing));
        let claims = Claims::new(&from_service, &from_here, &key, &clock);
        let MergedEvents { events, elsewhere } = events::merged(&from_service, &from_here, &claims, MOST_EVENTS);
        Ok(Some(Snapshot { id: id.clone(), details, events, elsewhere, service_time: clock.now() }))
    }

    /// Opens access to the service, to ask about this reservation.
    async fn client(
        &self,
        environment: Environment,
        id: &ReservationId,
        until: Instant,
    ) -> Result<EventsClient, LookUpFailure> {
        let opened = timeout_at(until, self.access.open(environment, Prompt::Quiet)).await;
        let connection = opened.unwrap_or(Err(KeychainError::NoAnswer.into())).map_err(LookUpFailure::NoAccess)?;
        Ok(self.client_over(Reads::Awaited(connection), environment, id))
    }

    fn client_over(&self, connection: Reads, environment: Environment, id: &ReservationId) -> EventsClient {
        EventsClient { connection, environment, id: id.clone(), clocks: Arc::clone(&self.clocks) }
    }
}

fn no_answer() -> LookUpFailure {
    LookUpFailure::Read(ReadFailure::Unclear(Unknown::NoAnswer))
}

/// Waits for what is read in the background: without it the card is still a card. None where it could not be read, or
/// not in time; it ends with whoever wanted it.
async fn done_by<T: 'static>(until: Instant, mut task: JoinSet<Option<T>>) -> Option<T> {
    timeout_at(until, task.join_next()).await.ok()??.ok()?
}

/// Reads what was sent from here, and the key that its contacts are compared by.
async fn past(
    journal: Journal,
    environment: Environment,
    id: ReservationId,
    most: u32,
) -> Option<(Vec<SendRecord>, ContactKey)> {
    let past = journal.recent_sends(environment, &id, most).await.ok()?;
    Some((past, journal.key(environment).await.ok()?))
}
