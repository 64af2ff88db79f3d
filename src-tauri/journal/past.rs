use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rusqlite::named_params;

use super::{Journal, JournalError, Known};
use crate::domain::{Environment, ReservationId};

/// One earlier send, as far as it is kept: its contacts are masked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastSend {
    pub sms_to: Option<String>,
    pub email_to: Option<String>,
    pub at: SystemTime,
    pub known: Known,
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
                "SELECT sms_masked, email_masked, intended_at, coalesce(outcome, 'unknown') FROM sends
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
                    let at = u64::try_from(row.get::<_, i64>(2)?).unwrap_or_default();
                    Ok(PastSend {
                        sms_to: row.get(0)?,
                        email_to: row.get(1)?,
                        at: UNIX_EPOCH + Duration::from_millis(at),
                        known: Known::named(&row.get::<_, String>(3)?),
                    })
                },
            )
            .and_then(Iterator::collect)
            .map_err(JournalError::Read)
    }
}
