use std::{
    error::Error as StdError,
    mem,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use parking_lot::Mutex;
use reqwest::{
    Certificate, ClientBuilder, RequestBuilder, Response,
    header::{ACCEPT, ACCEPT_ENCODING, DATE, HeaderMap, HeaderValue},
    redirect, retry,
};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use thiserror::Error;

use super::{
    BaseUrl, Body, Details, EventList, EventRange, Meaning, RateLimit, ReadFailure, TokenCheck,
    leak::TokenRuns,
    meaning_of_details, meaning_of_event_range, meaning_of_events, meaning_of_resend, meaning_of_token_check,
    redaction::{redacted, without_quotations},
};
use crate::domain::{
    EmailAddress, NotSent, Outcome, Payable, PhoneNumber, Recipient, ReservationId, Timestamp, Unknown,
};

/// The HTTP client of one environment's service. Every default of the HTTP library that could send twice, or send to
/// somebody else, is settled here.
#[derive(Clone, Debug)]
pub struct Client {
    /// For reads: connections are kept for the next one.
    pub(super) http: reqwest::Client,
    /// For sends: each has a connection of its own. One that was kept may be dead after a night's sleep or in another
    /// network, and a request that went into it is *unknown* where a new one would have been *not sent*.
    sending: reqwest::Client,
    pub(super) base: BaseUrl,
    is_stale: Arc<AtomicBool>,
    /// Learned from every answer.
    rate_limit: Arc<Mutex<RateLimit>>,
}

/// The timeouts: how long to wait before an answer counts as none.
#[derive(Clone, Copy, Debug)]
pub struct Timeouts {
    pub connect: Duration,
    pub whole: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self { connect: Duration::from_secs(5), whole: Duration::from_secs(25) }
    }
}

#[derive(Debug, Error)]
pub enum ClientError {
    /// Nobody could be trusted: the system has no list of certificates.
    #[error("this computer has no list of trusted certificates")]
    NoCertificates(#[source] reqwest::Error),
    #[error("the HTTP client could not be set up")]
    SetUp(#[source] reqwest::Error),
}

/// The most bytes of an answer: nothing that is sent here can be answered at such length.
const RESEND_CAP: usize = 64 * 1024;
const DETAILS_CAP: usize = 1024 * 1024;
pub(super) const HISTORY_CAP: usize = 4 * 1024 * 1024;

impl Client {
    pub fn new(base: BaseUrl, timeouts: Timeouts) -> Result<Self, ClientError> {
        let build = |builder: ClientBuilder| builder.build().map_err(not_set_up);
        // Below the 60 to 75 seconds after which servers drop an idle connection.
        let http = build(settled(&base, timeouts).pool_idle_timeout(Duration::from_secs(45)))?;
        let sending = build(settled(&base, timeouts).pool_max_idle_per_host(0))?;
        Ok(Self { http, sending, base, is_stale: Arc::default(), rate_limit: Arc::default() })
    }

    /// Takes over what an earlier client of this service knows of its rate limit.
    #[must_use]
    pub(crate) fn after(self, earlier: Option<&Self>) -> Self {
        let rate_limit = earlier.map(|earlier| Arc::clone(&earlier.rate_limit));
        Self { rate_limit: rate_limit.unwrap_or_default(), ..self }
    }

    pub(crate) fn rate_limit(&self) -> &Mutex<RateLimit> {
        &self.rate_limit
    }

    /// Returns whether the network may be another one since this was made. It may have another proxy and other
    /// certificates to trust, and both are read when a client is made.
    pub(crate) fn is_stale(&self) -> bool {
        self.is_stale.load(Ordering::Relaxed)
    }

    /// Asks for the payment link to be sent again. One call is one POST, never repeated.
    pub async fn resend(&self, token: &SecretString, id: &ReservationId, recipient: &Recipient) -> Meaning {
        let url = self.base.join(&format!("connect/{}/resend/{id}", collection(id)));
        let request = self.sending.post(url).header(ACCEPT, "application/json").json(&Payload::new(recipient));
        match self.answer(request, token, RESEND_CAP).await {
            Ok(answer) => meaning_of_resend(answer.status, &answer.headers, answer.body()),
            Err(error) => Meaning { outcome: outcome_of(&error), sentences: Vec::new(), status: None },
        }
    }

    /// Checks the token by the harmless read: what happened in the last minute.
    pub async fn check_token(&self, token: &SecretString) -> TokenCheck {
        let now = Timestamp::now();
        let answer = self.read(token, &history(now - Duration::from_mins(1), now), HISTORY_CAP).await?;
        meaning_of_token_check(answer.status, &answer.headers, answer.body())
    }

    /// Reads the details of this reservation; None where the service knows no such one.
    pub async fn details(&self, token: &SecretString, id: &ReservationId) -> Result<Option<Details>, ReadFailure> {
        let answer = self.read(token, &format!("connect/{}/details/{id}", collection(id)), DETAILS_CAP).await?;
        meaning_of_details(id, answer.status, &answer.headers, answer.body())
    }

    /// Reads the events of this reservation in that time.
    pub async fn history(
        &self,
        token: &SecretString,
        id: &ReservationId,
        from: Timestamp,
        to: Timestamp,
    ) -> Result<EventList, ReadFailure> {
        let answer = self.read(token, &history(from, to), HISTORY_CAP).await?;
        meaning_of_events(id, answer.status, &answer.headers, answer.body())
    }

    /// Reads the events of all reservations in that time.
    pub async fn events(
        &self,
        token: &SecretString,
        from: Timestamp,
        to: Timestamp,
    ) -> Result<EventRange, ReadFailure> {
        let answer = self.read(token, &history(from, to), HISTORY_CAP).await?;
        meaning_of_event_range(answer.status, &answer.headers, answer.body())
    }

    async fn read(&self, token: &SecretString, path: &str, cap: usize) -> Result<RawAnswer, ReadFailure> {
        let url = self.base.join(path);
        self.answer(self.http.get(url).header(ACCEPT, "application/json"), token, cap).await.map_err(|error| {
            match outcome_of(&error) {
                Outcome::NotSent(reason) => ReadFailure::Refused(reason),
                Outcome::Unknown(reason) => ReadFailure::Unclear(reason),
                Outcome::Sent => ReadFailure::Unclear(Unknown::UnclearAnswer),
            }
        })
    }

    /// Sends a request with the token, and reads and redacts its answer: none that quotes the token goes on as it came.
    pub(super) async fn answer(
        &self,
        request: RequestBuilder,
        token: &SecretString,
        cap: usize,
    ) -> reqwest::Result<RawAnswer> {
        let response = request.bearer_auth(token.expose_secret()).send().await;
        let response = response.inspect_err(|error| self.note(error))?;
        self.rate_limit.lock().learn(response.status(), response.headers(), Instant::now());
        let mut answer = RawAnswer::read(response, cap).await;
        answer.redact(token);
        Ok(answer)
    }

    /// Marks the client as stale: what kept a request from its answer may be a network that is gone.
    pub(super) fn note(&self, error: &reqwest::Error) {
        if !error.is_builder() {
            self.is_stale.store(true, Ordering::Relaxed);
        }
    }
}

/// Makes the builder that both kinds of calls have in common.
fn settled(base: &BaseUrl, timeouts: Timeouts) -> ClientBuilder {
    let builder = reqwest::Client::builder()
        .redirect(redirect::Policy::none())
        .retry(retry::never())
        .referer(false)
        .connect_timeout(timeouts.connect)
        .timeout(timeouts.whole)
        // Nothing is packed, so every cap is one on what is read, and nothing has to be unpacked.
        .default_headers(HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static("identity"))]))
        .user_agent(concat!("resend-reservation/", env!("CARGO_PKG_VERSION")));
    if base.is_loopback() {
        // No certificate is looked at, so none need be there.
        builder.no_proxy().tls_certs_only(Vec::<Certificate>::new())
    } else {
        builder.https_only(true)
    }
}

fn not_set_up(error: reqwest::Error) -> ClientError {
    // The only way in which this fails by the system's certificates is that it has none.
    if causes(&error).iter().any(|&cause| tls_error(cause).is_some()) {
        ClientError::NoCertificates(error)
    } else {
        ClientError::SetUp(error)
    }
}

/// Reads the `Date` header. RFC 9110 knows two older forms of it as well; servers of today write this one.
pub(super) fn service_time(headers: &HeaderMap) -> Option<Timestamp> {
    let written = headers.get(DATE)?.to_str().ok()?;
    let since = jiff::fmt::rfc2822::parse(written).ok()?.timestamp().as_millisecond();
    // A clock that stands before 1970 is not set.
    (since >= 0).then(|| Timestamp::from_millis(since))
}

fn collection(id: &ReservationId) -> &'static str {
    match id.payable() {
        Payable::Reservation => "reservations",
        Payable::Order => "orders",
    }
}

/// Returns the path of the events between two times, which the service counts in seconds.
pub(super) fn history(from: Timestamp, to: Timestamp) -> String {
    let [from, to] = [from, to].map(|time| time.as_seconds().max(0));
    format!("connect/reservations/history/{from}/{to}")
}

/// An HTTP answer as it came: status, headers and body, with no meaning yet.
pub(super) struct RawAnswer {
    pub(super) status: reqwest::StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) bytes: Vec<u8>,
    ending: Ending,
}

enum Ending {
    Whole,
    CutShort,
    TooLarge,
}

impl RawAnswer {
    async fn read(mut response: Response, cap: usize) -> Self {
        let mut answer = Self {
            status: response.status(),
            headers: response.headers().clone(),
            bytes: Vec::new(),
            ending: Ending::Whole,
        };
        // Whatever a redirect's body holds, it is not for us.
        if answer.status.is_redirection() {
            return answer;
        }
        answer.ending = loop {
            match response.chunk().await {
                Ok(Some(chunk)) if answer.bytes.len() + chunk.len() > cap => break Ending::TooLarge,
                Ok(Some(chunk)) => answer.bytes.extend_from_slice(&chunk),
                Ok(None) => break Ending::Whole,
                Err(_) => break Ending::CutShort,
            }
        };
        answer
    }

    /// Redacts the answer: nothing that it quotes of the token is left.
    pub(super) fn redact(&mut self, token: &SecretString) {
        let token = TokenRuns::of(token);
        self.headers = without_quotations(mem::take(&mut self.headers), &token);
        if let Some(redacted) = redacted(&self.bytes, &token) {
            self.bytes = redacted;
        }
    }

    pub(super) fn is_whole(&self) -> bool {
        matches!(self.ending, Ending::Whole)
    }

    fn body(&self) -> Body<'_> {
        match self.ending {
            Ending::Whole => Body::Whole(&self.bytes),
            Ending::CutShort => Body::CutShort,
            Ending::TooLarge => Body::TooLarge,
        }
    }
}

/// Classifies the absence of an answer. Only what failed before the request could leave is *not sent*.
fn outcome_of(error: &reqwest::Error) -> Outcome {
    if error.is_builder() {
        Outcome::NotSent(NotSent::NotStarted)
    } else if error.is_connect() {
        Outcome::NotSent(no_connection(error))
    } else if error.is_timeout() {
        Outcome::Unknown(Unknown::NoAnswer)
    } else {
        Outcome::Unknown(Unknown::ConnectionBroken)
    }
}

fn no_connection(error: &reqwest::Error) -> NotSent {
    let causes = causes(error);
    if causes.iter().any(|&cause| tls_error(cause).is_some()) {
        NotSent::NotSecure
    } else if causes.iter().copied().any(is_proxy_log_in) {
        NotSent::ProxyLogIn
    } else {
        NotSent::NoContact
    }
}

pub(super) fn causes(error: &reqwest::Error) -> Vec<&(dyn StdError + 'static)> {
    std::iter::successors(error.source(), |&cause| cause.source()).collect()
}

pub(super) fn tls_error<'a>(cause: &'a (dyn StdError + 'static)) -> Option<&'a rustls::Error> {
    // An `io::Error` lists its inner error's sources as its own, and leaves the inner error out.
    let inner = cause.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    cause.downcast_ref().or_else(|| inner.and_then(|inner| inner.downcast_ref()))
}

/// Returns whether a proxy wants a log-in. The library keeps the type to itself; its variant's name is all there is.
pub(super) fn is_proxy_log_in(cause: &(dyn StdError + 'static)) -> bool {
    format!("{cause:?}") == "ProxyAuthRequired"
}

/// The JSON body of a send. SMS needs both of its fields; a channel that was not chosen is null.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Payload<'a> {
    country_code: Option<String>,
    msisdn: Option<String>,
    email: Option<&'a str>,
}

impl<'a> Payload<'a> {
    fn new(recipient: &'a Recipient) -> Self {
        Self {
            country_code: recipient.sms().map(PhoneNumber::country_code),
            msisdn: recipient.sms().map(PhoneNumber::national_number),
            email: recipient.email().map(EmailAddress::as_str),
        }
    }
}
