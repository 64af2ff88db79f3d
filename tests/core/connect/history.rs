//! Events in every shape, and only those of the one reservation.

use std::time::Duration;

use proptest::prelude::*;
use reqwest::{StatusCode, header::HeaderMap};
use resend_reservation::{
    connect::{Body, Client, EventList, ReadFailure, Timeouts, meaning_of_events},
    domain::{Addressee, Event, NotSent, ReservationId, Timestamp, Unknown},
};
use secrecy::SecretString;
use serde_json::{Value, json};

use crate::kit::raw_server::{Act, RawServer};

const ID: &str = "RES3633019929";

#[test]
fn an_event_is_read_as_far_as_it_can_be() {
    let table = [
        (
            event("payment-link-sent-to-customer", "22.11.2026 14:05", &json!(" +4741234567")),
            "Sent|22.11.2026 14:05|1795352700000|+47 … 567",
        ),
        (
            event("order-resent", "22.11.2026 14:05", &json!("kari@example.com")),
            "Resent|22.11.2026 14:05|1795352700000|k…@example.com",
        ),
        (
            event("order-resent", "22.11.2026 14:05", &json!("4741234567")),
            "Resent|22.11.2026 14:05|1795352700000|+47 … 567",
        ),
        (
            event("order-resent", "22.11.2026 14:05", &json!(4_741_234_567_u64)),
            "Resent|22.11.2026 14:05|1795352700000|+47 … 567",
        ),
        (
            event("order-resent", "22.11.2026 14:05", &json!("+999 123456")),
            "Resent|22.11.2026 14:05|1795352700000|… 456",
        ),
        (event("order-resent", "22.11.2026 14:05", &json!("12345")), "Resent|22.11.2026 14:05|1795352700000|"),
        (event("order-resent", "22.11.2026 14:05", &json!("kari@")), "Resent|22.11.2026 14:05|1795352700000|"),
        (event("Payment Link Opened", "14:09, 22.11.2026", &json!(null)), "Opened|14:09, 22.11.2026|1795352940000|"),
        (event("payment-link-expired", "yesterday", &json!([])), "Expired|yesterday|?|"),
        (event("reservation-cancelled", "31.02.2026 10:00", &json!({})), "Cancelled|31.02.2026 10:00|?|"),
        (event("reservation_completed", "", &json!("")), "Completed||?|"),
        (event("amount-reserved", "22.11.2026 14:05", &json!(true)), "AmountReserved|22.11.2026 14:05|1795352700000|"),
        (
            event("invoice-printed", "22.11.2026 14:05", &json!(null)),
            "Other(\"invoice-printed\")|22.11.2026 14:05|1795352700000|",
        ),
        (json!({ "uuid": " res3633019929 ", "title": "order-resent" }), "Resent||?|"),
        (json!({ "uuid": ID, "title": "order-resent", "datetime": 1_795_352_700, "sentTo": null }), "Resent||?|"),
    ];
    for (event, expected) in table {
        let read = events(std::slice::from_ref(&event));
        assert_eq!(read.iter().map(summary).collect::<Vec<_>>(), [expected], "{event}");
    }
}

#[test]
fn each_of_two_contacts_is_told_of() {
    let both = event("order-resent", "22.11.2026 14:05", &json!(" +4741234567, kari@example.com"));

    let to: Vec<_> = events(&[both]).into_iter().map(|event| event.to.masked()).collect();

    assert_eq!(to, [Some("+47 … 567".to_owned()), Some("k…@example.com".to_owned())]);
}

#[test]
fn whom_it_went_to_is_read_however_it_is_listed() {
    for (sent_to, expected) in [
        (json!(null), vec!["nobody"]),
        (json!(""), vec!["nobody"]),
        (json!([]), vec!["nobody"]),
        (json!(["+4741234567", "kari@example.com"]), vec!["+47 … 567", "k…@example.com"]),
        (json!({ "sms": "+4741234567", "email": null }), vec!["+47 … 567"]),
        (json!("+4741234567 kari@example.com"), vec!["+47 … 567", "k…@example.com"]),
        (json!("+4741234567 +4741234568"), vec!["+47 … 567", "+47 … 568"]),
        (json!("+47 412 34 567 / kari@example.com"), vec!["+47 … 567", "k…@example.com"]),
        (json!("+4741234567 og kari@example.com"), vec!["+47 … 567", "k…@example.com"]),
        (json!("Kari Nordmann <kari@example.com>"), vec!["k…@example.com"]),
        (json!("tel:+4741234567"), vec!["+47 … 567"]),
        (json!("+47 *** ** 567"), vec!["unreadable"]),
        (json!("k***@example.com"), vec!["unreadable"]),
        (json!("Kari Nordmann"), vec!["unreadable"]),
        (json!("12345"), vec!["unreadable"]),
        (json!("41234567 41234568"), vec!["… 568"]),
    ] {
        let told = events(&[event("order-resent", "22.11.2026 14:05", &sent_to)]);
        let to: Vec<String> = told.iter().map(|event| named(&event.to)).collect();
        assert_eq!(to, expected, "{sent_to}");
    }
}

#[test]
fn what_is_no_event_of_this_reservation_is_left_out() {
    let ours = event("payment-link-opened", "22.11.2026 14:05", &json!(null));
    let mut another = ours.clone();
    another["uuid"] = json!("RES3633010202");
    let all = [
        another,
        json!({ "title": "order-resent", "datetime": "22.11.2026 14:05" }),
        json!({ "uuid": ID }),
        json!({ "uuid": ID, "title": null }),
        json!({ "uuid": ID, "title": 7 }),
        json!({ "uuid": ID, "title": " " }),
        json!({ "uuid": 3_633_019_929_u64, "title": "order-resent" }),
        json!({ "uuid": "RES36330199290", "title": "order-resent" }),
        json!(null),
        json!("order-resent"),
        json!([]),
        ours,
    ];
    assert_eq!(events(&all).iter().map(summary).collect::<Vec<_>>(), ["Opened|22.11.2026 14:05|1795352700000|"]);
}

#[test]
fn the_times_of_all_reservations_are_told() {
    let ours = event("order-resent", "22.11.2026 14:05", &json!(null));
    let mut another = event("payment-link-opened", "22.11.2026 14:06", &json!(null));
    another["uuid"] = json!("RES3633010202");
    let body = json!({ "status_code": 200, "is_data": true, "data": [ours, another, {}] }).to_string();

    let listed = listed(200, body.as_bytes()).expect("readable");

    assert_eq!(listed.times, ["22.11.2026 14:05", "22.11.2026 14:06"]);
    assert_eq!(listed.events.len(), 1);
}

#[test]
fn an_answer_without_events_is_an_empty_one_or_a_failure() {
    let one = event("payment-link-opened", "22.11.2026 14:05", &json!(null));
    let unclear = Err(ReadFailure::Unclear(Unknown::UnclearAnswer));
    for (status, body, expected) in [
        (200, json!({ "status_code": 200, "is_data": true, "data": [one] }).to_string(), Ok(1)),
        (200, json!({ "data": { "0": one, "2": one } }).to_string(), Ok(2)),
        (200, json!({ "status_code": 200, "data": [] }).to_string(), Ok(0)),
        (200, json!({ "status_code": 200, "data": null }).to_string(), Ok(0)),
        (404, r#"{"status_code":404,"message":"noHistoryFound","is_error":true,"errors":null}"#.to_owned(), Ok(0)),
        (404, r#"{"status_code":404,"message":"No History Found","is_data":true,"data":[]}"#.to_owned(), Ok(0)),
        (200, json!({ "status_code": 200 }).to_string(), unclear),
        (200, json!({ "status_code": 200, "data": 7 }).to_string(), unclear),
        (200, json!({ "status_code": 500, "data": [one] }).to_string(), unclear),
        (200, json!([one]).to_string(), unclear),
        (200, String::new(), unclear),
        (200, "<!doctype html>".to_owned(), unclear),
        (204, String::new(), unclear),
        (404, "<!doctype html>".to_owned(), Err(ReadFailure::Refused(NotSent::ServiceRefused))),
        (302, String::new(), Err(ReadFailure::Refused(NotSent::Redirected))),
        (401, r#"{"message":"Unauthenticated."}"#.to_owned(), Err(ReadFailure::Refused(NotSent::TokenRefused))),
        (429, String::new(), Err(ReadFailure::Refused(NotSent::RateLimited { retry_after: None }))),
        (500, String::new(), Err(ReadFailure::Unclear(Unknown::ServiceFailed))),
    ] {
        assert_eq!(read(status, body.as_bytes()).map(|events| events.len()), expected, "{status} {body}");
    }
}

#[tokio::test]
async fn a_range_is_asked_for_in_seconds() {
    let server = RawServer::start(Act::Say("HTTP/1.1 500 No\r\ncontent-length: 0\r\n\r\n".to_owned()));
    let timeouts = Timeouts { connect: Duration::from_millis(500), whole: Duration::from_secs(1) };
    let client = Client::new(server.base_url(), timeouts).expect("a client");
    let at = |seconds: i64| Timestamp::from_millis(seconds * 1000 + 999);

    let read = client.history(&SecretString::from("a-token-for-tests"), &id(), at(100), at(200)).await;

    assert_eq!(read, Err(ReadFailure::Unclear(Unknown::ServiceFailed)));
    let request = server.requests().remove(0);
    assert!(request.starts_with("GET /api/v1/connect/reservations/history/100/200 HTTP/1.1\r\n"), "{request}");
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in any::<Vec<u8>>(), status in 100..=599_u16) {
        let _ = read(status, &bytes);
    }

    #[test]
    fn no_texts_make_it_panic_or_show_a_contact_whole(
        title in any::<String>(), datetime in any::<String>(), sent_to in "[+]?[0-9 @a-z.,;-]{0,30}",
    ) {
        for event in events(&[event(&title, &datetime, &json!(sent_to))]) {
            prop_assert!(event.to.masked().is_none_or(|to| to.contains('…')), "{}", sent_to);
        }
    }
}

fn event(title: &str, datetime: &str, sent_to: &Value) -> Value {
    json!({ "uuid": ID, "title": title, "datetime": datetime, "sentTo": sent_to, "actionBy": null, "note": "", "amount": 0 })
}

fn events(all: &[Value]) -> Vec<Event> {
    let body = json!({ "status_code": 200, "message": "historyRetrievedSuccessfully", "is_data": true, "data": all });
    read(200, body.to_string().as_bytes()).expect("readable")
}

fn read(status: u16, body: &[u8]) -> Result<Vec<Event>, ReadFailure> {
    listed(status, body).map(|listed| listed.events)
}

fn listed(status: u16, body: &[u8]) -> Result<EventList, ReadFailure> {
    let status = StatusCode::from_u16(status).expect("a status");
    meaning_of_events(&id(), status, &HeaderMap::new(), Body::Whole(body))
}

fn named(to: &Addressee) -> String {
    match to {
        Addressee::Nobody => "nobody".to_owned(),
        Addressee::Unreadable => "unreadable".to_owned(),
        Addressee::Number(_) | Addressee::Address(_) | Addressee::Masked(_) => to.masked().unwrap_or_default(),
    }
}

fn id() -> ReservationId {
    ReservationId::parse(ID).expect("an id")
}

fn summary(event: &Event) -> String {
    let when = event.when.as_ref();
    let text = when.map(|when| when.text.clone()).unwrap_or_default();
    let at = when.and_then(|when| when.at).map_or("?".to_owned(), |at| at.as_millis().to_string());
    format!("{:?}|{text}|{at}|{}", event.kind, event.to.masked().unwrap_or_default())
}
