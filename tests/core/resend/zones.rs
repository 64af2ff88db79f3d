//! The questions across desks, and finding out, at a service that writes its times in whichever zone: the outcomes are the
//! same, for nothing hangs on what it writes.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use jiff::tz::{self, TimeZone};
use resend_reservation::{
    domain::{Draft, Environment, Event, Outcome, Zone},
    journal::{Intent, Search},
    practice::{Manner, Times},
    resend::{Reply, Resolution, Warning, WarningKind},
};
use serde_json::{Value, json};

use crate::desk::{Desk, KARI, draft, intent, outcome};

static DHAKA: TimeZone = tz::get!("Asia/Dhaka");
static NEW_YORK: TimeZone = tz::get!("America/New_York");

const LOST: &str = "RES3633010000";
const RESENT: &str = "order-resent";
const HERS: &str = " +4741234567";
const MINUTE: Duration = Duration::from_mins(1);
const HOUR: Duration = Duration::from_hours(1);

fn zones() -> [(&'static str, Times); 5] {
    [
        ("UTC", Times::In(Zone::from(TimeZone::UTC))),
        ("Oslo", Times::In(Zone::norway())),
        ("Dhaka", Times::In(Zone::from(DHAKA.clone()))),
        ("New York", Times::In(Zone::from(NEW_YORK.clone()))),
        ("with their offset", Times::WithOffset(Zone::from(DHAKA.clone()))),
    ]
}

#[tokio::test]
async fn a_colleagues_send_of_four_minutes_ago_is_asked_about() {
    for (zone, desk) in desks().await {
        desk.service.happened(KARI, RESENT, 4 * MINUTE, json!(HERS));

        let asked_about = ask(&desk).await;

        let Some(Warning::SentRecently { at: Some(at), from_here: false }) = asked_about else {
            panic!("{zone}: {asked_about:?}")
        };
        assert!(apart(at, SystemTime::now() - 4 * MINUTE) <= MINUTE, "{zone}: the time that is told is the right one");
    }
}

#[tokio::test]
async fn what_is_longer_ago_is_not_asked_about_whatever_is_written() {
    for (zone, desk) in desks().await {
        for hours in [1, 2, 5, 6, 7] {
            desk.service.happened(KARI, RESENT, hours * HOUR + 4 * MINUTE, json!(HERS));
        }
        desk.service.happened(KARI, RESENT, 14 * MINUTE, json!(null));

        assert_eq!(ask(&desk).await, None, "{zone}");
    }
}

#[tokio::test]
async fn for_how_long_is_as_it_is_set() {
    for (zone, mut desk) in desks().await {
        desk.safeguards.repeat_window = HOUR;
        desk.service.happened(KARI, RESENT, 70 * MINUTE, json!(HERS));
        assert_eq!(ask(&desk).await, None, "{zone}");

        desk.service.happened(KARI, RESENT, 45 * MINUTE, json!(HERS));
        let asked_about = ask(&desk).await;
        assert!(matches!(asked_about, Some(Warning::SentRecently { from_here: false, .. })), "{zone}: {asked_about:?}");

        desk.safeguards.repeat_window = Duration::ZERO;
        assert_eq!(ask(&desk).await, None, "{zone}: never, when so chosen");
    }
}

#[tokio::test]
async fn a_link_that_went_to_nobody_knows_whom_is_asked_about() {
    let unreadable = [
        Value::Null,
        json!("+47 *** ** 567"),
        json!("k***@example.com"),
        json!("41234567 41234568"),
        json!({ "to": "Kari" }),
    ];
    for (zone, times) in zones() {
        for sent_to in &unreadable {
            let desk = at(times.clone()).await;
            desk.service.happened(KARI, RESENT, MINUTE, sent_to.clone());

            let asked_about = ask(&desk).await;

            assert!(matches!(asked_about, Some(Warning::SentToSomebody { .. })), "{zone} {sent_to}: {asked_about:?}");
            let again = desk.send(&draft(KARI), &[WarningKind::SentToSomebody]).await;
            assert_eq!(outcome(&again), Outcome::Sent);
        }
    }
}

#[tokio::test]
async fn several_in_one_are_told_apart() {
    for (zone, desk) in desks().await {
        desk.service.happened(KARI, RESENT, MINUTE, json!(["+4790012599", "ola@example.com"]));
        assert_eq!(ask(&desk).await, None, "{zone}: neither is she");

        desk.service.happened(KARI, RESENT, MINUTE, json!("+4790012599, +4741234567"));
        assert!(matches!(ask(&desk).await, Some(Warning::SentRecently { .. })), "{zone}");
    }
}

#[tokio::test]
async fn what_was_sent_from_here_is_nobody_elses() {
    for (zone, desk) in desks().await {
        assert_eq!(outcome(&desk.send(&draft(KARI), &[]).await), Outcome::Sent);

        let asked_about = ask(&desk).await;

        assert!(matches!(asked_about, Some(Warning::SentRecently { from_here: true, .. })), "{zone}: {asked_about:?}");
    }
}

#[tokio::test]
async fn a_clock_here_that_is_wrong_changes_nothing() {
    for (zone, times) in zones() {
        for seconds in [-86_400, -300, 300, 86_400] {
            let desk = at(times.clone()).await;
            desk.service.behave(Manner::ClockOff(seconds));
            desk.service.happened(KARI, RESENT, 4 * MINUTE, json!(HERS));
            let asked_about = ask(&desk).await;
            assert!(matches!(asked_about, Some(Warning::SentRecently { .. })), "{zone}, {seconds}: {asked_about:?}");

            let sent = intent(&desk.send(&draft(LOST), &[]).await);
            let found = desk.find_out(sent).await;
            assert!(matches!(found, Resolution::Sent(_)), "{zone}, {seconds}: {found:?}");
        }
    }
}

#[tokio::test]
async fn what_became_of_a_send_is_found_out() {
    for (zone, desk) in desks().await {
        let sent = intent(&desk.send(&draft(LOST), &[]).await);
        let lost = lose(&desk, KARI).await;

        let of_sent = desk.find_out(sent).await;
        assert!(matches!(of_sent, Resolution::Sent(_)), "{zone}: {of_sent:?}");
        let of_lost = desk.find_out(lost).await;
        assert!(matches!(of_lost, Resolution::NotListed(_)), "{zone}: {of_lost:?}");
        assert_eq!(outcomes(&desk).await, ["Unknown", "Sent"], "{zone}");
    }
}

#[tokio::test]
async fn a_send_of_weeks_ago_is_looked_for_where_it_was() {
    for (zone, desk) in desks().await {
        let (sent, lost) = (lose(&desk, LOST).await, lose(&desk, KARI).await);
        let days = |days: u32| days * 24 * HOUR;
        make_older(&desk, days(40));
        desk.service.happened(LOST, RESENT, days(40), json!(HERS));
        // Hours beside it is another send, in whichever zone it is read.
        for hours in [1, 2, 5, 6] {
            desk.service.happened(KARI, RESENT, days(39) + (24 - hours) * HOUR, json!(HERS));
            desk.service.happened(KARI, RESENT, days(40) + hours * HOUR, json!(HERS));
        }

        let found = desk.find_out(sent).await;
        assert!(matches!(found, Resolution::Sent(_)), "{zone}: {found:?}");
        let found = desk.find_out(lost).await;
        assert!(matches!(found, Resolution::NotListed(_)), "{zone}: {found:?}");
    }
}

#[tokio::test]
async fn a_send_that_lies_ahead_is_not_said_to_be_absent() {
    for (zone, desk) in desks().await {
        let lost = lose(&desk, KARI).await;
        let journal = rusqlite::Connection::open(desk.folder.path().join("journal.sqlite")).expect("the journal");
        journal.execute("UPDATE sends SET intended_at = intended_at + 7200000", []).expect("written");

        let found = desk.find_out(lost).await;

        assert!(matches!(found, Resolution::NoEvents(_)), "{zone}: {found:?}");
    }
}

#[tokio::test]
async fn one_event_of_a_moment_ago_tells_the_zone_of_all() {
    for (zone, desk) in desks().await {
        // Of Norway's time and of UTC any event tells: it is listed for the very minute that it was written for.
        let is_told = matches!(zone, "UTC" | "Oslo" | "with their offset");
        let before = opened(&desk).await;
        assert_eq!(before.when.as_ref().is_some_and(|when| when.certain), is_told, "{zone}");

        // Of whichever reservation.
        desk.service.happened(LOST, "payment-link-opened", 2 * MINUTE, json!(null));
        opened(&desk).await;
        let when = opened(&desk).await.when.expect("a time");

        assert!(when.certain, "{zone}");
        let at = UNIX_EPOCH + Duration::from_millis(when.at.expect("a time").unsigned_abs());
        assert!(apart(at, SystemTime::now() - 73 * HOUR) <= MINUTE, "{zone}: {when:?}");
    }
}

async fn opened(desk: &Desk) -> Event {
    desk.see(KARI).await.events.into_iter().find(|event| !event.kind.is_sending()).expect("it was opened")
}

async fn desks() -> Vec<(&'static str, Desk)> {
    let mut desks = Vec::new();
    for (zone, times) in zones() {
        desks.push((zone, at(times).await));
    }
    desks
}

async fn at(times: Times) -> Desk {
    let desk = Desk::open().await;
    desk.service.write_times(times);
    desk
}

/// What is asked when the reservation was looked up first.
async fn ask(desk: &Desk) -> Option<Warning> {
    desk.see(KARI).await;
    let mut held = desk.request(&draft(KARI), &[]);
    // Nothing leaves: it would be held.
    held.safeguards.undo_window = MINUTE;
    match desk.resender.resend(held).await {
        Reply::Ask(oddity) => Some(oddity),
        Reply::Hold(_) => None,
        other => panic!("{other:?}"),
    }
}

async fn lose(desk: &Desk, id: &str) -> Intent {
    desk.service.behave(Manner::CutAfterReading);
    let sent = desk.send(&Draft { ..draft(id) }, &[]).await;
    desk.service.behave(Manner::Faithful);
    assert!(matches!(outcome(&sent), Outcome::Unknown(_)));
    intent(&sent)
}

fn make_older(desk: &Desk, by: Duration) {
    let journal = rusqlite::Connection::open(desk.folder.path().join("journal.sqlite")).expect("the journal");
    let milliseconds = i64::try_from(by.as_millis()).expect("a number");
    journal.execute("UPDATE sends SET intended_at = intended_at - ?1", [milliseconds]).expect("written");
}

async fn outcomes(desk: &Desk) -> Vec<String> {
    let page = desk.records.search(Environment::Local, Search::default(), 50).await.expect("read");
    page.entries.into_iter().map(|entry| format!("{:?}", entry.state)).collect()
}

fn apart(one: SystemTime, other: SystemTime) -> Duration {
    one.duration_since(other).unwrap_or_else(|error| error.duration())
}
