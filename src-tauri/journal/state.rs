//! The state of a send. The one rule, for the guards, the list, the filter and the exported file alike.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::{Database, Intent, JournalError};
use crate::domain::Outcome;

/// The state of one send, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum SendState {
    /// On its way: whoever sends it is alive, and still waits for its outcome.
    UnderWay,
    Sent,
    NotSent,
    /// It may have arrived. Its outcome was unclear, or could not be written down.
    Unknown,
}

impl SendState {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::UnderWay => "under-way",
            Self::Sent => "sent",
            Self::NotSent => "not-sent",
            Self::Unknown => "unknown",
        }
    }

    /// Parses a stored outcome. Whatever is not a clear word is unknown.
    fn named(name: &str) -> Self {
        match name {
            "sent" => Self::Sent,
            "not-sent" => Self::NotSent,
            _ => Self::Unknown,
        }
    }
}

impl From<&Outcome> for SendState {
    fn from(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Sent => Self::Sent,
            Outcome::NotSent(_) => Self::NotSent,
            Outcome::Unknown(_) => Self::Unknown,
        }
    }
}

impl Database {
    /// Derives the state of a row. One without an outcome is under way while its process is alive and, where that is
    /// this one, while it waits for the outcome. After that nobody is left who could tell: it is unknown.
    pub(super) fn state(&self, id: i64, run: &str, outcome: Option<&str>) -> SendState {
        match outcome {
            Some(outcome) => SendState::named(outcome),
            None if self.is_under_way(id, run) => SendState::UnderWay,
            None => SendState::Unknown,
        }
    }

    fn is_under_way(&self, id: i64, run: &str) -> bool {
        if run == self.process.name() {
            self.in_flight.lock().contains(&id)
        } else {
            self.process.is_another_alive(run)
        }
    }

    /// Finds the rows without an outcome that are in this state. There are few: each is one that nobody could finish.
    pub(super) fn without_outcome(&self, connection: &Connection, state: SendState) -> rusqlite::Result<Vec<i64>> {
        let mut statement =
            connection.prepare_cached("SELECT id, run FROM sends INDEXED BY sends_under_way WHERE outcome IS NULL")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        Ok(rows.into_iter().filter(|(id, run)| self.state(*id, run, None) == state).map(|(id, _)| id).collect())
    }

    /// Recovers abandoned intents: those of processes that have ended become unknown in the file, too.
    pub(super) fn settle_the_abandoned(&self) -> Result<(), JournalError> {
        let connection = self.connection.lock();
        for id in self.without_outcome(&connection, SendState::Unknown).map_err(JournalError::Read)? {
            connection
                .execute("UPDATE sends SET outcome = 'unknown' WHERE id = ?1 AND outcome IS NULL", [id])
                .map_err(JournalError::Write)?;
        }
        Ok(())
    }

    /// Stops waiting for the outcome of an intent. Without one in the file it is unknown from here on.
    pub(crate) fn give_up(&self, intent: Intent) {
        self.in_flight.lock().remove(&intent.0);
    }
}
