use std::time::Duration;

use serde::Serialize;

use crate::{
    failure::CheckCode,
    policy::{Managed, Policy},
};

/// The subject of a check, in the order in which it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "CheckSubject"))]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    Keychain,
    Network,
    Secure,
    Clock,
    Token,
    Journal,
    Version,
    Policy,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "CheckState"))]
#[serde(rename_all = "kebab-case")]
pub enum State {
    Well,
    WorthKnowing,
    Wrong,
    /// It could not be looked at, because of something else that is wrong.
    NotKnown,
}

/// The finding of a check. The page has words for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "CheckFinding"))]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    // The keychain
    TokenInKeychain,
    /// Another program has filed something under the same name.
    TokenOneOfSeveral,
    TokenForNow,
    TokenMissing,
    /// In practice: it can be reached.
    KeychainAnswers,
    /// In practice: it cannot be reached, which the other environments will need.
    KeychainNotNeeded,
    // The network
    Reached,
    /// The embedded service of practice answers, and nothing else is asked.
    ReachedInside,
    InsideIsSilent,
    /// A service on this computer answers.
    ReachedHere,
    NoName,
    NoConnection,
    // TLS
    Trusted,
    StaysHere,
    CertificateDate,
    CertificateIssuer,
    NotTrusted,
    // The clock
    ClockRight,
    NoOtherClock,
    NoDate,
    // The token
    TokenAccepted,
    NoTokenNeeded,
    NoTokenToTry,
    // The journal
    JournalWell,
    JournalPutAside,
    JournalRemoved,
    JournalNewer,
    JournalNotWritten,
    JournalNoLocks,
    /// In practice: it cannot be written, which the other environments will need.
    JournalNotNeeded,
    // The rest
    Version,
    NoPolicy,
    PolicyInForce,
    PolicyWrong,
    // Why something could not be looked at
    NoNetwork,
    NotSecure,
    NotStarted,
    NoAnswer,
}

/// The result that one line tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "CheckFound"))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Found {
    Finding {
        finding: Finding,
    },
    /// This computer's clock is too far from the service's.
    ClockAhead {
        seconds: u32,
    },
    ClockBehind {
        seconds: u32,
    },
    /// Nothing can be sent before this is mended.
    Wrong {
        code: CheckCode,
    },
    /// It may pass, or be somebody else's to mend.
    Odd {
        code: CheckCode,
    },
}

/// A line of the report: one check, what it found and how long that took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "CheckLine"))]
pub struct Line {
    pub subject: Subject,
    pub state: State,
    pub found: Found,
    pub milliseconds: u32,
}

impl Line {
    pub(super) fn new(subject: Subject, found: impl Into<Found>, took: Duration) -> Self {
        let (found, milliseconds) = (found.into(), took.as_millis().try_into().unwrap_or(u32::MAX));
        Self { subject, state: found.state(), found, milliseconds }
    }

    /// Returns the same check, which found this instead.
    pub(super) fn that(self, found: Found) -> Self {
        Self { state: found.state(), found, ..self }
    }
}

impl Found {
    fn state(self) -> State {
        match self {
            Self::Finding { finding } => finding.state(),
            Self::ClockAhead { .. } | Self::ClockBehind { .. } | Self::Wrong { .. } => State::Wrong,
            Self::Odd { .. } => State::WorthKnowing,
        }
    }
}

impl Finding {
    pub(super) fn of_policy(managed: &Managed) -> Self {
        match managed {
            Managed { wrong: Some(_), .. } => Self::PolicyWrong,
            Managed { policy, wrong: None } if *policy == Policy::default() => Self::NoPolicy,
            Managed { wrong: None, .. } => Self::PolicyInForce,
        }
    }

    pub fn state(self) -> State {
        match self {
            Self::TokenInKeychain
            | Self::KeychainAnswers
            | Self::Reached
            | Self::ReachedInside
            | Self::ReachedHere
            | Self::Trusted
            | Self::StaysHere
            | Self::ClockRight
            | Self::NoOtherClock
            | Self::TokenAccepted
            | Self::NoTokenNeeded
            | Self::JournalWell
            | Self::Version
            | Self::NoPolicy
            | Self::PolicyInForce => State::Well,
            Self::TokenOneOfSeveral
            | Self::TokenForNow
            | Self::KeychainNotNeeded
            | Self::NoDate
            | Self::JournalPutAside
            | Self::JournalRemoved
            | Self::JournalNotNeeded => State::WorthKnowing,
            Self::TokenMissing
            | Self::InsideIsSilent
            | Self::NoName
            | Self::NoConnection
            | Self::CertificateDate
            | Self::CertificateIssuer
            | Self::NotTrusted
            | Self::JournalNewer
            | Self::JournalNotWritten
            | Self::JournalNoLocks
            | Self::PolicyWrong => State::Wrong,
            Self::NoTokenToTry | Self::NoNetwork | Self::NotSecure | Self::NotStarted | Self::NoAnswer => {
                State::NotKnown
            }
        }
    }
}

impl From<Finding> for Found {
    fn from(finding: Finding) -> Self {
        Self::Finding { finding }
    }
}
