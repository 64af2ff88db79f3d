//! The outcome of a send as the page shows it.

use std::time::Duration;

use serde::Serialize;

use super::{Contact, Reservation};
use crate::{
    domain::{Environment, NotSent, Outcome, Timestamp, Unknown},
    failure::SendReason,
    journal::Intent,
    resend::{Attempt, AttemptEnd},
};

/// The outcome of one send, as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Report {
    /// New for every send.
    pub attempt: u32,
    /// Its name in the history; absent where it could not be written down.
    pub id: Option<i64>,
    pub outcome: OutcomeKind,
    /// Why; absent when sent.
    pub reason: Option<SendReason>,
    pub environment: Environment,
    pub reservation: Reservation,
    /// The name of the one that is paid, as looked up before the send.
    pub merchant: Option<String>,
    /// Who it was for, readable and masked; absent for a channel that was not chosen.
    pub sms_to: Option<Contact>,
    pub email_to: Option<Contact>,
    /// When it was begun, and when the outcome was known.
    pub begun: Timestamp,
    pub at: Timestamp,
    /// The service's own sentences, shown beneath our words.
    pub sentences: Vec<String>,
    pub http_status: Option<u16>,
    pub retry_after_seconds: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeKind {
    Sent,
    NotSent,
    Unknown,
}

impl Report {
    pub(super) fn new(attempt: &Attempt) -> Self {
        let (outcome, reason) = kind_and_reason(&attempt.end);
        let meaning = match &attempt.end {
            AttemptEnd::Tried(meaning) => Some(meaning),
            AttemptEnd::NoAccess(_) | AttemptEnd::NoRecord(_) | AttemptEnd::PolicyWrong => None,
        };
        Self {
            attempt: attempt.number,
            id: attempt.intent.map(Intent::number),
            outcome,
            reason,
            environment: attempt.resend.environment,
            reservation: (&attempt.resend.reservation).into(),
            merchant: attempt.merchant.clone(),
            sms_to: attempt.resend.recipient.sms().map(Contact::from),
            email_to: attempt.resend.recipient.email().map(Contact::from),
            begun: attempt.begun,
            at: attempt.at,
            sentences: meaning.map(|meaning| meaning.sentences.clone()).unwrap_or_default(),
            http_status: meaning.and_then(|meaning| meaning.status).map(|status| status.as_u16()),
            retry_after_seconds: meaning
                .and_then(|meaning| retry_after(&meaning.outcome))
                .and_then(|wait| wait.as_secs().try_into().ok()),
        }
    }
}

fn kind_and_reason(end: &AttemptEnd) -> (OutcomeKind, Option<SendReason>) {
    match end {
        AttemptEnd::NoAccess(reason) => (OutcomeKind::NotSent, Some(SendReason::Call(reason.into()))),
        AttemptEnd::NoRecord(error) => (OutcomeKind::NotSent, Some(error.into())),
        AttemptEnd::PolicyWrong => (OutcomeKind::NotSent, Some(SendReason::PolicyWrong)),
        AttemptEnd::Tried(meaning) => match meaning.outcome {
            Outcome::Sent => (OutcomeKind::Sent, None),
            Outcome::NotSent(reason) => (OutcomeKind::NotSent, Some(reason.into())),
            Outcome::Unknown(reason) => (OutcomeKind::Unknown, Some(SendReason::Call(reason.into()))),
        },
    }
}

fn retry_after(outcome: &Outcome) -> Option<Duration> {
    match outcome {
        Outcome::NotSent(NotSent::RateLimited { retry_after })
        | Outcome::Unknown(Unknown::ServiceUnavailable { retry_after }) => *retry_after,
        Outcome::Sent | Outcome::NotSent(_) | Outcome::Unknown(_) => None,
    }
}
