//! The same reservation to the same recipient, a moment later.

use std::time::Duration;

use resend_reservation::{
    domain::{Draft, Environment, Outcome, Region},
    journal::{ContactKey, Database},
    practice::InjectedFault,
    resend::{Refusal, Reply, Warning, WarningKind},
};
use serde_json::json;

use crate::kit::app::{KARI, TestApp, asked, draft, outcome};

#[tokio::test]
async fn the_same_to_the_same_is_asked_about() {
    let app = TestApp::open().await;
    assert_eq!(outcome(&app.send(&draft(KARI), &[]).await), Outcome::Sent);

    let again = app.send(&draft(KARI), &[]).await;
    assert!(matches!(asked(&again), Some(Warning::SentRecently { .. })), "{again:?}");
    let written_otherwise = Draft { phone_number: "+47 41234567", ..draft(KARI) };
    assert!(asked(&app.send(&written_otherwise, &[]).await).is_some(), "it is the same number");
    let both = Draft { email: true, email_address: "kari@example.com", ..draft(KARI) };
    assert!(asked(&app.send(&both, &[]).await).is_some(), "one channel is the same");
    assert_eq!(app.service.posts(), 1);

    assert_eq!(outcome(&app.send(&draft(KARI), &[WarningKind::SentRecently]).await), Outcome::Sent);
    assert_eq!(app.service.posts(), 2);
}

#[tokio::test]
async fn whoever_repeats_an_unknown_send_hears_of_one_that_is_known_too() {
    let app = TestApp::open().await;
    assert_eq!(outcome(&app.send(&draft(KARI), &[]).await), Outcome::Sent);
    app.service.inject(InjectedFault::CutAfterReading);
    app.send(&draft(KARI), &[WarningKind::SentRecently]).await;
    app.service.inject(InjectedFault::None);

    assert_eq!(asked(&app.send(&draft(KARI), &[]).await), Some(&Warning::EarlierUnknown));
    let after_the_first = app.send(&draft(KARI), &[WarningKind::EarlierUnknown]).await;
    assert!(matches!(asked(&after_the_first), Some(Warning::SentRecently { .. })), "{after_the_first:?}");
    assert_eq!(app.service.posts(), 2);

    let both = [WarningKind::EarlierUnknown, WarningKind::SentRecently];
    assert_eq!(outcome(&app.send(&draft(KARI), &both).await), Outcome::Sent);
}

#[tokio::test]
async fn whoever_repeats_an_unknown_send_hears_of_one_that_is_known_though_the_key_was_lost() {
    let app = TestApp::open().await;
    assert_eq!(outcome(&app.send(&draft(KARI), &[]).await), Outcome::Sent);
    app.service.inject(InjectedFault::CutAfterReading);
    app.send(&draft(KARI), &[WarningKind::SentRecently]).await;
    app.service.inject(InjectedFault::None);

    let app = app.reopen().await;

    let reply = app.send(&draft(KARI), &[WarningKind::EarlierUnknown]).await;
    assert!(matches!(asked(&reply), Some(Warning::SentRecently { .. })), "{reply:?}");
    let to_another = Draft { phone_number: "412 34 599", ..draft(KARI) };
    assert_eq!(outcome(&app.send(&to_another, &[WarningKind::EarlierUnknown]).await), Outcome::Sent);
}

#[tokio::test]
async fn another_recipient_or_another_reservation_is_not() {
    let app = TestApp::open().await;
    app.send(&draft(KARI), &[]).await;

    let to_another = Draft { phone_number: "412 34 599", ..draft(KARI) };
    assert_eq!(outcome(&app.send(&to_another, &[]).await), Outcome::Sent);
    let by_email = Draft { sms: false, email: true, email_address: "kari@example.com", ..draft(KARI) };
    assert_eq!(outcome(&app.send(&by_email, &[]).await), Outcome::Sent);
    let in_capitals = Draft { email_address: "Kari@Example.com", ..by_email };
    assert!(asked(&app.send(&in_capitals, &[]).await).is_some(), "an address is the same in any case");
    assert!(matches!(app.send(&draft("ODR1649249709"), &[]).await, Reply::Done(_)));
}

#[tokio::test]
async fn what_was_not_sent_may_be_sent_at_once() {
    let app = TestApp::open().await;
    for _ in 0..2 {
        let refused = app.send(&draft("RES3633010417"), &[]).await;
        assert!(matches!(refused, Reply::Done(_)), "{refused:?}");
    }
}

#[tokio::test]
async fn an_unknown_send_is_not_settled_by_a_later_one_to_somebody_else() {
    let others = [
        Draft { phone_number: "412 34 599", ..draft(KARI) },
        Draft { sms: false, email: true, email_address: "kari@example.com", ..draft(KARI) },
    ];
    for to_another in others {
        for reopened in [false, true] {
            let mut app = TestApp::open().await;
            app.service.inject(InjectedFault::CutAfterReading);
            app.send(&draft(KARI), &[]).await;
            app.service.inject(InjectedFault::None);
            assert_eq!(outcome(&app.send(&to_another, &[WarningKind::EarlierUnknown]).await), Outcome::Sent);
            if reopened {
                app = app.reopen().await;
            }
            app.safeguards.repeat_window = Duration::ZERO;

            let again = app.send(&draft(KARI), &[]).await;

            assert_eq!(asked(&again), Some(&Warning::EarlierUnknown), "{to_another:?}, {reopened}");
            assert_eq!(app.service.posts(), 2);
        }
    }
}

#[tokio::test]
async fn an_unknown_send_by_both_channels_is_settled_by_both() {
    let app = TestApp::open().await;
    let both = Draft { email: true, email_address: "kari@example.com", ..draft(KARI) };
    let by_email = Draft { sms: false, ..both };
    app.service.inject(InjectedFault::CutAfterReading);
    app.send(&both, &[]).await;
    app.service.inject(InjectedFault::None);
    app.send(&by_email, &[WarningKind::EarlierUnknown]).await;
    assert_eq!(
        asked(&app.send(&draft(KARI), &[]).await),
        Some(&Warning::EarlierUnknown),
        "the phone still is a question"
    );

    app.send(&draft(KARI), &[WarningKind::EarlierUnknown]).await;

    let again = app.send(&both, &[]).await;
    assert!(matches!(asked(&again), Some(Warning::SentRecently { .. })), "by now both were sent it: {again:?}");
}

#[tokio::test]
async fn the_same_to_the_same_is_asked_about_after_the_key_of_the_contacts_was_lost() {
    // There is no keychain at this desk: the key ends with the app.
    let app = TestApp::open().await;
    let both = Draft { email: true, email_address: "kari@example.com", ..draft(KARI) };
    app.send(&both, &[]).await;

    let app = app.reopen().await;

    for same in [both, draft(KARI), Draft { sms: false, email_address: "Kari@Example.com", ..both }] {
        let again = app.send(&same, &[]).await;
        assert!(matches!(asked(&again), Some(Warning::SentRecently { .. })), "{again:?}");
    }
    let to_another = Draft { phone_number: "412 34 599", ..draft(KARI) };
    assert_eq!(outcome(&app.send(&to_another, &[]).await), Outcome::Sent);
    assert_eq!(app.service.posts(), 2);
}

#[tokio::test]
async fn after_a_while_nobody_is_asked() {
    let mut app = TestApp::open().await;
    app.send(&draft(KARI), &[]).await;
    app.safeguards.repeat_window = Duration::from_millis(1);
    tokio::time::sleep(Duration::from_millis(5)).await;
    assert_eq!(outcome(&app.send(&draft(KARI), &[]).await), Outcome::Sent);

    app.safeguards.repeat_window = Duration::ZERO;
    assert_eq!(outcome(&app.send(&draft(KARI), &[]).await), Outcome::Sent, "never asked, when so chosen");
}

#[tokio::test]
async fn a_colleague_at_another_desk_counts_too() {
    let app = TestApp::open().await;
    let colleague = TestApp::beside(&app.service).await;
    colleague.send(&draft(KARI), &[]).await;

    app.see(KARI).await;
    let again = app.send(&draft(KARI), &[]).await;

    assert!(matches!(asked(&again), Some(Warning::SentElsewhere { .. })), "{again:?}");
    let unseen = app.send(&draft("ODR1649249709"), &[]).await;
    assert_eq!(outcome(&unseen), Outcome::Sent, "of this one nobody knows anything");
}

#[tokio::test]
async fn whoever_hears_of_a_colleagues_send_hears_of_ours_too() {
    let app = TestApp::open().await;
    app.service.happened(KARI, "order-resent", Duration::from_mins(8), json!(" +4741234567"));
    app.see(KARI).await;
    assert_eq!(outcome(&app.send(&draft(KARI), &[WarningKind::SentElsewhere]).await), Outcome::Sent);
    app.see(KARI).await;

    let first = app.send(&draft(KARI), &[]).await;
    assert!(matches!(asked(&first), Some(Warning::SentElsewhere { .. })), "{first:?}");
    let second = app.send(&draft(KARI), &[WarningKind::SentElsewhere]).await;
    assert!(matches!(asked(&second), Some(Warning::SentRecently { at: Some(_) })), "{second:?}");

    let resend = draft(KARI).check(Environment::Local, Region::default()).expect("well-formed");
    let by_itself = app.resender.send(&resend, &[WarningKind::SentElsewhere], app.safeguards.repeat_window).await;
    assert!(matches!(by_itself, Err(Refusal::Warning(Warning::SentRecently { .. }))), "{by_itself:?}");
    assert_eq!(app.service.posts(), 1, "of ours nobody has heard yet");
    let both = [WarningKind::SentElsewhere, WarningKind::SentRecently];
    assert_eq!(outcome(&app.send(&draft(KARI), &both).await), Outcome::Sent);
}

#[tokio::test]
async fn nobody_can_read_a_contact_in_the_journal() {
    let app = TestApp::open().await;
    let both = Draft { email: true, email_address: "kari@example.com", ..draft(KARI) };
    app.send(&both, &[]).await;
    app.send(&draft("RES3633010000"), &[]).await;

    for file in walk(app.folder.path()) {
        let bytes = std::fs::read(&file).expect("read");
        for contact in ["41234567", "412 34 567", "41 23 45 67", "kari@", "kari@example.com"] {
            let found = bytes.windows(contact.len()).any(|window| window == contact.as_bytes());
            assert!(!found, "{contact} in {}", file.display());
        }
    }
    assert!(Database::open(app.folder.path(), Duration::MAX).is_ok(), "it was the journal that was looked at");
    assert!(!format!("{:?}", ContactKey::from_bytes([65; 32])).contains("65"), "nor the key in a log");
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("read").flatten() {
        if entry.path().is_dir() { files.extend(walk(&entry.path())) } else { files.push(entry.path()) }
    }
    files
}
