//! The answer that details come in: whole or not, of this reservation or of another, or none at all.

use std::time::{Duration, Instant};

use reqwest::{StatusCode, header::HeaderMap};
use resend_reservation::{
    connect::{Body, Client, Details, ReadFailure, Timeouts, meaning_of_details},
    domain::{NotSent, Unknown},
};
use secrecy::SecretString;
use serde_json::json;

use super::details::{envelope, id, read, whole};
use crate::kit::raw_server::{Act, RawServer};

const HTML: &str = "<!doctype html><title>Welcome</title>";

#[test]
fn an_answer_in_another_shape_says_so_or_is_read_all_the_same() {
    let unclear = || Err(ReadFailure::Unclear(Unknown::UnclearAnswer));
    let refused = |reason| Err(ReadFailure::Refused(reason));
    let mut another = whole();
    another["reservationUuid"] = json!("RES3633010202");
    let table: Vec<(u16, String, Result<bool, ReadFailure>)> = vec![
        // Readable
        (200, envelope(&whole()), Ok(true)),
        (200, format!("\u{feff}{}", envelope(&whole())), Ok(true)),
        (200, json!({ "data": whole() }).to_string(), Ok(true)),
        (200, json!({ "data": [whole()] }).to_string(), Ok(true)),
        (200, json!({ "status_code": "200", "message": null, "is_data": true, "data": whole() }).to_string(), Ok(true)),
        (200, json!({ "data": { "status": "SENT" } }).to_string(), Ok(true)),
        // Not this reservation, or nothing at all
        (200, envelope(&another), unclear()),
        (200, envelope(&json!({})), unclear()),
        (200, envelope(&json!([])), unclear()),
        (200, envelope(&json!([whole(), whole()])), unclear()),
        (200, envelope(&json!(null)), unclear()),
        (200, envelope(&json!("SENT")), unclear()),
        (200, envelope(&json!(7)), unclear()),
        (200, envelope(&json!({ "unheard": "of" })), unclear()),
        (200, json!({ "status_code": 404, "message": "orderNotFound", "data": whole() }).to_string(), unclear()),
        (200, json!({ "is_error": true, "status_code": 200, "data": whole() }).to_string(), unclear()),
        (200, whole().to_string(), unclear()),
        (200, json!([whole()]).to_string(), unclear()),
        (200, String::new(), unclear()),
        (200, " \r\n".to_owned(), unclear()),
        (200, "null".to_owned(), unclear()),
        (200, "true".to_owned(), unclear()),
        (200, "{".to_owned(), unclear()),
        (200, "\u{0}".to_owned(), unclear()),
        (200, "[".repeat(100_000), unclear()),
        (200, HTML.to_owned(), unclear()),
        (204, String::new(), unclear()),
        (202, envelope(&whole()), unclear()),
        // Not found, on the service's word only
        (
            404,
            r#"{"status_code":404,"message":"orderNotFound","is_error":true,"errors":"Array"}"#.to_owned(),
            Ok(false),
        ),
        (404, r#"{"status_code":404,"message":"Order Not Found","is_data":true,"data":[]}"#.to_owned(), Ok(false)),
        (404, r#"{"message":"orderNotFound"}"#.to_owned(), Ok(false)),
        (404, r#"{"message":"Not Found."}"#.to_owned(), refused(NotSent::ServiceRefused)),
        (404, HTML.to_owned(), refused(NotSent::ServiceRefused)),
        (404, String::new(), refused(NotSent::ServiceRefused)),
        // Everything else
        (301, String::new(), refused(NotSent::Redirected)),
        (302, HTML.to_owned(), refused(NotSent::Redirected)),
        (400, HTML.to_owned(), refused(NotSent::ServiceRefused)),
        (401, r#"{"message":"Unauthenticated."}"#.to_owned(), refused(NotSent::TokenRefused)),
        (401, HTML.to_owned(), refused(NotSent::TokenRefused)),
        (303, String::new(), unclear()),
        (403, String::new(), refused(NotSent::TurnedAway)),
        (403, HTML.to_owned(), refused(NotSent::TurnedAway)),
        (403, r#"{"status_code":403,"message":"forbidden"}"#.to_owned(), refused(NotSent::NotAllowed)),
        (405, HTML.to_owned(), refused(NotSent::ServiceRefused)),
        (407, HTML.to_owned(), refused(NotSent::ProxyLogIn)),
        (408, String::new(), Err(ReadFailure::Unclear(Unknown::NoAnswer))),
        (417, r#"{"status_code":417,"message":"payloadValidationErrors"}"#.to_owned(), refused(NotSent::Refused)),
        (429, r#"{"message":"Too Many Attempts."}"#.to_owned(), refused(NotSent::RateLimited { retry_after: None })),
        (500, envelope(&whole()), Err(ReadFailure::Unclear(Unknown::ServiceFailed))),
        (502, HTML.to_owned(), Err(ReadFailure::Unclear(Unknown::ServiceFailed))),
        (503, HTML.to_owned(), Err(ReadFailure::Unclear(Unknown::ServiceUnavailable { retry_after: None }))),
        (
            510,
            r#"{"status_code":510,"message":"somethingWentWrong"}"#.to_owned(),
            Err(ReadFailure::Unclear(Unknown::ServiceFailed)),
        ),
    ];
    for (status, body, expected) in table {
        let shown: String = body.chars().take(200).collect();
        assert_eq!(read(status, body.as_bytes()).map(|found| found.is_some()), expected, "{status} {shown}");
    }
}

#[test]
fn half_an_answer_is_none() {
    for status in [200, 404] {
        let status = StatusCode::from_u16(status).expect("a status");
        let cut = meaning_of_details(&id(), status, &HeaderMap::new(), Body::CutShort);
        assert_eq!(cut, Err(ReadFailure::Unclear(Unknown::AnswerCutShort)));
    }
    let too_large = meaning_of_details(&id(), StatusCode::OK, &HeaderMap::new(), Body::TooLarge);
    assert_eq!(too_large, Err(ReadFailure::Unclear(Unknown::UnclearAnswer)));
}

#[tokio::test]
async fn silence_ends_with_patience() {
    let begun = Instant::now();

    let read = details_from(Act::Silence).await;

    assert_eq!(read, Err(ReadFailure::Unclear(Unknown::NoAnswer)));
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn faults_underway_are_told_apart() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
    for (act, reason) in [
        (Act::ResetAfterReading, Unknown::ConnectionBroken),
        (Act::Say(format!("{head}content-length: 900\r\n\r\n{{\"data\":")), Unknown::AnswerCutShort),
        (Act::Endless(format!("{head}content-length: 99000000\r\n\r\n")), Unknown::UnclearAnswer),
        (Act::Say("SSH-2.0-OpenSSH_9.6\r\n".to_owned()), Unknown::ConnectionBroken),
    ] {
        assert_eq!(details_from(act.clone()).await, Err(ReadFailure::Unclear(reason)), "{act:?}");
    }
}

async fn details_from(act: Act) -> Result<Option<Details>, ReadFailure> {
    let server = RawServer::start(act);
    let timeouts = Timeouts { connect: Duration::from_millis(500), whole: Duration::from_secs(1) };
    let client = Client::new(server.base_url(), timeouts).expect("a client");
    client.details(&SecretString::from("a-token-for-tests"), &id()).await
}
