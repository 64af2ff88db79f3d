use serde::Serialize;

use super::{Addressee, Moment};

/// An event of a reservation: something that happened to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Event {
    pub kind: EventKind,
    pub when: Option<Moment>,
    /// It crosses masked.
    #[cfg_attr(test, ts(as = "Option<String>"))]
    pub to: Addressee,
    /// It was sent from this computer.
    pub from_here: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    /// The service's own word for it.
    Other(String),
}

impl EventKind {
    /// Whether a link left for somebody.
    pub fn is_sending(&self) -> bool {
        match self {
            Self::Sent | Self::Resent => true,
            Self::Opened
            | Self::Expired
            | Self::Cancelled
            | Self::Completed
            | Self::AmountReserved
            | Self::Unknown
            | Self::Other(_) => false,
        }
    }
}
