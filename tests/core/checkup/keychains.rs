//! The keychain: real ones in the states that users meet, and one that never answers.

use std::time::{Duration, Instant};

use resend_reservation::{
    checkup::{Finding, Subject, Timeouts},
    domain::Environment,
    failure::CheckCode,
    keychain::Keychain,
    practice::Service,
};

use super::{Place, TOKEN, assert_found, found, is, wrong};
use crate::kit::private_bus::{State, on_a_private_bus};

const HERE: Environment = Environment::Local;

#[test]
fn a_token_in_the_keychain_makes_all_well() {
    on_a_private_bus(
        State::Unlocked,
        "checkup::keychains::a_token_in_the_keychain_makes_all_well",
        async |secret_service| {
            secret_service.store("local", TOKEN);
            let service = Service::start().await.expect("a service");
            let place = Place::at(Some(service.base_url())).await.with_keychain(Keychain::of_system());

            let report = place.look(HERE).await;

            assert_found(
                &report,
                [(Subject::Keychain, Finding::TokenInKeychain), (Subject::Token, Finding::TokenAccepted)],
            );
            assert!(report.all_well, "{:?}", report.lines);
        },
    );
}

#[test]
fn a_keychain_without_a_token_says_that_it_is_missing() {
    on_a_private_bus(
        State::Unlocked,
        "checkup::keychains::a_keychain_without_a_token_says_that_it_is_missing",
        async |_| {
            let place = Place::at(None).await.with_keychain(Keychain::of_system());

            let report = place.look(HERE).await;
            assert_found(
                &report,
                [(Subject::Keychain, Finding::TokenMissing), (Subject::Token, Finding::NoTokenToTry)],
            );

            let report = place.look(Environment::Practice).await;
            assert_found(&report, [(Subject::Keychain, Finding::KeychainAnswers)]);
        },
    );
}

#[test]
fn a_locked_keychain_hides_neither_the_network_nor_the_clock() {
    on_a_private_bus(
        State::Locked,
        "checkup::keychains::a_locked_keychain_hides_neither_the_network_nor_the_clock",
        async |mut secret_service| {
            secret_service.start(true);
            secret_service.store("local", TOKEN);
            secret_service.start(false);
            let service = Service::start().await.expect("a service");
            let place = Place::at(Some(service.base_url())).await.with_keychain(Keychain::of_system());

            let report = place.look(HERE).await;

            // On a busy computer the question that nobody can be asked takes as long as one that somebody closes.
            let locked = [CheckCode::KeychainLocked, CheckCode::KeychainPromptCancelled].map(wrong);
            assert!(locked.contains(&found(&report, Subject::Keychain)), "{:?}", report.lines);
            assert_found(
                &report,
                [
                    (Subject::Token, is(Finding::NoTokenToTry)),
                    (Subject::Network, is(Finding::ReachedHere)),
                    (Subject::Clock, is(Finding::ClockRight)),
                ],
            );
        },
    );
}

#[test]
fn an_absent_keychain_is_told() {
    on_a_private_bus(State::NoService, "checkup::keychains::an_absent_keychain_is_told", async |_| {
        let place = Place::at(None).await.with_keychain(Keychain::of_system());
        assert_found(&place.look(HERE).await, [(Subject::Keychain, wrong(CheckCode::KeychainAbsent))]);
    });
}

#[tokio::test]
async fn a_keychain_that_never_answers_is_given_up_and_the_others_are_told() {
    let service = Service::start().await.expect("a service");
    let (stop, stopped) = std::sync::mpsc::channel::<()>();
    let stopped = std::sync::Mutex::new(stopped);
    let asking = move || {
        // Until the test is over: somebody has gone from the keychain's question.
        let _ = stopped.lock().expect("no panic").recv();
        Err(keyring_core::Error::NoDefaultStore)
    };
    let timeouts = Timeouts { keychain: Duration::from_millis(200), ..Timeouts::default() };
    let place = Place::at(Some(service.base_url())).await;
    let place = place.with_keychain(Keychain::new(asking, Duration::from_mins(1))).with_timeouts(timeouts);
    let begun = Instant::now();

    let report = place.look(HERE).await;

    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
    assert_found(
        &report,
        [
            (Subject::Keychain, wrong(CheckCode::KeychainNoAnswer)),
            (Subject::Network, is(Finding::ReachedHere)),
            (Subject::Journal, is(Finding::JournalWell)),
        ],
    );
    drop(stop);
}
