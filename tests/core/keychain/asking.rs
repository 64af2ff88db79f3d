//! A keychain that asks a person and waits: what others do meanwhile, and what becomes of an answer that comes too late.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use resend_reservation::{
    domain::Environment,
    keychain::{Keep, Keychain, KeychainError, TokenState},
};

use super::{
    HERE,
    asking_store::{Step, Store},
    loaded, token,
};

#[tokio::test]
async fn a_quiet_look_does_not_wait_for_somebody_elses_question() {
    let store = Store::default();
    let keychain = Arc::new(store.keychain(Duration::from_mins(1)));
    keychain.save(HERE, token("a.token"), Keep::InKeychain).await.expect("saved");
    store.ask_before(Step::Reading);
    let asking = tokio::spawn({
        let keychain = Arc::clone(&keychain);
        async move { keychain.load(HERE).await }
    });
    store.asks().await;

    let begun = Instant::now();
    let looked = keychain.load_quietly(HERE).await;
    assert!(matches!(looked, Err(KeychainError::NoAnswer)), "{looked:?}");
    let looked = keychain.load_quietly(Environment::Demo).await;
    assert!(matches!(looked, Err(KeychainError::NoAnswer)), "{looked:?}");
    assert!(begun.elapsed() < Duration::from_secs(6), "{:?}", begun.elapsed());
    assert_eq!(store.opened(), 1, "nobody else has asked");

    store.answer();
    assert!(asking.await.expect("it ends").expect("an answer").is_some());
    assert!(keychain.load_quietly(HERE).await.expect("an answer").is_some(), "it is open now");
}

#[tokio::test]
async fn one_answer_serves_everybody_who_waits_for_it() {
    let store = Store::default();
    let keychain = Arc::new(store.keychain(Duration::from_mins(1)));
    keychain.save(HERE, token("a.token"), Keep::InKeychain).await.expect("saved");
    store.ask_before(Step::Reading);
    let uses: Vec<_> = (0..5)
        .map(|_| {
            let keychain = Arc::clone(&keychain);
            tokio::spawn(async move { keychain.load(HERE).await })
        })
        .collect();
    store.asks().await;
    assert_eq!(store.opened(), 1, "the others wait");

    store.answer();

    for waiting in uses {
        assert!(waiting.await.expect("it ends").expect("an answer").is_some());
    }
    assert_eq!(store.questions(), 1);
}

#[tokio::test]
async fn a_question_that_nothing_answers_any_more_keeps_nobody_out_for_good() {
    let store = Store::default();
    store.set(Some("a.token"));
    let keychain = store.keychain(Duration::from_secs(2));
    store.ask_before(Step::Reading);
    let refused = keychain.load(HERE).await;
    assert!(matches!(refused, Err(KeychainError::NoAnswer)), "{refused:?}");

    // As when the service dies with its window: whoever was asking waits for ever.
    store.lose_the_question();

    assert_eq!(loaded(&keychain).await.as_deref(), Some("a.token"));
    assert!(keychain.load_quietly(HERE).await.expect("an answer").is_some());
    store.answer();
}

#[tokio::test]
async fn a_token_that_was_not_saved_in_time_is_not_saved_afterwards() {
    for step in [Step::Reading, Step::Writing] {
        for earlier in [None, Some("earlier.token")] {
            let store = Store::default();
            store.set(earlier);
            let keychain = store.keychain(Duration::from_millis(100));
            store.ask_before(step);

            let saved = keychain.save(HERE, token("late.token"), Keep::InKeychain).await;
            assert!(matches!(saved, Err(KeychainError::NoAnswer)), "{saved:?}");
            keychain.save(HERE, token("late.token"), Keep::UntilTheAppCloses).await.expect("kept");
            store.answer();
            store.is_left_alone().await;

            assert_eq!(store.get().as_deref(), earlier, "{step:?}");
            assert_eq!(keychain.state(HERE).await.expect("an answer"), TokenState::UntilTheAppCloses);
        }
    }
}

#[tokio::test]
async fn a_token_that_was_not_forgotten_in_time_is_not_forgotten_afterwards() {
    let store = Store::default();
    store.set(Some("a.token"));
    let keychain = store.keychain(Duration::from_millis(100));
    store.ask_before(Step::Reading);

    let forgotten = keychain.forget(HERE).await;
    assert!(matches!(forgotten, Err(KeychainError::NoAnswer)), "{forgotten:?}");
    store.answer();
    store.is_left_alone().await;

    assert_eq!(store.get().as_deref(), Some("a.token"));
    assert_eq!(loaded(&store.keychain(Duration::from_secs(10))).await.as_deref(), Some("a.token"));
}

#[tokio::test]
async fn a_token_kept_until_the_app_closes_stays_where_forgetting_fails_and_goes_where_there_is_no_keychain() {
    let store = Store::default();
    store.set(Some("a.token"));
    let keychain = store.keychain(Duration::from_millis(100));
    keychain.save(HERE, token("kept.token"), Keep::UntilTheAppCloses).await.expect("kept");
    store.ask_before(Step::Reading);

    assert!(keychain.forget(HERE).await.is_err());
    assert_eq!(keychain.state(HERE).await.expect("an answer"), TokenState::UntilTheAppCloses, "nothing is forgotten");
    store.answer();
    store.is_left_alone().await;

    let without = Keychain::new(|| Err(keyring::Error::NoDefaultStore), Duration::from_secs(5));
    without.save(HERE, token("kept.token"), Keep::UntilTheAppCloses).await.expect("kept");
    let left = without.forget(HERE).await.expect("the only one that could be used is gone");
    assert_eq!(left, TokenState::Absent, "which is said without asking the keychain that is not there");
    assert!(matches!(without.load(HERE).await, Err(KeychainError::Absent(_))));
}
