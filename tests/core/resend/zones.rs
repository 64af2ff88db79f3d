//! The questions across desks, and finding out, at a service that writes its times in whichever zone: the outcomes are the
//! same, for nothing hangs on what it writes.

use std::time::Duration;

use jiff::tz::{self, TimeZone};
use resend_reservation::{
    domain::{Draft, Environment, Event, Outcome, Timestamp, Zone},
    journal::{Intent, Search},
    practice::{InjectedFault, Times},
    resend::{Reply, Resolution, Warning, WarningKind},
};
use serde_json::{Value, json};

use crate::kit::app::{KARI, TestApp, draft, intent, outcome};

static DHAKA: TimeZone = tz::get!("Asia/Dhaka");

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
        ("five hours behind UTC", Times::In(Zone::fixed(-5 * 3600).expect("a zone"))),
        ("with their offset", Times::WithOffset(Zone::from(DHAKA.clone()))),
    ]
}

#[tokio::test]
async fn a_colleagues_send_of_four_minutes_ago_is_asked_about() {
    for (zone, app) in desks().await {
        app.service.happened(KARI, RESENT, 4 * MINUTE, json!(HERS));

        let asked_about = ask(&app).await;

        let Some(Warning::SentElsewhere { at: Some(at) }) = asked_about else { panic!("{zone}: {asked_about:?}") };
        assert!(
            at.apart(Timestamp::now() - 4 * MINUTE) <= 2 * MINUTE,
            "{zone}: the time that is told is the right one"
        );
    }
}

#[tokio::test]
async fn what_is_longer_ago_is_not_asked_about_whatever_is_written() {
    for (zone, app) in desks().await {
        for hours in [1, 2, 5, 6, 7] {
            app.service.happened(KARI, RESENT, hours * HOUR + 4 * MINUTE, json!(HERS));
        }
        app.service.happened(KARI, RESENT, 14 * MINUTE, json!(null));

        assert_eq!(ask(&app).await, None, "{zone}");
    }
}

#[tokio::test]
async fn for_how_long_is_as_it_is_set() {
    for (zone, mut app) in desks().await {
        app.safeguards.repeat_window = HOUR;
        app.service.happened(KARI, RESENT, 70 * MINUTE, json!(HERS));
        assert_eq!(ask(&app).await, None, "{zone}");

        app.service.happened(KARI, RESENT, 45 * MINUTE, json!(HERS));
        let asked_about = ask(&app).await;
        assert!(matches!(asked_about, Some(Warning::SentElsewhere { .. })), "{zone}: {asked_about:?}");

        app.safeguards.repeat_window = Duration::ZERO;
        assert_eq!(ask(&app).await, None, "{zone}: never, when so chosen");
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
            let app = at(times.clone()).await;
            app.service.happened(KARI, RESENT, MINUTE, sent_to.clone());

            let asked_about = ask(&app).await;

            assert!(matches!(asked_about, Some(Warning::SentToSomebody { .. })), "{zone} {sent_to}: {asked_about:?}");
            let again = app.send(&draft(KARI), &[WarningKind::SentToSomebody]).await;
            assert_eq!(outcome(&again), Outcome::Sent);
        }
    }
}

#[tokio::test]
async fn several_in_one_are_told_apart() {
    for (zone, app) in desks().await {
        app.service.happened(KARI, RESENT, MINUTE, json!(["+4790012599", "ola@example.com"]));
        assert_eq!(ask(&app).await, None, "{zone}: neither is she");

        app.service.happened(KARI, RESENT, MINUTE, json!("+4790012599, +4741234567"));
        assert!(matches!(ask(&app).await, Some(Warning::SentElsewhere { .. })), "{zone}");
    }
}

#[tokio::test]
async fn what_was_sent_from_here_is_nobody_elses() {
    for (zone, app) in desks().await {
        assert_eq!(outcome(&app.send(&draft(KARI), &[]).await), Outcome::Sent);

        let asked_about = ask(&app).await;

        assert!(matches!(asked_about, Some(Warning::SentRecently { .. })), "{zone}: {asked_about:?}");
    }
}

#[tokio::test]
async fn a_clock_here_that_is_wrong_changes_nothing() {
    for (zone, times) in zones() {
        for seconds in [-86_400, -300, 300, 86_400] {
            let app = at(times.clone()).await;
            app.service.inject(InjectedFault::ClockOff(seconds));
            app.service.happened(KARI, RESENT, 4 * MINUTE, json!(HERS));
            let asked_about = ask(&app).await;
            assert!(matches!(asked_about, Some(Warning::SentElsewhere { .. })), "{zone}, {seconds}: {asked_about:?}");

            let sent = intent(&app.send(&draft(LOST), &[]).await);
            let found = app.find_out(sent).await;
            assert!(matches!(found, Resolution::Sent(_)), "{zone}, {seconds}: {found:?}");
        }
    }
}

#[tokio::test]
async fn what_became_of_a_send_is_found_out() {
    for (zone, app) in desks().await {
        let sent = intent(&app.send(&draft(LOST), &[]).await);
        let lost = lose(&app, KARI).await;

        let of_sent = app.find_out(sent).await;
        assert!(matches!(of_sent, Resolution::Sent(_)), "{zone}: {of_sent:?}");
        let of_lost = app.find_out(lost).await;
        assert!(matches!(of_lost, Resolution::NotListed(_)), "{zone}: {of_lost:?}");
        assert_eq!(outcomes(&app).await, ["Unknown", "Sent"], "{zone}");
    }
}

#[tokio::test]
async fn a_send_of_weeks_ago_is_looked_for_where_it_was() {
    for (zone, app) in desks().await {
        let (sent, lost) = (lose(&app, LOST).await, lose(&app, KARI).await);
        let days = |days: u32| days * 24 * HOUR;
        make_older(&app, days(40));
        app.service.happened(LOST, RESENT, days(40), json!(HERS));
        // Hours beside it is another send, in whichever zone it is read.
        for hours in [1, 2, 5, 6] {
            app.service.happened(KARI, RESENT, days(39) + (24 - hours) * HOUR, json!(HERS));
            app.service.happened(KARI, RESENT, days(40) + hours * HOUR, json!(HERS));
        }

        let found = app.find_out(sent).await;
        assert!(matches!(found, Resolution::Sent(_)), "{zone}: {found:?}");
        let found = app.find_out(lost).await;
        assert!(matches!(found, Resolution::NotListed(_)), "{zone}: {found:?}");
    }
}

#[tokio::test]
async fn a_send_that_lies_ahead_is_not_said_to_be_absent() {
    for (zone, app) in desks().await {
        let lost = lose(&app, KARI).await;
        let journal = rusqlite::Connection::open(app.folder.path().join("journal.sqlite")).expect("the journal");
        journal.execute("UPDATE sends SET intended_at = intended_at + 7200000", []).expect("written");

        let found = app.find_out(lost).await;

        assert!(matches!(found, Resolution::NoEvents(_)), "{zone}: {found:?}");
    }
}

#[tokio::test]
async fn one_event_of_a_moment_ago_tells_the_zone_of_all() {
    for (zone, app) in desks().await {
        // Of Norway's time and of UTC any event tells: it is listed for the very minute that it was written for.
        let is_told = matches!(zone, "UTC" | "Oslo" | "with their offset");
        let before = opened(&app).await;
        assert_eq!(before.when.as_ref().is_some_and(|when| when.certain), is_told, "{zone}");

        // Of whichever reservation.
        app.service.happened(LOST, "payment-link-opened", 2 * MINUTE, json!(null));
        opened(&app).await;
        let when = opened(&app).await.when.expect("a time");

        assert!(when.certain, "{zone}");
        assert!(when.at.expect("a time").apart(Timestamp::now() - 73 * HOUR) <= 2 * MINUTE, "{zone}: {when:?}");
    }
}

async fn opened(app: &TestApp) -> Event {
    app.see(KARI).await.events.into_iter().find(|event| !event.kind.is_sending()).expect("it was opened")
}

async fn desks() -> Vec<(&'static str, TestApp)> {
    let mut desks = Vec::new();
    for (zone, times) in zones() {
        desks.push((zone, at(times).await));
    }
    desks
}

async fn at(times: Times) -> TestApp {
    let app = TestApp::open().await;
    app.service.write_times(times);
    app
}

/// What is asked when the reservation was looked up first.
async fn ask(app: &TestApp) -> Option<Warning> {
    app.see(KARI).await;
    let mut held = app.request(&draft(KARI), &[]);
    // Nothing leaves: it would be held.
    held.safeguards.undo_window = MINUTE;
    match app.resender.resend(held).await {
        Reply::Ask(oddity) => Some(oddity),
        Reply::Hold(_) => None,
        other => panic!("{other:?}"),
    }
}

async fn lose(app: &TestApp, id: &str) -> Intent {
    app.service.inject(InjectedFault::CutAfterReading);
    let sent = app.send(&Draft { ..draft(id) }, &[]).await;
    app.service.inject(InjectedFault::None);
    assert!(matches!(outcome(&sent), Outcome::Unknown(_)));
    intent(&sent)
}

fn make_older(app: &TestApp, by: Duration) {
    let journal = rusqlite::Connection::open(app.folder.path().join("journal.sqlite")).expect("the journal");
    let milliseconds = i64::try_from(by.as_millis()).expect("a number");
    journal.execute("UPDATE sends SET intended_at = intended_at - ?1", [milliseconds]).expect("written");
}

async fn outcomes(app: &TestApp) -> Vec<String> {
    let page = app.journal.search(Environment::Local, Search::default(), 50).await.expect("read");
    page.entries.into_iter().map(|entry| format!("{:?}", entry.state)).collect()
}
