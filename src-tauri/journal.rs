//! The journal as a send, a look and the history need it: opened when first needed, tried again after a failure, never
//! in the way of the async threads.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
    time::Duration,
};

use thiserror::Error;
use tokio::task::{JoinError, spawn_blocking};

use crate::{
    domain::{Environment, Outcome, Resend, ReservationId},
    journal::{Conflict, ContactKey, Intent, Journal, JournalError, Page, PastSend, Search},
    keychain::Keychain,
};

/// How long a send is kept unless somebody chose otherwise.
pub const KEPT: Duration = Duration::from_hours(30 * 24);

#[derive(Clone, Debug)]
pub struct Records(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    folder: PathBuf,
    kept: Mutex<Duration>,
    /// Where the key of the contacts lies. Without it, contacts are recognised until the app closes.
    keychain: Option<Arc<Keychain>>,
    session_key: OnceLock<ContactKey>,
    open: Mutex<Option<Arc<Journal>>>,
    /// What became of an earlier journal, until somebody has been told.
    untold: Mutex<Option<Loss>>,
}

/// Why something could not be written down, or not be read.
#[derive(Debug, Error)]
pub enum RecordsError {
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// What was sent before is not known any more: a person has to know that before anything is sent.
    #[error(transparent)]
    Lost(#[from] Loss),
    #[error("no key could be made for the journal")]
    Key(#[from] getrandom::Error),
    #[error("the journal's work was broken off")]
    Broken(#[from] JoinError),
}

/// How a journal came to be lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Loss {
    #[error("the journal was damaged, and was put aside")]
    Damaged,
    #[error("the journal was removed or replaced while the app ran")]
    Removed,
}

/// An intent that is on disk, and the journal that it is in.
#[derive(Debug)]
pub(crate) struct Recorded {
    journal: Arc<Journal>,
    intent: Intent,
}

impl Records {
    /// In this folder.
    pub fn within(folder: PathBuf) -> Self {
        Self::new(folder, None, KEPT)
    }

    /// In this folder, with the key of the contacts in the keychain, and for so long.
    pub fn with_keychain(folder: PathBuf, keychain: Arc<Keychain>, kept: Duration) -> Self {
        Self::new(folder, Some(keychain), kept)
    }

    fn new(folder: PathBuf, keychain: Option<Arc<Keychain>>, kept: Duration) -> Self {
        let (session_key, open, untold) = Default::default();
        Self(Arc::new(Parts { folder, kept: Mutex::new(kept), keychain, session_key, open, untold }))
    }

    /// Opens the journal, if it is not open yet, and says whether a damaged one was put aside for it.
    pub async fn open(&self) -> Result<bool, RecordsError> {
        let was_damaged = self.with_journal(|journal| Ok(journal.put_aside().is_some())).await?;
        self.0.untold().take_if(|loss| *loss == Loss::Damaged);
        Ok(was_damaged)
    }

    /// Opens the journal and writes to it, without adding anything. Says how an earlier one was lost: that stays to be
    /// told, as this is not what a person reads before a send.
    pub async fn try_writing(&self) -> Result<Option<Loss>, RecordsError> {
        let parts = Arc::clone(&self.0);
        let put_aside =
            self.with_journal(|journal| journal.try_writing().map(|()| journal.put_aside().is_some())).await?;
        let untold = *parts.untold();
        Ok(untold.or(put_aside.then_some(Loss::Damaged)))
    }

    /// From now on sends are kept for this long.
    pub async fn keep_for(&self, kept: Duration) -> Result<(), RecordsError> {
        *self.0.kept.lock().unwrap_or_else(PoisonError::into_inner) = kept;
        self.with_journal(move |journal| journal.forget_older_than(kept).map(drop)).await
    }

    /// Gives all conflicts with another send. Nothing is written, and no keychain is asked: where the key of the contacts
    /// was not read yet, they are compared by their masks, and `begin` looks again. Of a lost journal it says so each time.
    pub(crate) async fn check(&self, resend: &Resend, repeat_window: Duration) -> Result<Vec<Conflict>, RecordsError> {
        let (parts, key, resend) = (Arc::clone(&self.0), self.key_at_hand(resend.environment)?, resend.clone());
        spawn_blocking(move || {
            let checked = parts.work(|journal| journal.check(&resend, &key, repeat_window));
            let pending = parts.untold().filter(|_| resend.environment != Environment::Practice);
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
    ) -> Result<Result<Recorded, Conflict>, RecordsError> {
        let (environment, key, resend) = (resend.environment, self.key(resend.environment).await?, resend.clone());
        self.telling(environment, move |journal| {
            let begun = journal.begin(&resend, &key, again_after_unknown, repeat_window)?;
            Ok(begun.map(|intent| Recorded { journal: Arc::clone(journal), intent }))
        })
        .await
    }

    /// A person reads of this: if it was a loss, it is told.
    pub(crate) fn has_told(&self, error: &RecordsError) {
        if let RecordsError::Lost(told) = error {
            self.0.untold().take_if(|loss| loss == told);
        }
    }

    /// The last sends of this reservation, newest first. A card is shown without them: it tells nobody of a loss.
    pub(crate) async fn past(
        &self,
        environment: Environment,
        reservation: &ReservationId,
        most: u32,
    ) -> Result<Vec<PastSend>, RecordsError> {
        let reservation = reservation.clone();
        self.with_journal(move |journal| journal.past(environment, &reservation, most)).await
    }

    /// Which reservation this send was of, if it is kept.
    pub(crate) async fn reservation_of(
        &self,
        environment: Environment,
        intent: Intent,
    ) -> Result<Option<ReservationId>, RecordsError> {
        self.telling(environment, move |journal| journal.reservation_of(environment, intent)).await
    }

    /// An unknown send turned out to have left.
    pub(crate) async fn found_sent(&self, intent: Intent) -> Result<(), RecordsError> {
        self.with_journal(move |journal| journal.finish(intent, &Outcome::Sent, None)).await
    }

    /// The newest sends that match, at most so many.
    pub async fn search(&self, environment: Environment, search: Search, most: u32) -> Result<Page, RecordsError> {
        self.telling(environment, move |journal| journal.search(environment, &search, most)).await
    }

    /// Removes everything but what is under way at this moment.
    pub async fn forget_all(&self, environment: Environment) -> Result<usize, RecordsError> {
        self.telling(environment, move |journal| journal.forget_all(environment)).await
    }

    /// A lost key costs the memory of who got what, and nothing else: a keychain that is out of reach does not stop a
    /// send.
    pub(crate) async fn key(&self, environment: Environment) -> Result<ContactKey, RecordsError> {
        if let Some(keychain) = &self.0.keychain
            && let Ok(Some(key)) = keychain.journal_key(environment).await
        {
            return Ok(ContactKey::from_bytes(key));
        }
        Ok(self.0.session_key()?)
    }

    fn key_at_hand(&self, environment: Environment) -> Result<ContactKey, RecordsError> {
        let known = self.0.keychain.as_ref().and_then(|keychain| keychain.journal_key_at_hand(environment));
        Ok(known.map_or_else(|| self.0.session_key(), |key| Ok(ContactKey::from_bytes(key)))?)
    }

    /// The door for whoever is shown what comes back. Of a lost journal the first who passes hears, instead, and once.
    async fn telling<T: Send + 'static>(
        &self,
        environment: Environment,
        work: impl FnOnce(&Arc<Journal>) -> Result<T, JournalError> + Send + 'static,
    ) -> Result<T, RecordsError> {
        // Practice is no time for such news: it sends nothing that could be sent twice.
        if environment == Environment::Practice {
            return self.with_journal(work).await;
        }
        let parts = Arc::clone(&self.0);
        spawn_blocking(move || {
            // Opened first: that may be when it shows. Then nothing is done.
            let opened = parts.journal();
            parts.tell()?;
            opened?;
            let done = parts.work(work);
            parts.tell()?;
            done
        })
        .await?
    }

    async fn with_journal<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Arc<Journal>) -> Result<T, JournalError> + Send + 'static,
    ) -> Result<T, RecordsError> {
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

    /// A journal in which damage shows is not gone on with: it is looked through, and put aside where it is damaged.
    fn work<T>(&self, work: impl FnOnce(&Arc<Journal>) -> Result<T, JournalError>) -> Result<T, RecordsError> {
        let journal = self.journal()?;
        let done = work(&journal);
        if done.as_ref().is_err_and(JournalError::is_damage) {
            journal.leave_as_it_is();
            self.open.lock().unwrap_or_else(PoisonError::into_inner).take_if(|open| Arc::ptr_eq(open, &journal));
            drop(journal);
            self.journal()?;
        }
        Ok(done?)
    }

    fn journal(&self) -> Result<Arc<Journal>, JournalError> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(journal) = open.as_ref() {
            if journal.is_in_place() {
                return Ok(Arc::clone(journal));
            }
            *self.untold() = Some(Loss::Removed);
            *open = None;
        }
        let kept = *self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let journal = Arc::new(Journal::open(&self.folder, kept)?);
        if journal.put_aside().is_some() {
            *self.untold() = Some(Loss::Damaged);
        }
        *open = Some(Arc::clone(&journal));
        Ok(journal)
    }

    fn tell(&self) -> Result<(), Loss> {
        self.untold().take().map_or(Ok(()), Err)
    }

    fn untold(&self) -> MutexGuard<'_, Option<Loss>> {
        self.untold.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Recorded {
    fn drop(&mut self) {
        self.journal.give_up(self.intent);
    }
}

impl Recorded {
    pub(crate) fn intent(&self) -> Intent {
        self.intent
    }

    /// Writes down what became of it. Where that fails the row stays without an outcome, which reads as *unknown*: less
    /// than we know, and never wrong.
    pub(crate) async fn finish(self, outcome: &Outcome, status: Option<u16>) -> Result<(), RecordsError> {
        let outcome = outcome.clone();
        Ok(spawn_blocking(move || self.journal.finish(self.intent, &outcome, status)).await??)
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
        let records = Records::within(folder.path().to_owned());
        let resend = resend();
        assert_eq!(records.check(&resend, WINDOW).await.expect("read"), []);
        std::fs::remove_file(folder.path().join("journal.sqlite")).expect("removed");

        let begun = records.begin(&resend, false, WINDOW).await;

        assert!(matches!(begun, Err(RecordsError::Lost(Loss::Removed))), "{begun:?}");
        let past = records.past(resend.environment, &resend.reservation, 20).await.expect("read");
        assert_eq!(past, [], "nothing was written");
        assert!(matches!(records.begin(&resend, false, WINDOW).await, Ok(Ok(_))), "it was told");
    }

    #[tokio::test]
    async fn a_card_takes_the_news_from_nobody() {
        let (_folder, records) = lost().await;

        records.past(Environment::Production, &resend().reservation, 20).await.expect("read");

        let told = records.begin(&resend(), false, WINDOW).await;
        assert!(matches!(told, Err(RecordsError::Lost(Loss::Removed))), "{told:?}");
    }

    #[tokio::test]
    async fn a_check_says_so_each_time_until_a_person_has_read_of_it() {
        let (_folder, records) = lost().await;

        for _ in 0..2 {
            let checked = records.check(&resend(), WINDOW).await;
            assert!(matches!(checked, Err(RecordsError::Lost(Loss::Removed))), "{checked:?}");
        }
        let practice = Resend { environment: Environment::Practice, ..resend() };
        assert_eq!(records.check(&practice, WINDOW).await.expect("practice goes on"), []);

        records.has_told(&RecordsError::Lost(Loss::Removed));
        assert_eq!(records.check(&resend(), WINDOW).await.expect("it was told"), []);
    }

    async fn lost() -> (tempfile::TempDir, Records) {
        let folder = tempfile::tempdir().expect("a folder");
        let records = Records::within(folder.path().to_owned());
        records.open().await.expect("opened");
        std::fs::remove_file(folder.path().join("journal.sqlite")).expect("removed");
        (folder, records)
    }

    fn resend() -> Resend {
        let number = PhoneNumber::parse("412 34 567", Region::default()).ok();
        let recipient = Recipient::new(number, None).expect("a recipient");
        let reservation = ReservationId::parse("RES3633019929").expect("an id");
        Resend { environment: Environment::Production, reservation, recipient }
    }
}
