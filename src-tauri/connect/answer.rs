//! Parsing of HTTP answers: from status and body to a meaning. Pure: no clock, no network.
//!
//! The HTTP status decides first, then `message`, compared without case and spaces: the service
//! writes `orderNotFound` in one place and `Order Not Found` in another.

use std::time::Duration;

use reqwest::{
    StatusCode,
    header::{HeaderMap, RETRY_AFTER},
};

use self::envelope::{Envelope, reasons};
use crate::domain::{NotSent, Outcome, Unknown};

pub(super) mod envelope;

/// The body of an HTTP answer, as far as it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body<'a> {
    Whole(&'a [u8]),
    /// It began and did not end: a reset, or the time ran out.
    CutShort,
    /// Longer than such an answer ever is; reading stopped.
    TooLarge,
}

/// The parsed answer to a send: its outcome, and the service's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    pub outcome: Outcome,
    /// The service's own sentences, if it gave any.
    pub sentences: Vec<String>,
    pub status: Option<StatusCode>,
}

/// A failed read: refused for a known reason, or unclear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadFailure {
    Refused(NotSent),
    Unclear(Unknown),
}

/// The verdict on the access token, from the harmless read of recent events: it works, or why that failed.
pub type TokenCheck = Result<(), ReadFailure>;

/// Parses the answer to `POST …/resend/{id}`.
pub fn meaning_of_resend(status: StatusCode, headers: &HeaderMap, body: Body<'_>) -> Meaning {
    let sentences = match status.as_u16() {
        417 | 422 => reasons(body),
        _ => Envelope::read(body).map(Envelope::into_sentences).unwrap_or_default(),
    };
    Meaning { outcome: outcome(status, headers, body), sentences, status: Some(status) }
}

/// Parses the answer to `GET …/history/{from}/{to}` as a token check: an empty range may be a 404 in the envelope.
pub fn meaning_of_token_check(status: StatusCode, headers: &HeaderMap, body: Body<'_>) -> TokenCheck {
    match status.as_u16() {
        200 | 404 if Envelope::read(body).is_some() => Ok(()),
        // Many events make a long answer; the service would not have begun it for a wrong token.
        200 if body == Body::TooLarge => Ok(()),
        _ => Err(unread(status, headers, body)),
    }
}

/// Classifies an answer that holds nothing to read.
pub(super) fn unread(status: StatusCode, headers: &HeaderMap, body: Body<'_>) -> ReadFailure {
    match status.as_u16() {
        _ if body == Body::CutShort => ReadFailure::Unclear(Unknown::AnswerCutShort),
        301 | 302 | 307 | 308 => ReadFailure::Refused(NotSent::Redirected),
        408 => ReadFailure::Unclear(Unknown::NoAnswer),
        400..=499 => ReadFailure::Refused(refusal(status, headers, Envelope::read(body).as_ref())),
        500.. => ReadFailure::Unclear(server_failure(status, headers)),
        _ => ReadFailure::Unclear(Unknown::UnclearAnswer),
    }
}

fn outcome(status: StatusCode, headers: &HeaderMap, body: Body<'_>) -> Outcome {
    match status.as_u16() {
        // Never followed. Any other of their kind may say that it was done.
        301 | 302 | 307 | 308 => Outcome::NotSent(NotSent::Redirected),
        _ if body == Body::CutShort => Outcome::Unknown(Unknown::AnswerCutShort),
        202 if is_accepted(body) => Outcome::Sent,
        200 | 201 if Envelope::read_alone(body).is_some_and(|envelope| envelope.says_resent()) => Outcome::Sent,
        408 => Outcome::Unknown(Unknown::NoAnswer),
        400..=499 => match Envelope::read(body) {
            Some(envelope) if envelope.contradicts_refusal() => Outcome::Unknown(Unknown::UnclearAnswer),
            envelope => Outcome::NotSent(refusal(status, headers, envelope.as_ref())),
        },
        500.. => Outcome::Unknown(server_failure(status, headers)),
        _ => Outcome::Unknown(Unknown::UnclearAnswer),
    }
}

/// Returns whether a 202 stands: it says "accepted" by itself, and only a body that says otherwise takes that back.
fn is_accepted(body: Body<'_>) -> bool {
    match (body, Envelope::read_alone(body)) {
        (_, Some(envelope)) => !envelope.contradicts_success(),
        (Body::Whole(bytes), None) => bytes.trim_ascii().is_empty(),
        (Body::CutShort | Body::TooLarge, None) => false,
    }
}

fn refusal(status: StatusCode, headers: &HeaderMap, envelope: Option<&Envelope>) -> NotSent {
    match status.as_u16() {
        400 => match envelope.and_then(Envelope::message) {
            Some("orderstatusalreadycancelled") => NotSent::AlreadyCancelled,
            Some("orderstatusalreadycompleted") => NotSent::AlreadyCompleted,
            Some("orderstatusalreadypaid") => NotSent::AlreadyPaid,
            _ if envelope.is_some() => NotSent::Refused,
            _ => NotSent::ServiceRefused,
        },
        401 => NotSent::TokenRefused,
        // Only the service itself can know what its token may do.
        403 if envelope.is_some() => NotSent::NotAllowed,
        403 => NotSent::TurnedAway,
        // Without the envelope it is some gateway that does not know the path.
        404 if envelope.is_some() => NotSent::NotFound,
        407 => NotSent::ProxyLogIn,
        417 | 422 => NotSent::Refused,
        429 => NotSent::RateLimited { retry_after: retry_after(headers) },
        _ => NotSent::ServiceRefused,
    }
}

fn server_failure(status: StatusCode, headers: &HeaderMap) -> Unknown {
    if status == StatusCode::SERVICE_UNAVAILABLE {
        Unknown::ServiceUnavailable { retry_after: retry_after(headers) }
    } else {
        Unknown::ServiceFailed
    }
}

/// Reads `Retry-After` in its form in seconds. The form with a date would need a clock that both sides agree on.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    const LONGEST: u64 = 24 * 60 * 60;
    let seconds: u64 = headers.get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    // At once is no waiting time.
    (1..=LONGEST).contains(&seconds).then(|| Duration::from_secs(seconds))
}
