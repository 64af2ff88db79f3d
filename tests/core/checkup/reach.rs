//! Against a service on this computer: what answers, how late it is there, and what it says to the token.

use std::time::Duration;

use resend_reservation::{
    checkup::{Finding, Found, State, Subject, Timeouts},
    connect::BaseUrl,
    domain::Environment,
    failure::CheckCode,
    practice::{InjectedFault, Service},
};

use super::{Place, assert_found, found, is, state, wrong};
use crate::kit::raw_server::{Act, RawServer, silent_port};

#[tokio::test]
async fn where_all_is_well_every_line_says_so_and_nothing_is_sent() {
    let service = Service::start().await.expect("a service");
    let place = Place::at(Some(service.base_url())).await;

    let report = place.look(Environment::Local).await;

    assert_found(
        &report,
        [
            (Subject::Keychain, Finding::TokenForNow),
            (Subject::Network, Finding::ReachedHere),
            (Subject::Secure, Finding::StaysHere),
            (Subject::Clock, Finding::ClockRight),
            (Subject::Token, Finding::TokenAccepted),
            (Subject::Journal, Finding::JournalWell),
            (Subject::Version, Finding::Version),
            (Subject::Policy, Finding::NoPolicy),
        ],
    );
    assert!(report.lines.iter().skip(1).all(|line| line.state == State::Well), "{:?}", report.lines);
    assert!(!report.all_well, "a token that is gone tomorrow is worth knowing");
    assert_eq!(service.posts(), 0);
    let without_token = service.received().into_iter().filter(|received| received.authorization.is_none()).count();
    assert_eq!((service.received().len(), without_token), (2, 1), "the way is tried without the token");
}

#[tokio::test]
async fn practice_asks_nothing_of_the_network() {
    let service = Service::start().await.expect("a service");
    let place = Place::at(Some(service.base_url())).await;

    let report = place.look(Environment::Practice).await;

    assert_found(
        &report,
        [
            (Subject::Keychain, Finding::KeychainNotNeeded),
            (Subject::Network, Finding::ReachedInside),
            (Subject::Secure, Finding::StaysHere),
            (Subject::Clock, Finding::NoOtherClock),
            (Subject::Token, Finding::NoTokenNeeded),
        ],
    );
    assert_eq!(service.received().len(), 0);
}

#[tokio::test]
async fn without_a_network_the_rest_is_not_known_and_the_journal_still_is() {
    let (_held, address) = silent_port();
    let base = BaseUrl::loopback(&format!("http://{address}/api/v1")).expect("a base");

    let report = Place::at(Some(base)).await.look(Environment::Local).await;

    assert_found(
        &report,
        [
            (Subject::Keychain, Finding::TokenForNow),
            (Subject::Network, Finding::NoConnection),
            (Subject::Clock, Finding::NoNetwork),
            (Subject::Token, Finding::NoNetwork),
            (Subject::Journal, Finding::JournalWell),
        ],
    );
    assert_eq!(state(&report, Subject::Network), State::Wrong);
    assert_eq!(state(&report, Subject::Token), State::NotKnown);
}

#[tokio::test]
async fn a_clock_is_wrong_from_two_minutes_on() {
    for (service_is_off, expected) in [
        (0, None),
        (110, None),
        (-110, None),
        (130, Some("behind")),
        (-130, Some("ahead")),
        (86_400, Some("behind")),
        (-7 * 86_400, Some("ahead")),
    ] {
        let service = Service::start().await.expect("a service");
        service.inject(InjectedFault::ClockOff(service_is_off));

        let report = Place::at(Some(service.base_url())).await.look(Environment::Local).await;

        let (kind, seconds) = match found(&report, Subject::Clock) {
            Found::ClockAhead { seconds } => (Some("ahead"), seconds),
            Found::ClockBehind { seconds } => (Some("behind"), seconds),
            other => {
                assert_eq!(other, is(Finding::ClockRight), "{service_is_off}");
                (None, 0)
            }
        };
        assert_eq!(kind, expected, "{service_is_off}");
        if kind.is_some() {
            let off = i64::from(seconds).abs_diff(i64::abs(service_is_off));
            assert!(off <= 3, "{service_is_off} was told as {seconds}");
            assert_eq!(state(&report, Subject::Clock), State::Wrong);
        }
        assert_eq!(found(&report, Subject::Token), is(Finding::TokenAccepted), "a clock hides nothing else");
    }
}

#[tokio::test]
async fn what_a_service_says_to_the_token_is_told() {
    let turned_away = || Found::Odd { code: CheckCode::TurnedAway };
    for (status, body, code) in [
        (401, r#"{"message":"No."}"#, wrong(CheckCode::TokenRefused)),
        (403, r#"{"status_code":403,"message":"forbidden"}"#, wrong(CheckCode::NotAllowed)),
        (403, r#"{"message":"No."}"#, turned_away()),
        (403, "<!doctype html><title>Blocked</title>", turned_away()),
    ] {
        let report = look_at_answer(&answer_of(status, body)).await;
        assert_found(&report, [(Subject::Network, is(Finding::ReachedHere)), (Subject::Token, code)]);
    }
    for (status, code) in
        [(429, CheckCode::RateLimited), (503, CheckCode::ServiceUnavailable), (510, CheckCode::ServiceFailed)]
    {
        let report = look_at_answer(&answer(status)).await;
        assert_found(&report, [(Subject::Network, is(Finding::ReachedHere)), (Subject::Token, Found::Odd { code })]);
        assert_eq!(state(&report, Subject::Token), State::WorthKnowing);
    }
}

#[tokio::test]
async fn an_answer_without_a_date_leaves_the_clock_to_the_person() {
    let report = look_at_answer(&answer(401)).await;
    assert_found(&report, [(Subject::Clock, Finding::NoDate)]);
}

#[tokio::test]
async fn a_network_that_leads_elsewhere_is_told() {
    let head = "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:9/login\r\ncontent-length: 0\r\n\r\n";
    let report = look_at_answer(head).await;
    assert_found(&report, [(Subject::Network, wrong(CheckCode::Redirected))]);
}

#[tokio::test]
async fn silence_ends_in_time_and_is_not_called_no_network() {
    let server = RawServer::start(Act::Silence);
    let network = Duration::from_millis(300);
    let timeouts = Timeouts { network, ..Timeouts::default() };
    let place = Place::at(Some(server.base_url())).await.with_timeouts(timeouts);

    let report = tokio::time::timeout(Duration::from_secs(3), place.look(Environment::Local)).await.expect("in time");

    assert_found(
        &report,
        [
            (Subject::Network, Found::Odd { code: CheckCode::NoAnswer }),
            (Subject::Clock, is(Finding::NoAnswer)),
            (Subject::Token, is(Finding::NoAnswer)),
            (Subject::Journal, is(Finding::JournalWell)),
        ],
    );
}

async fn look_at_answer(answer: &str) -> resend_reservation::checkup::Report {
    let server = RawServer::start(Act::Say(answer.to_owned()));
    Place::at(Some(server.base_url())).await.look(Environment::Local).await
}

fn answer(status: u16) -> String {
    answer_of(status, r#"{"message":"No."}"#)
}

fn answer_of(status: u16, body: &str) -> String {
    format!("HTTP/1.1 {status} No\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}", body.len())
}
