//! The practice service speaks the real protocol, so the real client is what asks it.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

use resend_reservation::{
    connect::{Client, Timeouts},
    domain::{EmailAddress, NotSent, Outcome, PhoneNumber, Recipient, Region, ReservationId, Unknown},
    practice::{EXAMPLES, InjectedFault, Scenario, Service, TOKEN},
};
use secrecy::{ExposeSecret, SecretString};

#[tokio::test]
async fn every_example_teaches_what_it_says() {
    let service = Service::start().await.expect("a service");
    for example in EXAMPLES {
        let outcome = send(&service, example.id).await;
        let taught = match example.scenario {
            // Seven seconds are waited for in the window; here the slowness itself is the answer.
            Scenario::SentSlowly => Outcome::Unknown(Unknown::NoAnswer),
            Scenario::Sent | Scenario::OrderSent | Scenario::AmountReserved => Outcome::Sent,
            Scenario::AlreadyCancelled => Outcome::NotSent(NotSent::AlreadyCancelled),
            Scenario::AlreadyCompleted => Outcome::NotSent(NotSent::AlreadyCompleted),
            Scenario::AlreadyPaid => Outcome::NotSent(NotSent::AlreadyPaid),
            Scenario::NotFound => Outcome::NotSent(NotSent::NotFound),
            Scenario::Refused => Outcome::NotSent(NotSent::Refused),
            Scenario::TokenRefused => Outcome::NotSent(NotSent::TokenRefused),
            Scenario::RateLimited => {
                Outcome::NotSent(NotSent::RateLimited { retry_after: Some(Duration::from_secs(30)) })
            }
            Scenario::Redirected => Outcome::NotSent(NotSent::Redirected),
            Scenario::ServiceFailed => Outcome::Unknown(Unknown::ServiceFailed),
            Scenario::ServiceUnavailable => {
                Outcome::Unknown(Unknown::ServiceUnavailable { retry_after: Some(Duration::from_mins(2)) })
            }
            Scenario::ConnectionBroken => Outcome::Unknown(Unknown::ConnectionBroken),
            Scenario::UnclearAnswer => Outcome::Unknown(Unknown::UnclearAnswer),
        };
        assert_eq!(outcome, taught, "{}", example.id);
    }
    assert_eq!(service.posts(), EXAMPLES.len(), "one POST an example, no more");
}

#[tokio::test]
async fn a_refusal_is_about_what_was_sent() {
    let service = Service::start().await.expect("a service");
    let number = || PhoneNumber::parse("+47 412 34 573", Region::default()).ok();
    let address = || EmailAddress::parse("sofie@example.com").ok();
    let sms = "The customer details.msisdn must be a valid phone number.";
    let email = "The customer details.email must be a valid email address.";
    for (number, address, sentences) in
        [(number(), None, vec![sms]), (None, address(), vec![email]), (number(), address(), vec![sms, email])]
    {
        let recipient = Recipient::new(number, address).expect("a channel");
        let reservation = ReservationId::parse("RES3633010417").expect("an id");
        let meaning = client(&service).resend(&SecretString::from(TOKEN), &reservation, &recipient).await;
        assert_eq!(meaning.sentences, sentences);
    }
}

#[tokio::test]
async fn every_examples_contact_can_be_sent_to() {
    for example in EXAMPLES {
        assert!(ReservationId::parse(example.id).is_ok(), "{}", example.id);
        assert!(PhoneNumber::parse(example.phone_number, Region::default()).is_ok(), "{}", example.id);
        assert!(resend_reservation::domain::EmailAddress::parse(example.email_address).is_ok(), "{}", example.id);
    }
}

#[tokio::test]
async fn a_reservation_that_it_does_not_know_is_not_found() {
    let service = Service::start().await.expect("a service");
    assert_eq!(send(&service, "RES1").await, Outcome::NotSent(NotSent::NotFound));
}

#[tokio::test]
async fn it_can_be_told_to_misbehave() {
    let service = Service::start().await.expect("a service");
    for (fault, outcome) in [
        (InjectedFault::CutBeforeReading, Outcome::Unknown(Unknown::ConnectionBroken)),
        (InjectedFault::CutAfterReading, Outcome::Unknown(Unknown::ConnectionBroken)),
        (InjectedFault::Html, Outcome::Unknown(Unknown::UnclearAnswer)),
        (InjectedFault::Slow(Duration::from_secs(10)), Outcome::Unknown(Unknown::NoAnswer)),
        (InjectedFault::Slow(Duration::from_millis(50)), Outcome::Sent),
        (InjectedFault::None, Outcome::Sent),
    ] {
        let before = service.posts();
        service.inject(fault);
        assert_eq!(send(&service, "RES3633019929").await, outcome, "{fault:?}");
        assert_eq!(service.posts(), before + 1, "{fault:?}");
    }
}

#[tokio::test]
async fn it_keeps_what_it_received() {
    let service = Service::start().await.expect("a service");
    send(&service, "RES3633019929").await;

    let received = service.received();
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].path, "/api/v1/connect/reservations/resend/RES3633019929");
    assert_eq!(received[0].body, r#"{"countryCode":"+47","msisdn":"41234567","email":null}"#);
    let authorization = received[0].authorization.as_ref().expect("a token").expose_secret();
    assert_eq!(authorization, format!("Bearer {TOKEN}"));
    assert!(!format!("{received:?}").contains(TOKEN), "a token is never printed");
}

/// A page of somebody else's can make a name of its own lead to this computer, and then reads what answers.
#[tokio::test(flavor = "multi_thread")]
async fn only_who_calls_it_by_its_numbers_is_answered() {
    let service = Service::start().await.expect("a service");
    let port = address(&service).port();
    for (host, status) in [
        (format!("127.0.0.1:{port}"), 200),
        ("127.0.0.1".to_owned(), 200),
        ("[::1]:80".to_owned(), 200),
        (format!("localhost:{port}"), 421),
        ("rebound.example.com".to_owned(), 421),
        (format!("127.0.0.1.example.com:{port}"), 421),
        ("10.0.0.1".to_owned(), 421),
        (String::new(), 421),
    ] {
        let answer = asked(&service, &format!("host: {host}\r\nauthorization: Bearer {TOKEN}\r\n"));
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{host}: {answer}");
    }
    let without = asked(&service, &format!("authorization: Bearer {TOKEN}\r\n"));
    assert!(!without.starts_with("HTTP/1.1 200 "), "{without}");
}

#[tokio::test]
async fn it_remembers_only_so_much() {
    let service = Service::start().await.expect("a service");
    let client = client(&service);
    for _ in 0..1_005 {
        assert_eq!(client.check_token(&SecretString::from(TOKEN)).await, Ok(()));
    }
    assert_eq!(service.received().len(), 1_000);
    assert_eq!(service.posts(), 0);
}

#[tokio::test]
async fn it_takes_only_so_many_connections_at_a_time_and_more_as_they_end() {
    let service = Service::start().await.expect("a service");
    let mut held = Vec::new();
    for _ in 0..256 {
        held.push(tokio::net::TcpStream::connect(address(&service)).await.expect("connected"));
    }

    assert_eq!(send(&service, "RES3633019929").await, Outcome::Unknown(Unknown::NoAnswer));
    assert_eq!(service.posts(), 0, "it waits");

    drop(held);
    assert_eq!(send(&service, "RES3633019929").await, Outcome::Sent);
}

/// The last moment that Windows can count to, and times beyond.
#[tokio::test(flavor = "multi_thread")]
async fn no_range_of_time_is_too_much_for_it() {
    let service = Service::start().await.expect("a service");
    let host = format!("host: {}\r\nauthorization: Bearer {TOKEN}\r\n", address(&service));
    for to in ["910692730085", "910692730086", "1099511627775", "1099511627776", "18446744073709551615", "-1"] {
        let answer = asked_at(&service, &format!("/api/v1/connect/reservations/history/0/{to}"), &host);
        assert!(answer.starts_with("HTTP/1.1 200 ") || answer.starts_with("HTTP/1.1 417 "), "{to}: {answer}");
    }
    assert_eq!(send(&service, "RES3633019929").await, Outcome::Sent, "it is still there");
}

#[tokio::test]
async fn its_history_answers_the_harmless_read() {
    let service = Service::start().await.expect("a service");
    assert_eq!(client(&service).check_token(&SecretString::from(TOKEN)).await, Ok(()));
    assert_eq!(service.posts(), 0);
}

fn address(service: &Service) -> SocketAddr {
    let base = service.base_url().to_string();
    base.split('/').nth(2).and_then(|address| address.parse().ok()).expect("an address")
}

fn asked(service: &Service, headers: &str) -> String {
    asked_at(service, "/api/v1/connect/reservations/details/RES3633019929", headers)
}

fn asked_at(service: &Service, path: &str, headers: &str) -> String {
    let mut stream = TcpStream::connect(address(service)).expect("connected");
    write!(stream, "GET {path} HTTP/1.1\r\n{headers}connection: close\r\n\r\n").expect("written");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("read");
    answer
}

async fn send(service: &Service, id: &str) -> Outcome {
    let number = PhoneNumber::parse("+47 412 34 567", Region::default()).expect("a number");
    let recipient = Recipient::new(Some(number), None).expect("a channel");
    let reservation = ReservationId::parse(id).expect("an id");
    client(service).resend(&SecretString::from(TOKEN), &reservation, &recipient).await.outcome
}

fn client(service: &Service) -> Client {
    let timeouts = Timeouts { connect: Duration::from_millis(500), whole: Duration::from_secs(1) };
    Client::new(service.base_url(), timeouts).expect("a client")
}
