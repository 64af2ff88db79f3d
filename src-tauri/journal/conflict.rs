//! Conflicts with another send, decided from the earlier ones of its reservation. Pure, but for the reading of them.

use std::time::Duration;

use rusqlite::{Connection, Row, named_params};

use super::{Database, contact_key::Contacts, state::SendState};
use crate::domain::{Resend, Timestamp};

/// An earlier send that conflicts with another one of its reservation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// The same reservation is being sent at this moment, here or by another copy of the app.
    Busy,
    /// An earlier send of this reservation is unknown.
    EarlierUnknown,
    /// The same reservation went, or may have gone, to the same recipient, by a channel that is chosen now too.
    SentRecently(Timestamp),
}

/// A send of this reservation that is in the journal.
#[derive(Clone, Debug)]
pub(super) struct Earlier {
    pub(super) id: i64,
    pub(super) state: SendState,
    at: i64,
    to: Contacts,
}

impl Database {
    pub(super) fn conflicts(
        &self,
        connection: &Connection,
        resend: &Resend,
        to: &Contacts,
        repeat_window: Duration,
    ) -> rusqlite::Result<Vec<Conflict>> {
        let earlier = self.earlier(connection, resend.environment.name(), resend.reservation.as_str())?;
        let since = || (Timestamp::now() - repeat_window).as_millis();
        Ok(conflicts(&earlier, to, (!repeat_window.is_zero()).then(since)))
    }

    /// Reads all sends of a reservation, oldest first.
    pub(super) fn earlier(
        &self,
        connection: &Connection,
        environment: &str,
        reservation: &str,
    ) -> rusqlite::Result<Vec<Earlier>> {
        // Left to itself, SQLite takes another index, and reads a tenth of the file.
        let mut statement = connection.prepare_cached(
            "SELECT id, run, outcome, intended_at, contact_key, sms_hash, sms_masked, email_hash, email_masked
             FROM sends INDEXED BY sends_by_reservation
             WHERE environment = :environment AND reservation = :reservation ORDER BY id",
        )?;
        let which = named_params! { ":environment": environment, ":reservation": reservation };
        statement.query_map(which, |row| self.earlier_send(row))?.collect()
    }

    fn earlier_send(&self, row: &Row<'_>) -> rusqlite::Result<Earlier> {
        let (id, run, outcome): (_, String, Option<String>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let to = Contacts::read(row, 4)?;
        Ok(Earlier { id, state: self.state(id, &run, outcome.as_deref()), at: row.get(3)?, to })
    }
}

/// Finds the conflicts, each kind once, in the order in which they are told. Whoever hears of an unknown send does not
/// hear of it again as a recent one: then only what is known to have gone is recent. Without `since` nothing is.
fn conflicts(earlier: &[Earlier], to: &Contacts, since: Option<i64>) -> Vec<Conflict> {
    let is_busy = earlier.iter().any(|send| send.state == SendState::UnderWay);
    let is_unknown = unsettled(earlier).next().is_some();
    let may_have_gone = |send: &&Earlier| match send.state {
        SendState::Sent => true,
        SendState::Unknown => !is_unknown,
        SendState::UnderWay | SendState::NotSent => false,
    };
    let recent = earlier.iter().filter(may_have_gone).filter(|send| since.is_some_and(|since| send.at >= since));
    let last = recent.filter(|send| send.to.may_meet(to)).map(|send| send.at).max();
    let conflicts = [
        is_busy.then_some(Conflict::Busy),
        is_unknown.then_some(Conflict::EarlierUnknown),
        last.map(Timestamp::from_millis).map(Conflict::SentRecently),
    ];
    conflicts.into_iter().flatten().collect()
}

/// Returns the unknown sends that no later one has made good: whoever may have been reached has not been sent it again
/// since.
pub(super) fn unsettled(earlier: &[Earlier]) -> impl Iterator<Item = &Earlier> {
    let unknown = earlier.iter().enumerate().filter(|(_, send)| send.state == SendState::Unknown);
    unknown.filter(|(at, send)| !is_covered(send, &earlier[at + 1..])).map(|(_, send)| send)
}

/// Whether each contact of an unknown send has been sent the link since, for certain. Of contacts that are not kept
/// nobody can say so.
fn is_covered(unknown: &Earlier, later: &[Earlier]) -> bool {
    let sent = || later.iter().filter(|send| send.state == SendState::Sent);
    unknown.to.are_known() && unknown.to.each_is(|contact| sent().any(|send| send.to.hold(contact)))
}
