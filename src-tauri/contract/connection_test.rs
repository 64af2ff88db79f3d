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
        let failure = check.map_or_else(|reason| Some(CheckCode::from(&reason)), CheckCode::of_token);
        failure.map_or(Self::Works, |code| Self::Fails { code })
    }
}
