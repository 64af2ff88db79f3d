//! The database file: its schema and migrations, how it is opened, and what happens to one that is damaged.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, TransactionBehavior, config::DbConfig};

use super::{JournalError, locks};
use crate::private;

const FORMAT: i64 = 4;
/// The busy timeout, for another copy of the app that writes at this moment.
pub(super) const TIMEOUT: Duration = Duration::from_secs(10);

const TABLES: &str = "
    CREATE TABLE sends (
        id           INTEGER PRIMARY KEY,
        run          TEXT NOT NULL,      -- the process that sent it
        environment  TEXT NOT NULL,
        reservation  TEXT NOT NULL,
        intended_at  INTEGER NOT NULL,   -- milliseconds since 1970
        outcome      TEXT,               -- 'sent', 'not-sent' or 'unknown'; NULL while nobody knows
        settled_at   INTEGER
    ) STRICT;
    CREATE INDEX sends_by_reservation ON sends (environment, reservation, id);
    CREATE INDEX sends_by_time ON sends (intended_at);
    CREATE INDEX sends_under_way ON sends (run) WHERE outcome IS NULL;
";

/// The migration to format 2, which knows who a link went to, as far as is needed to notice a second one, and can be
/// searched.
const CONTACTS: &str = "
    ALTER TABLE sends ADD COLUMN sms_hash     BLOB;     -- keyed; absent where the channel was not chosen
    ALTER TABLE sends ADD COLUMN sms_masked   TEXT;
    ALTER TABLE sends ADD COLUMN email_hash   BLOB;
    ALTER TABLE sends ADD COLUMN email_masked TEXT;
    ALTER TABLE sends ADD COLUMN http_status  INTEGER;  -- what the service answered with
    -- Each index ends with the id, by which lists are ordered.
    CREATE INDEX sends_of_environment ON sends (environment);
    CREATE INDEX sends_by_outcome ON sends (environment, outcome);
    CREATE VIRTUAL TABLE words USING fts5 (
        reservation, sms_masked, email_masked, content='sends', content_rowid='id', tokenize='trigram');
    INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
    INSERT INTO words (words) VALUES ('rebuild');
    CREATE TRIGGER sends_are_found AFTER INSERT ON sends BEGIN
        INSERT INTO words (rowid, reservation, sms_masked, email_masked)
        VALUES (new.id, new.reservation, new.sms_masked, new.email_masked);
    END;
    CREATE TRIGGER sends_are_forgotten AFTER DELETE ON sends BEGIN
        INSERT INTO words (words, rowid, reservation, sms_masked, email_masked)
        VALUES ('delete', old.id, old.reservation, old.sms_masked, old.email_masked);
    END;
";

/// The migration to format 3, which tells hashes of different keys apart, lets an old unknown send stay without its
/// contacts, and remembers when the clock was last known to be right.
const AGES: &str = "
    ALTER TABLE sends ADD COLUMN contact_key  BLOB;     -- which key the hashes were made with
    CREATE TRIGGER sends_are_blanked AFTER UPDATE OF sms_masked, email_masked ON sends BEGIN
        INSERT INTO words (words, rowid, reservation, sms_masked, email_masked)
        VALUES ('delete', old.id, old.reservation, old.sms_masked, old.email_masked);
        INSERT INTO words (rowid, reservation, sms_masked, email_masked)
        VALUES (new.id, new.reservation, new.sms_masked, new.email_masked);
    END;
    CREATE TABLE clock (
        id           INTEGER PRIMARY KEY CHECK (id = 1),
        seen_at      INTEGER NOT NULL,   -- the last start at which it was believed
        ahead_since  INTEGER             -- the first start at which it was too far ahead of that
    ) STRICT;
";

/// The migration to format 4, which knows how far the customer has come with a link.
const PROGRESS: &str = "
    ALTER TABLE sends ADD COLUMN progress     TEXT;     -- 'opened', 'reserved' or 'paid'; NULL where none was seen
    ALTER TABLE sends ADD COLUMN progress_at  INTEGER;  -- NULL where the service does not tell it for sure
";

/// Opens the file. Returns the connection, and where a damaged file was put.
pub(super) fn open(path: &Path) -> Result<(Connection, Option<PathBuf>), JournalError> {
    // One copy of the app at a time: no file is put aside while another is about to read it, or to make the new one.
    let _lock = open_lock(path)?;
    match connect(path) {
        Err(error) if error.is_damage() => {
            let aside = put_aside(path).map_err(JournalError::PutAside)?;
            Ok((connect(path)?, Some(aside)))
        }
        other => Ok((other?, None)),
    }
}

/// Turns off the checkpoint on close: the write-ahead log is not worked into a damaged file.
pub(super) fn leave_as_it_is(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map(drop)
}

fn connect(path: &Path) -> Result<Connection, JournalError> {
    // What SQLite makes beside it gets its permissions.
    private::make_file(path).map_err(JournalError::Folder)?;
    for suffix in ["", "-wal", "-shm"] {
        private::tighten(&with_suffix(path, suffix));
    }
    let mut connection = Connection::open(path).map_err(JournalError::Open)?;
    locks::try_them(&connection, path)?;
    prepare(&connection).map_err(JournalError::Open)?;
    if format(&connection)? != FORMAT {
        bring_up_to_date(&mut connection)?;
    }
    Ok(connection)
}

/// Migrates the file to the latest format. Of two copies of the app that open an older file at once, one does it and
/// the other finds it done.
fn bring_up_to_date(connection: &mut Connection) -> Result<(), JournalError> {
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(JournalError::Open)?;
    let missing: &[&str] = match format(&transaction)? {
        0 => &[TABLES, CONTACTS, AGES, PROGRESS],
        1 => &[CONTACTS, AGES, PROGRESS],
        2 => &[AGES, PROGRESS],
        3 => &[PROGRESS],
        FORMAT => &[],
        found => return Err(JournalError::Newer { found }),
    };
    for step in missing {
        transaction.execute_batch(step).map_err(JournalError::Open)?;
    }
    transaction.pragma_update(None, "user_version", FORMAT).map_err(JournalError::Open)?;
    transaction.commit().map_err(JournalError::Open)
}

fn format(connection: &Connection) -> Result<i64, JournalError> {
    connection.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(JournalError::Open)
}

fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(TIMEOUT)?;
    leave_as_it_is(connection)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // The one row that matters must survive power loss: WAL with NORMAL may lose the last commit.
    connection.pragma_update(None, "synchronous", "FULL")?;
    // On macOS an ordinary fsync stops at the drive's own memory.
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "checkpoint_fullfsync", true)?;
    connection.pragma_update(None, "secure_delete", true)?;
    let sound: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if sound != "ok" {
        return Err(damaged(sound));
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false).map(drop)
}

fn damaged(what: String) -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT), Some(what))
}

/// Takes the lock of whoever opens the journal, held until dropped.
pub(super) fn open_lock(path: &Path) -> Result<File, JournalError> {
    let lock = File::create(path.with_extension("turn")).map_err(JournalError::Folder)?;
    lock.lock().map_err(JournalError::NoLocks)?;
    Ok(lock)
}

/// Renames a damaged file to a name of its own, with what belongs to it.
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

pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
