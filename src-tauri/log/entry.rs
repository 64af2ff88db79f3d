use std::{error::Error as StdError, fmt, time::Duration};

use super::chain;
use crate::domain::{Environment, NotSent, Outcome, Unknown};

/// A log entry: everything that is ever written down.
#[derive(Clone, Copy, Debug)]
pub enum Entry<'a> {
    Started {
        version: &'a str,
        system: &'a str,
        environment: Environment,
    },
    Ended,
    /// Somebody chose another one.
    Environment(Environment),
    Sent {
        attempt: u32,
        environment: Environment,
        outcome: &'a Outcome,
        status: Option<u16>,
        took: Duration,
    },
    /// A send that did not leave for a reason on this computer, which is told under its own area.
    Stayed {
        attempt: u32,
        environment: Environment,
        area: Area,
        took: Duration,
    },
    LookedUp {
        environment: Environment,
        came_to: LookUpOutcome,
        took: Duration,
    },
    /// A list of what is waiting for payment: counts alone.
    Listed {
        environment: Environment,
        days: u32,
        found: u32,
        waiting: usize,
        missing: usize,
        unread: u32,
        took: Duration,
    },
    /// Those of its days that nobody has to pay any more, looked up for a search: counts alone.
    ListedSettled {
        environment: Environment,
        found: u32,
        looked_at: u32,
        took: Duration,
    },
    Failed {
        area: Area,
        error: &'a (dyn StdError + 'static),
    },
    Panicked {
        /// File, line and column.
        at: &'a str,
        /// None where it was put together at that moment, and may hold anything.
        fixed_words: Option<&'a str>,
    },
}

/// The result of a look-up, for the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookUpOutcome {
    Seen,
    NotFound,
    Refused(NotSent),
    Unclear(Unknown),
    NoToken,
}

/// The part of the app that an entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    Connection,
    Export,
    Journal,
    Keychain,
    Policy,
    Settings,
}

impl Entry<'_> {
    pub(super) fn level(&self) -> &'static str {
        match self {
            Self::Started { .. }
            | Self::Ended
            | Self::Environment(_)
            | Self::Sent { outcome: Outcome::Sent | Outcome::NotSent(_), .. }
            | Self::LookedUp { .. }
            | Self::Listed { .. }
            | Self::ListedSettled { .. } => "INFO",
            Self::Sent { outcome: Outcome::Unknown(_), .. } | Self::Stayed { .. } | Self::Failed { .. } => "WARN",
            Self::Panicked { .. } => "ERROR",
        }
    }
}

impl fmt::Display for Entry<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Started { version, system, environment } => {
                write!(f, "start version={version} environment={environment} system={system}")
            }
            Self::Ended => write!(f, "end"),
            Self::Environment(environment) => write!(f, "environment {environment}"),
            Self::Sent { attempt, environment, outcome, status, took } => {
                write!(f, "send attempt={attempt} environment={environment} outcome={outcome:?} status=")?;
                match status {
                    Some(status) => write!(f, "{status}")?,
                    None => write!(f, "none")?,
                }
                write!(f, " took={}ms", took.as_millis())
            }
            Self::Stayed { attempt, environment, area, took } => {
                let took = took.as_millis();
                write!(f, "send attempt={attempt} environment={environment} outcome=stayed why={area} took={took}ms")
            }
            Self::LookedUp { environment, came_to, took } => {
                write!(f, "look-up environment={environment} outcome={came_to:?} took={}ms", took.as_millis())
            }
            Self::Listed { environment, days, found, waiting, missing, unread, took } => {
                write!(f, "list environment={environment} days={days} found={found} waiting={waiting} ")?;
                write!(f, "missing={missing} unread={unread} took={}ms", took.as_millis())
            }
            Self::ListedSettled { environment, found, looked_at, took } => {
                let took = took.as_millis();
                write!(f, "list-settled environment={environment} found={found} looked-at={looked_at} took={took}ms")
            }
            Self::Failed { area, error } => write!(f, "{area}: {}", chain(*error)),
            Self::Panicked { at, fixed_words } => {
                write!(f, "panic at {at}: {}", fixed_words.unwrap_or("(words of the moment, not kept)"))
            }
        }
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Connection => "connection",
            Self::Export => "export",
            Self::Journal => "journal",
            Self::Keychain => "keychain",
            Self::Policy => "policy",
            Self::Settings => "settings",
        })
    }
}
