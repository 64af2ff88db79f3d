//! The watch after a send: what the customer does with the link, and first, where nobody knows, whether it was sent at
//! all. It only reads, and there is never more than one.

use std::{ops::Range, time::Duration};

use serde::Serialize;
use tokio::time::sleep;

use super::{
    WaitingPayments,
    trails::{PAYMENTS, normalized},
};
use crate::{
    access::{BackgroundConnection, NoAccess, Prompt},
    connect::{Details, EventRange, ReadFailure, ReservationEvent},
    domain::{Environment, EventKind, LinkProgress, Moment, NotSent, ReservationId, Status, Timestamp, Zone},
    journal::{Intent, Journal, ProgressRecord},
    log::{Area, Log},
    look_up::{Clocks, LookUpFailure, RecentLookUp},
    resend::Resender,
};

/// What has become of a link, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Seen {
    /// Of one that was unknown: the service lists it, and so does the journal by now.
    Sent,
    Opened,
    Reserved,
    Paid,
}

/// A thing that was seen, and when it happened as far as the service says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Sighting {
    pub seen: Seen,
    pub when: Option<Moment>,
}

/// The end of a watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WatchEnd {
    /// There is nothing more to see.
    Paid,
    /// Long enough. It tells when it was last seen how things stood, by this computer's clock; never where no look came
    /// back.
    Over(Option<Timestamp>),
    /// The service refuses to be asked.
    Refused(ReadFailure),
    /// By another one, or by whoever goes on to the next customer.
    Stopped,
}

impl WatchEnd {
    /// Returns when it was last seen how things stood, where that is still something to tell.
    pub fn last_look(self) -> Result<Option<Timestamp>, LookUpFailure> {
        match self {
            Self::Over(last_look) => Ok(last_look),
            Self::Paid | Self::Stopped => Ok(None),
            Self::Refused(failure) => Err(LookUpFailure::Read(failure)),
        }
    }
}

/// The pace of a watch: how long it waits before each look, and how many of them there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WatchPace {
    pub first: (Duration, u32),
    pub then: (Duration, u32),
}

/// The margin before the send: the service tells its time in whole seconds.
const MARGIN: Duration = Duration::from_secs(2);

impl Default for WatchPace {
    /// Every five seconds for two minutes, then every thirty for ten.
    fn default() -> Self {
        Self { first: (Duration::from_secs(5), 24), then: (Duration::from_secs(30), 20) }
    }
}

impl WatchPace {
    fn pauses(self) -> impl Iterator<Item = Duration> {
        [self.first, self.then].into_iter().flat_map(|(pause, count)| (0..count).map(move |_| pause))
    }
}

impl WaitingPayments {
    #[must_use]
    pub fn with_pace(self, pace: WatchPace) -> Self {
        Self { pace, ..self }
    }

    /// Watches a link that was sent at this time, by this computer's clock, and tells of each thing once. What the
    /// customer did with the link of this send is in the journal by then.
    pub async fn watch(
        &self,
        send: Option<Intent>,
        environment: Environment,
        id: &ReservationId,
        since: Timestamp,
        tell: impl Fn(Sighting) + Send + Sync,
    ) -> Result<WatchEnd, NoAccess> {
        self.watch_with(send, None, environment, id, since, &tell).await
    }

    /// Watches for a send of which nobody knows whether it left. Once the service lists it, it is settled, told as sent,
    /// and watched as any other.
    pub async fn watch_unknown(
        &self,
        resender: &Resender,
        send: Intent,
        environment: Environment,
        id: &ReservationId,
        tell: impl Fn(Sighting) + Send + Sync,
    ) -> Result<WatchEnd, NoAccess> {
        let unknown = UnknownSend { resender, send };
        self.watch_with(Some(send), Some(unknown), environment, id, Timestamp::now(), &tell).await
    }

    async fn watch_with(
        &self,
        send: Option<Intent>,
        unknown: Option<UnknownSend<'_>>,
        environment: Environment,
        id: &ReservationId,
        since: Timestamp,
        tell: &(dyn Fn(Sighting) + Send + Sync),
    ) -> Result<WatchEnd, NoAccess> {
        let mut turn = self.watches.begin();
        // Nobody has asked for it: it makes no keychain ask.
        let connection = self.access.open_in_background(environment, Prompt::Quiet, self.timeout).await?.for_watch();
        let clocks = self.looker.clocks();
        let (journal, log) = (&self.journal, &self.log);
        let was_paid = match self.looker.recent(environment, id) {
            Some((RecentLookUp::Seen(seen), _)) => Some(is_paid(&seen.details)),
            Some((RecentLookUp::NotFound, _)) | None => None,
        };
        let mut watch =
            Watch { connection, environment, id, send, journal, log, unknown, since, clocks, was_paid, last: None };
        Ok(tokio::select! {
            biased;
            () = turn.over() => WatchEnd::Stopped,
            end = watch.follow(self.pace, tell) => end,
        })
    }

    pub fn stop_watching(&self) {
        self.watches.end();
    }
}

struct Watch<'a> {
    connection: BackgroundConnection,
    environment: Environment,
    id: &'a ReservationId,
    /// None where it is not in the journal.
    send: Option<Intent>,
    journal: &'a Journal,
    log: &'a Log,
    /// Until it is settled.
    unknown: Option<UnknownSend<'a>>,
    since: Timestamp,
    clocks: &'a Clocks,
    /// By the details before the send, or as soon after it as they could be read.
    was_paid: Option<bool>,
    last: Option<Seen>,
}

impl Seen {
    /// Returns what the customer did; None of what the service did.
    fn progress(self) -> Option<LinkProgress> {
        match self {
            Self::Sent => None,
            Self::Opened => Some(LinkProgress::Opened),
            Self::Reserved => Some(LinkProgress::Reserved),
            Self::Paid => Some(LinkProgress::Paid),
        }
    }
}

/// A send of which nobody knows whether it left, and the use case that settles it.
#[derive(Clone, Copy)]
struct UnknownSend<'a> {
    resender: &'a Resender,
    send: Intent,
}

impl Watch<'_> {
    async fn follow(&mut self, pace: WatchPace, tell: &(dyn Fn(Sighting) + Send + Sync)) -> WatchEnd {
        let mut last_look = None;
        for pause in pace.pauses() {
            sleep(pause).await;
            match self.look().await {
                Ok(sightings) => {
                    // Where nobody knows what time it is over there, another time may have been looked at.
                    if self.clocks.of(self.environment).is_set() {
                        last_look = Some(Timestamp::now());
                    }
                    for sighting in sightings {
                        self.record(&sighting).await;
                        tell(sighting);
                    }
                }
                Err(ReadFailure::Refused(reason)) if is_final(reason) => {
                    return WatchEnd::Refused(ReadFailure::Refused(reason));
                }
                // The next look may see more.
                Err(ReadFailure::Refused(_) | ReadFailure::Unclear(_)) => {}
            }
            if self.last == Some(Seen::Paid) {
                return WatchEnd::Paid;
            }
        }
        WatchEnd::Over(last_look)
    }

    /// Writes down what the customer did. Where that fails it is told all the same, and the history says less than was
    /// seen.
    async fn record(&self, sighting: &Sighting) {
        let (Some(send), Some(progress)) = (self.send, sighting.seen.progress()) else { return };
        let at = sighting.when.as_ref().filter(|when| when.certain).and_then(|when| when.at);
        let record = ProgressRecord { progress, at };
        if let Err(error) = self.journal.record_progress(self.environment, self.id, send, record).await {
            self.log.failed(Area::Journal, &error);
        }
    }

    /// Returns what is new, in the order in which it happens.
    async fn look(&mut self) -> Result<Vec<Sighting>, ReadFailure> {
        match self.unknown {
            Some(UnknownSend { resender, send }) => self.settle(resender, send).await,
            None => self.look_at_link().await,
        }
    }

    /// What its customer did is seen at the next look.
    async fn settle(&mut self, resender: &Resender, send: Intent) -> Result<Vec<Sighting>, ReadFailure> {
        let Some(when) = resender.settle(self.environment, self.id, send, &self.connection).await? else {
            return Ok(Vec::new());
        };
        self.unknown = None;
        self.since = when.at.unwrap_or(self.since);
        self.last = Some(Seen::Sent);
        Ok(vec![Sighting { seen: Seen::Sent, when: Some(when) }])
    }

    async fn look_at_link(&mut self) -> Result<Vec<Sighting>, ReadFailure> {
        let mut sightings = self.in_events().await?;
        let most = sightings.iter().map(|sighting| sighting.seen).max().max(self.last);
        let may_be_paid_by_now = self.was_paid == Some(false) && most >= Some(Seen::Opened);
        if most < Some(Seen::Paid) && (self.was_paid.is_none() || may_be_paid_by_now) {
            sightings.extend(self.in_details().await);
        }
        sightings.retain(|sighting| Some(sighting.seen) > self.last);
        sightings.sort_by_key(|sighting| sighting.seen);
        sightings.dedup_by_key(|sighting| sighting.seen);
        self.last = self.last.max(sightings.last().map(|sighting| sighting.seen));
        Ok(sightings)
    }

    /// Captures and charges have ids of their own in the events: that money has come, only the details say for certain.
    /// What they said before is nothing that the customer does now.
    async fn in_details(&mut self) -> Option<Sighting> {
        let details = self.connection.details(self.id).await.ok()??;
        let is_paid = is_paid(&details);
        let was_paid = *self.was_paid.get_or_insert(is_paid);
        (is_paid && !was_paid).then_some(Sighting { seen: Seen::Paid, when: None })
    }

    async fn in_events(&self) -> Result<Vec<Sighting>, ReadFailure> {
        let (window, range) = self.events().await?;
        let times = range.events.iter().filter_map(|event| event.when.as_ref()).map(|when| when.text.as_str());
        if let Some(zone) = Zone::told_by(times, &window) {
            self.clocks.set_zone(self.environment, zone);
        }
        let zone = self.clocks.of(self.environment).zone;
        let of_this = range.events.into_iter().filter(|event| event.id == *self.id);
        let sighting = |ReservationEvent { kind, when, .. }: ReservationEvent| {
            let when = when.map(|when| when.in_known_zone(zone.as_ref()));
            seen(&kind).map(|seen| Sighting { seen, when })
        };
        Ok(of_this.filter_map(sighting).collect())
    }

    /// Reads the events since the send, by the service's clock; once more where that is another than was thought.
    async fn events(&self) -> Result<(Range<Timestamp>, EventRange), ReadFailure> {
        let (window, range, was_wrong) = self.events_once().await?;
        if !was_wrong {
            return Ok((window, range));
        }
        self.events_once().await.map(|(window, range, _)| (window, range))
    }

    /// Says also whether another time was asked about than was meant.
    async fn events_once(&self) -> Result<(Range<Timestamp>, EventRange, bool), ReadFailure> {
        let thought = self.clocks.of(self.environment);
        let window = thought.of_service(self.since) - MARGIN..thought.now() + MARGIN;
        let range = self.connection.events(window.start, window.end).await?;
        let was_wrong = range.service_time.is_some_and(|at| self.clocks.set(self.environment, &thought, at));
        Ok((window, range, was_wrong))
    }
}

/// Whether the customer has paid. What is completed may be so with nothing paid.
fn is_paid(details: &Details) -> bool {
    match details.status {
        Some(Status::Paid) => true,
        Some(Status::Completed) => details.money.has_come(),
        _ => false,
    }
}

/// Whether the service itself refuses to be asked. What stands on the way to it may be gone the next time: an outcome is
/// unknown where a connection broke.
fn is_final(reason: NotSent) -> bool {
    match reason {
        NotSent::TokenRefused
        | NotSent::NotAllowed
        | NotSent::Refused
        | NotSent::ServiceRefused
        | NotSent::RateLimited { .. }
        | NotSent::AlreadyCancelled
        | NotSent::AlreadyCompleted
        | NotSent::AlreadyPaid
        | NotSent::NotFound
        | NotSent::NoCertificates
        | NotSent::NotStarted => true,
        NotSent::TurnedAway | NotSent::Redirected | NotSent::ProxyLogIn | NotSent::NoContact | NotSent::NotSecure => {
            false
        }
    }
}

fn seen(kind: &EventKind) -> Option<Seen> {
    match kind {
        EventKind::Opened => Some(Seen::Opened),
        EventKind::AmountReserved => Some(Seen::Reserved),
        EventKind::Other(slug) => PAYMENTS.contains(&normalized(slug).as_str()).then_some(Seen::Paid),
        EventKind::Sent
        | EventKind::Resent
        | EventKind::Expired
        | EventKind::Cancelled
        | EventKind::Completed
        | EventKind::Unknown => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_that_came_is_seen_however_the_event_is_spelt() {
        for (title, expected) in [
            ("payment-successful", Some(Seen::Paid)),
            ("Payment Successful", Some(Seen::Paid)),
            ("amount_charged_from_card", Some(Seen::Paid)),
            ("payment-failed", None),
            ("refund-sent", None),
        ] {
            assert_eq!(seen(&EventKind::Other(title.to_owned())), expected, "{title}");
        }
    }
}
