//! What the client says when the network misbehaves, and how many POSTs arrived: never more than one.

use std::{
    io::{Read, Write},
    net::TcpListener,
    time::{Duration, Instant},
};

use resend_reservation::{
    connect::{BaseUrl, Client, Meaning, ReadFailure, Timeouts},
    domain::{EmailAddress, NotSent, Outcome, PhoneNumber, Recipient, Region, ReservationId, Unknown},
};
use secrecy::SecretString;

use crate::kit::raw_server::{Act, RawServer, silent_port};

const TOKEN: &str = "a-token-for-tests";
const ACCEPTED: &str = r#"{"status_code":202,"status_message":"Accepted","message":"resentOrderSuccessfully"}"#;

#[tokio::test]
async fn a_refused_connection_is_not_sent() {
    let (_held, address) = silent_port();
    let base = BaseUrl::loopback(&format!("http://{address}/api/v1")).expect("a base");

    assert_eq!(send_to(base).await.outcome, Outcome::NotSent(NotSent::NoContact));
}

#[tokio::test]
async fn a_reset_before_the_request_was_read_is_never_called_sent() {
    let server = RawServer::start(Act::ResetAtOnce);

    let outcome = send_to(server.base_url()).await.outcome;

    // The reset meets the client while it connects or while it writes; only then may the request have left.
    let honest = [Outcome::NotSent(NotSent::NoContact), Outcome::Unknown(Unknown::ConnectionBroken)];
    assert!(honest.contains(&outcome), "{outcome:?}");
    assert_eq!(server.posts(), 0);
}

#[tokio::test]
async fn a_reset_after_the_request_was_read_is_unknown() {
    assert_fault(Act::ResetAfterReading, Outcome::Unknown(Unknown::ConnectionBroken), 1).await;
}

#[tokio::test]
async fn silence_is_unknown() {
    assert_fault(Act::Silence, Outcome::Unknown(Unknown::NoAnswer), 1).await;
}

#[tokio::test]
async fn a_service_that_never_reads_is_unknown() {
    assert_fault(Act::Deaf, Outcome::Unknown(Unknown::NoAnswer), 0).await;
}

#[tokio::test]
async fn a_slow_drip_of_a_head_is_unknown() {
    let act = Act::Drip(String::new(), answer(202, ACCEPTED), Duration::from_millis(300));
    assert_fault(act, Outcome::Unknown(Unknown::NoAnswer), 1).await;
}

#[tokio::test]
async fn a_slow_drip_of_a_body_is_unknown() {
    // The head in one piece: Windows sleeps for 16 milliseconds at least, and would not come to its end in time.
    let whole = answer(202, ACCEPTED);
    let (head, body) = whole.split_at(whole.len() - ACCEPTED.len());
    let act = Act::Drip(head.to_owned(), body.to_owned(), Duration::from_millis(30));
    assert_fault(act, Outcome::Unknown(Unknown::AnswerCutShort), 1).await;
}

#[tokio::test]
async fn a_truncated_body_is_unknown() {
    let whole = answer(202, ACCEPTED);
    let cut = whole[..whole.len() - 10].to_owned();
    assert_fault(Act::Say(cut.clone()), Outcome::Unknown(Unknown::AnswerCutShort), 1).await;
    assert_fault(Act::SayAndReset(cut), Outcome::Unknown(Unknown::AnswerCutShort), 1).await;
}

#[tokio::test]
async fn a_truncated_refusal_is_unknown_too() {
    let whole = answer(404, r#"{"status_code":404,"message":"orderNotFound"}"#);
    let cut = whole[..whole.len() - 10].to_owned();
    assert_fault(Act::Say(cut), Outcome::Unknown(Unknown::AnswerCutShort), 1).await;
}

#[tokio::test]
async fn a_body_without_end_is_unknown_and_soon_given_up() {
    let begun = Instant::now();
    let head = "HTTP/1.1 202 Accepted\r\ncontent-type: application/json\r\n\r\n".to_owned();
    assert_fault(Act::Endless(head), Outcome::Unknown(Unknown::UnclearAnswer), 1).await;
    assert!(begun.elapsed() < timeouts().whole, "the cap was not kept");
}

#[tokio::test]
async fn an_answer_that_is_not_http_is_unknown() {
    assert_fault(Act::Say("SSH-2.0-OpenSSH_9.2\r\n".into()), Outcome::Unknown(Unknown::ConnectionBroken), 1).await;
    assert_fault(Act::Say(String::new()), Outcome::Unknown(Unknown::ConnectionBroken), 1).await;
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_nothing_of_the_request_reaches_the_other_host() {
    for (status, outcome) in [
        (301, Outcome::NotSent(NotSent::Redirected)),
        (302, Outcome::NotSent(NotSent::Redirected)),
        (303, Outcome::Unknown(Unknown::UnclearAnswer)),
        (307, Outcome::NotSent(NotSent::Redirected)),
        (308, Outcome::NotSent(NotSent::Redirected)),
    ] {
        let other = RawServer::start(Act::Say(answer(202, ACCEPTED)));
        let location = format!("http://{}/api/v1/connect/reservations/resend/RES3633019929", other.address());
        let head = format!("HTTP/1.1 {status} Moved\r\nlocation: {location}\r\ncontent-length: 0\r\n\r\n");
        let server = RawServer::start(Act::Say(head));

        let meaning = send_to(server.base_url()).await;

        assert_eq!(meaning.outcome, outcome, "{status}");
        assert_eq!(server.posts(), 1, "{status}");
        assert_eq!(other.requests(), Vec::<String>::new(), "{status}");
    }
}

#[tokio::test]
async fn a_plain_yes_is_sent_with_exactly_one_post() {
    assert_fault(Act::Say(answer(202, ACCEPTED)), Outcome::Sent, 1).await;
}

#[tokio::test]
async fn the_request_is_what_the_contract_asks_for() {
    let server = RawServer::start(Act::Say(answer(202, ACCEPTED)));

    send_to(server.base_url()).await;

    let request = server.requests().remove(0);
    let (head, body) = request.split_once("\r\n\r\n").expect("a head and a body");
    let head = head.to_lowercase();
    assert!(head.starts_with("post /api/v1/connect/reservations/resend/res3633019929 http/1.1"), "{head}");
    assert!(head.contains("authorization: bearer a-token-for-tests"), "{head}");
    assert!(head.contains("accept: application/json"), "{head}");
    assert!(head.contains("accept-encoding: identity"), "{head}");
    assert!(head.contains("content-type: application/json"), "{head}");
    assert!(head.contains("user-agent: resend-reservation/"), "{head}");
    assert!(!head.contains("referer"), "{head}");
    assert_eq!(body, r#"{"countryCode":"+47","msisdn":"41234567","email":"kari@example.com"}"#);
}

#[tokio::test]
async fn a_channel_that_was_not_chosen_is_null() {
    let number = PhoneNumber::parse("+47 412 34 567", Region::default()).expect("a number");
    let address = EmailAddress::parse("kari@example.com").expect("an address");
    for (recipient, body) in [
        (Recipient::new(Some(number), None), r#"{"countryCode":"+47","msisdn":"41234567","email":null}"#),
        (Recipient::new(None, Some(address)), r#"{"countryCode":null,"msisdn":null,"email":"kari@example.com"}"#),
    ] {
        let server = RawServer::start(Act::Say(answer(202, ACCEPTED)));
        let client = Client::new(server.base_url(), timeouts()).expect("a client");
        client.resend(&SecretString::from(TOKEN), &reservation(), &recipient.expect("a channel")).await;
        assert!(server.requests()[0].ends_with(body), "{:?}", server.requests());
    }
}

/// As after a night's sleep, or in another network: the connection that was kept is dead, and nobody can be reached.
#[tokio::test]
async fn a_send_never_goes_into_a_connection_that_was_kept() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let base = BaseUrl::loopback(&format!("http://{}/api/v1", listener.local_addr().expect("one"))).expect("a base");
    let serving = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a connection");
        let mut head = [0; 4096];
        let _ = stream.read(&mut head).expect("a request");
        stream.write_all(answer(404, r#"{"status_code":404,"message":"orderNotFound"}"#).as_bytes()).expect("written");
        // It stays open, and nobody reads any more. Nor does anybody listen.
        stream
    });
    let client = Client::new(base, timeouts()).expect("a client");
    assert_eq!(client.check_token(&SecretString::from(TOKEN)).await, Ok(()));
    let dead = serving.join().expect("no panic");

    let meaning = client.resend(&SecretString::from(TOKEN), &reservation(), &recipient()).await;

    assert_eq!(meaning.outcome, Outcome::NotSent(NotSent::NoContact));
    drop(dead);
}

#[tokio::test]
async fn the_harmless_read_says_why_it_failed() {
    let silent = RawServer::start(Act::Silence);
    let client = Client::new(silent.base_url(), timeouts()).expect("a client");
    assert_eq!(client.check_token(&SecretString::from(TOKEN)).await, Err(ReadFailure::Unclear(Unknown::NoAnswer)));

    let refusing = RawServer::start(Act::Say(answer(401, r#"{"message":"Unauthenticated."}"#)));
    let client = Client::new(refusing.base_url(), timeouts()).expect("a client");
    assert_eq!(client.check_token(&SecretString::from(TOKEN)).await, Err(ReadFailure::Refused(NotSent::TokenRefused)));
    assert!(refusing.requests()[0].starts_with("GET /api/v1/connect/reservations/history/"));
    assert_eq!(refusing.posts(), 0);
}

async fn assert_fault(act: Act, outcome: Outcome, posts: usize) {
    let server = RawServer::start(act.clone());
    assert_eq!(send_to(server.base_url()).await.outcome, outcome, "{act:?}");
    assert_eq!(server.posts(), posts, "{act:?}");
}

async fn send_to(base: BaseUrl) -> Meaning {
    let client = Client::new(base, timeouts()).expect("a client");
    client.resend(&SecretString::from(TOKEN), &reservation(), &recipient()).await
}

fn timeouts() -> Timeouts {
    Timeouts { connect: Duration::from_millis(500), whole: Duration::from_millis(1500) }
}

fn reservation() -> ReservationId {
    ReservationId::parse("RES3633019929").expect("an id")
}

fn recipient() -> Recipient {
    let number = PhoneNumber::parse("+47 412 34 567", Region::default()).expect("a number");
    let address = EmailAddress::parse("kari@example.com").expect("an address");
    Recipient::new(Some(number), Some(address)).expect("two channels")
}

fn answer(status: u16, body: &str) -> String {
    format!(
        "HTTP/1.1 {status} Whatever\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
}
