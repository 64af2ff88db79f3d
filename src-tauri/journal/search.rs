//! Full-text search in the history of sends, and its clearing.

use std::{ops::Range, time::Duration};

use rusqlite::{Connection, Row, named_params};
use serde::{Deserialize, Serialize};

use super::{Database, JournalError, ProgressRecord, SendState, schema};
use crate::domain::{Environment, Timestamp, is_invisible};

/// The filter of a search. An empty one finds everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "HistorySearch"))]
pub struct Search {
    /// A part of a reservation's id or of a masked contact: three letters at least.
    pub text: Option<String>,
    pub outcome: Option<SendState>,
    /// From this time on, and before the other.
    pub from: Option<Timestamp>,
    pub until: Option<Timestamp>,
    /// Only what is older than this entry: the next page.
    pub older_than: Option<i64>,
}

/// An entry of the history: one send from this computer. Its contacts are masked: nothing more of them is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "HistoryEntry"))]
pub struct Entry {
    pub id: i64,
    pub reservation: String,
    pub sms_to: Option<String>,
    pub email_to: Option<String>,
    pub at: Timestamp,
    #[serde(rename = "outcome")]
    pub state: SendState,
    pub http_status: Option<u16>,
    /// How far the customer has come with the link, as far as it was seen.
    pub progress: Option<ProgressRecord>,
}

/// A page of the history, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "HistoryPage"))]
pub struct Page {
    pub entries: Vec<Entry>,
    /// There is more after these.
    pub more: bool,
}

/// The fewest letters to search for: fewer are in nearly every entry.
const FEWEST_LETTERS: usize = 3;

impl Search {
    fn time(&self) -> Option<Range<Timestamp>> {
        Some(self.from?..self.until?)
    }
}

impl Database {
    /// Finds the newest entries that match, at most so many.
    pub fn search(&self, environment: Environment, search: &Search, most: u32) -> Result<Page, JournalError> {
        let connection = self.connection.lock();
        let mut entries = self.found(&connection, environment, search, most + 1).map_err(JournalError::Read)?;
        let more = entries.len() > most as usize;
        entries.truncate(most as usize);
        Ok(Page { entries, more })
    }

    /// Removes everything but what is under way at this moment.
    pub fn forget_all(&self, environment: Environment) -> Result<usize, JournalError> {
        let connection = self.connection.lock();
        let under_way = self.without_outcome(&connection, SendState::UnderWay).map_err(JournalError::Read)?;
        let forgotten = connection
            .execute(
                "DELETE FROM sends WHERE environment = ?1 AND id NOT IN (SELECT value FROM json_each(?2))",
                (environment.name(), list(&under_way)),
            )
            .map_err(JournalError::Write)?;
        // What was deleted is not to be found in the file that holds the latest changes either.
        wipe(&connection)?;
        Ok(forgotten)
    }

    fn found(
        &self,
        connection: &Connection,
        environment: Environment,
        search: &Search,
        most: u32,
    ) -> rusqlite::Result<Vec<Entry>> {
        let (oldest, newest) = ids(connection, search)?;
        let text = search.text.as_deref().map(visible);
        let text = text.as_deref().map(str::trim).filter(|text| text.chars().count() >= FEWEST_LETTERS);
        let (prefix, rest) = text.map(halves).unzip();
        let unfinished = match search.outcome {
            Some(state @ (SendState::Unknown | SendState::UnderWay)) => self.without_outcome(connection, state)?,
            Some(SendState::Sent | SendState::NotSent) | None => Vec::new(),
        };
        let mut statement = connection.prepare_cached(&statement(search, text.is_some(), !unfinished.is_empty()))?;
        let (begin, end) = bounds(search);
        let rows = statement.query_map(
            named_params! {
                ":text": rest.map(quoted),
                ":prefix": prefix,
                ":environment": environment.name(),
                ":outcome": search.outcome.map(SendState::name),
                ":unfinished": list(&unfinished),
                ":from": begin,
                ":until": end,
                ":oldest": oldest,
                ":newest": newest,
                ":most": most,
            },
            |row| self.entry(row),
        )?;
        rows.collect()
    }

    fn entry(&self, row: &Row<'_>) -> rusqlite::Result<Entry> {
        let (id, run, outcome): (_, String, Option<String>) = (row.get(0)?, row.get(5)?, row.get(6)?);
        Ok(Entry {
            id,
            reservation: row.get(1)?,
            sms_to: row.get(2)?,
            email_to: row.get(3)?,
            at: Timestamp::from_millis(row.get(4)?),
            state: self.state(id, &run, outcome.as_deref()),
            http_status: row.get::<_, Option<i64>>(7)?.and_then(|status| status.try_into().ok()),
            progress: ProgressRecord::of_row(row, 8, 9)?,
        })
    }
}

/// Writes the statement of a search. Each condition stands only where it is needed: for one that might be, no index is
/// used.
fn statement(search: &Search, has_text: bool, has_unfinished: bool) -> String {
    // CROSS, so that the words come first: the other way round they are searched once for each send.
    let (from, id, matches) = if has_text {
        (
            "words CROSS JOIN sends ON sends.id = words.rowid",
            "words.rowid",
            "words MATCH :text AND (:prefix = '' OR instr(sends.reservation, :prefix) > 0)",
        )
    } else {
        ("sends", "sends.id", ":text IS NULL AND :prefix IS NULL")
    };
    let outcome = match search.outcome {
        Some(_) if has_unfinished => "(outcome = :outcome OR sends.id IN (SELECT value FROM json_each(:unfinished)))",
        Some(_) => "outcome = :outcome AND :unfinished IS NOT NULL",
        None => ":outcome IS NULL AND :unfinished IS NOT NULL",
    };
    let time = if search.time().is_some() { "intended_at >= :from AND intended_at < :until" } else { ":from < :until" };
    format!(
        "SELECT sends.id, sends.reservation, sends.sms_masked, sends.email_masked, intended_at, run, outcome, http_status,
                progress, progress_at
         FROM {from} WHERE {matches} AND environment = :environment AND {outcome} AND {time}
         AND {id} >= :oldest AND {id} <= :newest
         ORDER BY {id} DESC LIMIT :most"
    )
}

/// The number of tries to wipe, and how long `SQLite` waits each time for those who read.
const TRIES: u32 = 3;
const WAIT_TO_WIPE: Duration = Duration::from_secs(1);

fn wipe(connection: &Connection) -> Result<(), JournalError> {
    connection.busy_timeout(WAIT_TO_WIPE).map_err(JournalError::Write)?;
    let wiped = (0..TRIES).find_map(|_| wipe_log(connection).map(|done| done.then_some(())).transpose());
    connection.busy_timeout(schema::TIMEOUT).map_err(JournalError::Write)?;
    wiped.unwrap_or(Err(JournalError::StillRead))
}

/// Truncates the write-ahead log. Returns false where somebody was in the way.
fn wipe_log(connection: &Connection) -> Result<bool, JournalError> {
    let was_busy: i64 =
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0)).map_err(JournalError::Write)?;
    Ok(was_busy == 0)
}

/// Formats ids as JSON, which `json_each` reads.
fn list(ids: &[i64]) -> String {
    format!("{ids:?}")
}

/// Returns the first and the last entry that can match. What was sent in some days lies together.
fn ids(connection: &Connection, search: &Search) -> rusqlite::Result<(i64, i64)> {
    let newest = search.older_than.map_or(i64::MAX, |id| id.saturating_sub(1));
    if search.time().is_none() {
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
    search.time().map_or((0, i64::MAX), |time| (time.start.as_millis(), time.end.as_millis()))
}

/// Returns an id to compare with, and its digits to search for: what all ids begin with is in every row, and slow to
/// find. Empty where there is nothing to compare.
fn halves(text: &str) -> (String, &str) {
    let rest = text.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let is_of_an_id =
        rest.len() < text.len() && rest.len() >= FEWEST_LETTERS && rest.bytes().all(|b| b.is_ascii_digit());
    if is_of_an_id { (text.to_ascii_uppercase(), rest) } else { (String::new(), text) }
}

/// Strips invisible characters, which nobody means: what comes along with a copied text, such as NUL, at which `SQLite`
/// would stop reading, and the marks of a text's direction.
fn visible(text: &str) -> String {
    text.chars().filter(|&letter| !letter.is_control() && !is_invisible(letter)).collect()
}

/// Quotes a text as one phrase, so that nothing in it is read as a sign of the search's own language (FTS5).
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}
