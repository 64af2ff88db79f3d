//! Everything that was sent from this computer, to look through.

use std::{ops::Range, time::SystemTime};

use rusqlite::{Connection, Row, named_params};

use super::{Journal, JournalError, Known, milliseconds, time};
use crate::domain::Environment;

/// What to look for. Nothing of it: everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// A part of a reservation's id or of a masked contact.
    pub text: Option<String>,
    pub outcome: Option<Known>,
    pub time: Option<Range<SystemTime>>,
    /// Only what is older than this entry: the next page.
    pub older_than: Option<i64>,
}

/// One send. Its contacts are masked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: i64,
    pub reservation: String,
    pub sms_to: Option<String>,
    pub email_to: Option<String>,
    pub at: SystemTime,
    /// None while it is under way.
    pub known: Option<Known>,
    pub http_status: Option<u16>,
}

/// A part of the list, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    pub entries: Vec<Entry>,
    /// There is more after these.
    pub more: bool,
}

/// Fewer letters than these are in nearly every entry.
const FEWEST_LETTERS: usize = 3;

impl Journal {
    /// The newest entries that match, at most so many.
    pub fn search(&self, environment: Environment, search: &Search, most: u32) -> Result<Page, JournalError> {
        let connection = self.connection();
        let mut entries = found(&connection, environment, search, most + 1).map_err(JournalError::Read)?;
        let more = entries.len() > most as usize;
        entries.truncate(most as usize);
        Ok(Page { entries, more })
    }

    /// Removes everything but what is under way at this moment.
    pub fn forget_all(&self, environment: Environment) -> Result<usize, JournalError> {
        let connection = self.connection();
        let forgotten = connection
            .execute("DELETE FROM sends WHERE environment = ?1 AND outcome IS NOT NULL", [environment.name()])
            .map_err(JournalError::Write)?;
        // What was deleted is not to be found in the file that holds the latest changes either.
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map_err(JournalError::Write)?;
        Ok(forgotten)
    }
}

fn found(
    connection: &Connection,
    environment: Environment,
    search: &Search,
    most: u32,
) -> rusqlite::Result<Vec<Entry>> {
    let (oldest, newest) = ids(connection, search)?;
    let text = search.text.as_deref().map(str::trim).filter(|text| text.chars().count() >= FEWEST_LETTERS);
    let (prefix, rest) = text.map(halves).unzip();
    // Each condition only where it is needed: for one that might be, no index is used. CROSS, so that the words come
    // first: the other way round they are searched once for each send.
    let (from, id, matches) = match text {
        Some(_) => (
            "words CROSS JOIN sends ON sends.id = words.rowid",
            "words.rowid",
            "words MATCH :text AND (:prefix = '' OR instr(sends.reservation, :prefix) > 0)",
        ),
        None => ("sends", "sends.id", ":text IS NULL AND :prefix IS NULL"),
    };
    let outcome = if search.outcome.is_some() { "outcome = :outcome" } else { ":outcome IS NULL" };
    let time = if search.time.is_some() { "intended_at >= :from AND intended_at < :until" } else { ":from < :until" };
    let mut statement = connection.prepare_cached(&format!(
        "SELECT sends.id, sends.reservation, sends.sms_masked, sends.email_masked, intended_at, outcome, http_status
         FROM {from} WHERE {matches} AND environment = :environment AND {outcome} AND {time}
         AND {id} >= :oldest AND {id} <= :newest
         ORDER BY {id} DESC LIMIT :most"
    ))?;
    let (begin, end) = bounds(search);
    let rows = statement.query_map(
        named_params! {
            ":text": rest.map(quoted),
            ":prefix": prefix,
            ":environment": environment.name(),
            ":outcome": search.outcome.map(Known::name),
            ":from": begin,
            ":until": end,
            ":oldest": oldest,
            ":newest": newest,
            ":most": most,
        },
        entry,
    )?;
    rows.collect()
}

/// The first and the last entry that can match. What was sent in some days lies together.
fn ids(connection: &Connection, search: &Search) -> rusqlite::Result<(i64, i64)> {
    let newest = search.older_than.map_or(i64::MAX, |id| id - 1);
    if search.time.is_none() {
        return Ok((0, newest));
    }
    let (begin, end) = bounds(search);
    let mut statement = connection
        .prepare_cached("SELECT min(id), max(id) FROM sends WHERE intended_at >= :from AND intended_at < :until")?;
    let found: (Option<i64>, Option<i64>) =
        statement.query_row(named_params! { ":from": begin, ":until": end }, |row| Ok((row.get(0)?, row.get(1)?)))?;
    // Nothing in that time: an empty range.
    Ok((found.0.unwrap_or(i64::MAX), found.1.unwrap_or(0).min(newest)))
}

fn bounds(search: &Search) -> (i64, i64) {
    search.time.as_ref().map_or((0, i64::MAX), |time| (milliseconds(time.start), milliseconds(time.end)))
}

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        id: row.get(0)?,
        reservation: row.get(1)?,
        sms_to: row.get(2)?,
        email_to: row.get(3)?,
        at: time(row.get(4)?),
        known: row.get::<_, Option<String>>(5)?.map(|name| Known::named(&name)),
        http_status: row.get(6)?,
    })
}

/// What all ids begin with is in every row, and is slow to look for: digits after it find the row, and the beginning is
/// compared. Empty where there is nothing to compare.
fn halves(text: &str) -> (String, &str) {
    let rest = text.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let is_of_an_id =
        rest.len() < text.len() && rest.len() >= FEWEST_LETTERS && rest.bytes().all(|b| b.is_ascii_digit());
    if is_of_an_id { (text.to_ascii_uppercase(), rest) } else { (String::new(), text) }
}

/// As one phrase, so that nothing in it is read as a sign of the search's own language.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}
