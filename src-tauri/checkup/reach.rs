//! What one knock at the service tells of the network, of TLS and of the clock.

use std::time::Duration;

use super::{Finding, Found, Line, Subject};
use crate::{
    connect::{Answered, Clock, Closed, Distrust, TokenCheck},
    domain::{Environment, NotSent},
    failure::Code,
};

type Knocked = Result<Answered, Closed>;

/// Certificates and "minutes ago" both depend on the clock.
const FAR_OFF: Duration = Duration::from_mins(2);

pub(super) fn lines(environment: Environment, knocked: &Knocked, took: Duration) -> [Line; 3] {
    [
        Line::new(Subject::Network, network(environment, knocked), took),
        Line::new(Subject::Secure, secure(environment, knocked), took),
        Line::new(Subject::Clock, clock(environment, knocked), took),
    ]
}

fn network(environment: Environment, knocked: &Knocked) -> Found {
    let finding = match (environment, knocked) {
        (Environment::Practice, Ok(_)) => Finding::ReachedInside,
        (Environment::Practice, Err(_)) => Finding::InsideIsSilent,
        // A network that wants a log-in answers for the service, and leads elsewhere.
        (_, Ok(answered)) if answered.status.is_redirection() => return Found::Wrong { code: Code::Redirected },
        (Environment::Local, Ok(_)) => Finding::ReachedHere,
        (Environment::Demo | Environment::Production, Ok(_)) | (_, Err(Closed::NotSecure(_))) => Finding::Reached,
        (_, Err(Closed::NoName)) => Finding::NoName,
        (_, Err(Closed::NoContact)) => Finding::NoConnection,
        (_, Err(Closed::ProxyLogIn)) => return Found::Wrong { code: Code::ProxyLogIn },
        (_, Err(Closed::NotStarted | Closed::NoCertificates)) => Finding::NotStarted,
        (_, Err(Closed::NoAnswer)) => return Found::Odd { code: Code::NoAnswer },
        (_, Err(Closed::Broken)) => return Found::Odd { code: Code::ConnectionBroken },
    };
    finding.into()
}

fn secure(environment: Environment, knocked: &Knocked) -> Found {
    let finding = match (environment, knocked) {
        (Environment::Practice | Environment::Local, _) => Finding::StaysHere,
        (Environment::Demo | Environment::Production, Ok(_) | Err(Closed::NoAnswer)) => Finding::Trusted,
        (_, Err(Closed::NotSecure(Distrust::Date))) => Finding::CertificateDate,
        (_, Err(Closed::NotSecure(Distrust::Issuer))) => Finding::CertificateIssuer,
        (_, Err(Closed::NotSecure(Distrust::Other))) => Finding::NotTrusted,
        (_, Err(Closed::NoCertificates)) => return Found::Wrong { code: Code::NoCertificates },
        (_, Err(Closed::NotStarted)) => return Found::Wrong { code: Code::NotStarted },
        (_, Err(Closed::NoName | Closed::NoContact | Closed::ProxyLogIn)) => Finding::NoNetwork,
        (_, Err(Closed::Broken)) => Finding::NoAnswer,
    };
    finding.into()
}

fn clock(environment: Environment, knocked: &Knocked) -> Found {
    let seconds = |off: Duration| u32::try_from(off.as_secs()).unwrap_or(u32::MAX);
    match knocked {
        // The service inside the app has this computer's clock.
        _ if environment == Environment::Practice => Finding::NoOtherClock.into(),
        Err(closed) => why_not(*closed).into(),
        Ok(Answered { clock: None, .. }) => Finding::NoDate.into(),
        Ok(Answered { clock: Some(Clock::Ahead(off)), .. }) if *off > FAR_OFF => {
            Found::ClockAhead { seconds: seconds(*off) }
        }
        Ok(Answered { clock: Some(Clock::Behind(off)), .. }) if *off > FAR_OFF => {
            Found::ClockBehind { seconds: seconds(*off) }
        }
        Ok(Answered { clock: Some(Clock::Ahead(_) | Clock::Behind(_)), .. }) => Finding::ClockRight.into(),
    }
}

/// What is wrong with the way to the service is told there, and says nothing of the token.
pub(super) fn token(check: TokenCheck, knocked: &Knocked) -> Found {
    match (check, knocked) {
        (TokenCheck::Works, _) => Finding::TokenAccepted.into(),
        (TokenCheck::Fails(reason @ (NotSent::TokenRefused | NotSent::NotAllowed)), _) => {
            Found::Wrong { code: reason.into() }
        }
        (TokenCheck::Fails(_) | TokenCheck::Unclear(_), Err(closed)) => why_not(*closed).into(),
        (TokenCheck::Fails(NotSent::NoContact | NotSent::ProxyLogIn), _) => Finding::NoNetwork.into(),
        (TokenCheck::Fails(NotSent::NotSecure), _) => Finding::NotSecure.into(),
        (TokenCheck::Fails(reason), _) => Found::Odd { code: reason.into() },
        (TokenCheck::Unclear(reason), _) => Found::Odd { code: reason.into() },
    }
}

/// Why nothing further could be looked at.
fn why_not(closed: Closed) -> Finding {
    match closed {
        Closed::NoName | Closed::NoContact | Closed::ProxyLogIn => Finding::NoNetwork,
        Closed::NotSecure(_) => Finding::NotSecure,
        Closed::NotStarted | Closed::NoCertificates => Finding::NotStarted,
        Closed::NoAnswer | Closed::Broken => Finding::NoAnswer,
    }
}
