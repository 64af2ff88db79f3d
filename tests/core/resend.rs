//! The use case with the real client, against the practice service on loopback.

mod finding;
mod holding;
mod oddities;
mod orders;
mod preflight;
mod repeats;
mod untimed;
mod zones;

use std::{fs, time::Duration};

use futures_util::future::join_all;
use resend_reservation::{
    access::{Access, NoAccess},
    domain::{
        Draft, DraftProblem, Environment, NotSent, Outcome, PhoneNumberError, Region, ReservationIdError, Timestamp,
        Unknown,
    },
    look_up::Looker,
    practice::InjectedFault,
    resend::{AttemptEnd, Reply, Request, Resender, Safeguards, Warning, WarningKind},
};
use secrecy::ExposeSecret;

use crate::kit::app::{KARI, TestApp, absent_keychain, asked, draft, nowhere, outcome, timeouts};

#[tokio::test]
async fn what_was_typed_is_what_arrives() {
    let app = TestApp::open().await;

    let reply = app.send(&draft(KARI), &[]).await;

    assert_eq!(outcome(&reply), Outcome::Sent);
    let received = app.service.received();
    assert_eq!(received[0].body, r#"{"countryCode":"+47","msisdn":"41234567","email":null}"#);
    assert_eq!(received[0].authorization.as_ref().expect("a token").expose_secret(), "Bearer a.token");
}

#[tokio::test]
async fn a_send_has_begun_before_its_outcome_is_known() {
    const SLOW: Duration = Duration::from_millis(300);
    let app = TestApp::open().await;
    app.service.inject(InjectedFault::Slow(SLOW));
    let before = Timestamp::now();

    let reply = app.send(&draft(KARI), &[]).await;

    let Reply::Done(attempt) = reply else { panic!("{reply:?}") };
    assert!(before <= attempt.begun && attempt.begun + SLOW <= attempt.at, "{attempt:?}");
}

#[tokio::test]
async fn everything_that_is_wrong_is_told_at_once_and_nothing_leaves() {
    let app = TestApp::open().await;
    let draft = Draft { reservation: "", phone_number: "+47 91a34567", ..draft(KARI) };

    let Reply::Mend(problems) = app.send(&draft, &[]).await else { panic!("it was taken") };

    assert_eq!(
        problems,
        [
            DraftProblem::Reservation(ReservationIdError::Missing),
            DraftProblem::PhoneNumber(PhoneNumberError::HasLetters)
        ]
    );
    assert_eq!(app.service.posts(), 0);
}

#[tokio::test]
async fn a_second_call_while_one_runs_is_refused() {
    let app = TestApp::open().await;
    app.service.inject(InjectedFault::Slow(Duration::from_millis(300)));
    let draft = draft(KARI);

    let (first, second) = tokio::join!(app.send(&draft, &[]), app.send(&draft, &[WarningKind::EarlierUnknown]));

    assert_eq!(outcome(&first), Outcome::Sent);
    assert!(matches!(second, Reply::Busy), "{second:?}");
    assert_eq!(app.service.posts(), 1);
    assert!(!app.resender.is_sending());
}

#[tokio::test]
async fn a_hundred_calls_at_once_are_one_message() {
    let app = TestApp::open().await;
    app.service.inject(InjectedFault::Slow(Duration::from_millis(200)));
    let draft = draft(KARI);

    let answers = join_all((0..100).map(|_| app.send(&draft, &[]))).await;

    let done = answers.iter().filter(|answer| matches!(answer, Reply::Done(_))).count();
    let busy = answers.iter().filter(|answer| matches!(answer, Reply::Busy)).count();
    assert_eq!((done, busy), (1, 99));
    assert_eq!(app.service.posts(), 1);
}

#[tokio::test]
async fn after_an_unknown_outcome_a_person_has_to_say_so() {
    let app = TestApp::open().await;
    app.service.inject(InjectedFault::CutAfterReading);
    let draft = draft(KARI);
    assert_eq!(outcome(&app.send(&draft, &[]).await), Outcome::Unknown(Unknown::ConnectionBroken));
    app.service.inject(InjectedFault::None);

    let reply = app.send(&draft, &[]).await;
    assert_eq!(asked(&reply), Some(&Warning::EarlierUnknown));
    let reply = app.send(&draft, &[WarningKind::UnfamiliarPrefix]).await;
    assert_eq!(asked(&reply), Some(&Warning::EarlierUnknown));
    assert_eq!(app.service.posts(), 1);

    assert_eq!(outcome(&app.send(&draft, &[WarningKind::EarlierUnknown]).await), Outcome::Sent);
    assert_eq!(app.service.posts(), 2);
}

#[tokio::test]
async fn an_unknown_outcome_is_remembered_when_the_app_is_opened_again() {
    let app = TestApp::open().await;
    app.service.inject(InjectedFault::CutAfterReading);
    app.send(&draft(KARI), &[]).await;
    app.service.inject(InjectedFault::None);

    let app = app.reopen().await;

    let reply = app.send(&draft(KARI), &[]).await;
    assert_eq!(asked(&reply), Some(&Warning::EarlierUnknown));
    assert_eq!(outcome(&app.send(&draft(KARI), &[WarningKind::EarlierUnknown]).await), Outcome::Sent);

    // Without a keychain the key of the contacts ends with the app: nobody can tell that both went to the same.
    let app = app.reopen().await;
    assert_eq!(asked(&app.send(&draft(KARI), &[]).await), Some(&Warning::EarlierUnknown));
    assert_eq!(app.service.posts(), 2);
}

#[tokio::test]
async fn what_cannot_be_written_down_is_not_sent() {
    let app = TestApp::open().await;
    fs::write(app.folder.path().join("runs"), "a file where a folder should be").expect("written");

    let reply = app.send(&draft(KARI), &[]).await;

    let Reply::Done(attempt) = reply else { panic!("{reply:?}") };
    assert!(matches!(attempt.end, AttemptEnd::NoRecord(_)), "{attempt:?}");
    assert_eq!(app.service.posts(), 0);

    fs::remove_file(app.folder.path().join("runs")).expect("removed");
    assert_eq!(outcome(&app.send(&draft(KARI), &[]).await), Outcome::Sent, "it recovers without a restart");
}

#[tokio::test]
async fn a_refusal_may_be_tried_again_without_a_question() {
    let app = TestApp::open().await;
    let draft = draft("RES3633011400");

    for posts in 1..=2 {
        assert_eq!(outcome(&app.send(&draft, &[]).await), Outcome::NotSent(NotSent::AlreadyCancelled));
        assert_eq!(app.service.posts(), posts);
    }
}

#[tokio::test]
async fn an_unfamiliar_prefix_is_asked_about_first() {
    let app = TestApp::open().await;
    let draft = draft("XYZ123456");

    let reply = app.send(&draft, &[]).await;
    assert_eq!(asked(&reply), Some(&Warning::UnfamiliarPrefix));
    assert_eq!(app.service.posts(), 0);

    let answered = app.send(&draft, &[WarningKind::UnfamiliarPrefix]).await;
    assert_eq!(outcome(&answered), Outcome::NotSent(NotSent::NotFound));
    assert_eq!(app.service.posts(), 1);
}

#[tokio::test]
async fn without_a_token_nothing_leaves() {
    let app = TestApp::open().await;
    app.keychain.forget(Environment::Local).await.expect("it was kept until the app closes, and nowhere else");

    let reply = app.send(&draft(KARI), &[]).await;

    let Reply::Done(attempt) = reply else { panic!("{reply:?}") };
    assert!(matches!(attempt.end, AttemptEnd::NoAccess(NoAccess::Keychain(_))), "{attempt:?}");
    assert_eq!(app.service.posts(), 0);
}

#[tokio::test]
async fn practice_mode_needs_nothing_set_up() {
    let access = std::sync::Arc::new(Access::new(absent_keychain(), None, timeouts()));
    let looker = Looker::new(access.clone(), nowhere());
    let resender = Resender::new(access, nowhere(), looker);
    let request = Request {
        environment: Environment::Practice,
        default_country: Region::default(),
        draft: draft(KARI),
        confirmed: &[],
        held: false,
        safeguards: Safeguards::default(),
    };

    let reply = resender.resend(request).await;

    assert_eq!(outcome(&reply), Outcome::Sent);
}

#[tokio::test]
async fn each_attempt_has_a_number_of_its_own() {
    let app = TestApp::open().await;
    let mut numbers = Vec::new();
    for _ in 0..3 {
        let again = [WarningKind::SentRecently];
        let Reply::Done(attempt) = app.send(&draft(KARI), &again).await else { panic!("not done") };
        numbers.push(attempt.number);
    }
    assert_eq!(numbers, [1, 2, 3]);
}

#[tokio::test]
async fn nothing_that_can_be_printed_holds_a_contact_or_the_token() {
    let app = TestApp::open().await;
    let draft = Draft { email: true, email_address: "kari@example.com", ..draft(KARI) };

    let printed = format!("{:?} {:?}", app.send(&draft, &[]).await, app.resender);

    for secret in ["41234567", "412 34 567", "41 23 45 67", "kari@", "a.token"] {
        assert!(!printed.contains(secret), "{secret} in {printed}");
    }
}
