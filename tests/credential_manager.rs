//! The keychain against Windows' own Credential Manager. Only the entry of the local test service is touched.
#![cfg(windows)]

use std::sync::Arc;

use keyring_core::{CredentialStore, Entry};
use resend_reservation::{
    domain::Environment,
    keychain::{Keep, Keychain, KeychainError, SERVICE, Token, TokenState},
};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::{Mutex, MutexGuard};

const HERE: Environment = Environment::Local;

#[tokio::test]
async fn a_saved_token_is_loaded_again_and_forgotten() {
    let _alone = with_an_empty_entry().await;
    let keychain = Keychain::of_system();
    assert_eq!(keychain.state(HERE).await.expect("an answer"), TokenState::Absent);

    keychain.save(HERE, token("first.token"), Keep::InKeychain).await.expect("saved");
    keychain.save(HERE, token("second.token"), Keep::InKeychain).await.expect("replaced");

    assert_eq!(loaded().await.as_deref(), Some("second.token"));
    assert_eq!(keychain.state(HERE).await.expect("an answer"), TokenState::InKeychain);
    assert_eq!(entry().get_secret().expect("the store's own answer"), b"second.token");

    keychain.forget(HERE).await.expect("forgotten");
    keychain.forget(HERE).await.expect("forgetting nothing is no failure");
    assert_eq!(loaded().await, None);
}

#[tokio::test]
async fn a_token_put_there_by_windows_own_tools_is_used() {
    let _alone = with_an_empty_entry().await;

    // As UTF-16, which is how they store a password.
    entry().set_password("Bearer from.an.administrator\r\n").expect("saved");
    assert_eq!(loaded().await.as_deref(), Some("from.an.administrator"));

    entry().set_password("two words").expect("saved");
    assert!(matches!(Keychain::of_system().load(HERE).await, Err(KeychainError::Unusable)));
}

#[tokio::test]
async fn a_token_as_long_as_windows_holds_is_kept_whole() {
    let _alone = with_an_empty_entry().await;
    let longest = "t".repeat(2560);

    Keychain::of_system().save(HERE, token(&longest), Keep::InKeychain).await.expect("saved");

    assert_eq!(loaded().await, Some(longest));
}

#[tokio::test]
async fn a_token_stays_on_the_computer_where_it_was_typed() {
    let _alone = with_an_empty_entry().await;

    Keychain::of_system().save(HERE, token("a.token"), Keep::InKeychain).await.expect("saved");

    // "Enterprise" would follow the user to every computer of a domain.
    assert_eq!(entry().get_attributes().expect("the store's own answer")["persistence"], "Local");
}

#[tokio::test]
async fn the_journals_key_is_made_once_and_found_again() {
    let key = async || Keychain::of_system().journal_key(HERE).await.expect("a keychain").expect("a key");

    let (made, found) = (key().await, key().await);

    assert_eq!(made, found);
    assert_ne!(made, [0; 32]);
}

/// One test at a time: there is one entry.
async fn with_an_empty_entry() -> MutexGuard<'static, ()> {
    static ENTRY: Mutex<()> = Mutex::const_new(());
    let alone = ENTRY.lock().await;
    Keychain::of_system().forget(HERE).await.expect("forgotten");
    alone
}

fn entry() -> Entry {
    let store: Arc<CredentialStore> = windows_native_keyring_store::Store::new().expect("a store");
    store.build(SERVICE, HERE.name(), None).expect("an entry")
}

fn token(text: &str) -> Token {
    Token::parse(&SecretString::from(text)).expect("a token")
}

async fn loaded() -> Option<String> {
    let token = Keychain::of_system().load(HERE).await.expect("an answer")?;
    Some(token.as_secret().expose_secret().to_owned())
}
