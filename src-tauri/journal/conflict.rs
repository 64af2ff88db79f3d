//! What stands in the way of a send: decided from the earlier ones of its reservation. Pure, but for the reading of them.

use std::time::SystemTime;

use rusqlite::{Connection, Row, named_params};

use super::{Journal, Plan, contact::Contacts, milliseconds, state::SendState, time};

/// What stands in the way of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The same reservation is being sent at this moment, here or by another copy of the app.
    Busy,
    /// An earlier send of this reservation is unknown.
    EarlierUnknown,
    /// The same reservation went, or may have gone, to the same recipient, by a channel that is chosen now too.
    SentRecently(SystemTime),
}

/// A send of this reservation that is in the journal.
#[derive(Clone, Debug)]
pub(super) struct Earlier {
    pub(super) id: i64,
    pub(super) state: SendState,
    at: i64,
    to: Contacts,
}

impl Journal {
    pub(super) fn obstacle(
        &self,
        connection: &Connection,
        plan: Plan<'_>,
        to: &Contacts,
    ) -> rusqlite::Result<Option<Obstacle>> {
        let earlier = self.earlier(connection, plan.environment.name(), plan.reservation.as_str())?;
        let since = |quiet| SystemTime::now().checked_sub(quiet).map_or(0, milliseconds);
        Ok(obstacle(&earlier, to, plan.again_after_unknown, plan.quiet.map(since)))
    }

    /// All of them, oldest first.
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

/// The first that nobody has decided about. `since` is missing where a person has said "send again anyway".
fn obstacle(earlier: &[Earlier], to: &Contacts, again_after_unknown: bool, since: Option<i64>) -> Option<Obstacle> {
    if earlier.iter().any(|send| send.state == SendState::UnderWay) {
        return Some(Obstacle::Busy);
    }
    if !again_after_unknown && unsettled(earlier).next().is_some() {
        return Some(Obstacle::EarlierUnknown);
    }
    let may_have_gone = |send: &&Earlier| matches!(send.state, SendState::Sent | SendState::Unknown);
    let recent = earlier.iter().filter(may_have_gone).filter(|send| since.is_some_and(|since| send.at >= since));
    recent.filter(|send| send.to.may_meet(to)).map(|send| send.at).max().map(time).map(Obstacle::SentRecently)
}

/// Unknown sends that no later one has made good: whoever may have been reached has not been sent it again since.
pub(super) fn unsettled(earlier: &[Earlier]) -> impl Iterator<Item = &Earlier> {
    let unknown = earlier.iter().enumerate().filter(|(_, send)| send.state == SendState::Unknown);
    unknown.filter(|(at, send)| !is_covered(send, &earlier[at + 1..])).map(|(_, send)| send)
}

/// Each of its contacts has been sent the link since, for certain. Of contacts that are not kept nobody can say so.
fn is_covered(unknown: &Earlier, later: &[Earlier]) -> bool {
    let sent = || later.iter().filter(|send| send.state == SendState::Sent);
    unknown.to.are_known() && unknown.to.each_is(|contact| sent().any(|send| send.to.hold(contact)))
}
