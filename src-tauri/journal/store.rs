//! The file itself: how it is opened, what is in it, and what happens to one that is damaged.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, ErrorCode};

use super::JournalError;

const FORMAT: i64 = 1;

const TABLES: &str = "
    CREATE TABLE sends (
        id           INTEGER PRIMARY KEY,
        run          TEXT NOT NULL,      -- the process that sent it
        environment  TEXT NOT NULL,
        reservation  TEXT NOT NULL,
        sms_hash     BLOB,               -- keyed; absent where the channel was not chosen
        sms_masked   TEXT,
        email_hash   BLOB,
        email_masked TEXT,
        intended_at  INTEGER NOT NULL,   -- milliseconds since 1970
        outcome      TEXT,               -- 'sent', 'not-sent' or 'unknown'; NULL while nobody knows
        settled_at   INTEGER
    ) STRICT;
    CREATE INDEX sends_by_reservation ON sends (environment, reservation, id);
    CREATE INDEX sends_by_time ON sends (intended_at);
    CREATE INDEX sends_under_way ON sends (run) WHERE outcome IS NULL;
";

/// The connection, and where a damaged file was put.
pub(super) fn open(path: &Path) -> Result<(Connection, Option<PathBuf>), JournalError> {
    match connect(path) {
        Err(error) if is_damage(&error) => {
            let aside = put_aside(path).map_err(JournalError::PutAside)?;
            Ok((connect(path)?, Some(aside)))
        }
        other => Ok((other?, None)),
    }
}

fn connect(path: &Path) -> Result<Connection, JournalError> {
    let mut connection = Connection::open(path).map_err(JournalError::Open)?;
    prepare(&connection).map_err(JournalError::Open)?;
    let transaction = connection.transaction().map_err(JournalError::Open)?;
    let format: i64 = transaction.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(JournalError::Open)?;
    match format {
        0 => {
            transaction.execute_batch(TABLES).map_err(JournalError::Open)?;
            transaction.pragma_update(None, "user_version", FORMAT).map_err(JournalError::Open)?;
            transaction.commit().map_err(JournalError::Open)?;
        }
        FORMAT => drop(transaction),
        found => return Err(JournalError::Newer { found }),
    }
    Ok(connection)
}

fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(Duration::from_secs(10))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // The one row that matters must survive power loss: WAL with NORMAL may lose the last commit.
    connection.pragma_update(None, "synchronous", "FULL")?;
    // On macOS an ordinary fsync stops at the drive's own memory.
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "checkpoint_fullfsync", true)?;
    connection.pragma_update(None, "secure_delete", true)?;
    let sound: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if sound == "ok" { Ok(()) } else { Err(damaged(sound)) }
}

fn damaged(what: String) -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT), Some(what))
}

fn is_damage(error: &JournalError) -> bool {
    let JournalError::Open(error) = error else { return false };
    matches!(error.sqlite_error_code(), Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt))
}

/// Under a name of its own, with what belongs to it.
fn put_aside(path: &Path) -> io::Result<PathBuf> {
    let free =
        (1..10_000).map(|number| path.with_extension(format!("damaged-{number}.sqlite"))).find(|name| !name.exists());
    let aside = free.ok_or_else(|| io::Error::other("no free name"))?;
    for suffix in ["-wal", "-shm"] {
        let (from, to) = (with_suffix(path, suffix), with_suffix(&aside, suffix));
        if from.exists() {
            fs::rename(from, to)?;
        }
    }
    fs::rename(path, &aside)?;
    Ok(aside)
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
