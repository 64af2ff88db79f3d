use rusqlite::{Row, named_params};
use serde::Serialize;

use super::{Database, Intent, JournalError};
use crate::domain::{Environment, LinkProgress, ReservationId, Timestamp};

/// The progress of a link as the journal keeps it: what its customer did last, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ProgressRecord {
    pub progress: LinkProgress,
    /// None where the service does not tell it for sure.
    pub at: Option<Timestamp>,
}

impl Database {
    /// Records how far the customer has come with the link of this reservation. What came before it is replaced, and
    /// never the other way round. Nothing is recorded of a send that is not kept any more: its number may be another's
    /// by now, in a journal that was begun anew.
    pub fn record_progress(
        &self,
        environment: Environment,
        reservation: &ReservationId,
        send: Intent,
        record: ProgressRecord,
    ) -> Result<(), JournalError> {
        let earlier: Vec<_> = record.progress.earlier().map(LinkProgress::name).collect();
        let written = self.connection.lock().execute(
            "UPDATE sends SET progress = :progress, progress_at = :at
             WHERE id = :id AND environment = :environment AND reservation = :reservation
             AND (progress IS NULL OR progress IN (SELECT value FROM json_each(:earlier)))",
            named_params! {
                ":progress": record.progress.name(),
                ":at": record.at.map(Timestamp::as_millis),
                ":id": send.number(),
                ":environment": environment.name(),
                ":reservation": reservation.as_str(),
                ":earlier": format!("{earlier:?}"),
            },
        );
        written.map(drop).map_err(JournalError::Write)
    }
}

impl ProgressRecord {
    /// Reads these two columns of a row; None where nothing has been seen.
    pub(super) fn of_row(row: &Row<'_>, progress: usize, at: usize) -> rusqlite::Result<Option<Self>> {
        let name: Option<String> = row.get(progress)?;
        let at: Option<i64> = row.get(at)?;
        let progress = name.as_deref().and_then(LinkProgress::named);
        Ok(progress.map(|progress| Self { progress, at: at.map(Timestamp::from_millis) }))
    }
}
