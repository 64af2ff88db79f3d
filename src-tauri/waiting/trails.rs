//! The fold of the event log by reservation: which links were sent or opened, and not paid or otherwise settled since.
//! Pure.

use std::{cmp::Reverse, collections::HashMap, ops::Range};

use crate::{
    connect::ReservationEvent,
    domain::{EventKind, Moment, ReservationId, Timestamp, Zone, ZoneClues},
};

/// The trails of all reservations, as far back as the events were read.
#[derive(Debug, Default)]
pub(super) struct Trails {
    all: HashMap<ReservationId, Trail>,
    clues: ZoneClues,
}

/// The trail that one reservation has left in the events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Trail {
    /// The newest that tells of a link that is open.
    pub(super) last: Option<LastEvent>,
    pub(super) was_opened: bool,
    /// Since the link was last sent.
    pub(super) has_failed: bool,
    pub(super) has_expired: bool,
    pub(super) depth: Depth,
    /// When nobody had to pay any more.
    pub(super) settled: Option<Moment>,
}

/// The depth of a trail: as far back as it has been followed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Depth {
    #[default]
    AfterSending,
    Sending,
    /// Until it was settled: what is older says nothing more.
    Settlement,
}

/// What happened last to a link that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LastEvent {
    pub(super) step: Step,
    pub(super) when: Option<Moment>,
    pub(super) by_sms: bool,
    pub(super) by_email: bool,
}

/// A step on the way to a payment, in the order that it has in one minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// It says nothing of whether somebody has still to pay.
    Aside,
    Sent,
    Resent,
    Opened,
    Failed,
    Expired,
    /// Reserved, paid, refunded, completed, cancelled or made an invoice.
    Settled,
}

/// The events by which money has come in, as `normalized`.
pub(super) const PAYMENTS: [&str; 3] =
    ["payment-successful", "amount-captured-from-reservation", "amount-charged-from-card"];

/// Spells an event's name as its slug: some services write its title there.
pub(super) fn normalized(slug: &str) -> String {
    slug.to_lowercase().replace([' ', '_'], "-")
}

impl Trails {
    /// Adds the events of the next older window. Returns the reservations of which there is now something else to say.
    pub(super) fn add(&mut self, window: &Range<Timestamp>, events: Vec<ReservationEvent>) -> Vec<ReservationId> {
        self.clues.add(outermost(&events).into_iter().flatten(), window);
        let mut events: Vec<(Step, ReservationEvent)> = events
            .into_iter()
            .map(|event| (Step::of(&event.kind), event))
            .filter(|(step, _)| *step != Step::Aside)
            .collect();
        // What is written in one minute has happened in the order of the steps. What has no time is oldest.
        events.sort_by_key(|(step, event)| Reverse((event.when.as_ref().and_then(|when| when.at), *step)));
        let mut changed = Vec::new();
        for (step, ReservationEvent { id, when, by_sms, by_email, .. }) in events {
            let trail = self.all.entry(id.clone()).or_default();
            if trail.add(LastEvent { step, when, by_sms, by_email }) && changed.last() != Some(&id) {
                changed.push(id);
            }
        }
        changed
    }

    pub(super) fn of(&self, id: &ReservationId) -> Option<&Trail> {
        self.all.get(id)
    }

    /// Lists those whose links nobody is waiting for any more.
    pub(super) fn settled(&self) -> impl Iterator<Item = (&ReservationId, &Trail)> {
        self.all.iter().filter(|(_, trail)| trail.is_settled())
    }

    /// Returns the zone of the times that are written, where all of them together tell it.
    pub(super) fn zone(&self) -> Option<Zone> {
        self.clues.zone()
    }
}

impl Trail {
    /// Whether nothing that is newer than its settlement tells of an open link.
    fn is_settled(&self) -> bool {
        self.depth == Depth::Settlement && self.last.is_none()
    }

    /// Adds the next older event. Returns whether there is something else to say.
    fn add(&mut self, event: LastEvent) -> bool {
        if self.depth == Depth::Settlement {
            return false;
        }
        let before = self.clone();
        match event.step {
            Step::Settled => {
                self.depth = Depth::Settlement;
                self.settled = event.when;
                return false;
            }
            Step::Failed => self.has_failed |= self.depth == Depth::AfterSending,
            Step::Expired => self.has_expired |= self.depth == Depth::AfterSending,
            Step::Opened => self.was_opened = true,
            Step::Sent | Step::Resent => self.depth = Depth::Sending,
            Step::Aside => return false,
        }
        if self.last.is_none() {
            self.last = Some(event);
        }
        *self != before
    }
}

impl Step {
    fn of(kind: &EventKind) -> Self {
        match kind {
            EventKind::Sent => Self::Sent,
            EventKind::Resent => Self::Resent,
            EventKind::Opened => Self::Opened,
            EventKind::Expired => Self::Expired,
            EventKind::Cancelled | EventKind::Completed | EventKind::AmountReserved => Self::Settled,
            EventKind::Unknown => Self::Aside,
            EventKind::Other(slug) => Self::of_slug(&normalized(slug)),
        }
    }

    fn of_slug(slug: &str) -> Self {
        match slug {
            slug if PAYMENTS.contains(&slug) => Self::Settled,
            "payment-failed" => Self::Failed,
            "order-expired" => Self::Expired,
            "order-cancelled"
            | "order-completed"
            | "order-converted-to-invoice"
            | "refund-sent"
            | "refund-sent-from-captured"
            | "refund-sent-from-charged"
            | "partial-refunded"
            | "refund-rejected" => Self::Settled,
            // New ones will come.
            _ => Self::Aside,
        }
    }
}

/// Returns the first and the last of the times as they are written: the zone has to fit both.
fn outermost(events: &[ReservationEvent]) -> [Option<&str>; 2] {
    let times =
        || events.iter().filter_map(|event| event.when.as_ref()).filter(|when| !when.certain && when.at.is_some());
    [times().min_by_key(|when| when.at), times().max_by_key(|when| when.at)]
        .map(|when| when.map(|when| when.text.as_str()))
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    const ID: &str = "RES3633019929";
    const SENT: &str = "payment-link-sent-to-customer";

    #[test]
    fn the_events_of_a_reservation_tell_whether_its_link_is_open() {
        // Oldest first, at 10:00 and a minute later each: what is the last of an open link, and what has happened to it.
        for (titles, expected) in [
            (&[SENT][..], "Sent"),
            (&["order-sent"], "Sent"),
            (&[SENT, "payment-link-opened"], "Opened opened"),
            (&["payment-link-opened"], "Opened opened"),
            (&[SENT, "order-resent"], "Resent"),
            (&[SENT, "payment-link-opened", "order-resent"], "Resent opened"),
            (&[SENT, "payment-link-opened", "payment-failed"], "Failed opened failed"),
            (&["payment-failed"], "Failed failed"),
            (&[SENT, "Payment Failed"], "Failed failed"),
            (&[SENT, "payment-link-opened", "payment-failed", "payment-link-opened"], "Opened opened failed"),
            (&[SENT, "payment-failed", "order-resent"], "Resent"),
            (&[SENT, "payment-link-expired"], "Expired expired"),
            (&[SENT, "order-expired"], "Expired expired"),
            (&[SENT, "payment-link-expired", "order-resent"], "Resent"),
            (&[SENT, "payment-link-opened", "amount-reserved"], "settled"),
            (&[SENT, "payment-link-opened", "amount-reserved", "amount-captured-from-reservation"], "settled"),
            (&[SENT, "amount-charged-from-card"], "settled"),
            (&[SENT, "payment-successful"], "settled"),
            (&[SENT, "reservation-completed"], "settled"),
            (&[SENT, "reservation-cancelled"], "settled"),
            (&[SENT, "order-cancelled"], "settled"),
            (&[SENT, "order-converted-to-invoice"], "settled"),
            (&[SENT, "payment-link-opened", "amount-reserved", "refund-sent-from-captured"], "settled"),
            (&[SENT, "amount-charged-from-card", "partial-refunded"], "settled"),
            (&[SENT, "amount-charged-from-card", "refund-rejected"], "settled"),
            (&["amount-reserved"], "settled"),
            // Only the details can tell what these are now.
            (&[SENT, "amount-reserved", "payment-link-opened"], "Opened opened"),
            (&[SENT, "payment-link-opened", "payment-failed", "reservation-cancelled", "order-resent"], "Resent"),
            // What is beside the point, and what nobody knows yet.
            (&[SENT, "customer-information-updated"], "Sent"),
            (&[SENT, "payment-link-opened", "invoice-printed"], "Opened opened"),
            (&["order-created"], "nothing"),
            (&["customer-information-updated", "something-new"], "nothing"),
        ] {
            let upwards: Vec<_> = titles.iter().enumerate().map(|(at, title)| event(ID, title, at)).collect();
            let downwards = upwards.iter().rev().cloned().collect();
            for events in [upwards.clone(), downwards] {
                assert_eq!(told(&[events]), expected, "{titles:?}");
            }
            // And each in a window of its own.
            let slices: Vec<_> = upwards.into_iter().rev().map(|event| vec![event]).collect();
            assert_eq!(told(&slices), expected, "{titles:?}, in slices");
        }
    }

    #[test]
    fn what_is_written_in_one_minute_has_happened_in_the_order_of_the_steps() {
        for (titles, expected) in [
            (&["amount-reserved", "payment-link-opened", SENT][..], "settled"),
            (&["payment-link-opened", "amount-reserved", SENT], "settled"),
            (&["payment-link-opened", SENT], "Opened opened"),
            (&["payment-failed", "payment-link-opened"], "Failed opened failed"),
        ] {
            let events: Vec<_> = titles.iter().map(|title| event(ID, title, 0)).collect();
            assert_eq!(told(&[events]), expected, "{titles:?}");
        }
    }

    #[test]
    fn reservations_are_kept_apart_and_changes_are_told_of() {
        let mut trails = Trails::default();
        let (other, third) = ("RES3633019930", "RES3633019931");
        let newest = vec![event(ID, "order-resent", 9), event(other, "amount-reserved", 8), event(third, "note", 8)];
        let older = vec![
            event(ID, "payment-link-opened", 7),
            event(other, "payment-link-opened", 6),
            event(third, SENT, 5),
            event(ID, SENT, 4),
        ];

        assert_eq!(ids(&trails.add(&window(), newest)), [ID]);
        assert_eq!(ids(&trails.add(&window(), older)), [ID, third]);
        assert_eq!(trails.settled().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), [other]);
        assert!(trails.add(&window(), vec![event(ID, SENT, 3)]).is_empty(), "it says nothing new");
    }

    #[test]
    fn a_time_that_cannot_be_read_is_older_than_any_other() {
        let mut timeless = event(ID, "amount-reserved", 0);
        timeless.when = Moment::read("some day", None);

        assert_eq!(told(&[vec![timeless, event(ID, SENT, 1)]]), "Sent", "the details will say that it is reserved");
    }

    #[test]
    fn twenty_thousand_events_are_folded_at_once() {
        let titles = [SENT, "payment-link-opened", "payment-failed", "amount-reserved"];
        let of_day = |day: usize| -> Vec<ReservationEvent> {
            let count = 20_000 / 14;
            (0..count)
                .map(|at| event(&format!("RES36{:08}", (day * count + at) / 4), titles[at % 4], at % 1440))
                .collect()
        };
        let days: Vec<_> = (0..14).map(of_day).collect();
        let mut trails = Trails::default();

        let begun = Instant::now();
        for day in days {
            trails.add(&window(), day);
        }
        let took = begun.elapsed();

        assert!(trails.all.len() > 4900, "{}", trails.all.len());
        // As it is shipped it takes a small part of that.
        assert!(took.as_millis() < if cfg!(debug_assertions) { 2000 } else { 50 }, "{took:?}");
    }

    /// What the trail of the one reservation says.
    fn told(slices: &[Vec<ReservationEvent>]) -> String {
        let mut trails = Trails::default();
        for events in slices {
            trails.add(&window(), events.clone());
        }
        let Some(trail) = trails.of(&ReservationId::parse(ID).expect("an id")) else { return "nothing".to_owned() };
        if trail.is_settled() {
            return "settled".to_owned();
        }
        let last = format!("{:?}", trail.last.as_ref().expect("something").step);
        let words = [(trail.was_opened, "opened"), (trail.has_failed, "failed"), (trail.has_expired, "expired")];
        let words = words.into_iter().filter_map(|(is_so, word)| is_so.then_some(word.to_owned()));
        [last].into_iter().chain(words).collect::<Vec<_>>().join(" ")
    }

    fn event(id: &str, title: &str, minute: usize) -> ReservationEvent {
        let kind = kind(title);
        let when = Moment::read(&format!("22.11.2026 {:02}:{:02}", 10 + minute / 60 % 14, minute % 60), None);
        ReservationEvent { id: ReservationId::parse(id).expect("an id"), kind, when, by_sms: false, by_email: false }
    }

    /// As the client reads them.
    fn kind(title: &str) -> EventKind {
        match title {
            SENT | "order-sent" => EventKind::Sent,
            "order-resent" => EventKind::Resent,
            "payment-link-opened" => EventKind::Opened,
            "payment-link-expired" => EventKind::Expired,
            "reservation-cancelled" => EventKind::Cancelled,
            "reservation-completed" => EventKind::Completed,
            "amount-reserved" => EventKind::AmountReserved,
            other => EventKind::Other(other.to_owned()),
        }
    }

    fn window() -> Range<Timestamp> {
        let end = Timestamp::from_millis(1_795_352_742_000);
        end - std::time::Duration::from_hours(24)..end
    }

    fn ids(ids: &[ReservationId]) -> Vec<&str> {
        ids.iter().map(ReservationId::as_str).collect()
    }
}
