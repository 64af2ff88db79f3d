//! The readings of the form's boxes: shown beside each, never instead of what was typed.

use std::fmt;

use serde::Serialize;

use super::Reservation;
use crate::{
    domain::{EmailAddress, EmailAddressError, Line, PhoneNumber, PhoneNumberError, ReservationId, ReservationIdError},
    failure::ProblemCode,
};

/// The reading of the reservation box, shown beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ReservationReading {
    /// Sendable. With an unfamiliar prefix a question comes before the send.
    Reservation {
        #[serde(flatten)]
        reservation: Reservation,
        unfamiliar: bool,
        /// It may not be typed to its end.
        short: bool,
    },
    Unreadable {
        code: ProblemCode,
    },
}

/// The reading of the phone box, shown beside it, never instead of what was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum PhoneReading {
    Number {
        /// `+47 41 23 45 67`
        international: String,
        /// ISO 3166-1 alpha-2, where the number belongs to one country.
        region: Option<String>,
        line: Line,
    },
    Unreadable {
        code: ProblemCode,
    },
}

/// The reading of the e-mail box: the address as it will be sent.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum EmailReading {
    Address {
        address: String,
        /// Some of its letters look like others: a question comes before the send.
        look_alike: bool,
    },
    Unreadable {
        code: ProblemCode,
    },
}

impl From<Result<ReservationId, ReservationIdError>> for ReservationReading {
    fn from(read: Result<ReservationId, ReservationIdError>) -> Self {
        match read {
            Ok(id) => {
                Self::Reservation { reservation: (&id).into(), unfamiliar: id.is_unfamiliar(), short: id.is_short() }
            }
            Err(error) => Self::Unreadable { code: error.into() },
        }
    }
}

impl From<Result<PhoneNumber, PhoneNumberError>> for PhoneReading {
    fn from(read: Result<PhoneNumber, PhoneNumberError>) -> Self {
        match read {
            Ok(number) => Self::Number {
                international: number.international(),
                region: number.region().map(|region| region.as_str().to_owned()),
                line: number.line(),
            },
            Err(error) => Self::Unreadable { code: error.into() },
        }
    }
}

impl From<Result<EmailAddress, EmailAddressError>> for EmailReading {
    fn from(read: Result<EmailAddress, EmailAddressError>) -> Self {
        match read {
            Ok(address) => {
                Self::Address { address: address.as_str().to_owned(), look_alike: address.has_look_alike_letters() }
            }
            Err(error) => Self::Unreadable { code: error.into() },
        }
    }
}

/// Leaves the address out: a log line that prints a reading must not print whose it is.
impl fmt::Debug for EmailReading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailReading")
    }
}
