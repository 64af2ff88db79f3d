//! The journal of what was sent from this computer: the intent is on disk before the first byte leaves, the outcome
//! after, and then how far the customer has come with the link.
//!
//! A send whose process ended in between has an intent and no outcome: it is *unknown*, and stays so until a person
//! decides. Two copies of the app share the file; `SQLite` puts their transactions one after the other.

mod conflict;
mod contact_key;
mod database;
#[cfg(feature = "test-doors")]
mod doors;
mod error;
pub mod export;
mod file_identity;
mod likeness;
mod locks;
pub mod moving;
mod process_lock;
mod progress;
mod retention;
mod schema;
mod search;
mod send_record;
mod state;

use std::{
    path::PathBuf,
    sync::{Arc, OnceLock},
    time::Duration,
};

use parking_lot::Mutex;
use tokio::task::spawn_blocking;

use crate::{
    domain::{Environment, Outcome, Resend, ReservationId, Timestamp},
    keychain::Keychain,
};
pub use conflict::Conflict;
pub use contact_key::ContactKey;
pub use database::{Database, Intent};
pub use error::{JournalError, JournalLoss};
pub use likeness::Channel;
pub use progress::ProgressRecord;
pub use search::{Entry, Page, Search};
pub use send_record::SendRecord;
pub use state::SendState;

/// The retention of a send, unless somebody chose otherwise.
pub const KEPT: Duration = Duration::from_hours(30 * 24);

/// The async handle of the journal, for a send, a look-up and the history: opened when first needed, tried again after
/// a failure, never in the way of the async threads.
#[derive(Clone, Debug)]
pub struct Journal(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    folder: PathBuf,
    kept: Mutex<Duration>,
    /// The keychain that holds the key of the contacts. Without it, contacts are recognised until the app closes.
    keychain: Option<Arc<Keychain>>,
    session_key: OnceLock<ContactKey>,
    open: Mutex<Option<Arc<Database>>>,
    /// A loss of an earlier journal that nobody has been told of yet.
    pending: Mutex<Option<JournalLoss>>,
}

/// A recorded intent: it is on disk, in this journal.
#[derive(Debug)]
pub(crate) struct RecordedIntent {
    database: Arc<Database>,
    intent: Intent,
}

impl Journal {
    /// Makes the journal of this folder.
    pub fn within(folder: PathBuf) -> Self {
        Self::new(folder, None, KEPT)
    }

    /// Makes the journal of this folder, with the key of the contacts in the keychain, which keeps sends for so long.
    pub fn with_keychain(folder: PathBuf, keychain: Arc<Keychain>, kept: Duration) -> Self {
        Self::new(folder, Some(keychain), kept)
    }

    fn new(folder: PathBuf, keychain: Option<Arc<Keychain>>, kept: Duration) -> Self {
        let (session_key, open, pending) = Default::default();
        Self(Arc::new(Parts { folder, kept: Mutex::new(kept), keychain, session_key, open, pending }))
    }

    /// Opens the journal, if it is not open yet, and says whether a damaged one was put aside for it.
    pub async fn open(&self) -> Result<bool, JournalError> {
        let was_damaged = self.with_database(|database| Ok(database.put_aside().is_some())).await?;
        self.0.pending.lock().take_if(|loss| *loss == JournalLoss::Damaged);
        Ok(was_damaged)
    }

    /// Opens the journal and writes to it, without adding anything. Says how an earlier one was lost: that stays to be
    /// told, as this is not what a person reads before a send.
    pub async fn probe_write(&self) -> Result<Option<JournalLoss>, JournalError> {
        let parts = Arc::clone(&self.0);
        let put_aside =
            self.with_database(|database| database.probe_write().map(|()| database.put_aside().is_some())).await?;
        let pending = *parts.pending.lock();
        Ok(pending.or(put_aside.then_some(JournalLoss::Damaged)))
    }

    /// Sets the retention: from now on sends are kept for this long.
    pub async fn keep_for(&self, kept: Duration) -> Result<(), JournalError> {
        *self.0.kept.lock() = kept;
        self.with_database(move |database| database.forget_older_than(kept).map(drop)).await
    }

    /// Checks for conflicts with another send. Nothing is written, and no keychain is asked: where the key of the
    /// contacts was not read yet, they are compared by their masks, and `begin` looks again. Of a lost journal it says
    /// so each time.
    pub(crate) async fn check(&self, resend: &Resend, repeat_window: Duration) -> Result<Vec<Conflict>, JournalError> {
        let (parts, key, resend) = (Arc::clone(&self.0), self.key_at_hand(resend.environment)?, resend.clone());
        spawn_blocking(move || {
            let checked = parts.work(|database| database.check(&resend, &key, repeat_window));
            let pending = parts.pending.lock().filter(|_| resend.environment != Environment::Practice);
            pending.map_or(checked, |loss| Err(loss.into()))
        })
        .await?
    }

    /// Writes the intent down, unless an earlier send conflicts with it. When this returns a record, it has reached the
    /// disk. Of a lost journal it says so, once, and then nothing is written.
    pub(crate) async fn begin(
        &self,
        resend: &Resend,
        again_after_unknown: bool,
        repeat_window: Duration,
    ) -> Result<Result<RecordedIntent, Conflict>, JournalError> {
        let (environment, key, resend) = (resend.environment, self.key(resend.environment).await?, resend.clone());
        self.reporting(environment, move |database| {
            let begun = database.begin(&resend, &key, again_after_unknown, repeat_window)?;
            Ok(begun.map(|intent| RecordedIntent { database: Arc::clone(database), intent }))
        })
        .await
    }

    /// Marks a loss as told, where this error was one: a person reads of it.
    pub(crate) fn mark_told(&self, error: &JournalError) {
        if let JournalError::Lost(told) = error {
            self.0.pending.lock().take_if(|loss| loss == told);
        }
    }

    /// Reads the last sends of this reservation, newest first. A card is shown without them: it tells nobody of a loss.
    pub(crate) async fn recent_sends(
        &self,
        environment: Environment,
        reservation: &ReservationId,
        most: u32,
    ) -> Result<Vec<SendRecord>, JournalError> {
        let reservation = reservation.clone();
        self.with_database(move |database| database.recent_sends(environment, &reservation, most)).await
    }

    /// Returns the reservation of a send, if it is kept.
    pub(crate) async fn reservation_of(
        &self,
        environment: Environment,
        intent: Intent,
    ) -> Result<Option<ReservationId>, JournalError> {
        self.reporting(environment, move |database| database.reservation_of(environment, intent)).await
    }

    /// Records that an unknown send turned out to have left. Returns whether it stands there as sent.
    pub(crate) async fn found_sent(
        &self,
        environment: Environment,
        reservation: &ReservationId,
        send: Intent,
        begun: Timestamp,
    ) -> Result<bool, JournalError> {
        let reservation = reservation.clone();
        self.with_database(move |database| database.found_sent(environment, &reservation, send, begun)).await
    }

    /// Records how far the customer has come with a link that was sent.
    pub(crate) async fn record_progress(
        &self,
        environment: Environment,
        reservation: &ReservationId,
        send: Intent,
        record: ProgressRecord,
    ) -> Result<(), JournalError> {
        let reservation = reservation.clone();
        self.with_database(move |database| database.record_progress(environment, &reservation, send, record)).await
    }

    /// Searches for the newest sends that match, at most so many.
    pub async fn search(&self, environment: Environment, search: Search, most: u32) -> Result<Page, JournalError> {
        self.reporting(environment, move |database| database.search(environment, &search, most)).await
    }

    /// Removes everything but what is under way at this moment.
    pub async fn forget_all(&self, environment: Environment) -> Result<usize, JournalError> {
        self.reporting(environment, move |database| database.forget_all(environment)).await
    }

    /// Returns the key of the contacts. A lost one costs the memory of who got what, and nothing else: a keychain that
    /// is out of reach does not stop a send.
    pub(crate) async fn key(&self, environment: Environment) -> Result<ContactKey, JournalError> {
        if let Some(keychain) = &self.0.keychain
            && let Ok(Some(key)) = keychain.journal_key(environment).await
        {
            return Ok(ContactKey::from_bytes(key));
        }
        Ok(self.0.session_key()?)
    }

    fn key_at_hand(&self, environment: Environment) -> Result<ContactKey, JournalError> {
        let known = self.0.keychain.as_ref().and_then(|keychain| keychain.journal_key_at_hand(environment));
        Ok(known.map_or_else(|| self.0.session_key(), |key| Ok(ContactKey::from_bytes(key)))?)
    }

    /// Runs work for whoever is shown its result. A pending loss is reported instead, once, to the first who comes.
    async fn reporting<T: Send + 'static>(
        &self,
        environment: Environment,
        work: impl FnOnce(&Arc<Database>) -> Result<T, JournalError> + Send + 'static,
    ) -> Result<T, JournalError> {
        // Practice is no time for such news: it sends nothing that could be sent twice.
        if environment == Environment::Practice {
            return self.with_database(work).await;
        }
        let parts = Arc::clone(&self.0);
        spawn_blocking(move || {
            // Opened first: that may be when it shows. Then nothing is done.
            let opened = parts.database();
            parts.tell()?;
            opened?;
            let done = parts.work(work);
            parts.tell()?;
            done
        })
        .await?
    }

    async fn with_database<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Arc<Database>) -> Result<T, JournalError> + Send + 'static,
    ) -> Result<T, JournalError> {
        let parts = Arc::clone(&self.0);
        spawn_blocking(move || parts.work(work)).await?
    }
}

impl Parts {
    fn session_key(&self) -> Result<ContactKey, getrandom::Error> {
        if let Some(key) = self.session_key.get() {
            return Ok(key.clone());
        }
        let new = ContactKey::random()?;
        Ok(self.session_key.get_or_init(|| new).clone())
    }

    /// Runs work on the database. One in which damage shows is looked through, and put aside where it is damaged.
    fn work<T>(&self, work: impl FnOnce(&Arc<Database>) -> Result<T, JournalError>) -> Result<T, JournalError> {
        let database = self.database()?;
        let done = work(&database);
        if done.as_ref().is_err_and(JournalError::is_damage) {
            database.leave_as_it_is();
            self.open.lock().take_if(|open| Arc::ptr_eq(open, &database));
            drop(database);
            self.database()?;
        }
        done
    }

    fn database(&self) -> Result<Arc<Database>, JournalError> {
        let mut open = self.open.lock();
        if let Some(database) = open.as_ref() {
            if database.is_in_place() {
                return Ok(Arc::clone(database));
            }
            *self.pending.lock() = Some(JournalLoss::Removed);
            *open = None;
        }
        let kept = *self.kept.lock();
        let database = Arc::new(Database::open(&self.folder, kept)?);
        if database.put_aside().is_some() {
            *self.pending.lock() = Some(JournalLoss::Damaged);
        }
        *open = Some(Arc::clone(&database));
        Ok(database)
    }

    fn tell(&self) -> Result<(), JournalLoss> {
        self.pending.lock().take().map_or(Ok(()), Err)
    }
}

impl Drop for RecordedIntent {
    fn drop(&mut self) {
        self.database.give_up(self.intent);
    }
}

impl RecordedIntent {
    pub(crate) fn intent(&self) -> Intent {
        self.intent
    }

    /// Writes down what became of it. Where that fails the row stays without an outcome, which reads as *unknown*: less
    /// than we know, and never wrong.
    pub(crate) async fn finish(self, outcome: &Outcome, status: Option<u16>) -> Result<(), JournalError> {
        let outcome = outcome.clone();
        spawn_blocking(move || self.database.finish(self.intent, &outcome, status)).await?
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::domain::{PhoneNumber, Recipient, Region};

    const WINDOW: Duration = Duration::from_mins(10);

    #[tokio::test]
    async fn an_intent_is_not_written_into_a_journal_that_takes_the_place_of_a_lost_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let journal = Journal::within(folder.path().to_owned());
        let resend = resend();
        assert_eq!(journal.check(&resend, WINDOW).await.expect("read"), []);
        std::fs::remove_file(folder.path().join("journal.sqlite")).expect("removed");

        let begun = journal.begin(&resend, false, WINDOW).await;

        assert!(matches!(begun, Err(JournalError::Lost(JournalLoss::Removed))), "{begun:?}");
        let past = journal.recent_sends(resend.environment, &resend.reservation, 20).await.expect("read");
        assert_eq!(past, [], "nothing was written");
        assert!(matches!(journal.begin(&resend, false, WINDOW).await, Ok(Ok(_))), "it was told");
    }

    #[tokio::test]
    async fn a_card_takes_the_news_from_nobody() {
        let (_folder, journal) = lost().await;

        journal.recent_sends(Environment::Production, &resend().reservation, 20).await.expect("read");

        let told = journal.begin(&resend(), false, WINDOW).await;
        assert!(matches!(told, Err(JournalError::Lost(JournalLoss::Removed))), "{told:?}");
    }

    #[tokio::test]
    async fn a_check_says_so_each_time_until_a_person_has_read_of_it() {
        let (_folder, journal) = lost().await;

        for _ in 0..2 {
            let checked = journal.check(&resend(), WINDOW).await;
            assert!(matches!(checked, Err(JournalError::Lost(JournalLoss::Removed))), "{checked:?}");
        }
        let practice = Resend { environment: Environment::Practice, ..resend() };
        assert_eq!(journal.check(&practice, WINDOW).await.expect("practice goes on"), []);

        journal.mark_told(&JournalError::Lost(JournalLoss::Removed));
        assert_eq!(journal.check(&resend(), WINDOW).await.expect("it was told"), []);
    }

    async fn lost() -> (tempfile::TempDir, Journal) {
        let folder = tempfile::tempdir().expect("a folder");
        let journal = Journal::within(folder.path().to_owned());
        journal.open().await.expect("opened");
        std::fs::remove_file(folder.path().join("journal.sqlite")).expect("removed");
        (folder, journal)
    }

    fn resend() -> Resend {
        let number = PhoneNumber::parse("412 34 567", Region::default()).ok();
        let recipient = Recipient::new(number, None).expect("a recipient");
        let reservation = ReservationId::parse("RES3633019929").expect("an id");
        Resend { environment: Environment::Production, reservation, recipient }
    }
}
