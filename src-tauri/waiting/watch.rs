//! The watch after a send: what the customer does with the link, and first, where nobody knows, whether it was sent at
//! all. It only reads, and there is never more than one.

use std::time::Duration;

use serde::Serialize;
use tokio::time::sleep;

use super::{
    WaitingPayments,
    trails::{PAYMENTS, normalized},
};
use crate::{
    access::{BackgroundConnection, NoAccess, Prompt},
    connect::{ReadFailure, ReservationEvent},
    domain::{Environment, EventKind, LinkProgress, Moment, NotSent, ReservationId, Status, Timestamp, Zone},
    journal::{Intent, Journal, ProgressRecord},
    log::{Area, Log},
    look_up::{Clocks, LookUpFailure},
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
        self.stop_watching();
        let mut stopped = self.watches.subscribe();
        // Nobody has asked for it: it makes no keychain ask.
        let connection = self.access.open_in_background(environment, Prompt::Quiet, self.timeout).await?;
        let clocks = self.looker.clocks();
        let (journal, log) = (&self.journal, &self.log);
        let mut watch = Watch { connection, environment, id, send, journal, log, unknown, since, clocks, last: None };
        Ok(tokio::select! {
            biased;
            _ = stopped.changed() => WatchEnd::Stopped,
            end = watch.follow(self.pace, tell) => end,
        })
    }

    pub fn stop_watching(&self) {
        self.watches.send_modify(|count| *count += 1);
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
                    last_look = Some(Timestamp::now());
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
        let clock = self.clocks.of(self.environment);
        let from = clock.of_service(self.since) - MARGIN;
        let mut sightings = self.in_events(from, clock.now() + MARGIN).await?;
        let most = sightings.iter().map(|sighting| sighting.seen).max().max(self.last);
        // Whether a reserved amount is paid by now, only the details say.
        if most == Some(Seen::Reserved)
            && let Ok(Some(details)) = self.connection.details(self.id).await
            && matches!(details.status, Some(Status::Paid | Status::Completed))
        {
            sightings.push(Sighting { seen: Seen::Paid, when: None });
        }
        sightings.retain(|sighting| Some(sighting.seen) > self.last);
        sightings.sort_by_key(|sighting| sighting.seen);
        sightings.dedup_by_key(|sighting| sighting.seen);
        self.last = self.last.max(sightings.last().map(|sighting| sighting.seen));
        Ok(sightings)
    }

    async fn in_events(&self, from: Timestamp, until: Timestamp) -> Result<Vec<Sighting>, ReadFailure> {
        let range = self.connection.events(from, until).await?;
        let times = range.events.iter().filter_map(|event| event.when.as_ref()).map(|when| when.text.as_str());
        if let Some(zone) = Zone::told_by(times, &(from..until)) {
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
        EventKind::Completed => Some(Seen::Paid),
        EventKind::Other(slug) => PAYMENTS.contains(&normalized(slug).as_str()).then_some(Seen::Paid),
        EventKind::Sent | EventKind::Resent | EventKind::Expired | EventKind::Cancelled | EventKind::Unknown => None,
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
