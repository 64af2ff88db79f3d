use std::time::Duration;

/// The outcome of one send. *Sent* is claimed on the service's word alone, *not sent* only where the service cannot
/// have acted; everything between is *unknown*, and said as such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The service has accepted it. Whether it arrives cannot be seen from here.
    Sent,
    NotSent(NotSent),
    Unknown(Unknown),
}

/// The reason why nothing was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotSent {
    AlreadyCancelled,
    AlreadyCompleted,
    AlreadyPaid,
    /// The service knows no such reservation for this token.
    NotFound,
    /// The service did not accept what was asked for; its own sentences say why.
    Refused,
    /// 401: the token is missing or wrong.
    TokenRefused,
    /// 403: the token is known, and may not do this.
    NotAllowed,
    /// 403, and not from the service: something in between let nothing through.
    TurnedAway,
    RateLimited {
        retry_after: Option<Duration>,
    },
    /// A redirect, never followed: something stands between us and the service.
    Redirected,
    /// 407: the network's proxy wants a log-in.
    ProxyLogIn,
    /// A plain refusal that the contract does not know, or that did not come from the service.
    ServiceRefused,
    /// No name, no route, connection refused, or no connection in time.
    NoContact,
    /// The other end could not prove that it is the service.
    NotSecure,
    /// This computer has no list of certificates to trust, so nobody can prove to be the service.
    NoCertificates,
    /// This computer could not even begin.
    NotStarted,
}

/// The reason why it is not known whether anything was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unknown {
    /// The request left, and no answer came in time.
    NoAnswer,
    /// The connection broke after the request began to leave.
    ConnectionBroken,
    /// 5xx, and 510 with it: it failed over there, perhaps after the message had gone.
    ServiceFailed,
    /// 503: closed for a while.
    ServiceUnavailable { retry_after: Option<Duration> },
    /// An answer that says neither yes nor no.
    UnclearAnswer,
    /// The answer began and did not end.
    AnswerCutShort,
}
