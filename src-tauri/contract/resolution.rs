//! The resolution of an unknown send, as the page shows it.

use serde::Serialize;

use crate::{
    domain::{Moment, Status},
    failure::Code,
    journal::Channel,
    resend,
};

/// The resolution of one send whose outcome was unknown.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Resolution {
    /// The service lists this very send: it left.
    Sent {
        at: Moment,
    },
    /// It is paid, reserved, completed or cancelled: nothing is to be sent any more.
    Over {
        status: Status,
    },
    /// Of its two channels the service lists this one only.
    Half {
        by: Channel,
        status: Option<Status>,
    },
    /// A link was sent at that time, and whether it was this one cannot be told.
    Nearby {
        at: Option<Moment>,
        /// It can be seen to whom.
        to_whom: bool,
        status: Option<Status>,
    },
    /// The service lists another send at that time, and not this one.
    Another {
        status: Option<Status>,
    },
    /// The service does not list it, or not yet.
    NotListed {
        status: Option<Status>,
    },
    /// The reservation can be seen, and what happened to it cannot.
    NoEvents {
        status: Option<Status>,
    },
    /// What happened to an order cannot be read.
    Order {
        status: Option<Status>,
    },
    NotFound,
    Unseen {
        code: Code,
    },
    /// The send is not in the history any more.
    Forgotten,
}

impl From<resend::Resolution> for Resolution {
    fn from(resolution: resend::Resolution) -> Self {
        // A word of the service's own tells nothing of what became of a send.
        let known = |status: Option<Status>| status.filter(|status| !matches!(status, Status::Other(_)));
        match resolution {
            resend::Resolution::Sent(at) => Self::Sent { at },
            resend::Resolution::Over(status) => match known(Some(status)) {
                Some(status) => Self::Over { status },
                None => Self::NotListed { status: None },
            },
            resend::Resolution::Half(by, status) => Self::Half { by, status: known(status) },
            resend::Resolution::Nearby { when, to_whom, status } => {
                Self::Nearby { at: when, to_whom, status: known(status) }
            }
            resend::Resolution::Another(status) => Self::Another { status: known(status) },
            resend::Resolution::NotListed(status) => Self::NotListed { status: known(status) },
            resend::Resolution::NoEvents(status) => Self::NoEvents { status: known(status) },
            resend::Resolution::Order(status) => Self::Order { status: known(status) },
            resend::Resolution::NotFound => Self::NotFound,
            resend::Resolution::Unseen(reason) => Self::Unseen { code: (&reason).into() },
            resend::Resolution::Forgotten(Some(error)) => Self::Unseen { code: (&error).into() },
            resend::Resolution::Forgotten(None) => Self::Forgotten,
        }
    }
}
