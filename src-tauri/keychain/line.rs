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

/// A fair lock (queue) for the keychain: first come, first served.
#[derive(Clone, Default)]
pub(super) struct Line(Arc<Parts>);

#[derive(Default)]
struct Parts {
    turn: Arc<tokio::sync::Mutex<()>>,
    /// Since when somebody has the turn.
    since: Mutex<Option<Instant>>,
    opening: Mutex<()>,
}

/// The lock's guard: the right to use the keychain, until this is dropped.
pub(super) struct Turn {
    line: Line,
    _held: OwnedMutexGuard<()>,
}

impl Line {
    pub(super) async fn take(&self, timeouts: Duration) -> Option<Turn> {
        let held = timeout(timeouts, Arc::clone(&self.0.turn).lock_owned()).await.ok()?;
        Some(self.begin(held))
    }

    /// Takes the next turn; None as soon as whoever is before us seems to wait for a person.
    pub(super) async fn take_unless_a_person_is_asked(&self) -> Option<Turn> {
        let mut held = pin!(Arc::clone(&self.0.turn).lock_owned());
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

    /// Locks the opening of a session, however long it takes. A turn ends when nobody waits for it any more, and the
    /// next one must not open a session beside one that is still being opened.
    pub(super) fn opening(&self) -> MutexGuard<'_, ()> {
        self.0.opening.lock()
    }

    fn begin(&self, held: OwnedMutexGuard<()>) -> Turn {
        *self.0.since.lock() = Some(Instant::now());
        Turn { line: self.clone(), _held: held }
    }

    fn lasts(&self) -> Duration {
        self.0.since.lock().map_or(Duration::ZERO, |since| since.elapsed())
    }
}

impl Turn {
    pub(super) fn line(&self) -> &Line {
        &self.line
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *self.line.0.since.lock() = None;
    }
}
