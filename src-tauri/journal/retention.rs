//! Retention: sends are removed when they are old. An unknown one never is: it only loses its contacts. And nothing is,
//! by a clock that may be wrong.

use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use super::{Database, JournalError, conflict::unsettled};
use crate::domain::Timestamp;

const HOUR: i64 = 3_600_000;
/// The longest absence that is believed: after a longer one the clock may as well be ahead.
const LONG: i64 = 14 * 24 * HOUR;
/// The time that such a clock has to go on before it is believed.
const TRIAL: i64 = 12 * HOUR;

/// The last known state of this computer's clock, in milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Clock {
    seen_at: i64,
    ahead_since: Option<i64>,
}

impl Database {
    /// Removes what is older than this, and of unknown sends only whom they went to: that they may have arrived is
    /// remembered until somebody finds out, or deletes everything.
    pub fn forget_older_than(&self, age: Duration) -> Result<usize, JournalError> {
        let mut connection = self.connection.lock();
        let age = age.as_millis().try_into().unwrap_or(i64::MAX);
        let today = today(&connection, age).map_err(JournalError::Read)?;
        let oldest = today.saturating_sub(age);
        let transaction =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(JournalError::Write)?;
        let settled = self.forget_unknown_contacts(&transaction, oldest).map_err(JournalError::Write)?;
        let known = transaction
            .execute("DELETE FROM sends WHERE intended_at < ?1 AND outcome IN ('sent', 'not-sent')", [oldest])
            .map_err(JournalError::Write)?;
        transaction.commit().map_err(JournalError::Write)?;
        Ok(settled + known)
    }

    /// Blanks the contacts of old unknown sends, before the known ones go that tell whether one is still a question.
    fn forget_unknown_contacts(&self, connection: &Connection, oldest: i64) -> rusqlite::Result<usize> {
        let mut removed = 0;
        for (id, environment, reservation) in old_unknown(connection, oldest)? {
            let sends = self.earlier(connection, &environment, &reservation)?;
            if unsettled(&sends).any(|send| send.id == id) {
                connection.execute(
                    "UPDATE sends SET contact_key = NULL, sms_hash = NULL, sms_masked = NULL, email_hash = NULL,
                        email_masked = NULL WHERE id = ?1",
                    [id],
                )?;
            } else {
                removed += connection.execute("DELETE FROM sends WHERE id = ?1", [id])?;
            }
        }
        Ok(removed)
    }
}

/// Finds the old unknown sends whose contacts are still there.
fn old_unknown(connection: &Connection, oldest: i64) -> rusqlite::Result<Vec<(i64, String, String)>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, environment, reservation FROM sends INDEXED BY sends_by_time
         WHERE intended_at < ?1 AND outcome = 'unknown'
         AND coalesce(sms_hash, sms_masked, email_hash, email_masked) IS NOT NULL",
    )?;
    statement.query_map([oldest], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
}

/// Returns the time that ages are counted from: now, or when the clock was last believed.
fn today(connection: &Connection, kept: i64) -> rusqlite::Result<i64> {
    let now = Timestamp::now().as_millis();
    let known = connection
        .query_row("SELECT seen_at, ahead_since FROM clock", [], |row| {
            Ok(Clock { seen_at: row.get(0)?, ahead_since: row.get(1)? })
        })
        .optional()?;
    let newest: Option<i64> = connection.query_row("SELECT max(intended_at) FROM sends", [], |row| row.get(0))?;
    let first = Clock { seen_at: newest.unwrap_or(now), ahead_since: None };
    let clock = known.unwrap_or(first).after_a_send_at(newest, kept).at(now, kept);
    // Where it cannot be written, it is looked at anew the next time.
    let _ = connection.execute(
        "INSERT OR REPLACE INTO clock (id, seen_at, ahead_since) VALUES (1, ?1, ?2)",
        (clock.seen_at, clock.ahead_since),
    );
    Ok(clock.seen_at)
}

impl Clock {
    /// Moves the last known time on to the newest send: the app was open until then at least. A send that lies far
    /// ahead may have been written by a wrong clock.
    fn after_a_send_at(self, newest: Option<i64>, kept: i64) -> Self {
        let seen_at =
            newest.filter(|newest| !self.is_ahead(*newest, kept)).map_or(self.seen_at, |at| at.max(self.seen_at));
        Self { seen_at, ..self }
    }

    /// Whether a time is ahead by more than anybody is away for, or than anything is kept for: that would remove what
    /// was sent yesterday.
    fn is_ahead(self, time: i64, kept: i64) -> bool {
        time.saturating_sub(self.seen_at) > kept.min(LONG)
    }

    /// Returns the state of the clock after a start at this time.
    fn at(self, now: i64, kept: i64) -> Self {
        let is_ahead = self.is_ahead(now, kept);
        let has_gone_on = self.ahead_since.is_some_and(|since| (TRIAL..LONG).contains(&now.saturating_sub(since)));
        if !is_ahead || has_gone_on {
            return Self { seen_at: now, ahead_since: None };
        }
        let since = self.ahead_since.filter(|since| (0..LONG).contains(&now.saturating_sub(*since)));
        Self { ahead_since: since.or(Some(now)), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 24 * HOUR;
    const MONTH: i64 = 30 * DAY;
    const NOW: i64 = 20_000 * DAY;

    #[test]
    fn a_clock_that_goes_on_is_believed() {
        for later in [0, HOUR, DAY, 14 * DAY] {
            assert_eq!(after(&[NOW + later], MONTH), Clock { seen_at: NOW + later, ahead_since: None });
        }
        assert_eq!(after(&[NOW - DAY], MONTH).seen_at, NOW - DAY, "back by a day: nothing is lost by it");
    }

    #[test]
    fn one_that_jumps_by_weeks_is_looked_at_first() {
        let jumped = NOW + 3650 * DAY;
        assert_eq!(after(&[jumped], MONTH), Clock { seen_at: NOW, ahead_since: Some(jumped) });
        assert_eq!(after(&[jumped, jumped + HOUR], MONTH).seen_at, NOW, "nor when the app is opened once more");
        assert_eq!(after(&[jumped, NOW + DAY], MONTH), Clock { seen_at: NOW + DAY, ahead_since: None }, "set right");
        assert_eq!(after(&[jumped, jumped + 3650 * DAY], MONTH).seen_at, NOW, "further still");
    }

    #[test]
    fn after_a_long_holiday_it_is_believed_on_the_second_day() {
        let back = NOW + 40 * DAY;
        assert_eq!(after(&[back, back + DAY], MONTH).seen_at, back + DAY);
        assert_eq!(after(&[back, back + 3 * DAY], MONTH).seen_at, back + 3 * DAY);
    }

    #[test]
    fn what_is_kept_for_a_day_is_not_taken_by_a_clock_that_is_days_ahead() {
        assert_eq!(after(&[NOW + 3 * DAY], DAY).seen_at, NOW);
        assert_eq!(after(&[NOW + 3 * DAY, NOW + 4 * DAY], DAY).seen_at, NOW + 4 * DAY, "a weekend");
    }

    #[test]
    fn a_send_written_by_a_wrong_clock_vouches_for_nothing() {
        let (known, ahead) = (Clock { seen_at: NOW, ahead_since: None }, NOW + 3650 * DAY);
        assert_eq!(known.after_a_send_at(Some(ahead), MONTH).at(ahead + DAY, MONTH).seen_at, NOW);
        assert_eq!(
            known.after_a_send_at(Some(NOW + 10 * DAY), MONTH).at(NOW + 20 * DAY, MONTH).seen_at,
            NOW + 20 * DAY
        );
        assert_eq!(known.after_a_send_at(None, MONTH), known);
    }

    fn after(starts: &[i64], kept: i64) -> Clock {
        starts.iter().fold(Clock { seen_at: NOW, ahead_since: None }, |clock, now| clock.at(*now, kept))
    }
}
