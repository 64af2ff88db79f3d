use rusqlite::TransactionBehavior;

use super::{Journal, JournalError};

impl Journal {
    /// Writes to the file what is there already: it takes the way to the disk that a send takes, and changes nothing.
    pub fn try_writing(&self) -> Result<(), JournalError> {
        let mut connection = self.connection();
        // Immediate: a newer version of the app that brings the file up to date gets between no two of these.
        let transaction =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(JournalError::Write)?;
        let format: i64 =
            transaction.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(JournalError::Read)?;
        transaction.pragma_update(None, "user_version", format).map_err(JournalError::Write)?;
        transaction.commit().map_err(JournalError::Write)
    }
}
