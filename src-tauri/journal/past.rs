use std::time::SystemTime;

use rusqlite::named_params;

use super::{Intent, Journal, JournalError, SendState, time};
use crate::domain::{Environment, ReservationId};

/// One earlier send, as far as it is kept: its contacts are masked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastSend {
    pub intent: Intent,
    pub sms_to: Option<String>,
    pub email_to: Option<String>,
    pub at: SystemTime,
    pub known: SendState,
}

impl Journal {
    /// The last sends of this reservation, newest first.
    pub fn past(
        &self,
        environment: Environment,
        reservation: &ReservationId,
        most: u32,
    ) -> Result<Vec<PastSend>, JournalError> {
        let connection = self.connection();
        let mut statement = connection
            .prepare_cached(
                "SELECT id, sms_masked, email_masked, intended_at, run, outcome
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
                    Ok(PastSend {
                        intent: Intent(id),
                        sms_to: row.get(1)?,
                        email_to: row.get(2)?,
                        at: time(row.get(3)?),
                        known: self.state(id, &run, outcome.as_deref()),
                    })
                },
            )
            .and_then(Iterator::collect)
            .map_err(JournalError::Read)
    }
}
