//! The token never comes back: whatever an answer quotes of it, and wherever, nothing of it is in what the answer means.

use std::time::{Duration, Instant};

use resend_reservation::{
    connect::{Client, Timeouts, conformance},
    domain::{NotSent, Outcome, PhoneNumber, Recipient, Region, ReservationId, Status, Timestamp, Unknown},
};
use secrecy::SecretString;
use serde_json::{Value, json};

use crate::kit::raw_server::{Act, RawServer};

/// As long as a JSON Web Token may be, and never the same twelve characters twice.
fn long_token() -> String {
    let parts: Vec<String> = (0..90_u32).map(|n| format!("{:x}Q{n}", n.wrapping_mul(2_654_435_761))).collect();
    parts.concat()
}

const SHORT: &str = "12|Xk29tLq8VwZ0bN5rJeY7uQ4mHs";

#[tokio::test]
async fn a_long_token_in_the_sentences_of_a_refusal_is_not_repeated() {
    let token = long_token();
    assert!(token.len() > 700, "{}", token.len());
    for errors in [
        json!([format!("Bad credentials: Bearer {token}")]),
        json!([format!("Bad credentials: {}", &token[..400]), "The email is odd"]),
        json!({ "authorization": [format!("{} is odd", &token[300..320])] }),
        json!(token),
        json!([{ "message": token.to_uppercase() }]),
        json!([token.as_bytes().chunks(10).map(|part| String::from_utf8_lossy(part)).collect::<Vec<_>>().join(" ")]),
        json!(token.as_bytes().chunks(9).map(|part| String::from_utf8_lossy(part)).collect::<Vec<_>>()),
    ] {
        for body in [
            json!({ "status_code": 417, "message": "payloadValidationErrors", "is_error": true, "errors": errors }),
            json!({ "message": "The given data was invalid.", "errors": errors }),
        ] {
            let meaning = send(&token, 417, &body.to_string()).await;

            assert_eq!(meaning.outcome, Outcome::NotSent(NotSent::Refused), "{body}");
            assert_eq!(meaning.sentences, Vec::<String>::new(), "{body}");
            assert_quotes_nothing(&token, &format!("{meaning:?}"));
        }
    }
}

#[tokio::test]
async fn a_token_that_was_written_in_another_way_is_not_repeated() {
    for quoted in [
        "12%7CXk29tLq8VwZ0bN5rJeY7uQ4mHs",
        "12%257CXk29tLq8VwZ0bN5rJeY7uQ4mHs",
        r"12\u007CXk29tLq8VwZ0bN5rJeY7uQ4mHs",
        r"12\u007c\u0058k29tLq8VwZ0bN5rJeY7uQ4mHs",
        "12&#124;Xk29tLq8VwZ0bN5rJeY7uQ4mHs",
        "12&amp;#x7c;Xk29tLq8VwZ0bN5rJeY7uQ4mHs",
        "12|XK29TLQ8VWZ0BN5RJEY7UQ4MHS",
        r"12|Xk29 tLq8\nVwZ0\tbN5r JeY7",
        "X-k-2-9-t-L-q-8-V-w-Z-0-b-N",
        "MTJ8WGsyOXRMcThWd1owYk41ckplWTd1UTRtSHM=",
        "QmVhcmVyIDEyfFhrMjl0THE4VndaMGJONXJKZVk3dVE0bUhz",
    ] {
        let body = format!(r#"{{"status_code":417,"errors":["Odd: {quoted}","The email is odd"]}}"#);

        let meaning = send(SHORT, 417, &body).await;

        assert_eq!(
            (meaning.outcome, meaning.sentences.as_slice()),
            (Outcome::NotSent(NotSent::Refused), &[][..]),
            "{quoted}"
        );
    }
}

#[tokio::test]
async fn a_short_token_is_not_repeated_either() {
    let meaning = send("s3cret", 417, r#"{"status_code":417,"errors":["s3cret is odd"]}"#).await;

    assert_eq!(meaning.sentences, Vec::<String>::new());
}

#[tokio::test]
async fn what_quotes_nothing_is_told_as_it_is() {
    let meaning = send(SHORT, 417, r#"{"status_code":417,"errors":["12|Xk29tLq is odd"]}"#).await;

    assert_eq!(meaning.sentences, ["12|Xk29tLq is odd"]);
}

/// Codes stay: what became of a send does not hang on whether the token was quoted.
#[tokio::test]
async fn an_answer_that_quotes_the_token_means_what_it_meant() {
    for (status, body, outcome) in [
        (
            202,
            json!({ "status_code": 202, "message": "resentOrderSuccessfully", "data": { "by": SHORT } }),
            Outcome::Sent,
        ),
        (
            202,
            json!({ "status_code": 202, "message": "resentOrderSuccessfully", "errors": SHORT }),
            Outcome::Unknown(Unknown::UnclearAnswer),
        ),
        (
            202,
            json!({ "status_code": 202, "message": "resentOrderSuccessfully", "errors": [SHORT] }),
            Outcome::Unknown(Unknown::UnclearAnswer),
        ),
        (
            400,
            json!({ "status_code": 400, "message": "orderStatusAlreadyCancelled", "errors": { SHORT: SHORT } }),
            Outcome::NotSent(NotSent::AlreadyCancelled),
        ),
        (
            404,
            json!({ "status_code": 404, "message": "orderNotFound", "by": SHORT }),
            Outcome::NotSent(NotSent::NotFound),
        ),
        (401, json!({ "message": SHORT }), Outcome::NotSent(NotSent::TokenRefused)),
    ] {
        assert_eq!(send(SHORT, status, &body.to_string()).await.outcome, outcome, "{status} {body}");
    }
    for (status, text, outcome) in [
        (202, SHORT, Outcome::Unknown(Unknown::UnclearAnswer)),
        (403, SHORT, Outcome::NotSent(NotSent::TurnedAway)),
        (500, SHORT, Outcome::Unknown(Unknown::ServiceFailed)),
    ] {
        assert_eq!(send(SHORT, status, text).await.outcome, outcome, "{status} {text}");
    }
}

#[tokio::test]
async fn details_that_quote_the_token_keep_their_codes_and_lose_their_texts() {
    for field in ["/customerDetails/name", "/customerDetails/email", "/paymentLinkDueDate", "/referenceNumber", "/note"]
    {
        let mut data = json!({
            "reservationUuid": "RES3633019929", "status": "RESERVED", "isPaid": false, "grandTotal": 1250,
            "paymentLinkDueDate": "23:59, 30.11.2026", "referenceNumber": "A 17", "note": "none",
            "customerDetails": { "name": "Kari Nordmann", "email": "kari@example.com", "countryCode": "+47", "msisdn": "41234567" },
        });
        *data.pointer_mut(field).expect(field) = json!(format!("for {SHORT}"));

        let details = client(200, &found(&data)).0.details(&SecretString::from(SHORT), &id()).await;

        let details = details.expect("readable").expect("found");
        assert_eq!((&details.status, details.amount), (&Some(Status::Reserved), Some(1250.0)), "{field}");
        assert_eq!((details.customer, details.email_to), (None, None), "{field}: texts");
        assert!(details.due.is_none_or(|due| due.text == "23:59, 30.11.2026"), "{field}: the date");
    }
    let quoted = json!({ "reservationUuid": "RES3633019929", "status": SHORT, "grandTotal": 1250 });
    let details = client(200, &found(&quoted)).0.details(&SecretString::from(SHORT), &id()).await;
    assert_eq!(details.expect("readable").expect("found").status, None);
}

/// Their texts go, and what happened and when does not: a question hangs on it.
#[tokio::test]
async fn events_that_quote_the_token_are_still_events() {
    let token = SecretString::from(SHORT);
    let event = |name: &str| {
        let mut event = json!({
            "uuid": "RES3633019929", "title": "order-resent", "datetime": "26.11.2026 14:05", "sentTo": " +4741234567",
        });
        event[name] = json!(format!("{SHORT}-0123456789"));
        event
    };
    let now = Timestamp::now();
    for name in ["actionBy", "note", "sentTo", "datetime", "paymentMethod"] {
        let body = found(&json!([event(name)]));
        let told = client(200, &body).0.history(&token, &id(), now, now).await.expect("readable");
        assert_eq!(told.events.len(), 1, "{name}");
        assert_quotes_nothing(SHORT, &format!("{told:?}"));
    }
    let told =
        client(200, &found(&json!([event("title")]))).0.history(&token, &id(), now, now).await.expect("readable");
    assert_quotes_nothing(SHORT, &format!("{told:?}"));
}

#[tokio::test]
async fn the_harmless_read_says_what_it_would_say() {
    let token = SecretString::from(SHORT);
    let events = found(&json!([{ "uuid": SHORT, "title": SHORT }]));
    let refused = json!({ "message": format!("{SHORT} is unknown") }).to_string();
    assert_eq!(format!("{:?}", client(200, &events).0.check_token(&token).await), "Ok(())");
    assert_eq!(format!("{:?}", client(401, &refused).0.check_token(&token).await), "Err(Refused(TokenRefused))");
}

/// The page that is sent to us tells of content types and of headers by name.
#[tokio::test]
async fn headers_that_quote_the_token_are_not_told_of() {
    let token = "a-token-of-words-alone-in-lower-case";
    for header in [
        format!("content-type: text/{token}"),
        format!("x-{token}: yes"),
        format!("content-type: {}", token.to_uppercase()),
        format!("content-type: text/plain, {}", &token[10..24]),
    ] {
        let head = format!("HTTP/1.1 401 No\r\n{header}\r\ncontent-length: 2\r\n\r\nno");
        let server = RawServer::start(Act::Say(head));
        let client = Client::new(server.base_url(), timeouts()).expect("a client");

        let report = conformance::check(&client, &SecretString::from(token), None).await;

        assert!(report.text.contains("401"), "{}", report.text);
        assert_quotes_nothing(token, &report.text);
    }
}

#[tokio::test]
async fn a_long_answer_is_looked_through_in_good_time() {
    let row = json!({ "uuid": "RES3633019929", "title": "order-resent", "sentTo": " +4741234567", "note": "Bord ved vinduet" });
    let body = found(&Value::Array(vec![row; 35_000]));
    assert!(body.len() > 3_000_000, "{}", body.len());
    let begun = Instant::now();

    let check = client(200, &body).0.check_token(&SecretString::from(long_token())).await;

    assert_eq!(format!("{check:?}"), "Ok(())");
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
}

fn assert_quotes_nothing(token: &str, text: &str) {
    let (token, text) = (token.to_lowercase(), text.to_lowercase());
    for at in 0..=token.len() - 12 {
        assert!(!text.contains(&token[at..at + 12]), "{}: {text}", &token[at..at + 12]);
    }
}

fn found(data: &Value) -> String {
    json!({ "status_code": 200, "message": "reservationRetrievedSuccessfully", "is_data": true, "data": data })
        .to_string()
}

async fn send(token: &str, status: u16, body: &str) -> resend_reservation::connect::Meaning {
    let (client, _server) = client(status, body);
    let number = PhoneNumber::parse("+47 412 34 567", Region::default()).expect("a number");
    let recipient = Recipient::new(Some(number), None).expect("a channel");
    client.resend(&SecretString::from(token), &id(), &recipient).await
}

fn client(status: u16, body: &str) -> (Client, RawServer) {
    let head =
        format!("HTTP/1.1 {status} Whatever\r\ncontent-type: application/json\r\ncontent-length: {}", body.len());
    let server = RawServer::start(Act::Say(format!("{head}\r\n\r\n{body}")));
    (Client::new(server.base_url(), timeouts()).expect("a client"), server)
}

fn timeouts() -> Timeouts {
    Timeouts { connect: Duration::from_millis(500), whole: Duration::from_secs(5) }
}

fn id() -> ReservationId {
    ReservationId::parse("RES3633019929").expect("an id")
}
