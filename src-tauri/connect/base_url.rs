use std::fmt;

use reqwest::Url;
use thiserror::Error;

/// The base URL of the API. Two hosts are fixed here and the rest are loopback addresses: a URL that could be typed in
/// would hand the token to anyone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(String);

#[derive(Debug, Error)]
pub enum BaseUrlError {
    #[error("not a URL")]
    NotAUrl(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("only http:// is spoken on this computer itself")]
    NotHttp,
    #[error("only a loopback address written in numbers is allowed, such as http://127.0.0.1:8080/api/v1")]
    NotLoopback,
    #[error("a user name, a query or a fragment does not belong in it")]
    TooMuch,
}

impl BaseUrl {
    pub fn demo() -> Self {
        Self("https://demo-api.frontpayment.no/api/v1".into())
    }

    pub fn production() -> Self {
        Self("https://apigo.frontpayment.no/api/v1".into())
    }

    /// Parses the URL given with `--local-api`, which must be a loopback address.
    pub fn loopback(text: &str) -> Result<Self, BaseUrlError> {
        let url = Url::parse(text).map_err(|error| BaseUrlError::NotAUrl(error.into()))?;
        if url.scheme() != "http" {
            return Err(BaseUrlError::NotHttp);
        }
        let host = url.host_str().unwrap_or_default();
        // A name such as `localhost` may resolve to anything; numbers cannot.
        let address = host.trim_matches(['[', ']']).parse::<std::net::IpAddr>();
        if !address.is_ok_and(|address| address.is_loopback()) {
            return Err(BaseUrlError::NotLoopback);
        }
        if !url.username().is_empty() || url.password().is_some() || url.query().is_some() || url.fragment().is_some() {
            return Err(BaseUrlError::TooMuch);
        }
        Ok(Self(url.as_str().trim_end_matches('/').to_owned()))
    }

    /// Makes the base URL of a service of our own on this computer.
    pub(crate) fn from_loopback(address: std::net::SocketAddr, path: &str) -> Self {
        debug_assert!(address.ip().is_loopback(), "{address} is not a loopback address");
        Self(format!("http://{address}{path}"))
    }

    /// Returns whether it is a loopback address. Such traffic is plain HTTP and never goes through a proxy.
    pub fn is_loopback(&self) -> bool {
        self.0.starts_with("http://")
    }

    pub(super) fn join(&self, path: &str) -> String {
        format!("{}/{path}", self.0)
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loopback_address_in_numbers_is_taken() {
        for (typed, base) in [
            ("http://127.0.0.1:8080/api/v1", "http://127.0.0.1:8080/api/v1"),
            ("http://127.0.0.1:8080/api/v1/", "http://127.0.0.1:8080/api/v1"),
            ("http://[::1]:9/api/v1", "http://[::1]:9/api/v1"),
            ("http://127.4.5.6", "http://127.4.5.6"),
        ] {
            assert_eq!(BaseUrl::loopback(typed).expect(typed).to_string(), base);
        }
    }

    #[test]
    fn every_other_address_is_refused() {
        for typed in [
            "http://localhost:8080/api/v1",
            "http://example.com/api/v1",
            "http://127.0.0.1.example.com/api/v1",
            "http://10.0.0.1/api/v1",
            "http://0.0.0.0/api/v1",
            "http://[::ffff:10.0.0.1]/",
            "https://127.0.0.1/api/v1",
            "ftp://127.0.0.1/",
            "http://kari@127.0.0.1/",
            "http://127.0.0.1@example.com/",
            "http://127.0.0.1/?to=1",
            "http://127.0.0.1/#1",
            "127.0.0.1:8080",
            "",
        ] {
            assert!(BaseUrl::loopback(typed).is_err(), "{typed} was taken");
        }
    }
}
