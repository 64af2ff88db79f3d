//! The view models that cross to the page in another shape than the core's; the rest crosses as it is, from where it
//! belongs. `ui/contract.d.ts` is made of all of it by a test, so a renamed field breaks the check, not the user.

mod card;
pub(crate) mod commands;
mod found_out;
mod policy;
mod readings;

use std::{fmt, time::Duration};

use serde::{Deserialize, Serialize};

use crate::{
    access::NoAccess,
    connect::TokenCheck,
    domain::{
        Draft, DraftField, DraftProblem, EmailAddress, Environment, NotSent, Outcome, Payable, PhoneNumber, Region,
        Timestamp, Unknown,
    },
    failure::{Code, ProblemCode},
    journal::Intent,
    policy::Allowed,
    practice::Example,
    resend::{Attempt, AttemptEnd, Reply, Warning, WarningKind},
    settings::{Setting, Settings},
};

pub use card::{Card, LookUp};
pub use found_out::FoundOut;
pub use policy::PolicyFault;
pub use readings::{EmailReading, PhoneReading, ReservationReading};

/// The state that the page starts from, sent when it opens and again when the settings change.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Startup {
    pub version: String,
    pub settings: Settings,
    /// The language was given with `--lang` or by the policy, or chosen before: the language step is skipped.
    pub language_given: bool,
    /// The environment likewise: nothing more is asked.
    pub environment_given: bool,
    /// Nobody has chosen anything yet: begin with the first-start steps.
    pub first_start: bool,
    /// The environments that can be chosen here; one only under `--local-api`.
    pub environments: Vec<Environment>,
    pub countries: Vec<Country>,
    /// Reservations that the practice service knows; empty elsewhere.
    pub examples: &'static [Example],
    /// Something about the start that the user should know, such as damaged settings.
    pub notice: Option<Code>,
    /// What the administrator decided for good.
    pub fixed: Vec<Setting>,
    pub allowed: Allowed,
    /// Whom to ask, shown with every failure.
    pub support: Option<String>,
    /// Why the administrator's policy cannot be obeyed. Until this is empty nothing is sent in Production.
    pub policy_faults: Vec<PolicyFault>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Country {
    /// ISO 3166-1 alpha-2; the page names it with `Intl.DisplayNames`.
    pub region: String,
    /// Such as `+47`.
    pub calling_code: String,
}

/// A request to send, with the form exactly as it stands on the screen.
#[derive(Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ResendRequest {
    /// The one that the window showed when the person pressed Send.
    pub environment: Environment,
    pub reservation: String,
    pub sms: bool,
    pub email: bool,
    pub phone_number: String,
    pub email_address: String,
    /// The id that the box named when the contact was typed or filled in.
    pub typed_for: Option<String>,
    /// The warnings that the person has answered with "send anyway".
    pub answered: Vec<WarningKind>,
    /// The time in which it could be stopped has run out.
    pub held: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ResendAnswer {
    /// The send was decided; this is what became of it.
    Done { report: Report },
    /// Something typed needs mending first: everything that was wrong, at once. Nothing has left.
    Mend { problems: Vec<Problem> },
    /// A person has to decide first. Nothing has left.
    Ask { about: Warning },
    /// It can still be stopped: ask again, `held`, when this time is up. Nothing has left.
    Hold { milliseconds: u32 },
    /// It was asked for long after that time, by nobody who watches: it is stopped. Nothing has left.
    TooLate,
    /// The app uses another environment than the window showed: show it anew. Nothing has left.
    EnvironmentChanged,
    /// The same reservation is being sent at this moment. This call sent nothing.
    Busy,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Problem {
    pub field: DraftField,
    pub code: ProblemCode,
}

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
    pub reason: Option<Code>,
    pub environment: Environment,
    pub reservation: String,
    /// It is an order's id.
    pub order: bool,
    /// Who it was for, readable and masked; absent for a channel that was not chosen.
    pub sms_to: Option<Contact>,
    pub email_to: Option<Contact>,
    /// When the outcome was known.
    pub at: Timestamp,
    /// The service's own sentences, shown beneath our words.
    pub sentences: Vec<String>,
    pub http_status: Option<u16>,
    pub retry_after_seconds: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeKind {
    Sent,
    NotSent,
    Unknown,
}

#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Contact {
    pub full: String,
    pub masked: String,
}

/// The result of the harmless read that tells a working token from a refused one and from no network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ConnectionTest {
    Works,
    Fails { code: Code },
}

/// Shows it masked: a log line that prints a report must not print whom it was for.
impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Contact").field(&self.masked).finish()
    }
}

impl fmt::Debug for ResendRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResendRequest").finish_non_exhaustive()
    }
}

impl Country {
    pub fn all() -> Vec<Self> {
        let country = |region: Region| Self { region: region.as_str().to_owned(), calling_code: region.calling_code() };
        Region::all().into_iter().map(country).collect()
    }
}

impl ResendRequest {
    pub fn draft(&self) -> Draft<'_> {
        Draft {
            reservation: &self.reservation,
            sms: self.sms,
            email: self.email,
            phone_number: &self.phone_number,
            email_address: &self.email_address,
            typed_for: self.typed_for.as_deref(),
        }
    }
}

impl From<&PhoneNumber> for Contact {
    fn from(number: &PhoneNumber) -> Self {
        Self { full: number.international(), masked: number.masked() }
    }
}

impl From<&EmailAddress> for Contact {
    fn from(address: &EmailAddress) -> Self {
        Self { full: address.as_str().to_owned(), masked: address.masked() }
    }
}

impl From<DraftProblem> for Problem {
    fn from(problem: DraftProblem) -> Self {
        Self { field: problem.field(), code: problem.into() }
    }
}

impl ResendAnswer {
    pub fn new(reply: Reply) -> Self {
        match reply {
            Reply::Done(attempt) => Self::Done { report: Report::new(&attempt) },
            Reply::Mend(problems) => Self::Mend { problems: problems.into_iter().map(Problem::from).collect() },
            Reply::Ask(about) => Self::Ask { about },
            Reply::Hold(left) => Self::Hold { milliseconds: left.as_millis().try_into().unwrap_or(u32::MAX) },
            Reply::TooLate => Self::TooLate,
            Reply::Busy => Self::Busy,
        }
    }
}

impl Report {
    fn new(attempt: &Attempt) -> Self {
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
            reservation: attempt.resend.reservation.to_string(),
            order: attempt.resend.reservation.payable() == Payable::Order,
            sms_to: attempt.resend.recipient.sms().map(Contact::from),
            email_to: attempt.resend.recipient.email().map(Contact::from),
            at: attempt.at,
            sentences: meaning.map(|meaning| meaning.sentences.clone()).unwrap_or_default(),
            http_status: meaning.and_then(|meaning| meaning.status).map(|status| status.as_u16()),
            retry_after_seconds: meaning
                .and_then(|meaning| retry_after(&meaning.outcome))
                .and_then(|wait| wait.as_secs().try_into().ok()),
        }
    }
}

fn kind_and_reason(end: &AttemptEnd) -> (OutcomeKind, Option<Code>) {
    match end {
        AttemptEnd::NoAccess(reason) => (OutcomeKind::NotSent, Some(reason.into())),
        AttemptEnd::NoRecord(error) => (OutcomeKind::NotSent, Some(error.into())),
        AttemptEnd::PolicyWrong => (OutcomeKind::NotSent, Some(Code::PolicyWrong)),
        AttemptEnd::Tried(meaning) => match meaning.outcome {
            Outcome::Sent => (OutcomeKind::Sent, None),
            Outcome::NotSent(reason) => (OutcomeKind::NotSent, Some(reason.into())),
            Outcome::Unknown(reason) => (OutcomeKind::Unknown, Some(reason.into())),
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

impl From<Result<TokenCheck, NoAccess>> for ConnectionTest {
    fn from(check: Result<TokenCheck, NoAccess>) -> Self {
        let failure = check.map_or_else(|reason| Some(Code::from(&reason)), Code::of_check);
        failure.map_or(Self::Works, |code| Self::Fails { code })
    }
}

#[cfg(test)]
mod typescript;
