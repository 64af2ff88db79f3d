//! The look before a send, against the practice service; no keychain is touched.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    time::{Duration, Instant},
};

use resend_reservation::{
    access::{Access, NoAccess},
    connect::ReadFailure,
    domain::{EmailAddress, Environment, Event, EventKind, NotSent, PhoneNumber, Status, Unknown},
    journal::Journal,
    keychain::{Keep, Keychain},
    look_up::{LookUpFailure, LookUpResult, Looker, Snapshot},
    practice::{EXAMPLES, InjectedFault, Scenario, Service},
    resend::Reply,
};

use crate::kit::app::{KARI, TestApp, absent_keychain, draft, nowhere, timeouts, token};

const ENVELOPE: &str = r#"{"status_code":200,"message":"reservationRetrievedSuccessfully","data":{"status":"SENT"}}"#;

#[tokio::test]
async fn what_was_pasted_becomes_a_card() {
    let app = TestApp::open().await;

    let seen = app.see("Booking for Kari: RES3633019929, tomorrow").await;

    assert_eq!(seen.id.as_str(), KARI);
    assert_eq!(seen.details.customer.as_deref(), Some("Kari Nordmann"));
    assert_eq!(seen.details.amount, Some(1250.0));
    assert_eq!(seen.details.status, Some(Status::NotPaid));
    assert!(seen.details.due.as_ref().is_some_and(|due| due.at.is_some()));
    assert_eq!(seen.details.sms_to.as_ref().map(PhoneNumber::international).as_deref(), Some("+47 41 23 45 67"));
    assert_eq!(seen.details.email_to.as_ref().map(EmailAddress::as_str), Some("kari@example.com"));
    assert_eq!((seen.details.by_sms, seen.details.by_email), (true, false));
    assert_eq!(kinds(&seen), [EventKind::Opened, EventKind::Sent]);
    assert_eq!(app.service.posts(), 0, "a look sends nothing");
}

#[tokio::test]
async fn every_example_can_be_looked_at() {
    let app = TestApp::open().await;
    for example in EXAMPLES {
        let looking = app.look(example.id).await;
        let status = match example.scenario {
            Scenario::NotFound => {
                assert!(matches!(looking, LookUpResult::NotFound(_)), "{looking:?}");
                continue;
            }
            Scenario::AlreadyCancelled => Status::Cancelled,
            Scenario::AlreadyCompleted => Status::Completed,
            Scenario::AlreadyPaid => Status::Paid,
            Scenario::AmountReserved => Status::Reserved,
            _ => Status::NotPaid,
        };
        let LookUpResult::Seen(seen) = looking else { panic!("{}: {looking:?}", example.id) };
        assert_eq!(seen.details.status, Some(status), "{}", example.id);
    }
}

#[tokio::test]
async fn what_is_reserved_is_told_apart_from_what_is_paid() {
    let app = TestApp::open().await;
    for (id, reserved, captured) in [
        (KARI, None, None),
        ("RES3633011202", Some(1350.0), None),
        ("RES3633013400", Some(1795.0), Some(1795.0)),
        ("RES3633012400", Some(640.0), Some(640.0)),
        ("ODR1649249709", None, None),
    ] {
        let money = app.see(id).await.details.money;
        assert_eq!((money.reserved, money.captured), (reserved, captured), "{id}");
        assert_eq!((money.charged, money.refunded), (None, None), "{id}");
        assert_eq!(money.reserved_at.is_some_and(|moment| moment.at.is_some()), reserved.is_some(), "{id}");
    }
}

#[tokio::test]
async fn a_send_tells_whom_the_customer_pays_where_it_was_looked_up() {
    let app = TestApp::open().await;
    let unseen = app.send(&draft("RES3633010510"), &[]).await;
    app.look(KARI).await;
    let seen = app.send(&draft(KARI), &[]).await;

    let merchant = |reply| match reply {
        Reply::Done(attempt) => attempt.merchant,
        other => panic!("{other:?}"),
    };
    assert_eq!((merchant(unseen), merchant(seen)), (None, Some("Hotell Eksempel".to_owned())));
}

#[tokio::test]
async fn a_send_from_here_is_in_the_list_once() {
    let app = TestApp::open().await;
    send(&app, KARI).await;

    let seen = app.see(KARI).await;

    assert_eq!(kinds(&seen), [EventKind::Resent, EventKind::Opened, EventKind::Sent]);
    assert!(seen.events[0].from_here);
    assert_eq!(seen.events[0].to.masked().as_deref(), Some("+47 … 567"));
}

#[tokio::test]
async fn a_send_from_another_desk_is_in_the_list_too() {
    let app = TestApp::open().await;
    let colleague = TestApp::beside(&app.service).await;
    send(&colleague, KARI).await;

    let seen = app.see(KARI).await;

    assert_eq!(kinds(&seen)[0], EventKind::Resent);
    assert!(!seen.events[0].from_here);
}

#[tokio::test]
async fn an_unknown_send_is_told_of() {
    let app = TestApp::open().await;
    app.service.inject(InjectedFault::CutAfterReading);
    send(&app, KARI).await;
    app.service.inject(InjectedFault::None);

    let seen = app.see(KARI).await;

    assert_eq!(kinds(&seen), [EventKind::Unknown, EventKind::Opened, EventKind::Sent]);
}

#[tokio::test]
async fn without_its_events_a_card_is_a_card() {
    let app = TestApp::open().await;
    send(&app, KARI).await;
    for (status, body) in [(500, ""), (200, "<!doctype html>"), (401, "{}"), (200, "{\"data\":7}"), (404, "")] {
        app.service.inject(InjectedFault::History(status, body));
        assert_eq!(kinds(&app.see(KARI).await), [EventKind::Resent], "{status} {body}");
    }
    app.service.inject(InjectedFault::SlowHistory(Duration::from_secs(30)));
    let begun = Instant::now();
    assert_eq!(kinds(&app.see(KARI).await), [EventKind::Resent]);
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn without_a_journal_a_card_is_a_card() {
    let service = Arc::new(Service::start().await.expect("a service"));
    let keychain = keychain_with_token().await;
    let access = Access::new(keychain, Some(service.base_url()), timeouts());
    let looker = Looker::new(access, nowhere());

    let LookUpResult::Seen(seen) = looker.look_up(Environment::Local, KARI, Duration::from_mins(10)).await else {
        panic!("unseen")
    };

    assert_eq!(kinds(&seen), [EventKind::Opened, EventKind::Sent]);
}

#[tokio::test]
async fn broken_details_are_unseen_and_nothing_worse() {
    let app = TestApp::open().await;
    for (status, body, expected) in [
        (200, "", ReadFailure::Unclear(Unknown::UnclearAnswer)),
        (200, "<!doctype html>", ReadFailure::Unclear(Unknown::UnclearAnswer)),
        (401, "{\"message\":\"Unauthenticated.\"}", ReadFailure::Refused(NotSent::TokenRefused)),
        (429, "", ReadFailure::Refused(NotSent::RateLimited { retry_after: None })),
        (500, "", ReadFailure::Unclear(Unknown::ServiceFailed)),
    ] {
        app.service.inject(InjectedFault::Details(status, body));
        let looking = app.look(KARI).await;
        assert!(
            matches!(&looking, LookUpResult::Unseen(_, LookUpFailure::Read(reason)) if *reason == expected),
            "{looking:?}"
        );
    }
    app.service.inject(InjectedFault::Details(200, ENVELOPE));
    assert_eq!(app.see(KARI).await.details.status, Some(Status::NotPaid));
}

#[tokio::test]
async fn a_silent_service_is_given_up_on() {
    let app = TestApp::open().await;
    app.service.inject(InjectedFault::Slow(Duration::from_secs(30)));
    let TestApp { looker, resender, .. } = app;
    drop(resender);
    let looker = Arc::into_inner(looker).expect("nobody else has it").with_timeouts(Duration::from_millis(300));
    let begun = Instant::now();

    let looking = looker.look_up(Environment::Local, KARI, Duration::from_mins(10)).await;

    let given_up = ReadFailure::Unclear(Unknown::NoAnswer);
    assert!(
        matches!(&looking, LookUpResult::Unseen(_, LookUpFailure::Read(reason)) if *reason == given_up),
        "{looking:?}"
    );
    assert!(begun.elapsed() < Duration::from_secs(2));
}

#[tokio::test]
async fn text_without_an_id_is_not_looked_up() {
    let app = TestApp::open().await;
    for text in ["", "RES", "Tlf 412 34 567", "SUB123456789", "RES3633019929 RES3633010202"] {
        let looking = app.look(text).await;
        assert!(matches!(looking, LookUpResult::NoId), "{text}: {looking:?}");
    }
    assert!(app.service.received().is_empty());
}

#[tokio::test]
async fn practice_needs_nothing_set_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let access = Access::new(absent_keychain(), None, timeouts());
    let looker = Looker::new(access, Journal::within(folder.path().to_owned()));

    let looking = looker.look_up(Environment::Practice, KARI, Duration::from_mins(10)).await;

    assert!(matches!(looking, LookUpResult::Seen(_)), "{looking:?}");
}

#[tokio::test]
async fn a_locked_keychain_is_asked_once_and_not_at_each_keystroke() {
    let service = Service::start().await.expect("a service");
    let folder = tempfile::tempdir().expect("a folder");
    let asked = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&asked);
    let (answer, prompt) = mpsc::channel::<()>();
    let prompt = Mutex::new(prompt);
    let keychain = Arc::new(Keychain::new(
        move || {
            counted.fetch_add(1, Ordering::Relaxed);
            // Nobody answers it for now.
            let _ = prompt.lock().expect("no panic").recv();
            Err(keyring_core::Error::NoDefaultStore)
        },
        Duration::from_secs(10),
    ));
    let access = Access::new(Arc::clone(&keychain), Some(service.base_url()), timeouts());
    let looker =
        Looker::new(access, Journal::within(folder.path().to_owned())).with_timeouts(Duration::from_millis(100));

    for _ in 0..5 {
        let looking = looker.look_up(Environment::Local, KARI, Duration::from_mins(10)).await;
        assert!(
            matches!(looking, LookUpResult::Unseen(_, LookUpFailure::NoAccess(NoAccess::Keychain(_)))),
            "{looking:?}"
        );
    }

    assert_eq!(asked.load(Ordering::Relaxed), 1);
    drop(answer);
    assert!(service.received().is_empty());
    keychain.save(Environment::Local, token(), Keep::UntilTheAppCloses).await.expect("kept");
    let looker = looker.with_timeouts(Duration::from_secs(3));
    assert!(
        matches!(looker.look_up(Environment::Local, KARI, Duration::from_mins(10)).await, LookUpResult::Seen(_)),
        "a token that is there is used"
    );
}

#[tokio::test]
async fn nothing_that_can_be_printed_holds_a_contact_a_name_or_the_token() {
    let app = TestApp::open().await;
    send(&app, KARI).await;
    let looking = app.look(KARI).await;
    let printed = format!("{looking:?} {:?}", app.looker);
    let printed = format!("{printed} {:?}", resend_reservation::contract::LookUp::from(looking));

    for secret in ["41234567", "412 34 567", "41 23 45 67", "kari@", "Kari", "a.token"] {
        assert!(!printed.contains(secret), "{secret} in {printed}");
    }
}

#[tokio::test]
async fn the_page_gets_what_was_seen() {
    let app = TestApp::open().await;
    let page = |looking| serde_json::to_value(resend_reservation::contract::LookUp::from(looking)).expect("JSON");

    let seen = page(app.look(KARI).await);
    assert_eq!(seen["kind"], "seen");
    assert_eq!(seen["card"]["status"], "not-paid");
    assert_eq!(seen["card"]["sms_to"]["masked"], "+47 … 567");
    assert_eq!(seen["card"]["events"][0]["kind"], "opened");
    let not_found = page(app.look("RES3633010404").await);
    assert_eq!(not_found, serde_json::json!({ "kind": "not-found", "id": "RES3633010404" }));
    assert_eq!(page(app.look("").await), serde_json::json!({ "kind": "no-id" }));
    app.service.inject(InjectedFault::Html);
    let unseen = page(app.look(KARI).await);
    assert_eq!(unseen, serde_json::json!({ "kind": "unseen", "id": KARI, "code": "unclear-answer" }));
}

async fn send(app: &TestApp, reservation: &str) {
    let reply = app.send(&draft(reservation), &[]).await;
    assert!(matches!(reply, Reply::Done(_)), "{reply:?}");
}

async fn keychain_with_token() -> Keychain {
    let keychain = absent_keychain();
    keychain.save(Environment::Local, token(), Keep::UntilTheAppCloses).await.expect("kept");
    keychain
}

fn kinds(seen: &Snapshot) -> Vec<EventKind> {
    seen.events.iter().map(|event: &Event| event.kind.clone()).collect()
}
