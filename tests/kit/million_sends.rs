//! A journal with a million sends, written in one go.

use std::{path::Path, time::Duration};

use resend_reservation::domain::Timestamp;
use rusqlite::{Connection, params};

pub(crate) const ROWS: u64 = 1_000_000;

/// Spread over thirty days, one in two hundred unknown. Written in one go: how is not what is tried here.
pub(crate) fn fill(path: &Path) {
    let mut file = Connection::open(path).expect("open");
    file.pragma_update(None, "synchronous", "OFF").expect("set");
    // A million rows one by one take a minute to make findable; all at once, some seconds.
    let trigger: String = file
        .query_row("SELECT sql FROM sqlite_schema WHERE name = 'sends_are_found'", [], |row| row.get(0))
        .expect("there is one");
    let transaction = file.transaction().expect("begun");
    transaction.execute_batch("DROP TRIGGER sends_are_found").expect("dropped");
    let begin = Timestamp::now() - Duration::from_hours(30 * 24);
    let step = 30 * 24 * 3_600_000 / ROWS;
    {
        let mut insert = transaction
            .prepare(
                "INSERT INTO sends (run, environment, reservation, sms_hash, sms_masked, intended_at, outcome, http_status)
                 VALUES ('0123456789abcdef', 'production', ?1, randomblob(32), ?2, ?3, ?4, 202)",
            )
            .expect("prepared");
        for row in 0..ROWS {
            let masked = format!("+47 … {:03}", row.wrapping_mul(7919) % 1000);
            let outcome = if row.is_multiple_of(200) { "unknown" } else { "sent" };
            insert
                .execute(params![id(row), masked, (begin + Duration::from_millis(row * step)).as_millis(), outcome])
                .expect("written");
        }
    }
    transaction.execute_batch("INSERT INTO words (words) VALUES ('rebuild')").expect("findable");
    transaction.execute_batch(&trigger).expect("made again");
    transaction.commit().expect("committed");
    file.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").expect("in one file");
}

/// Scattered, as the service's are.
pub(crate) fn id(row: u64) -> String {
    format!("RES{}", 3_000_000_000 + row.wrapping_mul(2_654_435_761) % 1_294_967_295)
}
