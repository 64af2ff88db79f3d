//! A timeout around a blocking call to the keychain: an unlock prompt blocks for as long as a person thinks.

use std::{
    sync::{Arc, atomic::Ordering},
    thread,
    time::{Duration, Instant},
};

use keyring::{Entry, Error, Result as Done};
use tokio::{sync::oneshot, time::timeout};

use super::{
    Keychain, KeychainError,
    cancellation::Cancellation,
    lock::{KeychainGuard, KeychainLock},
    session::Session,
    store,
};

/// The time limit for a second try: a message bus says sooner than this that nobody is there.
const FASTEST_SEARCH: Duration = Duration::from_secs(1);

impl Keychain {
    /// Runs an operation under the lock, for which it waits as long as for the keychain: one answer serves both.
    pub(super) async fn with_entry<T: Send + 'static>(
        &self,
        user: &'static str,
        operation: impl Fn(&Entry, &Cancellation) -> Done<T> + Send + 'static,
    ) -> Result<T, KeychainError> {
        let guard = self.lock.acquire(self.limit).await.ok_or(KeychainError::NoAnswer)?;
        self.under_lock(guard, user, operation).await
    }

    /// Runs an operation on a thread of its own, which nothing waits for when the process ends. The lock is held until it
    /// is done or given up, also where the caller has gone: hence the task.
    pub(super) async fn under_lock<T: Send + 'static>(
        &self,
        guard: KeychainGuard,
        user: &'static str,
        operation: impl Fn(&Entry, &Cancellation) -> Done<T> + Send + 'static,
    ) -> Result<T, KeychainError> {
        let (limit, asked_in_vain) = (self.limit, Arc::clone(&self.asked_in_vain));
        let (tell, mut told) = oneshot::channel();
        let cancellation = Cancellation::default();
        let work = {
            let (session, lock, cancellation) = (self.session.clone(), guard.lock().clone(), cancellation.clone());
            let asked_in_vain = Arc::clone(&asked_in_vain);
            move || {
                let done = twice_if_it_broke_off(&cancellation, || {
                    let begun = Instant::now();
                    use_once(&session, &lock, &cancellation, user, &operation, begun)
                });
                let answered = matches!(done, Ok(_) | Err(KeychainError::NoEntry));
                // Of what nobody waits for, only good news counts: a later use may have brought worse since, or better.
                if answered || !cancellation.is_cancelled() {
                    let wants_a_person = done.as_ref().is_err_and(KeychainError::wants_a_person);
                    asked_in_vain.store(wants_a_person, Ordering::Relaxed);
                }
                let _ = tell.send(done);
            }
        };
        thread::Builder::new()
            .name("keychain".to_owned())
            .spawn(work)
            .map_err(|error| KeychainError::Failed(Box::new(error)))?;
        let session = self.session.clone();
        let waiting = tokio::spawn(async move {
            let _guard = guard;
            let done = match timeout(limit, &mut told).await {
                Ok(done) => done,
                Err(_) if cancellation.cancel() => {
                    asked_in_vain.store(true, Ordering::Relaxed);
                    return Err(KeychainError::NoAnswer);
                }
                Err(_) => told.await,
            };
            tokio::spawn(session.close_when_idle());
            done.unwrap_or_else(|panicked| Err(KeychainError::Failed(Box::new(panicked))))
        });
        waiting.await.unwrap_or_else(|ended| Err(KeychainError::Failed(Box::new(ended))))
    }
}

fn use_once<T>(
    session: &Session,
    lock: &KeychainLock,
    cancellation: &Cancellation,
    user: &str,
    operation: impl Fn(&Entry, &Cancellation) -> Done<T>,
    begun: Instant,
) -> Result<T, KeychainError> {
    let store = session.take(lock, cancellation)?;
    let done = store::entry(&*store, user).and_then(|entry| operation(&entry, cancellation));
    if matches!(done, Ok(_) | Err(Error::NoEntry)) && !cancellation.is_cancelled() {
        session.keep(store);
    }
    done.map_err(|error| KeychainError::from_use(error, begun.elapsed()))
}

/// Retries once where the keychain broke off: one that is started again is there at the second try. Everything that is
/// done with it can be done twice.
fn twice_if_it_broke_off<T>(
    cancellation: &Cancellation,
    once: impl Fn() -> Result<T, KeychainError>,
) -> Result<T, KeychainError> {
    let begun = Instant::now();
    match once() {
        Err(KeychainError::Failed(_) | KeychainError::Absent(_) | KeychainError::KWallet(_))
            if begun.elapsed() < FASTEST_SEARCH && !cancellation.is_cancelled() =>
        {
            once()
        }
        done => done,
    }
}
