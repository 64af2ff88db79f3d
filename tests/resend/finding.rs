//! Finding out what became of a send whose outcome was unknown.

use resend_reservation::{
    domain::{Environment, Outcome, ReservationId, Status, Unknown},
    journal::Search,
    practice::Manner,
    resend::{Found, Oddity, Question},
};

use crate::desk::{Desk, KARI, asked, draft, outcome};

/// The practice service sends this one's link, and loses the answer.
const LOST: &str = "RES3633010000";

#[tokio::test]
async fn a_send_that_the_service_lists_is_not_unknown_any_more() {
    let desk = Desk::open().await;
    assert_eq!(outcome(&desk.send(&draft(LOST), &[]).await), Outcome::Unknown(Unknown::ConnectionBroken));

    let found = find_out(&desk, LOST).await;

    assert!(matches!(&found, Found::Sent(Some(when)) if when.at.is_some()), "{found:?}");
    assert_eq!(outcomes(&desk).await, [Some("Sent".to_owned())]);
    let desk = desk.reopen().await;
    let resending = desk.send(&draft(LOST), &[]).await;
    assert_ne!(asked(&resending), Some(&Oddity::EarlierUnknown));
}

#[tokio::test]
async fn a_send_that_was_found_is_a_recent_one() {
    let desk = Desk::open().await;
    desk.send(&draft(LOST), &[]).await;
    find_out(&desk, LOST).await;

    let resending = desk.send(&draft(LOST), &[]).await;

    assert!(matches!(asked(&resending), Some(Oddity::SentRecently { from_here: true, .. })), "{resending:?}");
}

#[tokio::test]
async fn a_send_that_is_not_listed_stays_unknown() {
    let desk = Desk::open().await;
    desk.service.behave(Manner::CutAfterReading);
    desk.send(&draft(KARI), &[]).await;
    desk.service.behave(Manner::Faithful);

    let found = find_out(&desk, KARI).await;

    assert!(matches!(found, Found::NotListed(Some(Status::NotPaid))), "{found:?}");
    assert_eq!(outcomes(&desk).await, [Some("Unknown".to_owned())]);
    let resending = desk.send(&draft(KARI), &[]).await;
    assert_eq!(asked(&resending), Some(&Oddity::EarlierUnknown));
    assert_eq!(outcome(&desk.send(&draft(KARI), &[Question::EarlierUnknown]).await), Outcome::Sent);
}

#[tokio::test]
async fn what_cannot_be_read_finds_nothing_and_changes_nothing() {
    let desk = Desk::open().await;
    desk.service.behave(Manner::CutAfterReading);
    desk.send(&draft(KARI), &[]).await;
    for (manner, expected) in [
        (Manner::History(500, ""), "NoEvents"),
        (Manner::History(200, "<!doctype html>"), "NoEvents"),
        (Manner::Details(500, ""), "Unseen"),
        (Manner::Html, "Unseen"),
        (Manner::CutAfterReading, "Unseen"),
        (Manner::Details(404, r#"{"status_code":404,"message":"orderNotFound"}"#), "NotFound"),
    ] {
        desk.service.behave(manner);
        let found = format!("{:?}", find_out(&desk, KARI).await);
        assert!(found.starts_with(expected), "{manner:?}: {found}");
    }
    assert_eq!(outcomes(&desk).await, [Some("Unknown".to_owned())]);
    assert_eq!(desk.service.posts(), 1, "finding out sends nothing");
}

async fn find_out(desk: &Desk, id: &str) -> Found {
    desk.resender.find_out(Environment::Local, &ReservationId::parse(id).expect("an id")).await
}

async fn outcomes(desk: &Desk) -> Vec<Option<String>> {
    let page = desk.records.search(Environment::Local, Search::default(), 50).await.expect("read");
    page.entries.into_iter().map(|entry| Some(format!("{:?}", entry.state))).collect()
}
