//! No fault injection, in place of `doors.rs` in the program that is shipped: always faithful, it keeps no request.

use http_body_util::Full;
use hyper::{Response, body::Bytes, http::request::Parts};

use super::Cut;
use crate::practice::{answers::CannedAnswer, queries::Clockface};

#[derive(Debug, Default)]
pub(super) struct Doors;

/// The absent fault, as there is no other.
pub(super) struct InjectedFault;

#[allow(clippy::unused_self, clippy::unused_async, clippy::unnecessary_wraps, reason = "in place of what tests do")]
impl Doors {
    pub(super) fn opens(&self, _: &Parts) -> Result<InjectedFault, Cut> {
        Ok(InjectedFault)
    }

    pub(super) fn keep(&self, _: &Parts, _: &[u8]) {}

    pub(super) async fn instead(&self, _: InjectedFault, _: &str) -> Result<Option<CannedAnswer>, Cut> {
        Ok(None)
    }

    pub(super) fn leaves(&self, response: Response<Full<Bytes>>) -> Response<Full<Bytes>> {
        response
    }

    pub(super) fn clock(&self) -> Clockface {
        Clockface::default()
    }
}
