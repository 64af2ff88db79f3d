//! The findings of one probe at the service: the network, TLS and the clock.

use std::time::Duration;

use super::{Finding, Found, Line, Subject};
use crate::{
    connect::{Clock, Reached, ReadFailure, TlsFailure, TokenCheck, Unreachable},
    domain::{Environment, NotSent},
    failure::CheckCode,
};

type Probed = Result<Reached, Unreachable>;

/// The tolerance of the clock, on which certificates and "minutes ago" both depend.
const FAR_OFF: Duration = Duration::from_mins(2);

pub(super) fn lines(environment: Environment, probed: &Probed, took: Duration) -> [Line; 3] {
    [
        Line::new(Subject::Network, network(environment, probed), took),
        Line::new(Subject::Secure, secure(environment, probed), took),
        Line::new(Subject::Clock, clock(environment, probed), took),
    ]
}

fn network(environment: Environment, probed: &Probed) -> Found {
    let finding = match (environment, probed) {
        (Environment::Practice, Ok(_)) => Finding::ReachedInside,
        (Environment::Practice, Err(_)) => Finding::InsideIsSilent,
        // A network that wants a log-in answers for the service, and leads elsewhere.
        (_, Ok(answered)) if answered.status.is_redirection() => return Found::Wrong { code: CheckCode::Redirected },
        (Environment::Local, Ok(_)) => Finding::ReachedHere,
        (Environment::Demo | Environment::Production, Ok(_)) | (_, Err(Unreachable::NotSecure(_))) => Finding::Reached,
        (_, Err(Unreachable::NoName)) => Finding::NoName,
        (_, Err(Unreachable::NoContact)) => Finding::NoConnection,
        (_, Err(Unreachable::ProxyLogIn)) => return Found::Wrong { code: CheckCode::ProxyLogIn },
        (_, Err(Unreachable::NotStarted | Unreachable::NoCertificates)) => Finding::NotStarted,
        (_, Err(Unreachable::NoAnswer)) => return Found::Odd { code: CheckCode::NoAnswer },
        (_, Err(Unreachable::Broken)) => return Found::Odd { code: CheckCode::ConnectionBroken },
    };
    finding.into()
}

fn secure(environment: Environment, probed: &Probed) -> Found {
    let finding = match (environment, probed) {
        (Environment::Practice | Environment::Local, _) => Finding::StaysHere,
        (Environment::Demo | Environment::Production, Ok(_) | Err(Unreachable::NoAnswer)) => Finding::Trusted,
        (_, Err(Unreachable::NotSecure(TlsFailure::Date))) => Finding::CertificateDate,
        (_, Err(Unreachable::NotSecure(TlsFailure::Issuer))) => Finding::CertificateIssuer,
        (_, Err(Unreachable::NotSecure(TlsFailure::Other))) => Finding::NotTrusted,
        (_, Err(Unreachable::NoCertificates)) => return Found::Wrong { code: CheckCode::NoCertificates },
        (_, Err(Unreachable::NotStarted)) => return Found::Wrong { code: CheckCode::NotStarted },
        (_, Err(Unreachable::NoName | Unreachable::NoContact | Unreachable::ProxyLogIn)) => Finding::NoNetwork,
        (_, Err(Unreachable::Broken)) => Finding::NoAnswer,
    };
    finding.into()
}

fn clock(environment: Environment, probed: &Probed) -> Found {
    let seconds = |off: Duration| u32::try_from(off.as_secs()).unwrap_or(u32::MAX);
    match probed {
        // The service inside the app has this computer's clock.
        _ if environment == Environment::Practice => Finding::NoOtherClock.into(),
        Err(unreachable) => why_not(*unreachable).into(),
        Ok(Reached { clock: None, .. }) => Finding::NoDate.into(),
        Ok(Reached { clock: Some(Clock::Ahead(off)), .. }) if *off > FAR_OFF => {
            Found::ClockAhead { seconds: seconds(*off) }
        }
        Ok(Reached { clock: Some(Clock::Behind(off)), .. }) if *off > FAR_OFF => {
            Found::ClockBehind { seconds: seconds(*off) }
        }
        Ok(Reached { clock: Some(Clock::Ahead(_) | Clock::Behind(_)), .. }) => Finding::ClockRight.into(),
    }
}

/// Returns the finding on the token. What is wrong with the way to the service is told there, and says nothing of it.
pub(super) fn token(check: TokenCheck, probed: &Probed) -> Found {
    match (check, probed) {
        (Ok(()), _) => Finding::TokenAccepted.into(),
        (Err(ReadFailure::Refused(reason @ (NotSent::TokenRefused | NotSent::NotAllowed))), _) => {
            Found::Wrong { code: reason.into() }
        }
        (Err(_), Err(unreachable)) => why_not(*unreachable).into(),
        (Err(ReadFailure::Refused(NotSent::NoContact | NotSent::ProxyLogIn)), _) => Finding::NoNetwork.into(),
        (Err(ReadFailure::Refused(NotSent::NotSecure)), _) => Finding::NotSecure.into(),
        (Err(reason), _) => Found::Odd { code: reason.into() },
    }
}

/// Returns why nothing further could be looked at.
fn why_not(unreachable: Unreachable) -> Finding {
    match unreachable {
        Unreachable::NoName | Unreachable::NoContact | Unreachable::ProxyLogIn => Finding::NoNetwork,
        Unreachable::NotSecure(_) => Finding::NotSecure,
        Unreachable::NotStarted | Unreachable::NoCertificates => Finding::NotStarted,
        Unreachable::NoAnswer | Unreachable::Broken => Finding::NoAnswer,
    }
}
