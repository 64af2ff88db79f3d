//! The watch after a send: what the customer does with the link. It only reads, and there is never more than one.

use std::time::Duration;

use serde::Serialize;
use tokio::time::sleep;

use super::{
    WaitingPayments,
    trails::{PAYMENTS, normalized},
};
use crate::{
    access::{BackgroundConnection, NoAccess},
    connect::{ReadFailure, ReservationEvent},
    domain::{Environment, EventKind, Moment, ReservationId, Status, Timestamp},
    look_up::Clocks,
};

/// What a customer has done with a link, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Seen {
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
    /// Long enough.
    Over,
    /// The service refuses to be asked.
    Refused(ReadFailure),
    /// By another one, or by whoever goes on to the next customer.
    Stopped,
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

    /// Watches a link that was sent at this time, by this computer's clock, and tells of each thing once.
    pub async fn watch(
        &self,
        environment: Environment,
        id: &ReservationId,
        since: Timestamp,
        tell: impl Fn(Sighting) + Send + Sync,
    ) -> Result<WatchEnd, NoAccess> {
        self.stop_watching();
        let mut stopped = self.watches.subscribe();
        let connection = self.access.open_in_background(environment, self.timeout).await?;
        let mut watch = Watch { connection, environment, id, since, clocks: self.looker.clocks(), last: None };
        Ok(tokio::select! {
            biased;
            _ = stopped.changed() => WatchEnd::Stopped,
            end = watch.follow(self.pace, &tell) => end,
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
    since: Timestamp,
    clocks: &'a Clocks,
    last: Option<Seen>,
}

impl Watch<'_> {
    async fn follow(&mut self, pace: WatchPace, tell: &(dyn Fn(Sighting) + Send + Sync)) -> WatchEnd {
        for pause in pace.pauses() {
            sleep(pause).await;
            match self.look().await {
                Ok(sightings) => sightings.into_iter().for_each(tell),
                Err(failure @ ReadFailure::Refused(_)) => return WatchEnd::Refused(failure),
                // The next look may see more.
                Err(ReadFailure::Unclear(_)) => {}
            }
            if self.last == Some(Seen::Paid) {
                return WatchEnd::Paid;
            }
        }
        WatchEnd::Over
    }

    /// Returns what is new, in the order in which it happens.
    async fn look(&mut self) -> Result<Vec<Sighting>, ReadFailure> {
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
        let zone = self.clocks.of(self.environment).zone;
        let of_this = range.events.into_iter().filter(|event| event.id == *self.id);
        let sighting = |ReservationEvent { kind, when, .. }: ReservationEvent| {
            let when = when.map(|when| when.in_known_zone(zone.as_ref()));
            seen(&kind).map(|seen| Sighting { seen, when })
        };
        Ok(of_this.filter_map(sighting).collect())
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
