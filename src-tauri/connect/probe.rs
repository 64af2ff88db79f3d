//! The connectivity probe: the way to the service, tried without a token. Does the name resolve, does somebody answer,
//! can they be trusted, and what does their clock say?

use std::{
    error::Error as StdError,
    time::{Duration, Instant},
};

use reqwest::{StatusCode, header::ACCEPT};
use rustls::CertificateError;

use super::{
    Client,
    client::{causes, history, is_proxy_log_in, service_time, tls_error},
};
use crate::domain::Timestamp;

/// A service that was reached: somebody answered, and could be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    pub status: StatusCode,
    /// None where the answer has no date.
    pub clock: Option<Clock>,
}

/// The clock skew: where this computer's clock stands against the service's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    Ahead(Duration),
    Behind(Duration),
}

/// The reason why nobody was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreachable {
    /// The name of the service, or of the proxy, does not resolve.
    NoName,
    /// No route, connection refused, or no connection in time.
    NoContact,
    ProxyLogIn,
    NotSecure(TlsFailure),
    /// This computer has no list of certificates to trust.
    NoCertificates,
    /// This computer could not even begin.
    NotStarted,
    /// The connection was made, and nothing came.
    NoAnswer,
    /// The connection was made, and broke.
    Broken,
}

/// The reason why the other end is not trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TlsFailure {
    /// By this computer's clock, the certificate is not valid yet, or no longer.
    Date,
    /// Nobody that this computer trusts vouches for it: often a network that inspects what passes.
    Issuer,
    Other,
}

impl Client {
    /// Tries to reach the service. Any answer will do; it is not read.
    pub async fn probe(&self) -> Result<Reached, Unreachable> {
        let now = Timestamp::now();
        let url = self.base.join(&history(now, now));
        let begun = Instant::now();
        let response =
            self.http.get(url).header(ACCEPT, "application/json").send().await.inspect_err(|error| self.note(error));
        let response = response.map_err(|error| unreachable(&error))?;
        // The service wrote its date at some moment in between.
        let here = now + begun.elapsed() / 2;
        let clock = service_time(response.headers()).map(|there| Clock::between(here, there));
        Ok(Reached { status: response.status(), clock })
    }
}

impl Clock {
    fn between(here: Timestamp, there: Timestamp) -> Self {
        let apart = here.apart(there);
        if here < there { Self::Behind(apart) } else { Self::Ahead(apart) }
    }
}

fn unreachable(error: &reqwest::Error) -> Unreachable {
    if error.is_builder() {
        return Unreachable::NotStarted;
    }
    if !error.is_connect() {
        return if error.is_timeout() { Unreachable::NoAnswer } else { Unreachable::Broken };
    }
    let causes = causes(error);
    if let Some(error) = causes.iter().find_map(|&cause| tls_error(cause)) {
        Unreachable::NotSecure(TlsFailure::from(error))
    } else if causes.iter().copied().any(is_proxy_log_in) {
        Unreachable::ProxyLogIn
    } else if causes.iter().copied().any(is_of_name) {
        Unreachable::NoName
    } else {
        Unreachable::NoContact
    }
}

/// Returns whether a name does not resolve. The library keeps the type to itself; its fixed words are all there is.
fn is_of_name(cause: &(dyn StdError + 'static)) -> bool {
    cause.to_string() == "dns error"
}

impl From<&rustls::Error> for TlsFailure {
    fn from(error: &rustls::Error) -> Self {
        match error {
            rustls::Error::InvalidCertificate(
                CertificateError::Expired
                | CertificateError::ExpiredContext { .. }
                | CertificateError::NotValidYet
                | CertificateError::NotValidYetContext { .. },
            ) => Self::Date,
            rustls::Error::InvalidCertificate(CertificateError::UnknownIssuer) => Self::Issuer,
            _ => Self::Other,
        }
    }
}
