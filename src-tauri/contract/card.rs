//! The look-up as the page shows it, before anything is sent.

use std::fmt;

use serde::Serialize;

use super::{Contact, Reservation};
use crate::{
    domain::{Event, Moment, Money, Status},
    failure::Code,
    look_up::{LookUpResult, Snapshot},
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

/// The card of one reservation, as the service describes it. Every field but the id may be missing over there.
#[derive(Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Card {
    #[serde(flatten)]
    pub reservation: Reservation,
    pub customer: Option<String>,
    /// In kroner.
    pub amount: Option<f64>,
    pub status: Option<Status>,
    pub due: Option<Moment>,
    pub sms_to: Option<Contact>,
    pub email_to: Option<Contact>,
    /// How the link was sent at first: what the form begins with.
    pub by_sms: bool,
    pub by_email: bool,
    pub money: Money,
    /// The name of the one that is paid.
    pub merchant: Option<String>,
    /// Newest first.
    pub events: Vec<Event>,
}

/// Leaves the person out: a log line that prints a card must not print whose it is.
impl fmt::Debug for Card {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Card").field("id", &self.reservation.id).field("status", &self.status).finish_non_exhaustive()
    }
}

impl From<LookUpResult> for LookUp {
    fn from(looking: LookUpResult) -> Self {
        match looking {
            LookUpResult::Seen(seen) => Self::Seen { card: Box::new((*seen).into()) },
            LookUpResult::NotFound(id) => Self::NotFound { id: id.to_string() },
            LookUpResult::Unseen(id, reason) => Self::Unseen { id: id.to_string(), code: (&reason).into() },
            LookUpResult::NoId => Self::NoId,
        }
    }
}

impl From<Snapshot> for Card {
    fn from(Snapshot { id, details, events, .. }: Snapshot) -> Self {
        Self {
            reservation: (&id).into(),
            customer: details.customer,
            amount: details.amount,
            status: details.status,
            due: details.due,
            sms_to: details.sms_to.as_ref().map(Contact::from),
            email_to: details.email_to.as_ref().map(Contact::from),
            by_sms: details.by_sms,
            by_email: details.by_email,
            money: details.money,
            merchant: details.merchant,
            events,
        }
    }
}
