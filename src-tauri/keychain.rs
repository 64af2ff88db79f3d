//! The access token, one for each environment, in the operating system's keychain: the Secret Service
//! on Linux, the Credential Manager on Windows, the Keychain on macOS.
//!
//! The store is opened anew for each use. That costs some milliseconds and buys recovery without a
//! restart: a keychain that was absent or locked a moment ago may be there now.

mod error;
mod store;
mod token;

use std::{
    collections::HashMap,
    fmt,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use keyring_core::{CredentialStore, Entry};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

pub use error::KeychainError;
pub use token::{Token, TokenError};

use crate::domain::Environment;

/// The service that every entry is filed under. Changing it loses everybody's token.
pub const SERVICE: &str = "no.resendreservation.desktop";

/// The entry of the key under which the journal keeps contacts. Changing it costs the memory of who got what.
const JOURNAL_KEY: &str = "journal";

/// An unlock prompt waits for a person; after this long the person has gone.
const PATIENCE: Duration = Duration::from_mins(1);

type Open = dyn Fn() -> keyring_core::Result<Arc<CredentialStore>> + Send + Sync;

pub struct Keychain {
    open: Arc<Open>,
    patience: Duration,
    /// Tokens that somebody chose to keep only until the app closes.
    until_close: Mutex<HashMap<Environment, SecretString>>,
    /// The keychain's last question to a person was not answered, or is still open.
    asked_in_vain: Arc<AtomicBool>,
    /// One look at a time that nobody asked for.
    quiet: tokio::sync::Mutex<()>,
    journal_key: tokio::sync::Mutex<Option<Zeroizing<[u8; 32]>>>,
}

/// Where a token is to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Keep {
    InKeychain,
    UntilTheAppCloses,
}

/// Whether a token is there. Never the token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum TokenState {
    Absent,
    InKeychain,
    UntilTheAppCloses,
}

impl Keychain {
    /// The keychain of this operating system.
    pub fn of_system() -> Self {
        Self::new(store::open, PATIENCE)
    }

    pub fn new(
        open: impl Fn() -> keyring_core::Result<Arc<CredentialStore>> + Send + Sync + 'static,
        patience: Duration,
    ) -> Self {
        Self {
            open: Arc::new(open),
            patience,
            until_close: Mutex::default(),
            asked_in_vain: Arc::default(),
            quiet: tokio::sync::Mutex::default(),
            journal_key: tokio::sync::Mutex::default(),
        }
    }

    pub async fn load(&self, environment: Environment) -> Result<Option<Token>, KeychainError> {
        let kept = self.until_close().get(&environment).cloned();
        let stored = match kept {
            Some(secret) => Some(secret),
            None => self.read(environment).await?,
        };
        match stored.map(|secret| Token::parse(&secret)) {
            None | Some(Err(TokenError::Empty)) => Ok(None),
            Some(Ok(token)) => Ok(Some(token)),
            // Put there by hand, outside this app.
            Some(Err(TokenError::Malformed | TokenError::TooLong)) => Err(KeychainError::Unusable),
        }
    }

    /// For what the app does of itself: a locked keychain may ask a person once, not at each keystroke. After that it is
    /// left alone until something that a person asked for has opened it.
    pub async fn load_quietly(&self, environment: Environment) -> Result<Option<Token>, KeychainError> {
        let _turn = self.quiet.lock().await;
        if !self.until_close().contains_key(&environment) && self.asked_in_vain.swap(true, Ordering::Relaxed) {
            return Err(KeychainError::NoAnswer);
        }
        self.load(environment).await
    }

    pub async fn state(&self, environment: Environment) -> Result<TokenState, KeychainError> {
        if self.until_close().contains_key(&environment) {
            return Ok(TokenState::UntilTheAppCloses);
        }
        Ok(self.load(environment).await?.map_or(TokenState::Absent, |_| TokenState::InKeychain))
    }

    /// A token that could not be saved leaves everything as it was.
    pub async fn save(&self, environment: Environment, token: Token, keep: Keep) -> Result<(), KeychainError> {
        match keep {
            Keep::UntilTheAppCloses => {
                self.until_close().insert(environment, token.into_secret());
            }
            Keep::InKeychain => {
                self.with_entry(environment.name(), move |entry| store::write(entry, token.expose())).await?;
                self.until_close().remove(&environment);
            }
        }
        Ok(())
    }

    pub async fn forget(&self, environment: Environment) -> Result<(), KeychainError> {
        self.until_close().remove(&environment);
        match self.with_entry(environment.name(), Entry::delete_credential).await {
            Ok(()) | Err(KeychainError::NoEntry) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// The key under which the journal keeps contacts: made when there is none. None where a person chose to keep the
    /// token until the app closes: then the keychain is left alone.
    pub async fn journal_key(&self, environment: Environment) -> Result<Option<[u8; 32]>, KeychainError> {
        if environment == Environment::Practice || self.until_close().contains_key(&environment) {
            return Ok(None);
        }
        let mut known = self.journal_key.lock().await;
        if known.is_none() {
            let key = self.with_entry(JOURNAL_KEY, store::read_or_make_key).await?;
            *known = Some(Zeroizing::new(key));
        }
        Ok(known.as_deref().copied())
    }

    async fn read(&self, environment: Environment) -> Result<Option<SecretString>, KeychainError> {
        match self.with_entry(environment.name(), store::read).await {
            Ok(secret) => Ok(Some(secret)),
            Err(KeychainError::NoEntry) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Runs off the async threads, since an unlock prompt blocks for as long as a person thinks.
    async fn with_entry<T: Send + 'static>(
        &self,
        user: &'static str,
        operation: impl FnOnce(&Entry) -> keyring_core::Result<T> + Send + 'static,
    ) -> Result<T, KeychainError> {
        let open = Arc::clone(&self.open);
        let asked_in_vain = Arc::clone(&self.asked_in_vain);
        let begun = Instant::now();
        let work = tokio::task::spawn_blocking(move || {
            let done = open().map_err(KeychainError::from_opening).and_then(|store| {
                let entry = store::entry(&*store, user);
                entry
                    .and_then(|entry| operation(&entry))
                    .map_err(|error| KeychainError::from_use(error, begun.elapsed()))
            });
            asked_in_vain.store(done.as_ref().is_err_and(KeychainError::wants_a_person), Ordering::Relaxed);
            done
        });
        match tokio::time::timeout(self.patience, work).await {
            Ok(Ok(done)) => done,
            Ok(Err(panicked)) => Err(KeychainError::Failed(Box::new(panicked))),
            Err(_) => Err(KeychainError::NoAnswer),
        }
    }

    fn until_close(&self) -> MutexGuard<'_, HashMap<Environment, SecretString>> {
        self.until_close.lock().unwrap_or_else(PoisonError::into_inner)
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
