//! Twenty thousand events and five thousand names: more than any front desk has, and what the core does with them by itself.

use std::{
    hint::black_box,
    ops::Range,
    time::{Duration, Instant},
};

use resend_reservation::{
    connect::ReservationEvent,
    domain::{EmailAddress, EventKind, Moment, PhoneNumber, Region, ReservationId, Timestamp},
    waiting::{Group, Last, LastKind, Row as Waiting, SearchIndex, fold},
};

use super::{
    sample::Sample,
    table::{Goal, Row},
};

const DAYS: usize = 14;
const EVENTS: usize = 20_000;
const NAMES: usize = 5000;
/// The slowest of these counts: a word with a slip in it, a phone number, nonsense, and a name with an amount.
const TEXTS: [&str; 4] = ["nordman", "412 34 567", "qqqqqqqq", "kari 1250"];

pub(crate) fn measure(rounds: usize) -> Vec<Row> {
    vec![row("20,000 events are folded", folding(rounds), 50.0), row("a key in 5,000 names", searching(rounds), 5.0)]
}

fn row(what: &'static str, ours: Sample, most: f64) -> Row {
    Row { what, unit: "ms", ours, beside: None, goal: Goal::Value(most) }
}

fn folding(rounds: usize) -> Sample {
    let slices: Vec<_> = (0..DAYS).map(slice).collect();
    let once = |_| {
        let slices = slices.clone();
        timed(|| fold(black_box(slices)))
    };
    (0..rounds).map(once).collect()
}

fn searching(rounds: usize) -> Sample {
    let rows: Vec<Waiting> = (0..NAMES).map(waiting).collect();
    let index = SearchIndex::new(&rows);
    let slowest = |_| TEXTS.map(|text| timed(|| index.find(black_box(text)))).into_iter().fold(0.0, f64::max);
    (0..rounds).map(slowest).collect()
}

/// In milliseconds.
fn timed<T>(run: impl FnOnce() -> T) -> f64 {
    let begun = Instant::now();
    black_box(run());
    begun.elapsed().as_secs_f64() * 1000.0
}

/// One day: four events of each reservation, sent, opened, failed and reserved.
fn slice(day: usize) -> (Range<Timestamp>, Vec<ReservationEvent>) {
    let end = Timestamp::from_millis(1_795_352_742_000) - Duration::from_hours(24 * day as u64);
    let count = EVENTS / DAYS;
    let events = (0..count).map(|at| event(day * count + at, at));
    (end - Duration::from_hours(24)..end, events.collect())
}

fn event(number: usize, minute: usize) -> ReservationEvent {
    let kinds =
        [EventKind::Sent, EventKind::Opened, EventKind::Other("payment-failed".to_owned()), EventKind::AmountReserved];
    let when = Moment::read(&format!("22.11.2026 {:02}:{:02}", minute / 60 % 24, minute % 60), None);
    let id = id(number / kinds.len());
    ReservationEvent { id, kind: kinds[number % kinds.len()].clone(), when, by_sms: true, by_email: false }
}

fn waiting(number: usize) -> Waiting {
    const NAMES: [&str; 5] = ["Kari Nordmann", "Ola Hansen", "Åse Ødegård", "Bjørn Sæther", "Łukasz Kowalski"];
    Waiting {
        id: id(number),
        group: Group::Opened,
        customer: Some(NAMES[number % NAMES.len()].to_owned()),
        amount: Some(if number.is_multiple_of(7) { 1250.0 } else { 890.5 }),
        status: None,
        due: None,
        last: Last { kind: LastKind::Opened, when: None, by_sms: false, by_email: false },
        sms_to: PhoneNumber::parse(&format!("+47 412 {:05}", 30_000 + number), Region::default()).ok(),
        email_to: EmailAddress::parse(&format!("guest{number}@example.com")).ok(),
        references: vec![format!("B-{number}")],
    }
}

fn id(number: usize) -> ReservationId {
    ReservationId::parse(&format!("RES36{number:08}")).expect("an id")
}
