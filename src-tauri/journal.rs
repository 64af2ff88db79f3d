//! What was sent from this computer: the intent is on disk before the first byte leaves, the outcome after.
//!
//! A send whose process ended in between has an intent and no outcome: it is *unknown*, and stays so until a person
//! decides. Two copies of the app share the file; `SQLite` puts their transactions one after the other.

mod archive;
mod contact;
mod past;
mod place;
mod run;
mod store;
mod trial;

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, named_params};
use thiserror::Error;

use crate::domain::{EmailAddress, Environment, Outcome, PhoneNumber, Recipient, ReservationId};
pub use archive::{Entry, Page, Search};
pub use contact::ContactKey;
use contact::Hashes;
pub use past::PastSend;
use place::Place;
use run::Run;

/// The file, open.
#[derive(Debug)]
pub struct Journal {
    connection: Mutex<Connection>,
    run: Run,
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
    /// What is written to it now is gone when the app closes.
    #[error("the journal was removed or replaced while it was open")]
    Removed,
    #[error("the journal could not be read")]
    Read(#[source] rusqlite::Error),
    /// A full disk, a read-only folder: the promise could not be kept.
    #[error("the journal could not be written")]
    Write(#[source] rusqlite::Error),
}

/// A send that is about to happen.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    pub environment: Environment,
    pub reservation: &'a ReservationId,
    pub recipient: &'a Recipient,
    pub key: &'a ContactKey,
    /// A person has said "send again anyway" after an unknown outcome.
    pub again_after_unknown: bool,
    /// For how long a send of the same to the same stands in the way. None: a person has said "send again anyway".
    pub quiet: Option<Duration>,
}

/// What stands in the way of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The same reservation is being sent at this moment, here or by another copy of the app.
    Busy,
    /// An earlier send of this reservation is unknown.
    EarlierUnknown,
    /// The same reservation went to the same recipient, by a channel that is chosen now too.
    SentRecently(SystemTime),
}

/// One intent that is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Intent(i64);

/// What is known of one send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    Sent,
    NotSent,
    Unknown,
}

impl Journal {
    /// Opens the file in this folder, or makes it. A damaged one is put aside, never deleted. What is older than `kept`
    /// is removed.
    pub fn open(folder: &Path, kept: Duration) -> Result<Self, JournalError> {
        std::fs::create_dir_all(folder).map_err(JournalError::Folder)?;
        let path = folder.join("journal.sqlite");
        let (connection, put_aside) = store::open(&path)?;
        let place = Place::of(&path);
        let run = Run::begin(folder).map_err(JournalError::Folder)?;
        let journal = Self { connection: Mutex::new(connection), run, path, place, put_aside };
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

    /// What the journal would say to this plan. Nothing is written.
    pub fn foresee(&self, plan: Plan<'_>) -> Result<Option<Obstacle>, JournalError> {
        self.against(&self.connection(), plan, &plan.key.hashes_of(plan.recipient))
    }

    /// Writes the intent down, unless something stands against it. When this returns an intent, the row has reached the disk.
    pub fn intend(&self, plan: Plan<'_>) -> Result<Result<Intent, Obstacle>, JournalError> {
        let hashes = plan.key.hashes_of(plan.recipient);
        let mut connection = self.connection();
        // Immediate: from the look to the row no other copy of the app gets between.
        let transaction =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(JournalError::Write)?;
        if let Some(obstacle) = self.against(&transaction, plan, &hashes)? {
            return Ok(Err(obstacle));
        }
        transaction
            .execute(
                "INSERT INTO sends
                    (run, environment, reservation, sms_hash, sms_masked, email_hash, email_masked, intended_at)
                 VALUES
                    (:run, :environment, :reservation, :sms_hash, :sms_masked, :email_hash, :email_masked, :now)",
                named_params! {
                    ":run": self.run.name(),
                    ":environment": plan.environment.name(),
                    ":reservation": plan.reservation.as_str(),
                    ":sms_hash": hashes.sms,
                    ":sms_masked": plan.recipient.sms().map(PhoneNumber::masked),
                    ":email_hash": hashes.email,
                    ":email_masked": plan.recipient.email().map(EmailAddress::masked),
                    ":now": milliseconds(SystemTime::now()),
                },
            )
            .map_err(JournalError::Write)?;
        let intent = Intent(transaction.last_insert_rowid());
        transaction.commit().map_err(JournalError::Write)?;
        if self.is_in_place() { Ok(Ok(intent)) } else { Err(JournalError::Removed) }
    }

    /// Writes down what became of it, and the HTTP status that it was answered with.
    pub fn settle(&self, intent: Intent, outcome: &Outcome, status: Option<u16>) -> Result<(), JournalError> {
        self.connection()
            .execute(
                "UPDATE sends SET outcome = :outcome, http_status = :status, settled_at = :now WHERE id = :id",
                named_params! {
                    ":outcome": Known::from(outcome).name(),
                    ":status": status,
                    ":now": milliseconds(SystemTime::now()),
                    ":id": intent.0,
                },
            )
            .map(drop)
            .map_err(JournalError::Write)
    }

    /// What is known of every send of this reservation, oldest first.
    pub fn sends_of(&self, environment: Environment, reservation: &ReservationId) -> Result<Vec<Known>, JournalError> {
        let connection = self.connection();
        let mut statement = connection
            .prepare_cached(
                "SELECT coalesce(outcome, 'unknown') FROM sends
                 WHERE environment = :environment AND reservation = :reservation ORDER BY id",
            )
            .map_err(JournalError::Read)?;
        let known = statement
            .query_map(
                named_params! { ":environment": environment.name(), ":reservation": reservation.as_str() },
                |row| row.get::<_, String>(0),
            )
            .and_then(Iterator::collect::<Result<Vec<String>, _>>)
            .map_err(JournalError::Read)?;
        Ok(known.iter().map(|name| Known::named(name)).collect())
    }

    /// The journal mode and the `synchronous` level in force: what the promise rests on when the power goes.
    pub fn durability(&self) -> Result<(String, i64), JournalError> {
        let connection = self.connection();
        let ask = |pragma| connection.query_row(pragma, [], |row| row.get(0));
        let mode = ask("PRAGMA journal_mode").map_err(JournalError::Read)?;
        let level = connection.query_row("PRAGMA synchronous", [], |row| row.get(0)).map_err(JournalError::Read)?;
        Ok((mode, level))
    }

    /// Removes what is older than this.
    pub fn forget_older_than(&self, age: Duration) -> Result<usize, JournalError> {
        let oldest = SystemTime::now().checked_sub(age).map_or(0, milliseconds);
        self.connection()
            .execute("DELETE FROM sends WHERE intended_at < ?1 AND outcome IS NOT NULL", [oldest])
            .map_err(JournalError::Write)
    }

    fn against(
        &self,
        connection: &Connection,
        plan: Plan<'_>,
        hashes: &Hashes,
    ) -> Result<Option<Obstacle>, JournalError> {
        if self.is_under_way(connection, plan)? {
            return Ok(Some(Obstacle::Busy));
        }
        if !plan.again_after_unknown && is_earlier_unknown(connection, plan)? {
            return Ok(Some(Obstacle::EarlierUnknown));
        }
        let Some(quiet) = plan.quiet else { return Ok(None) };
        let since = SystemTime::now().checked_sub(quiet).map_or(0, milliseconds);
        Ok(last_sent(connection, plan, hashes, since)?.map(Obstacle::SentRecently))
    }

    fn is_under_way(&self, connection: &Connection, plan: Plan<'_>) -> Result<bool, JournalError> {
        let run: Option<String> = connection
            .prepare_cached(
                "SELECT run FROM sends INDEXED BY sends_by_reservation
                 WHERE environment = :environment AND reservation = :reservation
                 AND outcome IS NULL ORDER BY id DESC LIMIT 1",
            )
            .and_then(|mut statement| {
                let which = named_params! {
                    ":environment": plan.environment.name(),
                    ":reservation": plan.reservation.as_str(),
                };
                statement.query_row(which, |row| row.get(0)).optional()
            })
            .map_err(JournalError::Read)?;
        // One of our own is not under way: the lock within this process has let go of it, so its outcome was not written.
        Ok(run.is_some_and(|run| self.run.is_another_alive(&run)))
    }

    /// Intents of processes that have ended become unknown.
    fn settle_the_abandoned(&self) -> Result<(), JournalError> {
        let connection = self.connection();
        let runs: Vec<String> = connection
            .prepare("SELECT DISTINCT run FROM sends WHERE outcome IS NULL")
            .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect())
            .map_err(JournalError::Read)?;
        for run in runs.iter().filter(|run| !self.run.is_another_alive(run)) {
            connection
                .execute("UPDATE sends SET outcome = 'unknown' WHERE run = ?1 AND outcome IS NULL", [run])
                .map_err(JournalError::Write)?;
        }
        Ok(())
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

// Left to itself, SQLite takes another index for these, and reads a tenth of the file.

fn is_earlier_unknown(connection: &Connection, plan: Plan<'_>) -> Result<bool, JournalError> {
    connection
        .prepare_cached(
            "SELECT EXISTS (
                SELECT 1 FROM sends AS earlier INDEXED BY sends_by_reservation
                WHERE environment = :environment AND reservation = :reservation
                AND coalesce(outcome, 'unknown') = 'unknown'
                AND NOT EXISTS (
                    SELECT 1 FROM sends AS later INDEXED BY sends_by_reservation
                    WHERE later.environment = earlier.environment
                    AND later.reservation = earlier.reservation AND later.id > earlier.id
                    AND later.outcome = 'sent'))",
        )
        .and_then(|mut statement| {
            let which = named_params! {
                ":environment": plan.environment.name(),
                ":reservation": plan.reservation.as_str(),
            };
            statement.query_row(which, |row| row.get(0))
        })
        .map_err(JournalError::Read)
}

fn last_sent(
    connection: &Connection,
    plan: Plan<'_>,
    hashes: &Hashes,
    since: i64,
) -> Result<Option<SystemTime>, JournalError> {
    let at: Option<i64> = connection
        .prepare_cached(
            "SELECT max(intended_at) FROM sends INDEXED BY sends_by_reservation
             WHERE environment = :environment AND reservation = :reservation
             AND outcome = 'sent' AND intended_at >= :since AND (sms_hash = :sms OR email_hash = :email)",
        )
        .and_then(|mut statement| {
            let which = named_params! {
                ":environment": plan.environment.name(),
                ":reservation": plan.reservation.as_str(),
                ":since": since,
                ":sms": hashes.sms,
                ":email": hashes.email,
            };
            statement.query_row(which, |row| row.get(0))
        })
        .map_err(JournalError::Read)?;
    Ok(at.map(time))
}

#[cfg(test)]
impl Intent {
    pub(crate) fn nowhere() -> Self {
        Self(0)
    }
}

impl Known {
    fn name(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::NotSent => "not-sent",
            Self::Unknown => "unknown",
        }
    }

    /// Whatever is not a clear word is unknown.
    fn named(name: &str) -> Self {
        match name {
            "sent" => Self::Sent,
            "not-sent" => Self::NotSent,
            _ => Self::Unknown,
        }
    }
}

impl From<&Outcome> for Known {
    fn from(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Sent => Self::Sent,
            Outcome::NotSent(_) => Self::NotSent,
            Outcome::Unknown(_) => Self::Unknown,
        }
    }
}

fn time(milliseconds: i64) -> SystemTime {
    UNIX_EPOCH + Duration::from_millis(milliseconds.try_into().unwrap_or_default())
}

fn milliseconds(at: SystemTime) -> i64 {
    at.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis().try_into().unwrap_or(i64::MAX))
}
