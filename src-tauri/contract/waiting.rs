//! The list of what is waiting for payment, as the page shows it.

use std::fmt;

use serde::Serialize;

use super::Reservation;
use crate::{
    domain::{EmailAddress, Moment, PhoneNumber, Status},
    failure::Code,
    look_up::LookUpFailure,
    waiting::{self, Group, Last, Progress, Row, SettledProgress, WaitingList},
};

/// The list as far as it is read: the rows that came or changed since the last time, and how far it is. A row takes the
/// place of an earlier one of its reservation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WaitingUpdate {
    pub rows: Vec<WaitingRow>,
    #[serde(flatten)]
    pub progress: Progress,
    /// Why something could not be read.
    pub failure: Option<Code>,
}

/// How far those are looked up that nobody has to pay any more.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SettledUpdate {
    #[serde(flatten)]
    pub progress: SettledProgress,
    /// Why something could not be read.
    pub failure: Option<Code>,
}

/// A link that somebody has still to pay by, or that a search found. Its contacts are masked: the desk looks the reservation up itself.
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

/// A row that a search found.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FoundRow {
    #[serde(flatten)]
    pub row: WaitingRow,
    /// The parts of the customer's name that were meant: from, and up to, in UTF-16 code units.
    pub marks: Vec<[usize; 2]>,
}

/// Leaves the person out.
impl fmt::Debug for WaitingRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { reservation, group, .. } = self;
        f.debug_struct("WaitingRow").field("id", &reservation.id).field("group", group).finish_non_exhaustive()
    }
}

impl From<WaitingList> for WaitingUpdate {
    fn from(WaitingList { rows, progress }: WaitingList) -> Self {
        let failure = progress.failure.map(|failure| Code::from(&LookUpFailure::Read(failure)));
        Self { rows: rows.into_iter().map(WaitingRow::from).collect(), progress, failure }
    }
}

impl From<SettledProgress> for SettledUpdate {
    fn from(progress: SettledProgress) -> Self {
        let failure = progress.failure.map(|failure| Code::from(&LookUpFailure::Read(failure)));
        Self { progress, failure }
    }
}

impl From<waiting::FoundRow> for FoundRow {
    fn from(waiting::FoundRow { row, marks }: waiting::FoundRow) -> Self {
        Self { row: row.into(), marks: marks.into_iter().map(|mark| [mark.start, mark.end]).collect() }
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
