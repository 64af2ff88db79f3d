//! Probes whether files can be locked where the journal lies. To `SQLite` a file system that knows no locks is one that
//! is always busy: it would wait for its turn again and again, and then call it a disk that cannot be written.

use std::{io, path::Path, time::Duration};

use rusqlite::{Connection, ErrorCode};

use super::JournalError;

/// The busy timeout of the probe. Another copy of the app stands in the way of a reader for a moment at most.
const A_MOMENT: Duration = Duration::from_secs(1);

pub(super) fn try_them(connection: &Connection, path: &Path) -> Result<(), JournalError> {
    connection.busy_timeout(A_MOMENT).map_err(JournalError::Open)?;
    let read = connection.query_row("PRAGMA schema_version", [], |_| Ok(()));
    match read {
        Err(error) if is_of_locks(&error) && !can_be_locked(path) => {
            Err(JournalError::NoLocks(io::Error::other(error)))
        }
        // What else may be wrong shows in what comes next.
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Whether a file can be locked in that folder: one of its own, which nobody else can have locked.
fn can_be_locked(path: &Path) -> bool {
    let Ok(file) = tempfile::NamedTempFile::new_in(path.parent().unwrap_or(Path::new("."))) else { return true };
    let locked = Connection::open(file.path()).and_then(|connection| {
        connection.busy_timeout(Duration::ZERO)?;
        connection.execute_batch("BEGIN EXCLUSIVE; ROLLBACK")
    });
    !locked.is_err_and(|error| is_of_locks(&error))
}

fn is_of_locks(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::DatabaseBusy | ErrorCode::FileLockingProtocolFailed | ErrorCode::SystemIoFailure)
    )
}
