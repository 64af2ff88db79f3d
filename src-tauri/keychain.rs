//! The access token, one for each environment, in the operating system's keychain: the Secret Service
//! on Linux, the Credential Manager on Windows, the Keychain on macOS.
//!
//! A session with the store is kept from one use to the next, and never after a failure. That buys recovery without
//! a restart: a keychain that was absent or locked a moment ago may be there now.

mod cancellation;
pub(crate) mod encoding;
mod error;
mod journal_key;
mod lock;
mod session;
mod several;
mod store;
mod timeout;
mod token;

use std::{
    collections::HashMap,
    fmt,
    sync::{
        Arc, LazyLock,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use keyring_core::CredentialStore;
use parking_lot::Mutex;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

pub use error::KeychainError;
use lock::KeychainLock;
use session::Session;
use store::StoredSecret;
pub use token::{Token, TokenError};

use crate::domain::Environment;

/// The service that every entry is filed under. Changing it loses everybody's token.
pub const SERVICE: &str = "no.resendreservation.desktop";

/// The entry of the key under which the journal keeps contacts. Changing it costs the memory of who got what.
const JOURNAL_KEY: &str = "journal";

/// The timeout of one use. An unlock prompt waits for a person; after this long the person has gone.
const TIMEOUT: Duration = Duration::from_mins(1);

type Open = dyn Fn() -> keyring::Result<Arc<CredentialStore>> + Send + Sync;

pub struct Keychain {
    session: Session,
    limit: Duration,
    lock: KeychainLock,
    /// Tokens that somebody chose to keep only until the app closes.
    until_close: Mutex<HashMap<Environment, SecretString>>,
    /// The keychain's last question to a person was not answered, or is still open.
    asked_in_vain: Arc<AtomicBool>,
    journal_key: tokio::sync::Mutex<Option<Zeroizing<journal_key::Key>>>,
}

/// The place where a token is to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Keep {
    InKeychain,
    UntilTheAppCloses,
}

/// The state of a token: whether one is there, and where. Never the token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum TokenState {
    Absent,
    InKeychain,
    /// The one that is used is in the keychain, and another program has filed something under the same name.
    OneOfSeveral,
    UntilTheAppCloses,
}

impl Keychain {
    /// Returns the keychain of this operating system. However many of these there are in a process, they take turns.
    pub fn of_system() -> Self {
        static LOCK: LazyLock<KeychainLock> = LazyLock::new(KeychainLock::default);
        Self { lock: LOCK.clone(), ..Self::new(store::open, TIMEOUT) }
    }

    pub fn new(
        open: impl Fn() -> keyring::Result<Arc<CredentialStore>> + Send + Sync + 'static,
        limit: Duration,
    ) -> Self {
        Self {
            session: Session::new(Arc::new(open)),
            limit,
            lock: KeychainLock::default(),
            until_close: Mutex::default(),
            asked_in_vain: Arc::default(),
            journal_key: tokio::sync::Mutex::default(),
        }
    }

    pub async fn load(&self, environment: Environment) -> Result<Option<Token>, KeychainError> {
        Ok(self.look(environment).await?.map(|(token, _)| token))
    }

    pub async fn state(&self, environment: Environment) -> Result<TokenState, KeychainError> {
        Ok(self.look(environment).await?.map_or(TokenState::Absent, |(_, state)| state))
    }

    /// Reads the token, and where it is kept.
    pub async fn look(&self, environment: Environment) -> Result<Option<(Token, TokenState)>, KeychainError> {
        if let Some(kept) = self.kept(environment) {
            return understood(&kept, TokenState::UntilTheAppCloses);
        }
        let user = environment.name();
        found(self.with_entry(user, move |entry, _| store::read(entry, user)).await)
    }

    /// Reads the token for what the app does of itself, in the background. A locked keychain may ask a person once, not
    /// at each keystroke. After that it is left alone until something that a person asked for has opened it. Nor does
    /// it wait for the answer to somebody else's question.
    pub async fn load_quietly(&self, environment: Environment) -> Result<Option<Token>, KeychainError> {
        if let Some(kept) = self.kept(environment) {
            return Ok(understood(&kept, TokenState::UntilTheAppCloses)?.map(|(token, _)| token));
        }
        if self.is_asked_in_vain() {
            return Err(KeychainError::NoAnswer);
        }
        let guard = self.lock.acquire_unless_a_person_is_asked().await.ok_or(KeychainError::NoAnswer)?;
        // While we waited for the lock it may have been asked.
        if self.is_asked_in_vain() {
            return Err(KeychainError::NoAnswer);
        }
        let user = environment.name();
        let read = self.under_lock(guard, user, move |entry, _| store::read(entry, user)).await;
        Ok(found(read)?.map(|(token, _)| token))
    }

    /// Saves a token, and returns where it is now. One that could not be saved leaves everything as it was; one that is
    /// saved is the only one under its name. There is no second look: that could fail, and what is saved is saved.
    pub async fn save(&self, environment: Environment, token: Token, keep: Keep) -> Result<TokenState, KeychainError> {
        let (user, token) = (environment.name(), Arc::new(token));
        match keep {
            Keep::UntilTheAppCloses => {
                self.until_close.lock().insert(environment, token.as_secret().clone());
                Ok(TokenState::UntilTheAppCloses)
            }
            Keep::InKeychain => {
                let saved = Arc::clone(&token);
                let write = move |entry: &_, cancellation: &_| store::write(entry, user, saved.expose(), cancellation);
                let is_one_of_several = self.with_entry(user, write).await?;
                self.until_close.lock().remove(&environment);
                if !is_one_of_several {
                    return Ok(TokenState::InKeychain);
                }
                let settled =
                    self.with_entry(user, move |entry, _| store::keep_only(entry, user, token.expose())).await;
                Ok(settled.map_or(TokenState::OneOfSeveral, |()| TokenState::InKeychain))
            }
        }
    }

    /// Deletes the token, and returns what is there now. What could not be forgotten leaves everything as it was. Where
    /// no keychain answers, the token that is kept until the app closes is the only one that can be used, and it goes.
    pub async fn forget(&self, environment: Environment) -> Result<TokenState, KeychainError> {
        let user = environment.name();
        let was_kept = self.kept(environment).is_some();
        match self.with_entry(user, move |entry, cancellation| store::delete(entry, user, cancellation)).await {
            Ok(()) | Err(KeychainError::NoEntry) => {}
            Err(KeychainError::Absent(_) | KeychainError::KWallet(_)) if was_kept => {}
            Err(error) => return Err(error),
        }
        self.until_close.lock().remove(&environment);
        Ok(TokenState::Absent)
    }

    /// Returns the key under which the journal keeps contacts, made when there is none. None where a person chose to
    /// keep the token until the app closes: then the keychain is left alone.
    pub async fn journal_key(&self, environment: Environment) -> Result<Option<journal_key::Key>, KeychainError> {
        if environment == Environment::Practice || self.kept(environment).is_some() {
            return Ok(None);
        }
        let mut known = self.journal_key.lock().await;
        if known.is_none() {
            let key = self.with_entry(JOURNAL_KEY, |entry, _| journal_key::read_or_make(entry, JOURNAL_KEY)).await?;
            *known = Some(Zeroizing::new(key));
        }
        Ok(known.as_deref().copied())
    }

    /// Returns the journal's key where it was read before: no store is opened, and nobody is asked.
    pub(crate) fn journal_key_at_hand(&self, environment: Environment) -> Option<journal_key::Key> {
        let is_apart = environment == Environment::Practice || self.kept(environment).is_some();
        self.journal_key.try_lock().ok().filter(|_| !is_apart)?.as_deref().copied()
    }

    fn is_asked_in_vain(&self) -> bool {
        self.asked_in_vain.load(Ordering::Relaxed)
    }

    fn kept(&self, environment: Environment) -> Option<SecretString> {
        self.until_close.lock().get(&environment).cloned()
    }
}

fn found(read: Result<StoredSecret, KeychainError>) -> Result<Option<(Token, TokenState)>, KeychainError> {
    match read {
        Ok(StoredSecret { secret, is_alone: true }) => understood(&secret, TokenState::InKeychain),
        Ok(StoredSecret { secret, is_alone: false }) => understood(&secret, TokenState::OneOfSeveral),
        Err(KeychainError::NoEntry) => Ok(None),
        Err(error) => Err(error),
    }
}

fn understood(secret: &SecretString, state: TokenState) -> Result<Option<(Token, TokenState)>, KeychainError> {
    match Token::parse(secret) {
        Ok(token) => Ok(Some((token, state))),
        Err(TokenError::Empty) => Ok(None),
        // Put there by hand, outside this app.
        Err(TokenError::Malformed | TokenError::TooLong) => Err(KeychainError::Unusable),
    }
}

impl fmt::Debug for Keychain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keychain").finish_non_exhaustive()
    }
}

impl Token {
    fn expose(&self) -> &str {
        self.as_secret().expose_secret()
    }
}
