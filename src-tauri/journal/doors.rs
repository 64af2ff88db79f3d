//! Queries of the journal for tests only: not in the program that is shipped.

use super::{Database, JournalError, SendState};
use crate::domain::{Environment, ReservationId};

impl Database {
    /// Returns the state of every send of this reservation, oldest first.
    pub fn sends_of(
        &self,
        environment: Environment,
        reservation: &ReservationId,
    ) -> Result<Vec<SendState>, JournalError> {
        let sends = self.earlier(&self.connection.lock(), environment.name(), reservation.as_str());
        Ok(sends.map_err(JournalError::Read)?.iter().map(|send| send.state).collect())
    }

    /// Returns the journal mode and the `synchronous` level in force: what the promise rests on when the power goes.
    pub fn durability(&self) -> Result<(String, i64), JournalError> {
        let connection = self.connection.lock();
        let ask = |pragma| connection.query_row(pragma, [], |row| row.get(0));
        let mode = ask("PRAGMA journal_mode").map_err(JournalError::Read)?;
        let level = connection.query_row("PRAGMA synchronous", [], |row| row.get(0)).map_err(JournalError::Read)?;
        Ok((mode, level))
    }
}
