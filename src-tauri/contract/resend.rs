//! The request to send, and the answer to it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Report;
use crate::{
    domain::{Draft, DraftField, DraftProblem, Environment},
    failure::ProblemCode,
    resend::{Reply, Warning, WarningKind},
};

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

/// The answer to a request to send.
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

impl fmt::Debug for ResendRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResendRequest").finish_non_exhaustive()
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

impl From<DraftProblem> for Problem {
    fn from(problem: DraftProblem) -> Self {
        Self { field: problem.field(), code: problem.into() }
    }
}
