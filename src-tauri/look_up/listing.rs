use std::{ops::Range, sync::Arc, time::Duration};

use super::clock::{Clock, Clocks};
use crate::{
    access::{BackgroundConnection, Connection},
    connect::{Details, EventList, ReadFailure},
    domain::{Environment, Event, Moment, ReservationId, Timestamp, Unknown, Zone},
};

/// A client for the events of one reservation, which learns from each answer what time it is over there.
///
/// The zone of the times that are written is not known. The filter is the clock: it counts in seconds since 1970, so
/// whatever is listed for a time happened in that time, whatever is written beside it.
#[derive(Clone, Debug)]
pub(super) struct EventsClient {
    pub(super) connection: Reads,
    pub(super) environment: Environment,
    pub(super) id: ReservationId,
    pub(super) clocks: Arc<Clocks>,
}

/// The connection of such a client: for a person who waits, or in the background.
#[derive(Clone, Debug)]
pub(super) enum Reads {
    Awaited(Connection),
    InBackground(BackgroundConnection),
}

/// The events that were listed for a time.
#[derive(Debug)]
pub(super) struct Listing {
    events: Vec<Event>,
    times: Vec<String>,
    window: Range<Timestamp>,
}

/// An event, and when it happened as far as that is certain.
#[derive(Clone, Debug)]
pub(super) struct TimedEvent {
    pub(super) event: Event,
    pub(super) when: Option<Range<Timestamp>>,
}

/// The time spans that events are read for. The answer holds those of all the merchant's reservations: where a
/// fortnight is too much for one answer, a day may do.
const RANGES: [Duration; 2] = [Duration::from_hours(14 * 24), Duration::from_hours(24)];
/// The margin at a window's end: the service tells its time in whole seconds; what happened in the last of them counts.
const LAST_SECOND: Duration = Duration::from_secs(2);
/// The precision of a time that is written in minutes: it happened somewhere within that minute.
const WRITTEN_MINUTE: Duration = Duration::from_mins(1);

impl EventsClient {
    pub(super) async fn details(&self) -> Result<Option<Details>, ReadFailure> {
        match &self.connection {
            Reads::Awaited(connection) => connection.details(&self.id).await,
            Reads::InBackground(connection) => connection.details(&self.id).await,
        }
    }

    /// Asks for the last weeks.
    pub(super) async fn weeks(self) -> Option<Listing> {
        for range in RANGES {
            match self.ask(|clock| clock.now() - range..clock.now()).await {
                Ok(listing) => return Some(listing),
                Err(ReadFailure::Unclear(Unknown::UnclearAnswer)) => {}
                Err(ReadFailure::Refused(_) | ReadFailure::Unclear(_)) => break,
            }
        }
        None
    }

    /// Asks for the time just past, up to now.
    pub(super) async fn just_past(self, time: Duration) -> Option<Listing> {
        self.ask(|clock| clock.now() - time..clock.now() + LAST_SECOND).await.ok()
    }

    /// Asks for the time around one of our own sends, which this computer's clock tells. None where that time is not
    /// known.
    pub(super) async fn around(self, ours: Timestamp, leeway: Duration) -> Result<Option<Listing>, ReadFailure> {
        let window = |clock: &Clock| {
            let at = clock.of_service(ours);
            at - leeway..(at + leeway).min(clock.now() + LAST_SECOND)
        };
        // A send that lies ahead was written down by a clock that was wrong, and nobody knows by how much.
        Ok(Some(self.ask(window).await?).filter(|listing| listing.window.start < listing.window.end))
    }

    /// Infers the zone from an earlier event, where nothing of a moment ago has told it: if the service writes Norway's
    /// time, or UTC, it lists what it wrote for that very minute.
    pub(super) async fn seek_zone(self, listing: &Listing) {
        let clock = self.clocks.of(self.environment);
        let Some(written) = listing.times.last().filter(|_| clock.zone.is_none() && !clock.zone_was_sought) else {
            return;
        };
        let needs_none = Moment::read(written, None).is_none_or(|moment| moment.certain);
        for zone in [Some(Zone::norway()), Zone::fixed(0)].into_iter().flatten().filter(|_| !needs_none) {
            let at = Moment::read(written, Some(&zone)).and_then(|moment| moment.certain_time());
            let Some(at) = at else { continue };
            if self.ask(|_| at - WRITTEN_MINUTE..at + 2 * WRITTEN_MINUTE).await.is_err() {
                return;
            }
            if self.clocks.of(self.environment).zone.is_some() {
                break;
            }
        }
        self.clocks.mark_zone_sought(self.environment);
    }

    async fn ask(&self, window: impl Fn(&Clock) -> Range<Timestamp>) -> Result<Listing, ReadFailure> {
        let (listing, was_wrong) = self.ask_once(&window).await?;
        if was_wrong { Ok(self.ask_once(&window).await?.0) } else { Ok(listing) }
    }

    /// Asks once. Says also whether another time was asked about than was meant.
    async fn ask_once(&self, window: impl Fn(&Clock) -> Range<Timestamp>) -> Result<(Listing, bool), ReadFailure> {
        let thought = self.clocks.of(self.environment);
        let window = window(&thought);
        let EventList { events, times, service_time } = match &self.connection {
            Reads::Awaited(connection) => connection.history(&self.id, window.start, window.end).await,
            Reads::InBackground(connection) => connection.history(&self.id, window.start, window.end).await,
        }?;
        let was_wrong = service_time.is_some_and(|at| self.clocks.set(self.environment, &thought, at));
        if let Some(zone) = Zone::told_by(times.iter().map(String::as_str), &window) {
            self.clocks.set_zone(self.environment, zone);
        }
        Ok((Listing { events, times, window }, was_wrong))
    }
}

impl Listing {
    /// Places each event at its time, as far as the filter or a known zone tells it.
    pub(super) fn placed(self, clock: &Clock) -> Vec<TimedEvent> {
        self.events.into_iter().map(|event| TimedEvent::of(event, Some(&self.window), clock)).collect()
    }

    /// Joins the weeks with the time just past, which is a part of them, in the order in which they are listed.
    pub(super) fn joined(weeks: Option<Self>, just_past: Option<Self>, clock: &Clock) -> Vec<TimedEvent> {
        let mut recent = just_past.map(|listing| listing.placed(clock)).unwrap_or_default();
        let weeks = weeks.map(|listing| listing.events).unwrap_or_default();
        let mut all: Vec<TimedEvent> = weeks
            .into_iter()
            .map(|event| match recent.iter().position(|placed| placed.is(&event)) {
                Some(at) => recent.remove(at),
                None => TimedEvent::of(event, None, clock),
            })
            .collect();
        all.append(&mut recent);
        all
    }
}

impl TimedEvent {
    /// Places an event in time. The filter has the last word: a time that is written, and lies elsewhere, was read
    /// wrongly.
    pub(super) fn of(mut event: Event, window: Option<&Range<Timestamp>>, clock: &Clock) -> Self {
        if let Some(zone) = &clock.zone {
            event.when = event.when.map(|when| when.in_zone(zone));
        }
        let written = event.when.as_ref().and_then(Moment::certain_time).map(|at| at..at + WRITTEN_MINUTE);
        let when = match (written, window) {
            (Some(written), Some(window)) if overlap(&written, window) => Some(written),
            (_, Some(window)) => {
                event.when = event.when.map(|when| Moment { certain: false, ..when });
                Some(window.clone())
            }
            (written, None) => written,
        };
        Self { event, when }
    }

    /// Whether an event is the same line of the list, asked for once more.
    fn is(&self, event: &Event) -> bool {
        let text = |event: &Event| event.when.as_ref().map(|when| when.text.clone());
        self.event.kind == event.kind && self.event.to == event.to && text(&self.event) == text(event)
    }
}

pub(super) fn overlap(one: &Range<Timestamp>, other: &Range<Timestamp>) -> bool {
    one.start < other.end && other.start < one.end
}
