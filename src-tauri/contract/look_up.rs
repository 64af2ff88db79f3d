//! What the page learns of a reservation before anything is sent.

use serde::Serialize;

use super::Contact;
use crate::failure::Code;

/// The answer to `look_up`. Whatever it is, sending goes on working.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum LookUp {
    Seen {
        card: Card,
    },
    /// The service does not know this reservation: the send asks first.
    NotFound {
        id: String,
    },
    /// It could not be looked up, or not in time: a send goes unseen.
    Unseen {
        id: String,
        code: Code,
    },
    /// The text holds no id to look up.
    NoId,
}

/// What the service says of one reservation. Every field but the id may be missing over there.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Card {
    pub id: String,
    pub customer: Option<String>,
    /// In kroner.
    pub amount: Option<f64>,
    pub status: Option<Status>,
    /// The service's own word, where it is none that we know.
    pub status_text: Option<String>,
    pub due: Option<Moment>,
    pub sms_to: Option<Contact>,
    pub email_to: Option<Contact>,
    /// How the link was sent at first: what the form begins with.
    pub by_sms: bool,
    pub by_email: bool,
    /// Newest first.
    pub events: Vec<Event>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    NotPaid,
    /// The customer has paid: the amount is reserved.
    Paid,
    Completed,
    Expired,
    Cancelled,
}

/// A time that the service wrote, in milliseconds since 1970 where it could be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Moment {
    #[cfg_attr(test, ts(type = "number | null"))]
    pub at: Option<i64>,
    /// As it was written.
    pub text: String,
}

/// Something that happened to the reservation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Event {
    pub kind: EventKind,
    /// The service's own slug, where it is none that we know.
    pub slug: String,
    pub when: Option<Moment>,
    /// Masked.
    pub to: Option<String>,
    /// It was sent from this computer.
    pub from_here: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    Sent,
    Resent,
    Opened,
    Expired,
    Cancelled,
    Completed,
    AmountReserved,
    /// The outcome of a send from here is unknown.
    Unknown,
    Other,
}
