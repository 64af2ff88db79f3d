//! The result of a connection test.

use serde::Serialize;

use crate::{access::NoAccess, connect::TokenCheck, failure::CheckCode};

/// The result of the harmless read that tells a working token from a refused one and from no network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ConnectionTest {
    Works,
    Fails { code: CheckCode },
}

impl From<Result<TokenCheck, NoAccess>> for ConnectionTest {
    fn from(check: Result<TokenCheck, NoAccess>) -> Self {
        match check {
            Ok(Ok(())) => Self::Works,
            Ok(Err(reason)) => Self::Fails { code: reason.into() },
            Err(reason) => Self::Fails { code: (&reason).into() },
        }
    }
}
