//! What the page learns of a reservation before anything is sent.

use std::fmt;

use serde::Serialize;

use super::Contact;
use crate::{
    domain,
    failure::Code,
    look_up::{Looking, Seen},
};

/// The answer to `look_up`. Whatever it is, sending goes on working.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum LookUp {
    Seen {
        card: Box<Card>,
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
#[derive(Clone, PartialEq, Serialize)]
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
    /// The amount is held, and nothing is paid.
    Reserved,
    Paid,
    Completed,
    Expired,
    Cancelled,
    Invoiced,
    Refunded,
    PartlyRefunded,
}

/// A time that the service wrote, in milliseconds since 1970 where it could be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Moment {
    pub at: Option<i64>,
    /// As it was written.
    pub text: String,
    /// Its zone is known. Otherwise `at` is what a clock in Norway would have shown, and a guess.
    pub certain: bool,
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

/// A log line that prints a card must not print whose it is.
impl fmt::Debug for Card {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Card").field("id", &self.id).field("status", &self.status).finish_non_exhaustive()
    }
}

impl From<Looking> for LookUp {
    fn from(looking: Looking) -> Self {
        match looking {
            Looking::Seen(seen) => Self::Seen { card: Box::new((*seen).into()) },
            Looking::NotFound(id) => Self::NotFound { id: id.to_string() },
            Looking::Unseen(id, reason) => Self::Unseen { id: id.to_string(), code: (&reason).into() },
            Looking::NoId => Self::NoId,
        }
    }
}

impl From<Seen> for Card {
    fn from(Seen { id, details, events, .. }: Seen) -> Self {
        let (status, status_text) = details.status.map(status).unwrap_or_default();
        Self {
            id: id.to_string(),
            customer: details.customer,
            amount: details.amount,
            status,
            status_text,
            due: details.due.map(Moment::from),
            sms_to: details.sms_to.as_ref().map(Contact::from),
            email_to: details.email_to.as_ref().map(Contact::from),
            by_sms: details.by_sms,
            by_email: details.by_email,
            events: events.into_iter().map(Event::from).collect(),
        }
    }
}

/// Our word for it, or the service's.
pub(super) fn status(status: domain::Status) -> (Option<Status>, Option<String>) {
    let known = match status {
        domain::Status::NotPaid => Status::NotPaid,
        domain::Status::Reserved => Status::Reserved,
        domain::Status::Paid => Status::Paid,
        domain::Status::Completed => Status::Completed,
        domain::Status::Expired => Status::Expired,
        domain::Status::Cancelled => Status::Cancelled,
        domain::Status::Invoiced => Status::Invoiced,
        domain::Status::Refunded => Status::Refunded,
        domain::Status::PartlyRefunded => Status::PartlyRefunded,
        domain::Status::Other(text) => return (None, Some(text)),
    };
    (Some(known), None)
}

impl From<domain::Moment> for Moment {
    fn from(moment: domain::Moment) -> Self {
        Self { at: moment.at, text: moment.text, certain: moment.certain }
    }
}

impl From<domain::Event> for Event {
    fn from(event: domain::Event) -> Self {
        let (kind, slug) = kind(event.kind);
        Self { kind, slug, when: event.when.map(Moment::from), to: event.to.masked(), from_here: event.from_here }
    }
}

fn kind(kind: domain::EventKind) -> (EventKind, String) {
    let known = match kind {
        domain::EventKind::Sent => EventKind::Sent,
        domain::EventKind::Resent => EventKind::Resent,
        domain::EventKind::Opened => EventKind::Opened,
        domain::EventKind::Expired => EventKind::Expired,
        domain::EventKind::Cancelled => EventKind::Cancelled,
        domain::EventKind::Completed => EventKind::Completed,
        domain::EventKind::AmountReserved => EventKind::AmountReserved,
        domain::EventKind::Unknown => EventKind::Unknown,
        domain::EventKind::Other(slug) => return (EventKind::Other, slug),
    };
    (known, String::new())
}
