//! A contact as the page shows it.

use std::fmt;

use serde::Serialize;

use crate::domain::{EmailAddress, PhoneNumber};

/// The contact that a link goes to, whole for the person who asks, and masked for whoever stands beside.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Contact {
    pub full: String,
    pub masked: String,
}

/// Shows it masked: a log line that prints a report must not print whom it was for.
impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Contact").field(&self.masked).finish()
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
