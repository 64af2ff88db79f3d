//! A mutual exclusion lock around the operating system's keychain: one use at a time in the whole process.
//!
//! gnome-keyring 50 aborts while several sessions are negotiated with it at once, and comes back locked. And whoever
//! waits while a person is being asked needs no question of their own: the answer serves both.

use std::{
    pin::pin,
    sync::Arc,
    time::{Duration, Instant},
};

use parking_lot::{Mutex, MutexGuard};
use tokio::{sync::OwnedMutexGuard, time::timeout};

/// The longest use without a question. What takes longer is a question to a person, or a keychain that hangs.
const LONGEST_WITHOUT_A_PERSON: Duration = Duration::from_secs(2);

/// A fair lock: first come, first served.
#[derive(Clone, Default)]
pub(super) struct KeychainLock(Arc<Parts>);

#[derive(Default)]
struct Parts {
    mutex: Arc<tokio::sync::Mutex<()>>,
    /// Since when somebody holds it.
    since: Mutex<Option<Instant>>,
    opening: Mutex<()>,
}

/// The lock's guard: the right to use the keychain, until this is dropped.
pub(super) struct KeychainGuard {
    lock: KeychainLock,
    _held: OwnedMutexGuard<()>,
}

impl KeychainLock {
    pub(super) async fn acquire(&self, limit: Duration) -> Option<KeychainGuard> {
        let held = timeout(limit, Arc::clone(&self.0.mutex).lock_owned()).await.ok()?;
        Some(self.begin(held))
    }

    /// Acquires the lock; None as soon as whoever is before us seems to wait for a person.
    pub(super) async fn acquire_unless_a_person_is_asked(&self) -> Option<KeychainGuard> {
        let mut held = pin!(Arc::clone(&self.0.mutex).lock_owned());
        loop {
            let left = LONGEST_WITHOUT_A_PERSON.saturating_sub(self.lasts());
            match timeout(left, held.as_mut()).await {
                Ok(held) => return Some(self.begin(held)),
                Err(_) if self.lasts() >= LONGEST_WITHOUT_A_PERSON => return None,
                // It has passed on in the meantime.
                Err(_) => {}
            }
        }
    }

    /// Locks the opening of a session, however long it takes. The lock is let go when nobody waits for the answer any
    /// more, and the next user must not open a session beside one that is still being opened.
    pub(super) fn opening(&self) -> MutexGuard<'_, ()> {
        self.0.opening.lock()
    }

    fn begin(&self, held: OwnedMutexGuard<()>) -> KeychainGuard {
        *self.0.since.lock() = Some(Instant::now());
        KeychainGuard { lock: self.clone(), _held: held }
    }

    fn lasts(&self) -> Duration {
        self.0.since.lock().map_or(Duration::ZERO, |since| since.elapsed())
    }
}

impl KeychainGuard {
    pub(super) fn lock(&self) -> &KeychainLock {
        &self.lock
    }
}

impl Drop for KeychainGuard {
    fn drop(&mut self) {
        *self.lock.0.since.lock() = None;
    }
}
