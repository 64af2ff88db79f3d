//! The keychain against a real Secret Service in each of the states that users meet. The service is found
//! through the environment, so each test runs again as a process of its own on a private message bus.

mod asking;
mod asking_store;
mod bus_watch;
mod plain_keyring;
mod several;
mod standard_input;
mod turns;

use std::time::Duration;

use resend_reservation::{
    domain::Environment,
    keychain::{Keep, Keychain, KeychainError, Token, TokenState},
};
use secrecy::{ExposeSecret, SecretString};

use crate::kit::private_bus::{SecretService, State, on_a_private_bus};

const HERE: Environment = Environment::Production;

#[test]
fn a_saved_token_is_loaded_again_and_seen_by_the_desktops_own_tool() {
    on_a_private_bus(
        State::Unlocked,
        "keychain::a_saved_token_is_loaded_again_and_seen_by_the_desktops_own_tool",
        async |service| {
            let keychain = Keychain::of_system();
            assert_eq!(keychain.state(HERE).await.expect("an answer"), TokenState::Absent);

            keychain.save(HERE, token("first.token"), Keep::InKeychain).await.expect("saved");
            keychain.save(HERE, token("second.token"), Keep::InKeychain).await.expect("replaced");

            assert_eq!(loaded(&Keychain::of_system()).await.as_deref(), Some("second.token"));
            assert_eq!(keychain.state(HERE).await.expect("an answer"), TokenState::InKeychain);
            assert_eq!(service.lookup("production").as_deref(), Some("second.token"));
            assert_eq!(service.lookup("demo"), None, "one token an environment");

            keychain.forget(HERE).await.expect("forgotten");
            keychain.forget(HERE).await.expect("forgetting nothing is no failure");
            assert_eq!(loaded(&keychain).await, None);
            assert_eq!(service.lookup("production"), None);
        },
    );
}

#[test]
fn a_token_put_there_by_the_desktops_own_tool_is_used() {
    on_a_private_bus(
        State::Unlocked,
        "keychain::a_token_put_there_by_the_desktops_own_tool_is_used",
        async |service| {
            service.store("production", "Bearer from.an.administrator\n");
            assert_eq!(loaded(&Keychain::of_system()).await.as_deref(), Some("from.an.administrator"));

            service.store("production", "two words");
            assert!(matches!(Keychain::of_system().load(HERE).await, Err(KeychainError::Unusable)));
        },
    );
}

#[test]
fn a_locked_keychain_is_said_to_be_locked_and_recovers_without_a_restart() {
    on_a_private_bus(
        State::Locked,
        "keychain::a_locked_keychain_is_said_to_be_locked_and_recovers_without_a_restart",
        async |mut service: SecretService| {
            let keychain = Keychain::of_system();
            let refused = keychain.save(HERE, token("a.token"), Keep::InKeychain).await;
            assert!(is_locked(refused.as_ref().err()), "{refused:?}");

            service.start(true);

            keychain.save(HERE, token("a.token"), Keep::InKeychain).await.expect("saved");
            assert_eq!(loaded(&keychain).await.as_deref(), Some("a.token"));

            service.start(false);
            let refused = keychain.load(HERE).await;
            assert!(is_locked(refused.as_ref().err()), "{refused:?}");
        },
    );
}

/// On a busy computer the question that nobody can be asked takes as long as one that somebody closes.
fn is_locked(refused: Option<&KeychainError>) -> bool {
    matches!(refused, Some(KeychainError::Locked(_) | KeychainError::PromptCancelled(_)))
}

#[test]
fn a_keychain_without_a_collection_says_so_when_saving() {
    on_a_private_bus(
        State::NoCollection,
        "keychain::a_keychain_without_a_collection_says_so_when_saving",
        async |_| {
            let keychain = Keychain::of_system();
            assert_eq!(loaded(&keychain).await, None);
            let refused = keychain.save(HERE, token("a.token"), Keep::InKeychain).await;
            assert!(matches!(refused, Err(KeychainError::NoCollection(_))), "{refused:?}");
        },
    );
}

#[test]
fn an_absent_keychain_is_said_to_be_absent_and_recovers_without_a_restart() {
    on_a_private_bus(
        State::NoService,
        "keychain::an_absent_keychain_is_said_to_be_absent_and_recovers_without_a_restart",
        async |mut service: SecretService| {
            let keychain = Keychain::of_system();
            let refused = keychain.load(HERE).await;
            assert!(matches!(refused, Err(KeychainError::Absent(_))), "{refused:?}");

            service.start(true);

            keychain.save(HERE, token("a.token"), Keep::InKeychain).await.expect("saved");
            assert_eq!(loaded(&keychain).await.as_deref(), Some("a.token"));
        },
    );
}

#[test]
fn a_computer_without_a_message_bus_has_no_keychain() {
    on_a_private_bus(State::NoBus, "keychain::a_computer_without_a_message_bus_has_no_keychain", async |_| {
        let refused = Keychain::of_system().load(HERE).await;
        assert!(matches!(refused, Err(KeychainError::Absent(_))), "{refused:?}");
    });
}

#[test]
fn on_kde_the_absent_keychain_is_called_kwallet() {
    on_a_private_bus(State::NoServiceOnKde, "keychain::on_kde_the_absent_keychain_is_called_kwallet", async |_| {
        let refused = Keychain::of_system().load(HERE).await;
        assert!(matches!(refused, Err(KeychainError::KWallet(_))), "{refused:?}");
    });
}

#[test]
fn a_token_kept_until_the_app_closes_is_nowhere_else() {
    on_a_private_bus(State::NoService, "keychain::a_token_kept_until_the_app_closes_is_nowhere_else", async |_| {
        let keychain = Keychain::of_system();
        keychain.save(HERE, token("a.token"), Keep::UntilTheAppCloses).await.expect("kept");

        assert_eq!(keychain.state(HERE).await.expect("an answer"), TokenState::UntilTheAppCloses);
        assert_eq!(loaded(&keychain).await.as_deref(), Some("a.token"));
        assert!(Keychain::of_system().load(HERE).await.is_err(), "another start of the app does not have it");
        assert!(keychain.load(Environment::Demo).await.is_err(), "another environment does not have it");
    });
}

#[tokio::test]
async fn a_keychain_that_never_answers_is_given_up() {
    let (_keep_waiting, wait) = std::sync::mpsc::channel::<()>();
    let wait = std::sync::Mutex::new(wait);
    let keychain = Keychain::new(
        move || {
            let _ = wait.lock().expect("no panic").recv();
            keyring_core::mock::Store::new().map(|store| store as _)
        },
        Duration::from_millis(50),
    );

    assert!(matches!(keychain.load(HERE).await, Err(KeychainError::NoAnswer)));
}

#[tokio::test]
async fn every_failure_of_a_store_keeps_the_token_out_of_its_words() {
    use keyring_core::{CredentialStore, Error, mock};
    use std::sync::Arc;

    let secret = b"a.secret.token".to_vec();
    let failures: [fn(Vec<u8>) -> Error; 3] = [
        Error::BadEncoding,
        |bytes| Error::BadDataFormat(bytes, "odd".into()),
        |_| Error::NoStorageAccess("locked".into()),
    ];
    for failure in failures {
        let store = mock::Store::new().expect("a mock");
        let entry =
            keyring_core::api::CredentialStoreApi::build(&*store, "no.resendreservation.desktop", "production", None)
                .expect("an entry");
        let credential: &mock::Cred = entry.as_any().downcast_ref().expect("a mock credential");
        credential.set_error(failure(secret.clone()));
        let keychain = Keychain::new(move || Ok(store.clone() as Arc<CredentialStore>), Duration::from_secs(5));

        let error = keychain.load(HERE).await.expect_err("it was told to fail");

        let bytes = format!("{:?}", &secret[..4]);
        assert!(!format!("{error:?}").contains(bytes.trim_matches(['[', ']'])), "{error:?}");
    }
}

fn token(text: &str) -> Token {
    Token::parse(&SecretString::from(text)).expect("a token")
}

async fn loaded(keychain: &Keychain) -> Option<String> {
    let token = keychain.load(HERE).await.expect("an answer")?;
    Some(token.as_secret().expose_secret().to_owned())
}

#[test]
fn the_journals_key_is_made_once_and_found_again() {
    on_a_private_bus(State::Unlocked, "keychain::the_journals_key_is_made_once_and_found_again", async |_| {
        let key = async || Keychain::of_system().journal_key(Environment::Production).await.expect("a keychain");

        let made = key().await.expect("a key");
        let found = key().await.expect("a key");

        assert_eq!(made, found);
        assert_ne!(made, [0; 32]);
        let practice = Keychain::of_system().journal_key(Environment::Practice).await.expect("asked");
        assert_eq!(practice, None, "practice has a key for the session");
    });
}

#[test]
fn whoever_keeps_the_token_until_the_app_closes_has_nothing_in_the_keychain() {
    let test = "keychain::whoever_keeps_the_token_until_the_app_closes_has_nothing_in_the_keychain";
    on_a_private_bus(State::Unlocked, test, async |_| {
        let keychain = Keychain::of_system();
        let token = Token::parse(&SecretString::from("a.token")).expect("a token");
        keychain.save(Environment::Production, token, Keep::UntilTheAppCloses).await.expect("kept");

        assert_eq!(keychain.journal_key(Environment::Production).await.expect("asked"), None);
    });
}
