//! Finding out what became of one send whose outcome was unknown.

use std::time::Duration;

use resend_reservation::{
    domain::{Draft, Environment, Outcome, Status, Unknown},
    journal::{Channel, Intent, JournalError, JournalLoss, Search},
    practice::InjectedFault,
    resend::{Resolution, Warning, WarningKind},
};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::kit::app::{KARI, TestApp, asked, draft, intent, outcome};

/// The practice service sends this one's link, and loses the answer.
const LOST: &str = "RES3633010000";
const RESENT: &str = "order-resent";
const HERS: &str = " +4741234567";

#[tokio::test]
async fn a_send_that_the_service_lists_is_not_unknown_any_more() {
    let app = TestApp::open().await;
    let sent = app.send(&draft(LOST), &[]).await;
    assert_eq!(outcome(&sent), Outcome::Unknown(Unknown::ConnectionBroken));

    let found = app.find_out(intent(&sent)).await;

    assert!(matches!(&found, Resolution::Sent(when) if when.certain), "{found:?}");
    assert_eq!(outcomes(&app).await, ["Sent"]);
    let app = app.reopen().await;
    let reply = app.send(&draft(LOST), &[]).await;
    assert_ne!(asked(&reply), Some(&Warning::EarlierUnknown));
}

#[tokio::test]
async fn a_send_that_was_found_is_a_recent_one() {
    let app = TestApp::open().await;
    let sent = intent(&app.send(&draft(LOST), &[]).await);
    app.find_out(sent).await;

    let reply = app.send(&draft(LOST), &[]).await;

    assert!(matches!(asked(&reply), Some(Warning::SentRecently { .. })), "{reply:?}");
}

#[tokio::test]
async fn a_send_that_is_not_listed_stays_unknown() {
    let app = TestApp::open().await;
    let lost = lose(&app, &draft(KARI), &[]).await;

    let found = app.find_out(lost).await;

    assert!(matches!(found, Resolution::NotListed(Some(Status::NotPaid))), "{found:?}");
    assert_eq!(outcomes(&app).await, ["Unknown"]);
    let reply = app.send(&draft(KARI), &[]).await;
    assert_eq!(asked(&reply), Some(&Warning::EarlierUnknown));
    assert_eq!(outcome(&app.send(&draft(KARI), &[WarningKind::EarlierUnknown]).await), Outcome::Sent);
}

#[tokio::test]
async fn one_of_two_unknown_sends_says_nothing_of_the_other() {
    let app = TestApp::open().await;
    let first = intent(&app.send(&draft(LOST), &[]).await);
    let to_another = Draft { phone_number: "900 12 599", ..draft(LOST) };
    let second = lose(&app, &to_another, &[WarningKind::EarlierUnknown]).await;

    let of_second = app.find_out(second).await;
    assert!(matches!(of_second, Resolution::Another(_)), "{of_second:?}");
    assert_eq!(outcomes(&app).await, ["Unknown", "Unknown"]);
    assert_eq!(asked(&app.send(&to_another, &[]).await), Some(&Warning::EarlierUnknown));

    let of_first = app.find_out(first).await;
    assert!(matches!(of_first, Resolution::Sent(_)), "{of_first:?}");
    assert_eq!(outcomes(&app).await, ["Unknown", "Sent"], "the newest is first");
    let still = app.send(&to_another, &[]).await;
    assert_eq!(asked(&still), Some(&Warning::EarlierUnknown), "the other is still unknown");
}

#[tokio::test]
async fn a_send_that_is_known_to_have_left_takes_its_event() {
    let app = TestApp::open().await;
    let lost = lose(&app, &draft(KARI), &[]).await;
    assert_eq!(outcome(&app.send(&draft(KARI), &[WarningKind::EarlierUnknown]).await), Outcome::Sent);

    let found = app.find_out(lost).await;

    assert!(matches!(found, Resolution::Another(_)), "{found:?}");
    assert_eq!(outcomes(&app).await, ["Sent", "Unknown"]);
}

#[tokio::test]
async fn of_two_unknown_sends_that_could_claim_one_event_neither_is_settled() {
    let app = TestApp::open().await;
    let first = intent(&app.send(&draft(LOST), &[]).await);
    let second = lose(&app, &draft(LOST), &[WarningKind::EarlierUnknown]).await;

    for send in [first, second] {
        let found = app.find_out(send).await;
        assert!(matches!(found, Resolution::Nearby { to_whom: true, .. }), "{found:?}");
    }
    assert_eq!(outcomes(&app).await, ["Unknown", "Unknown"]);

    app.service.happened(LOST, RESENT, Duration::ZERO, json!(HERS));
    for send in [first, second] {
        let found = app.find_out(send).await;
        assert!(matches!(found, Resolution::Sent(_)), "there is one for each: {found:?}");
    }
}

#[tokio::test]
async fn an_event_without_a_readable_contact_is_said_and_settles_nothing() {
    for sent_to in [
        Value::Null,
        json!(""),
        json!([]),
        json!("12345"),
        json!("+47 *** ** 567"),
        json!("… 567"),
        json!("k***@example.com"),
        json!("ola@intranet"),
        json!("Kari Nordmann"),
        json!("41234567 41234568"),
    ] {
        let app = TestApp::open().await;
        let lost = lose(&app, &draft(KARI), &[]).await;
        app.service.happened(KARI, RESENT, Duration::ZERO, sent_to.clone());

        let found = app.find_out(lost).await;

        let is_nearby = matches!(&found, Resolution::Nearby { when: Some(when), to_whom: false, .. } if when.certain);
        assert!(is_nearby, "{sent_to}: {found:?}");
        assert_eq!(outcomes(&app).await, ["Unknown"], "{sent_to}");
    }
}

#[tokio::test]
async fn somebody_elses_event_settles_nothing() {
    for sent_to in ["+4799934567", "+46701234567", "41234568", "kari@example.com"] {
        let app = TestApp::open().await;
        let lost = lose(&app, &draft(KARI), &[]).await;
        app.service.happened(KARI, RESENT, Duration::ZERO, json!(sent_to));

        let found = app.find_out(lost).await;

        assert!(!matches!(found, Resolution::Sent(_)), "{sent_to}: {found:?}");
        assert_eq!(outcomes(&app).await, ["Unknown"], "{sent_to}");
    }
}

#[tokio::test]
async fn the_whole_contact_settles_it_however_it_is_written() {
    for sent_to in [json!("+4741234567"), json!(41_234_567), json!("4741234567"), json!(["+47 412 34 567"])] {
        let app = TestApp::open().await;
        let lost = lose(&app, &draft(KARI), &[]).await;
        app.service.happened(KARI, RESENT, Duration::ZERO, sent_to.clone());

        let found = app.find_out(lost).await;

        assert!(matches!(found, Resolution::Sent(_)), "{sent_to}: {found:?}");
    }
}

#[tokio::test]
async fn a_link_that_was_sent_for_the_first_time_is_no_proof() {
    let app = TestApp::open().await;
    let lost = lose(&app, &draft(KARI), &[]).await;
    app.service.happened(KARI, "payment-link-sent-to-customer", Duration::ZERO, json!(HERS));

    let found = app.find_out(lost).await;

    assert!(matches!(found, Resolution::Nearby { to_whom: true, .. }), "{found:?}");
    assert_eq!(outcomes(&app).await, ["Unknown"]);
}

#[tokio::test]
async fn each_of_two_channels_needs_its_event() {
    let both = Draft { email: true, email_address: "kari@example.com", ..draft(KARI) };
    for (listed, half) in [(HERS, Channel::Sms), ("Kari@example.com", Channel::Email)] {
        let app = TestApp::open().await;
        let lost = lose(&app, &both, &[]).await;
        app.service.happened(KARI, RESENT, Duration::ZERO, json!(listed));

        let found = app.find_out(lost).await;
        assert!(matches!(found, Resolution::Half(by, _) if by == half), "{listed}: {found:?}");
        assert_eq!(outcomes(&app).await, ["Unknown"]);

        let other = if half == Channel::Sms { "kari@example.com" } else { HERS };
        app.service.happened(KARI, RESENT, Duration::ZERO, json!(other));
        let found = app.find_out(lost).await;
        assert!(matches!(found, Resolution::Sent(_)), "{found:?}");
    }
}

#[tokio::test]
async fn a_wrong_clock_here_finds_the_same() {
    for seconds in [-86_400, -300, 300, 86_400] {
        let app = TestApp::open().await;
        let sent = intent(&app.send(&draft(LOST), &[]).await);
        app.service.inject(InjectedFault::ClockOff(seconds));

        let found = app.find_out(sent).await;

        assert!(matches!(found, Resolution::Sent(_)), "{seconds}: {found:?}");
    }
}

#[tokio::test]
async fn an_order_has_no_events_to_read() {
    let app = TestApp::open().await;
    let lost = lose(&app, &draft("ODR1649249709"), &[]).await;

    let found = app.find_out(lost).await;

    assert!(matches!(found, Resolution::Order(Some(Status::NotPaid))), "{found:?}");
    assert_eq!(outcomes(&app).await, ["Unknown"]);
}

#[tokio::test]
async fn where_nothing_is_to_be_sent_any_more_that_is_the_answer() {
    for (data, expected) in [
        (r#"{"status_code":200,"data":{"status":"COMPLETED"}}"#, Status::Completed),
        (r#"{"status_code":200,"data":{"status":"CANCELLED"}}"#, Status::Cancelled),
        (r#"{"status_code":200,"data":{"status":"SENT","isPaid":true}}"#, Status::Paid),
        (r#"{"status_code":200,"data":{"status":"RESERVED","isPaid":false}}"#, Status::Reserved),
    ] {
        let app = TestApp::open().await;
        let lost = lose(&app, &draft(KARI), &[]).await;
        app.service.inject(InjectedFault::Details(200, data));

        let found = app.find_out(lost).await;

        assert!(matches!(&found, Resolution::Over(status) if *status == expected), "{data}: {found:?}");
        assert_eq!(outcomes(&app).await, ["Unknown"], "whatever it is now, it may have been sent then");
    }
}

#[tokio::test]
async fn what_cannot_be_read_finds_nothing_and_changes_nothing() {
    let app = TestApp::open().await;
    let lost = lose(&app, &draft(KARI), &[]).await;
    for (fault, expected) in [
        (InjectedFault::History(500, ""), "NoEvents"),
        (InjectedFault::History(200, "<!doctype html>"), "NoEvents"),
        (InjectedFault::Details(500, ""), "Unseen"),
        (InjectedFault::Html, "Unseen"),
        (InjectedFault::CutAfterReading, "Unseen"),
        (InjectedFault::Details(404, r#"{"status_code":404,"message":"orderNotFound"}"#), "NotFound"),
    ] {
        app.service.inject(fault);
        let found = format!("{:?}", app.find_out(lost).await);
        assert!(found.starts_with(expected), "{fault:?}: {found}");
    }
    assert_eq!(outcomes(&app).await, ["Unknown"]);
    assert_eq!(app.service.posts(), 1, "finding out sends nothing");
}

#[tokio::test]
async fn what_was_seen_before_is_asked_about_though_finding_out_saw_nothing() {
    let app = TestApp::open().await;
    let lost = lose(&app, &draft(KARI), &[]).await;
    app.service.inject(InjectedFault::Details(200, r#"{"status_code":200,"data":{"status":"SENT","isPaid":true}}"#));
    app.see(KARI).await;
    app.service.inject(InjectedFault::Details(500, ""));
    let found = app.find_out(lost).await;
    assert!(matches!(found, Resolution::Unseen(_)), "{found:?}");

    let again = app.send(&draft(KARI), &[WarningKind::EarlierUnknown]).await;

    assert_eq!(asked(&again), Some(&Warning::AlreadyPaid), "the card says so still");
    assert_eq!(app.service.posts(), 1);
}

#[tokio::test]
async fn what_was_deleted_while_it_was_looked_for_settles_nobody_elses_send() {
    let app = TestApp::open().await;
    let sent = intent(&app.send(&draft(LOST), &[]).await);
    let histories = || app.service.received().iter().filter(|request| request.path.contains("/history/")).count();
    // As many as a card reads: the next one looks for the send.
    app.see(LOST).await;
    let first = histories();
    app.see(LOST).await;
    let of_card = histories() - first;
    app.service.inject(InjectedFault::SlowHistory(Duration::from_millis(1500)));
    let sought = histories() + of_card;
    let meanwhile = async {
        while histories() <= sought {
            sleep(Duration::from_millis(5)).await;
        }
        app.journal.forget_all(Environment::Local).await.expect("deleted");
        lose(&app, &draft(KARI), &[]).await
    };

    let (found, lost) = tokio::join!(app.find_out(sent), meanwhile);

    assert_eq!(lost, sent, "numbers begin anew");
    assert!(matches!(found, Resolution::Forgotten(None)), "{found:?}");
    assert_eq!(outcomes(&app).await, ["Unknown"]);
    assert_eq!(asked(&app.send(&draft(KARI), &[]).await), Some(&Warning::EarlierUnknown));
}

#[tokio::test]
async fn a_send_that_is_not_kept_any_more_is_not_looked_for() {
    let app = TestApp::open().await;
    let lost = lose(&app, &draft(KARI), &[]).await;
    app.journal.forget_all(Environment::Local).await.expect("forgotten");

    let found = app.find_out(lost).await;
    assert!(matches!(found, Resolution::Forgotten(None)), "{found:?}");
    let never = app.find_out(Intent::numbered(i64::MAX)).await;
    assert!(matches!(never, Resolution::Forgotten(None)), "{never:?}");
}

/// A send that does not arrive, which nobody can know.
#[cfg(unix)]
#[tokio::test]
async fn a_journal_that_was_lost_is_told_of_by_finding_out() {
    let app = TestApp::open().await;
    let lost = lose(&app, &draft(KARI), &[]).await;
    std::fs::remove_file(app.folder.path().join("journal.sqlite")).expect("removed");

    let found = app.find_out(lost).await;

    assert!(matches!(found, Resolution::Forgotten(Some(JournalError::Lost(JournalLoss::Removed)))), "{found:?}");
    assert!(matches!(app.find_out(lost).await, Resolution::Forgotten(None)), "and once");
}

async fn lose(app: &TestApp, draft: &Draft<'_>, answered: &[WarningKind]) -> Intent {
    app.service.inject(InjectedFault::CutAfterReading);
    let sent = app.send(draft, answered).await;
    app.service.inject(InjectedFault::None);
    assert_eq!(outcome(&sent), Outcome::Unknown(Unknown::ConnectionBroken));
    intent(&sent)
}

/// Newest first.
async fn outcomes(app: &TestApp) -> Vec<String> {
    let page = app.journal.search(Environment::Local, Search::default(), 50).await.expect("read");
    page.entries.into_iter().map(|entry| format!("{:?}", entry.state)).collect()
}
