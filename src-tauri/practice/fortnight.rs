//! A fortnight at the practice service: three hundred reservations of people who do not exist, made from a seed. Forty
//! of them are open.

use std::time::Duration;

use serde_json::{Value, json};

use super::{
    Scenario,
    queries::{PastEvent, end_of_day},
};
use crate::domain::Timestamp;

/// The reservations of a fortnight, as they are when the service starts.
#[derive(Debug)]
pub(super) struct Fortnight {
    bookings: Vec<Booking>,
    pub(super) events: Vec<PastEvent>,
}

/// A made-up reservation, with what the service says of it.
#[derive(Clone, Debug)]
pub(super) struct Booking {
    pub(super) id: String,
    pub(super) customer: String,
    /// In kroner.
    pub(super) amount: f64,
    /// Without its country code.
    pub(super) phone_number: String,
    pub(super) email_address: String,
    pub(super) reference: String,
    pub(super) made: Timestamp,
    pub(super) due: Timestamp,
    pub(super) status: &'static str,
    pub(super) is_paid: bool,
}

/// What happens to a reservation.
#[derive(Clone, Copy, Debug)]
struct Story {
    titles: &'static [&'static str],
    status: &'static str,
    is_paid: bool,
    due: Due,
}

/// When a link has to be paid by, in days.
#[derive(Clone, Copy, Debug)]
enum Due {
    Ago(u32),
    Today,
    In(u32),
}

const SEED: u64 = 20_261_126;
const BOOKINGS: u32 = 300;
const DAY: Duration = Duration::from_hours(24);
const HOUR: Duration = Duration::from_hours(1);
const MINUTE: Duration = Duration::from_mins(1);

const SENT: &str = "payment-link-sent-to-customer";
const RESENT: &str = "order-resent";
const OPENED: &str = "payment-link-opened";
const FAILED: &str = "payment-failed";
const EXPIRED: &str = "payment-link-expired";
const RESERVED: &str = "amount-reserved";

/// The stories of those who have still to pay, and how many each has: forty.
const OPEN: [(u32, Story); 9] = [
    (5, story(&[SENT, OPENED, EXPIRED], "EXPIRED", false, Due::Ago(1))),
    (2, story(&[SENT, EXPIRED], "EXPIRED", false, Due::Ago(2))),
    (4, story(&[SENT, OPENED], "SENT", false, Due::Today)),
    (2, story(&[SENT], "SENT", false, Due::Today)),
    (4, story(&[SENT, OPENED, FAILED], "SENT", false, Due::In(3))),
    (9, story(&[SENT, OPENED], "SENT", false, Due::In(4))),
    (3, story(&[SENT, RESENT, OPENED], "SENT", false, Due::In(2))),
    (8, story(&[SENT], "SENT", false, Due::In(5))),
    (3, story(&[SENT, RESENT], "SENT", false, Due::In(1))),
];

/// The stories of all others, in turn.
const SETTLED: [Story; 8] = [
    story(&[SENT, OPENED, RESERVED], "RESERVED", false, Due::In(4)),
    story(&[SENT, OPENED, RESERVED, "amount-captured-from-reservation"], "RESERVED", true, Due::In(4)),
    story(
        &[SENT, OPENED, RESERVED, "amount-captured-from-reservation", "reservation-completed"],
        "COMPLETED",
        true,
        Due::In(4),
    ),
    story(&[SENT, OPENED, "amount-charged-from-card"], "SENT", true, Due::In(4)),
    story(&[SENT, RESENT, OPENED, RESERVED], "RESERVED", false, Due::In(4)),
    story(&[SENT, OPENED, FAILED, OPENED, RESERVED], "RESERVED", false, Due::In(4)),
    story(&[SENT, "reservation-cancelled"], "CANCELLED", false, Due::In(4)),
    story(&[SENT, OPENED, RESERVED, "refund-sent-from-captured"], "REFUNDED", true, Due::In(4)),
];

const FIRST_NAMES: [&str; 24] = [
    "Kari", "Ola", "Ingrid", "Åse", "Bjørn", "Solveig", "Per", "Anne", "Lars", "Marit", "Jürgen", "Zoë", "Łukasz",
    "Maja", "Håkon", "Silje", "Øystein", "Chloé", "Emre", "Nora", "Torunn", "Ahmed", "Sigrid", "Eirik",
];
const LAST_NAMES: [&str; 19] = [
    "Nordmann",
    "Ødegård",
    "Hansen",
    "Sæther",
    "Bråten",
    "Lindqvist",
    "Müller",
    "Kowalski",
    "Bakke",
    "Strand",
    "Nygård",
    "Dahl",
    "Moen",
    "Haugen",
    "Løken",
    "Solbakken",
    "Vik",
    "Fjeld",
    "Åsen",
];

const fn story(titles: &'static [&'static str], status: &'static str, is_paid: bool, due: Due) -> Story {
    Story { titles, status, is_paid, due }
}

impl Fortnight {
    /// Makes the fortnight before now: the same people each time.
    pub(super) fn before(now: Timestamp) -> Self {
        let mut chance = Chance(SEED);
        let open = OPEN.iter().flat_map(|(count, story)| (0..*count).map(|_| *story));
        let stories = open.chain(SETTLED.into_iter().cycle()).take(BOOKINGS as usize);
        let (mut bookings, mut events) = (Vec::new(), Vec::new());
        for (number, story) in (0..BOOKINGS).zip(stories) {
            let happened = story.times(now, &mut chance);
            let booking = Booking::new(number, story, happened.first().copied().unwrap_or(now), now, &mut chance);
            events.extend(happened.iter().zip(story.titles).map(|(at, title)| {
                let is_sending = [SENT, RESENT].contains(title);
                let to = if is_sending { json!(format!(" +47{}", booking.phone_number)) } else { Value::Null };
                PastEvent::at(*at, &booking.id, title, to)
            }));
            bookings.push(booking);
        }
        Self { bookings, events }
    }

    pub(super) fn find(&self, id: &str) -> Option<&Booking> {
        self.bookings.iter().find(|booking| booking.id == id)
    }
}

impl Story {
    /// Returns when each of its steps happened, oldest first.
    fn times(self, now: Timestamp, chance: &mut Chance) -> Vec<Timestamp> {
        // What is still to be paid is not as old as what was.
        let is_open = !self.is_paid && matches!(self.status, "SENT" | "EXPIRED");
        let days = if is_open { 5 } else { 13 };
        let end = if let Due::Ago(_) = self.due { self.due.of(now) } else { now };
        let mut next = end - 6 * HOUR - chance.below(days * DAY);
        let time_of = |title: &&str| {
            let at = if *title == EXPIRED { end } else { next };
            next = at + MINUTE + chance.below(HOUR);
            at
        };
        self.titles.iter().map(time_of).collect()
    }
}

impl Due {
    fn of(self, now: Timestamp) -> Timestamp {
        end_of_day(match self {
            Self::Ago(days) => now - days * DAY,
            Self::Today => now,
            Self::In(days) => now + days * DAY,
        })
    }
}

impl Booking {
    fn new(number: u32, story: Story, made: Timestamp, now: Timestamp, chance: &mut Chance) -> Self {
        let (first, last) = (chance.one_of(&FIRST_NAMES), chance.one_of(&LAST_NAMES));
        Self {
            // Neighbours in the list are none by number.
            id: format!("RES36{:08}", 34_000_000 + number * 7_919 % 100_003),
            customer: format!("{first} {last}"),
            amount: f64::from(chance.up_to(240) * 50 + 450) + if number.is_multiple_of(5) { 0.5 } else { 0.0 },
            phone_number: format!("412{:05}", 30_000 + number),
            email_address: format!("guest{number}@example.com"),
            reference: format!("B-{}", 20_000 + number),
            made,
            due: story.due.of(now),
            status: story.status,
            is_paid: story.is_paid,
        }
    }

    /// Returns what comes of sending its link again.
    pub(super) fn scenario(&self) -> Scenario {
        match self.status {
            "CANCELLED" => Scenario::AlreadyCancelled,
            "COMPLETED" => Scenario::AlreadyCompleted,
            _ if self.is_paid => Scenario::AlreadyPaid,
            "RESERVED" => Scenario::AmountReserved,
            _ => Scenario::Sent,
        }
    }
}

/// A generator of numbers that are the same each time (Knuth's linear congruential one).
struct Chance(u64);

impl Chance {
    fn up_to(&mut self, most: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(most)).unwrap_or_default()
    }

    fn below(&mut self, most: Duration) -> Duration {
        Duration::from_secs(u64::from(self.up_to(u32::try_from(most.as_secs()).unwrap_or(u32::MAX))))
    }

    fn one_of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        let at = self.up_to(u32::try_from(all.len()).unwrap_or(1));
        all.get(at as usize).copied().unwrap_or_default()
    }
}
