use std::{
    collections::HashSet,
    path::{Path, PathBuf},
    time::Duration,
};

use parking_lot::Mutex;
use rusqlite::{Connection, TransactionBehavior, named_params};

use super::{
    Conflict, ContactKey, JournalError, SendState,
    contact_key::{Contact, Contacts},
    file_identity::FileIdentity,
    process_lock::ProcessLock,
    schema,
};
use crate::{
    domain::{Environment, Outcome, Resend, ReservationId, Timestamp},
    private,
};

/// The open database of the journal.
#[derive(Debug)]
pub struct Database {
    pub(super) connection: Mutex<Connection>,
    pub(super) process: ProcessLock,
    /// The intents of this process that still wait for their outcome.
    pub(super) in_flight: Mutex<HashSet<i64>>,
    path: PathBuf,
    identity: FileIdentity,
    put_aside: Option<PathBuf>,
}

/// The id of an intent that is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Intent(pub(super) i64);

impl Database {
    /// Opens the file in this folder, or makes it. A damaged one is put aside, never deleted. What is older than `kept`
    /// is removed.
    pub fn open(folder: &Path, kept: Duration) -> Result<Self, JournalError> {
        private::make_folder(folder).map_err(JournalError::Folder)?;
        let path = folder.join("journal.sqlite");
        let (connection, put_aside) = schema::open(&path)?;
        let identity = FileIdentity::of(&path);
        let process = ProcessLock::take(folder)?;
        let (connection, in_flight) = (Mutex::new(connection), Mutex::default());
        let journal = Self { connection, process, in_flight, path, identity, put_aside };
        journal.settle_the_abandoned()?;
        journal.forget_older_than(kept)?;
        Ok(journal)
    }

    /// Whether the open file is still the one that the next start will read.
    pub fn is_in_place(&self) -> bool {
        self.identity == FileIdentity::of(&self.path)
    }

    /// Returns where a damaged journal was put, if one was found.
    pub fn put_aside(&self) -> Option<&Path> {
        self.put_aside.as_deref()
    }

    /// Leaves a damaged file as it is, before it is put aside: nothing more is done to the file, not even when it is
    /// closed.
    pub fn leave_as_it_is(&self) {
        // Where that fails, what is in one of its files gets into the other: nothing is lost by it.
        let _ = schema::leave_as_it_is(&self.connection.lock());
    }

    /// Checks for conflicts with another send, in the order in which they are told. Nothing is written.
    pub fn check(
        &self,
        resend: &Resend,
        key: &ContactKey,
        repeat_window: Duration,
    ) -> Result<Vec<Conflict>, JournalError> {
        let to = key.contacts_of(&resend.recipient);
        self.conflicts(&self.connection.lock(), resend, &to, repeat_window).map_err(JournalError::Read)
    }

    /// Records the intent, unless a send conflicts with it: one that is unknown, and has not been confirmed, or the
    /// same to the same within the repeat window. When this returns an intent, the row has reached the disk.
    pub fn begin(
        &self,
        resend: &Resend,
        key: &ContactKey,
        again_after_unknown: bool,
        repeat_window: Duration,
    ) -> Result<Result<Intent, Conflict>, JournalError> {
        let to = key.contacts_of(&resend.recipient);
        let mut connection = self.connection.lock();
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
        self.in_flight.lock().insert(intent.0);
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
                ":run": self.process.name(),
                ":environment": resend.environment.name(),
                ":reservation": resend.reservation.as_str(),
                ":contact_key": to.key,
                ":sms_hash": to.sms.as_ref().map(hash),
                ":sms_masked": to.sms.as_ref().map(masked),
                ":email_hash": to.email.as_ref().map(hash),
                ":email_masked": to.email.as_ref().map(masked),
                ":now": Timestamp::now().as_millis(),
            },
        )?;
        Ok(Intent(connection.last_insert_rowid()))
    }

    /// Records the outcome of an intent, and the HTTP status that it was answered with.
    pub fn finish(&self, intent: Intent, outcome: &Outcome, status: Option<u16>) -> Result<(), JournalError> {
        let written = self.connection.lock().execute(
            "UPDATE sends SET outcome = :outcome, http_status = :status, settled_at = :now WHERE id = :id",
            named_params! {
                ":outcome": SendState::from(outcome).name(),
                ":status": status,
                ":now": Timestamp::now().as_millis(),
                ":id": intent.0,
            },
        );
        self.give_up(intent);
        written.map(drop).map_err(JournalError::Write)
    }

    /// Records that an unknown send turned out to have left. Returns whether it stands there as sent: one that was sent
    /// already stays as it is. Nothing is recorded of a send that is not kept any more: its number may be another's by
    /// now, in a journal that was begun anew.
    pub fn found_sent(
        &self,
        environment: Environment,
        reservation: &ReservationId,
        send: Intent,
        begun: Timestamp,
    ) -> Result<bool, JournalError> {
        let written = self.connection.lock().execute(
            "UPDATE sends SET
                outcome = :sent,
                http_status = iif(outcome IS :sent, http_status, NULL),
                settled_at = iif(outcome IS :sent, settled_at, :now)
             WHERE id = :id AND environment = :environment AND reservation = :reservation AND intended_at = :begun
             AND outcome IS NOT :not_sent",
            named_params! {
                ":sent": SendState::Sent.name(),
                ":not_sent": SendState::NotSent.name(),
                ":now": Timestamp::now().as_millis(),
                ":id": send.0,
                ":environment": environment.name(),
                ":reservation": reservation.as_str(),
                ":begun": begun.as_millis(),
            },
        );
        written.map(|rows| rows > 0).map_err(JournalError::Write)
    }

    /// Probes whether the file can be written, with what is there already: it takes the way to the disk that a send
    /// takes, and changes nothing.
    pub fn probe_write(&self) -> Result<(), JournalError> {
        let mut connection = self.connection.lock();
        // Immediate: a newer version of the app that brings the file up to date gets between no two of these.
        let transaction =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(JournalError::Write)?;
        let format: i64 =
            transaction.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(JournalError::Read)?;
        transaction.pragma_update(None, "user_version", format).map_err(JournalError::Write)?;
        transaction.commit().map_err(JournalError::Write)
    }
}

fn hash(contact: &Contact) -> &[u8] {
    &contact.hash
}

fn masked(contact: &Contact) -> &str {
    &contact.masked
}
