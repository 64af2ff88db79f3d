//! The session with the credential store. Opening one is a key exchange, which takes longer than all that is asked in
//! it: so it is kept for a while, as a paste is mostly followed by a send.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use keyring_core::CredentialStore;
use parking_lot::Mutex;
use tokio::task::spawn_blocking;

use super::{KeychainError, Open, cancellation::Cancellation, lock::KeychainLock};

/// How long it is kept after a use: somebody has checked the card by then, and pressed Enter.
const IDLE_TIMEOUT: Duration = Duration::from_mins(2);

/// A session that outlives one use, and not a failed one: what is tried again is tried in a new session.
#[derive(Clone)]
pub(super) struct Session {
    open: Arc<Open>,
    kept: Arc<Mutex<Option<Kept>>>,
}

struct Kept {
    store: Arc<CredentialStore>,
    since: Instant,
}

impl Session {
    pub(super) fn new(open: Arc<Open>) -> Self {
        Self { open, kept: Arc::default() }
    }

    /// Takes the session that was kept, or opens one. It is not kept again unless the use of it says so.
    pub(super) fn take(
        &self,
        lock: &KeychainLock,
        cancellation: &Cancellation,
    ) -> Result<Arc<CredentialStore>, KeychainError> {
        let _alone = lock.opening();
        if cancellation.is_cancelled() {
            return Err(KeychainError::NoAnswer);
        }
        match self.kept.lock().take() {
            Some(kept) => Ok(kept.store),
            None => (self.open)().map_err(KeychainError::from_opening),
        }
    }

    pub(super) fn keep(&self, store: Arc<CredentialStore>) {
        *self.kept.lock() = Some(Kept { store, since: Instant::now() });
    }

    /// Closes it once it has not been used for long enough. It is enough to call this after each use.
    pub(super) async fn close_when_idle(self) {
        tokio::time::sleep(IDLE_TIMEOUT).await;
        let idle = self.kept.lock().take_if(|kept| kept.since.elapsed() >= IDLE_TIMEOUT);
        // Taking leave of a message bus may block.
        drop(spawn_blocking(|| drop(idle)));
    }
}
