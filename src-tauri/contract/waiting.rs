//! The list of what is waiting for payment, as the page shows it.

use std::fmt;

use serde::Serialize;

use super::Reservation;
use crate::{
    domain::{EmailAddress, Moment, PhoneNumber, Status, Timestamp},
    failure::Code,
    look_up::LookUpFailure,
    waiting::{Group, Last, Progress, Row, Span, State, Update, WaitingList},
};

/// The list as far as it is read: the rows that came or changed since the last time, and how far it is. A row takes the
/// place of an earlier one of its reservation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WaitingUpdate {
    pub rows: Vec<WaitingRow>,
    #[serde(flatten)]
    pub progress: WaitingProgress,
}

/// How far the list is read, and in the end what it lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WaitingProgress {
    pub state: State,
    /// How far back it goes, and how much of that is done.
    pub days: u32,
    pub days_done: u32,
    /// The reservations whose links seem open by their events, and of how many it is certain by now what they are.
    pub found: u32,
    pub looked_at: u32,
    /// The reservations of these days that nobody has to pay any more.
    pub settled: u32,
    /// The times of which nothing could be read, the newest first.
    pub missing: Vec<Span>,
    /// How many of those found could not be looked at.
    pub unread: u32,
    /// Why something could not be read.
    pub failure: Option<Code>,
    /// When reading began.
    pub at: Timestamp,
}

/// A link that somebody has still to pay by. Its contacts are masked: the desk looks the reservation up itself.
#[derive(Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WaitingRow {
    #[serde(flatten)]
    pub reservation: Reservation,
    pub group: Group,
    pub customer: Option<String>,
    /// In kroner.
    pub amount: Option<f64>,
    pub status: Option<Status>,
    pub due: Option<Moment>,
    pub last: Last,
    pub sms_to: Option<String>,
    pub email_to: Option<String>,
    /// What a caller may quote.
    pub references: Vec<String>,
}

/// Leaves the person out.
impl fmt::Debug for WaitingRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { reservation, group, .. } = self;
        f.debug_struct("WaitingRow").field("id", &reservation.id).field("group", group).finish_non_exhaustive()
    }
}

impl From<Update> for WaitingUpdate {
    fn from(Update { rows, progress }: Update) -> Self {
        Self { rows: rows.into_iter().map(WaitingRow::from).collect(), progress: progress.into() }
    }
}

impl From<&WaitingList> for WaitingUpdate {
    fn from(WaitingList { rows, progress }: &WaitingList) -> Self {
        Update { rows: rows.clone(), progress: progress.clone() }.into()
    }
}

impl From<Progress> for WaitingProgress {
    fn from(progress: Progress) -> Self {
        let Progress { state, days, days_done, found, looked_at, settled, missing, unread, failure, at } = progress;
        let failure = failure.map(|failure| Code::from(&LookUpFailure::Read(failure)));
        Self { state, days, days_done, found, looked_at, settled, missing, unread, failure, at }
    }
}

impl From<Row> for WaitingRow {
    fn from(row: Row) -> Self {
        Self {
            reservation: (&row.id).into(),
            group: row.group,
            customer: row.customer,
            amount: row.amount,
            status: row.status,
            due: row.due,
            last: row.last,
            sms_to: row.sms_to.as_ref().map(PhoneNumber::masked),
            email_to: row.email_to.as_ref().map(EmailAddress::masked),
            references: row.references,
        }
    }
}
