//! What was sent from this computer: the intent is on disk before the first byte leaves, the outcome after.
//!
//! A send whose process ended in between has an intent and no outcome: it is *unknown*, and stays so until a person
//! decides. Two copies of the app share the file; `SQLite` puts their transactions one after the other.

mod archive;
mod conflict;
mod contact;
mod likeness;
mod locks;
pub mod moving;
mod past;
mod place;
mod retention;
mod run;
mod state;
mod store;
mod trial;

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use rusqlite::{Connection, TransactionBehavior, named_params};
use thiserror::Error;

use crate::{
    domain::{Environment, Outcome, Resend, ReservationId},
    private,
};
pub use archive::{Entry, Page, Search};
pub use conflict::Conflict;
pub use contact::ContactKey;
use contact::{Contact, Contacts};
pub use likeness::Channel;
pub use past::PastSend;
use place::Place;
use run::Run;
pub use state::SendState;

/// The file, open.
#[derive(Debug)]
pub struct Journal {
    connection: Mutex<Connection>,
    run: Run,
    /// The intents of this process whose outcome is still waited for.
    in_flight: Mutex<HashSet<i64>>,
    path: PathBuf,
    place: Place,
    put_aside: Option<PathBuf>,
}

#[derive(Debug, Error)]
pub enum JournalError {
    #[error("the journal could not be opened")]
    Open(#[source] rusqlite::Error),
    /// A later version of the app made it, and knows what this one does not.
    #[error("the journal was made by a newer version of the app (format {found})")]
    Newer { found: i64 },
    #[error("the damaged journal could not be put aside")]
    PutAside(#[source] std::io::Error),
    #[error("the folder of the journal could not be used")]
    Folder(#[source] std::io::Error),
    /// A share, for one, that lets nobody lock a file: then nothing tells one copy of the app from another.
    #[error("the journal's folder knows no locks")]
    NoLocks(#[source] std::io::Error),
    /// It was emptied, but another copy of the app reads it: what was in it stays on the disk until that one closes.
    #[error("the journal is read by another copy of the app")]
    StillRead,
    /// What is written to it now is gone when the app closes.
    #[error("the journal was removed or replaced while it was open")]
    Removed,
    #[error("the journal could not be read")]
    Read(#[source] rusqlite::Error),
    /// A full disk, a read-only folder: the promise could not be kept.
    #[error("the journal could not be written")]
    Write(#[source] rusqlite::Error),
}

/// One intent that is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Intent(i64);

impl Journal {
    /// Opens the file in this folder, or makes it. A damaged one is put aside, never deleted. What is older than `kept`
    /// is removed.
    pub fn open(folder: &Path, kept: Duration) -> Result<Self, JournalError> {
        private::make_folder(folder).map_err(JournalError::Folder)?;
        let path = folder.join("journal.sqlite");
        let (connection, put_aside) = store::open(&path)?;
        let place = Place::of(&path);
        let run = Run::begin(folder)?;
        let (connection, in_flight) = (Mutex::new(connection), Mutex::default());
        let journal = Self { connection, run, in_flight, path, place, put_aside };
        journal.settle_the_abandoned()?;
        journal.forget_older_than(kept)?;
        Ok(journal)
    }

    /// Whether what is written here is what the next start will read.
    pub fn is_in_place(&self) -> bool {
        self.place == Place::of(&self.path)
    }

    /// Where a damaged journal was put, if one was found.
    pub fn put_aside(&self) -> Option<&Path> {
        self.put_aside.as_deref()
    }

    /// It is damaged, and about to be put aside: nothing more is done to the file, not even when it is closed.
    pub fn leave_as_it_is(&self) {
        // Where that fails, what is in one of its files gets into the other: nothing is lost by it.
        let _ = store::leave_as_it_is(&self.connection());
    }

    /// Gives all conflicts with another send, in the order in which they are told. Nothing is written.
    pub fn check(
        &self,
        resend: &Resend,
        key: &ContactKey,
        repeat_window: Duration,
    ) -> Result<Vec<Conflict>, JournalError> {
        let to = key.contacts_of(&resend.recipient);
        self.conflicts(&self.connection(), resend, &to, repeat_window).map_err(JournalError::Read)
    }

    /// Writes the intent down, unless a send conflicts with it: one that is unknown, and has not been confirmed, or the same
    /// to the same within the repeat window. When this returns an intent, the row has reached the disk.
    pub fn begin(
        &self,
        resend: &Resend,
        key: &ContactKey,
        again_after_unknown: bool,
        repeat_window: Duration,
    ) -> Result<Result<Intent, Conflict>, JournalError> {
        let to = key.contacts_of(&resend.recipient);
        let mut connection = self.connection();
        // Immediate: from the look to the row no other copy of the app gets between.
        let transaction =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(JournalError::Write)?;
        let conflicts = self.conflicts(&transaction, resend, &to, repeat_window).map_err(JournalError::Read)?;
        let is_confirmed = |conflict: &Conflict| again_after_unknown && *conflict == Conflict::EarlierUnknown;
        if let Some(conflict) = conflicts.into_iter().find(|conflict| !is_confirmed(conflict)) {
            return Ok(Err(conflict));
        }
        let intent = self.insert(&transaction, resend, &to).map_err(JournalError::Write)?;
        // Before anybody can see it.
        self.in_flight().insert(intent.0);
        let committed = transaction.commit().map_err(JournalError::Write);
        let _ = committed.as_ref().inspect_err(|_| self.give_up(intent));
        committed?;
        if !self.is_in_place() {
            self.give_up(intent);
            return Err(JournalError::Removed);
        }
        Ok(Ok(intent))
    }

    fn insert(&self, connection: &Connection, resend: &Resend, to: &Contacts) -> rusqlite::Result<Intent> {
        connection.execute(
            "INSERT INTO sends
                (run, environment, reservation, contact_key,
                 sms_hash, sms_masked, email_hash, email_masked, intended_at)
             VALUES
                (:run, :environment, :reservation, :contact_key,
                 :sms_hash, :sms_masked, :email_hash, :email_masked, :now)",
            named_params! {
                ":run": self.run.name(),
                ":environment": resend.environment.name(),
                ":reservation": resend.reservation.as_str(),
                ":contact_key": to.key,
                ":sms_hash": to.sms.as_ref().map(hash),
                ":sms_masked": to.sms.as_ref().map(masked),
                ":email_hash": to.email.as_ref().map(hash),
                ":email_masked": to.email.as_ref().map(masked),
                ":now": milliseconds(SystemTime::now()),
            },
        )?;
        Ok(Intent(connection.last_insert_rowid()))
    }

    /// Writes down what became of it, and the HTTP status that it was answered with.
    pub fn finish(&self, intent: Intent, outcome: &Outcome, status: Option<u16>) -> Result<(), JournalError> {
        let written = self.connection().execute(
            "UPDATE sends SET outcome = :outcome, http_status = :status, settled_at = :now WHERE id = :id",
            named_params! {
                ":outcome": SendState::from(outcome).name(),
                ":status": status,
                ":now": milliseconds(SystemTime::now()),
                ":id": intent.0,
            },
        );
        self.give_up(intent);
        written.map(drop).map_err(JournalError::Write)
    }

    /// What is known of every send of this reservation, oldest first.
    pub fn sends_of(
        &self,
        environment: Environment,
        reservation: &ReservationId,
    ) -> Result<Vec<SendState>, JournalError> {
        let sends = self.earlier(&self.connection(), environment.name(), reservation.as_str());
        Ok(sends.map_err(JournalError::Read)?.iter().map(|send| send.state).collect())
    }

    /// The journal mode and the `synchronous` level in force: what the promise rests on when the power goes.
    pub fn durability(&self) -> Result<(String, i64), JournalError> {
        let connection = self.connection();
        let ask = |pragma| connection.query_row(pragma, [], |row| row.get(0));
        let mode = ask("PRAGMA journal_mode").map_err(JournalError::Read)?;
        let level = connection.query_row("PRAGMA synchronous", [], |row| row.get(0)).map_err(JournalError::Read)?;
        Ok((mode, level))
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn in_flight(&self) -> MutexGuard<'_, HashSet<i64>> {
        self.in_flight.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn hash(contact: &Contact) -> &[u8] {
    &contact.hash
}

fn masked(contact: &Contact) -> &str {
    &contact.masked
}

/// The end of the year 9999. What lies beyond it was written by hand, and not every system has such a time.
const LAST_MOMENT: u64 = 253_402_300_799_999;

fn time(milliseconds: i64) -> SystemTime {
    let since = milliseconds.try_into().unwrap_or_default();
    UNIX_EPOCH + Duration::from_millis(LAST_MOMENT.min(since))
}

fn milliseconds(at: SystemTime) -> i64 {
    at.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis().try_into().unwrap_or(i64::MAX))
}
