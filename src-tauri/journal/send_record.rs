use rusqlite::{OptionalExtension, named_params};

use super::{Database, Intent, JournalError, SendState};
use crate::domain::{Environment, ReservationId, Timestamp};

/// The record of an earlier send, as far as it is kept: its contacts are masked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendRecord {
    pub intent: Intent,
    pub sms_to: Option<String>,
    pub email_to: Option<String>,
    /// Keyed; absent where the channel was not chosen, and where nothing of the contact is kept.
    pub sms_hash: Option<Vec<u8>>,
    pub email_hash: Option<Vec<u8>>,
    pub at: Timestamp,
    pub state: SendState,
}

impl Database {
    /// Reads the last sends of this reservation, newest first.
    pub fn recent_sends(
        &self,
        environment: Environment,
        reservation: &ReservationId,
        most: u32,
    ) -> Result<Vec<SendRecord>, JournalError> {
        let connection = self.connection.lock();
        let mut statement = connection
            .prepare_cached(
                "SELECT id, sms_masked, email_masked, intended_at, run, outcome, sms_hash, email_hash
                 FROM sends INDEXED BY sends_by_reservation
                 WHERE environment = :environment AND reservation = :reservation ORDER BY id DESC LIMIT :most",
            )
            .map_err(JournalError::Read)?;
        statement
            .query_map(
                named_params! {
                    ":environment": environment.name(),
                    ":reservation": reservation.as_str(),
                    ":most": most,
                },
                |row| {
                    let (id, run, outcome): (_, String, Option<String>) = (row.get(0)?, row.get(4)?, row.get(5)?);
                    Ok(SendRecord {
                        intent: Intent(id),
                        sms_to: row.get(1)?,
                        email_to: row.get(2)?,
                        at: Timestamp::from_millis(row.get(3)?),
                        state: self.state(id, &run, outcome.as_deref()),
                        sms_hash: row.get(6)?,
                        email_hash: row.get(7)?,
                    })
                },
            )
            .and_then(Iterator::collect)
            .map_err(JournalError::Read)
    }

    /// Returns the reservation of a send. None where it is not in the journal, or of another environment.
    pub fn reservation_of(
        &self,
        environment: Environment,
        intent: Intent,
    ) -> Result<Option<ReservationId>, JournalError> {
        let found: Option<String> = self
            .connection
            .lock()
            .prepare_cached("SELECT reservation FROM sends WHERE id = ?1 AND environment = ?2")
            .and_then(|mut statement| statement.query_row((intent.0, environment.name()), |row| row.get(0)).optional())
            .map_err(JournalError::Read)?;
        Ok(found.and_then(|id| ReservationId::parse(&id).ok()))
    }
}

impl Intent {
    /// Returns the number by which the page knows it.
    pub fn number(self) -> i64 {
        self.0
    }

    /// Makes the intent with a number that the page gives. Whether there is such a one, the journal knows.
    pub fn numbered(number: i64) -> Self {
        Self(number)
    }
}
